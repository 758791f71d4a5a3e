"""Reports of every kind and in every mode, each a function that gives both editions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from audit_report import web, word
from audit_report.pipeline import check_workbook, page_bytes, report_bytes
from audit_report.problems import Severity
from audit_report.report.blocks import Report
from audit_report.schema.rich_text import Line, Run
from tests.report.northshire import northshire
from tests.report.test_report import REPORTS, composed
from tests.report.translated import translated
from tests.word.samples import CHARTED, DRAFT, REPORT
from tests.word.stress import REGISTERS

T = TypeVar("T")

_SAMPLES = sorted(Path(__file__).parent.parent.parent.joinpath("sample_data").glob("*.xlsx"))
HOSTILE = (
    "</title></style><script>document.title='ran'</script><img src=https://example.org/x onerror=alert(1)>"
    " ]]> --> &amp; &lt; \" ' \u202edesrever\u202c \u200f\u05d0\u05d1\u05d2 \U0001f600 {{7*7}}"
)
"""Words that would be more than words on a page that did not take care."""


@dataclass(frozen=True, slots=True)
class Editions:
    """A report in Word and on the web."""

    document: bytes
    page: bytes


def of_report(report: Report) -> Editions:
    return Editions(word.render(report), web.render(report))


def hostile(value: T) -> T:
    """A report, or a part of one, that ends all it says in hostile words."""
    return _hostile(value)  # type: ignore[no-any-return]  # it is walked as data, whatever its type


def _hostile(value: Any) -> Any:  # noqa: ANN401  the same
    if type(value) is str:
        return value and value + HOSTILE  # where nothing is said, nothing is
    if isinstance(value, Run):
        return value.saying(value.text + HOSTILE)
    if isinstance(value, Line):
        return value._replace(runs=_hostile(value.runs))
    if isinstance(value, tuple):
        return tuple(map(_hostile, value))
    if is_dataclass(value) and not isinstance(value, type):
        said = {each.name: getattr(value, each.name) for each in fields(value)}
        kept = ("language", "sha256", "as_at")
        return replace(value, **{name: _hostile(each) for name, each in said.items() if name not in kept})
    return value


def _composed(compose: Callable[[], Report]) -> Editions:
    return of_report(compose())


def _sample(path: Path, *, draft: bool) -> Editions:
    """A sample's report; one with errors has no report but a draft."""
    checked = check_workbook(path)
    draft = draft or checked.has(Severity.ERROR)
    return Editions(report_bytes(checked, draft=draft), page_bytes(checked, draft=draft))


def _modes() -> Iterator[tuple[str, Callable[[], Editions]]]:
    for name, compose in REPORTS.items():
        yield name, partial(_composed, compose)
    made = {
        "blocks": REPORT,
        "charts": CHARTED,
        "draft": DRAFT,
        "hostile": hostile(DRAFT),
        "spans": hostile(CHARTED),
    }
    for name, report in made.items():
        yield name, partial(of_report, report)
    for name, register in REGISTERS.items():
        yield name, partial(_composed, partial(composed, register))
    yield "welsh", partial(_composed, partial(composed, translated(northshire())))
    for path in _SAMPLES:
        yield path.stem, partial(_sample, path, draft=False)
        yield f"{path.stem} draft", partial(_sample, path, draft=True)


MODES: Mapping[str, Callable[[], Editions]] = dict(_modes())
