"""The texts of a workbook: plain, or of runs some of which are bold or italic."""

from xml.etree.ElementTree import Element

from audit_report.ooxml.bounded_zip import BoundedZip
from audit_report.ooxml.limits import LONGEST_TEXT, MOST_RUNS, MOST_STRINGS, hold_to
from audit_report.ooxml.safe_xml import child, children, is_on, local_name
from audit_report.ooxml.xml_characters import unescaped
from audit_report.schema.raw_values import RichCell, TooLong
from audit_report.schema.rich_text import Run

Text = str | RichCell | TooLong


class TextItems:
    """Reads texts, of which so many may be in a look of their own."""

    def __init__(self) -> None:
        self._runs = 0

    def read(self, item: Element) -> Text:
        """The text of a shared string (`si`) or of one in its cell (`is`); how words are pronounced is left out."""
        if len(item) == 1 and item[0].tag.endswith("}t"):
            return within_limit(unescaped(item[0].text or ""))
        runs = tuple(run for each in item if not _is_struck_out(each) and (run := _run(each)))
        struck_out = "".join(run.text for each in item if _is_struck_out(each) and (run := _run(each)))
        text = "".join(run.text for run in runs)
        if len(text) > LONGEST_TEXT or not (
            struck_out.strip() or any(run.bold or run.italic for run in runs)
        ):
            return within_limit(text)
        self._runs += len(item)
        hold_to(self._runs, MOST_RUNS, "stretches of bold or italic text")
        return RichCell(runs, struck_out.strip())


def within_limit(text: str) -> str | TooLong:
    """The text, if a cell can hold it."""
    return text if len(text) <= LONGEST_TEXT else TooLong(text[:LONGEST_TEXT])


def shared_strings(archive: BoundedZip, part: str) -> list[Text]:
    """The strings that cells name by number."""
    items, found = TextItems(), list[Text]()
    for item in archive.elements(part, "si"):
        found.append(items.read(item))
        hold_to(len(found), MOST_STRINGS, "shared strings")
    return found


def _run(element: Element) -> Run | None:
    """A run of text in one look, or text on its own; what else there may be is no text of the cell."""
    match local_name(element):
        case "t":
            return Run(unescaped(element.text or ""))
        case "r":
            text = "".join(each.text or "" for each in children(element, "t"))
            look = child(element, "rPr")
            return Run(unescaped(text), _has(look, "b"), _has(look, "i"))
        case _:
            return None


def _is_struck_out(element: Element) -> bool:
    return local_name(element) == "r" and _has(child(element, "rPr"), "strike")


def _has(look: Element | None, name: str) -> bool:
    found = None if look is None else child(look, name)
    return found is not None and is_on(found)
