"""What a header cell may say and still be the header of a column that the tracker declares."""

import re
from collections.abc import Iterator, Mapping

from audit_report.schema.record import Column, Record, columns_of
from audit_report.schema.spacing import match_key

_NOTE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|[*:†])\s*$")
"""A note in brackets or a mark at the end of a header: "Owner (name)", "Action ref *"."""


def columns_by_key(record: type[Record], version: int) -> Mapping[str, Column]:
    """The columns of a sheet by header, as headers are compared; case, spacing and line breaks do not count."""
    return _columns(record, version)[0]


def column_without_notes(record: type[Record], version: int, text: str) -> Column | None:
    """The column whose header a text is once notes at its end are left out; None where it is none.

    The brackets of a declared header may be missing or say something else, as in "Financial loss (£k)". Those of a
    worked-out one must be there: a column "Priority" is the council's own.
    """
    declared, bare = _columns(record, version)
    return next((found for key in _shorter(text) if (found := declared.get(key) or bare.get(key))), None)


def _columns(record: type[Record], version: int) -> tuple[Mapping[str, Column], Mapping[str, Column]]:
    """The columns of a sheet by header, and by header without its notes; worked out once."""
    if (record, version) not in _KNOWN:
        columns = columns_of(record, version)
        exact = {match_key(column.header): column for column in columns}
        bare = {key: each for each in columns if not each.worked_out for key in _shorter(each.header)}
        _KNOWN[record, version] = exact, bare
    return _KNOWN[record, version]


_KNOWN: dict[tuple[type[Record], int], tuple[Mapping[str, Column], Mapping[str, Column]]] = {}


def _shorter(text: str) -> Iterator[str]:
    """A header as it is compared, then without each of the notes at its end."""
    yield match_key(text)
    while (shorter := _NOTE.sub("", text)) != text:
        text = shorter
        yield match_key(text)
