from audit_report.report.blocks import Heading, Prose, Subtitle
from audit_report.report.front_page import front, title
from tests.report.reading import of_type, outline, said
from tests.report.registers import JANUARY, material, tracker


def test_title_and_period_come_first() -> None:
    assert list(title(material())) == [Heading(1, "Audit and Assessment"), Subtitle("April 2010")]


def test_a_title_without_words_is_still_a_heading() -> None:
    assert next(title(material(tracker(settings={"report_title": ""})))) == Heading(
        1, "Audit and assessment report"
    )


def test_no_period_where_there_is_no_day_to_report_as_at() -> None:
    assert list(title(material(tracker(text={"Period": "{contact}"})))) == [
        Heading(1, "Audit and Assessment")
    ]


def test_context_purpose_and_feedback_in_order() -> None:
    headings = of_type(Heading, front(material()))
    assert [heading.text for heading in headings] == [
        "Context",
        "Purpose of this report",
        "Request for feedback",
    ]
    assert {heading.level for heading in headings} == {2}


def test_the_four_purposes_are_lettered() -> None:
    text = {f"Purpose {letter}": f"Purpose {letter}" for letter in "ABCD"}
    lists = of_type(Prose, front(material(tracker(text=text))))
    assert said(lists[2].lines) == "A. Purpose A\nA. Purpose B\nA. Purpose C\nA. Purpose D"


def test_what_has_changed_is_among_the_purposes_after_a_first_report() -> None:
    told = "After C it sets out what has changed since the last report."
    assert told not in list(outline(front(material())))
    assert told in list(outline(front(material(previous=JANUARY))))


def test_a_purpose_of_two_paragraphs_counts_once() -> None:
    lists = of_type(Prose, front(material(tracker(text={"Purpose B": "First.\n\nSecond."}))))
    assert [line.text for line in lists[2].lines][1] == "First. Second."
    assert len(lists[2].lines) == 4


def test_a_paragraph_that_its_placeholder_leaves_blank_is_not_printed() -> None:
    def feedback(text: str) -> str:
        return said(of_type(Prose, front(material(tracker(text={"Feedback": text}))))[-1].lines)

    assert feedback("{contact}\nWrite to us.") == "Write to us."
    assert feedback("{contact}") == "Not stated"
