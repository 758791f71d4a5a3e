"""Text with bold or italic in it, which the reader of values takes for plain."""

import re

from lxml import etree

from audit_report.ooxml.bounded_zip import parse
from audit_report.schema.raw_values import RichCell
from audit_report.schema.rich_text import Run

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_RICH_ITEM = re.compile(rb"<si(?: [^>]*)?>(.*?)</si>|<si/>", re.DOTALL)


def rich_strings(xml: bytes) -> dict[bytes, RichCell]:
    """The rich ones among a workbook's shared strings (their part in plain XML), by the number that cells give."""
    if b"<rPr" not in xml:
        return {}
    found = {}
    for number, item in enumerate(_RICH_ITEM.finditer(xml)):
        if item[1] and b"<rPr" in item[1] and (cell := rich_cell(parse(b"<si>" + item[1] + b"</si>"))):
            found[b"%d" % number] = cell
    return found


def rich_cell(item: etree._Element) -> RichCell | None:
    """The runs of a string item; None where nothing in it is bold or italic."""
    runs = tuple(Run(_unescaped(run), _is_on(run, "b"), _is_on(run, "i")) for run in item.iterfind("{*}r"))
    return RichCell(runs) if any(run.bold or run.italic for run in runs) else None


def _unescaped(run: etree._Element) -> str:
    """The text of a run; _x0007_ in the file is the character that XML cannot hold, as it is read elsewhere."""
    text = "".join(text.text or "" for text in run.iterfind("{*}t"))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _is_on(run: etree._Element, look: str) -> bool:
    found = run.find(f"{{*}}rPr/{{*}}{look}")
    return found is not None and found.get("val", "1") not in ("0", "false")
