"""How long LibreOffice takes to work out a tracker's formulas: `python -m tests.benchmarks.recalculation`.

The same file is opened and saved twice, once with all its formulas worked out anew and once with the values kept.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from audit_report.model.vocabulary import FinancialTest, LatenessBasis
from tests.workbook_out.test_template_formulas import tracker

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>{mode}</value></prop></item></oor:items>
"""
_ALWAYS, _NEVER = 0, 1


def main() -> None:
    """Print the seconds for each size asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="100,500,1500,5000", help="numbers of recommendations")
    sizes = [int(size) for size in options.parse_args().sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            sys.stdout.write(f"{size:>6,} recommendations: {_seconds(Path(folder), size):.1f} s\n")
            sys.stdout.flush()


def _seconds(folder: Path, size: int) -> float:
    source = tracker(folder / f"{size}.xlsx", size, FinancialTest.BOTH, LatenessBasis.CURRENT)
    saved = _saved(source, folder / f"{size}-saved", _ALWAYS)[0]
    return (
        _saved(saved, folder / f"{size}-anew", _ALWAYS)[1] - _saved(saved, folder / f"{size}-kept", _NEVER)[1]
    )


def _saved(source: Path, folder: Path, mode: int) -> tuple[Path, float]:
    """The workbook as LibreOffice saves it, and the seconds that takes."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(mode=mode), encoding="utf-8")
    soffice = shutil.which("soffice")
    if soffice is None:
        sys.exit("LibreOffice is not installed.")
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    begun = time.monotonic()
    subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True)
    return folder / source.name, time.monotonic() - begun


if __name__ == "__main__":
    main()
