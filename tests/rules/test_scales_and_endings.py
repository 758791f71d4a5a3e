"""Every meaning, response, outcome and day: what a plan is rated and where it is printed, against the rules said anew.

`expected_status` and `expected_section` say sections "Annex 2", "Scales as data" and "Responses and endings" of the
rules as plainly as can be, one recommendation at a time, and share nothing with the program.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest

from audit_report.model.assessed import RatedRecommendation
from audit_report.model.records import Action, DateChange, ProgressUpdate, StatusCriteria
from audit_report.model.scales import Meaning
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, Outcome, Response
from audit_report.rules.assess import assess
from tests.builders import action, build, date_change, recommendation, tracker, update
from tests.shipped_scale import Priority

MARCH, APRIL, JUNE = date(2010, 3, 31), date(2010, 4, 30), date(2010, 6, 30)
_DATA_AS_AT, _FAR = APRIL, date(2010, 12, 31)
_NAMES = {
    Meaning.OFF_TRACK: "Behind",
    Meaning.AT_RISK: "Shaky",
    Meaning.ON_TRACK: "Going well",
    Meaning.COMPLETE: "Finished",
}
SCALES = [
    (Meaning.OFF_TRACK, Meaning.ON_TRACK),
    (Meaning.OFF_TRACK, Meaning.AT_RISK, Meaning.ON_TRACK),
    (Meaning.OFF_TRACK, Meaning.ON_TRACK, Meaning.COMPLETE),
    tuple(Meaning),
]
ACTIONS: dict[str, dict[str, object]] = {
    "none": {},
    "later": {"original_due": _FAR},
    "late since March": {"original_due": date(2010, 2, 28)},
    "late since June": {"original_due": date(2010, 5, 31)},
    "completed in April": {
        "original_due": _FAR, "progress": ActionProgress.COMPLETE, "completed": date(2010, 4, 15),
    },
    "cancelled in April": {
        "original_due": date(2010, 2, 28), "progress": ActionProgress.CANCELLED, "completed": date(2010, 4, 15),
    },
    "not started, due in May": {"original_due": date(2010, 5, 10), "progress": ActionProgress.NOT_STARTED},
    "off track": {"original_due": _FAR, "progress": ActionProgress.OFF_TRACK},
    "moved twice": {"original_due": date(2010, 2, 1)},
}  # fmt: skip
"""Facts of a recommendation's one action."""
MOVES = ((date(2010, 5, 1), date(2010, 1, 10)), (_FAR, date(2010, 3, 10)))
"""The new due dates of the one that is moved twice, and the days they were approved."""
CLOSED = (None, date(2010, 3, 1), APRIL, date(2010, 5, 20))
_UPDATED = date(2010, 4, 20)


@dataclass(frozen=True)
class Facts:
    """One recommendation of the product."""

    response: Response | None
    closed: date | None
    has_plan: bool
    declared: Meaning | None
    challenges: bool
    action: str
    is_critical: bool


def everything(scale: tuple[Meaning, ...]) -> Iterator[Facts]:
    responses, declared = (None, *Response), (None, *scale)
    yes_or_no = (True, False)
    for each in product(responses, CLOSED, yes_or_no, declared, yes_or_no, ACTIONS, yes_or_no):
        yield Facts(*each)


def expected_status(facts: Facts, as_at: date, scale: tuple[Meaning, ...]) -> Meaning | None:
    if facts.response is Response.NOT_AGREED:
        return None
    undated_facts_hold = as_at >= _DATA_AS_AT
    updated = facts.declared is not None and as_at >= _UPDATED
    if _is_off_track(facts, as_at, undated_facts_hold=undated_facts_hold, updated=updated):
        return Meaning.OFF_TRACK
    is_at_risk = (
        (updated and facts.declared is Meaning.AT_RISK)
        or facts.action == "moved twice"
        or (facts.action == "not started, due in May" and as_at == APRIL)
    )
    if Meaning.AT_RISK in scale and is_at_risk:
        return Meaning.AT_RISK
    if Meaning.COMPLETE in scale and facts.action == "completed in April" and as_at >= APRIL:
        return Meaning.COMPLETE
    return Meaning.ON_TRACK


def _is_off_track(facts: Facts, as_at: date, *, undated_facts_hold: bool, updated: bool) -> bool:
    late_on = {
        "late since March": (MARCH, APRIL, JUNE),
        "late since June": (JUNE,),
        "cancelled in April": (MARCH,),
        "not started, due in May": (JUNE,),
    }
    return (
        (undated_facts_hold and not facts.has_plan)
        or (updated and (facts.challenges or facts.declared is Meaning.OFF_TRACK))
        or as_at in late_on.get(facts.action, ())
        or (undated_facts_hold and facts.action == "off track")
    )


def expected_section(facts: Facts, as_at: date, status: Meaning | None) -> str | None:
    if facts.closed and facts.closed <= as_at:
        return None
    if facts.is_critical:
        return "B"
    return "C" if status is Meaning.OFF_TRACK else None


def rated(every: list[Facts], as_at: date, scale: tuple[Meaning, ...]) -> tuple[RatedRecommendation, ...]:
    """All of them in one tracker; the outcome of each goes round, for it changes no rating."""
    outcomes = (None, *Outcome)
    actions: list[Action] = []
    changes: list[DateChange] = []
    updates: list[ProgressUpdate] = []
    recommendations = []
    for number, facts in enumerate(every):
        ref, of_action = f"R{number}", f"R{number}.1"
        recommendations.append(
            recommendation(
                ref=ref,
                response=facts.response or Response.AGREED,
                closed=facts.closed,
                outcome=outcomes[number % len(outcomes)],
                plan_in_place=facts.has_plan,
                service_impact=Priority.CRITICAL if facts.is_critical else Priority.MAJOR,
            )
        )
        if facts.action != "none":
            actions.append(action(ref=of_action, recommendation=ref, **ACTIONS[facts.action]))
        if facts.action == "moved twice":
            changes += [date_change(due, approved, action=of_action) for due, approved in MOVES]
        if facts.declared:
            declared = _scale_of(scale).scales.meaning(facts.declared)
            updates.append(
                update(recommendation=ref, day=_UPDATED, declared=declared, challenges=facts.challenges)
            )
    made = tracker(
        {"data_as_at": _DATA_AS_AT, "due_soon_days": 30, "moves_allowed": 1},
        annex2=_scale_of(scale).annex2,
        recommendations=recommendations,
        actions=actions,
        date_changes=changes,
        updates=updates,
    )
    return assess(made, as_at).recommendations


def _scale_of(scale: tuple[Meaning, ...]) -> Tracker:
    rows = [
        build(StatusCriteria, {"status": _NAMES[each], "meaning": each, "label": _NAMES[each]})
        for each in scale
    ]
    return tracker(annex2=rows)


@pytest.mark.parametrize("as_at", [MARCH, APRIL, JUNE], ids=["before", "on", "after"])
@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: f"{len(scale)} {scale[-1]}")
def test_every_combination(scale: tuple[Meaning, ...], as_at: date) -> None:
    every = list(everything(scale))
    for facts, found in zip(every, rated(every, as_at, scale), strict=True):
        status = expected_status(facts, as_at, scale)
        assert (found.status.meaning if found.status else None) is status, facts
        assert not found.status or found.status.name == _NAMES[found.status.meaning]
        assert (found.section.value if found.section else None) == expected_section(facts, as_at, status), (
            facts
        )
        assert found.current is not (facts.closed is not None and facts.closed <= as_at), facts
