"""The map as a file to read and edit: a line a column and a line a word, what each rests on said beside it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from audit_report.bring_in.the_map.import_map import DIRECTORATE, SHEET, SOURCE, TITLE, Design
from audit_report.bring_in.the_map.map_options import OPTION_LINES
from audit_report.bring_in.the_map.meanings_of_words import meanings
from audit_report.bring_in.the_map.propose_columns import ColumnProposal
from audit_report.bring_in.the_map.propose_map import Proposal
from audit_report.bring_in.the_map.tracker_fields import BOTH, NOWHERE, OWN_COLUMN, field_name, fields
from audit_report.model.records import Action

_TWO = (field_name(Action, "owner"), field_name(Action, "original_due"))
_WIDEST, _LONGEST_SAMPLE = 46, 40
_INTRODUCTION = """\
How somebody else's tracker is brought in by audit-report import. Read it, put right what is wrong, save it, and give
it with --map. It serves the next file of the same design too.

On the left stands what is theirs, on the right what it becomes. Lines marked ? are doubtful: look at those first.
A column with "" has no place: its cells are kept on the sheet "Not brought in"."""


def map_text(proposal: Proposal) -> str:
    """The map as TOML, with comments."""
    lines = [*_comment(_INTRODUCTION), "", "[options]", *_options(proposal), *_levels(proposal.map.levels)]
    for design, columns in zip(proposal.map.designs, proposal.columns, strict=True):
        lines += ["", "[[design]]", *_design(design), "", "[design.columns]", *_columns(design, columns)]
    for name, words in proposal.map.words.items():
        known = meanings(name, proposal.map.levels)
        lines += ["", f"[words.{quoted(name)}]", *_words(known, words, proposal.counts.get(name, {}))]
    return "\n".join([*lines, "", *_comment(_every_field()), ""])


def quoted(text: str) -> str:
    """A text as TOML spells it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> Iterator[str]:
    yield from (f"# {line}".rstrip() for line in text.splitlines())


def _options(proposal: Proposal) -> Iterator[str]:
    for name, option in OPTION_LINES.items():
        value = getattr(proposal.map.options, name)
        yield f"# {option.purpose} {option.expected}."
        yield f"{name} = {_value(value)}" + ("  # ? nobody has said yet" if value == "" else "")


def _levels(levels: Sequence[str]) -> Iterator[str]:
    if levels:
        yield "# The levels of the priorities, most severe first: Annex 1 has these, and section B prints the first."
        yield f"levels = [{', '.join(map(quoted, levels))}]"


def _value(value: date | str) -> str:
    return value.isoformat() if isinstance(value, date) else quoted(value)


def _design(design: Design) -> Iterator[str]:
    yield "# Where tables with these headers stand; for information."
    yield f"found_on = [{', '.join(map(quoted, design.found_on))}]"
    if design.headings:
        yield (
            "# What the rows of one text alone are, outermost first: "
            f"{quoted(SOURCE)}, {quoted(DIRECTORATE)} or {quoted(NOWHERE)}."
        )
        yield f"headings = [{', '.join(map(quoted, design.headings))}]"
    yield (
        "# Where a table says which assessment it is of, if no column or heading does: "
        f"{quoted(TITLE)}, {quoted(SHEET)} or {quoted(NOWHERE)}."
    )
    yield f"assessment = {quoted(design.assessment)}"
    if design.above:
        yield ""
        yield "[design.above]"
        yield from _aligned((label, field, "") for label, field in design.above.items())


def _columns(design: Design, proposals: Sequence[ColumnProposal]) -> Iterator[str]:
    yield "# their column = our field  # how like it is, of 100 · cells filled · samples"
    yield from _aligned((each.header, design.columns[each.header], _remark(each)) for each in proposals)


def _remark(proposal: ColumnProposal) -> str:
    """What a column's proposal rests on, with other candidates where it is doubtful."""
    values = proposal.values
    samples = [_short(sample) for sample in values.samples]
    samples += [f"{colour} (as a colour)" for colour in values.colours]
    parts = [str(proposal.likeness), f"{values.filled} of {values.of}", "; ".join(samples)]
    if proposal.is_doubtful:
        others = [each.field for each in proposal.candidates if each.field != proposal.field]
        parts.append("or: " + ", ".join(map(quoted, others)) if others else "")
    return ("? " if proposal.is_doubtful else "") + " · ".join(part for part in parts if part)


def _words(known: Iterable[str], words: Mapping[str, str], counts: Mapping[str, int]) -> Iterator[str]:
    if known:
        yield from _wrapped("# Their word = what it means: ", map(quoted, known))
        yield '# A word with "" is kept as typed.'
    for word, meaning in words.items():
        count = f"{counts[word]} time{'s' * (counts[word] != 1)}" if word in counts else ""
        yield f"{quoted(word)} = {quoted(meaning)}  # {'' if meaning else '? '}{count}"


def _aligned(lines: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Lines of key, value and remark, their equals signs and remarks under each other."""
    spelt = [(quoted(key), quoted(value), remark) for key, value, remark in lines]
    keys = min(max((len(key) for key, _, _ in spelt), default=0), _WIDEST)
    values = min(max((len(value) for _, value, _ in spelt), default=0), _WIDEST)
    for key, value, remark in spelt:
        yield f"{key:{keys}} = {value:{values}}{'  # ' + remark if remark else ''}".rstrip()


def _every_field() -> str:
    return "\n".join(
        [
            f"The fields a column can go to; {quoted(OWN_COLUMN)} keeps it as it is in a column of its own:",
            f"A column that holds two things goes to both: {quoted(BOTH.join(_TWO))}.",
            *(f"  {quoted(name)}" for name in fields()),
        ]
    )


def _wrapped(start: str, words: Iterable[str]) -> Iterator[str]:
    """A comment of many words, no line of it too wide."""
    line = start
    for word in words:
        if len(line) + len(word) > _PAGE:
            yield line.rstrip()
            line = "#   "
        line += f"{word}, "
    yield line.rstrip(", ")


_PAGE = 118


def _short(text: str) -> str:
    text = "".join(character if character.isprintable() else "�" for character in text)
    return text if len(text) <= _LONGEST_SAMPLE else text[: _LONGEST_SAMPLE - 1].rstrip() + "…"
