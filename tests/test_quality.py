"""The linter, the formatter and the type checker, so that `python -m pytest` runs every check."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.tools import without_tool

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("command", ["ruff check", "ruff format --check", "mypy"])
def test_code_passes(command: str) -> None:
    tool, *arguments = command.split()
    if find_spec(tool) is None:
        without_tool(f'{tool} is not installed: python -m pip install -e ".[dev]"')
    run = subprocess.run(
        [sys.executable, "-m", tool, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if run.returncode != 0:
        pytest.fail(f"{command}\n{run.stdout}{run.stderr}", pytrace=False)
