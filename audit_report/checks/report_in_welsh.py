"""A report in Welsh: which of its words no translator has seen, and which are still English."""

from collections.abc import Callable, Iterator

from audit_report import catalogue
from audit_report.cell_refs import CellRef, addresses
from audit_report.model.assessed import Assessed
from audit_report.model.records import PriorityCriteria, StatusCriteria
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Language
from audit_report.model.wording import PLACEHOLDER, own_words, shipped_criteria, shipped_in_welsh
from audit_report.problems import Problem

_PRINTED = ("label", "financial", "service", "reputation", "people", "criteria")
"""What the annexes print of their rows."""


def welsh_has_been_seen(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """The shipped Welsh is a draft: a council's own words are taken to have been seen."""
    if tracker.details.language is Language.WELSH:
        own = own_words(tracker.report_text, Language.WELSH)
        if count := sum(name not in own and _has_words(text) for name, text in shipped_in_welsh().items()):
            yield catalogue.WelshIsDraft(count=count).at(tracker.details.cell("language"), "", "Welsh")


def _has_words(text: tuple[str, ...]) -> bool:
    """Whether there is anything to translate: more than placeholders and what parts them."""
    return any(map(str.isalpha, PLACEHOLDER.sub("", " ".join(text))))


def criteria_are_in_welsh(tracker: Tracker, _: Assessed) -> Iterator[Problem]:
    """The names and criteria of the ratings stand in the tracker alone, so only a person can translate them."""
    if tracker.details.language is not Language.WELSH:
        return
    shipped = {
        value for rows in shipped_criteria().values() for row in rows for value in row.values() if value
    }
    for sheet, rows in ((PriorityCriteria.sheet, tracker.annex1), (StatusCriteria.sheet, tracker.annex2)):
        english = [row.cell(name) for name in _PRINTED for row in rows if getattr(row, name, None) in shipped]
        if english:
            yield catalogue.EnglishInWelsh(cells=addresses(english)).at(CellRef(sheet))


CHECKS: tuple[Callable[[Tracker, Assessed], Iterator[Problem]], ...] = (
    welsh_has_been_seen,
    criteria_are_in_welsh,
)
