"""Whether a file that is already there may be replaced: see docs/design.md, "Writing files"."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from audit_report.files.pdf_seal import is_own as is_own_pdf
from audit_report.files.whole_file import lock_beside

Rule = Callable[[Path], str]
"""Why a file that is there is kept, as the end of a sentence that its name begins; nothing where it may go."""

_CHOICE = "choose another name, or use --force to replace it"


def obstacle(target: Path, rule: Rule, inputs: Iterable[Path] = (), *, force: bool) -> str:
    """Why nothing may be written to `target`, in a sentence; nothing where it may.

    No force replaces what the command reads.
    """
    if not os.path.exists(target):  # noqa: PTH110  Path.exists raises where a folder may not be entered
        return ""
    if any(os.path.exists(each) and target.samefile(each) for each in inputs):  # noqa: PTH110  the same
        return f"{target} is read by this command, so it cannot be what it writes: choose another name."
    if force:
        return ""
    if lock := lock_beside(target):
        return (
            f"{target} is open in another program, as {lock.name} beside it says: close it there and try again. "
            "If it is open nowhere, delete that file or use --force."
        )
    reason = rule(target)
    return f"{target} {reason}" if reason else ""


def keep_any(_: Path) -> str:
    """Every file is kept."""
    return f"is already there: {_CHOICE}."


def keep_all_but_unedited_reports(file: Path) -> str:
    """Every file is kept but a report of ours whose words have the fingerprint it was built with.

    That guards edits against mishaps, not the report against forgers: `verify` is for those.
    """
    from audit_report.report.provenance import NotAReportError
    from audit_report.word.read_back.made_from import read_report

    try:
        report = read_report(file)
    except NotAReportError:
        return f"is already there, and is not a report that audit-report built: {_CHOICE}."
    return f"has been edited since it was built: {_CHOICE} and lose the edits." if report.edited else ""


def keep_all_but_unchanged_pages(file: Path) -> str:
    """Every file is kept but a page for the web that this program made and nobody has changed."""
    from audit_report.report.provenance import NotAReportError
    from audit_report.web.html_read_back import read_page

    try:
        page = read_page(file)
    except NotAReportError:
        return f"is already there, and is not a page that audit-report built: {_CHOICE}."
    return f"has been changed since it was built: {_CHOICE} and lose the changes." if page.edited else ""


def keep_all_but_own_pdfs(file: Path) -> str:
    """Every file is kept but a PDF that this program made and nobody has changed."""
    return "" if is_own_pdf(file) else f"is already there, and is not as audit-report made it: {_CHOICE}."


def keep_all_but_own_lists(file: Path) -> str:
    """Every file is kept but a problem list that this program wrote and nobody has saved since."""
    from audit_report.workbook_out.problem_list import is_own_list

    if is_own_list(file):
        return ""
    return "is already there, and is not a problem list as audit-report wrote it: choose another name."
