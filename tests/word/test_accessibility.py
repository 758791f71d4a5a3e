"""Every report passes every check on accessibility, and every check fails a report that is spoilt for it."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest

from audit_report.word import render
from tests.report.northshire import northshire
from tests.report.test_report import composed
from tests.word.accessibility import CHECKS, failed
from tests.word.accessibility.opened import Opened
from tests.word.modes import MODES
from tests.word.spoilt import SPOILS, Spoil


@cache
def sound() -> Opened:
    """A report with one of everything."""
    return Opened.of(render(composed(northshire())))


@cache
def made(mode: str) -> bytes:
    return MODES[mode]()


@pytest.mark.parametrize("mode", MODES)
def test_a_report_passes_every_check(mode: str) -> None:
    assert failed(Opened.of(made(mode))) == {}


@pytest.mark.parametrize("mode", MODES)
def test_microsofts_validator_has_no_complaint(
    mode: str, tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(made(mode))
    assert ooxml_validator(path) == []


@pytest.mark.parametrize(
    ("check", "spoil"),
    [pytest.param(check, spoil, id=way) for check, ways in SPOILS.items() for way, spoil in ways.items()],
)
def test_a_spoilt_report_fails_the_one_check_for_it(check: str, spoil: Spoil) -> None:
    document = deepcopy(sound())
    spoil(document)
    assert list(failed(document)) == [check]


def test_every_check_is_shown_to_fail() -> None:
    assert set(SPOILS) == {check.__name__ for check in CHECKS}
