"""The tags of a PDF, by which a screen reader reads it, and the contents of its pages as tags find them."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Pdf

PATH_BEGINS = {"m", "re"}
PAINTED = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
PATH_ENDS = {*PAINTED, "n"}
MARKS = {*PAINTED, "Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"}
"""The operators that put something on a page, of which `PAINTED` are lines and areas."""
OPENS = {"BMC", "BDC"}


def elements(pdf: Pdf, kind: str = "") -> Iterator[Dictionary]:
    """The elements of a tagged PDF in their order, those of a kind such as "/TH" alone if one is given."""
    yield from (each for each in _under(pdf.Root.StructTreeRoot) if kind in ("", each.S))


def parts(element: Object) -> list[Object | int]:
    """What an element is made of: other elements, and numbers or references of what stands on the pages."""
    inside = element.get("/K")
    if inside is None:
        return []
    return list(inside) if isinstance(inside, Array) else [inside]


def children(element: Object, *kinds: str) -> list[Dictionary]:
    """The elements of these kinds that stand directly in one."""
    return [each for each in parts(element) if isinstance(each, Dictionary) and each.get("/S") in kinds]


def attribute(element: Dictionary, name: str) -> Object | None:
    """What an element says of itself under a name such as "/Scope"."""
    said = element.get("/A")
    lists = [] if said is None else list(said) if isinstance(said, Array) else [said]
    return next((each[name] for each in lists if isinstance(each, Dictionary) and name in each), None)


def _under(element: Object) -> Iterator[Dictionary]:
    for each in parts(element):
        if isinstance(each, Dictionary) and "/S" in each:
            yield each
            yield from _under(each)
