"""What the document says of itself: title, author and dates, and what it was made from."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.package import Package

from audit_report.report.blocks import Report
from audit_report.report.provenance import TEXT_SHA256, named_values
from audit_report.word.docx_out import add_part, drop_parts
from audit_report.word.word_xml import escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_EXTENDED = (
    f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Audit Report</Application></Properties>'
)
_CUSTOM_PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_CUSTOM_NUMBER = 2


def describe(package: Package, report: Report) -> None:
    """Put the report's own properties in place of the package's; its text is not known yet."""
    types, kinds = CONTENT_TYPE, RELATIONSHIP_TYPE
    _put(package, "core", kinds.CORE_PROPERTIES, types.OPC_CORE_PROPERTIES, _core(report))
    _put(package, "app", kinds.EXTENDED_PROPERTIES, types.OFC_EXTENDED_PROPERTIES, _EXTENDED)
    seal(package, report, "")


def seal(package: Package, report: Report, text_sha256: str) -> None:
    """Record what the report was made from, with the fingerprint of the text that has now been written."""
    kind, content_type = RELATIONSHIP_TYPE.CUSTOM_PROPERTIES, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
    _put(package, "custom", kind, content_type, _custom(report, text_sha256))


def _put(package: Package, name: str, kind: str, content_type: str, xml: str) -> None:
    drop_parts(package, {kind})
    add_part(package, kind, f"/docProps/{name}.xml", content_type, xml)


def _core(report: Report) -> str:
    """The core properties, dated the as-at day; undated where a draft has none."""
    author = escape(report.author)
    draft = f"<cp:contentStatus>{escape(report.draft_mark)}</cp:contentStatus>" if report.draft_mark else ""
    return (
        f"<cp:coreProperties {_CORE}><dc:title>{escape(report.full_title)}</dc:title>"
        f"<dc:subject>{escape(report.subject)}</dc:subject><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"{_dates(report.provenance.as_at)}<dc:language>{escape(report.language)}</dc:language>{draft}"
        "</cp:coreProperties>"
    )


def _dates(as_at: str) -> str:
    if not as_at:
        return ""
    return "".join(
        f'<dcterms:{event} xsi:type="dcterms:W3CDTF">{as_at}T00:00:00Z</dcterms:{event}>'
        for event in ("created", "modified")
    )


def _custom(report: Report, text_sha256: str) -> str:
    values = named_values(report.provenance) | {TEXT_SHA256: text_sha256}
    properties = "".join(
        f'<property fmtid="{_CUSTOM_PROPERTY_SET}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), _FIRST_CUSTOM_NUMBER)
    )
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{properties}</Properties>"
    )
