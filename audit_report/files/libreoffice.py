"""LibreOffice, where it is installed: found where it may be trusted, run for a time, and ended with whoever runs it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from audit_report.cannot_run import CannotRunError
from audit_report.files import guard
from audit_report.files.working_folder import working_folder

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
)
MINUTES = 10
"""How long LibreOffice may take; a report of a thousand recommendations takes it some twenty seconds."""
_SWITCHES = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard")


class NoPdfError(CannotRunError):
    """No PDF can be made; the message is a sentence for the analyst."""


def find_libreoffice() -> Path:
    """LibreOffice's program: on the PATH, or where it is usually installed. Raises NoPdfError where there is none.

    One in the working folder is never taken: whoever sent the tracker may have sent it too.
    """
    here = Path.cwd().resolve()
    folders = [Path(each) for each in os.get_exec_path()]
    on_path = [shutil.which(folder / name) for name in _NAMES for folder in folders]
    for program in (*map(Path, filter(None, on_path)), *_USUAL_PLACES):
        if program.is_absolute() and program.is_file() and program.parent.resolve() != here:
            return program
    raise NoPdfError(
        "A PDF is made by LibreOffice, which was not found on this computer: install it, or leave out --pdf "
        "and use Word's own Save as PDF."
    )


def pdf_by_libreoffice(report: bytes, program: Path, settings: str, seconds: float = MINUTES * 60) -> bytes:
    """The PDF that LibreOffice makes of a .docx. Raises NoPdfError where it makes none in time.

    It works in a folder of its own with `settings` as its own, so that a window of it that is open is neither used nor
    disturbed.
    """
    try:
        with working_folder() as folder:
            source, profile = folder / "report.docx", folder / "profile"
            source.write_bytes(report)
            Path(profile, "user").mkdir(parents=True)
            Path(profile, "user", "registrymodifications.xcu").write_text(settings, encoding="utf-8")
            said = _run(program, profile, source, seconds)
            return _made(source.with_suffix(".pdf"), f"LibreOffice ({program})", said)
    except OSError as reason:
        raise NoPdfError(f"LibreOffice ({program}) cannot be run ({reason.strerror}).") from reason


def _made(file: Path, who: str, said: str) -> bytes:
    if not file.is_file():
        raise NoPdfError(f"{who} made no PDF of the report. It said: {said or 'nothing'}.")
    return file.read_bytes()


def _run(program: Path, profile: Path, source: Path, seconds: float) -> str:
    """Let LibreOffice turn the source into a PDF beside it; returns what it said."""
    options = (*_SWITCHES, "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(source.parent))
    command = [str(program), f"-env:UserInstallation={profile.as_uri()}", *options, str(source)]
    guarded = [sys.executable, "-I", str(guard.__file__), str(source.parent), *command]
    surroundings = os.environ | dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(source.parent))
    log = source.with_suffix(".log")
    with log.open("wb") as out:
        # Away from the terminal, so that Ctrl-C reaches this program alone, which then ends the other.
        process = subprocess.Popen(  # noqa: S603  the program is LibreOffice's, the arguments our own
            guarded, stdin=subprocess.PIPE, stdout=out, stderr=out, start_new_session=True, env=surroundings
        )
        with process:  # which closes the pipe, and waits for the guard to have ended all
            try:
                status = process.wait(seconds)
            except subprocess.TimeoutExpired as reason:
                raise NoPdfError(
                    f"LibreOffice made no PDF within {seconds:g} seconds and was stopped."
                ) from reason
    said = " ".join(log.read_text(encoding="utf-8", errors="replace").split())
    if status == guard.NOT_STARTED:
        raise NoPdfError(f"LibreOffice ({program}) cannot be started ({said}).")
    return said
