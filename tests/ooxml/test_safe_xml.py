"""Elements of a part: the same in whatever pieces the part comes, and bounded work for parts made to be endless."""

from collections.abc import Iterator
from unittest.mock import Mock
from xml.etree.ElementTree import TreeBuilder, XMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_report.ooxml import safe_xml
from audit_report.ooxml.limits import TooLargeError
from audit_report.ooxml.safe_xml import ForbiddenXmlError, Tags, elements

_PIECE = 1 << 16
_SHEET = (
    b'<?xml version="1.0"?><!-- made by hand --><s:sheet xmlns:s="urn:s"><s:data>'
    + b"".join(b'<s:row r="%d"><s:c>%d &lt; %d</s:c></s:row>' % (row, row, row + 1) for row in range(1, 40))
    + b'</s:data><!-- <row> --><s:row r="40"/></s:sheet>'
)


def in_pieces(content: bytes, size: int = _PIECE) -> Iterator[bytes]:
    return (content[start : start + size] for start in range(0, len(content), size))


@given(size=st.integers(1, len(_SHEET)))
def test_the_elements_do_not_depend_on_the_pieces(size: int) -> None:
    rows = list(elements(in_pieces(_SHEET, size), ("row",), Tags()))
    assert [row.get("r") for row in rows] == [str(number) for number in range(1, 41)]
    assert rows[7][0].text == "8 < 9"


def attributes() -> Iterator[bytes]:
    yield b"<sheet><row"
    for start in range(0, 6_000_000, 4_000):
        yield b"".join(b' a%d="x"' % number for number in range(start, start + 4_000))
    yield b"/></sheet>"


@pytest.mark.parametrize(
    ("part", "refused"),
    [
        (in_pieces(b'<sheet a="' + b"x" * 5_000_000 + b'"/>'), "1,048,576 bytes before the first element"),
        (in_pieces(b"<!--" + b"x>" * 3_000_000 + b"--><sheet/>"), "1,048,576 bytes before the first element"),
        (attributes(), "100,000 attributes of one tag"),
        (in_pieces(b"<sheet><row>" + b"<c/>" * 2_000_000), "250,000 elements in one other"),
        (in_pieces(b"<sheet>" + b"<c>" * 2_000_000), "200 elements in each other"),
        (
            in_pieces(b'<sheet><c a="' + b"x" * 110_000_000 + b'"/></sheet>'),
            "100,000,000 bytes in one element",
        ),
    ],
    ids=["first tag", "comment before it", "attributes", "cells", "depth", "bytes"],
)
def test_what_is_too_much_is_refused_before_it_costs_anything(part: Iterator[bytes], refused: str) -> None:
    with pytest.raises(TooLargeError, match=f"more than {refused}"):
        list(elements(part, ("row",), Tags()))


def test_what_has_not_ended_is_not_parsed_anew_with_every_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fed in pieces of 64 KiB, a comment of 90 million bytes would be looked through a thousand times."""
    parsers: list[Mock] = []

    def parser(target: TreeBuilder) -> Mock:
        parsers.append(Mock(wraps=XMLParser(target=target)))  # noqa: S314  it parses what stands below
        return parsers[0]

    monkeypatch.setattr(safe_xml, "XMLParser", parser)
    part = in_pieces(b"<sheet><!--" + b"x>" * 45_000_000 + b'--><row r="1"/></sheet>')
    assert [row.get("r") for row in elements(part, ("row",), Tags())] == ["1"]
    assert parsers[0].feed.call_count < 20


@pytest.mark.parametrize(
    "before", [b"", b"<!--" + b"x" * 200_000 + b"-->"], ids=["at once", "in a later piece"]
)
def test_a_document_type_is_refused(before: bytes) -> None:
    part = in_pieces(before + b'<!DOCTYPE s [<!ENTITY e "e">]><s>&e;</s>')
    with pytest.raises(ForbiddenXmlError):
        list(elements(part, ("row",), Tags()))
