"""The seal of a PDF of ours: its last lines, which hold the SHA-256 of all before them."""

import hashlib
import re
from pathlib import Path

_END = b"%%EOF"
_SEAL = re.compile(rb"% audit-report ([0-9a-f]{64})\n%%EOF\s*\Z")
"""Such as "% audit-report 9f86…\n%%EOF", the last two lines."""


def sealed(content: bytes) -> bytes:
    """A PDF with a comment before its end that holds the SHA-256 of all before it."""
    body, _, _ = content.rpartition(_END)
    return b"%b%% audit-report %b\n%b\n" % (body, _digest(body).encode(), _END)


def is_own(path: Path) -> bool:
    """Whether a file is a PDF that this program made and nobody has changed since."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    seal = _SEAL.search(content)
    return seal is not None and seal[1].decode() == _digest(content[: seal.start()])


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
