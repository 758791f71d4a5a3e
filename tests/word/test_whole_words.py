"""No word of a table's title or label is broken, in Arial or in a wider font, whichever program lays the page out."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from audit_report.pipeline import check_workbook, report_bytes
from audit_report.word import read_house_style, style_file, styles
from audit_report.word.character_widths import wider, width
from audit_report.word.styles_to_xml import CELL_MARGIN
from tests.test_samples import SAMPLES
from tests.word.reading import find, text, values

FONTS = ("Arial", "Verdana", "Century Gothic", "Georgia")
_NAMES = ("april_2010", "october_2010", "northmoor_2026", "problems")
_BOLD = (styles.TABLE_HEADING, styles.TABLE_LABEL, styles.TABLE_LABEL_BULLET, *styles.RATINGS.values())
_IS_BOLD = " or ".join(f"w:pPr/w:pStyle/@w:val='{style.id}'" for style in _BOLD)
_LABELS = f".//w:r[w:rPr/w:rStyle/@w:val='{styles.LABEL_TEXT.id}']"


def broken(document: etree._Element, font: str) -> Iterator[str]:
    """The words of titles, labels and ratings that are wider than the column they stand in."""
    for table in find(document, "//w:tbl"):
        columns = [int(each) for each in values(table, "w:tblGrid/w:gridCol/@w:w")]
        for row in find(table, "w:tr"):
            for cell, column in zip(find(row, "w:tc"), columns, strict=True):
                for bold in chain(find(cell, f"w:p[{_IS_BOLD}]"), find(cell, _LABELS)):
                    for word in text(bold).split():
                        if width(word, styles.TABLE_SIZE, bold=True) * wider(font) > column - 2 * CELL_MARGIN:
                            yield f"{word} in {column}"


def house(font: str, path: Path) -> Path:
    """The report's own style in a font."""
    made = docx.Document(BytesIO(style_file()))
    made.styles["Normal"].font.name = font
    made.save(str(path))
    return path


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("name", _NAMES)
def test_no_title_or_label_is_broken(name: str, font: str, tmp_path: Path) -> None:
    checked = check_workbook(SAMPLES / f"{name}.xlsx")
    style = read_house_style(house(font, tmp_path / "house.docx"))
    made = ZipFile(BytesIO(report_bytes(checked, draft=name == "problems", house=style)))
    assert list(broken(etree.fromstring(made.read("word/document.xml")), font)) == []


def test_a_broken_word_is_found() -> None:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    narrow = etree.fromstring(
        f'<w:document xmlns:w="{namespace}"><w:tbl><w:tblGrid><w:gridCol w:w="1500"/></w:tblGrid><w:tr><w:tc>'
        f'<w:p><w:pPr><w:pStyle w:val="{styles.TABLE_HEADING.id}"/></w:pPr><w:r>'
        "<w:t>Recommendation</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:document>"
    )
    assert list(broken(narrow, "Arial")) == ["Recommendation in 1500"]


def test_fonts_are_known_by_name_and_others_are_taken_to_be_wider_than_arial() -> None:
    assert wider("Arial") == wider("arial") == 1
    assert wider("Verdana") > wider("Georgia") > 1
    assert wider("A council's own") > 1
