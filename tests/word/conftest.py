"""Fixtures for the tests of the Word room."""

from pathlib import Path

import pytest
from docx.document import Document

from audit_report.word import HouseStyle, read_house_style
from tests.word.houses import Read


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """A function that saves a house's file and reads its style."""

    def save_and_read(made: Document) -> HouseStyle:
        path = tmp_path / "house.docx"
        made.save(str(path))
        return read_house_style(path)

    return save_and_read
