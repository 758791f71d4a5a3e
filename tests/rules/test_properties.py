"""What holds of the rules whatever the facts."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from audit_report.model.records import Action, DateChange, ProgressUpdate, Recommendation
from audit_report.model.scales import Level, Status
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, FinancialTest, Quality, SinceLast
from audit_report.rules.annex1_priority import rate_priority
from audit_report.rules.assess import assess
from audit_report.rules.findings import findings_of
from tests.builders import APRIL, action, date_change, recommendation, tracker, update
from tests.shipped_scale import LEVELS, STATUSES, PlanStatus

IMPACTS = ("service_impact", "reputation_impact", "people_impact")

levels = st.none() | st.sampled_from(LEVELS)
days = st.dates(date(2009, 10, 1), date(2010, 10, 31))
maybe_days = st.none() | days
pounds = st.none() | st.sampled_from([0.0, 299_999.99, 300_000.0, 5e5, 999_999.99, 1e6, 2e6, 3.33e7])
trackers = st.sampled_from([tracker({"financial_test": test}) for test in FinancialTest])


@st.composite
def recommendations(draw: st.DrawFn) -> Recommendation:
    return recommendation(
        raised=draw(maybe_days),
        closed=draw(maybe_days),
        loss=draw(pounds),
        budget=draw(pounds),
        recorded_priority=draw(levels),
        reason_differs=draw(st.sampled_from(["", "Agreed"])),
        plan_in_place=draw(st.booleans()),
        **{impact: draw(levels) for impact in IMPACTS},
    )


@st.composite
def actions(draw: st.DrawFn) -> Action:
    return action(
        original_due=draw(maybe_days),
        progress=draw(st.sampled_from(ActionProgress)),
        completed=draw(maybe_days),
        quality=draw(st.none() | st.sampled_from(Quality)),
    )


@st.composite
def updates(draw: st.DrawFn) -> ProgressUpdate:
    return update(
        day=draw(maybe_days), declared=draw(st.sampled_from(STATUSES)), challenges=draw(st.booleans())
    )


@st.composite
def date_changes(draw: st.DrawFn) -> DateChange:
    return date_change(draw(maybe_days), draw(maybe_days))


@st.composite
def registers(draw: st.DrawFn) -> Tracker:
    return tracker(
        {"data_as_at": draw(maybe_days), "previous_as_at": draw(maybe_days)},
        recommendations=[draw(recommendations())],
        actions=draw(st.lists(actions(), max_size=3)),
        date_changes=draw(st.lists(date_changes(), max_size=3)),
        updates=draw(st.lists(updates(), max_size=3)),
    )


def severity(level: Level | None) -> int:
    """Greater for a more severe level; least for none."""
    return -len(LEVELS) if level is None else -level.rank


def status_of(of: Tracker, as_at: date) -> Status | None:
    return assess(of, as_at).recommendations[0].status


@given(recommendations(), st.sampled_from(IMPACTS), levels, trackers)
def test_raising_an_impact_never_lowers_the_priority(
    record: Recommendation, impact: str, level: Level | None, of: Tracker
) -> None:
    raised = replace(record, **{impact: max(getattr(record, impact), level, key=severity)})
    before, after = rate_priority(record, of), rate_priority(raised, of)
    assert severity(after.stands) >= severity(before.stands)
    assert severity(after.evidence) >= severity(before.evidence)


@given(recommendations(), st.floats(0, 1e8), st.floats(0, 1e8), trackers)
def test_a_greater_loss_never_lowers_the_priority(
    record: Recommendation, loss: float, more: float, of: Tracker
) -> None:
    before, after = (rate_priority(replace(record, loss=amount), of) for amount in (loss, loss + more))
    assert severity(after.stands) >= severity(before.stands)


@given(recommendations())
def test_either_test_is_never_less_severe_than_both(record: Recommendation) -> None:
    both, either = (
        rate_priority(record, tracker({"financial_test": test})).evidence for test in FinancialTest
    )
    assert severity(either) >= severity(both)


@given(recommendations(), trackers)
def test_areas_are_given_where_the_evidence_decides(record: Recommendation, of: Tracker) -> None:
    rated = rate_priority(record, of)
    assert bool(rated.areas) == (rated.evidence is not None and rated.stands is rated.evidence)


@given(registers(), days, days)
def test_an_overdue_action_makes_it_red(of: Tracker, as_at: date, due: date) -> None:
    late = action(ref="R1.9", original_due=as_at - timedelta(days=1 + (due - date(2009, 10, 1)).days))
    assert status_of(replace(of, actions=(*of.actions, late)), as_at) == PlanStatus.RED


@given(registers(), actions(), days)
def test_another_action_never_turns_red_to_green(of: Tracker, more: Action, as_at: date) -> None:
    added = replace(of, actions=(*of.actions, replace(more, ref="R1.9")))
    if status_of(of, as_at) == PlanStatus.RED:
        assert status_of(added, as_at) == PlanStatus.RED


@given(registers(), days, st.integers(1, 100), st.data())
def test_what_is_dated_later_changes_nothing(
    of: Tracker, as_at: date, wait: int, data: st.DataObject
) -> None:
    later = as_at + timedelta(days=wait)
    change = replace(data.draw(date_changes()), approved=later)
    grown = replace(
        of,
        updates=(*of.updates, replace(data.draw(updates()), day=later)),
        date_changes=(change, *of.date_changes),
        recommendations=(*of.recommendations, recommendation(ref="R2", raised=later)),
    )
    before, after = assess(of, as_at), assess(grown, as_at)
    assert after.recommendations[0] == before.recommendations[0]
    assert not after.recommendations[1].current
    assert list(findings_of(after)) == list(findings_of(before))


@given(registers(), days)
def test_the_parts_of_an_answer_agree(of: Tracker, as_at: date) -> None:
    assessed = assess(of, as_at)
    [rated] = assessed.recommendations
    assert (rated.status == PlanStatus.RED) == bool(rated.status_reasons)
    assert rated.section is None or rated.current
    assert not rated.current or rated.since_last not in (None, SinceLast.CLOSED)
    assert rated.since_last is not SinceLast.IMPROVED or rated.last_status == PlanStatus.RED
    assert rated.since_last is not SinceLast.WORSENED or rated.last_status == PlanStatus.GREEN
    assert (assessed.previous_as_at is None) == (
        not of.details.previous_as_at or of.details.previous_as_at >= as_at
    )
    for each in assessed.actions:
        assert each.change is (each.changes[-1] if each.changes else None)
        assert all(change.approved and change.approved <= as_at for change in each.changes)
        assert set(each.moves) <= set(each.changes)
        assert each.moves or each.days_slipped in (0, None)


@given(registers(), days)
def test_the_status_last_time_is_what_was_reported_then(of: Tracker, as_at: date) -> None:
    assessed = assess(of, as_at)
    [rated], previous = assessed.recommendations, assessed.previous_as_at
    if previous and rated.last_status and of.details.data_as_at:
        assert rated.last_status == status_of(of, previous)


@given(registers())
def test_without_a_day_nothing_is_reported(of: Tracker) -> None:
    assessed = assess(of, None)
    assert assessed.recommendations[0].status is None
    assert assessed.recommendations[0].priority == assess(of, APRIL).recommendations[0].priority
