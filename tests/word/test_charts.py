"""Charts: what is drawn, how it is described, and that it fits its page."""

from dataclasses import replace

import pytest
from lxml.etree import _Element as Element

from audit_report.model.scales import Colour
from audit_report.report.blocks import Chart, Span, Timeline
from audit_report.word import chart_xml, styles
from audit_report.word.page_sizes import LANDSCAPE, PORTRAIT
from tests.word.accessibility.opened import find, value, values
from tests.word.reading import part
from tests.word.samples import CHART, CHARTED, END, TIMELINE, of_blocks


def drawn(chart: Chart | Timeline) -> Element:
    """The chart's own part."""
    return part(of_blocks(chart, END), "word/charts/chart1.xml")


def lengths(chart: Chart | Timeline) -> list[dict[str, str]]:
    """The lengths of each series' bars, by the name beside them."""
    found = []
    for series in find(drawn(chart), "//c:ser"):
        names = values(series, "c:cat//c:pt/c:v/text()")
        numbers = {value(point, "@idx"): value(point, "c:v/text()") for point in find(series, "c:val//c:pt")}
        rows = dict(
            zip([value(each, "@idx") for each in find(series, "c:cat//c:pt[c:v/text()]")], names, strict=True)
        )
        found.append({rows.get(row, ""): length for row, length in numbers.items()})
    return found


def test_a_chart_is_a_picture_in_the_text_with_words_for_it() -> None:
    document = part(CHARTED, "word/document.xml")
    first, second = find(document, "//wp:inline")
    assert values(first, "wp:docPr/@id") == ["1"]
    assert values(first, "wp:docPr/@title") == [CHART.title]
    assert values(first, "wp:docPr/@descr") == [CHART.description]
    assert values(second, "wp:docPr/@id") == ["2"]
    assert values(second, "wp:docPr/@descr") == [TIMELINE.description]


def test_each_chart_is_as_wide_as_the_text_of_its_page() -> None:
    document = part(CHARTED, "word/document.xml")
    assert values(document, "//wp:extent/@cx") == [
        str(page.text_width * 635) for page in (PORTRAIT, LANDSCAPE)
    ]


def test_each_chart_is_a_part_that_the_document_leads_to() -> None:
    document = part(CHARTED, "word/document.xml")
    rels = part(CHARTED, "word/_rels/document.xml.rels")
    known = values(document, "//c:chart/@r:id")
    assert [value(rels, f"p:Relationship[@Id='{each}']/@Target") for each in known] == [
        "charts/chart1.xml",
        "charts/chart2.xml",
    ]
    assert values(part(CHARTED, "word/charts/chart2.xml"), "//c:title//a:t/text()") == [TIMELINE.title]


def test_counts_are_bars_from_the_top_with_their_numbers() -> None:
    assert lengths(CHART) == [{"Critical": "2", "Major & more": "0"}, {"Critical": "1", "Major & more": "3"}]
    chart = drawn(CHART)
    assert values(chart, "//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]
    assert values(chart, "//c:ser/c:dLbls/c:showVal/@val") == ["1", "1"]
    assert set(values(chart, "//c:ser/c:dLbls/c:numFmt/@formatCode")) == {"0;;"}
    assert values(chart, "//c:valAx/c:scaling/c:max/@val") == ["3"]


def test_bars_have_the_fill_of_their_ratings_panel() -> None:
    fills = values(drawn(CHART), "//c:ser/c:spPr/a:solidFill/a:srgbClr/@val")
    assert fills == [styles.RATINGS[status].fill for status in (Colour.RED, Colour.GREEN)]


def test_a_timeline_has_a_row_of_months_and_bars_that_start_where_they_should() -> None:
    starts, bars, *months = lengths(TIMELINE)
    assert starts == {"Peer review": "0", "Inspection": "1"}
    assert bars == {"Peer review": "1", "Inspection": "2"}
    assert months == [{"": "1"}] * 3
    chart = drawn(TIMELINE)
    labels = find(chart, "//c:dLbl")
    assert [values(each, ".//a:t/text()") for each in labels] == [
        ["April", "2010"],
        ["May", "2010"],
        ["June", "2010"],
    ]
    assert len(find(chart, "//c:ser[c:spPr/a:noFill]")) == 4


@pytest.mark.parametrize(("count", "step"), [(7, 1), (8, 2), (13, 2), (31, 5)])
def test_of_many_periods_some_are_named(count: int, step: int) -> None:
    periods = tuple(f"Month {number}" for number in range(count))
    chart = drawn(replace(TIMELINE, periods=periods))
    named = [" ".join(values(each, ".//a:t/text()")) for each in find(chart, "//c:dLbl")]
    assert named == list(periods[::step])
    assert values(chart, "//c:valAx/c:majorUnit/@val") == [str(step)]
    marked = find(chart, "//c:ser")[2:]
    assert sum(int(value(each, "c:val//c:v/text()")) for each in marked) == count


def test_a_long_name_is_broken_and_cut_at_its_fourth_line() -> None:
    chart = replace(TIMELINE, spans=(Span("A long name of an inspection " * 8, 0, 1), Span("x" * 300, 1, 1)))
    _, first, second = values(
        drawn(chart), "//c:ser[1]/c:cat//c:pt/c:v[text()]/text() | //c:ser[1]/c:tx//c:v/text()"
    )
    assert [name.count("\n") for name in (first, second)] == [3, 3]
    assert first.endswith(" …")
    assert max(map(len, first.split("\n"))) <= 30


def test_a_chart_never_outgrows_its_page() -> None:
    many = replace(TIMELINE, spans=tuple(Span("An inspection " * 9, 0, 1) for _ in range(40)))
    assert chart_xml.height(TIMELINE, 9752, 14514) < 3000
    assert chart_xml.height(many, 9752, 14514) == int(14514 * 0.85)


def test_a_charts_words_are_in_the_language_and_font_of_the_report() -> None:
    welsh = part(replace(CHARTED, language="cy-GB"), "word/charts/chart1.xml")
    assert set(values(welsh, "//@lang | c:lang/@val")) == {"cy-GB"}
    assert set(values(welsh, "//a:latin/@typeface")) == {styles.FONT}


def test_names_are_escaped_and_kept() -> None:
    assert "Major & more" in values(drawn(CHART), "//c:v/text()")


def test_a_chart_stays_with_the_words_that_follow() -> None:
    document = part(of_blocks(CHART, END), "word/document.xml")
    assert len(find(document, "//w:p[.//w:drawing]/w:pPr/w:keepNext")) == 1
