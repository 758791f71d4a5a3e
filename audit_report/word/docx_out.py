"""The .docx file itself: its parts, what leads from one to another, and of what kind each is."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.package import Package

from audit_report.ooxml.zip_out import zipped
from audit_report.word.word_xml import DECLARATION, escape

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EXTERNAL = ' TargetMode="External"'
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a part of a document."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Carried:
    """A part carried into a document: its XML, and its pictures by the ids of their relationships."""

    xml: str
    pictures: Mapping[str, Picture] = field(default_factory=dict)


def write_package(package: Package, body: bytes) -> bytes:
    """The package as a .docx whose document part is `body`."""
    return zipped(_written(package, body))


def _written(package: Package, body: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts by name: what says of what kind they are, the document part, then the others."""
    main = package.main_document_part
    yield "[Content_Types].xml", _content_types(package)
    yield PACKAGE_URI.rels_uri.membername, _relationships(package.rels)
    yield main.partname.membername, body
    for part in _parts(package):
        if part is not main:
            yield part.partname.membername, part.blob
        if part.rels:
            yield part.partname.rels_uri.membername, _relationships(part.rels)


def add_part(owner: Package | Part, kind: str, name: str, content_type: str, xml: str) -> str:
    """Give the owner a part of its own; returns the id of the relationship that leads to it."""
    package = owner if isinstance(owner, Package) else owner.package
    part = Part(PackURI(name), content_type, f"{DECLARATION}{xml}".encode(), package)
    return owner.relate_to(part, kind)


def add_carried(owner: Part, kind: str, name: str, content_type: str, carried: Carried) -> str:
    """Give the owner a part with its pictures, each picture once in the package; returns as `add_part` does."""
    added = add_part(owner, kind, name, content_type, carried.xml)
    part = owner.related_parts[added]
    known = {str(each.partname): each for each in owner.package.iter_parts()} if carried.pictures else {}
    for relationship, picture in carried.pictures.items():
        if picture.name not in known:
            known[picture.name] = Part(
                PackURI(picture.name), picture.content_type, picture.content, owner.package
            )
        part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, known[picture.name], relationship)
    return added


def related_parts(owner: Part, kind: str) -> list[Part]:
    """The parts of the same document that the owner has a relationship of this kind with."""
    found = (each for each in owner.rels.values() if each.reltype == kind and not each.is_external)
    return [each.target_part for each in found]


def drop_parts(owner: Package | Part, kinds: Container[str]) -> None:
    """Take away the owner's parts of these kinds of relationship."""
    for known in [known for known, related in owner.rels.items() if related.reltype in kinds]:
        del owner.rels[known]


def _parts(package: Package) -> list[Part]:
    return sorted(package.iter_parts(), key=lambda part: part.partname)


def _content_types(package: Package) -> bytes:
    overrides = "".join(
        f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
        for part in _parts(package)
    )
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}">'
        f'<Default Extension="rels" ContentType="{_RELATIONSHIPS_TYPE}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _relationships(rels: Relationships) -> bytes:
    written = "".join(
        f'<Relationship Id="{known}" Type="{related.reltype}" Target="{escape(related.target_ref)}"'
        f"{_EXTERNAL if related.is_external else ''}/>"
        for known, related in rels.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{written}</Relationships>'.encode()
