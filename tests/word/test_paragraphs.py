"""Long text: its looks, links and lists, and the characters that XML minds."""

import pytest

from audit_report.report.blocks import Cell, Grid, Heading, Label, Labelled, Prose, Subtitle
from audit_report.schema.rich_text import Line, Mark, Run, plain
from tests.report.registers import rich
from tests.word.houses import Read, Styled, house
from tests.word.reading import body, find, paragraphs, part, text, values
from tests.word.samples import RICH, lines, of_blocks


def test_blocks_are_styles_not_looks() -> None:
    document = body(
        Heading(1, "Title"),
        Subtitle("April"),
        Label("Latest progress:"),
        Labelled("Delivery Lead:", "Ann Archer"),
        Prose(lines("Words")),
    )
    assert paragraphs(document) == [
        ("Heading1", "Title"),
        ("Subtitle", "April"),
        ("ReportLabel", "Latest progress:"),
        ("ReportLabelled", "Delivery Lead: Ann Archer"),
        ("Normal", "Words"),
    ]
    assert values(document, "//w:rStyle/@w:val") == ["ReportLabelText"]
    assert not find(document, "//w:rPr/w:b | //w:rPr/w:sz | //w:rPr/w:color | //w:jc | //w:spacing")


def test_bold_and_italic_are_kept() -> None:
    document = body(Prose(RICH[:1]))
    runs = find(document, "//w:r")
    assert [text(run) for run in runs] == ["Plain, ", "bold", " & ", "italic"]
    assert [bool(find(run, "w:rPr/w:b")) for run in runs] == [False, True, False, False]
    assert [bool(find(run, "w:rPr/w:i")) for run in runs] == [False, False, False, True]


def test_a_link_leads_to_its_address_which_is_held_once() -> None:
    report = of_blocks(Prose(RICH))
    links = find(part(report, "word/document.xml"), "//w:hyperlink")
    assert [text(link) for link in links] == ["the plan", "the plan again"]
    assert {values(link, "@r:id")[0] for link in links} == {"rLink1"}
    rels = part(report, "word/_rels/document.xml.rels")
    assert values(rels, "p:Relationship[@TargetMode='External']/@Target") == [
        "https://example.org/a%20b?x=1&y=%C3%A9"
    ]


@pytest.mark.parametrize(
    "address", ["ms-msdt:/id", "file:///c:/plan.docx", "javascript:alert(1)", "plan.docx"]
)
def test_an_address_that_nobody_may_follow_stays_words(address: str) -> None:
    report = of_blocks(Prose((Line((Run("See "), Run("the plan", link=address))),)))
    assert not find(part(report, "word/document.xml"), "//w:hyperlink | //w:rStyle[@w:val='Hyperlink']")
    assert text(part(report, "word/document.xml")) == "See the plan"
    assert not values(
        part(report, "word/_rels/document.xml.rels"), "p:Relationship[@TargetMode='External']/@Target"
    )


def counts(*blocks: Prose | Grid) -> list[tuple[str, str, str]]:
    """Each list item's words, its list's form, and where that list starts."""
    report = of_blocks(*blocks)
    numbering = part(report, "word/numbering.xml")
    found = []
    for item in find(part(report, "word/document.xml"), "//w:p[w:pPr/w:numPr]"):
        [number] = values(item, "w:pPr/w:numPr/w:numId/@w:val")
        [definition] = values(numbering, f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        form = values(numbering, f"w:abstractNum[@w:abstractNumId='{definition}']//w:numFmt/@w:val")
        found.append((text(item), form[0], number))
    return found


def test_each_numbered_list_starts_again() -> None:
    first, second, again, lettered = counts(Prose(RICH))
    assert first[:2] == ("First", "decimal")
    assert second[2] == first[2] != again[2]
    assert lettered[:2] == ("Lettered", "upperLetter")
    numbering = part(of_blocks(Prose(RICH)), "word/numbering.xml")
    starts = values(numbering, f"w:num[@w:numId='{again[2]}']//w:startOverride/@w:val")
    assert starts == ["1"]


def numbers_shown(*typed: str) -> list[str]:
    """What a reader of the document sees before each item that was typed with these numbers, paragraphs between."""
    items = (plain("Item", Mark.NUMBER, label) for label in typed)
    report = of_blocks(Prose(tuple(line for item in items for line in (item, plain("Between")))))
    numbering, counted, seen = part(report, "word/numbering.xml"), dict[str, int](), list[str]()
    for paragraph in find(part(report, "word/document.xml"), "//w:p[not(.='Between')]"):
        if number := "".join(values(paragraph, "w:pPr/w:numPr/w:numId/@w:val")):
            [start] = values(numbering, f"w:num[@w:numId='{number}']//w:startOverride/@w:val")
            counted[number] = counted.get(number, int(start) - 1) + 1
            seen.append(f"{counted[number]}.")
        else:
            seen.append(text(paragraph).removesuffix(" Item"))
    return seen


@pytest.mark.parametrize(
    "typed",
    [
        ("3.", "4.", "12."),
        ("1.", "2.", "3."),
        ("10)", "11)"),
        ("1.", "1.", "0.", "1."),
        ("a)", "(iv)", "2.1.", "007."),
        ("1.", "(a)", "2."),
    ],
)
def test_numbers_print_as_typed_whatever_stands_between(typed: tuple[str, ...]) -> None:
    assert numbers_shown(*typed) == list(typed)


def test_each_cell_counts_for_itself() -> None:
    steps = Cell(lines("One", "Two", mark=Mark.NUMBER))
    one, two, other, _ = counts(Grid("Steps", ("A", "B"), ((steps, steps),), (0.5, 0.5)))
    assert one[2] == two[2] != other[2]


def test_bullets_come_from_the_style() -> None:
    report = of_blocks(Prose(lines("One", mark=Mark.BULLET)))
    assert paragraphs(part(report, "word/document.xml")) == [("ListBullet", "One")]
    [number] = values(part(report, "word/styles.xml"), "w:style[@w:styleId='ListBullet']//w:numId/@w:val")
    assert values(part(report, "word/numbering.xml"), f"w:num[@w:numId='{number}']")


@pytest.mark.parametrize("words", ['R&D <b>"quoted"</b> \' & more', "  two spaces ", "Tŷ Ŵ – £1.2m €", "😀"])
def test_words_come_through_as_they_are(words: str) -> None:
    assert text(body(Heading(2, words))) == words
    assert text(body(Prose((plain(words),)))) == words


@pytest.mark.parametrize(
    ("words", "leftwards"),
    [
        ("The leaflet (“آمن الآن”) is out", ["آمن الآن"]),
        ("שלום", ["שלום"]),
        ("اردو, 12 ,زبان", ["اردو", "زبان"]),
        ("Tŷ Ŵ – £1.2m €", []),
    ],
)
def test_words_from_right_to_left_are_marked(words: str, leftwards: list[str]) -> None:
    document = body(Prose((Line((Run(words, bold=True),)),)))
    assert text(document) == words
    marked = find(document, "//w:r[w:rPr/w:rtl]")
    assert [text(run) for run in marked] == leftwards
    assert all(find(run, "w:rPr/w:bCs") for run in marked)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_characters_that_xml_cannot_hold_are_left_out(character: str) -> None:
    assert text(body(Prose((plain(f"be{character}fore"),)))) == "before"


def test_names_stay_together_and_with_a_short_last_paragraph() -> None:
    names = Labelled("Director accountable:", "Ann Archer"), Labelled("Delivery Lead:", "Ben Baker")
    document = body(Prose(lines("Long", "Short")), *names)
    assert [bool(find(each, "w:pPr/w:keepNext")) for each in find(document, "//w:p")] == [
        False,
        True,
        True,
        False,
    ]
    document = body(Prose(lines("A long paragraph. " * 50)), *names)
    assert [bool(find(each, "w:pPr/w:keepNext")) for each in find(document, "//w:p")] == [False, True, False]


def test_a_link_may_lie_between_words() -> None:
    line = Line((Run("See "), Run("here", link="https://example.org/"), Run(" first")))
    assert text(body(Prose((line,)))) == "See here first"


def test_a_sections_introduction_stays_with_its_first_recommendation() -> None:
    document = body(
        Heading(2, "C"), Prose(lines("What appears here.")), Heading(3, "R1"), Prose(lines("Yes."))
    )
    kept = [bool(find(each, "w:pPr/w:keepNext")) for each in find(document, "//w:p")]
    assert kept == [False, True, False, False]  # headings keep by their style


def test_items_stand_as_deep_as_they_are_typed() -> None:
    bullets = "• One\n    • Under it\n        • Under that\n• Two"
    numbers = "1. First\n    1. Inner\n    2. Inner\n2. Second"
    document = body(Prose(rich(f"{bullets}\n{numbers}")))
    levels = [values(each, "w:pPr/w:numPr/w:ilvl/@w:val") for each in find(document, "//w:p")]
    assert levels == [[], ["1"], ["2"], [], ["0"], ["1"], ["1"], ["0"]]


def test_items_stand_deeper_in_a_house_whose_lists_have_one_level(read: Read) -> None:
    report = of_blocks(Prose(rich("• One\n    • Under it")))
    styled = Styled(report, read(house()))
    [number] = values(styled.part("document"), "//w:numPr/w:numId/@w:val")
    [defined] = values(styled.part("numbering"), f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    levels = find(styled.part("numbering"), f"w:abstractNum[@w:abstractNumId='{defined}']/w:lvl")
    assert [int(each) for level in levels for each in values(level, "@w:ilvl")] == list(range(9))
    first, second, *_ = (int(values(level, "w:pPr/w:ind/@w:left")[0]) for level in levels)
    assert second > first
