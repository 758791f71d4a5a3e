"""How text, paragraphs, cells and pages look: properties by name, from one element or several laid over each other.

A look is a mapping from a property such as "color" or "ind.left" to its value. What no reader sees is left out, and
in the end so is what says the same as saying nothing, for programs differ in how much they say.
"""

from collections.abc import Mapping

from lxml.etree import _Element as Element

from audit_report.word.read_back.word_elements import W, children, is_off

Look = Mapping[str, str]

_SWITCHES = {
    "b", "i", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "vanish",
    "webHidden", "specVanish", "rtl", "cs", "oMath", "pageBreakBefore", "bidi", "mirrorIndents", "titlePg",
    "tblHeader", "hidden", "noWrap", "tcFitText", "hideMark", "bidiVisual",
}  # fmt: skip
_UNSEEN = {
    "lang", "noProof", "kern", "bCs", "iCs", "szCs", "rStyle", "fitText", "snapToGrid", "keepNext", "keepLines",
    "widowControl", "suppressAutoHyphens", "suppressLineNumbers", "contextualSpacing", "adjustRightInd",
    "autoSpaceDE", "autoSpaceDN", "overflowPunct", "kinsoku", "wordWrap", "topLinePunct", "textAlignment", "divId",
    "cnfStyle", "rPr", "pStyle", "numPr", "sectPr", "tabs", "ins", "del", "moveFrom", "moveTo",
}  # fmt: skip
"""Properties that no reader sees, or that are looked at by themselves. A tab of ours stands in the footer alone."""
_BY_ATTRIBUTE = {"spacing", "ind", "rFonts"}
"""The properties of which a look on top replaces what it says; of any other it replaces the whole."""
_SAYS_MORE_THAN_A_VALUE = {"shd", "bdr"}
_SAME_AS_NOTHING = {
    "color": "auto", "u": "none", "highlight": "none", "vertAlign": "baseline", "position": "0", "w": "100",
    "em": "none", "effect": "none", "jc": "left", "spacing": "0", "spacing.before": "0", "spacing.after": "0",
    "spacing.line": "240", "spacing.lineRule": "auto", "ind.left": "0", "ind.right": "0", "ind.hanging": "0",
    "ind.firstLine": "0", "outlineLvl": "9", "shd.fill": "auto", "shd.val": "clear", "shd.color": "auto",
    "bdr.val": "none", "textDirection": "lrTb", "vAlign": "top", "type": "nextPage",
}  # fmt: skip
_OTHER_NAMES = {"ind.start": "ind.left", "ind.end": "ind.right"}


def own_look(properties: Element | None) -> dict[str, str]:
    """What an element such as w:rPr says; tracked changes of it are no part of it."""
    look: dict[str, str] = {}
    for name, each in children(properties):
        if name not in _UNSEEN and not name.endswith("Change"):
            look |= _said(name, each)
    return look


def _said(name: str, element: Element) -> dict[str, str]:
    if name in _SWITCHES:
        return {name: "" if is_off(element.get(f"{W}val", "1")) else "on"}
    found: dict[str, str] = {}
    for key, text in element.attrib.items():
        attribute = str(key).removeprefix(W)
        is_all = attribute == "val" and name not in _SAYS_MORE_THAN_A_VALUE
        full = name if is_all else f"{name}.{attribute}"
        found[_OTHER_NAMES.get(full, full)] = str(text)
    for inner, each in children(element):
        found |= _said(f"{name}.{inner}", each)
    return found or {name: "on"}


def over(*looks: Look) -> dict[str, str]:
    """Looks laid over each other, the last one on top."""
    first, *others = [look for look in looks if look] or [{}]
    result = dict(first)
    for look in others:
        replaced = {name.partition(".")[0] for name in look} - _BY_ATTRIBUTE
        result = {name: text for name, text in result.items() if name.partition(".")[0] not in replaced}
        result |= look
    return result


def settled(look: Look) -> dict[str, str]:
    """A look without what says the same as saying nothing."""
    return {name: text for name, text in look.items() if text and _SAME_AS_NOTHING.get(name) != text}


def without(look: Look, *names: str) -> dict[str, str]:
    """A look without these properties."""
    return {name: text for name, text in look.items() if name.partition(".")[0] not in names}
