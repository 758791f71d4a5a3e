"""What a chart shows: its words, its figures and the colours of its bars, whichever program wrote it."""

from collections.abc import Mapping

from lxml.etree import _Element as Element

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
C, A = f"{{{_DRAWING}/chart}}", f"{{{_DRAWING}/main}}"
_STRANGE = ("externalData", "userShapes", "pivotSource", "trendline", "errBars", "dTable", "blipFill", "clrMapOvr",
            "gradFill", "pattFill", "legendEntry", "dispUnits", "effectLst", "scene3d")  # fmt: skip
"""What no chart of a report has, and what would change what one shows."""
_LEAST_SIZE, _MOST_DIGITS = 700, 5
"""The least size of words, in hundredths of a point, that anybody could read; LibreOffice makes small ones larger."""
_SHOWN = ("Val", "CatName", "SerName", "Percent", "LegendKey", "BubbleSize")


def chart_facts(root: Element) -> tuple[str, Mapping[str, str]]:
    """A chart's title, and what it shows by name."""
    facts: dict[str, str] = {}
    for plot in root.iter(f"{C}plotArea"):
        backgrounds = {_fill(each.find(f"{C}spPr")) for each in (root, plot)} - {"", "none"}
        facts["background"] = ", ".join(sorted(backgrounds))
        kinds = [each for each in plot if str(each.tag).endswith("Chart")]
        facts["kind"] = ", ".join(_kind(each) for each in kinds)
        for number, series in enumerate(plot.iter(f"{C}ser"), 1):
            facts |= {f"series {number} {name}": text for name, text in _series(series).items() if text}
        for number, axis in enumerate(plot.iter(f"{C}catAx", f"{C}valAx"), 1):
            facts |= {f"axis {number} {name}": text for name, text in _axis(axis).items() if text}
    strange = [name for name in _STRANGE if next(root.iter(f"{{*}}{name}"), None) is not None]
    if strange:
        facts["also holds"] = ", ".join(strange)
    if root.find(f".//{C}legend") is not None:
        facts["legend"] = "yes"
    title = root.find(f"{C}chart/{C}title")
    return _words(title), {**facts, "title look": _look(title)}


def _kind(chart: Element) -> str:
    said = (chart.find(f"{C}{name}") for name in ("barDir", "grouping", "overlap"))
    return " ".join([chart.tag.removeprefix(C), *(each.get("val", "") for each in said if each is not None)])


def _series(series: Element) -> dict[str, str]:
    """A series' name, categories and figures, its colours and what its labels show."""
    facts = {
        "name": _points(series.find(f"{C}tx")),
        "categories": _points(series.find(f"{C}cat")),
        "figures": _points(series.find(f"{C}val")),
        "colour": _colours(series),
        "labels": _labels(series),
        "label words": _words(series.find(f"{C}dLbls")),
        "label look": _look(series.find(f"{C}dLbls")) if _words(series.find(f"{C}dLbls")) else "",
    }
    for point in series.iter(f"{C}dPt"):
        if _colours(point) != facts["colour"]:
            facts[f"bar {_said(point, 'idx')} colour"] = _colours(point)
    return facts


def _colours(element: Element) -> str:
    """The colour a bar is filled with, and that of its edge."""
    shape = element.find(f"{C}spPr")
    line = None if shape is None else shape.find(f"{A}ln")
    return " ".join(filter(None, (_fill(shape), "" if _fill(line) == "none" else _fill(line))))


def _said(element: Element, name: str) -> str:
    found = element.find(f"{C}{name}")
    return "" if found is None else found.get("val", "")


def _points(element: Element | None) -> str:
    """The values kept for a series, each with its place."""
    if element is None:
        return ""
    points = [(each.get("idx", ""), each.findtext(f"{C}v", "")) for each in element.iter(f"{C}pt")]
    return "; ".join(f"{place}: {' '.join(text.split())}" for place, text in points)


def _labels(series: Element) -> str:
    """What is shown beside each bar, such as "Val as 0;;", and in which colour."""
    labels = series.find(f"{C}dLbls")
    shown = [name for name in _SHOWN if labels is not None and _said(labels, f"show{name}") == "1"]
    if labels is None or not shown:
        return ""
    form = labels.find(f"{C}numFmt")
    pattern = "" if form is None else form.get("formatCode", "").replace('""', "")
    return f"{' '.join(shown)} as {pattern}, {_look(labels)}"


def _axis(axis: Element) -> dict[str, str]:
    """An axis' ends and direction, and whether and how its words are written."""
    scaling = axis.find(f"{C}scaling")
    facts = {} if scaling is None else {name: _said(scaling, name) for name in ("orientation", "max", "min")}
    facts |= {name: _said(axis, name) for name in ("delete", "tickLblPos")}
    if facts["tickLblPos"] != "none":
        facts["look"] = _look(axis)
    return facts


def _look(element: Element | None) -> str:
    """The colour of the words under an element, and that they are too small to read where they are."""
    found = None if element is None else next(element.iter(f"{A}defRPr", f"{A}rPr"), None)
    if found is None:
        return ""
    size = found.get("sz", "1000")
    is_tiny = not size.isdecimal() or len(size) > _MOST_DIGITS or int(size) < _LEAST_SIZE
    return _fill(found) + (" tiny" if is_tiny else "")


def _fill(element: Element | None) -> str:
    """The colour that a shape or a line is filled with."""
    if element is None:
        return ""
    if element.find(f"{A}noFill") is not None:
        return "none"
    colour = element.find(f"{A}solidFill")
    return "" if colour is None or not len(colour) else (colour[0].get("val") or "").upper()


def _words(element: Element | None) -> str:
    """All words under an element of DrawingML, in order."""
    if element is None:
        return ""
    return " ".join(" ".join(each.text or "" for each in element.iter(f"{A}t")).split())
