"""The package a report is written into: python-docx's own, with our styles, settings and properties."""

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from audit_report.report.blocks import Report
from audit_report.word import running, style_xml
from audit_report.word.lines import Writer
from audit_report.word.ooxml import NAMESPACES, escape
from audit_report.word.package import add_part, drop_parts
from audit_report.word.pages import page_of
from audit_report.word.properties import describe

_NOT_OURS = {
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def open_base(report: Report) -> Document:
    """A document with no body yet, whose styles, settings and properties are the report's."""
    document = docx.Document()
    drop_parts(document.part.package, _NOT_OURS)
    drop_parts(document.part, _NOT_OURS)
    _dress(document, report.language)
    settings = _settings(report.language)
    add_part(
        document.part, RELATIONSHIP_TYPE.SETTINGS, "/word/settings.xml", CONTENT_TYPE.WML_SETTINGS, settings
    )
    describe(document.part.package, report)
    return document


def add_running(document: Document, report: Report) -> list[str]:
    """Add the header and footers; returns how each part's section names them.

    The header, named by the first section, holds for all. Each orientation has a footer, whose tab stop is
    at its right margin: programs other than Word do not know the tab that finds any margin.
    """
    header = _reference(document, "header", 1, running.header(report))
    footers = {
        landscape: _reference(
            document, "footer", number, running.footer(report, page_of(landscape=landscape))
        )
        for number, landscape in enumerate(sorted({part.landscape for part in report.parts}), 1)
    }
    first, *others = (footers[part.landscape] for part in report.parts)
    return [header + first, *others]


def add_referred(document: Document, writer: Writer) -> None:
    """Add what the written body refers to: the addresses of its links, and its lists."""
    for relationship, address in writer.links:
        document.part.rels.add_relationship(
            RELATIONSHIP_TYPE.HYPERLINK, address, relationship, is_external=True
        )
    drop_parts(document.part, {RELATIONSHIP_TYPE.NUMBERING})
    add_part(
        document.part,
        RELATIONSHIP_TYPE.NUMBERING,
        "/word/numbering.xml",
        CONTENT_TYPE.WML_NUMBERING,
        writer.numbering.xml(),
    )


def _reference(document: Document, kind: str, number: int, xml: str) -> str:
    types = {"header": CONTENT_TYPE.WML_HEADER, "footer": CONTENT_TYPE.WML_FOOTER}
    relationships = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}
    known = add_part(document.part, relationships[kind], f"/word/{kind}{number}.xml", types[kind], xml)
    return f'<w:{kind}Reference w:type="default" r:id="{known}"/>'


def _dress(document: Document, language: str) -> None:
    """Put the report's styles in place of the template's, of which only Word's own defaults stay."""
    ours = dict(style_xml.all_styles())
    sheet = document.styles.element
    for style in sheet.findall(qn("w:style")):
        if style.get(qn("w:default")) is None or style.get(qn("w:styleId")) in ours:
            sheet.remove(style)
    sheet.replace(sheet.find(qn("w:docDefaults")), parse_xml(style_xml.defaults(language)))
    sheet.extend(parse_xml(style) for style in ours.values())


def _settings(language: str) -> str:
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _COMPATIBILITY.items()
    )
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatibility}</w:compat>'
        f'<w:themeFontLang w:val="{escape(language)}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
