"""The catalogue of problems: every code, how much it matters, and the words a lead or analyst reads.

{header}, {sheet}, {ref} and {value} are filled from the place; the others by whoever finds the problem.
"""

from audit_report.problems import ProblemType, Severity

_ERROR, _WARNING, _INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION

# The file: sheets, columns and the program's own places in it

MISSING_SHEET = ProblemType(
    "missing-sheet",
    _ERROR,
    "The sheet “{sheet}” is missing.",
    "{hint}Add the sheet, or carry the rows into a fresh tracker with “audit-report new NEW.xlsx --from THIS.xlsx”.",
)
NO_HEADER = ProblemType(
    "no-header",
    _ERROR,
    "No row of “{sheet}” holds its column headers.",
    "Put the headers back in one row: {headers}.",
)
MISSING_COLUMN = ProblemType(
    "missing-column",
    _ERROR,
    "The column “{header}” is missing.",
    "{hint}Add a column headed “{header}”, or correct the header that should say so.",
)
NEARLY_COLUMN = ProblemType(
    "misspelt-column",
    _WARNING,
    "The column “{value}” is not read: it may be meant as “{meant}”.",
    "Change the header to “{meant}”, or rename it if it is a column of your own.",
)
EXTRA_COLUMN = ProblemType(
    "extra-column",
    _INFORMATION,
    "The column “{value}” is not part of the tracker and is left alone.",
    "Nothing to do, if the column is your own.",
)
DUPLICATE_HEADER = ProblemType(
    "duplicate-header",
    _ERROR,
    "The header “{header}” is used twice (also at {other}).",
    "Keep one column headed “{header}” and rename or delete the other.",
)
NEWER_TEMPLATE = ProblemType(
    "newer-template",
    _ERROR,
    "The workbook was made by a newer version of the tracker ({value}; this program knows {known}).",
    "Update the program, then run it again.",
)
MISSING_ITEM = ProblemType(
    "missing-item",
    _ERROR,
    "The item “{header}” is missing from “{sheet}”.",
    "Add a row with “{header}” in the Item column and fill in its value.",
)
UNKNOWN_ITEM = ProblemType(
    "unknown-item",
    _WARNING,
    "“{value}” is not an item the program knows.",
    "{hint}Correct the item's name, or delete the row.",
)
DUPLICATE_ITEM = ProblemType(
    "duplicate-item",
    _ERROR,
    "“{value}” stands twice in “{sheet}” (also at {other}).",
    "Keep one of the two rows.",
)
MISSING_LEVEL = ProblemType(
    "missing-level",
    _ERROR,
    "“{sheet}” has no row for {level}.",
    "Put the row back; “audit-report new” gives a tracker with the shipped criteria.",
)

DUPLICATE_LEVEL = ProblemType(
    "duplicate-level",
    _ERROR,
    "“{value}” stands twice in “{sheet}” (also at {other}).",
    "Keep one of the two rows.",
)

# The cell

REQUIRED_BLANK = ProblemType(
    "required-blank",
    _ERROR,
    "{header} is blank.",
    "Fill it in: every row needs one.",
)
EXCEL_ERROR = ProblemType(
    "excel-error",
    _ERROR,
    "{header} holds the Excel error {value}.",
    "Mend or retype the cell: its formula points at something that is no longer there.",
)
NOT_CALCULATED = ProblemType(
    "not-calculated",
    _ERROR,
    "{header} is a formula that Excel has not worked out yet.",
    "Open the workbook in Excel and save it, or type the value in place of the formula.",
)
MERGED_CELLS = ProblemType(
    "merged-cells",
    _ERROR,
    "The cells {value} are merged, so only the first of them can be read.",
    "Unmerge them (Home › Merge & Centre) and fill in each cell.",
)
UNPRINTABLE = ProblemType(
    "unprintable-characters",
    _ERROR,
    "{header} holds a character that Word cannot hold ({characters}).",
    "Retype the text, or delete the character (it is often left by pasting from another system).",
)
BAD_REF = ProblemType(
    "bad-ref",
    _ERROR,
    "“{value}” is not a ref.",
    "Start with a letter and use only letters, digits, hyphens and full stops, such as “CR-1”.",
)
NOT_A_DATE = ProblemType(
    "not-a-date",
    _ERROR,
    "“{value}” is not a date.{hint}",
    "Type the day as 30/04/2010 or 30 April 2010.",
)
IMPLAUSIBLE_DATE = ProblemType(
    "implausible-date",
    _ERROR,
    "{day} is more than {years} years from the tracker's Data as at.",
    "Check the year.",
)
NOT_DATE_WORDS = ProblemType(
    "not-a-date-or-words",
    _ERROR,
    "“{value}” cannot be read as a date.",
    "Type a day, a month (“May 2010”), a season (“Summer 2010”), a quarter (“Q2 2010/11”), a year (“2010-11”), “TBC”.",
)
NOT_MONEY = ProblemType(
    "not-money",
    _ERROR,
    "“{value}” is not an amount of money.",
    "Type pounds as a number, such as 1200000, £1,200,000 or £1.2m; leave the cell blank where there is none.",
)
NOT_A_SHARE = ProblemType(
    "not-a-share",
    _ERROR,
    "“{value}” is not a share.",
    "Type a percentage between 0% and 100%, such as 15%.",
)
NOT_A_NUMBER = ProblemType(
    "not-a-whole-number",
    _ERROR,
    "“{value}” is not a whole number from {least} upwards.",
    "Type a whole number, such as {example}.",
)
NOT_YES_NO = ProblemType(
    "not-yes-or-no",
    _ERROR,
    "“{value}” is neither Yes nor No.",
    "{hint}Choose {choices}.",
)
NOT_IN_LIST = ProblemType(
    "not-in-list",
    _ERROR,
    "“{value}” is not in the list for {header}.",
    "{hint}Choose {choices}.",
)
TEXT_IS_A_DATE = ProblemType(
    "text-turned-into-date",
    _WARNING,
    "Excel has turned {header} into a date: it will print as “{shown}”.",
    "If that is not what was typed (“3/4” for a score, say), retype it with an apostrophe in front: '3/4.",
)

TYPED_OVER = ProblemType(
    "typed-over-formula",
    _WARNING,
    "{header} is worked out, but “{value}” has been typed over its formula.",
    "Copy the formula down from the row above (Ctrl+D). The program does not use what was typed.",
)
WORKED_OUT_ERROR = ProblemType(
    "worked-out-error",
    _WARNING,
    "{header} is worked out, but shows {value} in {cells}.",
    "Its formula points at something that is gone: copy it from a row that is right, or carry the rows into a fresh "
    "tracker with “audit-report new NEW.xlsx --from THIS.xlsx”. The report does not use the cell.",
)
DISAGREES = ProblemType(
    "worked-out-disagrees",
    _WARNING,
    "{header} shows {seen}, but the program works out {own}{day}.",
    "Recalculate the workbook (Ctrl+Alt+F9) and save it. If it stays, look for dates and amounts typed as text, refs "
    "spelt with other spaces, and a changed formula. The report has what the program works out.",
)

# The row

DUPLICATE_REF = ProblemType(
    "duplicate-ref",
    _ERROR,
    "The ref “{value}” is used twice (also at {other}).",
    "Give one of the two rows a ref of its own.",
)
UNKNOWN_REF = ProblemType(
    "unknown-ref",
    _ERROR,
    "“{value}” is not in “{target}”.",
    "{hint}Correct the ref, or add the row it points at to “{target}”: it may have been deleted.",
)
PART_OF_ITSELF = ProblemType(
    "part-of-itself",
    _ERROR,
    "The assessment is part of itself ({chain}).",
    "Clear “Part of” in one of these rows.",
)
NO_PRIORITY = ProblemType(
    "no-priority",
    _ERROR,
    "There is nothing to rate the priority by.",
    "Give the financial loss or choose an impact level; failing that, choose a recorded priority.",
)
NO_BUDGET = ProblemType(
    "no-budget",
    _WARNING,
    "The financial loss is judged by the £ threshold alone: the departmental budget is blank.",
    "Give the departmental budget.",
)
NO_EVIDENCE = ProblemType(
    "no-evidence-for-priority",
    _WARNING,
    "The recorded priority stands alone: no loss and no impact level is given.",
    "Give the financial loss or choose the impact levels it rests on.",
)
COMPLETE_WITHOUT_DATE = ProblemType(
    "complete-without-date",
    _ERROR,
    "The action is Complete but has no Completed on date.",
    "Give the day it was completed.",
)
COMPLETED_NOT_COMPLETE = ProblemType(
    "completed-but-not-complete",
    _WARNING,
    "The action has a Completed on date but its Progress is {progress}.",
    "Change Progress to Complete, or clear the date. Until then the date rules.",
)
COMPLETE_WITHOUT_EVIDENCE = ProblemType(
    "complete-without-evidence",
    _WARNING,
    "The action is complete but no evidence is given.",
    "Say in Evidence what shows that it was done, and where to find it.",
)
QUALITY_NOT_JUDGED = ProblemType(
    "quality-not-judged",
    _INFORMATION,
    "The action is complete but nobody has judged its quality.",
    "Choose Met or Not met in Quality once somebody other than its owner has looked at the work.",
)
COMPLETED_BEFORE_RAISED = ProblemType(
    "completed-before-it-began",
    _WARNING,
    "{header} ({day}) is before the recommendation was raised ({raised}).",
    "Correct one of the two dates.",
)
CLOSED_BEFORE_RAISED = ProblemType(
    "closed-before-raised",
    _ERROR,
    "The recommendation was closed on {day}, before it was raised ({raised}).",
    "Correct one of the two dates.",
)
CLOSED_WITH_OPEN_ACTIONS = ProblemType(
    "closed-with-open-actions",
    _WARNING,
    "The recommendation is closed but {actions} not complete.",
    "Complete the actions with their dates, or clear Closed on.",
)
CLOSED_WITHOUT_EVIDENCE = ProblemType(
    "closed-without-evidence",
    _WARNING,
    "The recommendation is closed but no closure evidence is given.",
    "Say in Closure evidence what shows that it is done.",
)
DATED_AFTER_AS_AT = ProblemType(
    "dated-after-data-as-at",
    _WARNING,
    "{header} ({day}) is after the tracker's Data as at ({as_at}), so it does not count yet.",
    "Correct the date, or move Data as at on.",
)
CHANGE_NOT_APPROVED = ProblemType(
    "date-change-not-approved",
    _WARNING,
    "The date change is not approved, so the earlier due date still counts.",
    "Give the day it was approved and by whom.",
)
CHANGE_WITHOUT_APPROVER = ProblemType(
    "date-change-without-approver",
    _WARNING,
    "The date change has an approval date but nobody's name.",
    "Say in Approved by who approved it.",
)
PLAN_WITHOUT_ACTIONS = ProblemType(
    "plan-without-actions",
    _WARNING,
    "An improvement plan is said to be in place but the recommendation has no actions.",
    "Add its actions to “Actions”, or change Improvement plan in place to No.",
)
NO_UPDATE_TO_PRINT = ProblemType(
    "no-update-to-print",
    _ERROR,
    "The recommendation is printed in section {section} but has no progress update as at {as_at}.",
    "Add a row for it to “Progress updates”.",
)
WINDOW_BACKWARDS = ProblemType(
    "window-backwards",
    _ERROR,
    "Window to ({day}) is before Window from ({start}).",
    "Correct one of the two dates.",
)
WINDOW_OPEN = ProblemType(
    "window-open",
    _INFORMATION,
    "The window has no {missing}, so section D lists the assessment {until}.",
    "Give Window {missing_header} too, if it is known.",
)
PREVIOUS_NOT_BEFORE = ProblemType(
    "previous-not-before",
    _WARNING,
    "Previous data as at ({day}) is not before Data as at ({as_at}), so this counts as a first report.",
    "Correct one of the two dates, or clear Previous data as at for a first report.",
)

# Rows that seem to belong elsewhere, cells hardly meant

ACTION_OF_ANOTHER = ProblemType(
    "action-of-another",
    _WARNING,
    "The action's ref begins with {begins}, but it is said to answer {answers}.",
    "Correct Recommendation ref, or give the action a ref that begins with {answers}.",
)
CHANGE_AFTER_COMPLETION = ProblemType(
    "date-change-after-completion",
    _WARNING,
    "The date change was approved on {day}, when the action had been complete since {completed}.",
    "Check that Action ref is right, and the two dates.",
)
CHANGE_NOT_LATER = ProblemType(
    "date-change-not-later",
    _INFORMATION,
    "The new due date ({day}) is not after the one it replaces ({due}).",
    "Nothing to do if the date has come forward; otherwise check Action ref and the date.",
)
TWIN_UPDATES = ProblemType(
    "updates-close-together",
    _INFORMATION,
    "The update before this one is of {before} ({other}), so that one no longer counts.",
    "Nothing to do if this one corrects it; otherwise check Recommendation ref in both rows.",
)
UPDATE_BEFORE_RAISED = ProblemType(
    "update-before-raised",
    _WARNING,
    "The update ({day}) is from before the recommendation was raised ({raised}).",
    "Check Recommendation ref, and correct one of the two dates.",
)
NO_WORDS = ProblemType(
    "no-words",
    _WARNING,
    "{header} holds “{value}”, in which there are no words.",
    "Say it in words; where there is nothing to say, leave the cell blank if it need not be filled in.",
)
SELDOM_BLANK = ProblemType(
    "seldom-blank",
    _INFORMATION,
    "{header} is blank in {cells}, where the other {filled} rows have it.",
    "Fill it in, unless it is meant to be blank.",
)

# Governance: updates, approvals, moves and reviews in time

NO_UPDATE = ProblemType(
    "no-update",
    _WARNING,
    "The recommendation has no progress update as at {as_at}.",
    "Ask {leads} for one and add a row for it to “Progress updates”.",
)
STALE_UPDATE = ProblemType(
    "stale-update",
    _WARNING,
    "The latest update ({day}) is more than {months} old as at {as_at}.",
    "Ask {leads} for a new one and add a row for it to “Progress updates”.",
)
UNCHANGED_UPDATE = ProblemType(
    "unchanged-update",
    _WARNING,
    "The latest update is word for word the one before it ({day}).",
    "Ask {leads} what has happened since; where nothing has, the update should say so and why.",
)
UPDATE_NOT_APPROVED = ProblemType(
    "update-not-approved",
    _WARNING,
    "The latest update ({day}) is not approved as at {as_at}.",
    "Ask {directors} to approve it, then fill in Approved by and Approved on.",
)
UPDATE_WITHOUT_APPROVER = ProblemType(
    "update-without-approver",
    _WARNING,
    "The latest update has an approval date but nobody's name.",
    "Say in Approved by who approved it: {directors} should have.",
)
NOT_APPROVED_BY_DIRECTOR = ProblemType(
    "not-approved-by-director",
    _WARNING,
    "The latest update was approved by somebody who is not its accountable director ({value}).",
    "Ask {directors} to approve it, or correct Director accountable in “Recommendations”.",
)
MOVED_TOO_OFTEN = ProblemType(
    "date-moved-too-often",
    _WARNING,
    "The action's due date has moved {moves}; Date moves allowed is {allowed}.",
    "Ask who approved this move whether the new date will hold, and for the reason to tell the committee.",
)
NO_REGISTER_REVIEW = ProblemType(
    "no-register-review",
    _WARNING,
    "Nothing says when the register was last reviewed.",
    "Give the day in Register last reviewed; if it is long ago, review the register first.",
)
REGISTER_REVIEW_OVERDUE = ProblemType(
    "register-review-overdue",
    _WARNING,
    "The register was last reviewed on {day}, more than {months} before {as_at}.",
    "Review every row of the register, then give the day in Register last reviewed.",
)
ASSESSMENT_PAST = ProblemType(
    "assessment-date-past",
    _WARNING,
    "The assessment was to take place by {day}, before {as_at}, and is still on the forward plan.",
    "Delete the row if it has taken place (and add it to “Assessments”); otherwise give the new date.",
)
THRESHOLDS_CHANGED = ProblemType(
    "thresholds-changed",
    _WARNING,
    "The thresholds of {level} are not the shipped ones: {differences}.",
    "Nothing to do if the authority has agreed them (ratings follow them); otherwise put them back.",
)
CRITERIA_REWORDED = ProblemType(
    "criteria-reworded",
    _INFORMATION,
    "The criteria of {level} are not in the shipped words ({headers}).",
    "Nothing to do if the authority has agreed its own words.",
)

# Against the last report's own file (build --previous)

PREVIOUS_HAS_ERRORS = ProblemType(
    "previous-has-errors",
    _WARNING,
    "{previous} has {errors}, so what is compared with it may be incomplete.",
    "See them with “audit-report check {previous}”; better still, give the file that the last report was made from.",
)
PREVIOUS_DIFFERS = ProblemType(
    "previous-differs",
    _WARNING,
    "Previous data as at is {day}, but {previous}, which this report is compared with, is as at {as_at}.",
    "Correct the date, or give the file of that day.",
)
ROW_REMOVED = ProblemType(
    "row-removed",
    _WARNING,
    "{removed} was in {previous} ({cell}) and is no longer here.",
    "{hint}Put the row back: what is done with is closed, not deleted.",
)
REF_REUSED = ProblemType(
    "ref-reused",
    _WARNING,
    "The ref {ref} had another text in {previous}: “{before}”.",
    "Give this row a ref of its own and put the earlier row back; if it was only reworded, there is nothing to do.",
)
ORIGINAL_DUE_CHANGED = ProblemType(
    "original-due-date-changed",
    _WARNING,
    "Original due date was {before} in {previous}.",
    "Put it back; where the date has to move, add a row to “Date changes”.",
)
HISTORY_CHANGED = ProblemType(
    "history-changed",
    _WARNING,
    "This row is history and was otherwise in {previous} ({cell}): {differences}.",
    "Put it back as it was; what is new goes in a row of its own.",
)
HISTORY_REMOVED = ProblemType(
    "history-removed",
    _WARNING,
    "{removed} was in {previous} ({cell}) and is no longer here.",
    "Put the row back: the sheet is the history.",
)
HISTORY_ADDED = ProblemType(
    "history-added",
    _INFORMATION,
    "This row is dated {day} but was not in {previous}, so the last report was made without it.",
    "Nothing to do, if the date is right.",
)

# The names

NO_OFFICERS = ProblemType(
    "no-officers",
    _WARNING,
    "“{sheet}” is blank, so no name can be checked and no job title printed.",
    "List everybody whom the tracker names, with their job titles.",
)
MISSPELT_NAME = ProblemType(
    "misspelt-name",
    _WARNING,
    "“{value}” is not in Officers and may be meant as {likely}.",
    "Correct it in {cells}; add the name to Officers only if it is somebody else.",
)
UNKNOWN_NAME = ProblemType(
    "unknown-name",
    _WARNING,
    "“{value}” is not in Officers.",
    "Add the name to Officers, or correct it in {cells}; several people in a cell go on a line each.",
)
NAME_SPELT_TWO_WAYS = ProblemType(
    "name-spelt-two-ways",
    _WARNING,
    "“{value}” is not in Officers, and nor is {likely}, which may be the same person.",
    "Choose one spelling, add it to Officers, and correct the other: this one is in {cells}.",
)

# The words of the report

UNKNOWN_PLACE = ProblemType(
    "unknown-place",
    _WARNING,
    "“{value}” is not a place in the report, so its text is not printed.",
    "{hint}Correct the place, or delete the row.",
)
UNKNOWN_PLACEHOLDER = ProblemType(
    "unknown-placeholder",
    _ERROR,
    "“{placeholder}” is not a placeholder that “{known_place}” can use.",
    "{hint}Use one of {known}; write {{{{ and }}}} for braces that print.",
)
MISSING_PLACE = ProblemType(
    "missing-place",
    _INFORMATION,
    "These places have no text of their own, so the shipped wording is printed: {places}.",
    "Nothing to do, or add a row for each with your own words.",
)

CATALOGUE: tuple[ProblemType, ...] = tuple(
    entry for entry in list(globals().values()) if isinstance(entry, ProblemType)
)
