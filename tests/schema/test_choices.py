"""Lists, and Yes or No: the entry that a cell means, and never a word of the opposite sense."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_report import catalogue
from audit_report.cell_refs import CellRef
from audit_report.model.own_scales import entries, shipped_scales
from audit_report.model.records import Action, ProgressUpdate, Recommendation
from audit_report.model.report_details import ReportDetails
from audit_report.model.scales import Level, Status
from audit_report.model.vocabulary import ActionProgress, Quality
from audit_report.problems import Mistake
from audit_report.schema.choices import Choice, SaidInstead, YesNo
from audit_report.schema.kinds import Kind
from audit_report.schema.near_misses import nearest, nearest_ref
from audit_report.schema.raw_values import Raw
from audit_report.schema.reading import Reading
from audit_report.schema.spacing import match_key
from tests.shipped_scale import PlanStatus, Priority


class Response(StrEnum):
    """A list whose entries are one another's opposites."""

    AGREED = "Agreed"
    PARTLY = "Partly agreed"
    NOT_AGREED = "Not agreed"


LISTS: dict[str, Choice[object]] = {
    column.header: column.kind
    for record in (Recommendation, Action, ProgressUpdate, ReportDetails)
    for column in record.columns
    if isinstance(column.kind, Choice)
}
"""The kind of every column that is a list, by its header."""

SHIPPED = Reading(scales=entries(shipped_scales()))
"""How the cells of a tracker of the shipped scales are read."""


def advice(kind: Kind[bool] | Choice[object], typed: Raw) -> str:
    outcome = kind.read(typed, SHIPPED)
    assert isinstance(outcome, Mistake), typed
    return outcome.at(CellRef()).fix


@pytest.mark.parametrize(
    ("typed", "yes"),
    [("Yes", True), (" yes ", True), ("Y", True), ("NO", False), ("n", False), (True, True), (False, False)],
)
def test_yes_and_no_are_read(typed: Raw, yes: bool) -> None:  # noqa: FBT001  a table's column
    assert YesNo().read(typed) is yes


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Yess", "Did you mean “Yes”? Choose Yes or No."),
        ("✓", "Choose Yes."),
        ("False", "Choose No."),
        ("Partly", "Choose Yes if it is so today, and No until it is."),
        ("not  yet", "Choose Yes if it is so today, and No until it is."),
        ("Perhaps", "Choose Yes or No."),
        (7, "Choose Yes or No."),
    ],
)
def test_what_is_neither_yes_nor_no_has_an_answer(typed: Raw, told: str) -> None:
    assert advice(YesNo(), typed) == told


@pytest.mark.parametrize(
    ("header", "typed", "entry"),
    [
        ("Progress", "In progress", ActionProgress.IN_PROGRESS),
        ("Progress", "in  PROGRESS", ActionProgress.IN_PROGRESS),
        ("Progress", "InProgress", ActionProgress.IN_PROGRESS),
        ("Progress", "\u00a0Complete\u200b", ActionProgress.COMPLETE),
        ("Progress", "n", ActionProgress.NOT_STARTED),
        ("Status declared", "R", PlanStatus.RED),
        ("Status declared", " g ", PlanStatus.GREEN),
        ("Quality", "m", Quality.MET),
        ("Quality", "N", Quality.NOT_MET),
        ("Service impact", "C", Priority.CRITICAL),
        ("Recorded priority", "b", Priority.BEST_PRACTICE),
    ],
)
def test_a_list_ignores_case_and_spacing_and_knows_initials(header: str, typed: str, entry: object) -> None:
    assert LISTS[header].read(typed, SHIPPED) == entry


@pytest.mark.parametrize(
    ("header", "typed"),
    [
        ("Progress", "O"),
        ("Service impact", "M"),
        ("Status declared", "A"),
        ("Progress", "?"),
        ("Quality", ""),
    ],
)
def test_an_initial_that_may_mean_several_things_means_none(header: str, typed: str) -> None:
    """Off track begins with O; so do On track, Ongoing and Overdue."""
    assert "Did you mean" not in advice(LISTS[header], typed)


def test_the_labels_of_the_report_are_known() -> None:
    labels = {"red(notontrack)": PlanStatus.RED, "steady": PlanStatus.GREEN}
    reading = Reading(scales=entries(shipped_scales()), labels={Status: labels})

    assert Choice(Status).read("Red  (not on track)", reading) == PlanStatus.RED
    assert Choice(Status).read("STEADY", reading) == PlanStatus.GREEN
    assert isinstance(Choice(Level).read("Steady", reading), Mistake)


@pytest.mark.parametrize(
    ("header", "typed", "told"),
    [
        (
            "Progress",
            "Complte",
            "Did you mean “Complete”? Choose Not started, In progress, Complete, Off track or Cancelled.",
        ),
        (
            "Progress",
            "of track",
            "Did you mean “Off track”? Choose Not started, In progress, Complete, Off track or Cancelled.",
        ),
        ("Progress", "Purple", "Choose Not started, In progress, Complete, Off track or Cancelled."),
        ("Status declared", "Greeen", "Did you mean “Green”? Choose Red or Green."),
        ("Quality", "Nt met", "Did you mean “Not met”? Choose Met or Not met."),
        ("Language", "Welch", "Did you mean “Welsh”? Choose English or Welsh."),
    ],
)
def test_a_near_miss_of_a_list_is_told_what_was_meant(header: str, typed: str, told: str) -> None:
    assert advice(LISTS[header], typed) == told


@pytest.mark.parametrize(
    ("header", "typed", "begins"),
    [
        (
            "Progress",
            "On track",
            "Choose In progress if work has begun and Not started if it has not: whether",
        ),
        (
            "Progress",
            "on trak",
            "Choose In progress if work has begun and Not started if it has not: whether",
        ),
        ("Progress", "Ongoing", "Choose In progress"),
        ("Progress", "Underway", "Choose In progress"),
        ("Progress", "Started", "Choose In progress"),
        ("Progress", "Incomplete", "Choose In progress"),
        ("Progress", "Done", "Choose Complete and give the day"),
        ("Progress", "Completed", "Choose Complete and give the day"),
        ("Progress", "Overdue", "Choose In progress or Not started: that the action is late is worked out"),
        ("Progress", "Delayed", "Choose Off track if it will miss its due date"),
        ("Progress", "To do", "Choose Not started"),
        ("Progress", "On hold", "Choose Off track if it will miss its due date; otherwise"),
        ("Status declared", "On Track", "Choose Green."),
        ("Status declared", "Off track", "Choose Red."),
        ("Status declared", "Amber", "Choose Red if the plan is not on track and Green if it is"),
        (
            "Status declared",
            "Ongoing",
            "Choose Red if the plan is not on track and Green if it is, how",
        ),
        ("Quality", "Unmet", "Choose Not met."),
        ("Quality", "N/A", "Choose Met or Not met once somebody has judged the work; until then leave"),
        ("Service impact", "None", "Choose a level only where there is one; otherwise leave the cell blank."),
        ("Recorded priority", "High", "Choose the level whose criteria"),
        ("Language", "Cymraeg", "Choose Welsh"),
    ],
)
def test_what_people_write_instead_has_its_own_answer(header: str, typed: str, begins: str) -> None:
    assert advice(LISTS[header], typed).startswith(begins)


@pytest.mark.parametrize("header", LISTS)
def test_no_answer_is_for_an_entry_or_given_twice(header: str) -> None:
    kind = LISTS[header]
    words = [match_key(word) for each in kind.said_instead for word in each.words.split(" | ")]

    assert len(words) == len(set(words))
    assert not {match_key(str(option)) for option in kind.entries(SHIPPED).values()} & set(words)
    assert {each.means for each in kind.said_instead} <= {"", *kind.entries(SHIPPED)}
    assert not [word for word in words if "Did you mean" in advice(kind, word)]


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("On track", ["Off track", "Complete"]),
        ("Off track", ["On track", "Complete"]),
        ("Started", ["Not started", "In progress"]),
        ("Unmet", ["Met"]),
        ("Not met", ["Met"]),
        ("Met", ["Not met"]),
        ("Disagreed", list(Response)),
        ("Disagree", list(Response)),
        ("Not complete", ["Complete"]),
        ("In-complete", ["Complete"]),
        ("Not at risk", ["At risk", "On track"]),
        ("Without challenges", ["With challenges"]),
        ("Unknown", ["Known"]),
    ],
)
def test_the_opposite_of_an_entry_is_no_near_miss_of_it(typed: str, entries: list[str]) -> None:
    assert nearest(typed, entries) is None


@pytest.mark.parametrize(
    "entry", [*ActionProgress, *Quality, *Response, "At risk", "Superseded", "On schedule"]
)
@pytest.mark.parametrize("negation", ["not ", "un", "dis", "in", "non-", "Not "])
def test_no_negation_of_an_entry_is_taken_for_it(entry: str, negation: str) -> None:
    assert nearest(negation + entry.lower(), [entry]) is None


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("R0011", ["R0001", "R0010"], None),
        ("CR-12", ["CR-1", "CR-2"], None),
        ("FP1.10", ["FP1.1"], None),
        ("CR1", ["CR-1", "CR-2"], "CR-1"),
        ("RC-1", ["CR-1", "CR-2"], "CR-1"),
        ("CR-01", ["CR-1", "CR-2"], "CR-1"),
        ("SR (25/26) 1", ["SR (25/26) 01", "SR (24/25) 01"], "SR (25/26) 01"),
    ],
)
def test_a_ref_of_another_number_is_another_ref(typed: str, known: list[str], meant: str | None) -> None:
    assert nearest_ref(typed, known) == meant


@given(st.text(), st.sampled_from(list(LISTS.values())))
def test_any_text_is_an_entry_or_gets_advice(text: str, kind: Choice[object]) -> None:
    outcome = kind.read(text, SHIPPED)

    assert outcome in kind.entries(SHIPPED).values() or (
        isinstance(outcome, catalogue.NotInList) and outcome.choices
    )


@given(st.text(min_size=1), st.text(min_size=1))
def test_braces_in_a_cell_or_an_entry_do_no_harm(text: str, entry: str) -> None:
    list_of_two = StrEnum("list_of_two", {"ONE": entry, "OTHER": entry + "{}"})
    said = SaidInstead("done", "", "Choose {ONE}.")

    outcome = Choice(list_of_two, (said,)).read(text)

    assert outcome in list(list_of_two) or isinstance(outcome, Mistake)
