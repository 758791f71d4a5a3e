"""The small tracker as programs that cannot run here save it: the habits of each, laid over its parts."""

import re
from collections.abc import Callable
from io import BytesIO, RawIOBase
from zipfile import ZIP_DEFLATED, ZipFile

from tests.workbook_in.corpus import MAIN, RELATIONS, SHEET, Parts, packed, shared_strings

_BOOK, _BOOK_LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_WEB_SPACES = (
    b' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    b' mc:Ignorable="x14ac xr xr2 xr3"'
    b' xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
    b' xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"'
    b' xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2"'
    b' xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3"'
)
_GOOGLE_SPACES = (
    b' xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main"'
    b' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    b' xmlns:mv="urn:schemas-microsoft-com:mac:vml"'
    b' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    b' xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"'
)


def excel_on_the_web() -> bytes:
    """Strings shared, rows with spans, revision marks, and a shared formula that reaches into another workbook."""
    parts = _with_external_book(_edited_sheets(_web_sheet))
    parts[_BOOK] = _first_inside(
        parts[_BOOK],
        b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        b'<mc:Choice Requires="x15"><x15ac:absPath url="https://example.org/Documents/"'
        b' xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice>'
        b"</mc:AlternateContent>"
        b'<xr:revisionPtr revIDLastSave="0" documentId="8_{0}"'
        b' xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"/>',
    )
    parts[SHEET] = _with_formulas(parts[SHEET])
    parts["xl/calcChain.xml"] = b'<calcChain xmlns="' + MAIN + b'"><c r="E2" i="2"/><c r="E3"/></calcChain>'
    parts["docMetadata/LabelInfo.xml"] = b"<labelList/>"
    parts["xl/persons/person.xml"] = b"<personList/>"
    return _streamed(parts)


def google_sheets() -> bytes:
    """Numbers with a decimal point, a thousand rows of a look alone, a drawing on every sheet, and no table."""
    parts = _edited_sheets(_google_sheet)
    for name in [name for name in parts if name.startswith("xl/worksheets/")]:
        folder, _, file = name.rpartition("/")
        parts[f"{folder}/_rels/{file}.rels"] = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="rId1" Type="' + RELATIONS + b'/drawing" Target="../drawings/drawing1.xml"/>'
            b"</Relationships>"
        )
    parts["xl/drawings/drawing1.xml"] = b"<wsDr/>"
    return packed(parts)


def _edited_sheets(edit: Callable[[bytes], bytes]) -> Parts:
    return {
        name: edit(part) if name.startswith("xl/worksheets/") else part
        for name, part in shared_strings().items()
    }


def _web_sheet(xml: bytes) -> bytes:
    xml = re.sub(rb"<worksheet [^>]*?(?=>)", rb"\g<0>" + _WEB_SPACES + b' xr:uid="{0A-1}"', xml, count=1)
    xml = re.sub(rb'<row r="(\d+)"[^>]*>', rb'<row r="\1" spans="1:19" x14ac:dyDescent="0.25">', xml)
    return xml.replace(
        b"</worksheet>",
        b'<extLst><ext uri="{CC}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        b'<x14:dataValidations count="1"/></ext></extLst></worksheet>',
    )


def _with_formulas(xml: bytes) -> bytes:
    """The due dates of Actions as one shared formula and its follower, the first of them from another workbook."""
    first = rb'<c r="E2" \1 cm="1"><f t="shared" ref="E2:E3" si="0">[1]Plan!$B2</f>\2</c>'
    xml = re.sub(rb'<c r="E2" ([^>]*)>(<v>.*?</v>)</c>', first, xml)
    return re.sub(rb'<c r="E3" ([^>]*)>(<v>.*?</v>)</c>', rb'<c r="E3" \1><f t="shared" si="0"/>\2</c>', xml)


def _with_external_book(parts: Parts) -> Parts:
    link, folder = "xl/externalLinks/externalLink1.xml", "xl/externalLinks/_rels"
    space = b' xmlns:r="' + RELATIONS + b'"'
    more = {
        link: b'<externalLink xmlns="' + MAIN + b'"><externalBook' + space + b' r:id="rId1"/></externalLink>',
        f"{folder}/externalLink1.xml.rels": (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="rId1" Type="' + RELATIONS + b'/externalLinkPath"'
            b' Target="https://example.org/plan.xlsx" TargetMode="External"/></Relationships>'
        ),
        _BOOK_LINKS: parts[_BOOK_LINKS].replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Type="' + RELATIONS + b'/externalLink"'
            b' Target="/xl/externalLinks/externalLink1.xml"/></Relationships>',
        ),
        _BOOK: parts[_BOOK].replace(
            b"</sheets>",
            b"</sheets><externalReferences><externalReference"
            + space
            + b' r:id="rId99"/></externalReferences>',
        ),
    }
    return {**parts, **more}


def _google_sheet(xml: bytes) -> bytes:
    xml = re.sub(rb"<worksheet [^>]*?(?=>)", rb"\g<0>" + _GOOGLE_SPACES, xml, count=1)
    xml = re.sub(rb'(<c r="\w+"(?: s="\d+")?(?: t="n")?><v>\d+)(</v>)', rb"\1.0\2", xml)
    blank = b"".join(
        b'<row r="%d" ht="15.75" customHeight="1"><c r="A%d" s="0"/></row>' % (row, row)
        for row in range(100, 1001)
    )
    drawing = b'<drawing xmlns:r="' + RELATIONS + b'" r:id="rId1"/></worksheet>'
    return xml.replace(b"</sheetData>", blank + b"</sheetData>").replace(b"</worksheet>", drawing)


def _first_inside(xml: bytes, more: bytes) -> bytes:
    """The part with elements put before the first of its root's."""
    return re.sub(rb"<workbook [^>]*>", lambda root: root[0] + more, xml, count=1)


def _streamed(parts: Parts) -> bytes:
    """A file written without going back: the lengths follow each part, as servers write them."""
    made = BytesIO()

    class OneWay(RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            return made.write(data)  # type: ignore[arg-type]  # any buffer of bytes

    with ZipFile(OneWay(), "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


SAVED: tuple[Callable[[], bytes], ...] = (excel_on_the_web, google_sheets)
