"""Whether a report was made from a workbook, and whether it has been edited since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit_report.answers.report_differences import Differences, differences, page_differences
from audit_report.ooxml.limits import TooLargeError
from audit_report.report.provenance import WrittenReport
from audit_report.schema.kinds import long_date
from audit_report.word.given_file import DAMAGED
from audit_report.word.read_back.comparable_things import Shown
from audit_report.word.read_back.whole_document import shown

_MOST = 40
"""The differences that are told; of more, how many."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer in sentences, and whether it is yes: made from this workbook, and not edited."""

    lines: tuple[str, ...]
    holds: bool


def compared(content: bytes, built: bytes, *, same_program: bool, is_page: bool = False) -> Differences:
    """How a report differs from what was built again; of another version, its number is no difference."""
    if content == built:
        return Differences()
    if is_page:
        return page_differences(built, content)
    try:
        things = [shown(file) for file in (built, content)]
    except TooLargeError as reason:
        return Differences(
            (f"It is not the same file, and too large to be compared in parts: it holds {reason}.",)
        )
    except DAMAGED:
        return Differences(
            ("A part of it is missing or damaged, so that Word does not show it as it was built.",)
        )
    return differences(*([each for each in file if same_program or not _is_program(each)] for file in things))


def _is_program(thing: Shown) -> bool:
    return thing.kind == "property" and thing.words == "Program"


def verdict(
    written: WrittenReport, workbook: str, found: Differences, *, is_same_file: bool, program: str
) -> Verdict:
    """What the comparison with the report built again by this version of the `program` comes to."""
    same_program = written.made_from.program == program
    if found.changes:
        lines = [*_made_from(written, workbook, "says that it was made"), *_is_draft(written)]
        lines += _edited(found.changes, written, program, same_program=same_program)
        return Verdict(tuple(lines), holds=False)
    lines = [*_made_from(written, workbook, "was made"), *_is_draft(written)]
    if written.is_page:
        lines.append("The page is as it was built: nobody has changed it since.")
    elif is_same_file:
        lines.append("Built again, it is the same byte for byte: nobody has edited it since.")
    else:
        lines.append(
            "Built again, it shows the same: it has been saved again, and nobody has edited it since."
        )
    if not same_program:
        lines.append(f"It was built again by audit-report {program}.")
    return Verdict((*lines, *found.losses), holds=True)


def not_its_workbook(written: WrittenReport, workbook: str, sha256: str) -> Verdict:
    """The workbook is not the one that the report was made from, as it was then."""
    made_from = written.made_from
    lines = [f"This report was not made from {workbook} as it is now."]
    if made_from.workbook == workbook:
        lines.append(
            "It was made from a workbook of that name, which has been changed since or is another copy of it."
        )
    else:
        lines.append(f"It was made from a workbook called {made_from.workbook}.")
    lines += [
        f"SHA-256 of the workbook it was made from: {made_from.sha256}",
        f"SHA-256 of this workbook:                 {sha256}",
        *_is_draft(written),
        "Whether anybody has edited it since can only be said with the workbook it was made from.",
    ]
    return Verdict(tuple(lines), holds=False)


def not_built_of_errors(written: WrittenReport, workbook: str) -> Verdict:
    """The workbook has errors, and the report claims to be no draft."""
    said = (
        f"{workbook} has errors, so no report but a draft can have been built from it, and this one does not say that "
        "it is a draft: it has been edited since it was built, or was not built from it."
    )
    return Verdict((*_made_from(written, workbook, "says that it was made"), said), holds=False)


def _made_from(written: WrittenReport, workbook: str, was_made: str) -> Iterator[str]:
    made_from = written.made_from
    day = f", as at {long_date(date.fromisoformat(made_from.as_at))}" if made_from.as_at else ""
    yield f"This report {was_made} from {workbook} as it is now{day}, by audit-report {made_from.program}."
    if made_from.workbook != workbook:
        yield f"The workbook was called {made_from.workbook} then."
    if made_from.compared_with:
        yield f"What had changed was found by comparing it with {made_from.compared_with}."
    if made_from.style:
        yield f"It has the style of {made_from.style}."


def _is_draft(written: WrittenReport) -> Iterator[str]:
    if written.draft_mark or written.made_from.is_draft:
        yield "It is a draft, not the paper."


def _edited(
    changes: Sequence[str], written: WrittenReport, program: str, *, same_program: bool
) -> Iterator[str]:
    version = written.made_from.program
    if same_program:
        happened = "The page has been changed" if written.is_page else "It has been edited"
        yield f"{happened} since it was built. Where it differs from what audit-report builds of that workbook:"
    else:
        yield (
            f"It was built by audit-report {version}, and this is {program}: what differs below may come of the "
            f"version as well as of an edit. To know which, verify it with audit-report {version}."
        )
    yield from (f"- {change}" for change in changes[:_MOST])
    if len(changes) > _MOST:
        yield f"- and {len(changes) - _MOST} more."
