"""The report from front to back: its sections in order, their pages, and what every page carries."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from audit_report.model.assessed import Assessed
from audit_report.model.tracker import Tracker
from audit_report.model.vocabulary import Language
from audit_report.model.wording import wording
from audit_report.problems import Problem
from audit_report.report.annexes import annexes
from audit_report.report.at_a_glance import summary
from audit_report.report.blocks import Block, Grid, Part, Provenance, Report
from audit_report.report.changes_section import changes
from audit_report.report.context import Material
from audit_report.report.draft_errors import draft
from audit_report.report.front_page import front, report_title, title
from audit_report.report.section_a import overview
from audit_report.report.section_b import critical
from audit_report.report.section_c import exceptions
from audit_report.report.section_d import schedule


@dataclass(frozen=True, slots=True)
class Section:
    """What writes a section, which may have nothing to say.

    The pages of a `landscape` one are wide for its table: without one it stands among the others.
    """

    write: Callable[[Material], Iterable[Block]]
    landscape: bool = False


SECTIONS = (
    Section(title),
    Section(summary),
    Section(front),
    Section(overview, landscape=True),
    Section(critical),
    Section(exceptions),
    Section(changes),
    Section(schedule, landscape=True),
    Section(annexes),
    Section(draft),
)
"""The sections in order. To add one, write its file and add a line here; words have to follow its tables."""

_LANGUAGE_TAGS = {Language.ENGLISH: "en-GB", Language.WELSH: "cy-GB"}


def compose(
    tracker: Tracker,
    assessed: Assessed,
    provenance: Provenance,
    draft_problems: Sequence[Problem] | None = None,
    *,
    published: bool = False,
) -> Report:
    """The report on a tracker as the rules assess it; given its errors, if only none, a draft that lists them.

    What is `published` counts exempt recommendations and says no more of them.
    """
    details = tracker.details
    words = wording(details, tracker.report_text, assessed.as_at, assessed.previous_as_at)
    material = Material(
        tracker, assessed, words, draft_problems or (), published, is_draft=draft_problems is not None
    )
    return Report(
        title=report_title(material).text,
        subject=material.text("Period"),
        author=details.authority,
        language=_LANGUAGE_TAGS[details.language],
        header=_running(material, "Running header"),
        footer=_running(material, "Running footer"),
        page_number=material.text("Page number", page="{page}", pages="{pages}"),
        contents=material.label("Contents heading"),
        skip_link=material.label("Skip link"),
        parts=_parts(material),
        provenance=provenance,
        draft_mark="" if draft_problems is None else material.text("Draft mark"),
    )


def _running(material: Material, place: str) -> str:
    """The words of a running place, without the marks that part them from a fact that is blank."""
    return material.text(place).strip(" ,–")


def _parts(material: Material) -> tuple[Part, ...]:
    """The sections on their pages, those of one orientation together."""
    parts: list[Part] = []
    for section in SECTIONS:
        written = tuple(section.write(material))
        if not written:
            continue
        landscape = section.landscape and any(isinstance(block, Grid) for block in written)
        if parts and parts[-1].landscape == landscape:
            parts[-1] = Part(parts[-1].blocks + written, landscape)
        else:
            parts.append(Part(written, landscape))
    return tuple(parts)
