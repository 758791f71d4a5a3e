"""How the page looks: the style sheet of `html_page.css`, with the report's colours."""

from functools import cache
from importlib.resources import files

from audit_report.palette import GREY, INK, PALE, RATINGS, RULE, WHITE, Accents, legible
from audit_report.report.blocks import Rating

_NIGHT, _NIGHT_PALE, _NIGHT_INK, _NIGHT_GREY, _NIGHT_RULE = "14181D", "222A33", "E8EBEE", "B3BCC6", "5F6B78"
"""The page, its panels, its words, quiet words and rules where the reader asks for a dark screen."""
_NIGHT_CONTRAST = 7
"""The contrast of coloured words on a dark screen: at the least that text may have they look dim."""
_STACKED_UP_TO = {"grid": "40rem", "wide": "60rem"}
"""The width of the screen up to which the cells of a table's row stand under one another, by the table's class."""


def rating_class(rating: Rating) -> str:
    """The class of what has a rating's panel, such as "rating-best-practice"."""
    return f"rating-{rating.value.lower().replace(' ', '-')}"


def style_sheet(accents: Accents) -> str:
    """The page's style sheet."""
    light = {
        "page": WHITE,
        "pale": PALE,
        "ink": INK,
        "grey": GREY,
        "rule": RULE,
        "heading": legible(accents.heading, PALE),
        "link": legible(accents.link, PALE),
        "band": accents.band,
        "band-letters": legible(accents.band_letters, accents.band),
        "edge": INK,
    }
    dark = {
        "page": _NIGHT,
        "pale": _NIGHT_PALE,
        "ink": _NIGHT_INK,
        "grey": _NIGHT_GREY,
        "rule": _NIGHT_RULE,
        "heading": legible(accents.heading, _NIGHT_PALE, _NIGHT_CONTRAST),
        "link": legible(accents.link, _NIGHT_PALE, _NIGHT_CONTRAST),
        "edge": _NIGHT_INK,
    }
    return "\n".join(
        (
            _rule(":root", light),
            f"@media screen and (prefers-color-scheme: dark) {{ {_rule(':root', dark)} }}",
            *(_rule(f".{rating_class(rating)}", _panel(rating)) for rating in RATINGS),
            _file("html_page.css"),
            *(_stacked(table, width) for table, width in _STACKED_UP_TO.items()),
        )
    )


def _stacked(table: str, width: str) -> str:
    """How tables of a class look on screens up to a width."""
    looks = _file("html_stacked.css").replace(".table", f".{table}")
    return f"@media screen and (max-width: {width}) {{\n{looks}}}"


def _panel(rating: Rating) -> dict[str, str]:
    panel = RATINGS[rating]
    return {"fill": panel.fill, "letters": panel.letters, "frame": panel.frame}


def _rule(selector: str, colours: dict[str, str]) -> str:
    return f"{selector} {{ {' '.join(f'--{name}: #{colour};' for name, colour in colours.items())} }}"


@cache
def _file(name: str) -> str:
    return files("audit_report.web").joinpath(name).read_text("utf-8")
