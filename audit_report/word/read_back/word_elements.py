"""Finding things in WordprocessingML that has been parsed."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = {"0", "false", "off"}


def is_off(said: str) -> bool:
    """Whether the value of an on-off element switches it off."""
    return said in _OFF


def child(element: Element | None, *names: str) -> Element | None:
    """The element under these names, one below the other."""
    for name in names:
        element = None if element is None else element.find(f"{W}{name}")
    return element


def children(element: Element | None) -> Iterator[tuple[str, Element]]:
    """What stands directly in an element, each with its name; names outside Word's own keep their namespace."""
    for each in element if element is not None else ():
        if isinstance(each.tag, str):
            yield each.tag.removeprefix(W), each


def value(element: Element | None, *names: str, otherwise: str = "") -> str:
    """The `val` of the element under these names."""
    found = child(element, *names)
    return otherwise if found is None else found.get(f"{W}val", otherwise)


def is_on(element: Element | None, *names: str) -> bool:
    """Whether the on-off element under these names is there and on."""
    found = child(element, *names)
    return found is not None and not is_off(found.get(f"{W}val", "1"))


def relation_id(element: Element) -> str:
    """The id of the relationship that an element names: a picture's, a chart's, a header's or a link's."""
    wanted = ("/relationships}id", "/relationships}embed", "/relationships}link")
    return next((str(text) for name, text in element.attrib.items() if str(name).endswith(wanted)), "")
