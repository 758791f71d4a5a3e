from audit_report.model.scales import Colour
from audit_report.report.blocks import (
    Block,
    Box,
    Cell,
    Grid,
    Heading,
    Label,
    Labelled,
    Part,
    Prose,
    Report,
    Subtitle,
)
from audit_report.schema.rich_text import Line, Mark, Run, plain
from tests.report.plain_text import as_text
from tests.report.registers import PROVENANCE

PROPERTIES = """\
Title: Title
Subject: April 2010
Author: Council
Language: en-GB
Header: Council
Footer: Report
Page number: Page {page} of {pages}

"""


def printed(*blocks: Block, landscape: bool = False) -> str:
    parts = (Part(blocks, landscape),)
    properties = (
        "Title",
        "April 2010",
        "Council",
        "en-GB",
        "Council",
        "Report",
        "Page {page} of {pages}",
        "",
        "",
    )
    return as_text(Report(*properties, parts, PROVENANCE)).removeprefix(PROPERTIES)


def cell(text: str, label: str = "", rating: Colour | None = None) -> Cell:
    return Cell((plain(text),), label, rating)


def test_headings_labels_and_lists() -> None:
    items = tuple(
        plain(text, mark) for mark in (Mark.LETTER, Mark.NUMBER, Mark.BULLET) for text in ("One", "Two")
    )
    assert (
        printed(
            Heading(1, "Title"),
            Subtitle("April 2010"),
            Prose((plain("Paragraph"), *items, plain("End"))),
            Label("Latest progress:"),
            Labelled("Director accountable:", "Ann Archer"),
            landscape=True,
        )
        == """\
--- landscape pages ---

# Title

April 2010

Paragraph
A. One
B. Two
1. One
2. Two
• One
• Two
End

Latest progress:

Director accountable: Ann Archer
"""
    )


def test_looks_are_spelt_out() -> None:
    runs = (Run("bold", bold=True), Run(" and "), Run("site", italic=True, link="https://example.org"))
    assert "**bold** and _site <https://example.org>_" in printed(Prose((Line(runs),)))


def test_tables() -> None:
    listed = Cell((plain("One", Mark.BULLET), plain("Two")), label="R1.1")
    grid = Grid(
        "Dates",
        ("Action", "To"),
        ((listed, cell("May")), (cell("Three", rating=Colour.RED), cell("June"))),
        (0.5, 0.5),
    )
    box = Box(
        "Recommendation R1",
        ("Item", "Details", "Where it stands"),
        (cell("Recruit", "Recommendation:"), cell("Green", "Status:", Colour.GREEN)),
    )
    assert (
        printed(grid, Label("Label"), box)
        == """\
--- portrait pages ---

[Table: Dates]

    Action: R1.1
        • One
        Two
    To: May

    Action: Three [Red]
    To: June

Label

[Box: Recommendation R1]
    Item | Details | Where it stands
    Recommendation: Recruit
    Status: Green [Green]
"""
    )


def test_long_lines_are_wrapped_but_long_words_are_not_cut() -> None:
    address = "https://example.org/" + "long-" * 30
    text = printed(Prose((plain("word " * 40 + address, Mark.BULLET),)))
    assert address in text
    assert max(len(line) for line in text.splitlines() if "https" not in line) <= 100
    assert "\n    word" in text
