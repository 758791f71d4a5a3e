"""The .xlsx file itself: what openpyxl writes, with what it leaves out (as the formulas' values) or puts out of order.

Its bytes depend on nothing but the workbook.
"""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from openpyxl import Workbook

from audit_report.ooxml.zip_out import zipped
from audit_report.workbook_out.calculation.stored_values import with_values

APPLICATION = "audit-report"
"""What a workbook says wrote it, until another program saves it."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_TERMS = "http://purl.org/dc/terms/"
_FONT_ORDER = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name",
    "family", "charset", "scheme",
)  # fmt: skip
"""The order that the standard sets for what is said of a font; openpyxl has another."""


def workbook_bytes(workbook: Workbook, chart_words: Sequence[tuple[str, str]]) -> bytes:
    """The workbook as an .xlsx file; `chart_words` has the name and alternative text of each chart, in order."""
    parts = with_values(workbook, _parts(workbook))
    parts["docProps/app.xml"] = (
        f'<Properties xmlns="{_EXTENDED}"><Application>{APPLICATION}</Application></Properties>'.encode()
    )
    parts["docProps/core.xml"] = _undated(parts["docProps/core.xml"])
    parts["xl/styles.xml"] = _fonts_in_order(parts["xl/styles.xml"])
    if chart_words:
        parts["xl/drawings/drawing1.xml"] = _described(parts["xl/drawings/drawing1.xml"], chart_words)
    for name in parts:
        if name.startswith("xl/charts/"):
            parts[name] = _own_formats(parts[name])
    return zipped(sorted(parts.items(), key=lambda part: (part[0] != "[Content_Types].xml", part[0])))


def _parts(workbook: Workbook) -> dict[str, bytes]:
    content = BytesIO()
    workbook.save(content)
    with ZipFile(content) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _undated(properties: bytes) -> bytes:
    """The title and author, without the time of writing."""
    tree = etree.fromstring(properties)
    for name in ("created", "modified"):
        for each in tree.findall(f"{{{_TERMS}}}{name}"):
            tree.remove(each)
    return etree.tostring(tree)


def _fonts_in_order(styles: bytes) -> bytes:
    tree = etree.fromstring(styles)
    for font in tree.iter(f"{{{_MAIN}}}font"):
        font[:] = sorted(font, key=lambda each: _FONT_ORDER.index(etree.QName(each).localname))
    return etree.tostring(tree)


def _described(drawing: bytes, chart_words: Sequence[tuple[str, str]]) -> bytes:
    """The drawing with a name and an alternative text on each of its charts."""
    tree = etree.fromstring(drawing)
    frames = tree.iter(f"{{{_DRAWING}}}cNvPr")
    for frame, (name, words) in zip(frames, chart_words, strict=True):
        frame.set("name", name)
        frame.set("descr", words)
    return etree.tostring(tree)


def _own_formats(chart: bytes) -> bytes:
    """The chart with its figures in the format given for them, not in that of the cells they come from."""
    tree = etree.fromstring(chart)
    for shown_as in tree.iter(f"{{{_CHART}}}numFmt"):
        shown_as.set("sourceLinked", "0")
    return etree.tostring(tree)
