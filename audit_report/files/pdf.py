"""The report as a tagged PDF, made by LibreOffice where that is installed."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from audit_report import CannotRunError

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
)
_SECONDS = 600
"""How long LibreOffice may take; a report of a thousand recommendations takes it some twenty seconds."""
_SWITCHES = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard")
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export"><prop oor:name="{name}" oor:op="fuse">'
        "<value>true</value></prop></item>"
        for name in ("UseTaggedPDF", "PDFUACompliance", "ExportBookmarks", "DisplayPDFDocumentTitle")
    )
    + "</oor:items>"
)
"""LibreOffice's own settings: as such, not on its command line, every edition of it knows them."""
_END = b"%%EOF"
_SEAL = re.compile(rb"% audit-report ([0-9a-f]{64})\n%%EOF\s*\Z")


class NoPdfError(CannotRunError):
    """No PDF can be made; the message is a sentence for the analyst."""


def find_libreoffice() -> Path:
    """LibreOffice's program: on the PATH, or where it is usually installed. Raises NoPdfError where there is none."""
    found = [Path(path) for name in _NAMES if (path := shutil.which(name))]
    program = next((path for path in (*found, *_USUAL_PLACES) if path.is_file()), None)
    if program is None:
        raise NoPdfError(
            "A PDF is made by LibreOffice, which was not found on this computer: install it, or leave out --pdf "
            "and use Word's own Save as PDF."
        )
    return program


def pdf_of(report: bytes, program: Path, seconds: float = _SECONDS) -> bytes:
    """The PDF of a .docx, sealed so that `is_own` knows it. Raises NoPdfError where LibreOffice makes none in time.

    LibreOffice works in a folder of its own, so that a window of it that is open is neither used nor disturbed.
    """
    with tempfile.TemporaryDirectory(prefix="audit-report-", ignore_cleanup_errors=True) as folder:
        source, profile = Path(folder, "report.docx"), Path(folder, "profile")
        source.write_bytes(report)
        Path(profile, "user").mkdir(parents=True)
        Path(profile, "user", "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        said = _run(program, profile, source, seconds)
        made = source.with_suffix(".pdf")
        if not made.is_file():
            raise NoPdfError(
                f"LibreOffice ({program}) made no PDF of the report. It said: {said or 'nothing'}."
            )
        return _sealed(made.read_bytes())


def is_own(path: Path) -> bool:
    """Whether a file is a PDF that this program made and nobody has changed since."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    seal = _SEAL.search(content)
    return seal is not None and seal[1].decode() == _digest(content[: seal.start()])


def _run(program: Path, profile: Path, source: Path, seconds: float) -> str:
    """Let LibreOffice turn the source into a PDF beside it; returns what it said."""
    options = (*_SWITCHES, "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(source.parent))
    command = [str(program), f"-env:UserInstallation={profile.as_uri()}", *options, str(source)]
    log = source.with_suffix(".log")
    try:
        with log.open("wb") as said:
            # A group of its own: the program that is started only starts another, which has to end with it.
            process = subprocess.Popen(  # noqa: S603  the program is LibreOffice's, the arguments our own
                command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
            )
            try:
                process.wait(seconds)
            finally:
                _end(process)
    except OSError as reason:
        raise NoPdfError(f"LibreOffice ({program}) cannot be started ({reason.strerror}).") from reason
    except subprocess.TimeoutExpired as reason:
        raise NoPdfError(f"LibreOffice made no PDF within {seconds:g} seconds and was stopped.") from reason
    return " ".join(log.read_text(encoding="utf-8", errors="replace").split())


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop LibreOffice where it is still running, with whatever it has started."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _sealed(content: bytes) -> bytes:
    """The PDF with a comment before its end that holds the SHA-256 of all before it."""
    body, end, _ = content.rpartition(_END)
    if not end:
        raise NoPdfError("LibreOffice made a PDF that is not whole.")
    return b"%b%% audit-report %b\n%b\n" % (body, _digest(body).encode(), _END)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
