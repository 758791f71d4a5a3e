"""The styles of `styles` as WordprocessingML, and a template's style sheet dressed in them."""

from collections.abc import Iterator

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.styles import CT_Styles

from audit_report import palette
from audit_report.word import styles
from audit_report.word.styles import CharacterStyle, Edge, ParagraphStyle, TableStyle
from audit_report.word.word_xml import NAMESPACES, escape

CELL_MARGIN = 100
"""The space in twips between a cell's side and its text."""


def dress(sheet: CT_Styles, language: str) -> None:
    """Put the report's styles in place of a template's, of which only Word's own defaults stay."""
    ours = dict(all_styles())
    for style in sheet.findall(qn("w:style")):
        if style.get(qn("w:default")) is None or style.get(qn("w:styleId")) in ours:
            sheet.remove(style)
    for before in sheet.findall(qn("w:docDefaults")):
        sheet.replace(before, parse_xml(defaults(language)))
    sheet.extend(parse_xml(style) for style in ours.values())


def all_styles() -> Iterator[tuple[str, str]]:
    """Each style's id and its element."""
    for style in styles.PARAGRAPH_STYLES:
        yield style.id, _paragraph_style(style)
    for look in styles.CHARACTER_STYLES:
        yield look.id, _character_style(look)
    for frame in styles.TABLE_STYLES:
        yield frame.id, _table_style(frame)


def defaults(language: str) -> str:
    """The docDefaults element: the text's language, and how it looks where no style says otherwise."""
    look = f'{_font(styles.FONT)}{_size(styles.BODY_SIZE)}<w:lang w:val="{escape(language)}"/>'
    return (
        f"<w:docDefaults {NAMESPACES}><w:rPrDefault><w:rPr>{look}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(kind: str, style: ParagraphStyle | CharacterStyle | TableStyle, based_on: str, body: str) -> str:
    custom = ' w:customStyle="1"' if style.name.startswith("Report ") else ""
    default = "" if based_on else ' w:default="1"'
    following = f'<w:next w:val="{styles.NORMAL.id}"/>' if style in styles.HEADINGS.values() else ""
    parent = f'<w:basedOn w:val="{styles.style_id(based_on)}"/>' if based_on else ""
    return (
        f'<w:style {NAMESPACES} w:type="{kind}"{default}{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>{parent}{following}<w:qFormat/>{body}</w:style>'
    )


def _paragraph_style(style: ParagraphStyle) -> str:
    body = f"<w:pPr>{_paragraph_look(style)}</w:pPr><w:rPr>{_text_look(style)}</w:rPr>"
    return _style("paragraph", style, style.based_on, body)


def _character_style(style: CharacterStyle) -> str:
    return _style("character", style, "Default Paragraph Font", f"<w:rPr>{_text_look(style)}</w:rPr>")


def _table_style(style: TableStyle) -> str:
    frame = "".join(
        _border(side, style.frame, style.frame_width) for side in ("top", "left", "bottom", "right")
    )
    rules = "".join(_border(side, palette.RULE, 0.5) for side in ("insideH", "insideV"))
    body = (
        f"<w:tblPr><w:tblBorders>{frame}{rules}</w:tblBorders><w:tblCellMar>"
        f'<w:top w:w="40" w:type="dxa"/><w:left w:w="{CELL_MARGIN}" w:type="dxa"/>'
        f'<w:bottom w:w="10" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
    )
    for place, fill in (("firstRow", style.header_fill), ("firstCol", style.label_fill)):
        if fill:
            body += f'<w:tblStylePr w:type="{place}"><w:tcPr>{_shade(fill)}</w:tcPr></w:tblStylePr>'
    return _style("table", style, "Table Normal", body)


def _paragraph_look(style: ParagraphStyle) -> str:
    """A paragraph style's pPr children, in the order the schema asks for."""
    look = ""
    if style.keep_next:
        look += "<w:keepNext/>"
    if style.keep_lines or style.keep_next:
        look += "<w:keepLines/>"
    if style.listing:
        look += f'<w:numPr><w:numId w:val="{style.listing.number}"/></w:numPr>'
    if style.edges:
        look += "<w:pBdr>" + "".join(_edge(side, edge) for side, edge in style.edges.items()) + "</w:pBdr>"
    if style.fill:
        look += _shade(style.fill)
    look += _spacing(style)
    look += _indent(style)
    if style.tight:
        look += "<w:contextualSpacing/>"
    if style.centred:
        look += '<w:jc w:val="center"/>'
    if style.outline is not None:
        look += f'<w:outlineLvl w:val="{style.outline}"/>'
    return look


def _spacing(style: ParagraphStyle) -> str:
    spacing = ""
    if style.before is not None:
        spacing += f' w:before="{_twips(style.before)}"'
    if style.after is not None:
        spacing += f' w:after="{_twips(style.after)}"'
    if style.line is not None:
        spacing += f' w:line="{round(style.line * 240)}" w:lineRule="auto"'
    return f"<w:spacing{spacing}/>" if spacing else ""


def _indent(style: ParagraphStyle) -> str:
    """A list hangs from its mark; a panel's frame stands within the margins."""
    if style.listing:
        indent = _twips(style.listing.indent)
        return f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
    if style.edges and "left" in style.edges:
        inset = _twips(style.edges["left"].space + style.edges["left"].width)
        return f'<w:ind w:left="{inset}" w:right="{inset}"/>'
    return ""


def _text_look(style: ParagraphStyle | CharacterStyle) -> str:
    """A style's rPr children, in the order the schema asks for."""
    look = "<w:b/><w:bCs/>" if style.bold else ""
    if style.colour:
        look += f'<w:color w:val="{style.colour}"/>'
    if isinstance(style, ParagraphStyle):
        return look + (_size(style.size) if style.size else "")
    return look + ('<w:u w:val="single"/>' if style.underline else "")


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _edge(side: str, edge: Edge) -> str:
    return _border(side, edge.colour, edge.width, edge.space)


def _border(side: str, colour: str, width: float, space: float = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="{round(space)}" w:color="{colour}"/>'


def _twips(points: float) -> int:
    return round(points * 20)
