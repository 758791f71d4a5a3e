"""The people that a cell of theirs names, told apart, with the post, email or team that stands beside a name."""

import re
from dataclasses import dataclass

from audit_report.bring_in.the_map.meanings_of_words import says_nothing
from audit_report.bring_in.the_map.value_shapes import names_a_post
from audit_report.schema.spacing import clean

_ALWAYS_PARTS = re.compile(r"[\n;]+")
_ID = re.compile(r"(?:^|;?#)\d+(?:;#|$)|;#")
"""The ids that a list of SharePoint sets between names: "Ann Archer;#12;#Ben Baker;#14"."""
_EMAIL = re.compile(r"[\w.'+-]+@[\w.-]+\.\w+")
_BRACKETED = re.compile(r"^(?P<out>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
_DASHED = re.compile(r"^(?P<out>[^–—]+?)\s+[-–—]\s+(?P<inside>.+)$")
_COMMA = re.compile(r"^(?P<out>[^,]+),\s*(?P<inside>.+)$")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}")
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person, or a post that stands for one: the name as the tracker is to have it, and what is said of them."""

    name: str
    job_title: str = ""
    directorate: str = ""
    email: str = ""


def people_in(text: str) -> list[NamedPerson]:
    """The people of a cell in its order; words that are nobody's name are kept as they are."""
    parted = _ID.sub("\n", text) if "#" in text else text
    people: list[NamedPerson] = []
    for line in map(clean, _ALWAYS_PARTS.split(parted)):
        if line and not says_nothing("people", line):
            people += _in_line(line)
    return list(dict.fromkeys(people))


def _in_line(line: str) -> list[NamedPerson]:
    """The people of a line: one with a post or team, or several where each part is somebody."""
    if person := _with_email(line) or _with_post(line):
        return [person]
    for separators in ("/", "&", "and", ","):
        parts = _parts(line, separators)
        posts = [names_a_post(part) for part in parts]
        if separators in {"and", "&"} and any(posts) and not all(posts):
            continue  # the "and" of one post: "Head of Policy and Performance"
        if len(parts) > 1 and all(_is_somebody(part, separators) for part in parts):
            return [person for part in parts for person in _in_line(part)]
    return [NamedPerson(line)]


def _parts(line: str, separator: str) -> list[str]:
    pattern = rf"\s+{separator}\s+" if separator in {"and", "&"} else rf"\s*{separator}\s*"
    return [part for part in map(clean, re.split(pattern, line)) if part]


def _is_somebody(part: str, separator: str) -> bool:
    """Whether a part is a person or post of its own: a single word is none beside a comma ("Archer, Ann")."""
    if names_a_post(part):
        return True
    return bool(_NAME.fullmatch(part)) and (
        len(part.split()) >= _FEWEST_WORDS or separator in {"/", "&", "and"}
    )


def _with_email(line: str) -> NamedPerson | None:
    found = _EMAIL.search(line)
    if not found:
        return None
    name = clean(re.sub(r"[<>()\[\],]|mailto:", " ", line.replace(found[0], " ")))
    words = found[0].partition("@")[0].replace("_", ".").split(".")
    return NamedPerson(name or " ".join(word.capitalize() for word in words), email=found[0])


def _with_post(line: str) -> NamedPerson | None:
    """A name with a post or a team: "Ann Archer (Head of HR)", "Head of HR (Ann Archer)", "A. Penrose - Networks"."""
    for pattern in (_BRACKETED, _DASHED, _COMMA):
        found = pattern.match(line)
        if not found:
            continue
        out, inside = found["out"], found["inside"]
        if _is_name(out) and names_a_post(inside):
            return NamedPerson(out, job_title=inside)
        if names_a_post(out) and _is_name(inside) and pattern is not _COMMA:
            return NamedPerson(inside, job_title=out)
        if _is_name(out) and pattern is not _COMMA:
            return NamedPerson(out, directorate=inside)
    return None


def _is_name(text: str) -> bool:
    is_full = len(text.split()) >= _FEWEST_WORDS
    return is_full and bool(_NAME.fullmatch(text)) and not names_a_post(text)
