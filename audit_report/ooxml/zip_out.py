"""Parts put together as an Office file whose bytes depend on nothing but what is in them."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day a zip can hold."""
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The parts, each a name and its content, as a zip in their order."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts:
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _REGULAR_FILE
            entry.create_system = _UNIX  # else it names the kind of machine the program ran on
            archive.writestr(entry, part)
    return content.getvalue()
