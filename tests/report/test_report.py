"""The report as a whole: golden files, the order of its pages, and what holds of every report.

UPDATE_GOLDEN=1 python -m pytest tests/report writes the golden files anew: read the difference with care.
"""

import ast
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from audit_report import catalogue, model, report, rules
from audit_report.cell_refs import CellRef
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Language, Outcome, Response
from audit_report.model.wording import shipped_places
from audit_report.problems import Problem
from audit_report.report import outline
from audit_report.report.blocks import Block, Box, Cell, Grid, Heading, Report
from audit_report.report.context import Material
from audit_report.report.outline import SECTIONS, Section, compose
from audit_report.rules.assess import assess
from audit_report.schema.rich_text import plain
from audit_report.word import render
from tests.report.northshire import northshire
from tests.report.plain_text import as_text
from tests.report.reading import of_type
from tests.report.registers import APRIL, PROVENANCE, tracker

GOLDEN = Path(__file__).parent / "golden"
ERROR = catalogue.RequiredBlank().at(CellRef("Actions", 14, "E", "Original due date"), "R1.2")


def composed(of: Tracker, *problems: Problem, as_at: date | None = APRIL) -> Report:
    return compose(of, assess(of, as_at), PROVENANCE, problems or None)


REPORTS: Mapping[str, Callable[[], Report]] = {
    "northshire": lambda: composed(northshire()),
    "first_report": lambda: composed(northshire(previous_as_at=None, show_summary=False)),
    "undated_draft": lambda: composed(northshire(data_as_at=None), ERROR, as_at=None),
    "empty_draft": lambda: composed(tracker(settings={"show_summary": True}, assessments=[]), ERROR),
}


@cache
def made(name: str) -> Report:
    return REPORTS[name]()


@pytest.mark.parametrize("name", REPORTS)
def test_text_is_as_agreed(name: str) -> None:
    path, text = GOLDEN / f"{name}.txt", as_text(made(name))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def blocks(name: str) -> list[Block]:
    return [block for part in made(name).parts for block in part.blocks]


def cells(of: list[Block]) -> Iterator[Cell]:
    for grid in of_type(Grid, of):
        for row in grid.rows:
            yield from row
    for box in of_type(Box, of):
        yield from box.facts


def sections(of: Report) -> list[tuple[bool, list[str]]]:
    """The section headings on each run of pages; True for landscape."""
    return [
        (part.landscape, [block.text[:2] for block in of_type(Heading, part.blocks) if block.level <= 2])
        for part in of.parts
    ]


def test_a_first_report_has_the_sections_of_the_contract_in_order() -> None:
    assert sections(made("first_report")) == [
        (False, ["Au", "Co", "Pu", "Re"]),
        (True, ["A:"]),
        (False, ["B:", "C:"]),
        (True, ["D:"]),
        (False, ["An", "An"]),
    ]


def test_the_summary_has_the_first_page_and_changes_follow_section_c() -> None:
    assert sections(made("northshire")) == [
        (False, ["Au", "At", "Co", "Pu", "Re"]),
        (True, ["A:"]),
        (False, ["B:", "C:", "Ch"]),
        (True, ["D:"]),
        (False, ["An", "An"]),
    ]


def test_a_draft_is_marked_and_ends_with_its_errors() -> None:
    draft = made("empty_draft")
    assert draft.draft_mark == "DRAFT"
    [(landscape, headings)] = sections(draft)
    assert (landscape, headings[-1]) == (False, "Er")
    assert made("northshire").draft_mark == ""


def test_no_mark_is_left_where_a_fact_of_the_running_words_is_blank() -> None:
    of = tracker(settings={"report_title": "", "committee": ""})
    made_of = composed(of)
    assert (made_of.header, made_of.footer) == ("Northshire County Council", "April 2010")


def test_what_every_page_and_the_file_say() -> None:
    northshires = made("northshire")
    assert northshires.title == "Audit and Assessment"
    assert northshires.subject == "April 2010"
    assert northshires.author == "Northshire County Council"
    assert northshires.header == "Northshire County Council – Audit Committee"
    assert northshires.footer == "Audit and Assessment, April 2010"
    assert northshires.page_number == "Page {page} of {pages}"
    assert northshires.language == "en-GB"
    assert northshires.provenance is PROVENANCE


def test_a_report_in_welsh() -> None:
    welsh = composed(northshire(language=Language.WELSH))
    assert welsh.language == "cy-GB"
    assert welsh.subject == "Ebrill 2010"
    assert "26 Chwefror 2010" not in as_text(welsh)
    assert "31 Mawrth 2010" in as_text(welsh)


@pytest.mark.parametrize("name", REPORTS)
def test_no_cell_is_empty(name: str) -> None:
    for cell in cells(blocks(name)):
        assert cell.label or cell.lines
        assert all(line.text.strip() and "\n" not in line.text for line in cell.lines)


@pytest.mark.parametrize("name", REPORTS)
def test_no_two_tables_touch(name: str) -> None:
    assert not [pair for pair in pairwise(blocks(name)) if all(isinstance(each, Grid | Box) for each in pair)]


@pytest.mark.parametrize("name", REPORTS)
def test_headings_skip_no_level(name: str) -> None:
    levels = [heading.level for heading in of_type(Heading, blocks(name))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", REPORTS)
def test_tables_have_a_width_and_a_title_of_its_own_for_each_column(name: str) -> None:
    for grid in of_type(Grid, blocks(name)):
        assert len(set(grid.header)) == len(grid.header) == len(grid.widths)
        assert all(len(row) == len(grid.header) for row in grid.rows)
        assert sum(grid.widths) == pytest.approx(1)


def officers(of: Material) -> Iterator[Block]:
    """A section as a newcomer writes one: a heading, a table, and words after it."""
    yield Heading(2, "Officers")
    rows = [
        [Cell((plain(each.name),)), Cell((plain(each.job_title or "None"),))] for each in of.tracker.officers
    ]
    yield of.grid("Table title A", (("Column Lead", 0.4), ("Column Assessing body", 0.6)), rows)
    yield of.prose("Section A note")


@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("place", range(len(SECTIONS) + 1))
def test_a_section_with_a_table_is_added_by_one_line(
    place: int, monkeypatch: pytest.MonkeyPatch, *, landscape: bool
) -> None:
    added = Section(officers, landscape=landscape)
    monkeypatch.setattr(outline, "SECTIONS", (*SECTIONS[:place], added, *SECTIONS[place:]))
    of = composed(northshire())
    assert Heading(2, "Officers") in [
        block for part in of.parts if part.landscape == landscape for block in part.blocks
    ]
    assert render(of)


def test_every_place_of_the_wording_is_printed_by_something() -> None:
    named = {
        node.value
        for room in (model, report, rules)
        for path in Path(room.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    chosen = {f"Response {each.lower()}" for each in Response} | {
        f"Outcome {each.lower()}" for each in Outcome
    }
    assert set(shipped_places()) <= named | chosen
