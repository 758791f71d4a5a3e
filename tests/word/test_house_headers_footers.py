"""What pages carry at the top and the foot in a house's style: its own, safe, and never without what must be there."""

import pytest
from docx.oxml.ns import qn
from lxml import etree

from tests.word.houses import ELSEWHERE, NAME, Read, Styled, add_logo, full_house, house, write
from tests.word.reading import find, text, values
from tests.word.samples import DRAFT, REPORT


def test_each_kind_of_page_carries_its_own(read: Read) -> None:
    styled = Styled(DRAFT, read(full_house()))

    assert styled.running("header", 0) == {
        "default": f"DRAFT{NAME} Our site",
        "even": "DRAFTOn the left",
        "first": "DRAFTThe first page",
    }
    assert styled.running("header", 1)["default"] == "DRAFTOn wide pages"
    assert styled.running("header", 2)["default"] == f"DRAFT{NAME} Our site"
    own = "Improvement Activity, April 2010Page 1 of 1"  # where the house has nothing at the foot
    assert styled.running("footer") == {"default": "Corporate Services, page 1", "even": own, "first": own}
    first, *others = find(styled.part("document"), "//w:sectPr")
    assert find(first, "w:titlePg")
    assert not any(find(each, "w:titlePg") for each in others)
    assert find(styled.part("settings"), "w:evenAndOddHeaders")


def test_a_draft_is_marked_where_the_house_leaves_a_page_bare(read: Read) -> None:
    made = house()
    made.sections[0].different_first_page_header_footer = True
    style = read(made)
    assert Styled(DRAFT, style).running("header")["first"] == "DRAFT"
    assert "first" not in Styled(REPORT, style).running("header")


def test_a_house_without_a_header_keeps_the_reports_own(read: Read) -> None:
    made = house()
    write(made.sections[0].header, "  ")
    assert Styled(REPORT, read(made)).running("header") == {"default": REPORT.header}
    logo = house()
    write(logo.sections[0].header, "")
    add_logo(logo)
    assert Styled(REPORT, read(logo)).running("header") == {"default": ""}


def test_a_footer_without_the_page_number_is_kept_and_given_one(read: Read) -> None:
    made = house()
    write(made.sections[0].footer, "Corporate Services")
    style = read(made)
    styled = Styled(REPORT, style)
    assert styled.running("footer") == {"default": "Corporate ServicesPage 1 of 1"}
    assert values(styled.part("footer1"), "//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]
    assert any("its footer has no page number" in remark for remark in style.remarks)
    assert not any("footer" in remark for remark in read(house()).remarks)


def tabs(part: etree._Element) -> list[tuple[str, int]]:
    stops = find(part, "//w:pPr/w:tabs/w:tab")
    return [(each.get(qn("w:val"), ""), int(each.get(qn("w:pos"), ""))) for each in stops]


def test_the_reports_own_footer_clears_the_tab_stops_of_the_houses_style(read: Read) -> None:
    made = house()
    write(made.sections[0].footer, "")
    footer = Styled(REPORT, read(made)).part("footer1")
    assert tabs(footer) == [("clear", 4680), ("right", 11906 - 2 * 1701), ("clear", 9360)]


def test_what_a_footer_has_at_a_tab_stands_in_its_place_on_wide_pages(read: Read) -> None:
    made = house()
    write(made.sections[0].footer, "www.example.org\tServices\tTelephone ", field="PAGE")
    styled = Styled(REPORT, read(made))
    share = (16838 - 2 * 1701) / (11906 - 2 * 1701)
    assert tabs(styled.part("footer1")) == []
    assert tabs(styled.part("footer2")) == [
        ("clear", 4680),
        ("center", round(4680 * share)),
        ("clear", 9360),
        ("right", round(9360 * share)),
    ]


def test_a_logo_comes_along_and_nothing_that_leads_elsewhere(read: Read) -> None:
    styled = Styled(REPORT, read(full_house()))
    names = styled.archive.namelist()

    assert len([name for name in names if name.endswith(".png")]) == 1
    assert not any("vba" in name or "embeddings" in name for name in names)
    rels = [styled.archive.read(name).decode() for name in names if name.endswith(".rels")]
    assert not any(ELSEWHERE in each for each in rels)
    header = next(styled.part(f"header{n}") for n in (1, 2, 3) if NAME in text(styled.part(f"header{n}")))
    assert text(header) == f"{NAME} Our site"
    assert not find(header, "//w:hyperlink | //w:object | //w:pict")
    assert len(find(header, "//w:drawing")) == 1


def test_a_picture_whose_number_is_none_is_numbered(read: Read) -> None:
    made = house()
    add_logo(made)
    [drawing] = [each for each in made.sections[0].header._element.iter() if each.tag.endswith("}docPr")]
    drawing.set("id", "x")
    header = Styled(REPORT, read(made)).part("header1")
    assert values(header, "//*[local-name()='docPr']/@id") == ["1000000"]


@pytest.mark.parametrize("field", ["INCLUDETEXT other.docx", "hyperlink page", "DDE Excel tracker"])
def test_a_field_that_fetches_keeps_what_it_last_showed(field: str, read: Read) -> None:
    made = house()
    write(made.sections[0].header, "Version ", field=field)
    styled = Styled(REPORT, read(made))
    assert styled.running("header") == {"default": "Version 1"}
    assert not find(styled.part("header1"), "//w:instrText | //w:fldChar")
