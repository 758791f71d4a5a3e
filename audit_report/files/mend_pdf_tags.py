"""What LibreOffice leaves out of a PDF's tags, put there: ISO 14289-1 (PDF/UA) asks for each.

Pictures get their words, tables their title; the cells of a first column that head their rows are header cells, and the
mark of a list item is its label. The Tab key goes from link to link in their order, and the lines around cells are set
aside as decoration.
"""

from collections.abc import Iterator, Sequence

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    NumberTree,
    Object,
    Operator,
    Page,
    Pdf,
    String,
    parse_content_stream,
    unparse_content_stream,
)

from audit_report.files.pdf_tags import OPENS, PATH_BEGINS, PATH_ENDS, children, elements, parts
from audit_report.word.read_back.named_in_document import Named


def mend_tags(pdf: Pdf, named: Named) -> None:
    """Mend a PDF's tags by what its document says of its tables and pictures, as far as the two are alike."""
    _describe_pictures(list(elements(pdf, "/Figure")), named.pictures)
    _head_tables(list(elements(pdf, "/Table")), named.tables)
    for item in list(elements(pdf, "/LI")):
        _label(pdf, item)
    for page in pdf.pages:
        page.Tabs = Name.S  # the Tab key goes along the tags
        page.Contents = pdf.make_stream(unparse_content_stream(list(_set_aside(page))))


def _describe_pictures(figures: Sequence[Dictionary], words: Sequence[str]) -> None:
    if len(figures) == len(words):
        for figure, text in zip(figures, words, strict=True):
            figure.Alt = String(text)


def _head_tables(tables: Sequence[Dictionary], titled: Sequence[tuple[str, bool]]) -> None:
    if len(tables) != len(titled):
        return
    for table, (title, labelled) in zip(tables, titled, strict=True):
        _say(table, Dictionary(O=Name.Table, Summary=String(title)))
        for row in children(table, "/TR") if labelled else ():
            first = next(iter(children(row, "/TH", "/TD")), None)
            if first is not None and first.S == "/TD":
                first.S = Name.TH
                _say(first, Dictionary(O=Name.Table, Scope=Name.Row))


def _say(element: Dictionary, more: Dictionary) -> None:
    said = element.get("/A")
    before = [] if said is None else list(said) if isinstance(said, Array) else [said]
    element.A = Array([*before, more])


def _label(pdf: Pdf, item: Dictionary) -> None:
    """Take an item's mark, the first thing in its paragraph, out of its words."""
    body = next(iter(children(item, "/LBody")), None)
    paragraph = next((each for each in parts(body) if isinstance(each, Dictionary)), None) if body else None
    if paragraph is None or children(item, "/Lbl"):
        return
    mark, *words = parts(paragraph)
    if not words or isinstance(mark, Dictionary):
        return
    label = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Lbl, P=item, Pg=paragraph.Pg, K=mark))
    paragraph.K = Array(words)
    item.K = Array([label, *parts(item)])
    by_page = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    by_page[int(paragraph.Pg.StructParents)][int(mark)] = label


def _set_aside(page: Page) -> Iterator[ContentStreamInstruction | ContentStreamInlineImage]:
    """What stands on a page, the lines and areas that no tag holds marked as decoration."""
    inside, is_open = 0, False
    for each in parse_content_stream(page):
        name = str(each.operator)
        if name in OPENS:
            inside += 1
        elif name == "EMC":
            inside -= 1
        elif not inside and not is_open and name in PATH_BEGINS:
            is_open = True
            yield _instruction("BMC", Name.Artifact)
        yield each
        if is_open and name in PATH_ENDS:
            is_open = False
            yield _instruction("EMC")


def _instruction(name: str, *operands: Object) -> ContentStreamInstruction:
    return ContentStreamInstruction(operands, Operator(name))
