"""What a cell holds, from what its XML says: the type, the text of its value, its style and its formula."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from audit_report.ooxml.safe_xml import whole_number
from audit_report.ooxml.xml_characters import unescaped
from audit_report.schema.raw_values import CellError, CellObject, Raw
from audit_report.workbook_in.cell_objects import ERROR, PICTURE
from audit_report.workbook_in.date_formats import Shows, as_shown
from audit_report.workbook_in.styles_of_cells import CellStyles
from audit_report.workbook_in.text_items import Text, within_limit

_MOST = 1e15
"""From here on a number is kept as it is spelt: Excel shows fifteen digits, and no money or day is so large."""
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d(:\d\d(\.\d{1,6})?)?)?", re.ASCII)
"""Such as 2010-04-30, 2010-04-30T12:30:00 or 12:30."""


class _Looks(dict[str, tuple[int, Shows]]):
    """The number of the style that a cell names, and what it shows numbers as, each worked out once."""

    def __init__(self, styles: CellStyles) -> None:
        super().__init__()
        self._styles = styles

    def __missing__(self, said: str) -> tuple[int, Shows]:
        style = whole_number(said)
        self[said] = style, self._styles.shows(style)
        return self[said]


class CellValues:
    """Values of a workbook's cells, which need its shared strings, its styles and the year it counts days from.

    `objects` says what stands behind the error value of a cell that holds no value of its own, by number.
    """

    def __init__(
        self,
        strings: Sequence[Text],
        styles: CellStyles,
        objects: Mapping[str, CellObject | CellError],
        *,
        from_1904: bool,
    ) -> None:
        self.styles = styles
        self.looks = _Looks(styles)
        self._strings = strings
        self._objects = objects
        self._from_1904 = from_1904

    def value(self, kind: str, text: str, shows: Shows, behind: str = "") -> Raw:
        """The value of a cell of a type such as n or str; "" is blank. Raises ValueError where it can be none."""
        match kind:
            case "n":
                return self._number(text, shows)
            case "s":
                return self._shared(text)
            case "str":
                return within_limit(unescaped(text))
            case "b":
                return text not in ("0", "false") if text else ""
            case "d":
                return _moment(text)
            case "e":
                return self._error(text, behind)
            case _:
                raise ValueError(f"a cell is of the type {kind}, which there is not")

    def _error(self, text: str, behind: str) -> Raw:
        """An error value, or what it stands for in a cell that names an object behind it."""
        if behind and text == ERROR:
            return self._objects.get(behind, PICTURE)
        return CellError(text or "error")

    def _number(self, text: str, shows: Shows) -> Raw:
        try:
            number = float(text)
        except ValueError:
            return within_limit(text)
        if not -_MOST < number < _MOST or not text.isascii() or "_" in text:
            return within_limit(text)
        return number if shows is Shows.NUMBER else as_shown(number, shows, from_1904=self._from_1904)

    def _shared(self, text: str) -> Raw:
        if not text:
            return ""
        number = int(text)
        if not 0 <= number < len(self._strings):
            raise ValueError(f"there is no shared string {number}")
        return self._strings[number]


def _moment(text: str) -> Raw:
    """A day, a time of day or both; what is neither stays as it is spelt."""
    text = text.strip()
    found = _MOMENT.fullmatch(text)
    if not found:
        return within_limit(text)
    try:
        if not found[2]:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text) if found[1] else time.fromisoformat(text)
    except ValueError:
        return text
