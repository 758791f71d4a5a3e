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


def node_modules(*names: str) -> Path:
    """The folder of node's packages, which has those of these names."""
    npm = find_tool("npm", "install Node.js")
    run = subprocess.run([npm, "root", "--global"], capture_output=True, encoding="utf-8", check=True)
    folder = Path(run.stdout.strip())
    missing = [name for name in names if not folder.joinpath(name, "package.json").exists()]
    if missing:
        without_tool(f"{', '.join(missing)} not installed: npm install --global {' '.join(missing)}")
    return folder


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
