"""The whole page: one file with no script, which asks nothing of anybody else when it is opened."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

import htpy as h
from markupsafe import Markup

from audit_report.palette import Accents
from audit_report.report.blocks import Block, Heading, Part, Report, Subtitle
from audit_report.web.html_blocks import Contents, Names, blocks_of
from audit_report.web.html_read_back import said_of, seal
from audit_report.web.html_style import style_sheet

_NOT_IN_HTML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that HTML forbids: they are left out."""
_MAIN, _CONTENTS = "report", "contents"
"""The names of the places that are on every page."""


def render(report: Report, accents: Accents | None = None) -> bytes:
    """The report as a page in UTF-8, in a house's colours if they are given; the same report gives the same bytes."""
    page = h.html(lang=report.language)[_head(report, accents or Accents()), _body(report)]
    return seal(_NOT_IN_HTML.sub("", f"{page}\n").encode())


def _head(report: Report, accents: Accents) -> h.Element:
    style = f"\n{style_sheet(accents)}"
    return h.head[
        h.meta(charset="utf-8"),
        h.meta(http_equiv="Content-Security-Policy", content=_policy(style)),
        h.meta(name="viewport", content="width=device-width, initial-scale=1"),
        h.meta(name="color-scheme", content="light dark"),
        h.title[_title(report)],
        h.meta(name="author", content=report.author),
        (h.meta(name=name, content=value) for name, value in said_of(report)),
        h.style[Markup(style)],  # noqa: S704  the program's own style sheet, with colours of six digits
    ]


def _policy(style: str) -> str:
    """What the page may load and do: nothing but look as its own style sheet says."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _title(report: Report) -> str:
    """The title as a browser's tab shows it, such as "DRAFT: Audit and Assessment, April 2010 – Northshire"."""
    return " – ".join(filter(None, (report.full_title, report.author)))


def _body(report: Report) -> h.Element:
    contents = Contents(Names({_MAIN, _CONTENTS}))
    opening = list(takewhile(_opens, report.parts[0].blocks))
    first = replace(report.parts[0], blocks=report.parts[0].blocks[len(opening) :])
    header = list(blocks_of(opening, contents))
    main = [_part(part, contents) for part in (first, *report.parts[1:])]
    return h.body[
        h.a(".skip", href=f"#{_MAIN}")[report.skip_link],
        h.aside(".draft")[h.p[report.draft_mark]] if report.draft_mark else None,
        h.header[h.p(".running")[report.header], header],
        _contents(report, contents),
        h.main(id=_MAIN, tabindex="-1")[main],
        h.footer[h.p(".running")[report.footer]],
    ]


def _part(part: Part, contents: Contents) -> h.Node:
    """A part's blocks; wide ones are kept together, for paper is turned for them."""
    blocks = list(blocks_of(part.blocks, contents))
    return h.div(".landscape")[blocks] if part.landscape else blocks


def _opens(block: Block) -> bool:
    """Whether a block names the report: it stands above the list of contents."""
    return isinstance(block, Subtitle) or (isinstance(block, Heading) and block.level == 1)


def _contents(report: Report, contents: Contents) -> h.Element:
    links: Iterator[h.Element] = (h.li[h.a(href=f"#{name}")[text]] for name, text in contents.sections)
    return h.nav(aria_labelledby=_CONTENTS)[
        h.p(".label", id=_CONTENTS)[report.contents],
        h.ol[links],
    ]
