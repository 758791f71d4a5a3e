"""A call of every command, for the tests of what all of them do alike; and the folder of files that the calls name."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.trackers import save_tracker, set_item, small_tracker

PACKAGE = Path(__file__).parent.parent
CALLS = {
    "check": ["check", "tracker.xlsx", "--previous", "last.xlsx", "--xlsx", "list.xlsx"],
    "check --json": ["check", "tracker.xlsx", "--json"],
    "build": ["build", "tracker.xlsx", "-o", "made.docx", "--style", "style.docx", "--html", "--force"],
    "explain": ["explain", "tracker.xlsx", "R1"],
    "criteria": ["criteria", "tracker.xlsx"],
    "new": ["new", "fresh.xlsx", "--from", "tracker.xlsx", "--force"],
    "next": ["next", "tracker.xlsx", "next.xlsx", "--as-at", "2010-07-31", "--force"],
    "send": ["send", "tracker.xlsx", "-o", "sent", "--force"],
    "collect": ["collect", "tracker.xlsx", "copy.xlsx", "-o", "all.xlsx", "--xlsx", "found.xlsx", "--force"],
    "import": ["import", "tracker.xlsx", "-o", "brought.xlsx", "--yes", "--force"],
    "style": ["style", "made-style.docx", "--force"],
    "email": ["email", "report.docx", "--to", "clerk@example.org", "--force"],
    "verify": ["verify", "report.docx", "tracker.xlsx"],
}
"""The calls by the command's name and what is more to them; each ends well, and again where it has been made before."""

GIVEN = ("tracker.xlsx", "copy.xlsx", "last.xlsx", "style.docx", "report.docx")
"""The files of the folder that the calls are given."""

WORDS = "ŷ “Siân” – 5 £ 中 \U0001f600"
"""Characters that old code pages lack."""


def folder_of_files(folder: Path) -> Path:
    """A folder with a tracker full of such characters, a copy of it with a change, the last report's, and documents."""
    sheets = small_tracker()
    set_item(sheets, "Report title", f"Report {WORDS}")
    set_item(sheets, "Previous data as at", date(2010, 4, 25))
    sheets["Recommendations"][0]["Recommendation"] = WORDS
    sheets["Recommendations"][0]["Delivery leads"] = f"Nobody {WORDS}"
    save_tracker(folder / "tracker.xlsx", sheets)
    sheets["Actions"][0]["Evidence"] = WORDS
    save_tracker(folder / "copy.xlsx", sheets)
    set_item(sheets, "Data as at", date(2010, 4, 25))
    save_tracker(folder / "last.xlsx", sheets)
    for call in (["build", "tracker.xlsx", "-o", "report.docx"], ["style", "style.docx"]):
        subprocess.run(program(*call), cwd=folder, env=environment(), check=True, capture_output=True)
    return folder


def program(*arguments: str) -> list[str]:
    """The command line that runs the program."""
    return [sys.executable, "-m", "audit_report", *arguments]


def environment(**others: str) -> dict[str, str]:
    """The environment of a run, which nothing of whoever runs the tests gets into."""
    return {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(PACKAGE), "PATH": "/usr/bin:/bin"} | others
