"""Word files made to cost time or memory: small to hold and large to open, each by another part of a document."""

from collections.abc import Callable, Mapping

from tests.word.forgeries import DOCUMENT, MAIN, STYLES
from tests.word.tampering import Parts

HEADER, NUMBERING = "word/header1.xml", "word/numbering.xml"
RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
Bomb = Callable[[Parts], None]


def many(part: str, before: str, piece: str, count: int) -> Bomb:
    """So many pieces of XML before some of a part."""

    def put(parts: Parts) -> None:
        text = parts[part].decode()
        assert before in text
        parts[part] = text.replace(before, piece * count + before, 1).encode()

    return put


def instead(part: str, content: bytes) -> Bomb:
    """Other content of a part."""

    def put(parts: Parts) -> None:
        assert part in parts
        parts[part] = content

    return put


def _entities(parts: Parts) -> None:
    """A thousand million laughs, in ten lines."""
    declared = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    text = parts[STYLES].decode()
    start = text.index("<w:styles")
    parts[STYLES] = f"<!DOCTYPE w:styles [{declared}]>{text[start:]}".replace(
        "</w:styles>", "&l9;</w:styles>"
    ).encode()


def _parts(parts: Parts) -> None:
    """Sixty thousand parts, which nothing leads to."""
    parts.update({f"word/part{number}.xml": b"" for number in range(60_000)})


_WORD = f'xmlns:w="{MAIN}"'
_STYLE = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/></w:style>'
_LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
_LIST = f'<w:abstractNum w:abstractNumId="9">{_LEVEL}</w:abstractNum>'
_ATTRIBUTES = "".join(f' a{number}=""' for number in range(200_000))

IN_STYLES: Mapping[str, Bomb] = {
    "styles": many(STYLES, "</w:styles>", _STYLE, 500_000),
    "empty styles": many(STYLES, "</w:styles>", "<w:style/>", 3_000_000),
    "lists": many(NUMBERING, "<w:num ", _LIST, 300_000),
    "paragraphs of a header": many(HEADER, "</w:hdr>", "<w:p/>", 3_000_000),
    "elements in each other": instead(STYLES, f"<w:styles {_WORD}>{'<w:a>' * 500_000}".encode()),
    "attributes": instead(STYLES, f"<w:styles {_WORD}{_ATTRIBUTES}/>".encode()),
    "a long attribute": instead(STYLES, f'<w:styles {_WORD} a="{"b" * 100_000_000}"/>'.encode()),
    "a long comment": many(STYLES, "</w:styles>", f"<!--{'a' * 1_000_000}-->", 100),
    "nothing": instead(STYLES, bytes(200_000_000)),
    "entities": _entities,
    "parts": _parts,
    "a large picture": lambda parts: parts.update({"word/media/picture.png": bytes(310_000_000)}),
}
"""What costs whoever reads a style file."""

IN_BODIES: Mapping[str, Bomb] = {
    "paragraphs": many(DOCUMENT, "<w:sectPr", "<w:p/>", 4_000_000),
    "runs": many(DOCUMENT, "</w:p>", "<w:r><w:t>a</w:t></w:r>", 2_000_000),
    "cells": many(DOCUMENT, "<w:sectPr", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", 700_000),
    "sections": many(DOCUMENT, "<w:sectPr", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>", 200_000),
    "a long text": many(DOCUMENT, "</w:t>", "words " * 1_000_000, 30),
    "unclosed elements": instead(
        DOCUMENT, f"<w:document {_WORD}><w:body>{'<w:p><w:r><w:t>' * 1_000_000}".encode()
    ),
    "relationships": many(
        RELATIONS, "</Relationships>", '<Relationship Id="a" Type="b" Target="c"/>', 1_000_000
    ),
    "content types": many(TYPES, "</Types>", '<Override PartName="/a" ContentType="b"/>', 1_000_000),
}
"""What costs whoever reads a whole document too."""
