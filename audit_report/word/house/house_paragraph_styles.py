"""A house's own styles, fitted to the report: found by their names, completed, and in the report's language."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import count

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element as Element

from audit_report.word import styles, styles_to_xml
from audit_report.word.page_sizes import length

_DEFAULT = qn("w:default")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NAMES_A_STYLE = tuple(
    qn(f"w:{name}")
    for name in ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
)
"""The elements that name a style by its id."""
BEFORE_LIST = tuple(
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
"""What the schema puts before the list that a paragraph stands in."""
BEFORE_TABS = (*BEFORE_LIST, *(qn(f"w:{name}") for name in ("numPr", "suppressLineNumbers", "pBdr", "shd")))
"""What the schema puts before a paragraph's tab stops."""
_STOPS = "/".join(map(qn, ("w:pPr", "w:tabs", "w:tab")))
_TAKEN = {
    name.casefold()
    for family in (styles.PARAGRAPH_STYLES, styles.CHARACTER_STYLES, styles.TABLE_STYLES)
    for name in [style.name for style in family]
}
"""The names of the report's styles; beside them it needs the defaults that Word gives every document."""


class WrongKindError(Exception):
    """Styles of a house are of another kind than the report's of the same names; the message says which."""


def fit(sheet: Element) -> tuple[dict[str, str], tuple[str, ...]]:
    """Make a house's sheet one that the report can use.

    Returns the ids the report knows the styles by, for each id the house used, and the names of the styles
    added, as Word shows them. Raises WrongKindError.
    """
    defaults = _default_styles()
    _refuse_wrong_kinds(sheet, defaults)
    ids = _name_as_the_report_does(sheet, defaults)
    missing = _complete(sheet, defaults)
    for name in _TAKEN:
        for style in ancestry(sheet, _id(defaults[name])):
            for language in list(style.iter(qn("w:lang"))):
                _parent(language).remove(language)
    return ids, missing


def rename(root: Element, ids: Mapping[str, str]) -> None:
    """Have whatever names a style name it by its new id."""
    for element in root.iter(*_NAMES_A_STYLE):
        known = element.get(qn("w:val"), "")
        element.set(qn("w:val"), ids.get(known, known))


def ancestry(sheet: Element, style_id: str) -> Iterator[Element]:
    """A style, the one it is based on, and so on."""
    by_id = {_id(style): style for style in _styles(sheet)}
    while style_id in by_id:
        style = by_id.pop(style_id)
        yield style
        style_id = _value(style, "w:basedOn")


def style_named(sheet: Element, name: str) -> Element:
    """The style of a name, which the sheet has."""
    return next(style for style in _styles(sheet) if _key(style) == name.casefold())


def body_font(sheet: Element, theme: Element | None) -> str:
    """The font of the report's paragraphs in a house's style."""
    looks = [style.find(qn("w:rPr")) for style in ancestry(sheet, styles.NORMAL.id)]
    looks.append(sheet.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"))
    for look in looks:
        fonts = None if look is None else look.find(qn("w:rFonts"))
        if fonts is not None:
            themed = fonts.get(qn("w:asciiTheme"), "")[:5]
            font = _theme_font(theme, themed) if themed else fonts.get(qn("w:ascii"), "")
            if font:
                return font
    return styles.FONT


def footer_stops(sheet: Element) -> Mapping[int, str]:
    """The tab stops that footers have by their style: the position in twips, and how text stands there."""
    chain = list(ancestry(sheet, styles.FOOTER.id))
    found = [stop for style in reversed(chain) for stop in style.iterfind(_STOPS)]
    positions = {length(stop.get(qn("w:pos"), "")): stop.get(qn("w:val"), "left") for stop in found}
    return {at: how for at, how in positions.items() if at is not None and how != "clear"}


def _theme_font(theme: Element | None, collection: str) -> str:
    """The font of a theme's "major" or "minor" collection, if it has one."""
    path = "/".join(f"{_DRAWING}{name}" for name in (f"{collection}Font", "latin"))
    found = None if theme is None else theme.find(f".//{path}")
    return "" if found is None else found.get("typeface", "")


def in_language(sheet_xml: str, language: str) -> str:
    """A sheet whose text is in a language where nothing says otherwise."""
    sheet = parse_xml(sheet_xml)
    defaults = sheet.find(qn("w:docDefaults"))
    if defaults is None:
        sheet.insert(0, parse_xml(styles_to_xml.defaults(language)))
    else:
        look = _child(_child(defaults, "w:rPrDefault"), "w:rPr")
        spoken = look.find(qn("w:lang"))
        if spoken is None:
            spoken = OxmlElement("w:lang")
            look.append(spoken)
        spoken.set(qn("w:val"), language)
    return etree.tostring(sheet, encoding="unicode")


def _child(element: Element, name: str) -> Element:
    """The element's child of that name, made its first where there is none."""
    found = element.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        element.insert(0, found)
    return found


def _default_styles() -> dict[str, Element]:
    """The styles of a report in no house's style, by name."""
    sheet = docx.Document().styles.element
    styles_to_xml.dress(sheet, "en-GB")
    return {_key(style): style for style in _styles(sheet)}


def _styles(sheet: Element) -> list[Element]:
    return sheet.findall(qn("w:style"))


def _value(style: Element, name: str) -> str:
    found = style.find(qn(name))
    return "" if found is None else found.get(qn("w:val"), "")


def _id(style: Element) -> str:
    return style.get(qn("w:styleId"), "")


def _key(style: Element) -> str:
    return _value(style, "w:name").casefold()


def _kind(style: Element) -> str:
    return style.get(qn("w:type"), "paragraph")


def _shown(style: Element) -> str:
    return styles.shown_name(_value(style, "w:name"))


def _refuse_wrong_kinds(sheet: Element, defaults: Mapping[str, Element]) -> None:
    wrong = [
        f"“{_shown(default)}” is a {_kind(style)} style and has to be a {_kind(default)} style"
        for style in _styles(sheet)
        if (default := defaults.get(_key(style))) is not None and _kind(style) != _kind(default)
    ]
    if wrong:
        raise WrongKindError("; ".join(wrong))


def _name_as_the_report_does(sheet: Element, defaults: Mapping[str, Element]) -> dict[str, str]:
    """Give each style the id that the report knows its name by, and no other style such an id."""
    reserved = {_id(style) for style in defaults.values()}
    taken = reserved | {_id(style) for style in _styles(sheet)}
    ids: dict[str, str] = {}
    for style in _styles(sheet):
        key, known = _key(style), _id(style)
        new = known
        if key in defaults and _id(defaults[key]) not in ids.values():
            new = _id(defaults[key])
        elif known in reserved:
            new = next(free for number in count(1) if (free := f"{known}House{number}") not in taken)
            taken.add(new)
        style.set(qn("w:styleId"), new)
        ids[known] = new
    rename(sheet, ids)
    return ids


def _complete(sheet: Element, defaults: Mapping[str, Element]) -> tuple[str, ...]:
    """Add the styles that the house does not have; a list style's numbering is still to be given."""
    known = {_key(style) for style in _styles(sheet)}
    kinds = {_kind(style) for style in _styles(sheet) if style.get(_DEFAULT)}
    missing = [style for key, style in defaults.items() if key not in known]
    for style in missing:
        added = deepcopy(style)
        for numbered in list(added.iter(qn("w:numPr"))):
            _parent(numbered).remove(numbered)
        if added.get(_DEFAULT) and _kind(added) in kinds:
            del added.attrib[_DEFAULT]
        sheet.append(added)
    return tuple(_shown(style) for style in missing if _key(style) in _TAKEN)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{element.tag} stands alone")
    return parent
