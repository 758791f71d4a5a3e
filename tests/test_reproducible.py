"""The same workbook and options give the same bytes, whatever the machine's clock, zone, locale and hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "sample_data" / "october_2010.xlsx"

PLACES = (
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    {"TZ": "America/St_Johns", "LANG": "cy_GB.UTF-8", "PYTHONHASHSEED": "3"},
)

_ON_ANOTHER_DAY = """
import time
now = time.time
time.time = lambda: now() + {seconds}
from audit_report.cli import main
main()
"""


@pytest.mark.parametrize(("command", "ending"), [("build", "docx"), ("build", "html"), ("new", "xlsx")])
def test_the_bytes_are_the_same_in_other_places_and_on_other_days(
    command: str, ending: str, tmp_path: Path
) -> None:
    written = []
    for number, place in enumerate(PLACES):
        target = tmp_path / f"{number}.{ending}"
        report = str(target.with_suffix(".docx"))
        asked = (
            [command, str(SAMPLE), "-o", report, "--html"] if command == "build" else [command, str(target)]
        )
        program = _ON_ANOTHER_DAY.format(seconds=number * 40 * 86_400)
        subprocess.run(
            [sys.executable, "-c", program, *asked], env=os.environ | place, check=True, capture_output=True
        )
        written.append(target.read_bytes())

    assert written[0] == written[1] == written[2]
