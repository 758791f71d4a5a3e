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
from tests.word.spoilt import SPOILS


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


@pytest.mark.parametrize("way", SPOILS)
def test_a_spoilt_report_fails_the_one_check_for_it(way: str) -> None:
    check, spoil = SPOILS[way]
    document = deepcopy(sound())
    spoil(document)
    assert list(failed(document)) == [check]


def test_every_check_is_shown_to_fail() -> None:
    assert {check for check, _ in SPOILS.values()} == {check.__name__ for check in CHECKS}
