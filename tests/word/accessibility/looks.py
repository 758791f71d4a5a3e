"""Sizes and colours, as they come out when every style has had its say."""

from collections.abc import Iterator
from itertools import combinations

from lxml.etree import _Element as Element

from audit_report.palette import contrast
from tests.word.accessibility.opened import BLACK, WHITE, Opened, find, value, values, words
from tests.word.colours import grey

_LEAST_CONTRAST = 4.5
_LEAST_IN_GREY = 0.1
"""The least difference in lightness, of 1, by which two fills are told apart in print."""
_BODY, _TABLE, _CHART = 12, 10, 9
"""The least size of text in points: in the body, in tables and on every page's edge, and in charts."""
_FAMILIES = {
    "Report Status ": ("Red", "Amber", "Green", "Blue"),
    "Report Priority ": ("Critical", "Major", "Moderate", "Best Practice"),
}
"""The styles of ratings that stand in one report: the colours of the four meanings, and the shades of the levels."""


def has_text_of_a_legible_size(document: Opened) -> list[str]:
    """12 points in the body; 10 in tables, headers and footers."""
    complaints = []
    for run in _runs(document):
        size = float(document.look(run, "w:sz/@w:val") or 20) / 2
        in_body = not find(run, "ancestor::w:tc | ancestor::w:hdr | ancestor::w:ftr")
        if size < (_BODY if in_body else _TABLE):
            complaints.append(f"{words(run)!r} is in {size:g} points")
    return complaints


def has_charts_of_a_legible_size(document: Opened) -> list[str]:
    """9 points in charts."""
    sizes = [int(each) / 100 for chart in document.charts for each in values(chart, ".//@sz")]
    return [f"a chart's text is in {size:g} points" for size in sizes if size < _CHART]


def stands_out_from_its_ground(document: Opened) -> list[str]:
    """A contrast of 4.5 to 1 between words and what they are printed on."""
    complaints = []
    for run in _runs(document):
        colour = _colour(document.look(run, "w:color/@w:val"), BLACK)
        ground = _colour(document.ground(find(run, "ancestor::w:p[1]")[0]), WHITE)
        if contrast(colour, ground) < _LEAST_CONTRAST:
            complaints.append(f"{words(run)!r} is {colour} on {ground}")
    return complaints


def has_charts_whose_numbers_stand_out(document: Opened) -> list[str]:
    """The same of a chart's numbers and the bars they stand in, and of its other words."""
    fill = "a:solidFill/a:srgbClr/@val"
    complaints = []
    for chart in document.charts:
        written = [
            (value(series, f"c:dLbls/c:txPr//a:defRPr/{fill}"), value(series, f"c:spPr/{fill}"))
            for series in find(chart, ".//c:ser[c:dLbls/c:txPr]")
        ]
        others = ".//*[self::a:rPr or self::a:defRPr][not(ancestor::c:ser/c:dLbls/c:txPr)]"
        written += [(colour, WHITE) for colour in values(chart, f"{others}/{fill}")]
        complaints += [
            f"a chart has {colour} on {ground}"
            for colour, ground in written
            if contrast(colour, ground) < _LEAST_CONTRAST
        ]
    return complaints


def tells_ratings_apart_in_grey(document: Opened) -> list[str]:
    """The fills of each family of ratings differ in lightness; a council's own further colours have words alone."""
    complaints = []
    for family, members in _FAMILIES.items():
        panels = [find(document.styles, f"w:style[w:name/@w:val='{family}{member}']") for member in members]
        fills = [_colour(value(each, "w:pPr/w:shd/@w:fill"), WHITE) for found in panels for each in found]
        complaints += _alike(fills, f"{family.strip()}: ")
    return complaints


def tells_bars_apart_in_grey(document: Opened) -> list[str]:
    """The fills of a chart's bars differ in lightness."""
    return [
        complaint
        for chart in document.charts
        for complaint in _alike(values(chart, ".//c:ser/c:spPr/a:solidFill/a:srgbClr/@val"), "a chart: ")
    ]


def _alike(fills: list[str], where: str) -> list[str]:
    return [
        f"{where}{one} and {other} are alike in grey"
        for one, other in combinations(fills, 2)
        if abs(grey(one) - grey(other)) < _LEAST_IN_GREY
    ]


def _runs(document: Opened) -> Iterator[Element]:
    """Every run with words."""
    for page in document.pages:
        yield from (run for run in find(page, ".//w:r[w:t]") if words(run))


def _colour(named: str, otherwise: str) -> str:
    return otherwise if named in ("", "auto") else named


CHECKS = (
    has_text_of_a_legible_size,
    has_charts_of_a_legible_size,
    stands_out_from_its_ground,
    has_charts_whose_numbers_stand_out,
    tells_ratings_apart_in_grey,
    tells_bars_apart_in_grey,
)
