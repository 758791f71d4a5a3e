"""Reports of every kind and in every mode, each a function that gives the bytes of its .docx."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from audit_report.pipeline import check_workbook, report_bytes
from audit_report.problems import Severity
from audit_report.report.blocks import Report
from audit_report.word import HouseStyle, read_house_style, render, style_file
from tests.report.northshire import northshire
from tests.report.test_report import REPORTS, composed
from tests.report.translated import translated
from tests.word.councils import council
from tests.word.samples import CHARTED, DRAFT, REPORT
from tests.word.stress import REGISTERS

_SAMPLES = sorted(Path(__file__).parent.parent.parent.joinpath("sample_data").glob("*.xlsx"))


def _rendered(compose: Callable[[], Report]) -> bytes:
    return render(compose())


def _styled(compose: Callable[[], Report], house: Callable[[], bytes]) -> bytes:
    return render(compose(), _house(house()))


def _house(content: bytes) -> HouseStyle:
    with TemporaryDirectory() as folder:
        path = Path(folder, "house.docx")
        path.write_bytes(content)
        return read_house_style(path)


def _councils() -> bytes:
    """A council's own template."""
    content = BytesIO()
    council().save(content)
    return content.getvalue()


def _sample(path: Path, *, draft: bool) -> bytes:
    """A sample's report; one with errors has no report but a draft."""
    checked = check_workbook(path)
    return report_bytes(checked, draft=draft or checked.has(Severity.ERROR))


def _modes() -> Iterator[tuple[str, Callable[[], bytes]]]:
    for name, compose in REPORTS.items():
        yield name, partial(_rendered, compose)
    for name, report in {"blocks": REPORT, "charts": CHARTED, "draft": DRAFT}.items():
        yield name, partial(render, report)
    for name, register in REGISTERS.items():
        yield name, partial(_rendered, partial(composed, register))
    yield "welsh", lambda: render(composed(translated(northshire())))
    yield "styled", partial(_styled, partial(composed, northshire()), style_file)
    for path in _SAMPLES:
        yield path.stem, partial(_sample, path, draft=False)
        yield f"{path.stem} draft", partial(_sample, path, draft=True)


def in_councils_template() -> bytes:
    """A report in a council's own template, which may lack what is the council's to mend."""
    return _styled(partial(composed, northshire()), _councils)


MODES: Mapping[str, Callable[[], bytes]] = dict(_modes())
