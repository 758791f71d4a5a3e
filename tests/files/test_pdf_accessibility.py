"""The PDF of every report in every mode is all that PDF/UA asks for, and every check fails a PDF spoilt for it."""

import re
import subprocess
from collections.abc import Callable, Collection, Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from audit_report.files.mend_pdf_tags import mend_tags
from audit_report.files.pdf import SETTINGS
from audit_report.files.pdf_checks import CHECKS, what_it_lacks
from audit_report.files.pdf_tags import children, elements, parts
from audit_report.word.read_back.named_in_document import named_in_document
from tests.tools import find_tool
from tests.word.modes import MODES, in_councils_template

_OF_ALL_KINDS = "northmoor_2026"


REPORTS = {**MODES, "council's template": in_councils_template}


def made(modes: Collection[str], folder: Path) -> Mapping[str, bytes]:
    """The PDF of each mode's report, by LibreOffice in one run, as it is made for the program and then mended."""
    program, profile = find_tool("soffice", "install LibreOffice Writer"), folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    paths = {mode: folder / f"{number}.docx" for number, mode in enumerate(modes)}
    for mode, path in paths.items():
        path.write_bytes(REPORTS[mode]())
    command: list[str | Path] = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*command, "--outdir", folder, *paths.values()], check=True, capture_output=True, timeout=600
    )
    return {mode: _mended(path) for mode, path in paths.items()}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The PDF of a report with charts, lists, links and tables."""
    return made([_OF_ALL_KINDS], tmp_path_factory.mktemp("pdf"))[_OF_ALL_KINDS]


def _mended(document: Path) -> bytes:
    content = BytesIO()
    with pikepdf.open(document.with_suffix(".pdf")) as pdf:
        mend_tags(pdf, named_in_document(document.read_bytes()))
        pdf.save(content)
    return content.getvalue()


def test_every_pdf_is_all_that_is_asked_for(tmp_path: Path) -> None:
    lacking = {}
    for mode, content in made(REPORTS, tmp_path).items():
        with pikepdf.open(BytesIO(content)) as pdf:
            if lacks := what_it_lacks(pdf):
                lacking[mode] = lacks
    assert lacking == {}


def _first(pdf: Pdf, kind: str) -> Dictionary:
    return next(elements(pdf, kind))


def _language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def _title(pdf: Pdf) -> None:
    del pdf.docinfo["/Title"]


def _picture(pdf: Pdf) -> None:
    del _first(pdf, "/Figure").Alt


def _table(pdf: Pdf) -> None:
    table = _first(pdf, "/Table")
    table.A = Array([each for each in table.A if "/Summary" not in each])


def _headers(pdf: Pdf) -> None:
    for cell in list(elements(pdf, "/TH")):
        cell.S = Name.TD


def _scope(pdf: Pdf) -> None:
    del _first(pdf, "/TH").A


def _row(pdf: Pdf) -> None:
    row = _first(pdf, "/TR")
    row.K = Array(parts(row)[:-1])


def _label(pdf: Pdf) -> None:
    item = _first(pdf, "/LI")
    item.K = Array(children(item, "/LBody"))


def _heading(pdf: Pdf) -> None:
    _first(pdf, "/H2").S = Name.H3


def _link(pdf: Pdf) -> None:
    link = _first(pdf, "/Link")
    link.K = Array([each for each in parts(link) if not isinstance(each, Dictionary)])


def _link_words(pdf: Pdf) -> None:
    note = next(each for page in pdf.pages for each in page.get("/Annots", ()))
    del note.Contents


def _tab(pdf: Pdf) -> None:
    for page in pdf.pages:
        del page.Tabs


def _loose(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 m 10 10 l S")


def _loose_words(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"BT (word) Tj ET")


SPOILS: Mapping[str, tuple[Callable[[Pdf], None], str]] = {
    "language": (_language, "names no language"),
    "title": (_title, "does not show its title"),
    "picture": (_picture, "has a picture without words"),
    "table": (_table, "has a table without a title"),
    "headers": (_headers, "has a table without header cells"),
    "scope": (_scope, "has a header cell that does not say what it heads"),
    "row": (_row, "has a table whose rows differ in length"),
    "label": (_label, "has a list item without a label"),
    "heading": (_heading, "has a heading that skips a level"),
    "link": (_link, "has a link that cannot be told from the words around it"),
    "words of a link": (_link_words, "has a link that cannot be told from the words around it"),
    "tab": (_tab, "has links that the Tab key does not reach in order"),
    "lines": (_loose, "has something on page 1 that is neither tagged nor decoration"),
    "words": (_loose_words, "has something on page 1 that is neither tagged nor decoration"),
}


@pytest.mark.parametrize("spoilt", SPOILS)
def test_a_spoilt_pdf_fails_the_check_for_it(spoilt: str, sound: bytes) -> None:
    spoil, lack = SPOILS[spoilt]
    with pikepdf.open(BytesIO(sound)) as pdf:
        spoil(pdf)
        assert what_it_lacks(pdf) == [lack]


def test_every_check_is_shown_to_fail(sound: bytes) -> None:
    failing = set()
    for spoil, _ in SPOILS.values():
        with pikepdf.open(BytesIO(sound)) as pdf:
            spoil(pdf)
            failing |= {check for check in CHECKS if next(check(pdf), "")}
    assert failing == set(CHECKS)


READ_OUT = [
    (
        "Recommendation:",
        "Details",
        "Make sure that every assessment of a child in need is timely and led by the child's own experience",
    ),
    ("Recommendation:", "Where it stands", "Improvement Plan Status: On track"),
    ("Source:", "Details", "Inspection of children's services (ILACS)"),
    ("Source:", "Where it stands", "Priority: Priority 1"),
    ("Other relevant assessments:", "Details", "None"),
    ("Other relevant assessments:", "Where it stands", "Since last report: New"),
]
"""A box as a screen reader goes through it: the header of the row, that of the column, and the cell."""


def test_a_box_is_read_with_the_headers_of_its_row_and_column(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(sound)
    reader = find_tool("pdfinfo", "install poppler-utils")
    tags = subprocess.run(
        [reader, "-struct-text", path], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    box = re.split(r"^  Table", tags.partition('"Recommendation ILACS-1"')[2], flags=re.MULTILINE)[1]
    box = box.partition("\n  P ")[0]
    rows = [_cells(row) for row in re.split(r"^    TR", box, flags=re.MULTILINE)[1:]]
    titles = [words for _, words in rows[0]]
    assert {kind for kind, _ in rows[0]} == {"TH"}
    assert [[kind for kind, _ in row] for row in rows[1:]] == [["TH", "TD", "TD"]] * 3
    assert [
        (head, title, words)
        for (_, head), *cells in rows[1:]
        for title, (_, words) in zip(titles[1:], cells, strict=True)
    ] == READ_OUT


def _cells(row: str) -> list[tuple[str, str]]:
    """The kind of each cell of a row, and its words, from what pdfinfo prints."""
    _, *found = re.split(r"^      (T[HD])", row, flags=re.MULTILINE)
    words = (" ".join(" ".join(re.findall(r'"(.*)"', text)).split()) for text in found[1::2])
    return list(zip(found[::2], words, strict=True))
