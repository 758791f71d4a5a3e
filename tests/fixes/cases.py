"""For each problem an edit that makes it, and the edits that its fix tells a person to make."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl.cell.rich_text import TextBlock
from openpyxl.cell.text import InlineFont

from audit_report.model.records import Action
from audit_report.workbook_out.column_names import letter
from tests.fixes.edits import (
    Edit,
    add,
    add_as_it_was,
    add_column,
    add_sheet,
    cell,
    copy_row,
    delete_column,
    delete_item,
    delete_row,
    delete_sheet,
    font,
    format_as,
    head,
    item,
    link,
    merge,
    note,
    put,
    rich,
    strike,
    table,
    typed,
    unmerge,
)
from tests.fixes.registers import april, workbook

_SHORT = "dd/mm/yyyy"


@dataclass(frozen=True, slots=True)
class Case:
    """A problem made by `spoil` and put right by `mend`, which does what the fix `says`.

    `brings` is what is told of afterwards, as the fix has it. `compared` is a case with the last report's own file at
    hand, which `before` edits; where the fix `gives_previous`, that file is at hand only once it is followed.
    """

    says: str
    spoil: Sequence[Edit]
    mend: Sequence[Edit]
    brings: str = ""
    compared: bool = False
    gives_previous: bool = False
    before: Sequence[Edit] = ()


def case(says: str, spoil: Edit | Sequence[Edit], mend: Edit | Sequence[Edit], brings: str = "") -> Case:
    """A case of one workbook."""
    return Case(says, _several(spoil), _several(mend), brings)


def against(says: str, spoil: Edit | Sequence[Edit], mend: Edit | Sequence[Edit], *before: Edit) -> Case:
    """A case in which the workbook is compared with the last report's own."""
    return Case(says, _several(spoil), _several(mend), compared=True, before=before)


def _several(edits: Edit | Sequence[Edit]) -> Sequence[Edit]:
    return edits if isinstance(edits, Sequence) else [edits]


_AS_MADE = workbook(april())
_STRUCK = InlineFont(strike=True)
_PLAIN = InlineFont()


def _reported(day: date, status: str = "Green") -> Edit:
    """The sheet of what the report of a day said of the register's two recommendations."""
    return add_sheet(
        "Reported ratings",
        ("As at", "Recommendation ref", "Priority", "Status", "Section", "Response"),
        (day, "R1", "Critical", status, "B", "Agreed"),
        (day, "R2", "Moderate", status, None, "Agreed"),
    )


CASES: Mapping[str, Case] = {
    # the file, its sheets and their columns
    "missing-sheet": case(
        "Add the sheet", delete_sheet("Forward plan"), add_as_it_was("Forward plan", _AS_MADE)
    ),
    "sheet-not-read": case(
        "Move the rows that count into “Actions”, then delete this sheet",
        add_sheet(
            "Actions (2)",
            ("Action ref", "Recommendation ref", "Action", "Owner", "Original due date", "Progress"),
            ("R1.9", "R1", "Train the team", "Ben Baker", date(2010, 7, 1), "Not started"),
        ),
        [
            add(
                "Actions",
                Action_ref="R1.9",
                Recommendation_ref="R1",
                Action="Train the team",
                Owner="Ben Baker",
                Original_due_date=date(2010, 7, 1),
                Progress="Not started",
            ),
            delete_sheet("Actions (2)"),
        ],
    ),
    "no-header": case(
        "Put the headers back in one row",
        [delete_row("Officers", 1), delete_row("Officers", 2)],
        [delete_sheet("Officers"), add_as_it_was("Officers", _AS_MADE)],
    ),
    "missing-column": case(
        "Add a column headed “Progress”",
        delete_column("Actions", "Progress"),
        add_column("Actions", "Progress", "In progress", "Complete"),
    ),
    "missing-optional-column": case(
        "Add a column headed “Quality”",
        delete_column("Actions", "Quality"),
        add_column("Actions", "Quality", None, "Met"),
    ),
    "misspelt-column": case(
        "Change the header “Qualiti” to “Quality”",
        head("Actions", "Quality", "Qualiti"),
        head("Actions", "Qualiti", "Quality"),
    ),
    "duplicate-header": case(
        "Keep one column headed “Quality” and rename or delete the other",
        head("Actions", "Evidence", "Quality"),
        cell("Actions", f"{letter(Action, 'evidence')}1", "Evidence"),
    ),
    "missing-item": case(
        "Add a row with “Short name” in the Item column and fill in its value",
        delete_row("Report details", 3),
        item("Short name", "NCC"),
    ),
    "missing-settings": case(
        "add a row for each, with its name in the Item column",
        delete_item("Months ahead"),
        item("Months ahead", 6),
    ),
    "unknown-item": case(
        "Correct the item's name, or delete the row",
        item("Councilors", "73"),
        delete_row("Report details", -1),
    ),
    "duplicate-item": case(
        "Keep one of the two rows", add("Report details", Item="Service"), delete_row("Report details", -1)
    ),
    "agreed-departure": case(
        "to see them, clear “Agreed departures”",
        [put("Annex 1", 2, Service_criteria="Ours."), item("Agreed departures", "criteria-reworded")],
        [item("Agreed departures", None), put("Annex 1", 2, Service_criteria="Critical for services.")],
    ),
    "welsh-is-draft": case(
        "enter welsh-is-draft at Agreed departures",
        item("Language", "Welsh"),
        item("Agreed departures", "welsh-is-draft\nenglish-in-welsh"),
        brings="agreed-departure",
    ),
    "english-in-welsh": case(
        "Type the Welsh over it",
        [item("Language", "Welsh"), item("Agreed departures", "welsh-is-draft")],
        [
            put("Annex 1", 2, Report_label="Critigol"),
            put("Annex 1", 3, Report_label="Mawr"),
            put("Annex 1", 4, Report_label="Cymedrol"),
            put("Annex 1", 5, Report_label="Arfer gorau"),
            put("Annex 2", 2, Report_label="Coch"),
            put("Annex 2", 3, Report_label="Gwyrdd"),
        ],
        brings="agreed-departure",
    ),
    "not-agreeable": case(
        "Take it out of “Agreed departures”",
        item("Agreed departures", "no-update"),
        item("Agreed departures", None),
    ),
    "note-in-table": case(
        "Move the words to a sheet of your own",
        add("Actions", Action="Ask Helen about the rest"),
        [delete_row("Actions", -1), add_sheet("Notes of ours", ("Ask Helen about the rest",))],
    ),
    "words-outside": case(
        "give their column a header",
        cell("Officers", "K3", "leaves in May"),
        cell("Officers", "K1", "Notes of ours"),
        brings="extra-column",
    ),
    "below-the-table": case(
        "Drag the handle at the table's lower right corner down over them",
        table("Officers", "A1:D2"),
        table("Officers", "A1:D3"),
    ),
    "notes-not-read": case(
        "Say in a cell what should be read, and delete the others",
        note("Actions", 2, "Action", "Waiting for the budget"),
        note("Actions", 2, "Action", None),
    ),
    # the scales
    "missing-level": case(
        "Put the row back",
        put("Annex 2", 3, Meaning="At risk"),
        put("Annex 2", 3, Meaning="On track"),
    ),
    "number-of-levels": case(
        "Add or delete rows",
        [copy_row("Annex 1", 5, Priority=f"Level {letter}", Report_label=letter) for letter in "ABCDE"],
        [delete_row("Annex 1", -1)] * 5,
    ),
    "status-without-meaning": case(
        "in a tracker without that column call it Red (off track), Amber (at risk), Green (on track)",
        [delete_column("Annex 2", "Meaning"), typed("Annex 2", 3, {"Status": "Mauve"})],
        typed("Annex 2", 3, {"Status": "Green"}),
        brings="missing-optional-column",
    ),
    "meaning-twice": case(
        "Keep one of the two rows",
        copy_row("Annex 2", 3, Status="Going well"),
        delete_row("Annex 2", -1),
    ),
    "thresholds-out-of-order": case(
        "give each a lower threshold than the one above it",
        typed("Annex 1", 3, {"Financial loss at least (£)": 2_000_000}),
        typed("Annex 1", 3, {"Financial loss at least (£)": 500_000}),
    ),
    "duplicate-level": case("Keep one of the two rows", copy_row("Annex 2", 3), delete_row("Annex 2", -1)),
    "thresholds-changed": case(
        "otherwise put them back",
        typed("Annex 1", 2, {"Financial loss at least (£)": 900_000}),
        typed("Annex 1", 2, {"Financial loss at least (£)": 1_000_000}),
    ),
    "criteria-contradict-rule": case(
        "Say in Financial criteria what the thresholds beside it and Financial test say",
        put("Annex 1", 2, Financial_criteria="A loss of £2m or more."),
        put("Annex 1", 2, Financial_criteria="A loss of £1m or more."),
    ),
    # what a cell holds
    "required-blank": case(
        "Fill it in", put("Actions", 2, Action=None), put("Actions", 2, Action="Run the campaign")
    ),
    "placeholder": case(
        "Clear the cell if there is nothing to say",
        put("Assessments", 2, Reported_through="N/A"),
        put("Assessments", 2, Reported_through=None),
    ),
    "excel-error": case(
        "Mend or retype the cell",
        put("Actions", 2, Action="#REF!"),
        put("Actions", 2, Action="Run the campaign"),
    ),
    "object-for-value": case(
        "Type the words or the value in its place",
        [put("Actions", 3, Evidence="ü"), font("Actions", 3, "Evidence", "Wingdings")],
        [put("Actions", 3, Evidence="The policy is out"), font("Actions", 3, "Evidence", "Calibri")],
    ),
    "struck-out-words": case(
        "Delete the words that are struck out",
        rich("Actions", 2, "Action", TextBlock(_STRUCK, "Stop it. "), TextBlock(_PLAIN, "Run the campaign")),
        put("Actions", 2, Action="Run the campaign"),
    ),
    "struck-out-row": case(
        "Take the strike-through off the row, and say in its own columns how it ended",
        strike("Recommendations", 3, "Recommendation ref", out=True),
        [
            strike("Recommendations", 3, "Recommendation ref", out=False),
            put(
                "Recommendations",
                3,
                Closed_on=date(2010, 4, 28),
                Outcome="Implemented",
                Closure_evidence="Policy on the intranet",
            ),
        ],
    ),
    "changes-by-itself": case(
        "Type the value in place of the formula",
        put("Actions", 2, Original_due_date="=TODAY()"),
        put("Actions", 2, Original_due_date=date(2010, 6, 30)),
    ),
    "from-another-workbook": case(
        "Type the value in place of the formula",
        put("Actions", 2, Evidence="=[1]Sheet1!A1"),
        put("Actions", 2, Evidence="Minutes"),
    ),
    "shown-in-another-form": case(
        "Type what the cell should say as text, with an apostrophe in front",
        [
            put("Assessments", 2, Score_or_summary=0.5),
            format_as("Assessments", 2, "Score or summary", "# ?/?"),
        ],
        [
            put("Assessments", 2, Score_or_summary="1/2"),
            format_as("Assessments", 2, "Score or summary", "General"),
        ],
    ),
    "shown-as-month": case(
        "Type the day that is meant, such as 30 June 2010, with a format that shows it",
        format_as("Actions", 2, "Original due date", "mmm-yy"),
        [
            put("Actions", 2, Original_due_date=datetime(2010, 6, 30)),
            format_as("Actions", 2, "Original due date", _SHORT),
        ],
    ),
    "day-not-shown": case(
        "Check the day, and give the cell a format that shows it",
        format_as("Recommendations", 2, "Date raised", "mmm-yy"),
        format_as("Recommendations", 2, "Date raised", _SHORT),
    ),
    "month-for-a-day": case(
        "Type the day that is meant, with a format that shows it",
        [
            put("Recommendations", 2, Date_raised=datetime(2009, 12, 1)),
            format_as("Recommendations", 2, "Date raised", "mmm-yy"),
        ],
        [
            put("Recommendations", 2, Date_raised=datetime(2009, 12, 9)),
            format_as("Recommendations", 2, "Date raised", _SHORT),
        ],
    ),
    "probably-cut": case(
        "put the rest of it back",
        put("Actions", 2, Evidence="word " * 50 + "words"),
        put("Actions", 2, Evidence="word " * 50 + "words and more"),
    ),
    "not-calculated": case(
        "type the value in place of the formula",
        put("Actions", 2, Original_due_date="=A1"),
        put("Actions", 2, Original_due_date=date(2010, 6, 30)),
    ),
    "merged-cells": case(
        "Unmerge them (Home › Merge & Centre) and fill in each cell",
        merge("Actions", "C2:C3"),
        [unmerge("Actions", "C2:C3"), put("Actions", 3, Action="Draft the policy")],
    ),
    "unprintable-characters": case(
        "delete the character",
        put("Actions", 2, Action="Run_x0007_ the campaign"),
        put("Actions", 2, Action="Run the campaign"),
    ),
    "bad-ref": case(
        "Use letters, digits, spaces",
        copy_row("Actions", 2, Action_ref="14/1"),
        lambda book: setattr(book["Actions"].cell(4, 1), "value", "R1.2"),
    ),
    "not-a-date": case(
        "Type the day as 30/04/2010 or 30 April 2010",
        put("Recommendations", 2, Date_raised="31/02/2010"),
        put("Recommendations", 2, Date_raised="28/02/2010"),
    ),
    "implausible-date": case(
        "Check the year",
        put("Recommendations", 2, Date_raised=date(2109, 12, 9)),
        put("Recommendations", 2, Date_raised=date(2009, 12, 9)),
    ),
    "data-as-at-is-text": case(
        "Clear the cell, set its format to a date",
        item("Data as at", "30/04/2010"),
        item("Data as at", date(2010, 4, 30)),
    ),
    "not-a-date-or-words": case(
        "Type a day, a month (“May 2010”), a season",
        put("Forward plan", 2, Date_of_next_review="soon enough"),
        put("Forward plan", 2, Date_of_next_review="Summer 2010"),
    ),
    "two-dates": case(
        "Keep the first here, and put the second in “Date changes”, in a row of its own",
        copy_row("Actions", 2, Action_ref="R1.2", Original_due_date="30/06/2010, now 31/08/2010"),
        [
            put("Actions", 4, Original_due_date="30/06/2010"),
            copy_row("Date changes", 2, Action_ref="R1.2", New_due_date=date(2010, 8, 31)),
        ],
    ),
    "date-read-one-way": case(
        "otherwise write",
        put("Forward plan", 2, Date_of_next_review="Q2 2010"),
        put("Forward plan", 2, Date_of_next_review="April to June 2010"),
    ),
    "not-money": case(
        "Type pounds as a number",
        typed("Recommendations", 2, {"Financial loss (£)": "a lot"}),
        typed("Recommendations", 2, {"Financial loss (£)": None}),
    ),
    "not-a-share": case(
        "Type a percentage between 0% and 100%, such as 15%",
        typed("Annex 1", 2, {"More than share of departmental budget": "a lot"}),
        typed("Annex 1", 2, {"More than share of departmental budget": "15%"}),
    ),
    "not-a-whole-number": case(
        "Type a whole number, such as 6", item("Months ahead", "six"), item("Months ahead", 6)
    ),
    "not-yes-or-no": case(
        "Choose Yes or No",
        put("Recommendations", 2, Improvement_plan_in_place="Perhaps"),
        put("Recommendations", 2, Improvement_plan_in_place="Yes"),
    ),
    "not-in-list": case(
        "Choose Critical, Major, Moderate or Best Practice",
        put("Recommendations", 2, Service_impact="Dreadful"),
        put("Recommendations", 2, Service_impact="Critical"),
    ),
    "not-a-name": case(
        "Type its name in words", put("Annex 1", 3, Priority=2), put("Annex 1", 3, Priority="Major")
    ),
    "text-turned-into-date": case(
        "retype it with an apostrophe in front",
        put("Assessments", 2, Score_or_summary=datetime(2010, 4, 3)),
        [put("Assessments", 2, Score_or_summary="3/4"), format_as("Assessments", 2, "Score or summary", "@")],
    ),
    "typed-over-formula": case(
        "Copy the formula down from the row above",
        [
            typed("Recommendations", 2, {"Status (Annex 2)": "=D2"}),
            typed("Recommendations", 3, {"Status (Annex 2)": "Green"}),
        ],
        typed("Recommendations", 3, {"Status (Annex 2)": "=D3"}),
    ),
    "no-formula": case(
        "Copy them down from the row above",
        typed("Recommendations", 2, {"Status (Annex 2)": "=D2"}),
        typed("Recommendations", 3, {"Status (Annex 2)": "=D3"}),
    ),
    "no-words": case(
        "Say it in words", put("Actions", 2, Action="…"), put("Actions", 2, Action="Run the campaign")
    ),
    "link-left-out": case(
        "Link to a page that starts with https:",
        link("Progress updates", 4, "Latest progress", "file:///C:/plan.docx"),
        link("Progress updates", 4, "Latest progress", "https://example.org/plan"),
    ),
    # the rows, and what they point at
    "duplicate-ref": case(
        "Give one of the two rows a ref of its own",
        copy_row("Actions", 2),
        lambda book: setattr(book["Actions"].cell(4, 1), "value", "R1.2"),
    ),
    "unknown-ref": case(
        "Correct the ref",
        put("Actions", 2, Recommendation_ref="Q7"),
        put("Actions", 2, Recommendation_ref="R1"),
    ),
    "part-of-itself": case(
        "Clear “Part of” in one of these rows",
        put("Assessments", 2, Part_of="A1"),
        put("Assessments", 2, Part_of=None),
    ),
    "no-priority": case(
        "Give the financial loss or choose an impact level",
        put("Recommendations", 3, Service_impact=None),
        put("Recommendations", 3, Service_impact="Moderate"),
    ),
    "no-budget": case(
        "Give the departmental budget",
        typed("Recommendations", 3, {"Financial loss (£)": 400_000}),
        typed("Recommendations", 3, {"Departmental budget (£)": 9_000_000}),
    ),
    "no-evidence-for-priority": case(
        "Give the financial loss or choose the impact levels it rests on",
        put("Recommendations", 3, Service_impact=None, Recorded_priority="Moderate"),
        put("Recommendations", 3, Service_impact="Moderate"),
    ),
    "complete-without-date": case(
        "Give the day it was completed",
        put("Actions", 3, Completed_on=None),
        put("Actions", 3, Completed_on=date(2010, 3, 30)),
    ),
    "due-date-without-end": case(
        "give it in a row of “Date changes”",
        copy_row("Actions", 2, Action_ref="R1.2", Original_due_date="Ongoing"),
        copy_row("Date changes", 2, Action_ref="R1.2", New_due_date=date(2010, 9, 30)),
    ),
    "committee-before-data": case(
        "Correct one of the two dates",
        item("Committee date", date(2010, 4, 17)),
        item("Committee date", date(2010, 5, 17)),
    ),
    "completed-but-not-complete": case(
        "Change Progress to Complete",
        put("Actions", 3, Progress="In progress"),
        put("Actions", 3, Progress="Complete"),
    ),
    "complete-without-evidence": case(
        "Say in Evidence what shows that it was done",
        put("Actions", 3, Evidence=None),
        put("Actions", 3, Evidence="The policy, on the intranet under Data quality"),
    ),
    "cancelled-without-reason": case(
        "Say in Evidence why it was cancelled",
        put("Actions", 3, Progress="Cancelled", Evidence=None),
        put("Actions", 3, Evidence="The board agreed on 29 March that the policy covers it"),
    ),
    "quality-not-judged": case(
        "Choose Met or Not met in Quality", put("Actions", 3, Quality=None), put("Actions", 3, Quality="Met")
    ),
    "completed-before-it-began": case(
        "Correct one of the two dates",
        put("Actions", 3, Completed_on=date(2009, 3, 30)),
        put("Actions", 3, Completed_on=date(2010, 3, 30)),
    ),
    "closed-before-raised": case(
        "Correct one of the two dates",
        put(
            "Recommendations",
            3,
            Closed_on=date(2009, 4, 1),
            Outcome="Implemented",
            Closure_evidence="Minutes",
        ),
        put("Recommendations", 3, Closed_on=date(2010, 4, 1)),
    ),
    "closed-with-open-actions": case(
        "Complete the actions with their dates",
        put(
            "Recommendations",
            2,
            Closed_on=date(2010, 4, 28),
            Outcome="Implemented",
            Closure_evidence="Minutes",
        ),
        put(
            "Actions",
            2,
            Progress="Complete",
            Completed_on=date(2010, 4, 27),
            Quality="Met",
            Evidence="Minutes",
        ),
    ),
    "closed-without-evidence": case(
        "Say in Closure evidence what shows that it is done",
        put("Recommendations", 3, Closed_on=date(2010, 4, 28), Outcome="Implemented"),
        put("Recommendations", 3, Closure_evidence="Minutes of the board"),
    ),
    "closed-without-outcome": case(
        "Choose in Outcome how it ended",
        put("Recommendations", 3, Closed_on=date(2010, 4, 28), Closure_evidence="Minutes of the board"),
        put("Recommendations", 3, Outcome="Implemented"),
    ),
    "outcome-of-open": case(
        "or clear Outcome until it is closed",
        put("Recommendations", 3, Outcome="Superseded"),
        put("Recommendations", 3, Outcome=None),
    ),
    "not-agreed-without-reason": case(
        "Say in Reason for response why it was not agreed",
        put("Recommendations", 3, Response="Not agreed"),
        put("Recommendations", 3, Reason_for_response="The cost is greater than the loss it would save"),
        brings="last-status-unknown",
    ),
    "no-recorded-priority": case(
        "Choose the level in Recorded priority",
        [item("Priority rests on", "Recorded priority"), put("Recommendations", 3, Recorded_priority=None)],
        put("Recommendations", 3, Recorded_priority="Critical"),
    ),
    "dated-after-data-as-at": case(
        "Correct the date, or move Data as at on",
        put("Actions", 3, Completed_on=date(2010, 5, 3)),
        put("Actions", 3, Completed_on=date(2010, 3, 30)),
    ),
    "date-change-not-approved": case(
        "Give the day it was approved and by whom",
        put("Date changes", 2, Approved_by=None, Approved_on=None),
        put("Date changes", 2, Approved_by="Ann Archer", Approved_on=date(2010, 4, 1)),
    ),
    "date-change-without-approver": case(
        "Say in Approved by who approved it",
        put("Date changes", 2, Approved_by=None),
        put("Date changes", 2, Approved_by="Ann Archer"),
    ),
    "plan-without-actions": case(
        "Add its actions to “Actions”",
        delete_row("Actions", 3),
        copy_row("Actions", 2, Action_ref="R2.1", Recommendation_ref="R2"),
    ),
    "window-backwards": case(
        "Correct one of the two dates",
        put("Forward plan", 2, Window_from=date(2010, 6, 1), Window_to=date(2010, 5, 1)),
        put("Forward plan", 2, Window_to=date(2010, 7, 1)),
    ),
    "window-open": case(
        "Give Window to too",
        put("Forward plan", 2, Window_from=date(2010, 6, 1)),
        put("Forward plan", 2, Window_to=date(2010, 7, 1)),
    ),
    "previous-not-before": case(
        "Correct one of the two dates, or clear Previous data as at",
        item("Previous data as at", date(2010, 12, 31)),
        item("Previous data as at", date(2010, 3, 31)),
    ),
    "action-of-another": case(
        "Correct Recommendation ref",
        put("Actions", 2, Recommendation_ref="R2"),
        put("Actions", 2, Recommendation_ref="R1"),
    ),
    "date-change-after-completion": case(
        "Check that Action ref is right",
        copy_row("Date changes", 2, Action_ref="R2.1", New_due_date=date(2010, 5, 31)),
        delete_row("Date changes", -1),
    ),
    "date-change-not-later": case(
        "check Action ref and the date",
        put("Date changes", 2, New_due_date=date(2010, 5, 31)),
        put("Date changes", 2, New_due_date=date(2010, 7, 31)),
    ),
    "updates-close-together": case(
        "check Recommendation ref in both rows",
        put("Progress updates", 5, Recommendation_ref="R1", Latest_progress="The policy is out."),
        put("Progress updates", 5, Recommendation_ref="R2"),
    ),
    "update-before-raised": case(
        "correct one of the two dates",
        put("Recommendations", 2, Date_raised=date(2010, 4, 9)),
        put("Recommendations", 2, Date_raised=date(2009, 12, 9)),
    ),
    "seldom-blank": case(
        "Fill it in",
        [
            *[
                copy_row("Officers", 2, Name=f"Cara {name}", Email="c@example.org")
                for name in ("Ash", "Bell", "Cole", "Dean")
            ],
            put("Officers", 2, Email="a@example.org"),
        ],
        put("Officers", 3, Email="b@example.org"),
    ),
    # updates and approvals
    "no-update": case(
        "add a row for it to “Progress updates”",
        [delete_row("Progress updates", 4), delete_row("Progress updates", 2)],
        copy_row(
            "Progress updates",
            2,
            Recommendation_ref="R1",
            Update_date=date(2010, 4, 20),
            Latest_progress="It goes on.",
            Approved_on=date(2010, 4, 26),
        ),
    ),
    "no-update-since": case(
        "add a row for it to “Progress updates”",
        delete_row("Progress updates", 4),
        copy_row(
            "Progress updates", 4, Recommendation_ref="R1", Latest_progress="Half of the posts are filled."
        ),
    ),
    "nobody-updated": case(
        "add a row for each to “Progress updates”",
        [delete_row("Progress updates", -1)] * 2,
        [
            copy_row(
                "Progress updates",
                row,
                Update_date=date(2010, 4, 20),
                Latest_progress=f"News of {row}.",
                Approved_on=date(2010, 4, 26),
            )
            for row in (2, 3)
        ],
    ),
    "update-says-nothing": case(
        "the update should say so and why",
        put("Progress updates", 4, Latest_progress="As before"),
        put("Progress updates", 4, Latest_progress="Nothing has happened: the budget came late."),
    ),
    "approved-before-update": case(
        "Correct one of the two dates",
        put("Progress updates", 4, Approved_on=date(2010, 4, 19)),
        put("Progress updates", 4, Approved_on=date(2010, 4, 21)),
    ),
    "loss-over-budget": case(
        "Check both amounts",
        typed("Recommendations", 3, {"Financial loss (£)": 400_000, "Departmental budget (£)": 9_000}),
        typed("Recommendations", 3, {"Departmental budget (£)": 9_000_000}),
    ),
    "stale-update": case(
        "add a row for it to “Progress updates”",
        [
            item("Previous data as at", None),
            delete_row("Progress updates", 2),
            put("Progress updates", 3, Update_date=date(2009, 12, 20), Approved_on=date(2009, 12, 22)),
        ],
        copy_row(
            "Progress updates", 4, Recommendation_ref="R1", Latest_progress="Half of the posts are filled."
        ),
    ),
    "unchanged-update": case(
        "the update should say so and why",
        put("Progress updates", 4, Latest_progress="Earlier work on R1."),
        put("Progress updates", 4, Latest_progress="Nothing since: the budget came late."),
    ),
    "update-not-approved": case(
        "fill in Approved by and Approved on",
        put("Progress updates", 4, Approved_by=None, Approved_on=None),
        put("Progress updates", 4, Approved_by="Ann Archer", Approved_on=date(2010, 4, 26)),
    ),
    "update-without-approver": case(
        "Say in Approved by who approved it",
        put("Progress updates", 4, Approved_by=None),
        put("Progress updates", 4, Approved_by="Ann Archer"),
    ),
    "not-approved-by-director": case(
        "Ask Ann Archer to approve it",
        put("Progress updates", 4, Approved_by="Ben Baker"),
        put("Progress updates", 4, Approved_by="Ann Archer"),
    ),
    "date-moved-too-often": case(
        "for the reason to tell the committee",
        copy_row("Date changes", 2, New_due_date=date(2010, 9, 30), Approved_on=date(2010, 4, 20)),
        item("Date moves allowed", 2),
    ),
    "no-register-review": case(
        "Give the day in Register last reviewed",
        item("Register last reviewed", None),
        item("Register last reviewed", date(2010, 4, 12)),
    ),
    "register-review-overdue": case(
        "give the day in Register last reviewed",
        item("Register last reviewed", date(2009, 4, 12)),
        item("Register last reviewed", date(2010, 4, 12)),
    ),
    "assessment-date-past": case(
        "otherwise give the new date",
        put("Forward plan", 2, Date_of_next_review=date(2010, 2, 1)),
        put("Forward plan", 2, Date_of_next_review="May 2010"),
    ),
    # names and words
    "no-officers": case(
        "List everybody whom the tracker names",
        [delete_row("Officers", 2)] * 2,
        [add("Officers", Name=name, Job_title="Officer") for name in ("Ann Archer", "Ben Baker")],
    ),
    "misspelt-name": case(
        "Correct it in", put("Actions", 2, Owner="Ben Bakr"), put("Actions", 2, Owner="Ben Baker")
    ),
    "unknown-name": case(
        "Add the name to Officers",
        put("Actions", 2, Owner="Zebedee Quill"),
        add("Officers", Name="Zebedee Quill", Job_title="Head of Audit"),
    ),
    "name-spelt-two-ways": case(
        "Choose one spelling, add it to Officers, and correct the other",
        [put("Actions", 2, Owner="Zebedee Quill"), put("Actions", 3, Owner="Zebedee Quil")],
        [
            add("Officers", Name="Zebedee Quill", Job_title="Head of Audit"),
            put("Actions", 3, Owner="Zebedee Quill"),
        ],
    ),
    "unknown-place": case(
        "Correct the place, or delete the row",
        add("Report text", Place="Afterthought", Text="And so on."),
        delete_row("Report text", -1),
    ),
    "unknown-placeholder": case(
        "Use one of",
        put("Report text", 2, Text="The {commitee} sees this report."),
        put("Report text", 2, Text="The {committee} sees this report."),
    ),
    # against the last report's own file
    "previous-has-errors": against(
        "give the file that the last report was made from", (), (), put("Actions", 2, Progress="Lovely")
    ),
    "previous-differs": against(
        "Correct the date",
        item("Previous data as at", date(2010, 2, 28)),
        item("Previous data as at", date(2010, 3, 31)),
    ),
    "row-removed": against(
        "Put the row back",
        delete_row("Actions", 3),
        [delete_sheet("Actions"), add_as_it_was("Actions", _AS_MADE)],
    ),
    "ref-reused": against(
        "Give this row a ref of its own and put the earlier row back",
        put("Actions", 2, Action="Buy a fleet of bicycles"),
        [
            copy_row("Actions", 2, Action_ref="R1.2"),
            put("Actions", 2, Action="Run the recruitment campaign"),
        ],
    ),
    "original-due-date-changed": against(
        "Put it back",
        put("Actions", 2, Original_due_date=date(2010, 6, 15)),
        put("Actions", 2, Original_due_date=date(2010, 6, 30)),
    ),
    "history-changed": against(
        "Put it back as it was",
        put("Progress updates", 2, Status_declared="Red"),
        put("Progress updates", 2, Status_declared="Green"),
    ),
    "history-removed": against(
        "Put the row back",
        delete_row("Progress updates", 2),
        copy_row(
            "Progress updates",
            2,
            Recommendation_ref="R1",
            Latest_progress="Earlier work on R1.",
        ),
    ),
    "history-added": against(
        "Nothing to do, if the date is right",
        put("Progress updates", 4, Update_date=date(2010, 2, 5)),
        put("Progress updates", 4, Update_date=date(2010, 4, 20)),
    ),
    "action-reopened": against(
        "Put the completion back",
        put("Actions", 3, Progress="In progress", Completed_on=None),
        put("Actions", 3, Progress="Complete", Completed_on=date(2010, 3, 30)),
    ),
    "put-in-afterwards": case(
        "Give the day on which it became known",
        [_reported(date(2010, 3, 31)), put("Progress updates", 2, Status_declared="Red")],
        put("Progress updates", 2, Update_date=date(2010, 4, 2), Approved_on=date(2010, 4, 3)),
        brings="updates-close-together",
    ),
    "report-not-kept": case(
        "Correct the day if it should be one of those kept",
        [_reported(date(2010, 3, 30))],
        item("Previous data as at", date(2010, 3, 30)),
    ),
    "reported-level-gone": case(
        "otherwise correct the words",
        [_reported(date(2010, 3, 31), "Amber")],
        [put("Reported ratings", row, Status="Green") for row in (2, 3)],
    ),
    "end-backdated": against(
        "Give the day on which it was entered",
        put(
            "Actions",
            2,
            Progress="Complete",
            Completed_on=date(2010, 3, 15),
            Quality="Met",
            Evidence="Minutes",
        ),
        put("Actions", 2, Completed_on=date(2010, 4, 15)),
    ),
    "reworded": against(
        "Nothing to do if the change was agreed",
        put("Actions", 2, Action="Run the big recruitment campaign"),
        put("Actions", 2, Action="Run the recruitment campaign"),
    ),
    "evidence-lowered": against(
        "Put it back",
        put("Recommendations", 2, Service_impact="Moderate"),
        put("Recommendations", 2, Service_impact="Critical"),
    ),
    "last-status-unknown": Case(
        "Give the file that the last report was made from, with --previous",
        [put("Recommendations", 2, Improvement_plan_in_place="No")],
        (),
        gives_previous=True,
    ),
}


NOT_FOLLOWED: Mapping[str, str] = {
    "newer-template": "what is to be updated is the program",
    "missing-worked-out": "the fix is a command of the program, whose own tests carry rows into a fresh tracker",
    "extra-column": "there is nothing to do",
    "missing-place": "there is nothing to do",
    "criteria-reworded": "there is nothing to do where they are meant, and nothing else can be wrong with them",
    "worked-out-error": "a formula copied from a row that is right has to be worked out by a spreadsheet",
    "worked-out-disagrees": "the workbook has to be recalculated by a spreadsheet",
    "picture-in-cell": "no library here puts a picture in a cell",
}
"""The problems whose fix no test follows, and why."""
