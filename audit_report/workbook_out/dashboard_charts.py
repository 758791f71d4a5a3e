"""Native Excel charts that read in grey: dark bars beside light and hatched ones, each with its figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from audit_report.workbook_out.workbook_styles import (
    AMBER,
    BLUE_INK,
    BLUE_TINT,
    GREEN_INK,
    GREEN_TINT,
    GREY,
    NAVY,
    PALE,
    RED,
    WHITE,
)

_WIDTH, _HEIGHT = 16, 8
"""Of a chart, in centimetres."""

_TITLE_SIZE = 1200
_FIGURES = "0;;"


_Slant = Literal["ltUpDiag", "ltDnDiag"]
_RISING: _Slant = "ltUpDiag"
_FALLING: _Slant = "ltDnDiag"


class Bar(Enum):
    """How a series is filled: the colour, that of any hatching on it, its slant, and the colour of the figures."""

    RED = (RED, None, None, WHITE)
    AMBER = (AMBER, None, None, "000000")
    GREEN = (GREEN_TINT, GREEN_INK, _RISING, GREEN_INK)
    BLUE = (BLUE_TINT, BLUE_INK, _FALLING, BLUE_INK)
    PALE = (PALE, None, None, "000000")
    NAVY = (NAVY, None, None, "000000")


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars: its title, the alternative text, the cell it hangs from, and the table it draws.

    The table has its categories in column A and the names of the series in its header row; `series` says which columns
    are drawn and how. Several series are stacked.
    """

    title: str
    words: str
    anchor: str
    header_row: int
    last_row: int
    series: Mapping[int, Bar]
    sideways: bool = False


def add_chart(sheet: Worksheet, bars: Bars) -> None:
    """Draw the bars on their sheet."""
    chart = BarChart()
    chart.title = _title(bars.title)
    chart.type = "bar" if bars.sideways else "col"
    chart.grouping, chart.overlap = ("stacked", 100) if len(bars.series) > 1 else ("clustered", None)
    chart.gapWidth = 50
    chart.width, chart.height = _WIDTH, _HEIGHT
    for column, look in bars.series.items():
        chart.add_data(
            Reference(sheet, column, bars.header_row, column, bars.last_row), titles_from_data=True
        )
        _dress(chart.series[-1], look, stacked=len(bars.series) > 1)
        chart.series[-1].cat = AxDataSource(strRef=StrRef(_categories(sheet, bars)))
    chart.x_axis.delete = False
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    if bars.sideways:
        chart.x_axis.scaling.orientation = "maxMin"
    if len(bars.series) > 1:
        chart.legend.position = "b"
    else:
        chart.legend = None
    sheet.add_chart(chart, bars.anchor)


def _title(words: str) -> Title:
    look = ParagraphProperties(defRPr=CharacterProperties(sz=_TITLE_SIZE, b=True, solidFill=NAVY))
    paragraph = Paragraph(pPr=look, r=[RegularTextRun(t=words)])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _categories(sheet: Worksheet, bars: Bars) -> str:
    return f"'{sheet.title}'!$A${bars.header_row + 1}:$A${bars.last_row}"


def _dress(series: Series, look: Bar, *, stacked: bool) -> None:
    """Fill the bars and put figures on them, but no noughts."""
    colour, hatching, slant, ink = look.value
    series.graphicalProperties = GraphicalProperties(
        solidFill=None if hatching else colour,
        pattFill=_hatched(colour, hatching, slant) if hatching and slant else None,
        ln=LineProperties(solidFill=GREY),
    )
    text = CharacterProperties(sz=1000, b=True, solidFill=ink)
    series.dLbls = DataLabelList(
        numFmt=_FIGURES,
        showVal=True,
        showLegendKey=False,
        showCatName=False,
        showSerName=False,
        showPercent=False,
        dLblPos="ctr" if stacked else "outEnd",
        txPr=RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=text), r=[], endParaRPr=text)]),
    )


def _hatched(colour: str, hatching: str, slant: _Slant) -> PatternFillProperties:
    return PatternFillProperties(prst=slant, fgClr=_colour(hatching), bgClr=_colour(colour))


def _colour(code: str) -> ColorChoice:
    return ColorChoice(srgbClr=code)  # type: ignore[arg-type]  # the stub knows only parsed colours
