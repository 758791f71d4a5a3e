"""Long text: its paragraphs, marks, numbers, levels, tables and looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_report.schema.rich_text import Line, Mark, Run, plain, words
from audit_report.schema.typed_text import TypedText, read_rich_text


def bullets(*texts: str) -> tuple[Line, ...]:
    return tuple(plain(text, Mark.BULLET) for text in texts)


def test_line_breaks_are_paragraphs_and_marks_are_taken_off() -> None:
    text = "First.\n\n• one\n- two\n* three\n– four\n·five\n1. six\n2) seven\nLast - with a dash"

    assert read_rich_text([Run(text)]) == (
        plain("First."),
        *bullets("one", "two", "three", "four", "five"),
        plain("six", Mark.NUMBER, "1."),
        plain("seven", Mark.NUMBER, "2)"),
        plain("Last - with a dash"),
    )


@pytest.mark.parametrize(
    "line",
    [
        *(
            "•\tOne",
            "▪ One",
            "●One",
            "◦  One",
            "■ One",
            "➢ One",
            "► One",
            "‣ One",
            "— One",
            "§ One",
            "§\tOne",
        ),
        *("\uf0b7\tOne", "\uf0a7 One", "\uf0d8One", "\uf06f One", "\uf0fc   One"),
        *("o\tOne", "o   One", "o One", "o 'One", "ü\tOne", "Ø\tOne", "v\tOne", "q\tOne", "\u00a0•\u00a0One"),
    ],
)
def test_every_mark_that_pasting_leaves_is_a_bullet(line: str) -> None:
    (read,) = read_rich_text([Run(line)])

    assert read.mark is Mark.BULLET
    assert read.text.strip("'") == "One"


@pytest.mark.parametrize(
    "line",
    [
        *("-5% growth", "1,850 cases", "3.5 days", "2010 was hard", "**", "2010. That was the year"),
        *(
            "o fewn y flwyddyn",
            "§ 12 of the Act",
            "of course",
            "v 2 of the plan",
            "i.e. soon",
            "A. Smith agreed",
        ),
        *("(see below) done", "(ill) health", "3.", "1.5m", "(2010) was hard", "✓ done"),
    ],
)
def test_what_is_no_mark_is_kept(line: str) -> None:
    assert read_rich_text([Run(line)]) == (plain(line),)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("3. Recruit", "3."),
        ("12)  Recruit", "12)"),
        ("(4)\tRecruit", "(4)"),
        ("2.1. Recruit", "2.1."),
        ("a) Recruit", "a)"),
        ("(B) Recruit", "(B)"),
        ("(iv) Recruit", "(iv)"),
        ("xii) Recruit", "xii)"),
        ("  10. Recruit", "10."),
    ],
)
def test_a_numbered_item_keeps_the_number_typed(line: str, label: str) -> None:
    assert read_rich_text([Run(line)]) == (plain("Recruit", Mark.NUMBER, label),)


def test_numbers_are_as_typed_whatever_stands_between() -> None:
    text = "1. one\nA remark.\n• a point\n2. two\n4. four"

    assert [(line.label, line.text) for line in read_rich_text([Run(text)])] == [
        ("1.", "one"), ("", "A remark."), ("", "a point"), ("2.", "two"), ("4.", "four")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("• one\n\t• two\n\t\t• three\n• four", [0, 1, 2, 0]),
        ("1. one\n   a) two\n   b) three\n2. four", [0, 1, 1, 0]),
        ("    • one\n    • two", [0, 0]),
        ("• one\n • two", [0, 0]),
        ("    • one\n• two\n  • three", [0, 0, 1]),
        ("• one\n    • two\nA paragraph.\n    • three", [0, 1, 0, 0]),
        ("• one\n\n    • two", [0, 1]),
        ("\n".join(f"{'  ' * depth}• x" for depth in range(12)), [*range(9), 8, 8, 8]),
    ],
)
def test_an_item_is_a_level_deeper_for_each_indent(text: str, levels: list[int]) -> None:
    assert [line.level for line in read_rich_text([Run(text)])] == levels


def test_lines_parted_by_tabs_into_as_many_pieces_keep_them_apart() -> None:
    text = "Cases by year:\nYear\tOpen\tClosed\n2009\t4\t5\nIn\tall more\n• a\tb"

    assert words(read_rich_text([Run(text)])).splitlines() == [
        "Cases by year:", "Year | Open | Closed", "2009 | 4 | 5", "In all more", "a b"
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["•", "- / *", "–", "\uf0b7", "•\n•\n", "▪ ", "* * *", "—"])
def test_marks_alone_are_no_text(text: str) -> None:
    assert not TypedText((Run(text),))
    assert len(TypedText((Run(text),))) == 0


@pytest.mark.parametrize("text", ["• x", "?", "...", "- 1", "£", "👍"])
def test_anything_else_is_text(text: str) -> None:
    assert TypedText((Run(text),))
    assert len(TypedText((Run(text),))) == 1


def test_looks_are_kept_across_lines_and_marks() -> None:
    read = read_rich_text([Run("• Do"), Run("ne\nNow ", bold=True), Run("there", italic=True)])

    assert read == (
        Line((Run("Do"), Run("ne", bold=True)), Mark.BULLET),
        Line((Run("Now ", bold=True), Run("there", italic=True))),
    )


@given(st.lists(st.text(alphabet="ab \n\t•-1.)(o\u00a0\u200b\r", max_size=12), max_size=5))
def test_no_letter_and_no_figure_is_lost(pieces: list[str]) -> None:
    read = read_rich_text(Run(piece) for piece in pieces)

    typed = "".join(pieces)
    printed = "\n".join(line.label + line.text for line in read)
    assert [each for each in printed if each in "ab1"] == [each for each in typed if each in "ab1"]
    assert all(line.text == line.text.strip() and line.text for line in read)
    assert all("\t" not in line.text and "\n" not in line.text for line in read)


@given(st.text())
def test_any_text_is_read_into_lines(text: str) -> None:
    read = TypedText((Run(text),))

    assert bool(read) == (len(read) > 0)
