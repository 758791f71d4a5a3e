"""Files in the container that Office had before .xlsx and .docx, which keeps protected files still: what each is."""

from enum import Enum, auto

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class OldFile(Enum):
    """What a file in the old container is."""

    RIGHTS_PROTECTED = auto()
    """A newer file that a sensitivity label or rights management has encrypted; it has no password."""
    PASSWORD_PROTECTED = auto()
    WORD = auto()
    EXCEL = auto()
    MESSAGE = auto()
    """An email saved from Outlook."""
    OTHER = auto()


_STREAMS = (
    ("DRMEncrypted", OldFile.RIGHTS_PROTECTED),
    ("EncryptedPackage", OldFile.PASSWORD_PROTECTED),
    ("WordDocument", OldFile.WORD),
    ("__properties_version1.0", OldFile.MESSAGE),
    ("Workbook", OldFile.EXCEL),
    ("Book", OldFile.EXCEL),
)
"""The names of streams by which each is known; a protected file of rights has both of the first two."""


def old_file(content: bytes) -> OldFile | None:
    """What a file in the old container is; None where it is in no such container."""
    if not content.startswith(_SIGNATURE):
        return None
    return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in content), OldFile.OTHER)
