"""Charts in a document: where each stands, how large it is, and the words a screen reader has for it."""

from collections.abc import Iterable

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as FilePart

from audit_report.palette import Accents
from audit_report.report.blocks import Chart, Part, Timeline
from audit_report.word import chart_xml, styles, word_xml
from audit_report.word.house.house_style import HouseStyle
from audit_report.word.page_sizes import Page
from audit_report.word.word_xml import DECLARATION, escape

_EMU = 635
"""A twip in the unit of a drawing."""


class Charts:
    """The paragraphs that show a document's charts, in order, the first being the part of the name chart1."""

    def __init__(self) -> None:
        self._shown = 0

    def paragraph(self, chart: Chart | Timeline, page: Page, *, keep_next: bool) -> str:
        """A paragraph that shows the chart, as wide as the page's text; `keep_next` keeps it with what follows."""
        self._shown += 1
        title = escape(chart.title)
        words = f'name="{title}" descr="{escape(chart.description)}" title="{title}"'
        drawing = (
            f'<wp:inline xmlns:wp="{chart_xml.DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{page.text_width * _EMU}" cy="{_height(chart, page) * _EMU}"/>'
            f'<wp:docPr id="{self._shown}" {words}/><wp:cNvGraphicFramePr/>'
            f'<a:graphic xmlns:a="{chart_xml.DRAWING}/main"><a:graphicData uri="{chart_xml.DRAWING}/chart">'
            f'<c:chart xmlns:c="{chart_xml.DRAWING}/chart" r:id="{_relationship(self._shown)}"/>'
            "</a:graphicData></a:graphic></wp:inline>"
        )
        runs = f"<w:r><w:drawing>{drawing}</w:drawing></w:r>"
        return word_xml.paragraph(styles.CHART.id, runs, keep_next=keep_next)


def add_charts(
    document: FilePart, parts: Iterable[tuple[Part, Page]], language: str, house: HouseStyle | None
) -> None:
    """Give the document the charts of the report's parts, which stand on these pages, as parts of its own."""
    font, accents = (house.font, house.accents) if house else (styles.FONT, Accents())
    drawn = [
        (block, page) for part, page in parts for block in part.blocks if isinstance(block, Chart | Timeline)
    ]
    for number, (chart, page) in enumerate(drawn, 1):
        size = page.text_width, _height(chart, page)
        xml = DECLARATION + chart_xml.chart_space(chart, size, language, font, accents.heading)
        name = PackURI(f"/word/charts/chart{number}.xml")
        part = FilePart(name, CONTENT_TYPE.DML_CHART, xml.encode(), document.package)
        document.rels.add_relationship(RELATIONSHIP_TYPE.CHART, part, _relationship(number))


def _height(chart: Chart | Timeline, page: Page) -> int:
    return chart_xml.height(chart, page.text_width, page.text_height)


def _relationship(number: int) -> str:
    """What leads from the document to the chart of a number."""
    return f"rChart{number}"
