"""Files that a reader of workbooks must live through: each made here from the small tracker, none kept."""

import re
import struct
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from tests.trackers import save_tracker, small_tracker

Parts = dict[str, bytes]

SHEET = "xl/worksheets/sheet2.xml"
"""The part of Actions, in the small tracker as openpyxl saves it."""

STRINGS = "xl/sharedStrings.xml"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def small_workbook() -> bytes:
    """The small tracker's file."""
    with TemporaryDirectory() as folder:
        return save_tracker(Path(folder) / "tracker.xlsx", small_tracker()).read_bytes()


def unpacked(content: bytes) -> Parts:
    """A file's parts."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts, *more: tuple[str, bytes]) -> bytes:
    """A file of parts; those in `more` may repeat a name."""
    made = BytesIO()
    with warnings.catch_warnings(), ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        warnings.filterwarnings("ignore", message="Duplicate name")
        for name, part in (*parts.items(), *more):
            archive.writestr(name, part)
    return made.getvalue()


def changed(part: str, edit: Callable[[bytes], bytes]) -> bytes:
    """The small tracker with one part edited."""
    parts = unpacked(small_workbook())
    return packed({**parts, part: edit(parts[part])})


def every_part(edit: Callable[[str, bytes], bytes]) -> bytes:
    """The small tracker with every part edited."""
    return packed({name: edit(name, part) for name, part in unpacked(small_workbook()).items()})


def rows(more: bytes) -> bytes:
    """The small tracker with rows added to Actions."""
    return changed(SHEET, lambda xml: xml.replace(b"</sheetData>", more + b"</sheetData>"))


def password_protected() -> bytes:
    return _OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(1000)


def old_excel() -> bytes:
    return _OLE + bytes(504) + "Workbook".encode("utf-16-le") + bytes(1000)


def binary_excel() -> bytes:
    kind = RELATIONS + b"/officeDocument"
    links = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    links += b'<Relationship Id="rId1" Type="' + kind + b'" Target="xl/workbook.bin"/></Relationships>'
    return packed({"_rels/.rels": links, "xl/workbook.bin": bytes(100)})


def open_document() -> bytes:
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"})


def word_document() -> bytes:
    parts = unpacked(binary_excel())
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/workbook.bin", b"word/document.xml")
    return packed({**parts, "word/document.xml": b"<x/>"})


def bomb(part: str) -> bytes:
    """A part that unpacks to half a gigabyte of spaces."""
    parts = shared_strings()
    start, blank = parts[part], b" " * (1 << 20)
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, each in parts.items():
            if name != part:
                archive.writestr(name, each)
        with archive.open(part, "w", force_zip64=True) as stream:
            stream.write(start)
            for _ in range(512):
                stream.write(blank)
    return made.getvalue()


def lying_header() -> bytes:
    """A part that says it unpacks to ten bytes, and goes on."""
    content = bytearray(packed({}, *unpacked(small_workbook()).items()))
    at = content.rfind(SHEET.encode())
    content[at - 22 : at - 18] = struct.pack("<L", 10)
    return bytes(content)


def paths_outside() -> bytes:
    return packed(unpacked(small_workbook()), ("../../outside.txt", b"x"), ("/tmp/outside.txt", b"x"))  # noqa: S108  a name in a zip


def entity_bomb() -> bytes:
    entities = b'<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10) for number in range(1, 12)
    )
    return _with_doctype(b"<!DOCTYPE worksheet [" + entities + b"]>", b"&a11;")


def outside_entity() -> bytes:
    return _with_doctype(b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>', b"&x;")


def _with_doctype(doctype: bytes, use: bytes) -> bytes:
    def edit(xml: bytes) -> bytes:
        xml = xml.replace(b"<worksheet ", doctype + b"<worksheet ", 1)
        return xml.replace(b"</sheetData>", b'<row r="9"><c r="A9"><v>' + use + b"</v></c></row></sheetData>")

    return changed(SHEET, edit)


def blank_formatted_rows() -> bytes:
    row = b"".join(b'<c r="%c%%d" s="0"/>' % letter for letter in b"ABCDEF")
    return rows(
        b"".join(
            b'<row r="%d">' % number + row % ((number,) * 6) + b"</row>" for number in range(4, 1_000_000)
        )
    )


def every_column() -> bytes:
    return rows(b'<row r="4">' + b"".join(b'<c s="0"/>' for _ in range(16_384)) + b"</row>")


def far_blank_cell() -> bytes:
    return rows(b'<row r="1048576"><c r="XFD1048576" s="0"/></row>')


def far_value() -> bytes:
    return rows(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def far_value_in_small_letters() -> bytes:
    return rows(b'<row r="9"><c r="xfd1048576"><v>1</v></c></row>')


def far_value_by_its_second_address() -> bytes:
    return rows(b'<row r="9"><c r="A9" r="XFD1048576"><v>1</v></c></row>')


def far_value_by_its_last_letters() -> bytes:
    return rows(b'<row r="9"><c r="AXFD1048576"><v>1</v></c></row>')


def far_value_under_a_prefix() -> bytes:
    """One cell spelt otherwise than all the others."""
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return rows(
        b'<row r="9"><x:c xmlns:x="%s" r="XFD1048576"><x:v>1</x:v></x:c><c r="B9"><v>1</v></c></row>' % main
    )


def far_cell_that_is_none() -> bytes:
    """An element of another vocabulary, which a careless reader takes for a cell."""
    return rows(b'<row r="9"><y:c xmlns:y="urn:other" r="XFD1048576"><v>1</v></y:c></row>')


def small_letters() -> bytes:
    return changed(SHEET, lambda xml: re.sub(rb'r="[A-Z]+\d+"', lambda address: address[0].lower(), xml))


def far_value_without_addresses() -> bytes:
    wide = b"<row>" + b"<c/>" * 16_383 + b"<c><v>1</v></c></row>"
    return rows(wide + b"<row><c><v>1</v></c></row>" * 400_000)


def beyond_the_last_cell() -> bytes:
    return rows(b'<row r="99"><c r="ZZZ9999999"><v>1</v></c></row>')


def strict_edition() -> bytes:
    def edit(_: str, xml: bytes) -> bytes:
        xml = xml.replace(MAIN, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        return xml.replace(
            RELATIONS,
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    return every_part(edit)


def prefixed() -> bytes:
    def edit(name: str, xml: bytes) -> bytes:
        if not name.startswith("xl/") or b'xmlns="' + MAIN not in xml:
            return xml
        xml = re.sub(rb"<(/?)(?=[a-z])(?!\w+:)", rb"<\1x:", xml)
        return xml.replace(b'xmlns="' + MAIN, b'xmlns:x="' + MAIN)

    return every_part(edit)


def utf_16() -> bytes:
    def edit(xml: bytes) -> bytes:
        return ('<?xml version="1.0" encoding="UTF-16"?>' + xml.decode()).encode("utf-16")

    return changed(SHEET, edit)


def single_quotes_and_comments() -> bytes:
    def edit(xml: bytes) -> bytes:
        xml = re.sub(rb'<c r="(\w+)" ', rb"<c  t-x='' r='\1' ", xml).replace(b" t-x=''", b"")
        return xml.replace(b"<sheetData>", b"<!-- written by hand --><sheetData><?by hand?>")

    return changed(SHEET, edit)


def cells_without_addresses() -> bytes:
    """As some programs write them; Annex 2 has a value in every cell."""

    def edit(xml: bytes) -> bytes:
        return re.sub(rb'<row r="\d+"', b"<row", re.sub(rb'<c r="\w+"', b"<c", xml))

    return changed("xl/worksheets/sheet11.xml", edit)


def shared_strings(more: bytes = b"") -> Parts:
    """The parts of the small tracker with its strings kept in a part of their own, as Excel does."""
    parts, strings = unpacked(small_workbook()), []

    def shared(found: re.Match[bytes]) -> bytes:
        strings.append(found[1])
        return b't="s"><v>%d</v></c>' % (len(strings) - 1)

    for name in [each for each in parts if "worksheets/" in each]:
        parts[name] = re.sub(rb't="inlineStr"><is>(.*?)</is></c>', shared, parts[name], flags=re.DOTALL)
    items = b"".join(b"<si>" + string + b"</si>" for string in strings)
    parts[STRINGS] = b'<sst xmlns="' + MAIN + b'">' + items + more + b"</sst>"
    kind = RELATIONS + b"/sharedStrings"
    link = b'<Relationship Id="strings" Type="' + kind + b'" Target="sharedStrings.xml"/></Relationships>'
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace(b"</Relationships>", link)
    return parts


def strings_of_their_own() -> bytes:
    return packed(shared_strings())


def iso_dates() -> bytes:
    def edit(xml: bytes) -> bytes:
        return re.sub(
            rb'<c r="E2"[^>]*><v>[\d.]+</v></c>', b'<c r="E2" t="d"><v>2010-06-30T00:00:00</v></c>', xml
        )

    return changed(SHEET, edit)


def macros_and_links() -> bytes:
    parts = unpacked(small_workbook())
    kinds = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    links = b'<externalLink xmlns="' + MAIN + b'"/>'
    more: Parts = {
        "[Content_Types].xml": kinds,
        "xl/vbaProject.bin": _OLE + bytes(100),
        "xl/externalLinks/externalLink1.xml": links,
    }
    return packed({**parts, **more})


def hidden_sheet() -> bytes:
    return changed(
        "xl/workbook.xml",
        lambda xml: re.sub(rb'(<sheet [^>]*name="Actions"[^>]*state=")visible', rb"\1veryHidden", xml),
    )


def odd_sheet_name() -> bytes:
    return changed("xl/workbook.xml", lambda xml: xml.replace(b'name="Actions"', b'name=" ACTIONS "'))


def chart_sheet() -> bytes:
    parts = unpacked(small_workbook())
    parts["xl/chartsheets/sheet1.xml"] = b'<chartsheet xmlns="' + MAIN + b'"/>'
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="chart" Type="'
        + RELATIONS
        + b'/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
    )
    sheet = b'<sheet name="Chart" sheetId="99" xmlns:q="' + RELATIONS + b'" q:id="chart"/></sheets>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"</sheets>", sheet)
    return packed(parts)


def empty_sheet() -> bytes:
    return changed(
        SHEET, lambda xml: re.sub(rb"<sheetData>.*</sheetData>", b"<sheetData/>", xml, flags=re.DOTALL)
    )


def huge_shared_string() -> bytes:
    return packed(shared_strings(b"<si><t>" + b"x" * 50_000_000 + b"</t></si>"))


def many_merged_cells() -> bytes:
    merges = b"".join(b'<mergeCell ref="J%d:K%d"/>' % (number, number) for number in range(10, 500_000))
    return changed(
        SHEET,
        lambda xml: xml.replace(b"</sheetData>", b"</sheetData><mergeCells>" + merges + b"</mergeCells>"),
    )


def packed_by_a_later_program() -> bytes:
    """A zip that says it needs a reader of a version that does not exist."""
    content = bytearray(small_workbook())
    content[content.find(b"PK\x01\x02") + 6] = 161
    return bytes(content)


def damaged_deflate() -> bytes:
    content = bytearray(small_workbook())
    at = content.find(SHEET.encode()) + len(SHEET)
    content[at + 20 : at + 40] = bytes(20)
    return bytes(content)


def duplicate_entries() -> bytes:
    parts = unpacked(small_workbook())
    return packed(parts, (SHEET, parts[SHEET]))


def cut(share: float) -> bytes:
    """The first part of the small tracker's file."""
    content = small_workbook()
    return content[: int(len(content) * share)]


READ: tuple[Callable[[], bytes], ...] = (
    paths_outside,
    every_column,
    far_blank_cell,
    far_cell_that_is_none,
    small_letters,
    strict_edition,
    prefixed,
    utf_16,
    single_quotes_and_comments,
    cells_without_addresses,
    strings_of_their_own,
    iso_dates,
    macros_and_links,
    hidden_sheet,
    odd_sheet_name,
    chart_sheet,
)
"""Files that give the small tracker, nothing changed and nothing amiss."""

REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "password": (password_protected, "protected by a password"),
    "xls": (old_excel, "old Excel file"),
    "xlsb": (binary_excel, "binary Excel workbook"),
    "ods": (open_document, "OpenDocument file"),
    "docx": (word_document, "not an Excel workbook"),
    "csv": (lambda: b"Action ref,Action\nR1.1,Run\n", "not an Excel workbook"),
    "empty": (lambda: b"", "empty"),
    "plain zip": (lambda: packed({"a.txt": b"a"}), "damaged|not an Excel workbook"),
    "cut at a tenth": (lambda: cut(0.1), "damaged"),
    "cut in half": (lambda: cut(0.5), "damaged"),
    "cut near the end": (lambda: cut(0.99), "damaged"),
    "damaged deflate": (damaged_deflate, "damaged"),
    "packed by a later program": (packed_by_a_later_program, "damaged"),
    "lying header": (lying_header, "damaged"),
    "entity bomb": (entity_bomb, "document type"),
    "outside entity": (outside_entity, "document type"),
    "far value": (far_value, "reaches to XFD1048576"),
    "far value in small letters": (far_value_in_small_letters, "reaches to XFD1048576"),
    "far value by its second address": (far_value_by_its_second_address, "damaged"),
    "far value under a prefix": (far_value_under_a_prefix, "reaches to XFD1048576"),
    "far value by its last letters": (far_value_by_its_last_letters, "damaged"),
    "beyond the last cell": (beyond_the_last_cell, "too far|damaged"),
}
"""Files that are told in one sentence, and words of it."""

LARGE: dict[str, tuple[Callable[[], bytes], int, str]] = {
    "blank formatted rows": (blank_formatted_rows, 0, "pieces of information in"),
    "long string": (huge_shared_string, 0, "pieces of information in"),
    "merged cells": (many_merged_cells, 0, "pieces of information in"),
    "bomb in a sheet": (lambda: bomb(SHEET), 2, "too large once unpacked"),
    "bomb in the strings": (lambda: bomb(STRINGS), 2, "too large once unpacked"),
    "bomb in the looks": (lambda: bomb("xl/styles.xml"), 2, "too large once unpacked"),
    "far value without addresses": (far_value_without_addresses, 2, "too far"),
}
"""Files of a size that could take the machine with them, the exit status each gives, and words of what is said."""
