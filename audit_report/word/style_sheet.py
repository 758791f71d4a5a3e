"""The style sheet of a document: its styles, and the language and looks where no style says otherwise."""

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.styles import CT_Styles

from audit_report.word import style_xml


def dress(sheet: CT_Styles, language: str) -> None:
    """Put the report's styles in place of a template's, of which only Word's own defaults stay."""
    ours = dict(style_xml.all_styles())
    for style in sheet.findall(qn("w:style")):
        if style.get(qn("w:default")) is None or style.get(qn("w:styleId")) in ours:
            sheet.remove(style)
    for defaults in sheet.findall(qn("w:docDefaults")):
        sheet.replace(defaults, parse_xml(style_xml.defaults(language)))
    sheet.extend(parse_xml(style) for style in ours.values())
