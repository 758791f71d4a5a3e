"""A look into a PDF: whether it is whole and tagged, and whether its tags are what PDF/UA (ISO 14289-1) asks for."""

from collections.abc import Callable, Iterator

from pikepdf import Dictionary, Page, Pdf, parse_content_stream

from audit_report.files.pdf_tags import MARKS, OPENS, attribute, children, elements, parts


def what_is_wrong(pdf: Pdf) -> str:
    """How a sentence about a PDF goes on that is of no use to a screen reader; nothing where all is well."""
    if not len(pdf.pages):
        return "has no pages"
    marked = "/MarkInfo" in pdf.Root and pdf.Root.MarkInfo.get("/Marked", False)
    return "" if marked and "/StructTreeRoot" in pdf.Root else "is not tagged for screen readers"


def what_it_lacks(pdf: Pdf) -> list[str]:
    """How sentences about a tagged PDF go on that is not all that PDF/UA asks for, by each of `CHECKS`."""
    return [lack for check in CHECKS if (lack := next(check(pdf), ""))]


def has_language_and_title(pdf: Pdf) -> Iterator[str]:
    """A screen reader has to know in which language to read, and a window what to be called."""
    if not pdf.Root.get("/Lang"):
        yield "names no language"
    shown = "/ViewerPreferences" in pdf.Root and pdf.Root.ViewerPreferences.get("/DisplayDocTitle", False)
    if not shown or not pdf.docinfo.get("/Title"):
        yield "does not show its title"


def pictures_have_words(pdf: Pdf) -> Iterator[str]:
    """Whoever cannot see a chart is told what it shows."""
    if not all(str(each.get("/Alt", "")).strip() for each in elements(pdf, "/Figure")):
        yield "has a picture without words"


def tables_have_titles(pdf: Pdf) -> Iterator[str]:
    """A table says what it is before it is read."""
    if not all(str(attribute(each, "/Summary") or "").strip() for each in elements(pdf, "/Table")):
        yield "has a table without a title"


def tables_have_headers(pdf: Pdf) -> Iterator[str]:
    """A cell is read with the headers of its column and its row, so each says which of the two it heads."""
    for table in elements(pdf, "/Table"):
        heads = [cell for row in children(table, "/TR") for cell in children(row, "/TH")]
        if not heads:
            yield "has a table without header cells"
        if not all(attribute(cell, "/Scope") in ("/Row", "/Column") for cell in heads):
            yield "has a header cell that does not say what it heads"


def rows_are_even(pdf: Pdf) -> Iterator[str]:
    """A row with fewer cells than its table has columns leads a reader astray."""
    for table in elements(pdf, "/Table"):
        if len({len(children(row, "/TH", "/TD")) for row in children(table, "/TR")}) > 1:
            yield "has a table whose rows differ in length"


def items_have_labels(pdf: Pdf) -> Iterator[str]:
    """A list item's bullet or number is told apart from its words."""
    for item in elements(pdf, "/LI"):
        if not children(item, "/Lbl") or not children(item, "/LBody"):
            yield "has a list item without a label"


def headings_go_down_by_one(pdf: Pdf) -> Iterator[str]:
    """Headings are a table of contents: none is left out on the way down."""
    before = 0
    for each in elements(pdf):
        if str(each.S) in _HEADINGS:
            level = _HEADINGS.index(str(each.S)) + 1
            if level > before + 1:
                yield "has a heading that skips a level"
            before = level


def links_have_words(pdf: Pdf) -> Iterator[str]:
    """A link says where it leads, and is found among the tags."""
    references = [each for link in elements(pdf, "/Link") for each in parts(link)]
    tagged = {each.Obj.objgen for each in references if isinstance(each, Dictionary) and "/Obj" in each}
    for page in pdf.pages:
        for note in page.get("/Annots", ()):
            if note.Subtype == "/Link" and (not note.get("/Contents") or note.objgen not in tagged):
                yield "has a link that cannot be told from the words around it"
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield "has links that the Tab key does not reach in order"


def everything_is_tagged(pdf: Pdf) -> Iterator[str]:
    """Whatever stands on a page has its tag, or is set aside as decoration."""
    for number, page in enumerate(pdf.pages, 1):
        if _has_loose_marks(page):
            yield f"has something on page {number} that is neither tagged nor decoration"


def _has_loose_marks(page: Page) -> bool:
    inside = 0
    for each in parse_content_stream(page):
        name = str(each.operator)
        inside += (name in OPENS) - (name == "EMC")
        if not inside and name in MARKS:
            return True
    return False


_HEADINGS = [f"/H{level}" for level in range(1, 7)]
CHECKS: tuple[Callable[[Pdf], Iterator[str]], ...] = (
    has_language_and_title,
    pictures_have_words,
    tables_have_titles,
    tables_have_headers,
    rows_are_even,
    items_have_labels,
    headings_go_down_by_one,
    links_have_words,
    everything_is_tagged,
)
"""The checks, each of which says at most once what it misses."""
