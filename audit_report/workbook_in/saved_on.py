"""What a workbook's file says of itself: when it was last saved, for copying changes the disk's dates; its macros."""

from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from audit_report.ooxml.bounded_zip import BoundedZip
from audit_report.ooxml.limits import TooLargeError
from audit_report.ooxml.safe_xml import ForbiddenXmlError

_PROPERTIES, _MACROS = "docProps/core.xml", "xl/vbaProject.bin"
_NONE = (BadZipFile, EOFError, ExpatError, ForbiddenXmlError, KeyError, OSError, TooLargeError, ValueError)


def saved_on(path: Path) -> str:
    """The moment in ISO form, which sorts as text; blank where the file does not say."""
    try:
        archive = BoundedZip(path.read_bytes())
        if _PROPERTIES not in archive:
            return ""
        said = [each.text or "" for each in archive.elements(_PROPERTIES, "modified")]
    except _NONE:
        return ""
    return said[0].strip() if said else ""


def has_macros(path: Path) -> bool:
    """Whether a workbook holds macros."""
    try:
        return _MACROS in BoundedZip(path.read_bytes())
    except _NONE:
        return False
