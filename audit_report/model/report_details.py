"""The facts and settings of `Report details`: one line an item."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from audit_report.model import said_instead
from audit_report.model.vocabulary import FinancialTest, Language, LatenessBasis, PriorityBasis
from audit_report.schema.choices import Choice, YesNo
from audit_report.schema.kinds import Day, Text, WholeNumber
from audit_report.schema.raw_values import Raw
from audit_report.schema.record import Column, Record, column, record

FIRST_VERSION, TEMPLATE_VERSION = 1, 2
"""The version of the tracker's layout that this program writes and knows."""


@record("Report details")
class DetailRow(Record):
    """A row of the sheet as it stands: the item, its value, and guidance."""

    item: str = column("Item", Text(), "The fact or setting.", required=True, width=32)
    value: Raw = column("Value", Text(), "Its value.", required=True, width=44)
    purpose: str = column("What it is for", Text(), "What the program does with it.", width=70)


@record("Report details")
class ReportDetails(Record):
    """Who reports to whom and as at when, then the settings; each item is a row of the sheet.

    `as_typed` has what is typed in those that cannot be read, by attribute: a draft prints it.
    """

    as_typed: Mapping[str, str] = field(default_factory=dict)

    authority: str = column("Authority", Text(), "The authority's full name.", required=True)
    short_name: str = column("Short name", Text(), "Its short name, as in “ECC Lead”.", required=True)
    service: str = column("Service", Text(), "The service that keeps the tracker.", required=True)
    committee: str = column("Committee", Text(), "The committee that reads the report.", required=True)
    report_title: str = column("Report title", Text(), "The report's title.", required=True)
    committee_date: date | None = column("Committee date", Day(), "The day of the meeting.", required=True)
    data_as_at: date | None = column(
        "Data as at", Day(), "The day the tracker is true of: everything is rated as at it.", required=True
    )
    previous_as_at: date | None = column(
        "Previous data as at", Day(), "Data as at of the last report; blank for a first report."
    )
    register_reviewed: date | None = column(
        "Register last reviewed", Day(), "The day the whole register was last reviewed."
    )
    return_by: date | None = column(
        "Return updates by", Day(), "The day by which delivery leads send their updates.", since=2
    )
    contact: str = column("Contact", Text(), "Whom to ask about the report.")
    months_ahead: int = column(
        "Months ahead", WholeNumber(), "How far ahead section D looks, in months.", default=6
    )
    months_between_updates: int = column(
        "Months between updates", WholeNumber(1), "How old a progress update may be, in months.", default=3
    )
    months_between_reviews: int = column(
        "Months between register reviews",
        WholeNumber(1),
        "How often the register is reviewed, in months.",
        default=6,
    )
    lateness: LatenessBasis = column(
        "Lateness judged against",
        Choice(LatenessBasis),
        "Which due date makes an action late.",
        default=LatenessBasis.CURRENT,
    )
    moves_allowed: int = column(
        "Date moves allowed", WholeNumber(), "How often an action's date may move.", default=1
    )
    due_soon_days: int = column(
        "Due soon within (days)", WholeNumber(), "How near a date counts as soon, in days.", default=30
    )
    financial_test: FinancialTest = column(
        "Financial test",
        Choice(FinancialTest),
        "Must a loss meet both thresholds of a level, or either?",
        default=FinancialTest.BOTH,
    )
    priority_rests_on: PriorityBasis = column(
        "Priority rests on",
        Choice(PriorityBasis),
        "Is a priority worked out from the evidence, or the one that is recorded?",
        default=PriorityBasis.EVIDENCE,
        since=2,
    )
    months_in_overview: int = column(
        "Months in overview",
        WholeNumber(),
        "How long section A shows an assessment after its report, in months.",
        default=12,
        since=2,
    )
    show_summary: bool = column(
        "Show summary", YesNo(), "Start the report with an at-a-glance page?", default=False
    )
    language: Language = column(
        "Language",
        Choice(Language, said_instead.LANGUAGE),
        "Month names and the document's language.",
        default=Language.ENGLISH,
    )
    agreed_departures: str = column(
        "Agreed departures",
        Text(),
        "Codes of problems that are meant, one a line: they are counted, and not listed.",
        since=2,
    )
    template_version: int = column(
        "Template version",
        WholeNumber(1),
        "Written by the program; leave it as it is.",
        default=FIRST_VERSION,
    )


def items_of(version: int) -> tuple[Column, ...]:
    """The items that a tracker of a version was given; those of a later one are read where somebody has added them."""
    return tuple(item for item in ReportDetails.columns if item.since <= version)


SHIPPED_ITEMS = items_of(TEMPLATE_VERSION)
"""The items that a new tracker has."""
