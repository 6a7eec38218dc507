"""Twenty-four questions that the head of a store asks, and what the standard store answers."""

from __future__ import annotations

import pytest

import dealer_roles as dr


@pytest.fixture(scope="module")
def org() -> dr.Organization:
    return dr.load()


MAY_DECIDE = [
    ("8,000 yuan of goodwill", "goodwill-repair", 8000, "general-manager"),
    ("12,000 yuan of goodwill", "goodwill-repair", 12000, "group-headquarters"),
    ("3,000 yuan off a car", "price-exception", 3000, "sales-manager"),
    ("a sale 6,000 below the floor", "price-exception", 6000, "general-manager"),
    ("150 yuan off a repair", "service-discount", 150, "service-advisor"),
    ("a payment of 60,000", "payment", 60000, "general-manager"),
    ("a used car for 400,000", "used-vehicle-price", 400000, "group-headquarters"),
    ("a campaign of 30,000", "campaign-budget", 30000, "store-manager"),
    ("an expense claim of 8,000", "expense", 8000, "general-manager"),
]


@pytest.mark.parametrize(("topic", "amount", "who"), [row[1:] for row in MAY_DECIDE])
def test_who_may_decide_how_much(org: dr.Organization, topic: str, amount: int, who: str) -> None:
    (answer,) = org.authority(topic, amount=amount).items
    assert answer.decider is not None
    assert answer.decider.holder == who


ANSWERS = [
    ("who lets a car out at night", "check-gate-release", "gate-guard"),
    ("who opens and closes the store", "patrol-premises", "gate-guard"),
    ("who holds the spare keys", "keep-certificates-and-spare-keys", "finance-specialist"),
    ("who counts the cash", "count-cash", "accountant"),
    ("who computes pay", "prepare-payroll", "accountant"),
    ("who approves a leaver", "approve-leaving", "general-manager"),
    ("who may export customers' numbers", "approve-customer-data-export", "store-manager"),
    ("who decides on a courtesy car", "approve-loan-vehicle", "service-manager"),
    ("who keeps the old parts of a claim", "keep-replaced-parts", "inventory-keeper"),
    ("who negotiates a lease", "negotiate-business-contracts", "purchasing-manager"),
    ("who gives rights in the system", "approve-system-access", "finance-manager"),
    ("who talks to the press", "maintain-public-relations", "general-manager"),
    ("who takes waste oil away", "handle-hazardous-waste", "administrative-support"),
]


@pytest.mark.parametrize(("task", "who"), [row[1:] for row in ANSWERS])
def test_who_answers_for_it(org: dr.Organization, task: str, who: str) -> None:
    assert org.owner(task).owners == (who,)


def test_whom_a_technician_asks_who_is_at_odds_with_the_leader_of_the_team(
    org: dr.Organization,
) -> None:
    answer = org.escalation("service-technician", topic="employee-dispute", subject="team-leader")
    assert "team-leader" not in [step.position for step in answer.steps]
    assert answer.steps[0].position == "hr-specialist"


def test_who_is_called_first_in_an_accident(org: dr.Organization) -> None:
    answer = org.escalation("service-technician", topic="safety-accident")
    told = {alert.position or alert.party: str(alert.within) for alert in answer.told}
    assert told["emergency-services"] == "5 minutes"
    assert told["general-manager"] == "5 minutes"
