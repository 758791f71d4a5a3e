from collections.abc import Sequence

from audit_report.model.assessed import RatedSchedule
from audit_report.report.blocks import Block, Prose, Span, Timeline
from audit_report.report.timeline import timeline
from audit_report.rules.forward_plan import rate_forward_plan
from tests.report.reading import of_type, only, outline, said
from tests.report.registers import APRIL, material, scheduled, tracker, when


def plan(*reviews: str) -> Sequence[RatedSchedule]:
    """Rows of the forward plan called F1, F2 and so on, with these words for their dates."""
    rows = [scheduled(when(review), name=f"F{number}").scheduled for number, review in enumerate(reviews, 1)]
    return rate_forward_plan(rows, APRIL, 6)


def written(*reviews: str) -> list[Block]:
    return list(timeline(material(forward_plan=plan(*reviews))))


def drawn(*reviews: str) -> list[str]:
    """What the picture shows in words, an item a bar, where a council has them for its description."""
    of = tracker(text={"Timeline description": "{figures}"})
    return only(Timeline, timeline(material(of, forward_plan=plan(*reviews)))).description.split("; ")


def test_nothing_where_nothing_is_listed() -> None:
    assert written() == []
    assert written("May 2012") == []


def test_heading_and_picture() -> None:
    assert list(outline(written("May 2010"))) == [
        "### Assessments and inspections due in the next 6 months",
        "[Months in which each may take place]",
    ]


def test_the_periods_are_the_months_that_section_d_covers_from_the_first_in_which_there_is_something() -> (
    None
):
    periods = only(Timeline, written("April 2010")).periods
    assert periods[0] == "April 2010"
    assert periods[-1] == "October 2010"
    assert len(periods) == 7
    assert only(Timeline, written("June 2010", "TBC")).periods[0] == "June 2010"


def test_each_in_the_words_typed_the_soonest_first_and_open_ends_last() -> None:
    reviews = ("October 2010", "Summer 2010", "by July 2010", "from September 2010", "TBC", "3 May 2010")
    assert drawn(*reviews) == [
        "F3 – by July 2010",
        "F6 – 3 May 2010",
        "F2 – Summer 2010",
        "F1 – October 2010",
        "F4 – from September 2010",
    ]


def test_bars_reach_from_the_first_month_to_the_last() -> None:
    spans = only(Timeline, written("Summer 2010", "by July 2010", "from September 2010", "TBC")).spans
    assert spans == (Span("F2", 0, 3), Span("F1", 2, 4), Span("F3", 5, 6))


def test_a_bar_is_cut_where_the_picture_ends_but_its_words_are_whole() -> None:
    reviews = ("January 2010 to May 2010", "September 2010 to March 2011")
    assert only(Timeline, written(*reviews)).spans == (Span("F1", 0, 1), Span("F2", 5, 6))
    assert drawn(*reviews) == ["F1 – January 2010 to May 2010", "F2 – September 2010 to March 2011"]


def test_dates_not_known_are_listed_without_a_picture() -> None:
    blocks = written("TBC")
    assert of_type(Timeline, blocks) == []
    assert said(only(Prose, blocks).lines) == "• F1 – (date not known)"


def test_the_picture_is_described_in_short() -> None:
    assert only(Timeline, written("May 2010", "Summer 2010", "TBC")).description == (
        "Timeline: a bar for each assessment or inspection, over the months in which it may take place. "
        "The table above has the dates."
    )


def test_of_many_the_soonest_are_shown_and_the_rest_counted() -> None:
    blocks = written(*["June 2010"] * 8, "TBC", *["May 2010"] * 5)
    assert [span.name for span in only(Timeline, blocks).spans] == [
        f"F{number}" for number in (*range(10, 15), *range(1, 6))
    ]
    shown, more = of_type(Prose, blocks)
    assert said(shown.lines) == "• F9 – (date not known)"
    assert said(more.lines) == "Further assessments and inspections listed in section D: 3"


def test_without_a_day_there_is_no_timeline() -> None:
    undated = tracker(settings={"data_as_at": None})
    assert list(timeline(material(undated, forward_plan=rate_forward_plan([], None, 6)))) == []
