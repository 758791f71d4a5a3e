"""A council's own template comes through as its designer would want: its table, colours, logo and foot, no numbers."""

from audit_report.palette import contrast
from tests.word.councils import COVER, GREEN, council, spoil_legibility
from tests.word.houses import Read, Styled
from tests.word.reading import find, values
from tests.word.samples import REPORT

NAVY = "16324F"


def styled(read: Read) -> Styled:
    return Styled(REPORT, read(council()))


def test_its_headings_number_nothing_and_say_so(read: Read) -> None:
    for level in (1, 2, 3):
        assert not find(styled(read).style(f"heading {level}"), ".//w:numPr")
    assert not find(styled(read).part("numbering"), "//w:pStyle[starts-with(@w:val, 'Heading')]")
    assert any("its headings are numbered" in each for each in read(council()).remarks)


def test_a_number_that_a_heading_has_from_the_style_below_goes_too(read: Read) -> None:
    made = council()
    heading = made.styles["Heading 2"].element
    heading.pPr.remove(heading.pPr.numPr)
    made.styles["Heading 2"].base_style = made.styles["Heading 1"]
    made.styles["Heading 1"].base_style = made.styles["List Number"]
    found = Styled(REPORT, read(made))
    assert values(found.style("heading 1"), ".//w:numPr/w:numId/@w:val") == ["0"]
    assert values(found.style("heading 2"), ".//w:numPr/w:numId/@w:val") == []


def test_its_table_style_is_that_of_the_reports_tables(read: Read) -> None:
    found = styled(read)
    for name in ("Report Grid", "Report Box"):
        style = found.style(name)
        assert values(style, "w:tblStylePr[@w:type='firstRow']/w:tcPr/w:shd/@w:fill") == [GREEN]
        assert values(style, "w:tblPr/w:tblBorders/w:top/@w:color") == [GREEN]
    unbanded = {
        kind: set(
            values(found.part("document"), f"//w:tblPr[w:tblStyle/@w:val='{kind}']/w:tblLook/@w:noHBand")
        )
        for kind in ("ReportGrid", "ReportBox")
    }
    assert unbanded == {"ReportGrid": {"0"}, "ReportBox": {"1"}}


def test_nothing_of_the_reports_own_navy_is_left(read: Read) -> None:
    sheet = styled(read).part("styles")
    ours = find(sheet, "w:style[starts-with(@w:styleId, 'Report')]")
    assert len(ours) > 20
    assert not [each for each in ours if NAVY in values(each, ".//@w:val | .//@w:fill | .//@w:color")]
    accents = read(council()).accents
    assert (accents.heading, accents.band) == (GREEN, GREEN)
    assert contrast(accents.band_letters, accents.band) >= 4.5


def test_its_logo_is_on_every_page_and_its_cover_stays_in_its_file(read: Read) -> None:
    found = styled(read)
    headers = [name for name in found.archive.namelist() if name.startswith("word/header")]
    assert headers
    assert all(b"<w:drawing>" in found.archive.read(name) for name in headers)
    assert not any(COVER.encode() in found.archive.read(name) for name in found.archive.namelist())
    assert found.running("footer") == {
        "default": "www.example.orgCorporate Services01234 567890Page 1 of 1",
        "first": "County HallPage 1 of 1",
    }


def test_letters_that_are_hard_to_read_are_remarked_on(read: Read) -> None:
    assert not any("letters" in each for each in read(council()).remarks if "Subtitle" not in each)
    made = council()
    spoil_legibility(made)
    small, faint = [each for each in read(made).remarks if each.startswith("these letters")]
    assert "“Normal” (9)" in small
    assert "“Heading 3” (1.7)" in faint
