"""What the README says of the program is what the program does. UPDATE_DOCS=1 rewrites the generated parts."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click

from audit_report.catalogue import CATALOGUE
from audit_report.cli import main
from audit_report.problems import ProblemType

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DESIGN = ROOT / "docs" / "design.md"
START, END = "<!-- problems: made by tests/test_docs.py -->", "<!-- problems end -->"
_HINT = re.compile(r"\s*\{hint\}\s*")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_IN_GENERAL = {
    "as_at": "the as-at day",
    "cell": "its cell",
    "cells": "these cells",
    "directors": "the directors",
    "header": "this column",
    "leads": "the leads",
    "likely": "a name",
    "other": "another cell",
    "previous": "the last report's file",
    "ref": "this ref",
    "removed": "a row",
    "sheet": "this sheet",
    "value": "…",
}
"""What stands in the table for what is filled in from a workbook; anything else goes by its own name."""


def problem_table() -> str:
    """Every problem: its code, how much it matters, what is wrong and what to do, as a Markdown table."""
    rows = ["| code | severity | what is wrong | what to do |", "|---|---|---|---|"]
    rows += [
        f"| `{each.code}` | {each.severity} | {in_general(each.message)} | {in_general(each.fix)} |"
        for each in CATALOGUE
    ]
    return "\n".join(rows)


def in_general(template: str) -> str:
    """A template of the catalogue with what is filled in named in italics."""
    text = _HINT.sub(" ", template).strip().replace("{{", "\0").replace("}}", "\1").replace("}{", "} {")
    text = _PLACEHOLDER.sub(lambda found: f"*{named(found[1])}*", text)
    return text.replace("\0", "{").replace("\1", "}").replace("|", "\\|")


def named(placeholder: str) -> str:
    return _IN_GENERAL.get(placeholder, placeholder.replace("_", " "))


def test_every_problem_is_in_the_readme_with_its_cause_and_fix() -> None:
    text = README.read_text(encoding="utf-8")
    head, start, rest = text.partition(START)
    _, end, tail = rest.partition(END)
    assert start
    assert end
    made = f"{head}{START}\n\n{problem_table()}\n\n{END}{tail}"
    if os.environ.get("UPDATE_DOCS"):
        README.write_text(made, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == made


def test_the_examples_are_of_the_form_that_the_readme_shows() -> None:
    entry = ProblemType(
        "x", CATALOGUE[0].severity, "{header} is {value}, not “{likely_name}”.", "{hint}Do {{it}}."
    )
    assert in_general(entry.message) == "*this column* is *…*, not “*likely name*”."
    assert in_general(entry.fix) == "Do {it}."


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
    """Every file of the project that a person writes or reads as text, this one aside."""
    kinds = {".py", ".md", ".toml", ".csv", ".txt"}
    for folder in ("audit_report", "docs", "sample_data", "tests"):
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in kinds)
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
