"""What a document says of its tables and pictures to who cannot see them, for programs that leave it out of a PDF."""

from dataclasses import dataclass

from audit_report.word.read_back.report_package import ReportPackage
from audit_report.word.read_back.word_elements import W, child, is_off, value


@dataclass(frozen=True, slots=True)
class Named:
    """A document's tables, each its title and whether its first column heads the rows; the words of its pictures."""

    tables: tuple[tuple[str, bool], ...]
    pictures: tuple[str, ...]


def named_in_document(report: bytes) -> Named:
    """Those of a .docx, in its order."""
    package = ReportPackage(report)
    body = package.parsed(package.main)
    tables = [child(table, "tblPr") for table in body.iter(f"{W}tbl")]
    looks = [child(properties, "tblLook") for properties in tables]
    labelled = [look is not None and not is_off(look.get(f"{W}firstColumn", "0")) for look in looks]
    titles = [value(properties, "tblCaption") for properties in tables]
    words = [each.get("descr") or each.get("title") or "" for each in body.iter("{*}docPr")]
    return Named(tuple(zip(titles, labelled, strict=True)), tuple(words))
