"""How the cells of an .xlsx look, as far as it says something: fill, strike-through, and how a number is shown."""

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeVar

from lxml import etree
from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from audit_report.ooxml.safe_xml import tree
from audit_report.schema.kinds import shown
from audit_report.schema.raw_values import Raw

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
    number_format: str = "General"

    @property
    def is_date(self) -> bool:
        """Whether a number is shown as a date."""
        return is_date_format(self.number_format)

    @property
    def is_month(self) -> bool:
        """Whether a date is shown as its month and year alone: mmm-yy."""
        letters = _letters(self.number_format)
        return self.is_date and "d" not in letters and "y" in letters and "m" in letters

    def shows(self, value: Raw) -> str:
        """The words that a person sees of a value."""
        if isinstance(value, datetime) and self.is_month:
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


def looks_of(styles: bytes | None, theme: bytes | None) -> list[Look]:
    """The looks that a workbook's cells name by number."""
    if not styles:
        return [Look()]
    root = tree(styles)
    formats = dict(BUILTIN_FORMATS) | {
        int(each.get("numFmtId", "0")): each.get("formatCode", "General") for each in root.iter("{*}numFmt")
    }
    colours = _theme_colours(theme)
    fills = [_fill(each, colours) for each in _children(root, "fills")]
    struck = [_is_on(each.find("{*}strike")) for each in _children(root, "fonts")]
    return [
        Look(
            _at(fills, each.get("fillId"), ""),
            _at(struck, each.get("fontId"), default=False),
            formats.get(int(each.get("numFmtId", "0")), "General"),
        )
        for each in _children(root, "cellXfs")
    ] or [Look()]


def colour_name(rgb: str) -> str:
    """The name that people give a fill of these six hexadecimal digits; blank for white, black and the palest."""
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if lightness > _PALEST or lightness < _DARKEST:
        return ""
    if saturation < _LEAST_SATURATION:
        return "Grey"
    return next(name for end, name in _HUES if hue * 360 <= end)


def is_struck(font: etree._Element | None) -> bool:
    """Whether a run's or a style's font strikes its words out."""
    return font is not None and _is_on(font.find("{*}strike"))


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get("val", "1") not in {"0", "false"}


def _children(root: etree._Element, name: str) -> Iterator[etree._Element]:
    parent = root.find(f"{{*}}{name}")
    return iter(()) if parent is None else parent.iterchildren("{*}*")


def _fill(fill: etree._Element, theme: list[str]) -> str:
    pattern = fill.find("{*}patternFill")
    if pattern is None or pattern.get("patternType", "none") == "none":
        return ""
    colour = pattern.find("{*}fgColor")
    return "" if colour is None else colour_name(_rgb(colour, theme) or "FFFFFF")


def _rgb(colour: etree._Element, theme: list[str]) -> str:
    """The six digits of a colour; of the theme's colours the tint is left aside, which only pales them."""
    if rgb := colour.get("rgb"):
        return rgb[-6:]
    if number := colour.get("theme"):
        return _at(theme, number, "")
    return _at([each[-6:] for each in COLOR_INDEX], colour.get("indexed"), "")


def _theme_colours(theme: bytes | None) -> list[str]:
    if not theme:
        return []
    scheme = tree(theme).find(".//{*}clrScheme")
    if scheme is None:
        return []
    found = {}
    for each in scheme.iterchildren("{*}*"):
        colour = next(each.iterchildren("{*}*"), None)
        if colour is not None:
            found[etree.QName(each).localname] = colour.get("lastClr") or colour.get("val") or ""
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


def _at(values: list[T], number: str | None, default: T) -> T:
    return values[int(number)] if number and number.isdecimal() and int(number) < len(values) else default
