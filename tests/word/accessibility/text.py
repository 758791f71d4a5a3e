"""Headings, paragraphs, lists and pictures: what a screen reader goes by."""

import re
from itertools import pairwise

from tests.word.accessibility.opened import Opened, find, value, values, words

_TYPED_MARK = re.compile(r"(?:[•·▪◦*–-]|\d{1,3}[.)]|[A-Za-z][.)])\s")
_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|bmp|emf|wmf|svg|tiff?)$", re.IGNORECASE)
_FEWEST_WORDS = 5
"""Of a picture's description: what it is and what it shows."""


def starts_with_its_only_title(document: Opened) -> list[str]:
    """One heading of level 1, which comes before anything else."""
    levels = [document.level(each) for each in find(document.body, ".//w:p")]
    return [] if levels[0] == 1 and levels.count(1) == 1 else ["level 1 is not for the title alone"]


def skips_no_heading_level(document: Opened) -> list[str]:
    """A heading is at most one level below the one before it."""
    headings = [each for each in find(document.body, ".//w:p") if document.level(each)]
    return [
        f"{words(below)!r} skips a level"
        for above, below in pairwise(headings)
        if document.level(below) > document.level(above) + 1
    ]


def has_no_empty_heading(document: Opened) -> list[str]:
    """Every heading says something."""
    return ["an empty heading" for each in document.paragraphs() if document.level(each) and not words(each)]


def has_no_bold_text_for_a_heading(document: Opened) -> list[str]:
    """No line of the text that is set in bold by hand and so looks like a heading."""
    return [
        f"{words(each)!r} is bold, not a heading"
        for each in find(document.body, "w:p[w:r and not(w:r[w:t][not(w:rPr/w:b)])]")
        if words(each)
    ]


def has_no_blank_paragraph(document: Opened) -> list[str]:
    """No paragraph that is only space; headings and cells without words are found by the checks on them."""
    blank = "not(.//w:drawing) and not(ancestor::w:tc[1][not(normalize-space())])"
    return [
        "a blank paragraph"
        for page in document.pages
        for each in find(page, f".//w:p[{blank}]")
        if not words(each) and not document.level(each)
    ]


def has_real_lists(document: Opened) -> list[str]:
    """No bullet or number that was typed: a list item is one by its style."""
    return [
        f"{words(each)!r} is no list item" for each in document.paragraphs() if _TYPED_MARK.match(words(each))
    ]


def describes_its_pictures(document: Opened) -> list[str]:
    """Every picture in words; a file's name is none."""
    complaints = []
    for page in document.pages:
        for about in find(page, ".//wp:docPr"):
            said = value(about, "@descr").strip()
            if len(said.split()) < _FEWEST_WORDS or _FILE_NAME.search(said):
                complaints.append(f"{value(about, '@name')} is described as {said!r}")
    return complaints


def has_pictures_in_the_text(document: Opened) -> list[str]:
    """No picture that floats beside the text, where reading order loses it."""
    floating = ".//wp:anchor | .//w:pict | .//w:object | .//w:framePr"
    return ["a floating picture" for page in document.pages for _ in find(page, floating)]


def is_not_justified(document: Opened) -> list[str]:
    """Spaces of one width."""
    stretched = "[@w:val='both' or @w:val='distribute']"
    return [
        "justified text"
        for part in (document.styles, *document.pages)
        for _ in find(part, f".//w:jc{stretched}")
    ]


def stresses_nothing_by_capitals_or_underlining(document: Opened) -> list[str]:
    """Only a link is underlined, and nothing is set in capitals."""
    stressed = ".//w:rPr/w:caps | .//w:rPr/w:smallCaps | .//w:rPr/w:u[not(@w:val='none')]"
    return [
        f"{each.tag.rpartition('}')[2]} for stress"
        for part in (document.styles, *document.pages)
        for each in find(part, stressed)
        if value(each, "ancestor::w:style/w:name/@w:val") != "Hyperlink"
        and "Hyperlink" not in values(each, "../w:rStyle/@w:val")
    ]


CHECKS = (
    starts_with_its_only_title,
    skips_no_heading_level,
    has_no_empty_heading,
    has_no_bold_text_for_a_heading,
    has_no_blank_paragraph,
    has_real_lists,
    describes_its_pictures,
    has_pictures_in_the_text,
    is_not_justified,
    stresses_nothing_by_capitals_or_underlining,
)
