"""Each kind of rule twice: as a rule, and as an answer set program that says what is bad."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """A rule (``for`` and ``check``), its encoding, and how many organizations are drawn."""

    what: str
    check: str
    program: str
    draws: int = 40


_LINE = """
above(P,S) :- written(P,S), position(S).
lost(P) :- written(P,S), not position(S).
reach(P,P) :- position(P). reach(P,S) :- reach(P,M), above(M,S).
"""
_AROUND = """
entered(Pr,S) :- next(Pr,_,S).
start(Pr,S) :- step(Pr,S,_,0).
start(Pr,S) :- step(Pr,S,_,_), not entered(Pr,S).
shut(Pr,S) :- step(Pr,S,"t0",_), not optional(Pr,S).
way(Pr,S) :- start(Pr,S), not shut(Pr,S).
way(Pr,S) :- way(Pr,B), next(Pr,B,S), not shut(Pr,S).
"""
_SUM = """
ownlimit(Pr,S,H) :- within(Pr,S,H).
onward(Pr,A,B) :- next(Pr,A,B), step(Pr,A,_,N), step(Pr,B,_,M), M > N.
last(Pr,S) :- step(Pr,S,_,_), not onward(Pr,S,_).
entered(Pr,S) :- next(Pr,_,S).
first(Pr,S) :- step(Pr,S,_,0). first(Pr,S) :- step(Pr,S,_,_), not entered(Pr,S).
cost(Pr,S,H) :- ownlimit(Pr,S,H).
cost(Pr,S,0) :- step(Pr,S,_,_), not ownlimit(Pr,S,_).
total(Pr,S,H) :- last(Pr,S), cost(Pr,S,H).
total(Pr,S,H+T) :- onward(Pr,S,B), total(Pr,B,T), cost(Pr,S,H).
bad(Pr) :- total(Pr,S,H), first(Pr,S), H > 4.
"""
_UNITS = """
unit(P,P) :- position(P). unit(Q,Q) :- post(Q). unit(Q,P) :- member(Q,P).
counts(N) :- duty(N,_,_,("accountable";"responsible")).
group("t0",0). group("t1",1). group("t2",2).
in_case(N,V) :- value(V), counts(N), not scoped(N,_).
in_case(N,V) :- counts(N), scoped(N,V).
in_case(N,other) :- counts(N), not scoped(N,_).
"""
_HELD = """
held(U,C,G) :- unit(U,H), duty(N,H,T,_), group(T,G), in_case(N,C).
many(U) :- held(U,C,_), #count { G : held(U,C,G) } > MOST.
said(Q) :- member(Q,P), many(P).
bad(U) :- many(U), not said(U).
"""
_DEPUTY = """
standing(P,Q) :- deputy(P,D), holder(D,Q), not holder(P,Q).
both(P,Q,C,G) :- standing(P,Q), held(P,C,G).
both(P,Q,C,G) :- standing(P,Q), held(Q,C,G).
bad(P) :- both(P,Q,C,_), #count { G : both(P,Q,C,G) } > MOST, not many(P), not many(Q).
"""
_PATH = "has(P,T) :- duty(N,P,T,_). has(P,T) :- member(Q,P), duty(N,Q,T,_).\n"

CASES: dict[str, Case] = {
    "ownership-most": Case(
        "{what: task}",
        "{ownership: {at_most: 1}}",
        "bad(T) :- cell(T,C), task_here(T), 2 { own(T,C,Q) }.",
    ),
    "ownership-least": Case(
        "{what: task}",
        "{ownership: {at_least: 1}}",
        "bad(T) :- forgotten(T,_).",
    ),
    "ownership-accountable": Case(
        "{what: task}",
        "{ownership: {at_least: 1, accountable: true}}",
        "bad(T) :- spoken(T,C), task_here(T), not led(T,C).",
    ),
    "count": Case(
        "{what: position}",
        "{count: {path: duty/task, at_most: 2}}",
        _PATH + "bad(P) :- position(P), #count { T : has(P,T) } > 2.",
    ),
    "count-inverse": Case(
        "{what: task}",
        "{count: {path: '^takes_part/department', at_most: 1}}",
        _PATH
        + "bad(T) :- task_here(T), #count { D : has(P,T), position(P), department(P,D) } > 1.",
    ),
    "exists": Case(
        "{what: position}",
        "{exists: {path: 'reports_to+/duty[responsibility=accountable]|duty[tag=odd]'}}",
        _LINE
        + """
        mine(P,N) :- position(P), duty(N,P,_,_). mine(P,N) :- member(Q,P), duty(N,Q,_,_).
        good(P) :- reach(P,S), S != P, mine(S,N), duty(N,_,_,"accountable").
        good(P) :- mine(P,N), duty(N,_,T,_), tag(T,"odd").
        bad(P) :- position(P), not good(P).
        """,
    ),
    "separation": Case(
        "{what: holder}",
        "{separation: {groups: [{tasks: t0}, {tasks: t1}, {tasks: t2}]}}",
        _UNITS + (_HELD + _DEPUTY).replace("MOST", "1"),
    ),
    "separation-most": Case(
        "{what: holder}",
        "{separation: {most: 2, groups: [{tasks: t0}, {tasks: t1}, {tasks: t2}]}}",
        _UNITS + (_HELD + _DEPUTY).replace("MOST", "2"),
        draws=200,
    ),
    "separation-case": Case(
        "{what: holder}",
        "{separation: {at: case, groups: [{tasks: t0}, {tasks: t1}, {tasks: t2}]}}",
        _UNITS
        + (_HELD + _DEPUTY)
        .replace("MOST", "1")
        .replace("in_case(N,C).", "in_case(N,C), not never(N)."),
    ),
    "separation-person": Case(
        "{what: holder}",
        "{separation: {levels: [person], groups: [{tasks: t0}, {tasks: t1}, {tasks: t2}]}}",
        _UNITS
        + _HELD.replace("MOST", "1").replace("not said(U)", "not post(U)")
        + "bad(U) :- many(U), headcount(U,1).",
    ),
    "control": Case(
        "{what: holder}",
        "{control: {how: [approve]}}",
        _UNITS.replace('group("t2",2).', "") + (_HELD + _DEPUTY).replace("MOST", "1"),
    ),
    "control-case": Case(
        "{what: holder}",
        "{control: {how: [review, count], at: case}}",
        _UNITS.replace('group("t1",1).', "")
        + (_HELD + _DEPUTY)
        .replace("MOST", "1")
        .replace("in_case(N,C).", "in_case(N,C), not never(N)."),
    ),
    "chain-line": Case(
        "{what: position}",
        "{chain: {path: reports_to, acyclic: true, ends_in: [top]}}",
        _LINE + "good(P) :- reach(P,S), top(S). bad(P) :- position(P), not good(P).",
    ),
    "chain-longest": Case(
        "{what: position}",
        "{chain: {path: reports_to, longest: 1}}",
        _LINE + "bad(P) :- above(P,M), above(M,_).",
        draws=160,
    ),
    "chain-loop": Case(
        "{what: position}",
        "{chain: {path: escalates_to, acyclic: true}}",
        "goes(P,S) :- escalates(P,S). goes(P,S) :- member(Q,P), escalates(Q,S). "
        "to(P,S) :- goes(P,S). to(P,S) :- to(P,M), goes(M,S). "
        "bad(P) :- position(P), to(P,S), to(S,S). bad(P) :- to(P,P).",
    ),
    "handoff-lands": Case(
        "{what: handoff}",
        "{handoff: {lands: true}}",
        """
        bad(H) :- handoff(H,_,_,R), not position(R).
        part(H) :- handoff(H,_,_,R), then(H,T), duty(_,D,T,_), holder(D,Q), holder(R,Q).
        bad(H) :- handoff(H,_,_,R), position(R), then(H,_), not part(H).
        """,
    ),
    "handoff-then": Case(
        "{what: task, id: t0}",
        "{handoff: {then: t1, approval: true}}",
        """
        same :- owns("t1",_), not apart. apart :- owns("t1",Q), not owns("t0",Q).
        lands :- handoff(H,_,"t0",R), approval(H), holder(R,Q), owns("t1",Q).
        bad("t0") :- owns("t0",_), apart, not lands, task_here("t0").
        """,
        draws=120,
    ),
    "handoff-carried": Case(
        "{what: process}",
        "{handoff: {carried: true}}",
        """
        at(T,V,Q) :- own(T,V,Q), value(V).
        at(T,V,Q) :- value(V), not used(T,V), own(T,(rest;all),Q).
        change(Pr,A,B,V) :- next(Pr,A,B), step(Pr,A,T,_), step(Pr,B,U,_), at(T,V,_), at(U,V,_),
          not both(T,U,V).
        both(T,U,V) :- at(T,V,Q), at(U,V,Q).
        about(H,T,U) :- handoff(H,_,T,_), task(U). about(H,T,U) :- then(H,U), task(T).
        carried(T,U,V) :- about(H,T,U), handoff(H,G,_,R), holder(G,Q), at(T,V,Q), holder(R,S),
          at(U,V,S).
        bad(Pr) :- change(Pr,A,B,V), step(Pr,A,T,_), step(Pr,B,U,_), not carried(T,U,V).
        """,
        draws=200,
    ),
    "sequence": Case(
        "{what: process}",
        "{sequence: {before: t0, after: t1}}",
        _AROUND + 'bad(Pr) :- way(Pr,S), step(Pr,S,"t1",_).',
    ),
    "deadline": Case("{what: process}", "{deadline: {within: 4 hours}}", _SUM),
    "protected": Case(
        "{what: task, tag: odd}",
        "{protected: {positions: [p0], departments: [red]}}",
        """
        may(P) :- department(P,"red"). may("p0").
        may(Q) :- post(Q), may(P) : member(Q,P).
        bad(T) :- duty(_,H,T,("accountable";"responsible")), tag(T,"odd"), not may(H).
        """,
    ),
    "span": Case(
        "{what: position}",
        "{span: {at_most: 1}}",
        _LINE
        + """
        below(S,Q) :- above(P,S), holder(P,Q), not holder(S,Q).
        bad(S) :- position(S), #count { Q : below(S,Q) } > 1.
        """,
    ),
    "gaps": Case(
        "{what: position}",
        "{gaps: {kinds: [position-without-duties]}}",
        """
        holds_one(P) :- position(P), duty(_,P,_,R), R != "approver".
        holds_one(P) :- member(Q,P), duty(_,Q,_,R), R != "approver".
        bad(P) :- position(P), not holds_one(P).
        """,
    ),
    "coverage": Case(
        "{what: organization}",
        "{coverage: {tags: odd, at_least: 60}}",
        """
        whole(T) :- task(T), owns(T,_), own(T,C,_) : spoken(T,C).
        bad("tiny") :- #count { T : tag(T,"odd"), whole(T) } < 2.
        """,
    ),
    "names": Case(
        "{what: organization}",
        "{names: {of: [duty]}}",
        """
        stated(N) :- duty(N,_,_,R), R != "approver".
        differ(N,M) :- stated(N), stated(M), scoped(N,V), not scoped(M,V).
        desk(H,H) :- duty(_,H,_,_). desk(Q,P) :- member(Q,P).
        bad("tiny") :- duty(N,H,T,R), duty(M,G,T,R), stated(N), stated(M), N < M,
            desk(H,P), desk(G,P), not differ(N,M), not differ(M,N).
        """,
        draws=240,
    ),
    "text": Case(
        "{what: duty}",
        "{text: {field: text, longest: {zh: 5}, forbidden: {zh: [ab]}}}",
        """
        bad(I) :- called(N,I), length(N,L), L > 5.
        bad(I) :- called(N,I), length(N,L), not vague(N).
        """,
    ),
    "deadline-duty": Case(
        "{what: duty, where: {derived: false}}",
        "{deadline: {within: 3 hours, stated: true}}",
        """
        bad(I) :- called(N,I), limit(N,H), H > 3.
        bad(I) :- called(N,I), not limit(N,_).
        """,
    ),
    "when": Case(
        "{what: position}",
        "{exists: {path: department, absent: true}}\n"
        "  when: {all: [{path: reports_to, op: exists}, "
        "{not: {path: duty/task, op: eq, value: t0}}, {any: [{path: duty/task, op: gt, value: 1}, "
        "{field: department, op: in, value: [red]}]}]}",
        _PATH
        + _LINE
        + """
        busy(P) :- position(P), #count { T : has(P,T) } > 1. busy(P) :- department(P,"red").
        bad(P) :- above(P,_), not has(P,"t0"), busy(P).
        """,
    ),
    "ladder": Case(
        "{what: ladder}",
        "{chain: {increasing: limit}}",
        """
        on(Q,N) :- stands(N,P), holder(P,Q).
        last(Q,N) :- on(Q,N), not later(Q,N). later(Q,N) :- on(Q,N), on(Q,M), M > N.
        free(Q) :- on(Q,N), not rung(N,_), not limited_from(N).
        limited_from(N) :- stands(N,_), rung(M,_), M > N.
        amount(Q,L) :- on(Q,_), not free(Q), L = #max { K : on(Q,N), rung(N,K) }, L >= 0.
        between(N,M) :- last(_,N), last(_,M), last(Q,O), amount(Q,_), N < O, O < M.
        bad("trouble") :- last(Q,N), amount(Q,L), last(R,M), amount(R,K), N < M, K < L,
          not between(N,M).
        """,
        draws=160,
    ),
}
