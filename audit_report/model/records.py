"""One class per sheet and one line per column: the schema of the tracker.

To add a column, add a line here: the template, the reader, the checks' cells and the README follow it.
"""

from datetime import date

from audit_report.model import said_instead
from audit_report.model.scales import Colour, Level, Meaning, Status
from audit_report.model.vocabulary import ActionProgress, Outcome, Quality, ReportedPlace, Response
from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.dates.approximate_dates import ApproximateDate
from audit_report.schema.kinds import (
    Day,
    DayOrWords,
    DueDate,
    LongText,
    Money,
    Name,
    People,
    Ref,
    Reference,
    Share,
    Text,
    WholeNumber,
)
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Record, column, helper_column, live_column, record
from audit_report.schema.rich_text import RichText


@record("Recommendations")
class Recommendation(Record):
    """A recommendation of an assessment, and who answers for it."""

    ref: str = column("Recommendation ref", Ref(), "A short ref of its own, such as CR-1.", required=True)
    text: str = column(
        "Recommendation",
        Text(),
        "What was recommended, as the report should print it.",
        required=True,
        width=42,
    )
    shown_status: Raw = column(
        "Status (Annex 2)", Text(), "Worked out from the plan, the update and the actions.", worked_out=True
    )
    source_assessment: str = column(
        "Source assessment",
        Reference("Assessments"),
        "The assessment it came from: choose its ref.",
        required=True,
    )
    other_assessments: str = column(
        "Other relevant assessments",
        Text(),
        "Other assessments it answers, as the report should print them.",
        width=26,
    )
    raised: date | None = column("Date raised", Day(), "The day it was raised; blank counts as always.")
    directorate: str = column("Directorate", Text(), "The directorate that answers for it.", width=18)
    loss: float | None = column("Financial loss (£)", Money(), "The loss or extra cost at stake, in pounds.")
    budget: float | None = column(
        "Departmental budget (£)", Money(), "The department's budget for the year, in pounds."
    )
    service_impact: Level | None = column(
        "Service impact", Choice(Level, said_instead.PRIORITY), "The level of Annex 1 that fits."
    )
    reputation_impact: Level | None = column(
        "Reputation impact", Choice(Level, said_instead.PRIORITY), "The level of Annex 1 that fits."
    )
    people_impact: Level | None = column(
        "People impact", Choice(Level, said_instead.PRIORITY), "The level of Annex 1 that fits."
    )
    shown_priority: Raw = column(
        "Priority (Annex 1)", Text(), "Worked out from the evidence to the left.", worked_out=True
    )
    recorded_priority: Level | None = column(
        "Recorded priority", Choice(Level, said_instead.PRIORITY), "The level agreed, if one was."
    )
    reason_differs: str = column(
        "Reason priority differs",
        Text(),
        "Why the recorded priority is not the worked-out one.",
        decides=True,
        width=20,
    )
    plan_in_place: bool | None = column(
        "Improvement plan in place", YesNo(), "Is there an improvement plan for it?", required=True
    )
    director: str = column(
        "Director accountable", People(), "Name as in Officers; several on separate lines.", required=True
    )
    leads: str = column(
        "Delivery leads", People(), "Names as in Officers; several on separate lines.", required=True
    )
    lead_member: str = column(
        "Lead member",
        People(),
        "The elected member who answers for it; several on separate lines.",
        since=2,
    )
    exempt: bool = column(
        "Exempt",
        YesNo(),
        "Keep it out of the web edition? The Word report prints and marks it. Blank: No.",
        default=False,
        since=2,
    )
    response: Response = column(
        "Response",
        Choice(Response),
        "What was answered to it. Blank: Agreed.",
        default=Response.AGREED,
        since=2,
    )
    response_reason: str = column(
        "Reason for response",
        Text(),
        "Why it was not agreed, or agreed in part, as the report should print it.",
        width=20,
        decides=True,
        since=2,
    )
    closed: date | None = column("Closed on", Day(), "The day it was closed; blank while it is open.")
    outcome: Outcome | None = column("Outcome", Choice(Outcome), "How it ended, once it is closed.", since=2)
    closure_evidence: str = column(
        "Closure evidence",
        Text(),
        "What shows that it is done, and where to find it.",
        decides=True,
        width=28,
    )
    row_check: Raw = live_column("Row check", "Worked out: what the sheet can see wrong in the row.")
    current: Raw = live_column("Current", "Worked out: is it open and reported here?")
    last_update: Raw = live_column("Last update", "Worked out: the day of the latest update.")
    financial_level: Raw = live_column("Financial level", "Worked out: the level that the loss gives.")
    key: Raw = helper_column("Key", "For the formulas: the ref without spaces.")
    stands: Raw = helper_column("Stands", "For the formulas: the priority that stands.")
    update_due: Raw = helper_column("Update due", "For the formulas: 1 where an update is missing.")
    mine: Raw = helper_column("Mine", "For My work: when it is due for the name chosen there.")


@record("Actions")
class Action(Record):
    """An improvement action that answers a recommendation."""

    ref: str = column("Action ref", Ref(), "A short ref of its own, such as CR-1.1.", required=True)
    recommendation: str = column(
        "Recommendation ref",
        Reference("Recommendations"),
        "The recommendation it answers: choose its ref.",
        required=True,
    )
    text: str = column("Action", Text(), "What will be done.", required=True, width=41)
    shown_on_track: Raw = column(
        "On track", Text(), "Worked out from the dates, Progress and Quality.", worked_out=True
    )
    owner: str = column("Owner", People(), "Names as in Officers; several on separate lines.")
    original_due: ApproximateDate | None = column(
        "Original due date",
        DueDate(),
        "The date first agreed. Never change it: use Date changes.",
        required=True,
    )
    shown_due: Raw = column(
        "Current due date", Text(), "Worked out from the approved date changes.", worked_out=True
    )
    progress: ActionProgress | None = column(
        "Progress", Choice(ActionProgress, said_instead.PROGRESS), "How far it has got.", required=True
    )
    completed: date | None = column(
        "Completed on", Day(), "The day it was completed, or cancelled.", needed=True
    )
    quality: Quality | None = column(
        "Quality",
        Choice(Quality, said_instead.QUALITY),
        "Does the work meet what was asked? Blank: not judged yet.",
        width=11,
    )
    evidence: str = column(
        "Evidence", Text(), "What shows that it is done, and where to find it.", decides=True, width=28
    )
    state: Raw = live_column("State", "Worked out: overdue, due soon, due later or complete.")
    directorate: Raw = live_column("Directorate", "Worked out: the recommendation's directorate.")
    row_check: Raw = live_column("Row check", "Worked out: what the sheet can see wrong in the row.")
    key: Raw = helper_column("Key", "For the formulas: the ref without spaces.")
    recommendation_key: Raw = helper_column(
        "Recommendation key", "For the formulas: the recommendation's ref without spaces."
    )
    of_current: Raw = helper_column("Of a current one", "For the formulas: is its recommendation current?")
    unclear: Raw = helper_column("Unclear", "For the formulas: 1 where a cell cannot be read.")
    off_track_for: Raw = helper_column("Off track for", "For the formulas: whose plan it puts off track.")
    unclear_for: Raw = helper_column("Unclear for", "For the formulas: whose status it leaves open.")
    at_risk_for: Raw = helper_column("At risk for", "For the formulas: whose plan it puts at risk.")
    mine: Raw = helper_column("Mine", "For My work: when it is due for the name chosen there.")


@record("Date changes")
class DateChange(Record):
    """A new due date asked for an action; it counts once approved."""

    action: str = column(
        "Action ref", Reference("Actions"), "The action whose date moves: choose its ref.", required=True
    )
    new_due: ApproximateDate | None = column("New due date", DueDate(), "The new due date.", required=True)
    reason: str = column("Reason", Text(), "Why the date has to move.", required=True, decides=True, width=42)
    approved_by: str = column("Approved by", People(), "Who approved the change, as in Officers.")
    approved: date | None = column(
        "Approved on", Day(), "The day it was approved; until then it does not count."
    )
    shown_counts: Raw = column("Counts", Text(), "Worked out: is this the change in force?", worked_out=True)
    row_check: Raw = live_column("Row check", "Worked out: what the sheet can see wrong in the row.")
    key: Raw = helper_column("Key", "For the formulas: the ref without spaces.")
    unclear_for: Raw = helper_column("Unclear for", "For the formulas: whose due date it leaves open.")
    order: Raw = helper_column("Order", "For the formulas: its place in time.")
    in_force_for: Raw = helper_column("In force for", "For the formulas: the action whose date it is.")
    place: Raw = helper_column("Place", "For the formulas: the action and how many changes it has had.")
    moved: Raw = helper_column("Moved", "For the formulas: 1 where the date became another.")
    mine: Raw = helper_column("Mine", "For My work: when it is due for the name chosen there.")


@record("Progress updates")
class ProgressUpdate(Record):
    """A delivery lead's update on a recommendation; rows are added, never overwritten."""

    recommendation: str = column(
        "Recommendation ref",
        Reference("Recommendations"),
        "The recommendation it reports on: choose its ref.",
        required=True,
    )
    day: date | None = column("Update date", Day(), "The day of the update.", required=True)
    progress: RichText = column(
        "Latest progress",
        LongText(),
        "What has happened since the last update. Alt+Enter starts a paragraph; “• ” a bullet.",
        required=True,
        width=80,
    )
    declared: Status | None = column(
        "Status declared", Choice(Status, said_instead.STATUS), "How you rate the plan.", required=True
    )
    challenges: bool | None = column(
        "Significant challenges", YesNo(), "Does the plan face significant challenges?", required=True
    )
    supplied_by: str = column("Supplied by", People(), "Who supplied it; blank: the delivery leads.")
    approved_by: str = column("Approved by", People(), "The accountable director who approved it.")
    approved: date | None = column("Approved on", Day(), "The day it was approved.")
    shown_counts: Raw = column("Counts", Text(), "Worked out: is this the latest update?", worked_out=True)
    row_check: Raw = live_column("Row check", "Worked out: what the sheet can see wrong in the row.")
    key: Raw = helper_column("Key", "For the formulas: the ref without spaces.")
    unclear_for: Raw = helper_column("Unclear for", "For the formulas: whose latest update it leaves open.")
    order: Raw = helper_column("Order", "For the formulas: its place in time.")
    latest_of: Raw = helper_column("Latest of", "For the formulas: the recommendation whose latest it is.")


@record("Assessments")
class Assessment(Record):
    """An external audit or assessment, or a part of one."""

    ref: str = column("Assessment ref", Ref(), "A short ref of its own, such as CAA-09.", required=True)
    name: str = column("Assessment", Text(), "Its name, as the report should print it.", required=True)
    part_of: str = column(
        "Part of", Reference("Assessments"), "The assessment it is a part of: choose its ref."
    )
    body: str = column("Assessing body", Text(), "Who assessed.")
    lead: str = column("Authority lead", People(), "Names as in Officers; several on separate lines.")
    reported: ApproximateDate | None = column(
        "Report date", DayOrWords(), "A day, or words such as “Autumn 2010”."
    )
    score: str = column("Score or summary", Text(), "The score, or the findings in a few words.")
    arrangements: RichText = column(
        "Arrangements to address issues",
        LongText(),
        "How its issues are addressed. Alt+Enter starts a line; “• ” a bullet.",
    )
    milestones: RichText = column("Upcoming milestones", LongText(), "What comes next and when.")
    in_overview: bool | None = column(
        "Show in overview",
        YesNo(),
        "Print it in section A? Blank: while a recommendation of it is current, or it is recent.",
    )
    reported_through: str = column(
        "Reported through",
        Text(),
        "Blank: this report. Otherwise where its recommendations are reported instead.",
        decides=True,
    )


@record("Forward plan")
class ScheduledAssessment(Record):
    """An assessment or inspection to come."""

    ref: str = column("Plan ref", Ref(), "A short ref of its own, such as FP-1.", required=True)
    name: str = column("Assessment", Text(), "Its name, as the report should print it.", required=True)
    body: str = column("Assessing body", Text(), "Who will assess.", required=True)
    focus: RichText = column("Focus of assessment", LongText(), "What it will look at.")
    rating: str = column("Current rating", Text(), "The present rating or score, if any.")
    period: str = column("Period to be reviewed", Text(), "The period it covers.")
    review: ApproximateDate | None = column(
        "Date of next review", DayOrWords(), "A day, or words such as “Summer 2010” or “TBC”.", required=True
    )
    window_from: date | None = column(
        "Window from", Day(), "First day it may start, where the words do not say."
    )
    window_to: date | None = column("Window to", Day(), "Last day it may run to, where the words do not say.")
    lead: str = column(
        "Authority lead", People(), "Names as in Officers; several on separate lines.", required=True
    )
    listed: Raw = live_column(
        "Listed", "Worked out: does section D list it? Blank where its words cannot be read here."
    )
    row_check: Raw = live_column("Row check", "Worked out: what the sheet can see wrong in the row.")


@record("Officers")
class Officer(Record):
    """A person the tracker names."""

    name: str = column("Name", Text(), "The name as the report should print it.", required=True, width=26)
    job_title: str = column("Job title", Text(), "Printed under the name in sections A and D.", width=30)
    directorate: str = column("Directorate", Text(), "Where they work.", width=26)
    email: str = column("Email", Text(), "Where reminders go.", width=38)


@record("Report text")
class ReportText(Record):
    """A paragraph, heading or label of the report, in the authority's own words."""

    place: str = column("Place", Text(), "Where in the report it prints.", required=True, width=34)
    text: RichText = column(
        "Text", LongText(), "The words; {period} and the like are filled in.", required=True, width=124
    )


@record("Change log")
class LoggedChange(Record):
    """A cell of a return that `collect` has found changed, and what came of it."""

    copy: str = column("Return", Text(), "The file that came back.", required=True)
    person: str = column("Person", Text(), "Whom it was sent to.")
    in_sheet: str = column("Sheet", Text(), "The sheet of the cell.", required=True)
    ref: str = column("Ref", Text(), "The ref of its row.")
    header: str = column("Column", Text(), "Its column.")
    was: str = column("Was", Text(), "What the tracker had there.", width=36)
    now: str = column("Is", Text(), "What the return says.", width=36)
    outcome: str = column("Outcome", Text(), "Taken, Conflict or Not taken.", required=True)


@record("Reported ratings")
class ReportedRating(Record):
    """What a report said of a recommendation; levels and statuses by name, as the scale was then."""

    as_at: date | None = column("As at", Day(), "The day that report was true of.", required=True)
    recommendation: str = column(
        "Recommendation ref", Text(), "The recommendation's ref at the time.", required=True
    )
    priority: str = column("Priority", Text(), "The priority it was reported with.", required=True)
    status: str = column("Status", Text(), "The status it was reported with. Blank: it was not agreed.")
    section: ReportedPlace | None = column(
        "Section", Choice(ReportedPlace), "Where it stood. Blank: current, in none of the sections."
    )
    response: Response = column(
        "Response", Choice(Response), "What had been answered to it.", default=Response.AGREED
    )


@record("Reports")
class PastReport(Record):
    """A report as it was: its day, its figures, and what came of it."""

    as_at: date | None = column("As at", Day(), "The day that report was true of.", required=True)
    committee_date: date | None = column("Committee date", Day(), "The day of the meeting.")
    current: int | None = column("Current", WholeNumber(), "Current recommendations.")
    critical: int | None = column("Critical", WholeNumber(), "Those of a level that section B prints.")
    off_track: int | None = column("Off track", WholeNumber(), "Those off track.")
    at_risk: int | None = column("At risk", WholeNumber(), "Those at risk.")
    on_track: int | None = column("On track", WholeNumber(), "Those on track or complete.")
    closed: int | None = column("Closed", WholeNumber(), "Those closed since the report before.")
    overdue: int | None = column("Overdue actions", WholeNumber(), "Actions past their due date.")
    asked: RichText = column(
        "What the committee asked", LongText(), "For you to fill in: what the committee wanted done."
    )
    done: RichText = column(
        "What was done", LongText(), "For you to fill in: what has come of that. The next report prints both."
    )


@record("Annex 1")
class PriorityCriteria(Record):
    """A level of Annex 1: its label, thresholds and criteria."""

    level: str = column("Priority", Name(), "The level's name.", required=True)
    label: str = column("Report label", Text(), "How the report prints it.", required=True)
    loss_at_least: float | None = column(
        "Financial loss at least (£)", Money(), "A loss of this much meets the level."
    )
    more_than_share: float | None = column(
        "More than share of departmental budget",
        Share(),
        "A loss above this share of the budget meets the level.",
    )
    financial: str = column("Financial criteria", Text(), "The level in words: money.", width=34)
    service: str = column("Service criteria", Text(), "The level in words: services.", width=34)
    reputation: str = column("Reputation criteria", Text(), "The level in words: reputation.", width=34)
    people: str = column("People criteria", Text(), "The level in words: people.", width=34)
    in_section_b: bool | None = column(
        "In section B",
        YesNo(),
        "Print every one of it in section B? Blank: Yes in the first row alone.",
        since=2,
    )


@record("Annex 2")
class StatusCriteria(Record):
    """A rating of Annex 2: its label and criteria."""

    status: str = column("Status", Name(), "The name of the rating.", required=True)
    meaning: Meaning | None = column(
        "Meaning",
        Choice(Meaning),
        "What the program takes it for, whatever its name.",
        required=True,
        needed=False,
        since=2,
    )
    label: str = column("Report label", Text(), "How the report prints it.", required=True)
    criteria: str = column("Criteria", Text(), "The rating in words.", required=True, width=90)
    in_section_c: bool | None = column(
        "In section C", YesNo(), "Is it an exception, for section C? Blank: Yes for Off track alone.", since=2
    )
    colour: Colour | None = column(
        "Colour", Choice(Colour), "Its colour. Blank: that of its meaning.", since=2
    )
