"""Reading a part's XML element by element, within limits: nothing is fetched, no entity followed, no tree kept."""

from collections.abc import Collection, Iterable, Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from xml.parsers import expat

from lxml import etree

from audit_report.ooxml.limits import (
    DEEPEST,
    LARGEST_TREE,
    LONGEST_ELEMENT,
    LONGEST_PROLOG,
    MOST_ATTRIBUTES,
    MOST_IN_ONE,
    MOST_TAGS,
    hold_to,
)


class ForbiddenXmlError(Exception):
    """The XML declares entities or a document type, which no part of an Office file has."""


class Tags:
    """How many tags of a file have been read so far, and how many attributes the last of them may have."""

    def __init__(self) -> None:
        self._count = self._attributes = 0

    def add(self, chunk: bytes) -> None:
        """Count those of some bytes of XML; no attribute holds a "<", and each has a "=". Raises TooLargeError."""
        self._count += chunk.count(b"<")
        hold_to(self._count, MOST_TAGS, "XML tags")
        last = chunk.rfind(b"<")
        before = self._attributes if last < 0 else 0
        self._attributes = before + chunk.count(b"=", max(last, 0))
        hold_to(self._attributes, MOST_ATTRIBUTES, "attributes of one tag")


def elements(chunks: Iterable[bytes], names: Collection[str], tags: Tags) -> Iterator[Element]:
    """The elements of these local names in a part, each when it is whole, in their order; all else is passed over.

    Only those of the root's own namespace count, under whatever prefix, and not within one of another namespace.
    Raises TooLargeError, ForbiddenXmlError, or expat.ExpatError where the part is not well-formed: what has come by
    then is not to be trusted.
    """
    builder = TreeBuilder()
    document = builder.start("", {})
    parser = XMLParser(target=builder)  # noqa: S314  entities need a document type, which is refused
    sieve = _Sieve(document, names)
    waiting, since = bytearray(), 0
    try:
        for chunk in _without_document_type(chunks):
            tags.add(chunk)
            waiting += chunk
            since += len(chunk)
            hold_to(since, LONGEST_ELEMENT, "bytes in one element")
            if 2 * len(waiting) < since:
                continue  # a tag that has not ended is parsed anew with what follows: so twice at most on average
            parser.feed(bytes(waiting))
            waiting.clear()
            if whole := sieve.whole():
                since = 0
                yield from whole
            hold_to(sum(1 for _ in document.iter()), MOST_IN_ONE, "elements in one other")
        parser.feed(bytes(waiting))
        parser.close()
    except ParseError as reason:
        raise expat.ExpatError from reason
    yield from sieve.whole(ended=True)


def _without_document_type(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks, which declare no document type: that can only stand before the first element."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _forbid
    parser.StartElementHandler = _begun
    has_begun, before = False, 0
    for chunk in chunks:
        if not has_begun:
            try:
                parser.Parse(chunk, False)  # noqa: FBT003  expat's own signature
            except _BegunError:
                has_begun = True
            else:
                before += len(chunk)
                hold_to(before, LONGEST_PROLOG, "bytes before the first element")
        yield chunk


def namespace(element: Element) -> str:
    """What the names of an element and of the others in its namespace begin with."""
    space, separator, _ = element.tag.rpartition("}")
    return space + separator


def local_name(element: Element) -> str:
    """An element's name without its namespace: row."""
    return element.tag.rpartition("}")[2]


def children(element: Element, name: str) -> Iterator[Element]:
    """What stands directly in an element under a local name and in its namespace."""
    tag = namespace(element) + name
    return (child for child in element if child.tag == tag)


def child(element: Element, name: str) -> Element | None:
    """The first of `children`."""
    return next(children(element, name), None)


def _forbid(*_: object) -> None:
    raise ForbiddenXmlError


class _Sieve:
    """Takes the wanted elements out of a document that is being built, as soon as each is whole, and drops all else."""

    def __init__(self, document: Element, names: Collection[str]) -> None:
        self._document, self._names = document, names
        self._own = ""
        self._wanted: set[str] = set()

    def whole(self, *, ended: bool = False) -> list[Element]:
        """The elements that are whole now and were not when this was last asked."""
        found: list[Element] = []
        if len(self._document):
            self._own = namespace(self._document[0])
            self._wanted = {self._own + name for name in self._names}
            self._take(self._document, found, is_open=not ended)
        return found

    def _take(self, parent: Element, found: list[Element], *, is_open: bool, depth: int = 0) -> None:
        """Of siblings only the last can still be open."""
        hold_to(depth, DEEPEST, "elements in each other")
        last = parent[-1] if is_open and len(parent) else None
        for each in parent:
            if each.tag in self._wanted:
                if each is not last:
                    found.append(each)
            elif len(each) and namespace(each) == self._own:
                self._take(each, found, is_open=each is last, depth=depth + 1)
        parent[:] = [] if last is None else [last]


def is_on(element: Element) -> bool:
    """Whether an element such as <b/> or <strike val="0"/> switches its look on."""
    return element.get("val", "1") not in ("0", "false")


def whole_number(text: str | None, otherwise: int = 0) -> int:
    """The whole number in an attribute, such as an id or a count; `otherwise` where Office would write none like it."""
    return (
        int(text) if text and text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else otherwise
    )


_MOST_DIGITS = 10


def tree(content: bytes, most: int = LARGEST_TREE) -> etree._Element:
    """A part of at most so many bytes as a tree.

    Raises TooLargeError, ForbiddenXmlError, expat.ExpatError or lxml.etree.XMLSyntaxError.
    """
    hold_to(len(content), most, "bytes in a part that should be small")
    refuse_document_type(content)
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def refuse_document_type(content: bytes) -> None:
    """Raise ForbiddenXmlError for a document type."""
    for _ in _without_document_type([content]):
        pass


class _BegunError(Exception):
    """The first element begins."""


def _begun(*_: object) -> None:
    raise _BegunError
