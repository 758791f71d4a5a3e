"""All that a document shows: what it says of itself, its body in order, and what the pages of each section carry."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from audit_report.ooxml.limits import hold_to
from audit_report.word.read_back.comparable_things import Shown
from audit_report.word.read_back.look_properties import own_look, settled, without
from audit_report.word.read_back.looks_from_styles import Styling
from audit_report.word.read_back.not_of_a_report import called, tracked_looks
from audit_report.word.read_back.paragraph_text import TextReader, anchors
from audit_report.word.read_back.paragraphs_and_tables import BlockReader
from audit_report.word.read_back.report_package import ReportPackage
from audit_report.word.read_back.word_elements import W, child, children, is_on, relation_id

_OURS = {
    "officeDocument", "core-properties", "extended-properties", "custom-properties", "styles", "numbering", "settings",
    "theme", "header", "footer", "chart", "image", "hyperlink",
}  # fmt: skip
"""The kinds of thing that a report leads to."""
_ADDED_ON_SAVING = {
    "fontTable", "webSettings", "stylesWithEffects", "customXml", "customXmlProps", "thumbnail", "footnotes",
    "endnotes", "chartStyle", "chartColorStyle", "people",
}  # fmt: skip
"""What programs add when they save a document, none of which shows."""
_CHANGED_ON_SAVING = {"lastModifiedBy", "revision", "modified", "lastPrinted", "version"}
_PUT_IN_BY_OFFICES = ("MSIP_Label_", "_dlc_", "ContentTypeId", "MediaServiceImageTags")
"""How the properties begin that SharePoint and sensitivity labels add to whatever is kept there."""
_TELLING_SETTINGS = ("attachedTemplate", "documentProtection", "mailMerge", "writeProtection")
_USUAL_COLOURS = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
"""What the names of colours mean in a theme; every other name means the colour of that name."""
_MOST_SECTIONS = 1_000
_PAGES_UNSEEN = ("formProt", "docGrid", "headerReference", "footerReference")


def shown(content: bytes) -> list[Shown]:
    """What a .docx shows, in reading order.

    Raises TooLargeError, or one of `given_file.DAMAGED`.
    """
    package = ReportPackage(content)
    return [
        *sorted(_properties(package), key=lambda each: each.words),
        *_Document(package).read(),
        *_settings(package),
        *_leads(package),
    ]


class _Document:
    """A document whose parts are read in order, for its lists count on from one to the next."""

    def __init__(self, package: ReportPackage) -> None:
        self._package = package
        self._styling = Styling(*(package.first(kind) for kind in ("styles", "numbering", "theme")))
        self._even_pages = is_on(package.first("settings"), "evenAndOddHeaders")
        self._root = package.parsed(package.main)

    def read(self) -> Iterator[Shown]:
        """What stands in the body, then each section's pages."""
        body = child(self._root, "body")
        for _, each in children(self._root):
            if each is not body:
                yield Shown(
                    "thing",
                    "",
                    "a second body" if body is not None and each.tag == body.tag else called(each),
                )
        yield from self._part(self._package.main, self._root, body)
        carried: dict[tuple[str, str], str] = {}
        sections = [each for each in self._root.iter(f"{W}sectPr") if _stands(each)]
        hold_to(len(sections), _MOST_SECTIONS, "sections")
        for number, section in enumerate(sections, 1):
            yield self._pages(section, number)
            yield from self._stories(section, number, carried)

    def _part(self, part: str, root: Element, within: Element | None, where: str = "") -> Iterator[Shown]:
        text = TextReader(self._package, part, self._styling)
        yield from BlockReader(text, self._styling, anchors(self._root), where).read(within)
        yield from (Shown("thing", where, name) for name in tracked_looks(root))

    def _pages(self, section: Element, number: int) -> Shown:
        """A section's paper, margins and columns."""
        look = settled(without(own_look(section), *_PAGES_UNSEEN))
        unseen = ("pgSz.orient", "pgSz.code", "cols.space", "pgNumType.fmt", "cols.equalWidth")
        facts = {
            name: text
            for name, text in look.items()
            if name not in unseen and (name, text) != ("cols.num", "1")
        }
        return Shown(
            "pages", f"in section {number}", "", facts | ({"even pages": "on"} if self._even_pages else {})
        )

    def _stories(self, section: Element, number: int, carried: dict[tuple[str, str], str]) -> Iterator[Shown]:
        """The headers and footers of a section; one that it does not name is that of the section before."""
        related = self._package.related(self._package.main)
        kinds = ["default"]
        kinds += ["first"] if is_on(section, "titlePg") else []
        kinds += ["even"] if self._even_pages else []
        for story in ("header", "footer"):
            for reference in section.findall(f"{W}{story}Reference"):
                if target := related.get(relation_id(reference)):
                    carried[story, reference.get(f"{W}type", "default")] = target.target
            for kind in kinds:
                part = carried.get((story, kind), "")
                if part in self._package:
                    root = self._package.parsed(part)
                    yield from self._part(part, root, root, f"in the {story} of section {number}")


def _stands(section: Element) -> bool:
    """Whether a section's properties are those of today, not those before a tracked change."""
    return next(section.iterancestors(f"{W}sectPrChange"), None) is None


def _properties(package: ReportPackage) -> Iterator[Shown]:
    """What the document says of itself."""
    for related in package.related("").values():
        if related.kind not in ("core-properties", "custom-properties") or related.target not in package:
            continue
        for each in package.parsed(related.target).iterchildren("*"):
            name = each.get("name") or str(each.tag).rpartition("}")[2]
            words = " ".join("".join(map(str, each.itertext())).split())
            if words and name not in _CHANGED_ON_SAVING and not name.startswith(_PUT_IN_BY_OFFICES):
                yield Shown("property", "", name, {"value": words})


def _settings(package: ReportPackage) -> Iterator[Shown]:
    settings, fonts = package.first("settings"), package.first("fontTable")
    for name in _TELLING_SETTINGS:
        if child(settings, name) is not None:
            yield Shown("setting", "", name)
    mapped = child(settings, "clrSchemeMapping")
    said = (
        {}
        if mapped is None
        else {str(name).removeprefix(W): str(text) for name, text in mapped.attrib.items()}
    )
    if any(_USUAL_COLOURS.get(name, name) != text for name, text in said.items()):
        yield Shown("setting", "", "clrSchemeMapping")
    if fonts is not None and any(str(each.tag).startswith(f"{W}embed") for each in fonts.iter("*")):
        yield Shown("thing", "", "an embedded font")


def _leads(package: ReportPackage) -> Iterator[Shown]:
    """What leads to other kinds of thing than a report's or out of the file, and what nothing leads to."""
    known = _OURS | _ADDED_ON_SAVING
    for related in dict.fromkeys(package.every_lead()):
        if related.is_outside and related.kind != "hyperlink":
            yield Shown("thing", "", f"a link to a file elsewhere ({related.kind} {related.target})")
        elif related.kind not in known:
            yield Shown("thing", "", f"a part of the kind “{related.kind}”")
    for name in package.stray_parts():
        yield Shown("thing", "", f"the part {name}, which nothing in the document leads to")
    if package.has_parts_twice:
        yield Shown("thing", "", "a part that is there twice")
