"""Registers that strain the layout still make good pages."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from audit_report.report.blocks import Box, Heading, Label, Report
from audit_report.word import render
from tests.report.test_report import composed
from tests.word.printed import printed
from tests.word.stress import ADDRESS, NAME, REGISTERS, UNBROKEN

Pages = Mapping[str, list[str]]


@cache
def report(name: str) -> Report:
    return composed(REGISTERS[name])


def squeezed(text: str) -> str:
    """Text without its spaces, for a line may end anywhere."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The words of each page of each report, squeezed, without what every page carries."""
    made = printed({name: render(report(name)) for name in REGISTERS}, tmp_path_factory.mktemp("printed"))
    return {name: [_own_words(report(name), page) for page in of] for name, of in made.items()}


def _own_words(of: Report, page: list[str]) -> str:
    header, footer = squeezed(of.header), re.escape(squeezed(of.footer))
    words = squeezed("".join(page))
    assert words.startswith(header)
    own, found = re.subn(rf"{footer}Page\d+of\d+$", "", words.removeprefix(header))
    assert found == 1
    return own


def openings(of: Report) -> Iterator[str]:
    """What may not be the last words of a page: headings, labels and boxes."""
    for part in of.parts:
        for block in part.blocks:
            if isinstance(block, Heading | Label):
                yield squeezed(block.text)
            elif isinstance(block, Box):
                last = block.facts[-1]
                yield squeezed(last.label + "".join(line.text for line in last.lines))


@pytest.mark.parametrize("name", REGISTERS)
def test_no_page_is_blank_or_ends_in_what_opens_something(name: str, pages: Pages) -> None:
    ends = tuple(openings(report(name)))
    assert all(pages[name])
    assert all(end in "".join(pages[name]) for end in ends)
    assert [page[-40:] for page in pages[name] if page.endswith(ends)] == []


@pytest.mark.parametrize("text", [NAME, UNBROKEN, ADDRESS], ids=["a name", "an unbroken word", "an address"])
def test_long_words_are_printed_whole(text: str, pages: Pages) -> None:
    assert squeezed(text) in "".join(pages["long names"])


def test_an_empty_register_is_upright_and_takes_two_pages(pages: Pages) -> None:
    assert [part.landscape for part in report("nothing").parts] == [False]
    assert len(pages["nothing"]) == 2


def test_a_long_update_runs_on_without_a_gap(pages: Pages) -> None:
    first = next(index for index, page in enumerate(pages["long update"]) if page.startswith("B:"))
    words = sum(len(page) for page in pages["long update"][first : first + 3])
    assert words > 3 * 2500


def test_a_long_plan_names_its_columns_on_every_page(pages: Pages) -> None:
    plan = [index for index, page in enumerate(pages["long plan"]) if page.startswith(("D:", "Annex1"))]
    of_plan = pages["long plan"][slice(*plan)]
    assert len(of_plan) > 8
    assert all("Inspection/assessmentAssessingbodyFocusofassessment" in page for page in of_plan[:8])
