"""The pages in Chromium and before a validator: accessible, within the screen, and at rest.

One run of the browser looks at all pages, in light and dark, on a wide screen and on one of 320 pixels; `browser.cjs`
asks, and what must not be is here. Each check is shown failing on a page that is spoiled for it.
"""

import json
import os
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from audit_report import web
from tests.tools import find_tool, node_modules
from tests.web.editions import MODES
from tests.word.samples import CHARTED, DRAFT, REPORT

ASK = Path(__file__).with_name("browser.cjs")
_KEPT, _PARTED = b"overflow-wrap: break-word; }", b"word-break: break-all; max-width: 9px; }"
SPOILT: Mapping[str, tuple[bytes, bytes, str]] = {
    "language": (b' lang="en-GB"', b"", "axe light wide: html-has-lang"),
    "alternative": (b"</main>", b'<svg role="img"></svg></main>', "axe light wide: svg-img-alt"),
    "heading": (b"<h1", b"<h4", "axe light wide: page-has-heading-one"),
    "contrast": (b"--grey: #4D5560", b"--grey: #C0C0C0", "axe light wide: color-contrast"),
    "night": (b"--grey: #B3BCC6", b"--grey: #303030", "axe dark narrow: color-contrast"),
    "landmark": (b"<aside", b"<div", "axe light narrow: region"),
    "policy": (b"default-src", b"x-src", "the policy does not hold"),
    "request": (b"</main>", b'<img src="https://example.org/x.png" alt="x"></main>', "asks for https://example.org/x.png"),
    "script": (b"</main>", b"<script>alert(1)</script></main>", "says Executing inline script violates"),
    "astray": (b'href="#report"', b'href="#nowhere"', "a link leads to nowhere"),
    "unreachable": (b'<a class="skip"', b'<a class="skip" tabindex="-1"', "the keyboard comes to"),
    "unseen": (b"outline: 3px solid var(--link)", b"outline: none", "the keyboard comes to ['unseen A"),
    "broken": (_KEPT, _PARTED, "a title is broken at 768 pixels"),
    "label": (b"nth-child(n) { width: auto; }", b"nth-child(n) { width: 9px; }", "a title is broken at 320 pixels"),
    "wide": (b"</main>", b"<p class='w'>wide</p></main>", "sticks out at 320 pixels"),
}  # fmt: skip
"""What is spoiled: what was in the page, what is there instead, and how the complaint begins."""


def spoilt(was: bytes, now: bytes) -> bytes:
    """A page with that in it, spoiled; its own style is allowed again by the policy, so that it may be spoiled too."""
    pages = (web.render(report) for report in (DRAFT, CHARTED, REPORT))
    page = next(page for page in pages if was in page).replace(was, now, 1)
    style = b"body .w { width: 900px }" if b"class='w'" in now else b""
    head, found, tail = page.partition(b"</style>")
    start = head.rindex(b"<style>")
    return allowed(head[:start] + head[start:] + style + found + tail)


def allowed(page: bytes) -> bytes:
    """The page with the SHA-256 of its style in its policy."""
    style = page.partition(b"<style>")[2].partition(b"</style>")[0]
    return re.sub(rb"sha256-[^&]*", b"sha256-" + b64encode(sha256(style).digest()), page, count=1)


def looked_at(pages: Mapping[str, bytes], folder: Path) -> Mapping[str, dict[str, Any]]:
    """What the browser finds of each page."""
    chromium = find_tool("chromium", "install Debian's chromium")
    node = find_tool("node", "install Node.js")
    packages = node_modules("axe-core", "playwright-core")
    files = {folder / f"{name}.html": name for name in pages}
    for file, name in files.items():
        file.write_bytes(pages[name])
    run = subprocess.run(
        [node, ASK, chromium, folder / "profile", *files],
        env=os.environ | {"NODE_PATH": str(packages)},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return {files[Path(path)]: found for path, found in json.loads(run.stdout).items()}


def complaints(found: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a page, by what the browser found."""
    for look, findings in found["findings"].items():
        yield from (f"axe {look}: {each}" for each in findings)
    yield from (f"says {each}" for each in found["said"])
    yield from (f"asks for {each}" for each in found["asked"])
    yield from (f"a link leads to {each}" for each in found["astray"])
    for width, elements in found["tooWide"].items():
        yield from (f"sticks out at {width} pixels: {each}" for each in elements)
    for width, words in found["broken"].items():
        yield from (f"a title is broken at {width} pixels: {each}" for each in words)
    links, reached = found["keyboard"]["links"], found["keyboard"]["reached"]
    if links != reached:
        yield f"the keyboard comes to {reached}, not {links}"
    if not found["policy"]:
        yield "the policy does not hold"
    for name, (tables, rows, cells) in found["tables"].items():
        if name != "wide" and [tables, rows, cells] != found["tables"]["wide"]:
            yield f"a table is no table on a {name} screen"


def test_no_page_has_a_fault_and_every_kind_of_fault_is_found(tmp_path: Path) -> None:
    pages = {name: make().page for name, make in MODES.items()}
    bad = {f"spoilt {name}": spoilt(was, now) for name, (was, now, _) in SPOILT.items()}
    found = looked_at(pages | bad, tmp_path)
    assert {name: list(complaints(found[name])) for name in pages} == {name: [] for name in pages}
    unfound = {
        name: list(complaints(found[f"spoilt {name}"]))
        for name, (*_, words) in SPOILT.items()
        if not any(each.startswith(words) for each in complaints(found[f"spoilt {name}"]))
    }
    assert unfound == {}


def test_every_page_is_valid_and_an_invalid_one_is_found(tmp_path: Path) -> None:
    java = find_tool("java", "install a Java runtime")
    checker = node_modules("vnu-jar") / "vnu-jar" / "build" / "dist" / "vnu.jar"
    assert validity(java, checker, {name: make().page for name, make in MODES.items()}, tmp_path) == []
    bad = {"bad": web.render(REPORT).replace(b"<tbody>", b"<tbody><p>x</p>", 1)}
    assert validity(java, checker, bad, tmp_path / "bad")


def validity(java: Path, checker: Path, pages: Mapping[str, bytes], folder: Path) -> list[str]:
    """What the checker of the W3C holds against the pages, their style sheets included."""
    folder.mkdir(exist_ok=True)
    for name, page in pages.items():
        folder.joinpath(f"{name}.html").write_bytes(page)
    files = [folder / f"{name}.html" for name in pages]
    command: list[str | Path] = [java, "-jar", checker, "--errors-only", "--format", "json", *files]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    return [f"{each['url']}: {each['message']}" for each in json.loads(run.stderr)["messages"]]
