"""The document a report is written into: python-docx's own, with our styles, settings and properties, and no body."""

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from audit_report.report.blocks import Report
from audit_report.word.document_properties import describe
from audit_report.word.docx_out import add_carried, add_part, drop_parts
from audit_report.word.house.house_paragraph_styles import in_language
from audit_report.word.house.house_style import HouseStyle
from audit_report.word.paragraphs import Writer
from audit_report.word.styles_to_xml import dress
from audit_report.word.word_xml import NAMESPACES, escape

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


def empty_document(report: Report, house: HouseStyle | None) -> Document:
    """A document with no body yet, in the report's own styles or a house's."""
    document = docx.Document()
    drop_parts(document.part.package, _NOT_OURS)
    drop_parts(document.part, _NOT_OURS)
    if house:
        _dress_as(document, house, report.language)
    else:
        dress(document.styles.element, report.language)
    settings = _settings(report.language, even_pages=house is not None and house.setup.even_pages)
    add_part(
        document.part, RELATIONSHIP_TYPE.SETTINGS, "/word/settings.xml", CONTENT_TYPE.WML_SETTINGS, settings
    )
    describe(document.part.package, report)
    return document


def add_links_and_lists(document: Document, writer: Writer) -> None:
    """Add what the written body refers to by number: the addresses of its links, and its lists."""
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


def _dress_as(document: Document, house: HouseStyle, language: str) -> None:
    """Put a house's styles, and the theme they lean on, in place of the template's."""
    part, kinds, types = document.part, RELATIONSHIP_TYPE, CONTENT_TYPE
    drop_parts(part, {kinds.STYLES})
    sheet = in_language(house.sheet, language)
    add_part(part, kinds.STYLES, "/word/styles.xml", types.WML_STYLES, sheet)
    if house.theme:
        drop_parts(part, {kinds.THEME})
        add_carried(part, kinds.THEME, "/word/theme/theme1.xml", types.OFC_THEME, house.theme)


def _settings(language: str, *, even_pages: bool) -> str:
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _COMPATIBILITY.items()
    )
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f"{'<w:evenAndOddHeaders/>' if even_pages else ''}"
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatibility}</w:compat>'
        f'<w:themeFontLang w:val="{escape(language)}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
