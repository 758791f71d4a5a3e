"""Refs: what councils use for one, and what no ref can be because a spreadsheet would read it otherwise."""

import re
from functools import cache

from audit_report.schema.placeholders import is_placeholder

_LETTER = re.compile("[A-Za-z]")
_OTHER = re.compile(r"[^A-Za-z0-9 \-._/()&]")
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
_PART = r"[ ./-]*"
_DATE = re.compile(
    rf"\d{{1,4}}{_PART}{_MONTH}(?:{_PART}\d{{1,4}})?"  # 10-Mar, 1 May 2010, 2010/Dec
    rf"|{_MONTH}{_PART}\d{{1,4}}",  # Mar-10, SEPT2
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{1,2} [ap]|\d{1,2} ?[ap]m", re.IGNORECASE)  # 5 p, 10 AM
_NUMBER = re.compile(r"\(?\d+\.?\d*e[+-]?\d+\)?", re.IGNORECASE)  # 1E5
_TRUTH = re.compile("true|false", re.IGNORECASE)
_TAKEN_FOR = {"a date": _DATE, "a time": _TIME, "a number": _NUMBER, "TRUE or FALSE": _TRUTH}


@cache
def why_no_ref(text: str) -> str:
    """Why a text, trimmed and with plain hyphens, cannot be a ref; empty where it can.

    Refs recur from sheet to sheet, so what was found is kept.
    """
    if _OTHER.search(text):
        return f"it holds {' '.join(sorted(set(_OTHER.findall(text))))}"
    if not _LETTER.search(text):
        return "it has no letter"
    if not (text[0].isalnum() or text[0] == "("):
        return "it does not start with a letter or digit"
    taken = next((name for name, pattern in _TAKEN_FOR.items() if pattern.fullmatch(text)), "")
    if taken:
        return f"a spreadsheet takes it for {taken}"
    return "it says nothing" if len(text) > 1 and is_placeholder(text) else ""
