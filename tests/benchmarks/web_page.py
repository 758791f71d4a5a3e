"""The web edition of a benchmark's report: how large it is, and how long Chromium takes to lay it out."""

import json
import os
import shutil
import statistics
import subprocess
from pathlib import Path

_LAYOUT = Path(__file__).with_name("layout.cjs")


def page_line(page: Path, size: int, runs: int) -> str:
    """A sentence on the page of a register of a size, medians of runs; without Chromium, on its size alone."""
    line = f"The page of {size:,} recommendations has {page.stat().st_size / 1e6:.1f} MB"
    chromium, node, npm = (shutil.which(name) for name in ("chromium", "node", "npm"))
    if not (chromium and node and npm):
        return f"{line}; Chromium, Node.js and playwright-core are needed to lay it out."
    root = subprocess.run([npm, "root", "--global"], capture_output=True, encoding="utf-8", check=True)
    environment = os.environ | {"NODE_PATH": root.stdout.strip()}
    command = [node, str(_LAYOUT), chromium, str(page.with_suffix(".profile")), str(page)]
    found = [
        json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
        for _ in range(runs)
    ]
    clock, thread = (statistics.median(each) for each in zip(*found, strict=True))
    return f"{line}; Chromium lays it out in {clock:.2f} s, {thread:.2f} s of them work."
