"""The field's own words: the levels, states and settings a cell may hold."""

from enum import Enum, StrEnum


class ActionProgress(StrEnum):
    """How far an action has got, as its lead says."""

    NOT_STARTED = "Not started"
    IN_PROGRESS = "In progress"
    COMPLETE = "Complete"
    OFF_TRACK = "Off track"
    CANCELLED = "Cancelled"


class Quality(StrEnum):
    """Whether an action's work meets what was asked; a blank cell means not judged yet."""

    MET = "Met"
    NOT_MET = "Not met"


class Response(StrEnum):
    """What the authority answered to a recommendation."""

    AGREED = "Agreed"
    PARTLY_AGREED = "Partly agreed"
    NOT_AGREED = "Not agreed"


class Outcome(StrEnum):
    """How a closed recommendation ended; only the first counts as implemented."""

    IMPLEMENTED = "Implemented"
    PARTLY_IMPLEMENTED = "Partly implemented"
    SUPERSEDED = "Superseded"
    RISK_ACCEPTED = "Risk accepted"
    NOT_IMPLEMENTED = "Not implemented"


class PriorityBasis(StrEnum):
    """What a priority rests on."""

    EVIDENCE = "Annex 1 evidence"
    RECORDED = "Recorded priority"


class LatenessBasis(StrEnum):
    """The due date that lateness is judged against."""

    CURRENT = "Current due date"
    ORIGINAL = "Original due date"


class FinancialTest(StrEnum):
    """How the two financial thresholds of an Annex 1 level combine."""

    BOTH = "Both thresholds"
    EITHER = "Either threshold"


class Language(StrEnum):
    """The report's language: month names and the document's own setting."""

    ENGLISH = "English"
    WELSH = "Welsh"


class ImpactArea(StrEnum):
    """An area of Annex 1."""

    FINANCIAL = "financial"
    SERVICE = "service"
    REPUTATION = "reputation"
    PEOPLE = "people"


class Section(StrEnum):
    """A section of the report that prints recommendations one by one."""

    B = "B"
    C = "C"


class Standing(Enum):
    """Where a recommendation stands as at a day."""

    ELSEWHERE = "elsewhere"
    NOT_YET_RAISED = "not yet raised"
    CLOSED = "closed"
    CURRENT = "current"


class ReportedPlace(StrEnum):
    """Where a report had a recommendation that it did not only count among the current ones."""

    B = "B"
    C = "C"
    CLOSED = "Closed"
    ELSEWHERE = "Elsewhere"


class SinceLast(Enum):
    """How a recommendation stands against the last report; the value is its name in the JSON."""

    FIRST = "first"
    NEW = "new"
    SAME = "same"
    IMPROVED = "improved"
    WORSENED = "worsened"
    CLOSED = "closed"
    REOPENED = "reopened"
    UNKNOWN = "unknown"


class ChangeCode(StrEnum):
    """What has changed since the last report, in the order in which it is told; the value is its name in the JSON."""

    NEW = "new"
    CLOSED = "closed"
    REOPENED = "reopened"
    IMPROVED = "improved"
    WORSENED = "worsened"
    PRIORITY_RAISED = "priority-raised"
    PRIORITY_LOWERED = "priority-lowered"
    RESPONSE = "response"
    ELSEWHERE = "elsewhere"
    ACTION_COMPLETED = "action-completed"
    ACTION_CANCELLED = "action-cancelled"
    ACTION_REOPENED = "action-reopened"
    DATE_MOVED = "date-moved"
    REWORDED = "reworded"
