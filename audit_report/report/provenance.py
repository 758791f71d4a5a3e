"""What a report says of itself, whatever its kind of file: named values when it is written, and the same read again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from audit_report.cannot_run import CannotRunError
from audit_report.report.blocks import Provenance
from audit_report.rules.headline_figures import Headline

WORKBOOK_SHA256, TEXT_SHA256 = "Workbook SHA-256", "Text SHA-256"
_WORKBOOK, _AS_AT, _PROGRAM = "Workbook", "As at", "Program"
_COMPARED_WITH, _STYLE, _DRAFT = "Compared with", "Style", "Draft"
_FIGURES = {
    "current": "Current recommendations",
    "critical": "Critical",
    "red": "Red",
    "green": "Green",
    "exceptions": "Exceptions",
}
"""The names of the headline figures, by what they count."""
_SOME_HAVE = {"at_risk": "At risk", "complete": "Complete", "no_status": "No status"}
"""Those of figures that many trackers have none of: kept where they are not 0."""
_FIGURE = re.compile(r"[0-9]{1,9}")


class NotAReportError(CannotRunError):
    """A file cannot be opened, or is no report of this program's; the message is a sentence for the analyst."""


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report as its file says; `draft_mark` is nothing in a final one.

    `edited` is about the text alone of a Word document, and about the whole of a page for the web (`is_page`).
    """

    title: str
    subject: str
    draft_mark: str
    made_from: Provenance
    edited: bool
    is_page: bool = False


def named_values(made_from: Provenance) -> dict[str, str]:
    """What a report was made from, by the names that its file keeps it under; what there is none of is left out."""
    values = {
        _WORKBOOK: made_from.workbook,
        WORKBOOK_SHA256: made_from.sha256,
        _AS_AT: made_from.as_at,
        _PROGRAM: made_from.program,
    }
    values |= {_COMPARED_WITH: made_from.compared_with} if made_from.compared_with else {}
    values |= {_STYLE: made_from.style} if made_from.style else {}
    values |= {_DRAFT: "Yes"} if made_from.is_draft else {}
    if made_from.headline:
        values |= {name: str(getattr(made_from.headline, figure)) for figure, name in _FIGURES.items()}
        some = {name: getattr(made_from.headline, figure) for figure, name in _SOME_HAVE.items()}
        values |= {name: str(number) for name, number in some.items() if number}
    return values


def made_from(values: Mapping[str, str]) -> Provenance:
    """What a report was made from, by the values of its file, which anybody may have changed."""
    figures = {figure: values.get(name, "") for figure, name in _FIGURES.items()}
    figures |= {figure: values.get(name, "0") for figure, name in _SOME_HAVE.items()}
    as_at = values.get(_AS_AT, "")
    known = _is_day(as_at) and all(map(_FIGURE.fullmatch, figures.values()))
    headline = Headline(**{name: int(figure) for name, figure in figures.items()}) if known else None
    return Provenance(
        workbook=values.get(_WORKBOOK, ""),
        sha256=values.get(WORKBOOK_SHA256, ""),
        as_at=as_at if _is_day(as_at) else "",
        program=values.get(_PROGRAM, ""),
        headline=headline,
        compared_with=values.get(_COMPARED_WITH, ""),
        style=values.get(_STYLE, ""),
        is_draft=values.get(_DRAFT) == "Yes",
    )


def named_file(name: str, sha256: str) -> str:
    """A file that a report was made with, such as "house.docx (SHA-256 0f3a…)"."""
    return f"{name} (SHA-256 {sha256})"


def one_line(text: str) -> str:
    """A value as it may be shown on a person's screen, whoever has written it."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
