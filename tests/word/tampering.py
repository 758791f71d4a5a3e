"""Taking a .docx apart, changing its parts as anybody can, and putting it together again."""

import re
import warnings
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile


class Parts(dict[str, bytes]):
    """The parts of a document by name; those in `twice` are written a second time."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            super().__init__({name: archive.read(name) for name in archive.namelist()})
        self.twice: list[str] = []

    def packed(self) -> bytes:
        """The parts as a document again."""
        content = BytesIO()
        with ZipFile(content, "w", ZIP_DEFLATED) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for name in [*self, *self.twice]:
                archive.writestr(name, self[name])
        return content.getvalue()


def in_part(part: str, before: str, after: str) -> Callable[[Parts], None]:
    """What puts other XML in the place of some, wherever it stands in a part."""

    def change(parts: Parts) -> None:
        text = parts[part].decode()
        assert before in text, f"{before} is not in {part}"
        parts[part] = text.replace(before, after).encode()

    return change


def replaced(part: str, pattern: str, by: Callable[[str], str]) -> Callable[[Parts], None]:
    """What puts something else in the place of all that matches."""

    def change(parts: Parts) -> None:
        text = parts[part].decode()
        changed = re.sub(pattern, lambda found: by(found[0]), text)
        assert changed != text, f"{pattern} is not in {part}"
        parts[part] = changed.encode()

    return change


def append_relation(
    parts: Parts, part: str, known: str, kind: str, target: str, *, outside: bool = False
) -> None:
    """Have a part lead to something more."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    mode = ' TargetMode="External"' if outside else ""
    more = f'<Relationship Id="{known}" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    parts[path] = parts.get(path, empty).replace(b"</Relationships>", more.encode())
