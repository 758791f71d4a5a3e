"""Progress updates: what a moderate recommendation's updates must be like as at 30 April 2010."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from audit_report import catalogue
from audit_report.checks.progress_updates import updates_are_new
from audit_report.model.records import Assessment, Officer, ProgressUpdate, Recommendation
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem
from audit_report.rules.assess import assess
from audit_report.schema.rich_text import plain
from audit_report.schema.spacing import without_spacing
from tests.builders import APRIL, assessment, build, recommendation, tracker, update
from tests.checks import told
from tests.shipped_scale import Priority

Facts = Mapping[str, object]

KINDS = (
    catalogue.NoUpdate,
    catalogue.UnchangedUpdate,
    catalogue.UpdateNotApproved,
    catalogue.UpdateWithoutApprover,
    catalogue.NotApprovedByDirector,
    catalogue.StaleUpdate,
)

OFFICERS = tuple(
    build(Officer, {"name": name}) for name in ("Ann Archer", "Ben Baker", "Joan Smith", "John Smith")
)
DIRECTOR, ANOTHER = "Ann Archer", "Ben Baker"
NOT_IN_OFFICERS = "Zachary Quill"

LOST: Facts = {"recommendation": "", "unreadable": frozenset({"recommendation"})}
"""What is read where the ref of an update is blank or no ref."""

MARCH, FEBRUARY = date(2010, 3, 22), date(2010, 2, 22)


def moderate(**facts: object) -> Recommendation:
    usual = {"service_impact": Priority.MODERATE, "director": DIRECTOR, "leads": ANOTHER}
    return recommendation(**(usual | facts))


def latest(text: object = "Half of the posts are filled.", **facts: object) -> ProgressUpdate:
    return update(**({"progress": (plain(str(text)),), "approved_by": DIRECTOR} | facts))


def problems(of: Tracker, as_at: date | None = APRIL) -> list[Problem]:
    return told(of, KINDS, as_at)


def codes(
    rows: Sequence[ProgressUpdate],
    *,
    of: Recommendation | None = None,
    settings: Facts | None = None,
    sources: Sequence[Assessment] = (assessment(),),
    as_at: date | None = APRIL,
) -> list[str]:
    register = tracker(
        settings, recommendations=[of or moderate()], updates=rows, officers=OFFICERS, assessments=sources
    )
    return [problem.code for problem in problems(register, as_at)]


def test_a_recent_new_and_approved_update_is_fine() -> None:
    assert codes([latest()]) == []


@pytest.mark.parametrize(
    ("why", "recommendation_facts", "expected"),
    [
        ("nothing is known of its progress", {}, ["no-update"]),
        ("printed in section B", {"service_impact": Priority.CRITICAL}, ["no-update"]),
        ("printed in section C", {"plan_in_place": False}, ["no-update"]),
        ("closed", {"closed": MARCH}, []),
        ("not raised yet", {"raised": date(2010, 5, 4)}, []),
        ("perhaps closed", {"unreadable": frozenset({"closed"})}, []),
        ("perhaps not raised yet", {"unreadable": frozenset({"raised"})}, []),
        ("perhaps reported elsewhere: its source is nowhere", {"source_assessment": "A9"}, []),
        ("its own ref is lost", {"ref": "", "unreadable": frozenset({"ref"})}, []),
    ],
)
def test_no_update(why: str, recommendation_facts: Facts, expected: list[str]) -> None:
    assert codes([], of=moderate(**recommendation_facts)) == expected, why


@pytest.mark.parametrize(
    ("why", "sources", "expected"),
    [
        ("reported here", [assessment()], ["no-update"]),
        ("reported elsewhere", [assessment(reported_through="Finance")], []),
        ("perhaps", [assessment(unreadable=frozenset({"reported_through"}))], []),
        (
            "its whole perhaps",
            [assessment(part_of="W"), assessment("W", unreadable=frozenset({"part_of"}))],
            [],
        ),
        ("its whole here", [assessment(part_of="W"), assessment("W")], ["no-update"]),
        ("its whole nowhere", [assessment(part_of="W")], []),
        ("in a circle", [assessment(part_of="W"), assessment("W", part_of="A1")], []),
    ],
)
def test_what_may_be_reported_elsewhere_needs_no_update_here(
    why: str, sources: Sequence[Assessment], expected: list[str]
) -> None:
    assert codes([], sources=sources) == expected, why


@pytest.mark.parametrize(
    ("why", "rows", "expected"),
    [
        ("an update of a later day", [latest(day=date(2010, 4, 30))], []),
        ("an update dated by mistake after Data as at", [latest(day=date(2011, 4, 20))], []),
        ("an update without a readable day", [latest(day=None, unreadable=frozenset({"day"}))], []),
        ("an update whose ref is lost may be its", [latest(**LOST)], []),
        ("an update whose ref is wrong may be its", [latest(recommendation="R9")], []),
    ],
)
def test_an_update_with_a_mistake_of_its_own_is_no_missing_one(
    why: str, rows: Sequence[ProgressUpdate], expected: list[str]
) -> None:
    assert codes(rows) == expected, why


def test_one_stray_update_explains_one_recommendation_without_any() -> None:
    two = [moderate(), moderate(ref="R2")]
    assert [
        problem.ref
        for problem in problems(tracker(recommendations=two, updates=[latest(recommendation="R9")]))
    ] == ["R1", "R2"]


@pytest.mark.parametrize(
    ("day", "months", "as_at", "expected"),
    [
        (date(2010, 1, 30), 3, APRIL, []),
        (date(2010, 1, 29), 3, APRIL, ["stale-update"]),
        (date(2010, 3, 30), 1, APRIL, []),
        (date(2010, 3, 29), 1, APRIL, ["stale-update"]),
        (date(2009, 4, 30), 12, APRIL, []),
        (date(2009, 4, 29), 12, APRIL, ["stale-update"]),
        (date(2010, 1, 28), 1, date(2010, 2, 28), []),
        (date(2010, 2, 28), 1, date(2010, 3, 31), []),
        (date(2010, 2, 27), 1, date(2010, 3, 31), ["stale-update"]),
        (date(1980, 1, 1), 999_999, APRIL, []),
    ],
)
def test_stale_updates(day: date, months: int, as_at: date, expected: list[str]) -> None:
    row = latest(day=day, approved=day)
    assert codes([row], settings={"months_between_updates": months}, as_at=as_at) == expected


@pytest.mark.parametrize(
    ("why", "settings", "rows", "expected"),
    [
        ("the interval itself is unreadable", {"unreadable": frozenset({"months_between_updates"})}, [], []),
        ("a newer one has no readable day", {}, [latest(day=None, unreadable=frozenset({"day"}))], []),
        ("a newer one is dated after Data as at", {}, [latest(day=date(2010, 10, 4))], []),
        ("a newer one has lost its ref", {}, [latest(**LOST, day=MARCH)], []),
        (
            "what has lost its ref is older",
            {},
            [latest(**LOST, day=date(2009, 7, 1))],
            ["stale-update"],
        ),
        ("a newer one is there", {}, [latest("News.", day=MARCH)], []),
    ],
)
def test_an_old_update_is_stale_only_if_no_newer_one_may_be_its(
    why: str, settings: Facts, rows: Sequence[ProgressUpdate], expected: list[str]
) -> None:
    assert codes([latest(day=date(2009, 10, 20)), *rows], settings=settings) == expected, why


@pytest.mark.parametrize(
    ("why", "earlier", "expected"),
    [
        ("the same words", ["Work goes on."], ["unchanged-update"]),
        ("the same but for spacing and case", ["work  goes\u00a0on. "], ["unchanged-update"]),
        ("the same but for a gap in its first word", ["Wo rk goes on."], ["unchanged-update"]),
        ("other words", ["Work begins."], []),
        ("other words after the same start", ["Work goes on, and on."], []),
        ("the same as the one before last only", ["Work goes on.", "Work stops."], []),
        (
            "the same as the last one, other than the one before",
            ["Work stops.", "Work goes on."],
            ["unchanged-update"],
        ),
        ("nothing to compare with", [], []),
    ],
)
def test_unchanged_updates(why: str, earlier: list[str], expected: list[str]) -> None:
    days = (FEBRUARY, MARCH)[-len(earlier) :]
    before = [latest(text, day=day) for text, day in zip(earlier, days, strict=False)]
    assert codes([*before, latest("Work goes on.")]) == expected, why


@given(text=st.text(st.characters(categories=("L", "N", "P")), min_size=1), gap=st.integers(0, 9))
@example(text="Straße", gap=5)
def test_words_are_the_same_whatever_their_case_and_gaps(text: str, gap: int) -> None:
    before = f"{text[:gap]} {text[gap:]}".swapcase()
    assume(without_spacing(before) == without_spacing(text))
    rows = [latest(before, day=MARCH), latest(text)]
    of = tracker(recommendations=[moderate()], updates=rows, officers=OFFICERS)
    assert [problem.code for problem in updates_are_new(of, assess(of, APRIL))] == ["unchanged-update"]


def test_of_two_updates_of_a_day_the_lower_row_is_the_later() -> None:
    rows = [latest("One.", day=MARCH), latest("Two.", day=MARCH), latest("Two.")]
    assert codes(rows) == ["unchanged-update"]
    assert codes([latest("One."), latest("One.")]) == ["unchanged-update"]


def test_updates_that_could_not_be_read_are_not_the_same() -> None:
    unread: Facts = {"progress": (), "unreadable": frozenset({"progress"})}
    assert codes([latest(day=MARCH, **unread), latest(**unread)]) == []


@pytest.mark.parametrize(
    ("why", "facts", "expected"),
    [
        ("not approved", {"approved": None, "approved_by": ""}, ["update-not-approved"]),
        ("a name but no day", {"approved": None}, ["update-not-approved"]),
        ("a day that cannot be read", {"approved": None, "unreadable": frozenset({"approved"})}, []),
        ("a day after Data as at has its own problem", {"approved": date(2010, 5, 4)}, []),
        ("approved that day", {"approved": APRIL}, []),
        ("a day but no name", {"approved_by": ""}, ["update-without-approver"]),
        ("a name that cannot be read", {"approved_by": "", "unreadable": frozenset({"approved_by"})}, []),
        ("by another", {"approved_by": ANOTHER}, ["not-approved-by-director"]),
        ("by another and the director", {"approved_by": f"{ANOTHER}\n{DIRECTOR}"}, []),
        ("the director misspelt", {"approved_by": "Ann Acrher"}, []),
        ("the director's initial", {"approved_by": "A. Archer"}, []),
        ("the director, surname first", {"approved_by": "Archer, Ann"}, []),
        ("another misspelt", {"approved_by": "Ben Bakker"}, ["not-approved-by-director"]),
        ("a name that Officers does not have", {"approved_by": NOT_IN_OFFICERS}, []),
    ],
)
def test_approvals(why: str, facts: Facts, expected: list[str]) -> None:
    assert codes([latest(**facts)]) == expected, why


@pytest.mark.parametrize(
    ("why", "director", "approved_by", "expected"),
    [
        ("one of two directors", f"{DIRECTOR}\n{ANOTHER}", ANOTHER, []),
        ("neither of two", f"{DIRECTOR}\n{ANOTHER}", "John Smith", ["not-approved-by-director"]),
        ("one of two officers with names alike", "Joan Smith", "John Smith", ["not-approved-by-director"]),
        ("one slip from both", "Joan Smith", "Johan Smith", []),
        ("the recommendation's name is misspelt", "Ann Archr", DIRECTOR, []),
        ("the recommendation's name is not in Officers", NOT_IN_OFFICERS, DIRECTOR, []),
        ("the recommendation has no director", "", DIRECTOR, []),
    ],
)
def test_who_approves(why: str, director: str, approved_by: str, expected: list[str]) -> None:
    assert codes([latest(approved_by=approved_by)], of=moderate(director=director)) == expected, why


def test_only_the_latest_update_needs_approval() -> None:
    assert codes([latest("Old.", day=MARCH, approved=None), latest()]) == []


@pytest.mark.parametrize("closing", [{"closed": APRIL}, {"raised": date(2010, 5, 1)}])
def test_what_is_not_current_is_left_alone(closing: Facts) -> None:
    assert codes([latest(day=FEBRUARY, approved=None)], of=moderate(**closing)) == []


def test_everything_is_as_at_the_day() -> None:
    later = latest("News.", day=date(2010, 7, 20), approved=date(2010, 7, 26), approved_by=ANOTHER)
    in_october = {"data_as_at": date(2010, 10, 31)}

    assert codes([latest(), later], settings=in_october) == []
    assert codes([latest(), later], settings=in_october, as_at=date(2010, 4, 24)) == ["update-not-approved"]
    assert codes([latest(), later], settings=in_october, as_at=date(2010, 10, 31)) == [
        "not-approved-by-director",
        "stale-update",
    ]
    assert codes([latest(), later], as_at=None) == []


def test_a_ref_used_twice_is_a_problem_of_its_own_and_nobody_knows_whose_the_updates_are() -> None:
    of = tracker(recommendations=[moderate(), moderate()], updates=[latest(approved=None)], officers=OFFICERS)
    assert problems(of) == []


def test_a_problem_says_where_and_whom_to_ask() -> None:
    row = latest(day=date(2010, 1, 20), approved=None)
    unapproved, stale = problems(tracker(recommendations=[moderate()], updates=[row], officers=OFFICERS))

    assert (stale.where.header, stale.ref, stale.value) == ("Update date", "R1", "2010-01-20")
    assert (
        stale.message == "The latest update (20 January 2010) is more than 3 months old as at 30 April 2010."
    )
    assert stale.fix.startswith("Ask Ben Baker for a new one")
    assert unapproved.where.header == "Approved on"
    assert unapproved.fix.startswith("Ask Ann Archer to approve it")


def test_nobody_named_is_still_somebody_to_ask() -> None:
    of = tracker(recommendations=[moderate(leads="")], updates=[])
    assert problems(of)[0].fix.startswith("Ask the delivery leads")


def test_strays_explain_no_more_than_their_number() -> None:
    old = latest(day=date(2009, 10, 20))
    two = [moderate(), moderate(ref="R2")]
    rows = [old, replace(old, recommendation="R2"), latest(recommendation="R9")]
    found = problems(tracker(recommendations=two, updates=rows, officers=OFFICERS))
    assert [(problem.code, problem.ref) for problem in found] == [("stale-update", "R2")]
