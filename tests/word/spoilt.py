"""Documents spoilt on purpose, each in one way, to show that the check it should fail finds it."""

from collections.abc import Callable, Mapping
from copy import deepcopy

from lxml import etree

from tests.word.accessibility.opened import NAMESPACES, Opened, find

W = f"{{{NAMESPACES['w']}}}"

Spoil = Callable[[Opened], None]


def _of(part: str, path: str, **attributes: str) -> Spoil:
    """Give the first element on a path these attributes, in its own namespace."""

    def spoil(document: Opened) -> None:
        element = find(document.parts[part], path)[0]
        prefix = element.tag.partition("}")[0] + "}"
        for name, value in attributes.items():
            own = prefix if prefix == W else ""
            element.set(f"{own}{name}", value)

    return spoil


def _text(part: str, path: str, text: str) -> Spoil:
    """Put other words into the first element on a path."""

    def spoil(document: Opened) -> None:
        find(document.parts[part], path)[0].text = text

    return spoil


def _without(part: str, path: str) -> Spoil:
    """Take away the first element on a path."""

    def spoil(document: Opened) -> None:
        element = find(document.parts[part], path)[0]
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return spoil


def _with(part: str, path: str, tag: str, **attributes: str) -> Spoil:
    """Add an element at the end of the first one on a path."""

    def spoil(document: Opened) -> None:
        etree.SubElement(
            find(document.parts[part], path)[0],
            W + tag,
            {W + name: value for name, value in attributes.items()},
        )

    return spoil


def _twice(path: str) -> Spoil:
    """Put a copy of the first element on a path after it."""

    def spoil(document: Opened) -> None:
        element = find(document.body, path)[0]
        element.addnext(deepcopy(element))

    return spoil


def _all_bold(document: Opened) -> None:
    for run in find(find(document.body, f"w:p[{_PLAIN}]")[0], "w:r"):
        look = etree.Element(f"{W}rPr")
        look.append(etree.Element(f"{W}b"))
        run.insert(0, look)


def _afloat(document: Opened) -> None:
    picture = find(document.body, ".//wp:inline")[0]
    picture.tag = picture.tag.replace("inline", "anchor")


def _nested(document: Opened) -> None:
    cell = find(document.body, "w:tbl[1]/w:tr[2]/w:tc[1]")[0]
    cell.insert(1, deepcopy(find(document.body, "w:tbl[2]")[0]))


def _same_titles(document: Opened) -> None:
    first, second = find(document.body, "w:tbl[1]/w:tr[1]/w:tc")[:2]
    first.getparent().replace(first, deepcopy(second))  # type: ignore[union-attr]


def _alike(document: Opened) -> None:
    _of(_STYLES, f"{_GREEN}/w:pPr/w:shd", fill="0A5C36")(document)
    _of(_STYLES, f"{_GREEN}/w:rPr/w:color", val="FFFFFF")(document)


def _bars_alike(document: Opened) -> None:
    """The second series as dark as the first, its numbers white."""
    _of(_CHART, f"{_SECOND}/c:spPr/a:solidFill/a:srgbClr", val="0A5C36")(document)
    _of(_CHART, f"{_SECOND}/c:dLbls/c:txPr//a:srgbClr", val="FFFFFF")(document)


_DOCUMENT, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_SETTINGS, _CHART, _FOOTER = "word/settings.xml", "word/charts/chart1.xml", "word/footer1.xml"
_PLAIN = "w:pPr/w:pStyle/@w:val='Normal' and not(w:pPr/w:sectPr)"
_FIRST_PLAIN = f"w:body/w:p[{_PLAIN}][1]"
_GREEN = "w:style[w:name/@w:val='Report Status Green']"
_SECOND = "//c:ser[2]"
_ROW, _CELL = "w:body/w:tbl[1]/w:tr[2]", "w:body/w:tbl[1]/w:tr[2]/w:tc[2]"
_HEADING_2 = "w:body/w:p[w:pPr/w:pStyle/@w:val='Heading2']"
_STYLE_OF_HEADING_2 = f"{_HEADING_2}[1]/w:pPr/w:pStyle"

SPOILS: Mapping[str, tuple[str, Spoil]] = {
    "a file's name for a title": ("has_a_title", _text(_CORE, "dc:title", "report.docx")),
    "no title": ("has_a_title", _without(_CORE, "dc:title")),
    "another language": ("has_a_language", _of(_STYLES, "w:docDefaults//w:lang", val="en-US")),
    "words of another language": ("has_a_language", _with(_DOCUMENT, f"{_FIRST_PLAIN}/w:r", "lang", val="fr-FR")),
    "the library's author": ("is_its_authors", _text(_CORE, "dc:creator", "python-docx")),
    "the library's date": ("is_its_authors", _text(_CORE, "dcterms:created", "2013-12-23T23:15:00Z")),
    "protection": ("is_not_protected", _with(_SETTINGS, ".", "documentProtection", edit="readOnly")),
    "US Letter": ("is_on_a4", _of(_DOCUMENT, "//w:pgSz", w="12240", h="15840")),
    "no page number": ("numbers_its_pages", _of(_FOOTER, "//w:fldSimple[1]", instr=" DATE ")),
    "two titles": ("starts_with_its_only_title", _of(_DOCUMENT, f"{_HEADING_2}[3]/w:pPr/w:pStyle", val="Heading1")),
    "a level skipped": ("skips_no_heading_level", _of(_DOCUMENT, _STYLE_OF_HEADING_2, val="Heading3")),
    "an empty heading": ("has_no_empty_heading", _without(_DOCUMENT, f"{_HEADING_2}[1]/w:r")),
    "bold for a heading": ("has_no_bold_text_for_a_heading", _all_bold),
    "space by a blank paragraph": ("has_no_blank_paragraph", _without(_DOCUMENT, f"{_FIRST_PLAIN}/w:r")),
    "a typed bullet": ("has_real_lists", _text(_DOCUMENT, f"{_FIRST_PLAIN}/w:r/w:t", "• A point")),
    "a typed number": ("has_real_lists", _text(_DOCUMENT, f"{_FIRST_PLAIN}/w:r/w:t", "2) A point")),
    "a picture without words": ("describes_its_pictures", _of(_DOCUMENT, "//wp:docPr", descr="")),
    "a file's name for a picture": ("describes_its_pictures", _of(_DOCUMENT, "//wp:docPr", descr="The chart in chart1.png")),
    "a floating picture": ("has_pictures_in_the_text", _afloat),
    "justified text": ("is_not_justified", _with(_STYLES, "w:style[@w:styleId='Normal']/w:pPr", "jc", val="both")),
    "underlined words": ("stresses_nothing_by_capitals_or_underlining", _with(_STYLES, "w:style[@w:styleId='ReportLabel']/w:rPr", "u", val="single")),
    "capitals": ("stresses_nothing_by_capitals_or_underlining", _with(_STYLES, "w:style[@w:styleId='ReportLabel']/w:rPr", "caps")),
    "no header row": ("has_a_header_row", _without(_DOCUMENT, "//w:tblHeader")),
    "a second header row": ("has_a_header_row", _with(_DOCUMENT, f"{_ROW}/w:trPr", "tblHeader")),
    "a header row not named": ("says_that_its_first_row_is_a_header", _of(_DOCUMENT, "//w:tblLook", firstRow="0")),
    "merged cells": ("has_no_merged_cells", _with(_DOCUMENT, f"{_CELL}/w:tcPr", "vMerge")),
    "a nested table": ("is_in_no_other_table", _nested),
    "a floating table": ("does_not_float", _with(_DOCUMENT, "//w:tblPr", "tblpPr")),
    "a cell too few": ("has_all_its_cells", _without(_DOCUMENT, _CELL)),
    "an empty cell": ("has_no_empty_cell", _without(_DOCUMENT, f"{_CELL}/w:p/w:r")),
    "a row that splits": ("keeps_short_rows_whole", _without(_DOCUMENT, f"{_ROW}/w:trPr/w:cantSplit")),
    "two columns alike": ("tells_its_columns_apart", _same_titles),
    "no caption": ("has_a_caption", _without(_DOCUMENT, "//w:tblCaption")),
    "tables that touch": ("stands_apart", _twice("w:tbl[1]")),
    "no paragraph to end a cell": ("ends_its_cells_in_paragraphs", _with(_DOCUMENT, _CELL, "bookmarkEnd", id="0")),
    "small text": ("has_text_of_a_legible_size", _of(_STYLES, "w:style[@w:styleId='Normal']/w:rPr/w:sz", val="22")),
    "small text in a table": ("has_text_of_a_legible_size", _of(_STYLES, "w:style[@w:styleId='ReportTableText']/w:rPr/w:sz", val="18")),
    "small text in a chart": ("has_charts_of_a_legible_size", _of(_CHART, "//a:defRPr", sz="800")),
    "pale headings": ("stands_out_from_its_ground", _of(_STYLES, "w:style[@w:styleId='Heading2']/w:rPr/w:color", val="8A96A3")),
    "pale labels": ("stands_out_from_its_ground", _of(_STYLES, "w:style[@w:styleId='ReportTableLabel']/w:rPr/w:color", val="777777")),
    "pale numbers in a chart": ("has_charts_whose_numbers_stand_out", _of(_CHART, f"{_SECOND}/c:dLbls//a:srgbClr", val="8CC5A0")),
    "ratings alike in grey": ("tells_ratings_apart_in_grey", _alike),
    "bars alike in grey": ("tells_bars_apart_in_grey", _bars_alike),
}  # fmt: skip
"""Each way to spoil a document, with the one check that it fails."""
