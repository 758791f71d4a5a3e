"""The page as a file: the same every time, asking nothing of anybody, its words words, and honest about itself."""

import hashlib
from base64 import b64encode
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_report.palette import LEAST_CONTRAST, PALE, WHITE, Accents, contrast, legible
from audit_report.report.blocks import Cell, Grid, Heading, Prose, Report
from audit_report.report.provenance import NotAReportError
from audit_report.rules.headline_figures import Headline
from audit_report.schema.rich_text import Line, Mark, Run, plain
from audit_report.web import render
from audit_report.web.html_read_back import is_page, read_page
from audit_report.word import read_house_style
from tests.web.editions import HOSTILE, hostile
from tests.web.reading import even, one, texts, tree, values
from tests.word.houses import PURPLE, house
from tests.word.samples import CHARTED, DRAFT, PROVENANCE, RATINGS, REPORT, WELSH, box, of_blocks

FIGURES = replace(REPORT, provenance=replace(PROVENANCE, headline=Headline(8, 6, 1, 7, 0)))
REPORTS = {"report": REPORT, "draft": DRAFT, "welsh": WELSH, "charted": CHARTED, "figures": FIGURES}
COLOURS = st.text("0123456789ABCDEF", min_size=6, max_size=6)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_bytes(render(REPORT))
    return path


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(REPORT) == render(REPORT) != render(DRAFT)


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_page_says_what_it_is(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(render(report))
    read = read_page(path)
    assert is_page(path)
    assert read.made_from == report.provenance
    assert (read.title, read.subject, read.draft_mark) == (report.title, report.subject, report.draft_mark)
    assert read.is_page
    assert not read.edited


def test_other_line_ends_are_no_change(written: Path) -> None:
    written.write_bytes(written.read_bytes().replace(b"\n", b"\r\n"))
    assert not read_page(written).edited


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (b"Keep case records", b"Keep no case records"),
        (b"2010-04-30", b"2010-04-29"),
        (b"https://example.org", b"https://example.com"),
        (b"--page: #FFFFFF", b"--page: #EEEEEE"),
        (b"</main>", b"</main><!-- -->"),
    ],
)
def test_any_other_change_is_one(was: bytes, now: bytes, written: Path) -> None:
    content = written.read_bytes()
    assert was in content
    written.write_bytes(content.replace(was, now, 1))
    assert read_page(written).edited


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!doctype html><html><head><style></style></head></html>",
        b"PK\x03\x04",
        b"\xff\xfe<\0!\0",
        b"<style",
    ],
)
def test_another_file_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "other.html"
    path.write_bytes(content)
    with pytest.raises(NotAReportError, match="not a report that audit-report built"):
        read_page(path)


@settings(deadline=None)
@given(st.data())
def test_a_page_spoiled_anywhere_is_changed_or_refused(data: st.DataObject) -> None:
    page = render(REPORT)
    at = data.draw(st.integers(0, len(page) - 1))
    piece = data.draw(st.binary(max_size=3))
    spoiled = page[:at] + piece + page[at + data.draw(st.integers(0, 40)) :]
    with TemporaryDirectory() as folder:
        path = Path(folder, "report.html")
        path.write_bytes(spoiled)
        with suppress(NotAReportError):
            assert read_page(path).edited or spoiled.replace(b"\r\n", b"\n") == page


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert not is_page(tmp_path / "none.html")
    with pytest.raises(NotAReportError, match="cannot be opened"):
        read_page(tmp_path / "none.html")


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_the_page_is_whole_in_itself(report: Report) -> None:
    page = render(report)
    assert tree(page).tag == "html"
    assert values(page, "/html/@lang") == [report.language]
    assert not tree(page).xpath("//script | //link | //img | //iframe | //object | //form | //base")
    assert not values(page, "//@style | //@*[starts-with(name(), 'on')] | //@src")
    [style] = tree(page).xpath("//style")
    digest = b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    [policy] = values(page, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_hostile_words_are_words() -> None:
    tame, wild = (
        [each.tag for each in tree(render(report)).iter() if each.tag != "wbr"]  # stands after a word's "/"
        for report in (DRAFT, hostile(DRAFT))
    )
    assert wild == tame
    assert texts(render(hostile(DRAFT)), "//h1") == [even(DRAFT.title + HOSTILE)]


def test_characters_that_html_forbids_are_left_out() -> None:
    report = of_blocks(Heading(1, "a\x00b\x0bc\x85d\ufffe\ud800e"))
    assert texts(render(report), "//h1") == ["abcde"]


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("https://example.org/a b?x=1&y=é#z", "https://example.org/a%20b?x=1&y=%C3%A9#z"),
        ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
        ("mailto:clerk@northshire.example", "mailto:clerk@northshire.example"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)//https://example.org", None),
        ("data:text/html,<script>alert(1)</script>", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("\\\\server\\share", None),
        ("//example.org", None),
        ("Sheet1!A1", None),
        ('https://example.org/"onclick="alert(1)', "https://example.org/%22onclick=%22alert(1)"),
    ],
)
def test_only_addresses_of_the_web_and_of_mail_become_links(typed: str, leads: str | None) -> None:
    page = render(of_blocks(Heading(1, "Title"), Prose((Line((Run("see "), Run("it", link=typed))),))))
    assert values(page, "//main//a/@href") == ([leads] if leads else [])
    assert texts(page, "//main/p")[0] == "see it"


def test_a_link_of_several_looks_is_one() -> None:
    runs = (Run("the ", link="https://example.org"), Run("plan", bold=True, link="https://example.org"))
    page = render(of_blocks(Heading(1, "Title"), Prose((Line(runs),))))
    assert texts(page, "//main//a") == ["the plan"]
    assert texts(page, "//a/strong") == ["plan"]


def test_headings_of_one_name_have_a_place_each() -> None:
    headings = (Heading(2, text) for text in ("Annex 1", "Annex 1", "№", "報告", "report"))
    page = render(of_blocks(Heading(1, "Title"), *headings))
    assert values(page, "//h2/@id") == ["annex-1", "annex-1-2", "no", "place", "report-2"]


def test_a_table_heads_its_rows_and_columns() -> None:
    page = render(of_blocks(Heading(1, "Title"), RATINGS, box()))
    assert values(page, "//table[1]//thead//th/@scope") == ["col", "col"]
    assert set(values(page, "//tbody//th/@scope")) == {"row"}
    assert texts(page, "//table[@class='box']//th")[:4] == [
        "Item",
        "Details",
        "Where it stands",
        "Recommendation:",
    ]
    assert texts(
        page, "//td[p[contains(@class, 'rating-red')]] | //th[p[contains(@class, 'rating-red')]]"
    ) == ["Red"]


def test_a_ref_that_heads_a_row_stays_on_one_line() -> None:
    """A browser breaks a line at the hyphen of AAR-S1 where a column is narrow, as on paper."""
    refs = [Cell((plain(words),), heads_row=True) for words in ("AAR-S1", "Adult social care", "x" * 17)]
    page = render(
        of_blocks(
            Heading(1, "Title"),
            Grid("Refs", ("Ref",), tuple((ref,) for ref in refs), (1,)),
            Prose((plain("End"),)),
        )
    )
    assert texts(page, "//th[@class='ref']") == ["AAR-S1"]


def test_lists_number_themselves_from_their_beginning() -> None:
    page = render(REPORT)
    assert texts(page, "//main/ol[not(@type)]/li") == ["First", "Second", "First again"]
    assert texts(page, "//main/ol[@type='A']/li") == ["Lettered"]


def test_items_print_the_number_typed_and_stand_in_the_item_they_come_under() -> None:
    items = (
        plain("three", Mark.NUMBER, "3."),
        plain("four", Mark.NUMBER, "4."),
        plain("deeper", Mark.BULLET, level=1),
        plain("twelve", Mark.NUMBER, "12."),
        plain("lettered", Mark.NUMBER, "(a)"),
        plain("thirteen", Mark.NUMBER, "13."),
    )
    page = render(of_blocks(Heading(1, "Title"), Prose(items)))
    assert values(page, "//main/ol/li/@value") == ["3", "12", "13"]
    assert texts(page, "//main/ol/li[2]/ul/li") == ["deeper"]
    assert texts(page, "//main/*") == ["threefourdeepertwelve", "(a) lettered", "thirteen"]


def test_bars_are_as_long_as_their_figures() -> None:
    page = render(CHARTED)
    bars = "//svg[1]//*[local-name()='rect' and @class='panel']"
    assert values(page, f"({bars})/@width")[:3] == ["66.67%", "33.33%", "100.00%"]
    assert texts(page, "//*[@class='number']") == ["2", "1", "3"]
    assert values(page, "//*[@class='span']/@x") == ["0.00%", "33.33%"]
    assert values(page, "//*[@class='span']/@width") == ["33.33%", "66.67%"]


def test_a_houses_colours_are_the_pages(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    house().save(str(path))
    accents = read_house_style(path).accents
    assert accents.heading == accents.band == PURPLE
    style = one(render(REPORT, accents), "//style").text
    assert f"--heading: #{PURPLE};" in style
    assert f"--band: #{PURPLE};" in style


@given(COLOURS, COLOURS)
def test_any_colour_is_made_legible(colour: str, ground: str) -> None:
    assert contrast(legible(colour, ground), ground) >= min(
        LEAST_CONTRAST, max(contrast(each, ground) for each in (WHITE, "000000"))
    )


@pytest.mark.parametrize("colour", ["16324F", "0B4F9E", "C00000"])
def test_a_colour_that_is_legible_stays(colour: str) -> None:
    assert legible(colour, PALE) == colour


def test_pale_accents_are_darkened() -> None:
    style = one(render(REPORT, Accents("FFFF00", "FFFF00", "FFFFFF", "FFFF00")), "//style").text
    light, dark = style.split("@media", 1)
    assert "FFFF00" not in light.replace("--band: #FFFF00", "")
    assert "--band-letters: #FFFFFF" not in light
    assert "--heading: #FFFF00" in dark


def test_a_title_leaves_out_what_there_is_none_of() -> None:
    page = render(replace(REPORT, subject="", author=""))
    assert texts(page, "//title") == ["Improvement Activity"]
