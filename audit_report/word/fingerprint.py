"""The fingerprint of a document's text: the same as long as nobody has changed a word, whoever has saved the file."""

import hashlib
from collections.abc import Iterable

_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ASIDE = frozenset(
    f"{_PARTS}.{part}+xml" for part in ("header", "footer", "footnotes", "endnotes", "comments")
)
"""The content types of the parts that hold words beside the body's."""


class Fingerprint:
    """The SHA-256 of a text, which is given paragraph by paragraph."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, paragraphs: Iterable[str]) -> None:
        """Go on with these paragraphs of the body."""
        self._hash.update("".join([f"{paragraph}\n" for paragraph in paragraphs]).encode())

    def ending(self, aside: Iterable[str]) -> str:
        """The fingerprint, `aside` being the paragraphs that do not stand in the body.

        Each of those counts once: some programs write a header anew for every section.
        """
        whole = self._hash.copy()
        for paragraph in sorted(set(aside)):
            whole.update(f"\f{paragraph}\n".encode())
        return whole.hexdigest()
