"""Linked data as values: schema.org for a position, the W3C Organization Ontology for all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dealer_roles.model.entities import Duty, Position, SourcedText
from dealer_roles.organization.names import Names, called
from dealer_roles.organization.on_day import OnDay
from dealer_roles.publish.job_description.holder_facts import Subject
from dealer_roles.publish.linked_data.control import job_description_node
from dealer_roles.questions.arguments import require_position
from dealer_roles.values.frozen import frozen
from dealer_roles.values.text import Lang, Text
from dealer_roles.words.document_words import word
from dealer_roles.words.plain_text import plain

Data = dict[str, object]
_ORG_CONTEXT = {
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prefLabel": {"@id": "skos:prefLabel"},
    "notation": {"@id": "skos:notation"},
    "hasUnit": {"@id": "org:hasUnit", "@type": "@id"},
    "unitOf": {"@id": "org:unitOf", "@type": "@id"},
    "hasPost": {"@id": "org:hasPost", "@type": "@id"},
    "postIn": {"@id": "org:postIn", "@type": "@id"},
    "reportsTo": {"@id": "org:reportsTo", "@type": "@id"},
    "schema": "https://schema.org/",
    **{
        term: {"@id": f"schema:{term}"}
        for term in (
            "subjectOf",
            "DigitalDocument",
            "PropertyValue",
            "identifier",
            "propertyID",
            "value",
            "version",
            "dateModified",
        )
    },
}


@frozen
class Opening:
    """What a job posting says beyond the position.

    Attributes:
        hiring: The name of the organization that hires.
        locality: The town of the workplace.
        country: Its country, as two letters (ISO 3166-1).
        posted: The day of the posting.
        until: The last day to apply, if any.
    """

    hiring: str
    locality: str
    country: str
    posted: dt.date
    until: dt.date | None = None


def occupation(org: OnDay, position: str, lang: Lang, vacancy: Opening | None = None) -> Data:
    """Return a position as a schema.org ``Occupation``, or a ``JobPosting`` for a vacancy.

    Raises:
        UnknownId: The organization has no such position.
    """
    require_position(org, position)
    described = _described(org, position, lang)
    if vacancy is None:
        document = {"name": word("job-description", lang), **job_description_node(org, position)}
        return {"@context": "https://schema.org", **described, "subjectOf": document}
    return {"@context": "https://schema.org", **_posting(described, vacancy)}


def _described(org: OnDay, id_: str, lang: Lang) -> Data:
    model, names = org.model, Names(org.model, lang)
    position = model.positions.get(id_)
    duties = Subject.of(org, id_, lang).duties()
    skills = position.qualifications if position else model.posts[id_].qualifications
    found: Data = {
        "@type": "Occupation",
        "identifier": id_,
        "name": plain(names.of(id_)),
        "description": _purpose(position, lang),
        "responsibilities": _each(_worded(duty, names) for duty in duties),
        "qualifications": _each(_texts(skills, lang)),
        "occupationalCategory": _categories(position),
    }
    return {key: value for key, value in found.items() if value}


_CODE_SETS = {
    "cn-2022": "中华人民共和国职业分类大典（2022年版）",
    "isco-08": "ISCO-08",
    "onet-soc": "O*NET-SOC 2019",
}


def _categories(position: Position | None) -> list[Data]:
    """The occupation codes of a position, each with the classification it belongs to."""
    return [
        {
            "@type": "CategoryCode",
            "codeValue": code,
            "inCodeSet": {"@type": "CategoryCodeSet", "name": _CODE_SETS[name]},
        }
        for name, code in (position.codes if position else ())
    ]


def _purpose(position: Position | None, lang: Lang) -> str:
    purpose = position.purpose if position else None
    return plain(purpose.text.get(lang)) if purpose else ""


def _worded(duty: Duty, names: Names) -> str:
    return duty.text.get(names.lang) if duty.text else names.task(duty.task)


def _texts(items: Iterable[SourcedText], lang: Lang) -> Iterable[str]:
    return (item.text.get(lang) for item in items)


def _each(texts: Iterable[str]) -> list[str]:
    """Texts made plain, each once."""
    return list(dict.fromkeys(plain(text) for text in texts if text))


def _posting(described: Data, vacancy: Opening) -> Data:
    duties = described.get("responsibilities", [])
    lines = [str(described.get("description", "")), *(duties if isinstance(duties, list) else [])]
    address = {
        "@type": "PostalAddress",
        "addressLocality": plain(vacancy.locality),
        "addressCountry": plain(vacancy.country),
    }
    found: Data = {
        "@type": "JobPosting",
        "title": described["name"],
        "description": "\n".join(line for line in lines if line) or described["name"],
        "datePosted": vacancy.posted.isoformat(),
        "validThrough": vacancy.until.isoformat() if vacancy.until else "",
        "hiringOrganization": {"@type": "Organization", "name": plain(vacancy.hiring)},
        "jobLocation": {"@type": "Place", "address": address},
        "responsibilities": duties,
        "qualifications": described.get("qualifications", []),
        "occupationalCategory": described.get("occupationalCategory", []),
        "relevantOccupation": described,
    }
    return {key: value for key, value in found.items() if value}


def organization(org: OnDay, base: str) -> Data:
    """Return an organization as W3C ORG: its units, its posts and who reports to whom.

    Args:
        org: The organization on a day.
        base: What the IRIs of its units and posts begin with.
    """
    model = org.model
    root = f"{base}organization"
    graph: list[Data] = [
        {
            "@id": root,
            "@type": "org:FormalOrganization",
            "prefLabel": _labels(model.name),
            "notation": model.id,
            "hasUnit": [f"{base}department/{d}" for d in model.departments],
            "hasPost": [f"{base}position/{p}" for p in model.positions],
        }
    ]
    graph += [
        {
            "@id": f"{base}department/{d.id}",
            "@type": "org:OrganizationalUnit",
            "prefLabel": _labels(called(d)),
            "notation": d.id,
            "unitOf": f"{base}department/{d.part_of}" if d.part_of else root,
        }
        for d in model.departments.values()
    ]
    graph += [_post(org, position, base) for position in model.positions.values()]
    return {"@context": _ORG_CONTEXT, "@graph": graph}


def _post(org: OnDay, position: Position, base: str) -> Data:
    above = org.lines.rise(position.id).to
    units = [f"{base}department/{department}" for department in position.departments]
    found: Data = {
        "@id": f"{base}position/{position.id}",
        "@type": "org:Post",
        "prefLabel": _labels(called(position)),
        "notation": position.id,
        "postIn": units[0] if len(units) == 1 else units or f"{base}organization",
    }
    if above is not None:
        found["reportsTo"] = f"{base}position/{above}"
    return {**found, "subjectOf": job_description_node(org, position.id)}


def _labels(text: Text) -> list[Data]:
    """A name in each language that it has."""
    pairs = (("zh", text.zh), ("en", text.en))
    return [{"@value": plain(words), "@language": lang} for lang, words in pairs if words]
