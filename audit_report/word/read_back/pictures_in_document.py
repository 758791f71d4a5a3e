"""Pictures and charts as a reader sees them: what they show, how large, and the words for who cannot see them."""

from collections.abc import Mapping
from hashlib import sha256

from lxml.etree import _Element as Element

from audit_report.ooxml.bounded_zip import Relation
from audit_report.ooxml.safe_xml import whole_number
from audit_report.word.read_back.charts_in_document import chart_facts
from audit_report.word.read_back.comparable_things import Shown
from audit_report.word.read_back.not_of_a_report import called, words_in
from audit_report.word.read_back.report_package import ReportPackage
from audit_report.word.read_back.word_elements import children, relation_id

_EMU = 635
"""A twip in the unit of a drawing."""
_LOOKS_ONLY = {"chartStyle", "chartColorStyle"}


def drawing(package: ReportPackage, related: Mapping[str, Relation], element: Element, where: str) -> Shown:
    """A picture or a chart; anything else drawn is a thing that no report has."""
    placed = next((each for _, each in children(element)), element)
    facts = _facts(placed)
    charts = _targets(placed, "chart", related)
    pictures = _targets(placed, "blip", related)
    if len(charts) == 1 and not pictures and charts[0].target in package:
        title, shown = chart_facts(package.parsed(charts[0].target))
        leads = {each.kind for each in package.related(charts[0].target).values()} - _LOOKS_ONLY
        facts |= {"leads to": ", ".join(sorted(leads))} if leads else {}
        return Shown("chart", where, title, {**facts, **shown})
    if len({each.target for each in pictures}) == 1 and pictures[0].target in package:
        facts["picture"] = sha256(package.content(pictures[0].target)).hexdigest()
        return Shown("picture", where, "", facts)
    words = words_in(element)
    return Shown("thing", where, called(element), {**facts, "words": words} if words else facts)


def _targets(element: Element, name: str, related: Mapping[str, Relation]) -> list[Relation]:
    """What the elements of a name in a drawing lead to."""
    known = (relation_id(each) for each in element.iter(f"{{*}}{name}"))
    return [related[each] for each in known if each in related]


def _facts(placed: Element) -> dict[str, str]:
    """How a drawing is placed, its size in twips, and its alternative text."""
    facts = {"placed": str(placed.tag).rpartition("}")[2]}
    extent, about = placed.find("{*}extent"), placed.find("{*}docPr")
    if extent is not None:
        facts |= {
            name: str(whole_number(extent.get(key, "")) // _EMU)
            for name, key in (("width", "cx"), ("height", "cy"))
        }
    if about is not None:
        words = about.get("descr") or about.get("title") or ""
        facts |= {"alt text": words} if words else {}
        facts |= {"hidden": "on"} if about.get("hidden", "0") not in ("0", "false") else {}
    for cut in placed.iter("{*}srcRect"):
        sides = {str(side): str(text) for side, text in cut.attrib.items() if text != "0"}
        facts |= {"cut": str(sorted(sides.items()))} if sides else {}
    return facts
