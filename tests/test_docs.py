"""What the documents say of the program is what it does. UPDATE_GOLDEN=1 writes those made from the code anew."""

import os
import re
from collections.abc import Iterator
from inspect import get_annotations
from pathlib import Path
from string import Formatter

import click
import pytest

from audit_report.cli import main
from audit_report.problems import Mistake
from tests.made_docs import CATALOGUE, columns_page, in_general, problems_page
from tests.test_architecture import LAYERS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DESIGN = ROOT / "docs" / "design.md"
PAGES = {"problems": problems_page, "columns": columns_page}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_from_the_code_says_what_the_code_says(name: str) -> None:
    page, made = ROOT / "docs" / f"{name}.md", PAGES[name]()
    if os.environ.get("UPDATE_GOLDEN"):
        page.write_text(made, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == made, "python -m tests.remake writes it anew"


def test_the_examples_are_of_the_form_that_the_page_of_problems_shows() -> None:
    message, fix = "{header} is {value}, not “{likely_name}”.", "{hint}Do {{it}}."
    assert in_general(message) == "*this column* is *…*, not “*likely name*”."
    assert in_general(fix) == "Do {it}."


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: str(entry.code))
def test_an_entry_declares_the_words_that_its_templates_need(entry: type[Mistake]) -> None:
    """The type checker asks for the words that are declared; this asks that they are those of the templates."""
    needed = {
        name for text in (entry.message, entry.fix) for _, name, _, _ in Formatter().parse(text) if name
    }
    assert needed - {"header", "sheet", "ref", "value"} == set(get_annotations(entry))


def options() -> dict[str, set[str]]:
    """Every long option of every command."""
    return {name: options_of(command) for name, command in main.commands.items()}


def options_of(command: click.Command) -> set[str]:
    return {
        each
        for parameter in command.get_params(click.Context(command))
        if isinstance(parameter, click.Option)
        for each in parameter.opts
        if each.startswith("--")
    }


def test_every_command_and_option_of_the_readme_exists() -> None:
    text = README.read_text(encoding="utf-8")
    known = options()
    named_commands = set(re.findall(r"audit-report ([a-z]+)\b", text))

    assert named_commands <= set(known)
    assert set(re.findall(r"(?<![\w-])(--[a-z][a-z-]+)", text)) <= options_of(main).union(*known.values())


def test_every_command_and_option_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    unnamed = {option for found in options().values() for option in found if option not in text} - {
        "--output"
    }

    assert unnamed == set()
    assert [name for name in options() if not re.search(rf"audit-report {name}\b", text)] == []


def written() -> Iterator[Path]:
    """Every file of the project that a person writes or reads as text, this one aside.

    A sample in another encoding is data.
    """
    kinds = {".py", ".md", ".toml", ".csv", ".txt"}
    for folder in ("audit_report", "docs", "sample_data", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in kinds and not (path.suffix == ".csv" and path.parent.name == "other_trackers"):
                yield path
    yield from sorted(ROOT.glob("*.md"))


def test_no_line_points_at_a_document_that_is_not_here() -> None:
    pointing = [
        str(path.relative_to(ROOT))
        for path in written()
        if path != Path(__file__) and re.search(r"\bspec(ification)? sections?\b", path.read_text("utf-8"))
    ]

    assert pointing == []


def test_every_reference_to_the_design_names_a_heading_of_it() -> None:
    headings = set(re.findall(r"^#+ (.+)$", DESIGN.read_text("utf-8"), re.MULTILINE))
    named = {
        " ".join(topic.split())
        for path in written()
        if path.suffix == ".py" and path != Path(__file__)
        for topic in re.findall(r'docs/design\.md, "([^"]+)"', path.read_text("utf-8"))
    }

    assert named
    assert named - headings == set()


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
)
def test_every_link_of_a_page_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_design_names_every_room() -> None:
    _, _, rest = DESIGN.read_text("utf-8").partition("## The rooms\n")
    table, _, _ = rest.partition("\n## ")
    rooms = {room for layer in LAYERS for room in layer if not room.startswith("__")}

    assert [room for room in sorted(rooms) if f"`{room}`" not in table] == []


def test_where_a_line_lives_names_files_that_are_there() -> None:
    _, _, table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Where a line lives\n")
    named = re.findall(r"`(audit_report/[\w/.]+)`", table)

    assert [path for path in named if not (ROOT / path).exists()] == []
    assert len(named) > 15
