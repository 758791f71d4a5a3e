"""The file of default styles: each explained in itself, and the report unchanged when it is handed back."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from click.testing import CliRunner, Result
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from audit_report.cli import main
from audit_report.word import read_house_style, render, style_file, styles
from tests.trackers import save_tracker, small_tracker
from tests.word.houses import NAME, house
from tests.word.reading import find, paragraphs, text, values
from tests.word.samples import DRAFT


def document() -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(style_file())).read("word/document.xml"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return save_tracker(tmp_path / "tracker.xlsx", small_tracker())


def test_every_style_is_explained_in_itself() -> None:
    explained = document()
    written: dict[str, str] = {}
    for known, words in paragraphs(explained):
        written[known] = written.get(known, "") + words
    for style in styles.PARAGRAPH_STYLES:
        if style not in (styles.HEADINGS[1], styles.TABLE_LABEL):
            assert styles.shown_name(style.name) in written[style.id]
    assert written["Heading1"]
    assert "Report Table Label" in written["ReportTableLabel"]
    for look in styles.CHARACTER_STYLES:
        [first, *_] = find(explained, f"//w:r[w:rPr/w:rStyle/@w:val='{look.id}']")
        assert text(first).startswith(look.name)
    assert values(explained, "//w:tblStyle/@w:val") == [styles.BOX.id, styles.GRID.id]


def test_microsofts_validator_has_no_complaint(
    tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]
) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(style_file())
    assert ooxml_validator(path) == []


def test_it_is_the_same_every_time_and_says_what_it_is() -> None:
    assert style_file() == style_file()
    names = ZipFile(BytesIO(style_file())).namelist()
    assert not any("custom" in name or "header" in name or "footer" in name for name in names)
    assert (
        docx.Document(BytesIO(style_file())).core_properties.title == "House style for the committee report"
    )


def test_handed_back_as_it_is_it_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(style_file())
    style = read_house_style(path)
    assert style.remarks == ()
    plain, styled = (ZipFile(BytesIO(render(DRAFT, each))) for each in (None, style))
    for name in ("styles", "header1", "footer1", "footer2", "settings"):
        one, other = (etree.fromstring(each.read(f"word/{name}.xml")) for each in (plain, styled))
        assert etree.tostring(one, method="c14n2") == etree.tostring(other, method="c14n2")
    one, other = (etree.fromstring(each.read("word/document.xml")) for each in (plain, styled))
    assert paragraphs(one) == paragraphs(other)
    pages = "//w:pgSz/@* | //w:pgMar/@*"
    assert values(one, pages) == values(other, pages)


def test_style_writes_the_file_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    assert run("style", path).stdout.strip() == str(path)
    path.write_text("mine")
    refused = run("style", path)
    assert refused.exit_code == 2
    assert path.read_text() == "mine"
    assert run("style", path, "--force").exit_code == 0
    assert path.read_bytes() == style_file()


def test_build_takes_the_style_and_says_what_it_lacks(tmp_path: Path, tracker: Path) -> None:
    path = tmp_path / "house.docx"
    house().save(str(path))

    result = run("build", tracker, "--style", path)

    assert result.exit_code == 0
    assert f"{path}: it lacks these styles" in result.stderr
    assert "“Report Box”" in result.stderr
    built = docx.Document(result.stdout.strip())
    assert built.sections[0].header.paragraphs[0].text == NAME
    assert built.styles["Normal"].font.name == "Georgia"


def test_an_unusable_style_is_one_sentence_and_status_2(tmp_path: Path, tracker: Path) -> None:
    made = house()
    made.styles.add_style("Report Label", WD_STYLE_TYPE.CHARACTER)
    wrong, other = tmp_path / "wrong.docx", tmp_path / "notes.docx"
    made.save(str(wrong))
    other.write_text("notes")
    for path, said in ((wrong, "has to be a paragraph style"), (other, "not a Word document")):
        result = run("build", tracker, "--style", path)
        assert result.exit_code == 2
        assert said in result.stderr
        assert not tracker.with_name("tracker-report.docx").exists()
