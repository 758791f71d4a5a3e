"""A house style: an authority's own Word file, whose styles, pages, headers and footers the report takes on."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

from audit_report.cannot_run import CannotRunError
from audit_report.palette import Accents
from audit_report.report.provenance import named_file
from audit_report.word.docx_out import Carried, related_parts
from audit_report.word.given_file import DAMAGED, DamagedFileError, NoWordFileError, given_file, is_strict
from audit_report.word.house.house_accents import accents
from audit_report.word.house.house_colours import recolour
from audit_report.word.house.house_headers_footers import carry
from audit_report.word.house.house_headings import unnumber_headings
from audit_report.word.house.house_lists import fit_lists
from audit_report.word.house.house_pages import UnusablePageError, page_setup
from audit_report.word.house.house_paragraph_styles import (
    WrongKindError,
    body_font,
    fit,
    footer_stops,
    rename,
)
from audit_report.word.house.house_tables import adopt, house_table, is_banded
from audit_report.word.house.legibility import hard_to_read
from audit_report.word.list_numbering import Lists
from audit_report.word.page_layouts import PageSetup
from audit_report.word.styles import GRID
from audit_report.word.word_xml import NAMESPACES

_DAMAGED = (
    *DAMAGED, ValueError, AttributeError, TypeError,  # relationships that are none, or lead nowhere
)  # fmt: skip
"""What python-docx and the libraries under it raise for a file that is no .docx, or a damaged one."""
_MOST_BYTES, _MOST_MARKS = 60_000_000, 1_500_000
"""Bytes of a style file once unpacked, pictures and all, and its tags and attributes: each becomes an object of 200
bytes, and a house's has some ten thousand."""
_ANOTHER = (
    "this is not a Word document that can give the report its style. Open it in Word, save it as a Word Document "
    "(.docx), not as a template or with macros, and retry."
)
_STRICT = "this is a Strict Open XML Document. In Word, save it as a Word Document (.docx) and retry."


class UnusableStyleError(CannotRunError):
    """The file cannot be the report's style; the message is a sentence for the analyst."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What a report takes from a house's file.

    `source` names the file and its `sha256`; `font` is that of its paragraphs, `accents` are the colours of its
    headings, tables and links; with `banded` every other row of its tables stands on a band. `missing` are the styles
    it does not have, which are added in its colours, as Word names them; `footer_numbered` says that its footer has no
    page number, so that the report adds one, `headings_unnumbered` that its headings had numbers.
    """

    source: str
    sha256: str
    sheet: str
    lists: Lists
    font: str
    accents: Accents
    banded: bool
    hard_to_read: tuple[str, ...]
    theme: Carried | None
    setup: PageSetup
    missing: tuple[str, ...]
    footer_numbered: bool
    headings_unnumbered: bool

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the analyst has to know of the file, in sentences."""
        said = []
        if self.missing:
            names = ", ".join(f"“{name}”" for name in self.missing)
            said.append(f"it lacks these styles, which are added in its colours: {names}.")
        if self.footer_numbered:
            said.append("its footer has no page number, so one is added below it.")
        if self.headings_unnumbered:
            said.append(
                "its headings are numbered; the report's are not, for its sections are cited as A to D."
            )
        said += self.hard_to_read
        return tuple(said)


def read_house_style(path: Path) -> HouseStyle:
    """Read a .docx for its styles, page set-up, headers and footers; its text and all else is left.

    Raises UnusableStyleError where the file cannot be opened, is no .docx, or has a style of the wrong kind.
    """
    try:
        content, archive = given_file(path, _MOST_BYTES, _MOST_MARKS)
        if not is_strict(archive):
            return _read(_opened(content), path.name, sha256(content).hexdigest())
    except (DamagedFileError, etree.XMLSyntaxError) as reason:
        raise UnusableStyleError(f"{path}: {_ANOTHER}") from reason
    except (NoWordFileError, WrongKindError, UnusablePageError) as reason:
        raise UnusableStyleError(f"{path}: {reason}") from reason
    raise UnusableStyleError(f"{path}: {_STRICT}")


def _opened(content: bytes) -> Document:
    try:
        return docx.Document(BytesIO(content))
    except _DAMAGED as reason:
        raise DamagedFileError from reason


def _read(house: Document, name: str, digest: str) -> HouseStyle:
    sheet = _part(house, RELATIONSHIP_TYPE.STYLES)
    numbering = _part(house, RELATIONSHIP_TYPE.NUMBERING)
    styles = parse_xml(sheet.blob) if sheet else parse_xml(f"<w:styles {NAMESPACES}/>")
    listed = parse_xml(numbering.blob) if numbering else None
    ids, missing = fit(styles)
    if listed is not None:
        rename(listed, ids)
    headings_unnumbered = unnumber_headings(styles, listed)
    lists = fit_lists(styles, listed)
    table = house_table(styles, house.element, ids) if GRID.name in missing else ""
    chosen = accents(styles, missing)
    chosen = adopt(styles, table, missing, chosen) if table else chosen
    recolour(styles, missing, chosen)
    theme = _part(house, RELATIONSHIP_TYPE.THEME)
    carried = carry(theme, ids) if theme else None
    setup, footer_numbered = page_setup(house, ids, footer_stops(styles))
    return HouseStyle(
        source=named_file(name, digest),
        sha256=digest,
        sheet=etree.tostring(styles, encoding="unicode"),
        lists=lists,
        font=body_font(styles, parse_xml(carried.xml) if carried else None),
        accents=chosen,
        banded=bool(table) and is_banded(styles, table),
        hard_to_read=tuple(hard_to_read(styles)),
        theme=carried,
        setup=setup,
        missing=missing,
        footer_numbered=footer_numbered,
        headings_unnumbered=headings_unnumbered,
    )


def _part(house: Document, kind: str) -> Part | None:
    return next(iter(related_parts(house.part, kind)), None)
