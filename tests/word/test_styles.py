"""The looks: legible in colour and in grey, and each one that the document names is there."""

from itertools import combinations

import pytest

from audit_report import palette
from audit_report.model.scales import Colour, Shade
from audit_report.palette import contrast
from audit_report.report.blocks import Rating
from audit_report.word import styles
from tests.word.colours import grey
from tests.word.reading import find, part, values
from tests.word.samples import DRAFT


def test_the_measure_of_contrast_is_the_known_one() -> None:
    assert contrast("FFFFFF", "FF0000") == pytest.approx(4.0, abs=0.05)
    assert contrast("FFFFFF", "C00000") == pytest.approx(6.5, abs=0.05)


@pytest.mark.parametrize("style", styles.PARAGRAPH_STYLES, ids=lambda style: style.name)
def test_text_stands_out_from_what_it_is_printed_on(style: styles.ParagraphStyle) -> None:
    colour = style.colour or palette.INK
    grounds = [style.fill] if style.fill else [palette.WHITE, palette.PALE]
    assert all(contrast(colour, ground) >= 4.5 for ground in grounds)


@pytest.mark.parametrize("style", styles.CHARACTER_STYLES, ids=lambda style: style.name)
def test_words_stand_out_from_what_they_are_printed_on(style: styles.CharacterStyle) -> None:
    assert all(
        contrast(style.colour or palette.INK, ground) >= 4.5 for ground in (palette.WHITE, palette.PALE)
    )


@pytest.mark.parametrize(
    "family", [[Colour.RED, Colour.BLUE, Colour.AMBER, Colour.GREEN], list(Shade)], ids=["status", "priority"]
)
def test_ratings_differ_in_grey(family: list[Rating]) -> None:
    shades = [grey(palette.RATINGS[rating].fill) for rating in family]
    assert shades == sorted(shades)
    assert all(abs(one - other) > 0.1 for one, other in combinations(shades, 2))


def test_text_is_large_enough() -> None:
    assert styles.NORMAL.size == 12
    assert all((style.size or styles.BODY_SIZE) >= 10 for style in styles.PARAGRAPH_STYLES)


def test_every_style_named_is_there() -> None:
    sheet = part(DRAFT, "word/styles.xml")
    known = set(values(sheet, "w:style/@w:styleId"))
    named = set(values(sheet, "w:style/w:basedOn/@w:val | w:style/w:next/@w:val"))
    for name in ("document", "header1", "footer1", "footer2", "numbering"):
        named.update(values(part(DRAFT, f"word/{name}.xml"), "//w:pStyle/@w:val | //w:rStyle/@w:val"))
    named.update(values(part(DRAFT, "word/document.xml"), "//w:tblStyle/@w:val"))
    assert named <= known


def test_headings_are_words_own() -> None:
    sheet = part(DRAFT, "word/styles.xml")
    for level in (1, 2, 3):
        path = f"w:style[@w:styleId='Heading{level}']"
        assert values(sheet, f"{path}/w:name/@w:val") == [f"heading {level}"]
        assert values(sheet, f"{path}/w:pPr/w:outlineLvl/@w:val") == [str(level - 1)]
        assert find(sheet, f"{path}/w:pPr/w:keepNext")
    assert not values(sheet, "//w:rFonts/@w:asciiTheme | //w:color/@w:themeColor")
