"""Ways to spoil a document, each such that one check alone finds it."""

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
    first.getparent().replace(first, deepcopy(second))  # type: ignore[union-attr]  # a cell has a row


def _alike(document: Opened) -> None:
    """Green as dark as red, its words white."""
    _of(_STYLES, f"{_GREEN}/w:pPr/w:shd", fill="0A5C36")(document)
    _of(_STYLES, f"{_GREEN}/{_COLOUR}", val="FFFFFF")(document)


def _bars_alike(document: Opened) -> None:
    """The second series as dark as the first, its numbers white."""
    _of(_CHART, "//c:ser[2]/c:spPr/a:solidFill/a:srgbClr", val="0A5C36")(document)
    _of(_CHART, _NUMBERS, val="FFFFFF")(document)


_DOCUMENT, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_SETTINGS, _CHART, _FOOTER = "word/settings.xml", "word/charts/chart1.xml", "word/footer1.xml"
_PLAIN = "w:pPr/w:pStyle/@w:val='Normal' and not(w:pPr/w:sectPr)"
_RUN = f"w:body/w:p[{_PLAIN}][1]/w:r"
_HEADING_2 = "w:body/w:p[w:pPr/w:pStyle/@w:val='Heading2']"
_ROW, _CELL = "w:body/w:tbl[1]/w:tr[2]", "w:body/w:tbl[1]/w:tr[2]/w:tc[2]"
_NUMBERS = "//c:ser[2]/c:dLbls/c:txPr//a:srgbClr"
_NORMAL, _LABEL, _TABLE_TEXT, _TABLE_LABEL, _TITLE_2, _GREEN = (
    f"w:style[w:name/@w:val='{name}']"
    for name in (
        "Normal",
        "Report Label",
        "Report Table Text",
        "Report Table Label",
        "heading 2",
        "Report Status Green",
    )
)
_SIZE, _COLOUR = "w:rPr/w:sz", "w:rPr/w:color"

SPOILS: Mapping[str, Mapping[str, Spoil]] = {
    "has_a_title": {
        "no title": _without(_CORE, "dc:title"),
        "a file's name for a title": _text(_CORE, "dc:title", "report.docx"),
    },
    "has_a_language": {
        "another language": _of(_STYLES, "w:docDefaults//w:lang", val="en-US"),
        "words of another language": _with(_DOCUMENT, _RUN, "lang", val="fr-FR"),
    },
    "is_its_authors": {
        "the library's author": _text(_CORE, "dc:creator", "python-docx"),
        "the library's date": _text(_CORE, "dcterms:created", "2013-12-23T23:15:00Z"),
    },
    "is_not_protected": {"protection": _with(_SETTINGS, ".", "documentProtection", edit="readOnly")},
    "is_on_a4": {"US Letter": _of(_DOCUMENT, "//w:pgSz", w="12240", h="15840")},
    "numbers_its_pages": {"no page number": _of(_FOOTER, "//w:fldSimple[1]", instr=" DATE ")},
    "starts_with_its_only_title": {
        "two titles": _of(_DOCUMENT, f"{_HEADING_2}[3]/w:pPr/w:pStyle", val="Heading1")
    },
    "skips_no_heading_level": {
        "a level skipped": _of(_DOCUMENT, f"{_HEADING_2}[1]/w:pPr/w:pStyle", val="Heading3")
    },
    "has_no_empty_heading": {"an empty heading": _without(_DOCUMENT, f"{_HEADING_2}[1]/w:r")},
    "has_no_bold_text_for_a_heading": {"bold for a heading": _all_bold},
    "has_no_blank_paragraph": {"space by a blank paragraph": _without(_DOCUMENT, _RUN)},
    "has_real_lists": {
        "a typed bullet": _text(_DOCUMENT, f"{_RUN}/w:t", "• A point"),
        "a typed number": _text(_DOCUMENT, f"{_RUN}/w:t", "2) A point"),
    },
    "describes_its_pictures": {
        "a picture without words": _of(_DOCUMENT, "//wp:docPr", descr=""),
        "a file's name for a picture": _of(
            _DOCUMENT, "//wp:docPr", descr="The picture in the file chart1.png"
        ),
    },
    "has_pictures_in_the_text": {"a floating picture": _afloat},
    "is_not_justified": {"justified text": _with(_STYLES, f"{_NORMAL}/w:pPr", "jc", val="both")},
    "stresses_nothing_by_capitals_or_underlining": {
        "underlined words": _with(_STYLES, f"{_LABEL}/w:rPr", "u", val="single"),
        "capitals": _with(_STYLES, f"{_LABEL}/w:rPr", "caps"),
    },
    "has_a_header_row": {
        "no header row": _without(_DOCUMENT, "//w:tblHeader"),
        "a second header row": _with(_DOCUMENT, f"{_ROW}/w:trPr", "tblHeader"),
    },
    "says_that_its_first_row_is_a_header": {
        "a header row not named": _of(_DOCUMENT, "//w:tblLook", firstRow="0")
    },
    "has_no_merged_cells": {
        "cells merged downwards": _with(_DOCUMENT, f"{_CELL}/w:tcPr", "vMerge"),
        "cells merged sideways": _with(_DOCUMENT, f"{_CELL}/w:tcPr", "gridSpan", val="2"),
    },
    "is_in_no_other_table": {"a nested table": _nested},
    "does_not_float": {"a floating table": _with(_DOCUMENT, "//w:tblPr", "tblpPr")},
    "has_all_its_cells": {"a cell too few": _without(_DOCUMENT, _CELL)},
    "has_no_empty_cell": {"an empty cell": _without(_DOCUMENT, f"{_CELL}/w:p/w:r")},
    "keeps_short_rows_whole": {"a row that splits": _without(_DOCUMENT, f"{_ROW}/w:trPr/w:cantSplit")},
    "tells_its_columns_apart": {"two columns alike": _same_titles},
    "has_a_caption": {"no caption": _without(_DOCUMENT, "//w:tblCaption")},
    "stands_apart": {"tables that touch": _twice("w:tbl[1]")},
    "ends_its_cells_in_paragraphs": {
        "no paragraph to end a cell": _with(_DOCUMENT, _CELL, "bookmarkEnd", id="0")
    },
    "has_text_of_a_legible_size": {
        "small text": _of(_STYLES, f"{_NORMAL}/{_SIZE}", val="22"),
        "small text in a table": _of(_STYLES, f"{_TABLE_TEXT}/{_SIZE}", val="18"),
    },
    "has_charts_of_a_legible_size": {"small text in a chart": _of(_CHART, "//a:defRPr", sz="800")},
    "stands_out_from_its_ground": {
        "pale headings": _of(_STYLES, f"{_TITLE_2}/{_COLOUR}", val="8A96A3"),
        "pale labels": _of(_STYLES, f"{_TABLE_LABEL}/{_COLOUR}", val="777777"),
    },
    "has_charts_whose_numbers_stand_out": {"pale numbers in a chart": _of(_CHART, _NUMBERS, val="8CC5A0")},
    "tells_ratings_apart_in_grey": {"ratings alike in grey": _alike},
    "tells_bars_apart_in_grey": {"bars alike in grey": _bars_alike},
}
"""By check, the ways to spoil a document that it alone finds."""
