"""The program run in a process of its own, held to the time and memory that no file may make it exceed."""

import os
import resource
import subprocess
import sys

SECONDS, BYTES = 20, 1 << 30
"""The promise is ten seconds of processor time; where tests run side by side the same work costs up to twice that."""

_THREADS = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def limited_run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """`audit-report` with these arguments: killed after twenty seconds of processor time, with a gibibyte of memory."""
    command = [sys.executable, "-c", "from audit_report.cli import run; run()", *map(str, arguments)]
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, **_THREADS},
        preexec_fn=_limit,
        timeout=120,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2), done.stderr
    return done


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
