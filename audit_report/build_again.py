"""A report built again from what it says it was made from, to tell whether anybody has edited it since."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from audit_report.answers.report_differences import Differences
from audit_report.answers.verification import (
    Verdict,
    compared,
    not_built_of_errors,
    not_its_workbook,
    verdict,
)
from audit_report.cannot_run import CannotRunError
from audit_report.pipeline import check_workbook, page_bytes, report_bytes
from audit_report.problems import Severity
from audit_report.report.blocks import Provenance
from audit_report.report.provenance import WrittenReport, named_file
from audit_report.version import __version__
from audit_report.web.html_read_back import is_page, read_page
from audit_report.word import HouseStyle, read_house_style
from audit_report.word.read_back.made_from import read_report


class WrongSourceError(CannotRunError):
    """A file that the report was built with is missing, or is another; the message is a sentence for a person."""


def verify(report: Path, workbook: Path, style: Path | None = None, previous: Path | None = None) -> Verdict:
    """Whether a report was made from a workbook as it is now, and has not been edited since.

    It is built again and the two are compared, as at the workbook's own day too: the day it says may be what somebody
    altered. `style` and `previous` are the files that it was built with, if any.
    Raises WrongSourceError where one of those is missing or another than then, and the errors of `read_report`,
    `check_workbook` and `read_house_style` where a file cannot be read as what it should be.
    """
    written = read_page(report) if is_page(report) else read_report(report)
    content = report.read_bytes()
    made_from = written.made_from
    as_at = date.fromisoformat(made_from.as_at) if made_from.as_at else None
    checked = check_workbook(workbook, as_at)
    if checked.sha256 != made_from.sha256:
        return not_its_workbook(written, checked.workbook, checked.sha256)
    house = _house(made_from, style)
    _refuse_wrong("--previous", made_from.compared_with, previous)
    days = dict.fromkeys((as_at, checked.tracker.details.data_as_at))
    attempts = [built for day in days if (built := _built_again(written, workbook, day, previous, house))]
    if not attempts:
        return not_built_of_errors(written, checked.workbook)
    is_same_file = content in attempts
    same_program = made_from.program == __version__
    is_web = written.is_page
    found = min(
        (compared(content, built, same_program=same_program, is_page=is_web) for built in attempts),
        key=_how_many,
    )
    return verdict(written, checked.workbook, found, is_same_file=is_same_file, program=__version__)


def _how_many(found: Differences) -> int:
    return len(found.changes)


def _built_again(
    written: WrittenReport,
    workbook: Path,
    as_at: date | None,
    previous: Path | None,
    house: HouseStyle | None,
) -> bytes | None:
    """The report as at a day, under the names that its files had when it was built; None where errors forbid it."""
    made_from, build = written.made_from, page_bytes if written.is_page else report_bytes
    checked = replace(check_workbook(workbook, as_at, previous), workbook=made_from.workbook)
    if checked.has(Severity.ERROR) and not made_from.is_draft:
        return None
    if checked.earlier:
        name = _name_then("--previous", made_from.compared_with, previous, checked.earlier.sha256)
        checked = replace(checked, earlier=replace(checked.earlier, workbook=name))
    return build(checked, draft=made_from.is_draft, house=house)


def _house(made_from: Provenance, style: Path | None) -> HouseStyle | None:
    """The style that the report was built in, under the name it had then."""
    _refuse_wrong("--style", made_from.style, style)
    if style is None:
        return None
    house = read_house_style(style)
    _name_then("--style", made_from.style, style, house.sha256)
    return replace(house, source=made_from.style)


def _refuse_wrong(option: str, recorded: str, given: Path | None) -> None:
    if recorded and given is None:
        raise WrongSourceError(f"The report was built with {recorded}: give that file with {option}.")
    if given is not None and not recorded:
        raise WrongSourceError(f"The report says that it was built without {option}: leave {given} out.")


def _name_then(option: str, recorded: str, given: Path | None, sha256: str) -> str:
    """The name that a file had when the report was built with it."""
    ending = named_file("", sha256)
    if not recorded.endswith(ending):
        raise WrongSourceError(
            f"{given} is not the file that the report was built with by {option}: that was {recorded}."
        )
    return recorded.removesuffix(ending)
