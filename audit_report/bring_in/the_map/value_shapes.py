"""What the values of a column look like: dates, people, words of a list, refs, money, texts."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit_report.bring_in.the_map.tracker_fields import Shape
from audit_report.bring_in.their_cells.dated_notes import split_notes
from audit_report.bring_in.their_cells.their_dates import DATE_IN_TEXT, dates_in, days_of, is_date_words
from audit_report.bring_in.their_file.grids import GridCell
from audit_report.schema.kinds import Money
from audit_report.schema.spacing import match_key

_MOST_LOOKED_AT = 400
_MOST_SAMPLES = 3
_LONGEST_REF, _LONGEST_WORDS, _LONGEST_NAMES, _SHORTEST_TEXT, _LONGEST_DATE = 30, 45, 120, 12, 30
_MOST_WORDS_OF_A_LIST, _LETTERS_BESIDE_A_DATE = 15, 15
_SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?](?:\s|$)|\b(?:the|to|is|are|was|were|will|has|have|been|not)\b")
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")
_POSTS = re.compile(
    r"\b(?:head|director|manager|officer|lead|chief|executive|assistant|deputy|team|principal|senior|service|"
    r"accountant|auditor|solicitor|s151|ceo|cfo|coordinator)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w.'’-]*)(?:[ ,]+(?:(?:of|for|and|the|&|-|de|van)[ ]+)*[A-Z(][\w.'’()-]*){0,5}")
_PART = re.compile(r"[;\n/,&]| and | [-–] ")
_ID = re.compile(r";#\d*")
"""The ids that a list of SharePoint sets between names: "Ann Archer;#12;#Ben Baker;#14"."""
_YES_NO = {"yes", "no", "y", "n", "true", "false"}
_NOTHING = {"", "-", "–", "n/a", "na", "none", "nil", "tbc", "tba"}


@dataclass(frozen=True, slots=True)
class ColumnValues:
    """A column's values: how many there are, samples, and the share of them that has each shape."""

    filled: int
    of: int
    samples: tuple[str, ...]
    shares: Mapping[Shape, float]
    words: Mapping[str, int]
    """The short ones among the values, and how many cells have each."""
    colours: Mapping[str, int]
    """The names of the fills of cells without words, and how many have each."""
    texts: tuple[str, ...] = ()
    """The words of its cells, as far as they were looked at."""


def column_values(cells: Sequence[GridCell], of: int) -> ColumnValues:
    """What the cells of a column look like, of which there could be `of`."""
    worded = [cell for cell in cells if not cell.is_empty]
    looked_at = [
        cell
        for cell in worded[:_MOST_LOOKED_AT]
        if cell.is_calculated and match_key(cell.shown) not in _NOTHING
    ]
    samples = tuple(dict.fromkeys(" ".join(cell.shown.split()) for cell in worded if cell.shown))[
        :_MOST_SAMPLES
    ]
    colours = Counter(cell.colour for cell in cells if cell.is_empty and cell.colour)
    shares = {shape: _share(shape, looked_at) for shape in Shape} if looked_at else {}
    words = Counter(cell.shown for cell in looked_at if len(cell.shown) <= _LONGEST_WORDS)
    texts = tuple(cell.shown for cell in looked_at)
    return ColumnValues(len(worded), of, samples, shares, words, colours, texts)


def _share(shape: Shape, cells: Sequence[GridCell]) -> float:
    match shape:
        case Shape.WORDS:
            return _of_a_list(cells)
        case Shape.REF:
            return _different(cells) * sum(map(_is_ref, cells)) / len(cells)
        case _:
            return sum(_LOOKS[shape](cell) for cell in cells) / len(cells)


def _of_a_list(cells: Sequence[GridCell]) -> float:
    """How far the values are a few short words that come again and again."""
    short = [cell for cell in cells if len(cell.shown) <= _LONGEST_WORDS and not _has_days(cell)]
    if len({match_key(cell.shown) for cell in short}) > max(_MOST_WORDS_OF_A_LIST, len(cells) // 10):
        return 0.0
    return len(short) / len(cells)


def _different(cells: Sequence[GridCell]) -> float:
    return len({match_key(cell.shown) for cell in cells}) / len(cells)


def _is_ref(cell: GridCell) -> bool:
    return (
        len(cell.shown) <= _LONGEST_REF
        and bool(_DIGIT.search(cell.shown))
        and not isinstance(cell.value, date)
    )


def _is_date(cell: GridCell) -> bool:
    if not isinstance(cell.value, str):
        return isinstance(cell.value, date)
    return (len(cell.shown) <= _LONGEST_DATE and is_date_words(cell.shown)) or _is_dates_alone(cell.shown)


def _is_dates_alone(text: str) -> bool:
    """Whether a text is dates with few words between them: "31/3/26, now 30/6/26"."""
    dates = dates_in(text)
    letters = sum(map(str.isalpha, DATE_IN_TEXT.sub("", text)))
    return bool(dates) and letters <= _LETTERS_BESIDE_A_DATE * len(dates)


def _has_days(cell: GridCell) -> bool:
    """Whether a cell is a date, and not only words such as "Ongoing"."""
    return isinstance(cell.value, date) or (len(cell.shown) <= _LONGEST_DATE and bool(days_of(cell.shown)))


def names_a_post(text: str) -> bool:
    """Whether words hold those of a post: "Head of Revenues"."""
    return bool(_POSTS.search(text))


def looks_like_people(text: str) -> bool:
    """Whether words are people or posts: "P. Penrose / R. Roach", "Assistant Director, Commissioning"."""
    if len(text) > _LONGEST_NAMES or (_SENTENCE.search(text) and not names_a_post(text)):
        return False
    if names_a_post(text) or "@" in text:
        return True
    parts = [part.strip() for part in _PART.split(_ID.sub(";", text)) if part.strip()]
    return bool(parts) and all(_NAME.fullmatch(part) for part in parts)


def _is_text(cell: GridCell) -> bool:
    return len(cell.shown) >= _SHORTEST_TEXT and bool(_LETTER.search(cell.shown)) and not _is_date(cell)


def _is_money(cell: GridCell) -> bool:
    return isinstance(Money().read(cell.value), float)


def _is_percent(cell: GridCell) -> bool:
    return cell.shown.endswith("%") or (isinstance(cell.value, (int, float)) and 0 <= cell.value <= 100)  # noqa: PLR2004  per cent


def _is_note(cell: GridCell) -> bool:
    """Whether words stand beside a date that they begin with."""
    notes = split_notes(cell.shown) if isinstance(cell.value, str) else []
    return any(note.day and any(map(str.isalpha, DATE_IN_TEXT.sub("", note.text))) for note in notes)


_LOOKS = {
    Shape.DATE: _is_date,
    Shape.PEOPLE: lambda cell: isinstance(cell.value, str) and looks_like_people(cell.shown),
    Shape.MONEY: _is_money,
    Shape.PERCENT: _is_percent,
    Shape.YES_NO: lambda cell: match_key(cell.shown) in _YES_NO,
    Shape.TEXT: _is_text,
    Shape.NOTES: _is_note,
}
