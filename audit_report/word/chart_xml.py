"""Charts as DrawingML: bars that Word draws itself, so that they stay sharp at any size.

What a bar means never rests on its colour: it is labelled, and a rating's bars have the dark or light fill and the
frame of its panel, so that they differ in grey too. Lengths are in twips.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from textwrap import wrap

from audit_report import palette
from audit_report.report.blocks import Chart, Rating, Series, Timeline
from audit_report.word.word_xml import escape

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES = f'xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main"'
_TEXT, _SMALL, _TITLE = 10, 9, 11
"""The sizes of a chart's text in points: a timeline's names and months are small."""
_BAR = 520
_AROUND = 1200
"""The room of a bar with its label, and that of the title and the legend together."""
_NAMES = 0.28
"""The share of a timeline's width that its bars' names have."""
_CHARACTER, _LINE = 95, 210
"""The width that a character of small text takes on average, line ends included, and the height of a line."""
_MOST_LINES = 4
"""The most lines of a bar's name."""
_HIGHEST = 0.85
"""The share of a page's height that a chart may have."""
_MOST_MARKS = 7
"""How many periods are named at the head of a timeline; of more, every second or third and so on is."""
_NO_FILL = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_VALUE_AXIS, _NAME_AXIS = 1, 2


@dataclass(frozen=True, slots=True)
class _Text:
    """The look of a chart's text, whose sizes are in points, and the colour of bars that rate nothing."""

    language: str
    font: str
    bars: str

    def look(self, tag: str, size: int, *, bold: bool = False, colour: str = palette.INK) -> str:
        """Text properties under a tag of DrawingML."""
        return (
            f'<a:{tag} lang="{escape(self.language)}" sz="{size * 100}" b="{int(bold)}">{_fill(colour)}'
            f'<a:latin typeface="{escape(self.font)}"/><a:cs typeface="{escape(self.font)}"/></a:{tag}>'
        )

    def default(self, size: int, *, bold: bool = False, colour: str = palette.INK) -> str:
        """How the text of a part of the chart looks."""
        look = self.look("defRPr", size, bold=bold, colour=colour)
        return f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr></a:p></c:txPr>"

    def words(self, lines: Iterable[str], size: int, *, bold: bool = False) -> str:
        """Words of the chart's own, a paragraph a line."""
        look = self.look("rPr", size, bold=bold)
        paragraphs = "".join(f"<a:p><a:r>{look}<a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
        return f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{paragraphs}</c:rich></c:tx>'


@dataclass(frozen=True, slots=True)
class _Bars:
    """Bars of one look: their lengths by row, and how they are labelled."""

    name: str
    lengths: Mapping[int, int]
    look: str
    labels: str = ""

    def series(self, number: int, names: Sequence[str]) -> str:
        """A series of the chart; its formulas name the cells of the sheet that Word would keep the figures in."""
        column, last = chr(ord("B") + number), len(names) + 1
        return (
            f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
            f'<c:tx>{_strings(f"${column}$1", [self.name])}</c:tx>{self.look}<c:invertIfNegative val="0"/>'
            f"{self.labels}<c:cat>{_strings(f'$A$2:$A${last}', names)}</c:cat>"
            f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache>"
            f"<c:formatCode>General</c:formatCode>{_points(len(names), self.lengths)}</c:numCache></c:numRef>"
            "</c:val></c:ser>"
        )


def height(chart: Chart | Timeline, width: int, page: int) -> int:
    """How high a chart is, on pages whose text has a width and a height."""
    if isinstance(chart, Chart):
        wanted = _AROUND + _BAR * len(chart.categories)
    else:
        lines = max(2, *(len(name.splitlines()) for name in _names(chart, width)))
        wanted = _AROUND // 2 + (lines * _LINE + _LINE // 3) * (len(chart.spans) + 1)
    return min(wanted, int(page * _HIGHEST))


def chart_space(
    chart: Chart | Timeline, size: tuple[int, int], language: str, font: str, bars: str = palette.NAVY
) -> str:
    """A chart's own part, for a chart of a width and a height; `bars` is the colour of those that rate nothing."""
    width, height = size
    text = _Text(language, font, bars)
    plot = _counts(chart, text) if isinstance(chart, Chart) else _timeline(chart, width, height, text)
    title = text.words([chart.title], _TITLE, bold=True)
    return (
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="{escape(language)}"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:title>{title}<c:overlay val="0"/></c:title>'
        f'<c:autoTitleDeleted val="0"/>{plot}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_NO_FILL}{text.default(_TEXT)}</c:chartSpace>"
    )


def _counts(chart: Chart, text: _Text) -> str:
    """A bar for each category, divided into the series, whose numbers stand in it; none is written for 0."""
    longest = max(map(sum, zip(*(series.values for series in chart.series), strict=True)))
    bars = [
        _Bars(series.name, dict(enumerate(series.values)), _panel(series.rating), _numbers(series, text))
        for series in chart.series
    ]
    axes = _name_axis(text, _TEXT) + _value_axis(longest)
    legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{text.default(_TEXT)}</c:legend>'
    return _plot(chart.categories, bars, axes) + legend


def _timeline(chart: Timeline, width: int, height: int, text: _Text) -> str:
    """A row that names the periods, then a bar for each span on an unseen one that reaches to its start."""
    starts = {row: span.first for row, span in enumerate(chart.spans, 1)}
    lengths = {row: span.last - span.first + 1 for row, span in enumerate(chart.spans, 1)}
    step = ceil(len(chart.periods) / _MOST_MARKS)
    marks = [
        _Bars(periods[0], {0: len(periods)}, _NO_FILL, _mark(periods[0], text))
        for first in range(0, len(chart.periods), step)
        if (periods := chart.periods[first : first + step])
    ]
    bars = [
        _Bars(chart.periods[0], starts, _NO_FILL),
        _Bars(chart.title, lengths, f"<c:spPr>{_fill(text.bars)}</c:spPr>"),
        *marks,
    ]
    top = _AROUND / 2 / height
    layout = (
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{_NAMES}"/><c:y val="{top:.4f}"/><c:w val="{0.99 - _NAMES:.4f}"/><c:h val="{0.99 - top:.4f}"/>'
    )
    axes = _name_axis(text, _SMALL) + _value_axis(len(chart.periods), step)
    return _plot(["", *_names(chart, width)], bars, axes, f"<c:manualLayout>{layout}</c:manualLayout>")


def _names(chart: Timeline, width: int) -> list[str]:
    """The bars' names, broken into lines that fit beside them: not every program breaks them well.

    A very long one ends in dots: the words beside the chart have it whole.
    """
    room = max(1, int(width * _NAMES) // _CHARACTER)
    return ["\n".join(wrap(span.name, room, max_lines=_MOST_LINES, placeholder=" …")) for span in chart.spans]


def _numbers(series: Series, text: _Text) -> str:
    """A number in each bar."""
    colour = palette.RATINGS[series.rating].letters
    return (
        '<c:dLbls><c:numFmt formatCode="0;;" sourceLinked="0"/>'
        f'{text.default(_TEXT, bold=True, colour=colour)}<c:dLblPos val="ctr"/>{_shown(value=True)}</c:dLbls>'
    )


def _mark(period: str, text: _Text) -> str:
    """The label of a period, each of its words on a line."""
    words = text.words(period.split(), _SMALL)
    label = f'<c:dLbl><c:idx val="0"/>{words}<c:dLblPos val="inBase"/>{_shown(value=True)}</c:dLbl>'
    return f"<c:dLbls>{label}{_shown(value=False)}</c:dLbls>"


def _plot(names: Sequence[str], bars: Sequence[_Bars], axes: str, layout: str = "") -> str:
    series = "".join(each.series(number, names) for number, each in enumerate(bars))
    return (
        f'<c:plotArea><c:layout>{layout}</c:layout><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="45"/><c:overlap val="100"/>'
        f'<c:axId val="{_NAME_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>{axes}</c:plotArea>'
    )


def _name_axis(text: _Text, size: int) -> str:
    """The names beside the bars, the first at the top."""
    return (
        f'<c:catAx><c:axId val="{_NAME_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/><c:spPr><a:ln w="9525">{_fill(palette.GREY)}</a:ln></c:spPr>{text.default(size)}'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(longest: int, step: int = 0) -> str:
    """The axis that bars are measured on, with a rule at each step; its numbers are not written."""
    rules, unit = "", ""
    if step:
        line = f'<a:ln w="6350">{_fill(palette.RULE)}</a:ln>'
        rules = f"<c:majorGridlines><c:spPr>{line}</c:spPr></c:majorGridlines>"
        unit = f'<c:majorUnit val="{step}"/>'
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{longest}"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="t"/>{rules}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="{_NAME_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/>{unit}</c:valAx>'
    )


def _panel(rating: Rating) -> str:
    """The fill and the frame of the panel that a rating has in tables."""
    panel = palette.RATINGS[rating]
    return f'<c:spPr>{_fill(panel.fill)}<a:ln w="12700">{_fill(panel.frame)}</a:ln></c:spPr>'


def _shown(*, value: bool) -> str:
    """What a label shows: the value or the words in its place, or nothing."""
    others = ("showCatName", "showSerName", "showPercent", "showBubbleSize")
    nothing = "".join(f'<c:{each} val="0"/>' for each in others)
    return f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/>{nothing}'


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _strings(cells: str, texts: Sequence[str]) -> str:
    points = _points(len(texts), {index: escape(text) for index, text in enumerate(texts)})
    return f"<c:strRef><c:f>Sheet1!{cells}</c:f><c:strCache>{points}</c:strCache></c:strRef>"


def _points(count: int, values: Mapping[int, object]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>' for index, value in values.items())
    return f'<c:ptCount val="{count}"/>{points}'
