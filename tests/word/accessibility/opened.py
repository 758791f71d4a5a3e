"""A .docx opened to be checked: its parts, and how its words look once every style has had its say."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element as Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
WHITE, BLACK = "FFFFFF", "000000"


def find(element: Element, path: str) -> list[Element]:
    """The elements on an XPath."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, etree._Element)]


def values(element: Element, path: str) -> list[str]:
    """The attributes or text on an XPath."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [str(each) for each in found]


def value(element: Element, path: str) -> str:
    """The first attribute or text on an XPath; "" where there is none."""
    return next(iter(values(element, path)), "")


def words(element: Element) -> str:
    """The words of an element, spaces at its ends taken off."""
    return "".join(values(element, ".//w:t/text()")).strip()


@dataclass(frozen=True)
class Opened:
    """The XML parts of a .docx by name; what its styles say is kept, so they may not change once asked."""

    parts: Mapping[str, Element]
    _said: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, content: bytes) -> "Opened":
        """The parts of a file."""
        with ZipFile(io.BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            return cls({name: etree.fromstring(archive.read(name)) for name in names})

    @property
    def body(self) -> Element:
        """The body of the document."""
        return find(self.parts["word/document.xml"], "w:body")[0]

    @property
    def styles(self) -> Element:
        """The sheet of styles."""
        return self.parts["word/styles.xml"]

    @property
    def charts(self) -> list[Element]:
        """The charts."""
        return [part for name, part in self.parts.items() if name.startswith("word/charts/")]

    @property
    def pages(self) -> list[Element]:
        """Everything with words: the body, the headers and the footers."""
        running = ("word/header", "word/footer")
        return [self.body, *(part for name, part in self.parts.items() if name.startswith(running))]

    def paragraphs(self) -> Iterator[Element]:
        """Every paragraph, those of tables, headers and footers among them."""
        for page in self.pages:
            yield from find(page, ".//w:p")

    def tables(self) -> list[Element]:
        """Every table of the body."""
        return find(self.body, ".//w:tbl")

    def related(self, relationship: str) -> Element:
        """The part that a relationship of the document leads to."""
        path = f"p:Relationship[@Id='{relationship}']/@Target"
        return self.parts[f"word/{value(self.parts['word/_rels/document.xml.rels'], path)}"]

    def style_name(self, paragraph: Element) -> str:
        """The name of a paragraph's style."""
        return self.inherited(value(paragraph, "w:pPr/w:pStyle/@w:val") or "Normal", "w:name/@w:val")

    def level(self, paragraph: Element) -> int:
        """The level of a heading; 0 for any other paragraph."""
        name, _, level = self.style_name(paragraph).rpartition(" ")
        return int(level) if name == "heading" else 0

    def style(self, identity: str) -> Element:
        """A style by its id; the default paragraph style where there is none."""
        path = f"w:style[@w:styleId='{identity}']"
        return next(
            iter(find(self.styles, path) or find(self.styles, "w:style[@w:default='1'][@w:type='paragraph']"))
        )

    def inherited(self, identity: str, path: str) -> str:
        """What a style says on an XPath, or the style that it is based on; "" where none does."""
        if not identity:
            return ""
        if (identity, path) not in self._said:
            style = self.style(identity)
            based_on = value(style, "w:basedOn/@w:val")
            self._said[identity, path] = value(style, path) or self.inherited(based_on, path)
        return self._said[identity, path]

    def look(self, run: Element, path: str) -> str:
        """What holds for a run on an XPath below rPr: its own, its style's, its paragraph's or the document's."""
        paragraph = find(run, "ancestor::w:p[1]")[0]
        return (
            value(run, f"w:rPr/{path}")
            or self.inherited(value(run, "w:rPr/w:rStyle/@w:val"), f"w:rPr/{path}")
            or self.inherited(value(paragraph, "w:pPr/w:pStyle/@w:val") or "Normal", f"w:rPr/{path}")
            or value(self.styles, f"w:docDefaults/w:rPrDefault/w:rPr/{path}")
        )

    def ground(self, paragraph: Element) -> str:
        """The colour that a paragraph is printed on."""
        own = value(paragraph, "w:pPr/w:shd/@w:fill") or self.inherited(
            value(paragraph, "w:pPr/w:pStyle/@w:val"), "w:pPr/w:shd/@w:fill"
        )
        return own or self._cells_ground(paragraph) or WHITE

    def _cells_ground(self, paragraph: Element) -> str:
        """The colour of the cell a paragraph is in; "" where it has none."""
        cell = find(paragraph, "ancestor::w:tc[1]")
        if not cell:
            return ""
        style = value(cell[0], "ancestor::w:tbl[1]/w:tblPr/w:tblStyle/@w:val")
        for place, applies in (
            ("firstRow", not find(cell[0], "parent::w:tr/preceding-sibling::w:tr")),
            ("firstCol", not find(cell[0], "preceding-sibling::w:tc")),
        ):
            fill = self.inherited(style, f"w:tblStylePr[@w:type='{place}']/w:tcPr/w:shd/@w:fill")
            if applies and fill:
                return fill
        return value(cell[0], "w:tcPr/w:shd/@w:fill")
