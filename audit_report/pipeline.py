"""The straight line from workbook to report; the only caller of every stage."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from audit_report.cannot_run import CannotRunError
from audit_report.checks import check
from audit_report.checks.agreed_departures import without_agreed
from audit_report.checks.whole_columns import told_once
from audit_report.model.checked import Checked
from audit_report.model.last_report import Earlier
from audit_report.model.tracker import Tracker
from audit_report.problems import Problem, Severity, count, in_workbook_order
from audit_report.rules.assess import assess
from audit_report.rules.headline_figures import headline_of
from audit_report.schema.kinds import long_date
from audit_report.schema.spacing import match_key
from audit_report.version import __version__
from audit_report.workbook_in.load_records import load
from audit_report.workbook_in.read_workbook import WorkbookFile, read_workbook
from audit_report.workbook_in.sheet_names import SHEETS

if TYPE_CHECKING:
    from audit_report.report.blocks import Report
    from audit_report.word import HouseStyle


class Stage(StrEnum):
    """The stages of a run, as a person who waits for it reads them."""

    READING = "Reading the workbook"
    RATING = "Rating"
    CHECKING = "Checking"
    COMPOSING = "Composing the report"
    WRITING = "Writing the report"


CHECK_STAGES = (Stage.READING, Stage.RATING, Stage.CHECKING)
REPORT_STAGES = (Stage.COMPOSING, Stage.WRITING)

Tell = Callable[[Stage], object]
"""A function that is called with each stage as it begins."""


def _tell_nobody(_: Stage) -> None:
    """Stands in where nobody is waiting to hear."""


class UnusablePreviousError(CannotRunError):
    """The last report's own file cannot be compared with; the message is a sentence for the analyst."""


def check_workbook(
    path: Path, as_at: date | None = None, previous: Path | None = None, tell: Tell = _tell_nobody
) -> Checked:
    """Read, rate and check a workbook as at a day, its own Data as at unless another is given.

    `previous` is the last report's own file: changes since then are read from it, and what was edited that should not
    have been is a problem. Raises UnreadableWorkbookError where a file cannot be opened as a workbook, and
    UnusablePreviousError where the two cannot be compared.
    """
    tell(Stage.READING)
    file, tracker, problems = _read(path)
    day = as_at or tracker.details.data_as_at
    earlier = _earlier(previous, tracker, day) if previous else None
    tell(Stage.RATING)
    assessed = assess(tracker, day, earlier)
    tell(Stage.CHECKING)
    problems += check(tracker, assessed, problems, earlier)
    listed = told_once(tracker, assessed, without_agreed(tracker, problems))
    found = tuple(in_workbook_order(listed, file.sheet_names))
    return Checked(file.name, file.sha256, file.sheet_names, tracker, assessed, found, earlier)


def _read(path: Path) -> tuple[WorkbookFile, Tracker, list[Problem]]:
    """A file, without its sheets' cells, and the tracker they hold."""
    workbook = read_workbook(path, SHEETS)
    return replace(workbook, sheets={}, others={}), *load(workbook)


def _earlier(path: Path, tracker: Tracker, as_at: date | None) -> Earlier:
    """The last report's own file, read and rated as at its own day as far as it can be."""
    file, then, problems = _read(path)
    day = then.details.data_as_at or tracker.details.previous_as_at
    if day is None:
        raise UnusablePreviousError(
            f"{path}: its Data as at cannot be read, so nothing can be compared with it."
        )
    if as_at and day >= as_at:
        raise UnusablePreviousError(
            f"{path} is as at {long_date(day)}, which is not before {long_date(as_at)}: "
            "give the file that the last report was made from."
        )
    known = {match_key(each.ref) for each in then.recommendations}
    if tracker.recommendations and known.isdisjoint(match_key(each.ref) for each in tracker.recommendations):
        raise UnusablePreviousError(
            f"{path} has none of this workbook's recommendations: is it another register's?"
        )
    assessed = assess(then, day)
    errors = count([*problems, *check(then, assessed, problems)])[Severity.ERROR]
    return Earlier(file.name, file.sha256, day, then, assessed, errors)


@dataclass(frozen=True, slots=True)
class Built:
    """A checked workbook and its report: a .docx, or None where the workbook has errors and no draft was asked for.

    `page` is its web edition, where that was asked for; `remarks` say what the report had to add to the style it was
    given.
    """

    checked: Checked
    report: bytes | None
    remarks: tuple[str, ...] = ()
    page: bytes | None = None


def build_report(
    checked: Checked, style: Path | None = None, *, draft: bool, strict: bool, html: bool = False
) -> Built:
    """The report of a checked workbook, in the style of a Word file if one is given; with `html` its web edition too.

    Raises UnusableStyleError where that file cannot be the report's style.
    """
    from audit_report.word import read_house_style

    house = read_house_style(style) if style else None
    remarks = tuple(house.remarks) if house else ()
    if is_refused(checked, strict=strict) and not draft:
        return Built(checked, None, remarks)
    page = page_bytes(checked, draft=draft, house=house) if html else None
    return Built(checked, report_bytes(checked, draft=draft, house=house), remarks, page)


def is_refused(checked: Checked, *, strict: bool) -> bool:
    """Whether a workbook has what keeps it from a report: an error, or where `strict` a warning."""
    return checked.has(Severity.ERROR) or (strict and checked.has(Severity.WARNING))


def report_bytes(
    checked: Checked, *, draft: bool = False, house: "HouseStyle | None" = None, tell: Tell = _tell_nobody
) -> bytes:
    """The Word report of a checked workbook, in a house's style if one is given.

    A draft marks every page and lists the errors at its end.
    """
    from audit_report.word import render

    tell(Stage.COMPOSING)
    report = _composed(checked, house, draft=draft)
    tell(Stage.WRITING)
    return render(report, house)


def page_bytes(checked: Checked, *, draft: bool = False, house: "HouseStyle | None" = None) -> bytes:
    """The web edition of the report that `report_bytes` gives, in a house's colours if its style is given."""
    from audit_report.web import render

    return render(_composed(checked, house, draft=draft, published=True), house.accents if house else None)


def _composed(
    checked: Checked, house: "HouseStyle | None", *, draft: bool, published: bool = False
) -> "Report":
    """What the report says, of whatever kind its file is; one that is `published` leaves out what is exempt."""
    from audit_report.report.blocks import Provenance
    from audit_report.report.outline import compose
    from audit_report.report.provenance import named_file

    errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
    as_at = checked.assessed.as_at
    day = as_at.isoformat() if as_at else ""
    headline = headline_of(checked.assessed)
    earlier = checked.earlier
    compared_with = named_file(earlier.workbook, earlier.sha256) if earlier else ""
    style = house.source if house else ""
    provenance = Provenance(
        checked.workbook, checked.sha256, day, __version__, headline, compared_with, style, is_draft=draft
    )
    return compose(
        checked.tracker, checked.assessed, provenance, errors if draft else None, published=published
    )


def criteria_of(checked: Checked | None) -> list[str]:
    """The rules in words, a line each: those of a checked workbook, or the shipped ones."""
    from audit_report.model.shipped_tracker import shipped_tracker
    from audit_report.rules.criteria_in_words import criteria_in_words

    return criteria_in_words(checked.tracker if checked else shipped_tracker())
