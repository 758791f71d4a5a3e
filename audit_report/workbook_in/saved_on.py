"""When a workbook was last saved, as the file itself says: copying it about changes the disk's own dates."""

from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from audit_report.ooxml.bounded_zip import BoundedZip
from audit_report.ooxml.limits import TooLargeError
from audit_report.ooxml.safe_xml import ForbiddenXmlError

_PROPERTIES = "docProps/core.xml"


def saved_on(path: Path) -> str:
    """The moment in ISO form, which sorts as text; blank where the file does not say."""
    try:
        archive = BoundedZip(path.read_bytes())
        if _PROPERTIES not in archive:
            return ""
        said = [each.text or "" for each in archive.elements(_PROPERTIES, "modified")]
    except (
        BadZipFile,
        EOFError,
        ExpatError,
        ForbiddenXmlError,
        KeyError,
        OSError,
        TooLargeError,
        ValueError,
    ):
        return ""
    return said[0].strip() if said else ""
