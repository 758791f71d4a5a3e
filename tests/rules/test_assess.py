from audit_report.model.vocabulary import ActionProgress
from audit_report.rules.assess import assess
from audit_report.rules.findings import findings_of
from tests.builders import APRIL, action, assessment, recommendation, tracker, update
from tests.shipped_scale import PlanStatus, Priority


def test_an_empty_tracker() -> None:
    assessed = assess(tracker(), APRIL)
    assert assessed.as_at == APRIL
    assert (assessed.recommendations, assessed.actions, assessed.forward_plan) == ((),) * 3


def test_without_a_day_priorities_are_rated_alone() -> None:
    late = action(original_due=APRIL.replace(year=2009), progress=ActionProgress.OFF_TRACK)
    of = tracker(
        {"data_as_at": None, "previous_as_at": APRIL},
        recommendations=[recommendation(plan_in_place=False, recorded_priority=Priority.MAJOR)],
        actions=[late],
        updates=[update(declared=PlanStatus.RED)],
    )
    assessed = assess(of, None)
    [rated] = assessed.recommendations
    assert rated.priority.stands == Priority.CRITICAL
    assert (rated.status, rated.status_reasons, rated.section, rated.since_last) == (None, (), None, None)
    assert not rated.current
    assert rated.update is None
    assert rated.actions == assessed.actions
    assert assessed.actions[0].on_track is None
    assert assessed.actions[0].current_due is None
    assert (assessed.as_at, assessed.previous_as_at, list(findings_of(assessed))) == (None, None, [])


def test_every_row_is_rated_in_the_order_of_its_sheet() -> None:
    of = tracker(
        recommendations=[recommendation(ref=ref) for ref in ("R3", "R1", "R2")],
        actions=[action(ref=f"X{number}", recommendation=f"R{number}") for number in (2, 9, 3)],
    )
    assessed = assess(of, APRIL)
    assert [rated.recommendation.ref for rated in assessed.recommendations] == ["R3", "R1", "R2"]
    assert [rated.action.ref for rated in assessed.actions] == ["X2", "X9", "X3"]
    assert [[each.action.ref for each in rated.actions] for rated in assessed.recommendations] == [
        ["X3"],
        [],
        ["X2"],
    ]


def test_rows_without_a_ref_have_no_actions_or_updates() -> None:
    of = tracker(
        recommendations=[recommendation(ref="")],
        actions=[action(recommendation="", progress=ActionProgress.OFF_TRACK)],
        updates=[update(recommendation="", declared=PlanStatus.RED)],
    )
    [rated] = assess(of, APRIL).recommendations
    assert rated.status == PlanStatus.GREEN
    assert rated.update is None


def test_rows_that_share_a_ref_share_its_actions() -> None:
    of = tracker(
        recommendations=[recommendation(), recommendation()],
        actions=[action(progress=ActionProgress.OFF_TRACK)],
    )
    assert [rated.status for rated in assess(of, APRIL).recommendations] == [PlanStatus.RED] * 2


def test_refs_are_matched_without_case_or_spacing() -> None:
    of = tracker(
        assessments=[assessment("A1")],
        recommendations=[recommendation(ref="CR-1")],
        actions=[action(recommendation="cr - 1", progress=ActionProgress.OFF_TRACK)],
    )
    [rated] = assess(of, APRIL).recommendations
    assert rated.status == PlanStatus.RED
