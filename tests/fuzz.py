"""Files made by chance: `python -m tests.fuzz --runs N --seed S` checks and builds each, and reports what came of it.

A run mutates the small tracker's bytes, the XML of one of its parts, the values of its cells or what the file is made
of; now and then, or with `--documents` always, those of a report, a house style or a problem list instead. What must
come is a report, a list of problems or one sentence; anything else is a crash, and so is what takes more than ten
seconds of processor time or a gibibyte. Its file is kept.
"""

import argparse
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from audit_report.answers.chasing_list import chasing_list
from audit_report.cannot_run import CannotRunError
from audit_report.pipeline import check_workbook, page_bytes, report_bytes
from audit_report.report.provenance import NotAReportError
from audit_report.word import UnusableStyleError, read_house_style, style_file
from audit_report.word.read_back.made_from import read_report
from audit_report.workbook_out.problem_list import is_own_list
from tests.fuzz_structure import STRUCTURE, Mutation
from tests.workbook_in import corpus, programs

SNIPPETS = (
    b"<",
    b">",
    b"&",
    b'"',
    b"</c>",
    b"<c>",
    b'<c r="A1"/>',
    b"<f/>",
    b"<f>1/0</f>",
    b't="e"',
    b't="s"',
    b't="d"',
    b't="b"',
    b"<v>1e308</v>",
    b"<v>-1</v>",
    b"<v>NaN</v>",
    b"<v>99999999999</v>",
    b"<is><r><rPr><b/></rPr><t>x</t></r></is>",
    b"_x0001_",
    b"_xD800_",
    b"&#x202E;",
    b"&#1;",
    b"&lol;",
    b"<!--",
    b"<![CDATA[",
    b"<!DOCTYPE a>",
    b"\xff\xfe",
    b"\0",
    b'r="XFD1048576"',
    b'r="ZZZZ1"',
    b'ref="A1:XFD1048576"',
    b's="9999"',
    b"{authority}",
    b"=1+1",
    b'<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    b"xmlns:x=",
    b"mc:Ignorable=",
    b"<x:y/>",
)
VALUES = (
    b"",
    b"0",
    b"-1",
    b"0.1",
    b"1e308",
    b"40298",
    b"Yes",
    b"no",
    b"Critical",
    b"TBC",
    b"31/02/2010",
    b"Summer 2010",
    b"R1",
    b"r 1",
    b"Ann Archer",
    b"{authority}",
    b"{",
    b"}",
    b"{}",
    b"{0}",
    b"=1+1",
    b"@x",
    b"&lt;b&gt;",
    b"_x0001_",
    b"_xD800_",
    "\u202e\u05e9\u05dc".encode(),
    "é👩‍👩‍👧".encode(),
    b"x" * 32_767,
    b"\n\n- \n\xe2\x80\xa2",
    b"1.",
    b"2009-10",
    b"Q5 2010",
    b"9999-12-31",
    b"0001-01-01",
    b"31/12/9999",
    b"by",
    b"from May 2010 to",
    b"\xc2\xb2",
    b"\xd9\xa3",
    b"May 0000",
)
NUMBERS = (
    b"0",
    b"-1",
    b"0.1",
    b"0.30000000000000004",
    b"1e308",
    b"-1e308",
    b"1E-300",
    b"123456789012345678",
    b"NaN",
    b"INF",
    b"40298",
    b"59",
    b"60",
    b"2958465.9",
    b"2958466",
    b"99999999999",
    b"-0.0",
    b"1000000",
    b"0.15",
)
TYPED: dict[bytes, tuple[bytes, ...]] = {
    b"inlineStr": VALUES,
    b"str": VALUES,
    b"n": NUMBERS,
    b"b": (b"0", b"1"),
    b"e": (b"#REF!", b"#N/A", b"#DIV/0!", b"#SPILL!", b""),
    b"d": (
        b"2010-04-30",
        b"2010-04-30T12:00:00",
        b"9999-12-31T23:59:59",
        b"1899-12-31T00:00:00",
        b"12:30:00",
        b"soon",
    ),
}
_LIKELY = 0.95
_OTHER = 0.1


def mutate_bytes(chance: random.Random, parts: corpus.Parts) -> bytes:
    """The file with bytes changed, cut or doubled."""
    return _scrambled(chance, corpus.packed(parts))


def mutate_xml(chance: random.Random, parts: corpus.Parts) -> bytes:
    """The file with one part's XML changed, so that the zip is whole."""
    name = chance.choice(sorted(parts))
    part = parts[name]
    for _ in range(chance.randint(1, 4)):
        at = chance.choice([found.start() for found in re.finditer(rb"[<> \"]", part)] or [0])
        kind = chance.randrange(4)
        if kind == 0:
            part = part[:at] + chance.choice(SNIPPETS) + part[at:]
        elif kind == 1:
            part = part[:at] + part[at + chance.randint(1, 40) :]
        elif kind == 2:
            part = part[: at + 1] + chance.choice(SNIPPETS) + part[at + 1 + chance.randint(0, 9) :]
        else:
            part = _scrambled(chance, part)
    return corpus.packed({**parts, name: part})


def mutate_cells(chance: random.Random, parts: corpus.Parts) -> bytes:
    """The file with some cells of a few sheets holding something else."""
    made = dict(parts)
    for name in chance.sample(sorted(each for each in parts if "worksheets/" in each), 3):
        cells = list(re.finditer(rb'<c r="(\w+)"([^>]*)>.*?</c>', made[name], re.DOTALL))
        for cell in sorted(chance.sample(cells, min(len(cells), 3)), key=lambda each: -each.start()):
            made[name] = made[name][: cell.start()] + _any_cell(chance, cell[1]) + made[name][cell.end() :]
    return corpus.packed(made)


def _any_cell(chance: random.Random, address: bytes) -> bytes:
    kind = chance.choice(sorted(TYPED))
    value = chance.choice(TYPED[kind] if chance.random() < _LIKELY else VALUES)
    if kind == b"inlineStr":
        return b'<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (address, value)
    look = chance.choice((b"", b' s="1"'))
    formula = chance.choice((b"", b"", b"<f>A1</f>"))
    return b'<c r="%s"%s t="%s">%s<v>%s</v></c>' % (address, look, kind, formula, value)


def _scrambled(chance: random.Random, content: bytes) -> bytes:
    made = bytearray(content)
    for _ in range(chance.choice((1, 2, 8, 64))):
        at = chance.randrange(len(made) + 1)
        match chance.randrange(4):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[at : at + chance.randint(1, 20)]
            case 2:
                made[at:at] = made[at : at + chance.randint(1, 50)]
            case _:
                made[at:at] = chance.choice(SNIPPETS)
    return bytes(made)


_OF_TRACKERS: tuple[Mutation, ...] = (mutate_bytes, mutate_xml, mutate_cells, mutate_cells, *STRUCTURE)
_OF_OTHERS: tuple[Mutation, ...] = (mutate_bytes, mutate_xml, mutate_xml, *STRUCTURE)
MOST_SECONDS, MOST_MEMORY = 10.0, 1 << 30
"""Of processor time and in bytes."""


def outcome(path: Path) -> str:
    """What the program makes of a file: refused, problems or report. Raises whatever it does not catch."""
    try:
        checked = check_workbook(path)
    except CannotRunError as reason:
        return "refused" if str(reason).strip() else "refused without a word"
    report_bytes(checked, draft=True)
    page_bytes(checked, draft=True)
    return "problems" if checked.problems else "report"


class Door(NamedTuple):
    """Another file that the program reads: a sound one, what opens it, and how it is refused."""

    content: bytes
    opened_by: Callable[[Path], object]
    refused_with: tuple[type[Exception], ...]


def doors(folder: Path) -> tuple[Door, ...]:
    """A report, a house style and a problem list, each as the program writes it."""
    path = folder / "sound.xlsx"
    path.write_bytes(corpus.small_workbook())
    checked = check_workbook(path)
    return (
        Door(report_bytes(checked), read_report, (NotAReportError,)),
        Door(
            style_file(),
            lambda style: report_bytes(checked, house=read_house_style(style)),
            (UnusableStyleError,),
        ),
        Door(chasing_list(checked, path, path), is_own_list, ()),
    )


def outcome_of_door(door: Door, path: Path) -> str:
    """What the program makes of a file that is no tracker. Raises whatever it does not catch."""
    try:
        door.opened_by(path)
    except door.refused_with as reason:
        return "refused" if str(reason).strip() else "refused without a word"
    return "opened"


def fuzz(runs: int, seed: int, keep: Path, *, documents: bool = False) -> Counter[str]:
    """How often each outcome came of `runs` files; a crash is counted by its last line and its file kept."""
    files = (corpus.small_workbook(), corpus.strings_of_their_own(), *(make() for make in programs.SAVED))
    kinds = [corpus.unpacked(content) for content in files]
    found: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        others = doors(Path(folder))
        path = Path(folder) / "tracker.xlsx"
        for number in range(runs):
            chance = random.Random(f"{seed}-{number}")  # noqa: S311  chance, not secrecy
            door = chance.choice(others) if documents or chance.random() < _OTHER else None
            mutate = chance.choice(_OF_OTHERS if door else _OF_TRACKERS)
            content = mutate(chance, corpus.unpacked(door.content) if door else chance.choice(kinds))
            path.write_bytes(content)
            begun = time.process_time()
            try:
                found[outcome_of_door(door, path) if door else outcome(path)] += 1
            except BaseException as reason:  # a reader in Rust raises panics as such
                if isinstance(reason, (KeyboardInterrupt, SystemExit)):
                    raise
                last = traceback.extract_tb(reason.__traceback__)[-1]
                found[f"CRASH {type(reason).__name__} {reason} at {last.filename}:{last.lineno}"[:240]] += 1
                _keep(keep / f"{seed}-{number}-{mutate.__name__}{'.docx' if door else '.xlsx'}", content)
            if (seconds := time.process_time() - begun) > MOST_SECONDS:
                found[f"CRASH {seconds:.0f} s"] += 1
                _keep(keep / f"{seed}-{number}-{mutate.__name__}-slow.zip", content)
    return found


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def most_memory() -> int:
    """The most bytes that this run has taken at any time; 0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415  Windows has none
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Run from the command line; exit 1 where anything crashed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", action="store_true", help="reports, styles and lists alone")
    parser.add_argument(
        "--keep", type=Path, default=Path("fuzz-crashes"), help="where crashing files are kept"
    )
    chosen = parser.parse_args()
    found = fuzz(chosen.runs, chosen.seed, chosen.keep, documents=chosen.documents)
    if most_memory() > MOST_MEMORY:
        found[f"CRASH {most_memory():,} bytes"] += 1
    for name, times in found.most_common():
        sys.stdout.write(f"{times:>7}  {name}\n")
    sys.stdout.write(f"{most_memory() / (1 << 20):>7.0f}  MiB at most\n")
    sys.exit(any(name.startswith(("CRASH", "refused without")) for name in found))


if __name__ == "__main__":
    main()
