"""The catalogue of problems: every code, how much it matters, and the words a lead or analyst reads.

{header}, {sheet}, {ref} and {value} are filled in from the cell. The other words are declared under the templates, and
given where the problem is found: `catalogue.NoHeader(headers=…).at(CellRef(sheet))`.
"""

from audit_report.cell_refs import CellRef
from audit_report.problems import Mistake, Severity

_ERROR, _WARNING, _INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION

# The file: sheets, columns and the program's own places in it


class MissingSheet(Mistake, code="missing-sheet", severity=_ERROR):
    message = "The sheet “{sheet}” is missing."
    fix = (
        "{hint}Add the sheet, or carry the rows into a fresh tracker with “audit-report new NEW.xlsx --from "
        "THIS.xlsx”."
    )
    hint: str


class SheetNotRead(Mistake, code="sheet-not-read", severity=_WARNING, agreeable=True):
    message = "The sheet looks like “{like}”, but its rows are not read."
    fix = "Move the rows that count into “{like}”, then delete this sheet, or give its columns other headers."
    like: str


class NoHeader(Mistake, code="no-header", severity=_ERROR):
    message = "No row of “{sheet}” holds its column headers."
    fix = "Put the headers back in one row: {headers}."
    headers: str


class MissingColumn(Mistake, code="missing-column", severity=_ERROR):
    message = "The column “{header}” is missing."
    fix = "{hint}Add a column headed “{header}”, or correct the header that should say so."
    hint: str


class MissingOptionalColumn(Mistake, code="missing-optional-column", severity=_WARNING):
    message = "The column “{header}” is missing, so nothing that it would say counts."
    fix = "Add a column headed “{header}”, or put its header back if it has been changed."


class MisspeltColumn(Mistake, code="misspelt-column", severity=_WARNING):
    message = "The column “{meant}” is missing, and “{value}”, which is not read, stands in its place."
    fix = "Change the header “{value}” to “{meant}”; if it is a column of your own, add one headed “{meant}”."
    meant: str


class MissingWorkedOut(Mistake, code="missing-worked-out", severity=_INFORMATION, agreeable=True):
    message = "Worked-out columns are missing: {columns}."
    fix = (
        "Nothing to do for the report, which never uses them. For the live ratings, carry the rows into a fresh "
        "tracker with “audit-report new NEW.xlsx --from THIS.xlsx”."
    )
    columns: str


class ExtraColumn(Mistake, code="extra-column", severity=_INFORMATION, agreeable=True):
    message = "The column “{value}” is not part of the tracker and is left alone."
    fix = "Nothing to do, if the column is your own."


class DuplicateHeader(Mistake, code="duplicate-header", severity=_ERROR):
    message = "The header “{header}” is used twice (also at {other})."
    fix = "Keep one column headed “{header}” and rename or delete the other."
    other: str


class NewerTemplate(Mistake, code="newer-template", severity=_ERROR):
    message = "The workbook was made by a newer version of the tracker ({value}; this program knows {known})."
    fix = "Update the program, then run it again."
    known: int


class MissingItem(Mistake, code="missing-item", severity=_ERROR):
    message = "The item “{header}” is missing from “{sheet}”."
    fix = "Add a row with “{header}” in the Item column and fill in its value."


class MissingSettings(Mistake, code="missing-settings", severity=_INFORMATION, agreeable=True):
    message = "Items are missing, so each counts as blank: {items}."
    fix = "Nothing to do where that is meant; otherwise add a row for each, with its name in the Item column."
    items: str


class UnknownItem(Mistake, code="unknown-item", severity=_WARNING):
    message = "“{value}” is not an item the program knows."
    fix = "{hint}Correct the item's name, or delete the row."
    hint: str


class DuplicateItem(Mistake, code="duplicate-item", severity=_ERROR):
    message = "“{value}” stands twice in “{sheet}” (also at {other})."
    fix = "Keep one of the two rows."
    other: str


class AgreedDeparture(Mistake, code="agreed-departure", severity=_INFORMATION):
    message = "{problems} not listed, for “{header}” says that they are meant: {codes}."
    fix = "Nothing to do; to see them, clear “{header}”."
    problems: str
    codes: str


class NotAgreeable(Mistake, code="not-agreeable", severity=_WARNING):
    message = "“{named}” is no problem that can be agreed to be meant, so it is listed as ever."
    fix = "Take it out of “{header}”. These can be agreed: {agreeable_codes}."
    named: str
    agreeable_codes: str


class MissingLevel(Mistake, code="missing-level", severity=_ERROR):
    message = "“{sheet}” has no row for {level}."
    fix = "Put the row back; “audit-report new” gives a tracker with the shipped criteria."
    level: str


class NumberOfLevels(Mistake, code="number-of-levels", severity=_ERROR):
    message = "“{sheet}” has {count} levels; a scale has from {fewest} to {most}."
    fix = "Add or delete rows; “audit-report new” gives a tracker with the shipped criteria."
    count: int
    fewest: int
    most: int


class StatusWithoutMeaning(Mistake, code="status-without-meaning", severity=_ERROR):
    message = "Nothing says what the status “{value}” means."
    fix = (
        "Choose its Meaning beside it; in a tracker without that column call it Red (off track), Amber (at risk), "
        "Green (on track) or Blue (complete), and let its Report label say anything."
    )


class MeaningTwice(Mistake, code="meaning-twice", severity=_ERROR):
    message = "Two statuses mean {meaning} (also at {other}), so nobody can say which of them a plan has."
    fix = "Keep one of the two rows, or choose another Meaning for one."
    meaning: str
    other: CellRef


class ThresholdsOutOfOrder(Mistake, code="thresholds-out-of-order", severity=_ERROR):
    message = "{header} does not fall: it is as much as that of {level}, the more severe level (at {other})."
    fix = "Put the levels in order, most severe first, and give each a lower threshold than the one above it."
    level: str
    other: CellRef


class DuplicateLevel(Mistake, code="duplicate-level", severity=_ERROR):
    message = "“{value}” stands twice in “{sheet}” (also at {other})."
    fix = "Keep one of the two rows."
    other: CellRef


# The cell


class NoteInTable(Mistake, code="note-in-table", severity=_WARNING):
    message = "A note, a heading or a total stands in the table, and is not read: {cells}."
    fix = "Move the words to a sheet of your own; where one is the beginning of a row, give it its ref and fill it in."
    cells: str


class WordsOutside(Mistake, code="words-outside", severity=_WARNING, agreeable=True):
    message = "There are words where no column is, and nobody who reads the report sees them: {cells}."
    fix = "Move them into a column of the table or to a sheet of your own, or give their column a header."
    cells: str


class BelowTheTable(Mistake, code="below-the-table", severity=_WARNING):
    message = "{rows} read, but outside the table's edge ({cells}), where the live formulas do not see them."
    fix = "Drag the handle at the table's lower right corner down over them; turn a row of totals off first."
    rows: str
    cells: str


class NotesNotRead(Mistake, code="notes-not-read", severity=_WARNING, agreeable=True):
    message = "Nobody who reads the report will see {things}."
    fix = "Say in a cell what should be read, and delete the others."
    things: str


class RequiredBlank(Mistake, code="required-blank", severity=_ERROR):
    message = "{header} is blank."
    fix = "Fill it in: it cannot be left blank."


class Placeholder(Mistake, code="placeholder", severity=_WARNING):
    message = "“{value}” in {header} says nothing, so the cell counts as blank."
    fix = "{hint}Fill it in: “{purpose}”"
    hint: str
    purpose: str


class ExcelError(Mistake, code="excel-error", severity=_ERROR):
    message = "{header} holds the Excel error {value}."
    fix = "Mend or retype the cell: its formula points at something that is no longer there."


class PictureInCell(Mistake, code="picture-in-cell", severity=_WARNING):
    message = "{header} holds {what}, which the report does not print."
    fix = "Say in words what it shows, and delete it from the cell; keep it where those words say."
    what: str


class ObjectForValue(Mistake, code="object-for-value", severity=_ERROR):
    message = "{header} holds {what}, which cannot be read."
    fix = "Type the words or the value in its place."
    what: str


class StruckOutWords(Mistake, code="struck-out-words", severity=_WARNING):
    message = "“{struck}” in {header} is struck out, so it is not read and not printed."
    fix = "Delete the words that are struck out, or take the line through them off where they stand."
    struck: str


class StruckOutRow(Mistake, code="struck-out-row", severity=_ERROR):
    message = "{header} is struck out: is the row cancelled, or not?"
    fix = (
        "Take the strike-through off the row, and say in its own columns how it ended (closed, say); delete the row "
        "only where it should never have been there."
    )


class ChangesByItself(Mistake, code="changes-by-itself", severity=_ERROR):
    message = "{header} is a formula ({formula}) that changes by itself, so tomorrow it says something else."
    fix = "Type the value in place of the formula (Ctrl+; puts today's date in)."
    formula: str


class FromAnotherWorkbook(Mistake, code="from-another-workbook", severity=_WARNING):
    message = "{header} is a formula ({formula}) that takes its value from another workbook, which may have changed."
    fix = "Type the value in place of the formula."
    formula: str


class ShownInAnotherForm(Mistake, code="shown-in-another-form", severity=_ERROR):
    message = (
        "{header} is {value}, in a number format that shows it otherwise, and the program cannot tell how."
    )
    fix = "Type what the cell should say as text, with an apostrophe in front."


class ShownAsMonth(Mistake, code="shown-as-month", severity=_WARNING):
    message = "{header} shows no day, so it counts as {shown}; the worked-out cells take it for {day}."
    fix = "Type the day that is meant, such as {last}, with a format that shows it (Home › Number › Short Date)."
    shown: str
    day: str
    last: str


class DayNotShown(Mistake, code="day-not-shown", severity=_WARNING):
    message = "{header} is {day}, but the cell shows {shown} alone."
    fix = "Check the day, and give the cell a format that shows it (Home › Number › Short Date)."
    day: str
    shown: str


class MonthForADay(Mistake, code="month-for-a-day", severity=_ERROR):
    message = "{header} shows {shown} alone, and a day is needed: {day} is what Excel makes of a month."
    fix = "Type the day that is meant, with a format that shows it (Home › Number › Short Date)."
    shown: str
    day: str


class ProbablyCut(Mistake, code="probably-cut", severity=_WARNING):
    message = "{header} has exactly {length} characters, so its end has probably been cut off."
    fix = "Compare it with where it came from, and put the rest of it back; then it has more characters, or fewer."
    length: str


class NotCalculated(Mistake, code="not-calculated", severity=_ERROR):
    message = "{header} is a formula that Excel has not worked out yet."
    fix = "Open the workbook in Excel and save it, or type the value in place of the formula."


class MergedCells(Mistake, code="merged-cells", severity=_ERROR):
    message = "The cells {value} are merged, so only the first of them can be read."
    fix = "Unmerge them (Home › Merge & Centre) and fill in each cell."


class UnprintableCharacters(Mistake, code="unprintable-characters", severity=_ERROR):
    message = "{header} holds a character that Word cannot hold ({characters})."
    fix = "Retype the text, or delete the character (it is often left by pasting from another system)."
    characters: str


class BadRef(Mistake, code="bad-ref", severity=_ERROR):
    message = "“{value}” cannot be a ref: {reason}."
    fix = (
        "Use letters, digits, spaces and - . _ / ( ) &, with at least one letter, and nothing that a spreadsheet takes "
        "for a number or a date: “CR-1” or “21 BCFU 07”, say."
    )
    reason: str


class NotADate(Mistake, code="not-a-date", severity=_ERROR):
    message = "“{value}” is not a date.{hint}"
    fix = "Type the day as 30/04/2010 or 30 April 2010."
    hint: str


class ImplausibleDate(Mistake, code="implausible-date", severity=_ERROR):
    message = "{day} is {why}."
    fix = "Check the year."
    day: str
    why: str


class DataAsAtIsText(Mistake, code="data-as-at-is-text", severity=_WARNING):
    message = "Data as at is typed as text, so the Dashboard and the grey cells cannot reckon with it."
    fix = "Clear the cell, set its format to a date (Home › Number › Short Date), and type the day again."


class NotADateOrWords(Mistake, code="not-a-date-or-words", severity=_ERROR):
    message = "“{value}” cannot be read as a date.{hint}"
    fix = (
        "Type a day, a month (“May 2010”), a season (“Summer 2010”), a quarter (“Q2 2010/11”), a year (“2010-11”),"
        " “TBC”."
    )
    hint: str


class TwoDates(Mistake, code="two-dates", severity=_ERROR):
    message = "“{value}” holds two dates."
    fix = "Keep the first here, and put the second in “Date changes”, in a row of its own."


class DateReadOneWay(Mistake, code="date-read-one-way", severity=_INFORMATION):
    message = "“{value}” can be read in two ways: it counts as {read_as}."
    fix = "Nothing to do if that is what is meant; otherwise write {otherwise}."
    read_as: str
    otherwise: str


class NotMoney(Mistake, code="not-money", severity=_ERROR):
    message = "“{value}” is not an amount of money{hint}."
    fix = "Type pounds as a number, such as 1200000, £1,200,000 or £1.2m; leave the cell blank where there is none."
    hint: str


class NotAShare(Mistake, code="not-a-share", severity=_ERROR):
    message = "“{value}” is not a share."
    fix = "Type a percentage between 0% and 100%, such as 15%."


class NotAWholeNumber(Mistake, code="not-a-whole-number", severity=_ERROR):
    message = "“{value}” is not a whole number from {least} upwards."
    fix = "Type a whole number, such as {example}."
    least: int
    example: int


class NotYesOrNo(Mistake, code="not-yes-or-no", severity=_ERROR):
    message = "“{value}” is neither Yes nor No."
    fix = "{hint}Choose {choices}."
    hint: str
    choices: str


class NotInList(Mistake, code="not-in-list", severity=_ERROR):
    message = "“{value}” is not in the list for {header}."
    fix = "{hint}Choose {choices}."
    hint: str
    choices: str


class NotAName(Mistake, code="not-a-name", severity=_ERROR):
    message = "“{value}” cannot be the name of a level or a status."
    fix = "Type its name in words, such as those that the drop-downs offer."


class TextTurnedIntoDate(Mistake, code="text-turned-into-date", severity=_WARNING):
    message = "Excel has turned {header} into a date: it will print as “{shown}”."
    fix = (
        "If that is not what was typed (“3/4” for a score, say), retype it with an apostrophe in front: '3/4."
    )
    shown: str


class TypedOverFormula(Mistake, code="typed-over-formula", severity=_WARNING):
    message = "{header} is worked out, but “{value}” has been typed over its formula."
    fix = "Copy the formula down from the row above (Ctrl+D). The program does not use what was typed."


class NoFormula(Mistake, code="no-formula", severity=_WARNING):
    message = "Worked-out cells have lost their formulas, so the live sheet shows nothing there: {cells}."
    fix = "Copy them down from the row above (Ctrl+D). The report does not use them."
    cells: str


class WorkedOutError(Mistake, code="worked-out-error", severity=_WARNING):
    message = "{header} is worked out, but shows {value} in {cells}."
    fix = (
        "Its formula points at something that is gone: copy it from a row that is right, or carry the rows into a "
        "fresh tracker with “audit-report new NEW.xlsx --from THIS.xlsx”. The report does not use the cell."
    )
    cells: str


class WorkedOutDisagrees(Mistake, code="worked-out-disagrees", severity=_WARNING):
    message = "{header} shows {seen}, but the program works out {own}{day}."
    fix = (
        "Recalculate the workbook (Ctrl+Alt+F9) and save it. If it stays, look for dates and amounts typed as text, "
        "refs spelt with other spaces, and a changed formula. The report has what the program works out."
    )
    seen: str
    own: str
    day: str


# The row


class DuplicateRef(Mistake, code="duplicate-ref", severity=_ERROR):
    message = "The ref “{value}” is used twice (also at {other})."
    fix = "Give one of the two rows a ref of its own."
    other: CellRef


class UnknownRef(Mistake, code="unknown-ref", severity=_ERROR):
    message = "“{value}” is not in “{target}”."
    fix = "{hint}Correct the ref, or add the row it points at to “{target}”: it may have been deleted."
    target: str
    hint: str


class PartOfItself(Mistake, code="part-of-itself", severity=_ERROR):
    message = "The assessment is part of itself ({chain})."
    fix = "Clear “Part of” in one of these rows."
    chain: str


class NoPriority(Mistake, code="no-priority", severity=_ERROR):
    message = "There is nothing to rate the priority by."
    fix = "Give the financial loss or choose an impact level; failing that, choose a recorded priority."


class NoBudget(Mistake, code="no-budget", severity=_WARNING, agreeable=True):
    message = "The financial loss is judged by the £ threshold alone: the departmental budget is blank."
    fix = "Give the departmental budget."


class NoEvidenceForPriority(Mistake, code="no-evidence-for-priority", severity=_WARNING, agreeable=True):
    message = "The recorded priority stands alone: no loss and no impact level is given."
    fix = "Give the financial loss or choose the impact levels it rests on."


class NoRecordedPriority(Mistake, code="no-recorded-priority", severity=_ERROR):
    message = "There is no recorded priority, on which priorities rest in this tracker."
    fix = "Choose the level in Recorded priority, or let Priority rests on in “Report details” be Annex 1 evidence."


class CompleteWithoutDate(Mistake, code="complete-without-date", severity=_ERROR):
    message = "The action is {progress} but has no Completed on date."
    fix = "Give the day it was {said}."
    progress: str
    said: str


class DueDateWithoutEnd(Mistake, code="due-date-without-end", severity=_WARNING):
    message = "The action is due “{value}”, which has no last day, so it is never late."
    fix = "Agree a day by which it will be done or looked at again, and give it in a row of “Date changes”."


class CommitteeBeforeData(Mistake, code="committee-before-data", severity=_WARNING):
    message = "Committee date ({day}) is before Data as at ({as_at}).{hint}"
    fix = "Correct one of the two dates."
    day: str
    as_at: str
    hint: str


class CompletedButNotComplete(Mistake, code="completed-but-not-complete", severity=_WARNING):
    message = "The action has a Completed on date but its Progress is {progress}."
    fix = "Change Progress to Complete, or clear the date. Until then the date rules."
    progress: str


class CompleteWithoutEvidence(Mistake, code="complete-without-evidence", severity=_WARNING):
    message = "The action is complete but no evidence is given."
    fix = "Say in Evidence what shows that it was done, and where to find it."


class CancelledWithoutReason(Mistake, code="cancelled-without-reason", severity=_WARNING):
    message = "The action was cancelled but no reason is given."
    fix = "Say in Evidence why it was cancelled, and who agreed."


class QualityNotJudged(Mistake, code="quality-not-judged", severity=_INFORMATION, agreeable=True):
    message = "The action is complete but nobody has judged its quality."
    fix = "Choose Met or Not met in Quality once somebody other than its owner has looked at the work."


class CompletedBeforeItBegan(Mistake, code="completed-before-it-began", severity=_WARNING):
    message = "{header} ({day}) is before the recommendation was raised ({raised})."
    fix = "Correct one of the two dates."
    day: str
    raised: str


class ClosedBeforeRaised(Mistake, code="closed-before-raised", severity=_ERROR):
    message = "The recommendation was closed on {day}, before it was raised ({raised})."
    fix = "Correct one of the two dates."
    day: str
    raised: str


class ClosedWithOpenActions(Mistake, code="closed-with-open-actions", severity=_WARNING):
    message = "The recommendation was closed while {actions} not complete."
    fix = "Complete the actions with their dates, or clear Closed on."
    actions: str


class ClosedWithoutEvidence(Mistake, code="closed-without-evidence", severity=_WARNING):
    message = "The recommendation is closed but no closure evidence is given."
    fix = "Say in Closure evidence what shows that it is done."


class ClosedWithoutOutcome(Mistake, code="closed-without-outcome", severity=_WARNING):
    message = "The recommendation is closed but nothing says how it ended."
    fix = "Choose in Outcome how it ended; only Implemented counts as implemented."


class OutcomeOfOpen(Mistake, code="outcome-of-open", severity=_WARNING):
    message = "The outcome is {outcome}, but the recommendation is still open."
    fix = "Give the day in Closed on, or clear Outcome until it is closed."
    outcome: str


class NotAgreedWithoutReason(Mistake, code="not-agreed-without-reason", severity=_WARNING):
    message = "The recommendation was not agreed, and no reason is given."
    fix = "Say in Reason for response why it was not agreed: the report prints it."


class DatedAfterDataAsAt(Mistake, code="dated-after-data-as-at", severity=_WARNING):
    message = (
        "{header} ({day}) is after the tracker's Data as at ({as_at}), and as at that day it does not count."
    )
    fix = "Correct the date, or move Data as at on."
    day: str
    as_at: str


class DateChangeNotApproved(Mistake, code="date-change-not-approved", severity=_WARNING):
    message = "The date change is not approved, so the earlier due date still counts."
    fix = "Give the day it was approved and by whom."


class DateChangeWithoutApprover(Mistake, code="date-change-without-approver", severity=_WARNING):
    message = "The date change has an approval date but nobody's name."
    fix = "Say in Approved by who approved it."


class PlanWithoutActions(Mistake, code="plan-without-actions", severity=_WARNING):
    message = "An improvement plan is said to be in place but the recommendation has no actions."
    fix = "Add its actions to “Actions”, or change Improvement plan in place to No."


class WindowBackwards(Mistake, code="window-backwards", severity=_ERROR):
    message = "Window to ({day}) is before Window from ({start})."
    fix = "Correct one of the two dates."
    day: str
    start: str


class WindowOpen(Mistake, code="window-open", severity=_INFORMATION):
    message = "The window has no {missing}, so section D lists the assessment {until}."
    fix = "Give Window {missing_header} too, if it is known."
    missing: str
    until: str
    missing_header: str


class PreviousNotBefore(Mistake, code="previous-not-before", severity=_WARNING):
    message = (
        "Previous data as at ({day}) is not before Data as at ({as_at}), so this counts as a first report."
    )
    fix = "Correct one of the two dates, or clear Previous data as at for a first report."
    day: str
    as_at: str


# Rows that seem to belong elsewhere, cells hardly meant


class ActionOfAnother(Mistake, code="action-of-another", severity=_WARNING):
    message = "The action's ref begins with {begins}, but it is said to answer {answers}."
    fix = "Correct Recommendation ref, or give the action a ref that begins with {answers}."
    begins: str
    answers: str


class DateChangeAfterCompletion(Mistake, code="date-change-after-completion", severity=_WARNING):
    message = "The date change was approved on {day}, when the action had been complete since {completed}."
    fix = "Check that Action ref is right, and the two dates."
    day: str
    completed: str


class DateChangeNotLater(Mistake, code="date-change-not-later", severity=_INFORMATION):
    message = "The new due date ({day}) is not after the one it replaces ({due})."
    fix = "Nothing to do if the date has come forward; otherwise check Action ref and the date."
    day: str
    due: str


class UpdatesCloseTogether(Mistake, code="updates-close-together", severity=_INFORMATION):
    message = "The update before this one is of {before} ({other}), so that one no longer counts."
    fix = "Nothing to do if this one corrects it; otherwise check Recommendation ref in both rows."
    before: str
    other: CellRef


class UpdateBeforeRaised(Mistake, code="update-before-raised", severity=_WARNING):
    message = "The update ({day}) is from before the recommendation was raised ({raised})."
    fix = "Check Recommendation ref, and correct one of the two dates."
    day: str
    raised: str


class NoWords(Mistake, code="no-words", severity=_WARNING):
    message = "{header} holds “{value}”, in which there are no words."
    fix = "Say it in words; where there is nothing to say, leave the cell blank if it need not be filled in."


class LinkLeftOut(Mistake, code="link-left-out", severity=_WARNING):
    message = (
        "{header} has a link to “{address}”, no web page and no email address: only its words are printed."
    )
    fix = "Link to a page that starts with https:, or say in words where to find it."
    address: str


class SeldomBlank(Mistake, code="seldom-blank", severity=_INFORMATION, agreeable=True):
    message = "{header} is blank in {cells}, where the other {filled} rows have it."
    fix = "Fill it in, unless it is meant to be blank."
    cells: str
    filled: int


# Governance: updates, approvals, moves and reviews in time


class NoUpdate(Mistake, code="no-update", severity=_WARNING):
    message = "The recommendation has no progress update as at {as_at}."
    fix = "Ask {leads} for one and add a row for it to “Progress updates”."
    as_at: str
    leads: str


class NoUpdateSince(Mistake, code="no-update-since", severity=_WARNING):
    message = "There is no update since the last report ({previous}): the latest is of {day}."
    fix = "Ask {leads} for a new one and add a row for it to “Progress updates”."
    previous: str
    day: str
    leads: str


class NobodyUpdated(Mistake, code="nobody-updated", severity=_WARNING):
    message = (
        "Nobody has added an update since the last report ({previous}), on any of {count} recommendations."
    )
    fix = "Ask the delivery leads for their updates and add a row for each to “Progress updates”."
    previous: str
    count: int


class UpdateSaysNothing(Mistake, code="update-says-nothing", severity=_WARNING):
    message = "The latest update says nothing: “{value}”."
    fix = "Ask {leads} what has happened; where nothing has, the update should say so and why."
    leads: str


class ApprovedBeforeUpdate(Mistake, code="approved-before-update", severity=_WARNING):
    message = "The update was approved on {approved}, before its own date ({day})."
    fix = "Correct one of the two dates."
    approved: str
    day: str


class LossOverBudget(Mistake, code="loss-over-budget", severity=_WARNING):
    message = "The financial loss ({loss}) is more than the departmental budget ({budget})."
    fix = "Check both amounts, pounds and thousands among them; if they are right, there is nothing to do."
    loss: str
    budget: str


class StaleUpdate(Mistake, code="stale-update", severity=_WARNING):
    message = "The latest update ({day}) is more than {months} old as at {as_at}."
    fix = "Ask {leads} for a new one and add a row for it to “Progress updates”."
    day: str
    months: str
    as_at: str
    leads: str


class UnchangedUpdate(Mistake, code="unchanged-update", severity=_WARNING):
    message = "The latest update is word for word the one before it ({day})."
    fix = "Ask {leads} what has happened since; where nothing has, the update should say so and why."
    day: str
    leads: str


class UpdateNotApproved(Mistake, code="update-not-approved", severity=_WARNING):
    message = "The latest update ({day}) is not approved as at {as_at}."
    fix = "Ask {directors} to approve it, then fill in Approved by and Approved on."
    day: str
    as_at: str
    directors: str


class UpdateWithoutApprover(Mistake, code="update-without-approver", severity=_WARNING):
    message = "The latest update has an approval date but nobody's name."
    fix = "Say in Approved by who approved it: {directors} should have."
    directors: str


class NotApprovedByDirector(Mistake, code="not-approved-by-director", severity=_WARNING):
    message = "The latest update was approved by somebody who is not its accountable director ({value})."
    fix = "Ask {directors} to approve it, or correct Director accountable in “Recommendations”."
    directors: str


class DateMovedTooOften(Mistake, code="date-moved-too-often", severity=_WARNING):
    message = "The action's due date has moved {moves}; Date moves allowed is {allowed}."
    fix = (
        "Ask who approved this move whether the new date will hold, and for the reason to tell the committee."
    )
    moves: str
    allowed: int


class NoRegisterReview(Mistake, code="no-register-review", severity=_WARNING):
    message = "Nothing says when the register was last reviewed."
    fix = "Give the day in Register last reviewed; if it is long ago, review the register first."


class RegisterReviewOverdue(Mistake, code="register-review-overdue", severity=_WARNING):
    message = "The register was last reviewed on {day}, more than {months} before {as_at}."
    fix = "Review every row of the register, then give the day in Register last reviewed."
    day: str
    months: str
    as_at: str


class AssessmentDatePast(Mistake, code="assessment-date-past", severity=_WARNING):
    message = "The assessment was to take place by {day}, before {as_at}, and is still on the forward plan."
    fix = "Delete the row if it has taken place (and add it to “Assessments”); otherwise give the new date."
    day: str
    as_at: str


class ThresholdsChanged(Mistake, code="thresholds-changed", severity=_WARNING, agreeable=True):
    message = "The thresholds of {level} are not the shipped ones: {differences}."
    fix = "Nothing to do if the authority has agreed them (ratings follow them); otherwise put them back."
    level: str
    differences: str


class CriteriaReworded(Mistake, code="criteria-reworded", severity=_INFORMATION, agreeable=True):
    message = "The criteria are not in the shipped words: {cells}."
    fix = "Nothing to do if the authority has agreed its own words."
    cells: str


class CriteriaContradictRule(Mistake, code="criteria-contradict-rule", severity=_WARNING, agreeable=True):
    message = "The report prints “{value}” for {level}, but the rule is: a loss of {rule}."
    fix = "Say in {header} what the thresholds beside it and Financial test say, or correct those."
    level: str
    rule: str


# Against the last report's own file (build --previous)


class LastStatusUnknown(Mistake, code="last-status-unknown", severity=_INFORMATION):
    message = "What the status was at the last report is not known: it rests on facts without a date."
    fix = "Give the file that the last report was made from, with --previous."


class PreviousHasErrors(Mistake, code="previous-has-errors", severity=_WARNING):
    message = "{previous} has {errors}, so what is compared with it may be incomplete."
    fix = (
        "See them with “audit-report check {previous}”; better still, give the file that the last report was made "
        "from."
    )
    previous: str
    errors: str


class PreviousDiffers(Mistake, code="previous-differs", severity=_WARNING):
    message = (
        "Previous data as at is {day}, but {previous}, which this report is compared with, is as at {as_at}."
    )
    fix = "Correct the date, or give the file of that day."
    day: str
    previous: str
    as_at: str


class RowRemoved(Mistake, code="row-removed", severity=_WARNING):
    message = "{removed} was in {previous} ({cell}) and is no longer here."
    fix = "{hint}Put the row back: what is done with is closed, not deleted."
    removed: str
    previous: str
    cell: CellRef
    hint: str


class RefReused(Mistake, code="ref-reused", severity=_WARNING):
    message = "The ref {ref} had another text in {previous}: “{before}”."
    fix = (
        "Give this row a ref of its own and put the earlier row back; if it was only reworded, there is nothing to"
        " do."
    )
    previous: str
    before: str


class OriginalDueDateChanged(Mistake, code="original-due-date-changed", severity=_WARNING):
    message = "Original due date was {before} in {previous}."
    fix = "Put it back; where the date has to move, add a row to “Date changes”."
    before: str
    previous: str


class HistoryChanged(Mistake, code="history-changed", severity=_WARNING):
    message = "This row is history and was otherwise in {previous} ({cell}): {differences}."
    fix = "Put it back as it was; what is new goes in a row of its own."
    previous: str
    cell: CellRef
    differences: str


class ActionReopened(Mistake, code="action-reopened", severity=_WARNING):
    message = "The action was completed on {day} in {previous} and is open again."
    fix = "Put the completion back, or say in Evidence why the action was opened again."
    previous: str
    day: str


class EndBackdated(Mistake, code="end-backdated", severity=_WARNING):
    message = "{header} is {day}, before the last report, but was {before} in {previous}."
    fix = "Give the day on which it was entered, or say in the evidence why it was not known then."
    previous: str
    day: str
    before: str


class PutInAfterwards(Mistake, code="put-in-afterwards", severity=_WARNING):
    message = (
        "The last report had {ref} as {reported}; by the dates of today it would have been {by_the_rules}, so {which} "
        "was put in afterwards{unless}."
    )
    fix = "Give the day on which it became known, or tell the committee that the last report was wrong."
    reported: str
    by_the_rules: str
    which: str
    unless: str


class ReportNotKept(Mistake, code="report-not-kept", severity=_WARNING):
    message = (
        "“Reported ratings” has nothing as at {day}, so what that report said is worked out from the dates."
    )
    fix = "Correct the day if it should be one of those kept: {kept}."
    day: str
    kept: str


class ReportedLevelGone(Mistake, code="reported-level-gone", severity=_INFORMATION):
    message = (
        "The last report used words that the scale no longer has, so nothing is compared with them: {names}."
    )
    fix = "Nothing to do if the scale has changed; otherwise correct the words in {cells}."
    names: str
    cells: str


class Reworded(Mistake, code="reworded", severity=_INFORMATION):
    message = "The wording was otherwise in {previous}: “{before}”."
    fix = "Nothing to do if the change was agreed."
    previous: str
    before: str


class EvidenceLowered(Mistake, code="evidence-lowered", severity=_WARNING):
    message = "{header} was {before} in {previous} and is {now} now, which makes the priority lower."
    fix = "Put it back, or say in Reason priority differs why it was lowered."
    previous: str
    before: str
    now: str


class HistoryRemoved(Mistake, code="history-removed", severity=_WARNING):
    message = "{removed} was in {previous} ({cell}) and is no longer here."
    fix = "Put the row back: the sheet is the history."
    removed: str
    previous: str
    cell: CellRef


class HistoryAdded(Mistake, code="history-added", severity=_INFORMATION):
    message = "This row is dated {day} but was not in {previous}, so the last report was made without it."
    fix = "Nothing to do, if the date is right."
    day: str
    previous: str


# The names


class NoOfficers(Mistake, code="no-officers", severity=_WARNING):
    message = "“{sheet}” is blank, so no name can be checked and no job title printed."
    fix = "List everybody whom the tracker names, with their job titles."


class MisspeltName(Mistake, code="misspelt-name", severity=_WARNING):
    message = "“{value}” is not in Officers and may be meant as {likely}."
    fix = "Correct it in {cells}; add the name to Officers only if it is somebody else."
    likely: str
    cells: str


class UnknownName(Mistake, code="unknown-name", severity=_WARNING):
    message = "“{value}” is not in Officers."
    fix = "Add the name to Officers, or correct it in {cells}; several people in a cell go on a line each."
    cells: str


class NameSpeltTwoWays(Mistake, code="name-spelt-two-ways", severity=_WARNING):
    message = "“{value}” is not in Officers, and nor is {likely}, which may be the same person."
    fix = "Choose one spelling, add it to Officers, and correct the other: this one is in {cells}."
    likely: str
    cells: str


# The words of the report


class UnknownPlace(Mistake, code="unknown-place", severity=_WARNING):
    message = "“{value}” is not a place in the report, so its text is not printed."
    fix = "{hint}Correct the place, or delete the row."
    hint: str


class UnknownPlaceholder(Mistake, code="unknown-placeholder", severity=_ERROR):
    message = "“{placeholder}” is not a placeholder that “{known_place}” can use."
    fix = "{hint}Use one of {known}; write {{{{ and }}}} for braces that print."
    placeholder: str
    known_place: str
    hint: str
    known: str


class WelshIsDraft(Mistake, code="welsh-is-draft", severity=_WARNING, agreeable=True):
    message = (
        "The report is in Welsh, and {count} places of it print shipped words that no translator has seen."
    )
    fix = (
        "Have a translator read the report. Type the Welsh that is to be printed into “Report text”; where the shipped "
        "words may stand, enter welsh-is-draft at Agreed departures."
    )
    count: int


class EnglishInWelsh(Mistake, code="english-in-welsh", severity=_WARNING, agreeable=True):
    message = "The report is in Welsh, and these cells still have the English that was shipped: {cells}."
    fix = "Type the Welsh over it."
    cells: str


class MissingPlace(Mistake, code="missing-place", severity=_INFORMATION, agreeable=True):
    message = "These places have no text of their own, so the shipped wording is printed: {places}."
    fix = "Nothing to do, or add a row for each with your own words."
    places: str
