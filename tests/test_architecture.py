"""Imports point one way through the package, and each outside library has one room."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = "audit_report"

LAYERS = (
    ("cannot_run", "cell_refs", "console_text", "stop_signals", "version"),
    ("problems",),
    ("catalogue",),
    ("ooxml",),
    ("schema",),
    ("model",),
    ("workbook_in", "checks", "rules"),
    ("workbook_out",),
    ("report",),
    ("palette",),
    ("word", "web"),
    ("answers",),
    ("bring_in", "returns"),
    ("files",),
    ("pipeline",),
    ("build_again",),
    ("__init__",),
    ("terminal",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
"""The package's rooms: one may import those of the rows above its own, and its own; not its neighbours."""

LIBRARIES = {
    "charset_normalizer": {"bring_in"},
    "click": {"cli", "commands", "terminal"},
    "docx": {"word"},
    "htpy": {"web"},
    "lxml": {"ooxml", "workbook_out", "word"},
    "markupsafe": {"web"},
    "openpyxl": {"workbook_out", "bring_in"},
    "pandas": {"workbook_in"},
    "pikepdf": {"files"},
    "python_calamine": {"bring_in"},
    "rapidfuzz": {"schema", "model", "checks", "bring_in"},
}
"""The outside libraries, by import name, and the rooms that may import each."""

LEVELS = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}


def modules() -> dict[str, Path]:
    """The package's modules by dotted name; a folder's own is called `audit_report.schema.__init__`."""
    paths = sorted((ROOT / PACKAGE).rglob("*.py"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in paths}


def imported(module: str, code: str) -> Iterator[str]:
    """The dotted names that a module imports, wherever in its code, relative ones made absolute."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = module.split(".")[: -node.level] if node.level else []
            base += [node.module] if node.module else []
            yield from (".".join([*base, alias.name]) for alias in node.names)


def room_of(name: str) -> str:
    """The part of the package that a dotted name belongs to: `audit_report.schema.kinds` is in schema."""
    return name.split(".")[1] if "." in name else "__init__"


def complaint(module: str, target: str) -> str | None:
    """What is wrong with this module importing that name; None if nothing is."""
    room, library = room_of(module), target.partition(".")[0]
    if library in sys.stdlib_module_names:
        return None
    if library != PACKAGE:
        rooms = LIBRARIES.get(library, set())
        return None if room in rooms else f"{module} imports {library}, which belongs in {sorted(rooms)}"
    if room_of(target) == room:
        return None
    if LEVELS.get(room_of(target), len(LAYERS)) < LEVELS.get(room, -1):
        return None
    return f"{module} imports {target}, against the order of LAYERS"


@pytest.mark.parametrize("module", modules())
def test_imports_point_one_way(module: str) -> None:
    assert room_of(module) in LEVELS, f"{module} has no place in LAYERS"
    names = imported(module, modules()[module].read_text(encoding="utf-8"))
    assert [text for name in names if (text := complaint(module, name))] == []


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("audit_report.cell_refs", "from audit_report.problems import Severity"),
        ("audit_report.cell_refs", "import audit_report.cli"),
        ("audit_report.rules.annex1_priority", "from audit_report.checks import names_in_officers"),
        ("audit_report.rules.annex1_priority", "from ..workbook_in import read_workbook"),
        ("audit_report.rules.__init__", "from ..workbook_in.read_workbook import read_tracker"),
        ("audit_report.schema.kinds", "from audit_report import model"),
        ("audit_report.schema.kinds", "def late():\n    from audit_report.model.records import Action"),
        ("audit_report.model.tracker", "from audit_report.no_such_room import anything"),
        ("audit_report.report.outline", "import docx.oxml"),
        ("audit_report.report.outline", "import pandas as pd"),
        ("audit_report.pipeline", "from click import echo"),
        ("audit_report.workbook_in.read_workbook", "import numpy"),
        ("audit_report.__init__", "from audit_report.cli import main"),
    ],
)
def test_a_wrong_import_is_found(module: str, code: str) -> None:
    assert [text for name in imported(module, code) if (text := complaint(module, name))]


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("audit_report.problems", "from audit_report.cell_refs import CellRef"),
        ("audit_report.rules.annex2_status", "from .annex1_priority import rate"),
        ("audit_report.word.render", "from audit_report.version import __version__"),
        ("audit_report.word.render", "import docx.shared, lxml.etree, zipfile"),
        ("audit_report.cli", "import audit_report"),
    ],
)
def test_a_right_import_is_accepted(module: str, code: str) -> None:
    assert not [text for name in imported(module, code) if (text := complaint(module, name))]
