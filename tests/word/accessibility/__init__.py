"""Whether a .docx is accessible, as far as a machine can tell: small checks, each of one thing.

A check takes an opened document and returns what is wrong with it, nothing where it passes.
"""

from collections.abc import Mapping

from tests.word.accessibility import file, looks, tables, text
from tests.word.accessibility.opened import Opened
from tests.word.accessibility.tables import Check

CHECKS: tuple[Check, ...] = (*file.CHECKS, *text.CHECKS, *tables.CHECKS, *looks.CHECKS)


def failed(document: Opened) -> Mapping[str, list[str]]:
    """The checks that a document fails, by name, with what each says."""
    return {check.__name__: said for check in CHECKS if (said := check(document))}
