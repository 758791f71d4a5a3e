"""Northshire's register: small, and with one of everything the report can print."""

from datetime import date

from audit_report.model.records import (
    Action,
    Assessment,
    DateChange,
    PastReport,
    ProgressUpdate,
    ScheduledAssessment,
)
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import ActionProgress, Quality
from audit_report.schema.rich_text import Line, Mark, Run, plain
from tests.report.registers import JANUARY, make, on, recommendation, rich, tracker, when
from tests.shipped_scale import PlanStatus, Priority

_ASSESSMENTS = (
    make(
        Assessment,
        ref="OA-MP",
        name="Managing Performance",
        part_of="OA",
        score="2 out of 4",
        lead="Ann Archer",
    ),
    make(
        Assessment,
        ref="ETH",
        name="Ethics audit",
        body="Audit Commission",
        lead="Ben Baker\nCas Cole",
        reported=on(date(2010, 3, 5)),
        score="Sound",
        arrangements=rich("• Action plan agreed\n• Checked each quarter"),
        milestones=rich("Follow-up in Autumn 2010 (to be confirmed)"),
    ),
    make(Assessment, ref="OA", name="Organisational Assessment", reported=when("December 2009")),
    make(
        Assessment, ref="OA-UR", name="Use of Resources", part_of="OA", reported_through="Corporate Finance"
    ),
    make(Assessment, ref="OLD", name="Assessment of 2006", in_overview=False),
)
_RECOMMENDATIONS = (
    recommendation(
        ref="R1",
        raised=date(2009, 12, 9),
        service_impact=Priority.CRITICAL,
        people_impact=Priority.CRITICAL,
        plan_in_place=True,
        other_assessments="ETH / OFSTED",
        director="Ann Archer\nCas Cole",
    ),
    recommendation(
        ref="R2",
        text="Publish the data quality policy & keep to it",
        raised=date(2009, 12, 9),
        reputation_impact=Priority.CRITICAL,
        plan_in_place=True,
        leads="Ben Baker\nCas Cole",
    ),
    recommendation(
        ref="R3",
        text="Answer complaints on time",
        source_assessment="ETH",
        raised=date(2010, 3, 5),
        service_impact=Priority.MAJOR,
        plan_in_place=True,
    ),
    recommendation(
        ref="R4",
        text="Minute every decision",
        service_impact=Priority.MODERATE,
        plan_in_place=True,
        closed=date(2010, 3, 12),
        closure_evidence="Minutes of February and March 2010",
    ),
    recommendation(
        ref="R5",
        text="Reconcile the accounts monthly",
        source_assessment="OA-UR",
        service_impact=Priority.CRITICAL,
        plan_in_place=True,
    ),
    recommendation(
        ref="R6",
        text="Test the emergency plan",
        recorded_priority=Priority.CRITICAL,
        plan_in_place=False,
    ),
    recommendation(
        ref="R7",
        text="Train new managers",
        source_assessment="ETH",
        people_impact=Priority.BEST_PRACTICE,
        plan_in_place=True,
    ),
)
_ACTIONS = (
    make(
        Action,
        ref="R1.1",
        recommendation="R1",
        text="Run the recruitment campaign",
        original_due=date(2010, 2, 26),
        progress=ActionProgress.IN_PROGRESS,
    ),
    make(
        Action,
        ref="R2.1",
        recommendation="R2",
        text="Draft the policy",
        original_due=date(2010, 3, 31),
        progress=ActionProgress.OFF_TRACK,
    ),
    make(
        Action,
        ref="R2.2",
        recommendation="R2",
        text="Train the data team",
        original_due=date(2010, 2, 26),
        progress=ActionProgress.COMPLETE,
        completed=date(2010, 2, 24),
        quality=Quality.NOT_MET,
    ),
    make(
        Action,
        ref="R7.1",
        recommendation="R7",
        text="Hold the first course",
        original_due=date(2009, 12, 31),
        progress=ActionProgress.COMPLETE,
        completed=date(2010, 2, 5),
        quality=Quality.MET,
    ),
)
_DATE_CHANGES = (
    make(
        DateChange,
        action="R1.1",
        new_due=date(2010, 3, 31),
        reason="The advertisements went out late",
        approved_by="Ann Archer",
        approved=date(2010, 1, 15),
    ),
    make(
        DateChange,
        action="R1.1",
        new_due=date(2010, 5, 28),
        reason="Interviews start after the budget is set",
        approved_by="Ann Archer",
        approved=date(2010, 3, 12),
    ),
)
_UPDATES = (
    make(
        ProgressUpdate,
        recommendation="R1",
        day=date(2010, 4, 20),
        progress=(
            Line((Run("Half of the posts "), Run("are filled", bold=True), Run("."))),
            plain("Advertise", Mark.NUMBER),
            plain("Interview", Mark.NUMBER),
            Line((Run("The "), Run("campaign’s page", link="https://example.org/jobs"), Run(" is open."))),
        ),
        declared=PlanStatus.GREEN,
        challenges=False,
        approved_by="Ann Archer",
        approved=date(2010, 4, 26),
    ),
    make(
        ProgressUpdate,
        recommendation="R2",
        day=date(2010, 4, 21),
        progress=rich("The draft is with the lawyers.\n• Two chapters are agreed.\n• One is not."),
        declared=PlanStatus.RED,
        challenges=True,
    ),
    make(
        ProgressUpdate,
        recommendation="R3",
        day=date(2010, 4, 22),
        progress=rich("Half of all answers are late."),
        declared=PlanStatus.GREEN,
        challenges=True,
        approved_by="Ann Archer",
        approved=date(2010, 4, 27),
    ),
)
_FORWARD_PLAN = (
    make(
        ScheduledAssessment,
        ref="F1",
        name="Inspection of Adult Social Care",
        body="Care Quality Commission",
        focus=rich("Safeguarding:\n• adults\n• carers"),
        rating="3/4 (good)",
        period="2009-10",
        review=when("March 2010\nResults published June 2010"),
        lead="Ann Archer\nBen Baker",
    ),
    make(
        ScheduledAssessment,
        ref="F2",
        name="Review of schools",
        body="OFSTED",
        review=when("TBC"),
        lead="Cas Cole",
    ),
    make(
        ScheduledAssessment,
        ref="F3",
        name="Peer review",
        body="Peers",
        review=when("March 2012"),
        lead="Cas Cole",
    ),
    make(
        ScheduledAssessment,
        ref="F4",
        name="Grant audit",
        body="Audit Commission",
        rating="Not applicable",
        review=on(date(2010, 10, 31)),
        lead="Cas Cole",
    ),
)

_REPORTS = [
    make(PastReport, as_at=day, off_track=off_track, at_risk=0, on_track=on_track)
    for day, off_track, on_track in (
        (date(2009, 7, 31), 1, 3),
        (date(2009, 10, 31), 3, 2),
        (JANUARY, 2, 3),
    )
]


def northshire(**settings: object) -> Tracker:
    """The register as at the end of April 2010, three months after the first report."""
    return tracker(
        settings={"previous_as_at": JANUARY, "show_summary": True} | settings,
        text={"Context": "{authority} keeps a tracker.", "Feedback": "Tell us by {committee_date}."},
        assessments=_ASSESSMENTS,
        recommendations=_RECOMMENDATIONS,
        actions=_ACTIONS,
        date_changes=_DATE_CHANGES,
        updates=_UPDATES,
        forward_plan=_FORWARD_PLAN,
        reports=_REPORTS,
    )
