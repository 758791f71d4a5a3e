"""How cells look: the number format and the font of each of a workbook's styles, which cells name by number."""

from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from audit_report.ooxml.bounded_zip import BoundedZip
from audit_report.ooxml.limits import MOST_STYLES, hold_to
from audit_report.ooxml.safe_xml import child, is_on, local_name, whole_number
from audit_report.workbook_in.date_formats import BUILT_IN, GENERAL, Shows, shows

_SYMBOLS = ("wingdings", "webdings", "symbol", "marlett", "zapfdingbats", "mt extra")
"""How the names of fonts begin that have a picture in the place of each letter."""


class Font(NamedTuple):
    """What a font may change of what a cell says."""

    name: str = ""
    struck_out: bool = False

    @property
    def shows_symbols(self) -> bool:
        """Whether letters are shown as pictures: "ü" in Wingdings is a tick."""
        return self.name.casefold().startswith(_SYMBOLS)


@dataclass(frozen=True, slots=True)
class CellStyles:
    """The number formats and fonts by style; a style that the workbook does not have is a plain one."""

    number_formats: tuple[str, ...] = ()
    fonts: tuple[Font, ...] = ()

    def number_format(self, style: int) -> str:
        """The code of a style's number format, such as "0%" or "mmm-yy"."""
        return self.number_formats[style] if 0 <= style < len(self.number_formats) else GENERAL

    def font(self, style: int) -> Font:
        """The font of a style."""
        return self.fonts[style] if 0 <= style < len(self.fonts) else Font()

    def shows(self, style: int) -> Shows:
        """What a style makes of a number."""
        return shows(self.number_format(style))


def read_styles(archive: BoundedZip, part: str) -> CellStyles:
    """The styles of a workbook. Raises what `BoundedZip.elements` does."""
    codes = dict(BUILT_IN)
    fonts: list[Font] = []
    styles: list[tuple[int, int]] = []
    for each in archive.elements(part, "numFmts", "fonts", "cellXfs"):
        hold_to(len(each), MOST_STYLES, "styles, fonts or number formats")
        match local_name(each):
            case "numFmts":
                codes |= {_number(one, "numFmtId"): one.get("formatCode", GENERAL) for one in each}
            case "fonts":
                fonts = [_font(one) for one in each]
            case _:
                styles = [(_number(one, "numFmtId"), _number(one, "fontId")) for one in each]
    return CellStyles(
        tuple(codes.get(code, GENERAL) for code, _ in styles),
        tuple(fonts[font] if font < len(fonts) else Font() for _, font in styles),
    )


def _number(element: Element, name: str) -> int:
    return whole_number(element.get(name))


def _font(element: Element) -> Font:
    name, strike = child(element, "name"), child(element, "strike")
    return Font("" if name is None else name.get("val", ""), strike is not None and is_on(strike))
