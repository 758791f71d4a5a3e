"""A document's theme: the colours and fonts that looks may name instead of saying them."""

import re

from lxml.etree import _Element as Element

from audit_report.word.read_back.look_properties import Look

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NAMES = {
    "background1": "lt1", "bg1": "lt1", "light1": "lt1", "text1": "dk1", "tx1": "dk1", "dark1": "dk1",
    "background2": "lt2", "bg2": "lt2", "light2": "lt2", "text2": "dk2", "tx2": "dk2", "dark2": "dk2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
"""What Word calls a colour, and what the theme calls it."""
_PAINTED = {"color": ("color", "color.theme"), "shd": ("shd.fill", "shd.themeFill")}
"""The properties that have a colour: where it is said, and how the theme's stands beside it."""


_COLOUR, _SHARE = re.compile("[0-9A-Fa-f]{6}"), re.compile("[0-9A-Fa-f]{2}")
"""Such as 4472C4, and 99 for six tenths of it."""


class Theme:
    """The colours and fonts of a document's theme part; without one it gives none."""

    def __init__(self, root: Element | None) -> None:
        scheme = None if root is None else root.find(f".//{_DRAWING}clrScheme")
        self._colours = {
            str(each.tag).removeprefix(_DRAWING): each[0].get("lastClr") or each[0].get("val") or ""
            for each in (scheme if scheme is not None else ())
            if len(each)
        }
        self._fonts = {
            name: "" if (found := self._font(root, name)) is None else found.get("typeface", "")
            for name in ("major", "minor")
        }

    def applied(self, look: Look) -> dict[str, str]:
        """A look with the colours and fonts that it names by the theme's names, and only those of ordinary text."""
        result = {
            name: text
            for name, text in look.items()
            if not name.startswith(("rFonts.", "color.", "shd.theme"))
        }
        for said, by_theme in _PAINTED.values():
            name = look.get("color.themeColor" if said == "color" else by_theme, "")
            colour = self._colour(name, look.get(f"{by_theme}Tint", "FF"), look.get(f"{by_theme}Shade", "FF"))
            if colour or said in look:
                result[said] = (colour or look[said]).replace("AUTO", "auto") if colour else look[said]
            if result.get(said, "auto") != "auto":
                result[said] = result[said].upper()
        for script in ("ascii", "hAnsi"):
            font = self._fonts.get(look.get(f"rFonts.{script}Theme", "")[:5], "") or look.get(
                f"rFonts.{script}", ""
            )
            if font:
                result[f"rFonts.{script}"] = font
        return result

    def _colour(self, name: str, tint: str, shade: str) -> str:
        """A colour of the theme, made lighter by a tint and darker by a shade, each of 00 to FF."""
        colour = self._colours.get(_NAMES.get(name, name), "")
        if not (_COLOUR.fullmatch(colour) and _SHARE.fullmatch(tint) and _SHARE.fullmatch(shade)):
            return ""
        channels = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
        lighter, darker = int(tint, 16) / 255, int(shade, 16) / 255
        return "".join(f"{round((each * lighter + 255 * (1 - lighter)) * darker):02X}" for each in channels)

    @staticmethod
    def _font(root: Element | None, name: str) -> Element | None:
        return None if root is None else root.find(f".//{_DRAWING}{name}Font/{_DRAWING}latin")
