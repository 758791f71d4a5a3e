"""The programs outside the package that some tests need, and what a test does without them."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest


def find_tool(name: str, how_to_install: str) -> Path:
    """The program of that name on the PATH."""
    found = shutil.which(name)
    if found is None:
        without_tool(f"{name} is not installed: {how_to_install}")
    return Path(found)


def without_tool(reason: str) -> NoReturn:
    """Skip the test on a person's machine; fail it in CI, where every tool has to be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def ooxml_complaints(validator: Path, document: Path) -> list[str]:
    """What Microsoft's Open XML SDK holds against a .docx or .xlsx; nothing where the file is sound."""
    run = subprocess.run(
        [validator, document], capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    if run.returncode not in (0, 1):
        pytest.fail(f"The Open XML validator could not be run:\n{run.stderr}")
    errors = json.loads(run.stdout)["errors"]
    return [f"{error['path']} {error['xPath']}: {error['description']}" for error in errors]
