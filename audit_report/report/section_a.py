"""Section A: recent external assessments, an assessment made of parts above its parts.

The parts of an assessment that is not shown stand below the next whole that is, or on their own.
"""

from collections.abc import Iterator, Mapping, Sequence

from audit_report.model.records import Assessment
from audit_report.report.blocks import Block, Cell
from audit_report.report.context import Column, Material, one_line
from audit_report.rules.overview import critical_elsewhere, in_overview, route_of, wholes
from audit_report.schema.rich_text import Mark, RichText, plain

_COLUMNS: tuple[Column, ...] = (
    ("Column Inspection/assessment", 0.15),
    ("Column Assessing body", 0.11),
    ("Column Lead", 0.16),
    ("Column Report date", 0.11),
    ("Column Score/Summary", 0.11),
    ("Column Arrangements to address issues", 0.22),
    ("Column Upcoming Milestones", 0.14),
)

_Tree = Mapping[Assessment | None, list[Assessment]]
"""The shown assessments by the shown whole they are a part of; None for those that stand on their own."""


def overview(material: Material) -> Iterator[Block]:
    """The table of section A and a note on it, or a sentence that there is nothing to show."""
    yield material.heading(2, "Section A heading")
    if rows := tuple(_rows(material, _shown(material))):
        yield material.grid("Table title A", _COLUMNS, rows)
        yield material.prose("Section A note")
    else:
        yield material.prose("Section A nil")


def _shown(material: Material) -> _Tree:
    tree: dict[Assessment | None, list[Assessment]] = {}
    shown = in_overview(material.tracker, material.assessed)
    for assessment in shown:
        whole = next((each for each in wholes(material.tracker, assessment) if each in shown), None)
        tree.setdefault(whole, []).append(assessment)
    return tree


def _rows(material: Material, tree: _Tree, *above: Assessment) -> Iterator[tuple[Cell, ...]]:
    """The rows of the parts of the last of those above, each with those of its own parts."""
    for assessment in tree.get(above[-1] if above else None, ()):
        yield _row(material, tree, assessment, above)
        yield from _rows(material, tree, *above, assessment)


def _row(
    material: Material, tree: _Tree, assessment: Assessment, above: Sequence[Assessment]
) -> tuple[Cell, ...]:
    """The row of an assessment; one without a body or a lead of its own names those of its parts.

    A blank cell points to the rows below or above only where one of them has what it lacks.
    """
    parts, below = tree.get(assessment, ()), tuple(_below(tree, assessment))

    def without(attribute: str, words: str = "Not stated") -> str:
        return "See below" if any(getattr(each, attribute) for each in below) else words

    undated = "Please see above" if any(each.reported for each in above) else without("reported")
    cells = (
        _name(material, assessment, is_group=bool(parts), is_part=bool(above)),
        material.stated(assessment.body or _bodies(material, parts), without("body")),
        material.stated(material.posts(assessment.lead) or _leads(material, parts), without("lead")),
        material.approximate(assessment.reported, undated),
        material.stated(assessment.score, without("score")),
        material.stated(_arrangements(material, assessment), without("arrangements", "None")),
        material.stated(assessment.milestones, without("milestones", "None")),
    )
    return tuple(Cell(lines) for lines in cells)


def _below(tree: _Tree, whole: Assessment) -> Iterator[Assessment]:
    """The parts of an assessment, and theirs."""
    for part in tree.get(whole, ()):
        yield part
        yield from _below(tree, part)


def _bodies(material: Material, parts: Sequence[Assessment]) -> str:
    """The assessing bodies of parts, each once."""
    return material.joined(list(dict.fromkeys(one_line(each.body) for each in parts if each.body)))


def _leads(material: Material, parts: Sequence[Assessment]) -> RichText:
    """The names of those who lead for parts, each once; their job titles stand beside the parts."""
    people = (person.name for each in parts for person in material.tracker.people(each.lead))
    return tuple(plain(one_line(name)) for name in dict.fromkeys(people) if name)


def _name(material: Material, assessment: Assessment, *, is_group: bool, is_part: bool) -> RichText:
    name = assessment.name or assessment.ref or material.text("Not stated")
    text = material.text("Group row", assessment=name) if is_group else one_line(name)
    return (plain(text, Mark.BULLET if is_part else Mark.PLAIN),)


def _arrangements(material: Material, assessment: Assessment) -> RichText:
    """Its arrangements, and where its recommendations are reported if there are none or some would stand in B."""
    elsewhere = _elsewhere(material, assessment)
    if not (elsewhere and assessment.arrangements):
        return elsewhere or assessment.arrangements
    critical = assessment in critical_elsewhere(material.tracker, material.assessed)
    return (*assessment.arrangements[:], *elsewhere) if critical else assessment.arrangements


def _elsewhere(material: Material, assessment: Assessment) -> RichText:
    """Where its recommendations are reported, if not here: an assessment goes where its whole goes."""
    route = route_of(material.tracker, assessment.ref)
    return material.words.lines("Reported elsewhere", route=route) if route else ()
