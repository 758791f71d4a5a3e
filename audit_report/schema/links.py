"""Links: which addresses the report may lead to, and how they are written."""

import re
from urllib.parse import quote

_FOLLOWED = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
"""How an address begins that anybody may follow, such as "https:"; "javascript:", "file:" or "ms-word:" may do harm."""
_ADDRESS_MARKS = "%/:?#[]@!$&'()*+,;=~"


def may_be_followed(address: str) -> bool:
    """Whether an address is a web page's or an email's."""
    return _FOLLOWED.match(address) is not None


def followed(address: str | None) -> str:
    """An address as a document may lead to it; nothing where there is none, or none that may be followed."""
    if not address or not may_be_followed(address):
        return ""
    return quote(address, safe=_ADDRESS_MARKS, errors="ignore")
