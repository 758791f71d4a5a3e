"""Reading a page back, as a browser would parse it."""

from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

_PARAGRAPHS = {"p", "li", "h1", "h2", "h3", "th", "td"}
"""The elements that begin and end a paragraph."""
_ASIDE = {"svg", "nav", "caption"}
"""The elements whose words Word does not have in its body."""


def tree(page: bytes) -> HtmlElement:
    """The page's root element."""
    return html.document_fromstring(page.decode())


def one(page: bytes, path: str) -> HtmlElement:
    """The one element on an XPath."""
    [found] = tree(page).xpath(path)
    return found


def values(page: bytes, path: str) -> list[str]:
    """The attributes or text on an XPath, spaces evened out."""
    return [even(str(each)) for each in tree(page).xpath(path)]


def texts(page: bytes, path: str) -> list[str]:
    """The words of the elements on an XPath."""
    return [even(str(each.text_content())) for each in tree(page).xpath(path)]


def even(text: str) -> str:
    return " ".join(text.split())


def paragraphs(element: HtmlElement) -> list[str]:
    """The paragraphs of an element that hold words, spaces evened out."""
    pieces = "".join(_pieces(element)).split("\0")
    return [text for piece in pieces if (text := even(piece))]


def _pieces(element: HtmlElement) -> Iterator[str]:
    """The words of an element, with a mark where a paragraph begins or ends."""
    end = "\0" if element.tag in _PARAGRAPHS else ""
    yield end
    if element.tag not in _ASIDE:
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""
    yield end
