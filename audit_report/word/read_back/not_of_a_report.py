"""What no report has in its text, and how it is called: equations, text boxes, tracked changes and their like."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from audit_report.word.read_back.word_elements import W

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NAMES = {
    "altChunk": "another document", "subDoc": "another document", "oMath": "an equation", "oMathPara": "an equation",
    "sdt": "a content control", "ins": "a tracked insertion", "del": "a tracked deletion", "moveTo": "a tracked move",
    "moveFrom": "a tracked move", "commentRangeStart": "a comment", "commentRangeEnd": "the end of a comment",
    "commentReference": "a comment", "footnoteReference": "a footnote", "endnoteReference": "an endnote",
    "object": "an embedded object", "pict": "a drawing", "drawing": "a drawing", "ruby": "words above words",
    "bdo": "words turned round", "dir": "words turned round", "sym": "a symbol", "background": "a background",
    "AlternateContent": "alternatives that say different things",
}  # fmt: skip
_KNOWN_EXTENSIONS = {"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "a14", "c14"}
"""What Word knows of later editions, so that it shows the first alternative and not the last."""
_TRACKED = ("rPrChange", "pPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange",
            "numberingChange", "cellIns", "cellDel", "cellMerge")  # fmt: skip


def called(element: Element) -> str:
    """What a strange thing is called, such as "an equation"."""
    name = str(element.tag).rpartition("}")[2]
    return _NAMES.get(name, f"a thing called “{name}”")


def words_in(element: Element) -> str:
    """The words within an element, those it shows to programs that do not know better left out."""
    words = (
        each.text or ""
        for each in element.iter("{*}t", "{*}delText")
        if next(each.iterancestors(f"{COMPATIBILITY}Fallback"), None) is None
    )
    return " ".join(" ".join(words).split())


def alternative(element: Element) -> list[Element]:
    """What Word shows of content that has alternatives."""
    for each in element.findall(f"{COMPATIBILITY}Choice"):
        if set(each.get("Requires", "").split()) <= _KNOWN_EXTENSIONS:
            return list(each)
    fallback = element.find(f"{COMPATIBILITY}Fallback")
    return [] if fallback is None else list(fallback)


def alternatives_differ(element: Element) -> bool:
    """Whether content that has alternatives says other words to some programs than to others."""
    each_says = {
        "".join(text for inner in each.iter("{*}t") for text in (inner.text or "").split())
        for each in element
    }
    return len(each_says) > 1


def tracked_looks(root: Element) -> Iterator[str]:
    """A name for each tracked change of how something looks, or of a row or cell."""
    for _ in root.iter(*(f"{W}{name}" for name in _TRACKED)):
        yield "a tracked change of looks"
    for each in root.iter(f"{W}ins", f"{W}del"):
        above = each.getparent()
        if above is not None and above.tag in (f"{W}trPr", f"{W}rPr"):
            yield "a tracked change of a row or a paragraph's end"
