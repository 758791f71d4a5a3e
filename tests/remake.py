"""Makes everything anew that is made and not written: `python -m tests.remake`. Read the difference with care.

The blank tracker and the sample workbooks come first, for some of the rest is made from them: the pages of docs/ and
the reports as plain text.
"""

import os
import subprocess
import sys
from pathlib import Path

from audit_report.workbook_out.template import new_workbook, save

ROOT = Path(__file__).parent.parent
GOLDEN = (
    "tests/test_docs.py::test_a_page_made_from_the_code_says_what_the_code_says",
    "tests/test_registers.py::test_the_report_reads_as_agreed",
    "tests/report/test_report.py::test_text_is_as_agreed",
)
"""The tests that write what they compare with anew where UPDATE_GOLDEN is set."""


def main() -> None:
    """Make it all; the tests then say whether the rest agrees."""
    save(new_workbook(), ROOT / "workbook_templates" / "audit_tracker.xlsx")
    for script in ("make_samples.py", "make_returns.py", "make_other_trackers.py"):
        subprocess.run([sys.executable, f"sample_data/{script}"], cwd=ROOT, check=True)
    writing = [sys.executable, "-m", "pytest", "--quiet", "--numprocesses=0", *GOLDEN]
    subprocess.run(writing, cwd=ROOT, env=os.environ | {"UPDATE_GOLDEN": "1"}, check=True)


if __name__ == "__main__":
    main()
