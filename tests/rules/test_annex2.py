from datetime import date

import pytest

from audit_report.model.approval import is_approved
from audit_report.model.assessed import RatedAction, RatedRecommendation, Reason
from audit_report.model.records import DateChange, ProgressUpdate
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, LatenessBasis, Quality
from audit_report.model.wording import shipped_places
from audit_report.rules.assess import assess
from audit_report.schema.dates.approximate_dates import ApproximateDate, read_approximate_date
from tests.builders import APRIL, action, date_change, recommendation, tracker, update
from tests.rules.cases import Case, cases, day, entry, given, listed, yes
from tests.shipped_scale import PlanStatus, status_named


def updates_in(case: Case) -> list[ProgressUpdate]:
    """By default one of 20 April 2010 that declares Green and no challenges."""
    first = given(case, "Update date", "20/04/2010")
    rows = [
        (first, case["Status declared"], case["Significant challenges"]),
        (
            case["Lower row: update date"],
            case["Lower row: status declared"],
            case["Lower row: significant challenges"],
        ),
    ]
    return [
        update(day=day(on), declared=status_named(declared or "Green"), challenges=yes(challenges or "No"))
        for on, declared, challenges in rows
        if on
    ]


def changes_in(case: Case) -> list[DateChange]:
    rows = [
        (case["New due date"], case["Approved on"]),
        (case["Lower row: new due date"], case["Lower row: approved on"]),
    ]
    return [date_change(words(due), day(approved)) for due, approved in rows if due or approved]


def words(typed: str) -> ApproximateDate | None:
    """A due date, or words for one."""
    return read_approximate_date(typed) if typed else None


def tracker_of(case: Case) -> Tracker:
    """By default as at 30 April 2010: a plan in place, and one action in progress and due on 30 June 2010."""
    return tracker(
        {
            "data_as_at": day(given(case, "Data as at", "30/04/2010")),
            "lateness": LatenessBasis(given(case, "Lateness judged against", "Current due date")),
        },
        recommendations=[
            recommendation(plan_in_place=yes(given(case, "Improvement plan in place", "Yes"))),
        ],
        actions=[
            action(
                original_due=words(given(case, "Original due date", "30/06/2010")),
                progress=ActionProgress(given(case, "Progress", "In progress")),
                completed=day(case["Completed on"]),
                quality=entry(Quality, case["Quality"]),
            )
        ],
        date_changes=changes_in(case),
        updates=updates_in(case),
    )


@pytest.mark.parametrize("case", cases("annex2_cases.csv"))
def test_status(case: Case) -> None:
    assessed = assess(tracker_of(case), day(given(case, "As at", "30/04/2010")))
    [rated], [rated_action] = assessed.recommendations, assessed.actions
    assert [reason.place.removeprefix("Reason ") for reason in rated.status_reasons] == listed(
        case["Reasons"]
    )
    assert rated.status == status_named(case["Status"])
    if case["Current due date"]:
        assert rated_action.current_due == day(case["Current due date"].replace("none", ""))
        assert len(rated_action.moves) == int(case["Times moved"])
        slipped = case["Days slipped"]
        assert rated_action.days_slipped == (None if slipped == "none" else int(slipped))


def one(of: Tracker, as_at: date = APRIL) -> RatedRecommendation:
    [rated] = assess(of, as_at).recommendations
    return rated


def one_action(of: Tracker, as_at: date = APRIL) -> RatedAction:
    [rated] = assess(of, as_at).actions
    return rated


def test_an_action_keeps_the_change_in_force_and_its_moves_in_order_of_approval() -> None:
    second = date_change(date(2010, 8, 31), date(2010, 4, 1))
    first = date_change(date(2010, 7, 31), date(2010, 3, 1))
    later = date_change(date(2010, 9, 30), date(2010, 5, 1))
    rated = one_action(tracker(actions=[action()], date_changes=[second, first, later]))
    assert rated.change is second
    assert rated.moves == (first, second)


def test_an_action_without_changes_has_none_in_force() -> None:
    rated = one_action(tracker(actions=[action()]))
    assert rated.change is None
    assert rated.moves == ()
    assert rated.on_track is True


def test_how_far_an_unreadable_original_date_has_slipped_is_not_known() -> None:
    moved = date_change(date(2010, 7, 31), date(2010, 4, 1))
    rated = one_action(tracker(actions=[action(original_due=None)], date_changes=[moved]))
    assert rated.current_due == date(2010, 7, 31)
    assert rated.days_slipped is None


def test_reasons_fill_the_placeholders_of_their_places() -> None:
    missed = action(
        original_due=date(2010, 4, 20), progress=ActionProgress.OFF_TRACK, quality=Quality.NOT_MET
    )
    rated = one(
        tracker(
            recommendations=[recommendation(plan_in_place=False)],
            actions=[missed],
            updates=[update(declared=PlanStatus.RED, challenges=True)],
        )
    )
    named = {"action": "Run the campaign", "ref": "R1.1"}
    assert rated.status_reasons == (
        Reason("Reason no plan", undated=True),
        Reason("Reason challenges"),
        Reason("Reason declared red"),
        Reason("Reason overdue", named | {"due_date": date(2010, 4, 20), "days": 10}),
        Reason("Reason off track", named, undated=True),
        Reason("Reason not met", named, undated=True),
    )
    made_of_days = {"days_late"}
    for reason in rated.status_reasons:
        assert set(reason.values) == set(shipped_places()[reason.place].placeholders) - made_of_days


def test_lateness_against_the_original_date_is_counted_from_it() -> None:
    moved = date_change(date(2010, 6, 30), date(2010, 4, 1))
    rated = one_action(
        tracker(
            {"lateness": LatenessBasis.ORIGINAL},
            actions=[action(original_due=date(2010, 3, 31))],
            date_changes=[moved],
        )
    )
    [reason] = rated.reasons
    assert reason.values["due_date"] == date(2010, 3, 31)
    assert reason.values["days"] == 30


def test_reasons_of_several_actions_follow_the_order_of_the_sheet() -> None:
    actions = [action(ref=f"R1.{number}", progress=ActionProgress.OFF_TRACK) for number in (2, 1, 3)]
    rated = one(tracker(recommendations=[recommendation()], actions=actions))
    assert [reason.values["ref"] for reason in rated.status_reasons] == ["R1.2", "R1.1", "R1.3"]


def test_the_update_that_counts_is_kept() -> None:
    old, new, undated, future = (
        update(day=on) for on in (date(2010, 3, 1), date(2010, 4, 1), None, date(2010, 5, 1))
    )
    rated = one(tracker(recommendations=[recommendation()], updates=[new, old, undated, future]))
    assert rated.update is new


def test_cells_that_could_not_be_read_are_no_reason() -> None:
    unreadable = {"declared": None, "challenges": None, "approved": None}
    rated = one(
        tracker(
            recommendations=[recommendation(plan_in_place=None)],
            actions=[action(original_due=None, progress=None)],
            updates=[update(**unreadable)],
        )
    )
    assert rated.status == PlanStatus.GREEN


@pytest.mark.parametrize(
    ("approved", "as_at", "answer"),
    [
        (date(2010, 4, 30), APRIL, True),
        (date(2010, 5, 1), APRIL, False),
        (None, APRIL, False),
        (date(2010, 4, 1), None, False),
    ],
)
def test_an_approval_after_the_day_does_not_exist_yet(
    approved: date | None,
    as_at: date | None,
    answer: bool,  # noqa: FBT001  a column of the table
) -> None:
    assert is_approved(update(approved=approved), as_at) is answer
