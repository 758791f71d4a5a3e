"""How the cells of an .xlsx look, as far as it says something: fill, strike-through, and how a number is shown."""

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeVar
from xml.etree.ElementTree import Element

from openpyxl.styles.colors import COLOR_INDEX

from audit_report.ooxml.bounded_zip import BoundedZip
from audit_report.ooxml.limits import MOST_STYLES, hold_to
from audit_report.ooxml.safe_xml import child, local_name, whole_number
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import Raw
from audit_report.workbook_in.date_formats import GENERAL, Shows, shows
from audit_report.workbook_in.styles_of_cells import read_styles

T = TypeVar("T")

_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)))
_HUES = (
    (20, "Red"),
    (65, "Amber"),
    (170, "Green"),
    (258, "Blue"),
    (330, "Purple"),
    (360, "Red"),
)
"""The hues, in degrees, up to which a colour goes by a name: Excel's own amber and yellow are 45 and 60."""
_LEAST_SATURATION, _PALEST, _DARKEST = 0.15, 0.94, 0.12


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a cell: the name of its fill, whether its words are struck out, its number format."""

    colour: str = ""
    struck: bool = False
    number_format: str = GENERAL

    @property
    def shows(self) -> Shows:
        """What a number is shown as."""
        return shows(self.number_format)

    @property
    def is_month(self) -> bool:
        """Whether a date is shown as its month and year alone: mmm-yy."""
        letters = _letters(self.number_format)
        is_date = self.shows is Shows.DAY_OR_TIME
        return is_date and "d" not in letters and "y" in letters and "m" in letters

    def words(self, value: Raw) -> str:
        """The words that a person sees of a value."""
        if isinstance(value, date) and self.is_month:
            return f"{value:%B %Y}"
        if (
            isinstance(value, (int, float))
            and not isinstance(value, bool)
            and self.number_format.endswith("%")
        ):
            return f"{shown(round(float(value) * 100, 6))}%"
        if isinstance(value, date) and not (isinstance(value, datetime) and value.time() != time()):
            return f"{value.day} {value:%B %Y}"
        return shown(value)


def read_looks(archive: BoundedZip, styles: str, theme: str) -> list[Look]:
    """The looks that a workbook's cells name by number, its parts given by name and blank where it has none."""
    if not styles:
        return []
    known, colours = read_styles(archive, styles), _theme_colours(archive, theme)
    fills: list[str] = []
    chosen: list[int] = []
    for each in archive.elements(styles, "fills", "cellXfs"):
        hold_to(len(each), MOST_STYLES, "styles or fills")
        if local_name(each) == "fills":
            fills = [_fill(one, colours) for one in each]
        else:
            chosen = [whole_number(one.get("fillId")) for one in each]
    return [
        Look(_at(fills, fill, ""), known.font(number).struck_out, known.number_format(number))
        for number, fill in enumerate(chosen)
    ]


def colour_name(rgb: str) -> str:
    """The name that people give a fill of these six hexadecimal digits; blank for white, black and the palest."""
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if lightness > _PALEST or lightness < _DARKEST:
        return ""
    if saturation < _LEAST_SATURATION:
        return "Grey"
    return next(name for end, name in _HUES if hue * 360 <= end)


def _fill(fill: Element, theme: Sequence[str]) -> str:
    pattern = child(fill, "patternFill")
    if pattern is None or pattern.get("patternType", "none") == "none":
        return ""
    colour = child(pattern, "fgColor")
    return "" if colour is None else colour_name(_rgb(colour, theme) or "FFFFFF")


def _rgb(colour: Element, theme: Sequence[str]) -> str:
    """The six digits of a colour; of the theme's colours the tint is left aside, which only pales them."""
    if rgb := colour.get("rgb"):
        return rgb[-6:]
    if number := colour.get("theme"):
        return _at(theme, whole_number(number), "")
    indexed = colour.get("indexed")
    return _at([each[-6:] for each in COLOR_INDEX], whole_number(indexed), "") if indexed else ""


def _theme_colours(archive: BoundedZip, part: str) -> list[str]:
    found = {}
    for scheme in archive.elements(part, "clrScheme") if part else ():
        for each in scheme:
            for colour in each:
                found[local_name(each)] = colour.get("lastClr") or colour.get("val") or ""
    return [found.get(name, "") for name in _THEME_ORDER]


def _letters(number_format: str) -> str:
    """The letters of a number format that stand for parts of a date, without colours and quoted words."""
    kept, quoted = [], ""
    for character in number_format.partition(";")[0].casefold():
        if quoted:
            quoted = "" if character == quoted else quoted
        elif character in '"[':
            quoted = "]" if character == "[" else character
        else:
            kept.append(character)
    return "".join(kept)


def _at(values: Sequence[T], number: int, default: T) -> T:
    return values[number] if 0 <= number < len(values) else default
