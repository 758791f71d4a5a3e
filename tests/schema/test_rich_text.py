"""Long text: its paragraphs, marks and looks."""

from hypothesis import given
from hypothesis import strategies as st

from audit_report.schema.rich_text import Line, Mark, Run, plain, read_rich_text, words


def test_line_breaks_are_paragraphs_and_marks_are_taken_off() -> None:
    text = "First.\n\n• one\n- two\n* three\n– four\n·five\n1. six\n2) seven\nLast - with a dash"

    assert read_rich_text([Run(text)]) == (
        plain("First."),
        plain("one", Mark.BULLET),
        plain("two", Mark.BULLET),
        plain("three", Mark.BULLET),
        plain("four", Mark.BULLET),
        plain("five", Mark.BULLET),
        plain("six", Mark.NUMBER),
        plain("seven", Mark.NUMBER),
        plain("Last - with a dash"),
    )


def test_numbers_and_negative_amounts_are_no_list_items() -> None:
    assert read_rich_text([Run("-5% growth\n1,850 cases\n3.5 days\n2010 was hard\n**")]) == (
        plain("-5% growth"),
        plain("1,850 cases"),
        plain("3.5 days"),
        plain("2010 was hard"),
        plain("**"),
    )


def test_looks_are_kept_across_lines_and_marks() -> None:
    read = read_rich_text([Run("• Do"), Run("ne\nNow ", bold=True), Run("there", italic=True)])

    assert read == (
        Line((Run("Do"), Run("ne", bold=True)), Mark.BULLET),
        Line((Run("Now ", bold=True), Run("there", italic=True))),
    )


@given(st.lists(st.text(alphabet="ab \n•-1.", max_size=12), max_size=5))
def test_no_letter_is_lost(pieces: list[str]) -> None:
    read = read_rich_text(Run(piece) for piece in pieces)

    typed = "".join(pieces)
    assert [each for each in words(read) if each in "ab"] == [each for each in typed if each in "ab"]
    assert all(line.text == line.text.strip() and line.text for line in read)
