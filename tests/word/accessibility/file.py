"""What a document says of itself, and its pages (research on accessible committee papers; SI 2018/952, WCAG 2.2 AA)."""

import re

from tests.word.accessibility.opened import Opened, find, value, values

_LANGUAGES = {"en-GB", "cy-GB"}
_A4 = {("11906", "16838", ""), ("16838", "11906", "landscape")}
_FILE_NAME = re.compile(r"\.\w{2,4}$")
_PAGE = re.compile(r"\s*PAGE\b")


def has_a_title(document: Opened) -> list[str]:
    """A title that a reader can tell it by, not a file's name."""
    title = value(document.parts["docProps/core.xml"], "dc:title/text()").strip()
    return [] if title and not _FILE_NAME.search(title) else [f"the title is {title!r}"]


def has_a_language(document: Opened) -> list[str]:
    """One language, a British one, for all of its words."""
    default = value(document.styles, "w:docDefaults//w:lang/@w:val")
    said = [
        default,
        value(document.parts["word/settings.xml"], "w:themeFontLang/@w:val"),
        *values(document.styles, "w:style//w:lang/@w:val"),
        *(each for page in document.pages for each in values(page, ".//w:lang/@w:val")),
        *(each for chart in document.charts for each in values(chart, "c:lang/@val | .//a:rPr/@lang")),
    ]
    return (
        [] if default in _LANGUAGES and set(said) == {default} else [f"the languages are {sorted(set(said))}"]
    )


def is_its_authors(document: Opened) -> list[str]:
    """An author and a date of its own; nothing left from the library that wrote it."""
    core = document.parts["docProps/core.xml"]
    author, about = value(core, "dc:creator/text()"), value(core, "dc:description/text()")
    complaints = [f"the author is {author!r}"] if author in ("", "python-docx") else []
    complaints += [f"the description is {about!r}"] if "python-docx" in about else []
    created = value(core, "dcterms:created/text()")
    return complaints + ([f"it was made on {created}"] if created.startswith("2013") else [])


def is_not_protected(document: Opened) -> list[str]:
    """Open to a reader's own tools."""
    return ["it is protected"] if find(document.parts["word/settings.xml"], "w:documentProtection") else []


def is_on_a4(document: Opened) -> list[str]:
    """A4 paper, and a section's orientation named as it is."""
    sizes = [
        (value(size, "@w:w"), value(size, "@w:h"), value(size, "@w:orient"))
        for size in find(document.body, ".//w:pgSz")
    ]
    return [f"a page is {size}" for size in sizes if size not in _A4]


def numbers_its_pages(document: Opened) -> list[str]:
    """The number of the page in the footer of every section, its own or the one before's."""
    complaints, footer = [], None
    for number, section in enumerate(find(document.body, ".//w:sectPr"), 1):
        if known := value(section, "w:footerReference[@w:type='default']/@r:id"):
            footer = document.related(known)
        fields = [] if footer is None else values(footer, ".//w:fldSimple/@w:instr | .//w:instrText/text()")
        if not any(map(_PAGE.match, fields)):
            complaints.append(f"section {number} has no page number")
    return complaints


CHECKS = (has_a_title, has_a_language, is_its_authors, is_not_protected, is_on_a4, numbers_its_pages)
