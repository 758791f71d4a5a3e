"""The report's colours, the same in Word and on the web: what text and ratings look like, and how well they are seen.

A colour is six hexadecimal digits: red, green and blue. Text stands out from what it is printed on by 4.5:1 at the
least, and each family of ratings still differs when printed in grey.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from audit_report.model.scales import Colour, Shade
from audit_report.report.blocks import Rating

INK = "1A1A1A"
NAVY = "16324F"
GREY = "4D5560"
LINK_BLUE = "0B4F9E"
RULE = "B4BECA"
PALE = "EDF2F7"
WHITE = "FFFFFF"
RED = "C00000"
GREEN = "0A5C36"
PALE_GREEN = "E3F3E8"

LEAST_CONTRAST = 4.5
"""The contrast that text needs to what it stands on, by WCAG 2.2 at level AA."""
_NEAR_BLACK = 0.04045
"""The channel up to which a screen's light grows evenly."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What a rating's words stand on: a filled panel with a frame."""

    fill: str
    letters: str
    frame: str


RATINGS: Mapping[Rating, Panel] = {
    Colour.RED: Panel(RED, WHITE, RED),
    Colour.AMBER: Panel("F7C548", INK, "8A5A00"),
    Colour.GREEN: Panel(PALE_GREEN, GREEN, GREEN),
    Colour.BLUE: Panel("6E9FD6", "000000", "16406E"),
    Colour.PURPLE: Panel("6A2C91", WHITE, "6A2C91"),
    Colour.GREY: Panel("D5D9DE", INK, GREY),
    Shade.CRITICAL: Panel("4A2060", WHITE, "4A2060"),
    Shade.MAJOR: Panel("A284BB", "000000", "4A2060"),
    Shade.MODERATE: Panel("D9CBE4", INK, "4A2060"),
    Shade.BEST_PRACTICE: Panel("F6F2F9", INK, "4A2060"),
}


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 to 1."""
    linear = [
        each / 12.92 if each <= _NEAR_BLACK else ((each + 0.055) / 1.055) ** 2.4 for each in channels(colour)
    ]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@dataclass(frozen=True, slots=True)
class Accents:
    """The colours that a house may choose: of headings, of the band at a table's head and its letters, of links."""

    heading: str = NAVY
    band: str = NAVY
    band_letters: str = WHITE
    link: str = LINK_BLUE


def legible(colour: str, ground: str, least: float = LEAST_CONTRAST) -> str:
    """The colour, as much lighter or darker as text in it needs to stand out from a ground by the contrast asked."""
    towards = WHITE if contrast(WHITE, ground) > contrast("000000", ground) else "000000"
    steps = (_mixed(colour, towards, step / 20) for step in range(21))
    return next(each for each in steps if contrast(each, ground) >= least)


def tint(colour: str) -> str:
    """The colour as a panel's: a tenth of it in white."""
    return _mixed(colour, WHITE, 0.9)


def _mixed(one: str, other: str, share: float) -> str:
    """A colour between two, with that share of the other."""
    mixed = (a + (b - a) * share for a, b in zip(channels(one), channels(other), strict=True))
    return "".join(f"{round(each * 255):02X}" for each in mixed)
