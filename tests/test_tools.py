"""The tools the other tests lean on do find faults, and a missing one is never passed over in CI."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.tools import find_tool


def test_validator_accepts_a_sound_document(
    tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]
) -> None:
    path = tmp_path / "sound.docx"
    docx.Document().save(str(path))
    assert ooxml_validator(path) == []


def test_validator_complains_of_a_faulty_document(
    tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]
) -> None:
    document = docx.Document()
    document.add_paragraph("A paragraph in a paragraph")._p.append(document.add_paragraph()._p)
    path = tmp_path / "faulty.docx"
    document.save(str(path))
    [complaint] = ooxml_validator(path)
    assert complaint.startswith("/word/document.xml /w:document[1]/w:body[1]/w:p[1]: ")


def test_validator_complains_of_a_file_that_is_no_document(
    tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]
) -> None:
    path = tmp_path / "words.docx"
    path.write_text("not a zip", encoding="utf-8")
    assert len(ooxml_validator(path)) == 1


def test_missing_tool_skips_on_a_persons_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-tool is not installed: get it somewhere"):
        find_tool("no-such-tool", "get it somewhere")


def test_missing_tool_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-tool is not installed"):
        find_tool("no-such-tool", "get it somewhere")
