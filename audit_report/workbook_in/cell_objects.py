"""Pictures placed in cells and linked data types: what stands behind the error value that the file has for them."""

from collections.abc import Mapping, Sequence

from audit_report.ooxml.bounded_zip import BoundedZip
from audit_report.ooxml.limits import MOST_STYLES, hold_to
from audit_report.ooxml.safe_xml import namespace, whole_number
from audit_report.schema.raw_values import CellError, CellObject

_METADATA = "xl/metadata.xml"
_VALUES, _STRUCTURES = "xl/richData/rdrichvalue.xml", "xl/richData/rdrichvaluestructure.xml"

ERROR = "#VALUE!"
"""What stands in the file for programs that know no such objects."""
PICTURE, LINKED = CellObject("a picture"), CellObject("a linked data type")
_KINDS: Mapping[str, CellObject | CellError] = {
    "": PICTURE,
    "_localImage": PICTURE,
    "_webimage": PICTURE,
    "_error": CellError(ERROR),
}
"""What the structures are of. A newer error such as #SPILL! is one too."""


def cell_objects(archive: BoundedZip) -> Mapping[str, CellObject | CellError]:
    """The objects by the number that cells give. Raises what `BoundedZip.elements` does."""
    if _METADATA not in archive:
        return {}
    kinds = _kinds(archive)
    found = {}
    for number, at in enumerate(_rich_values(archive), start=1):
        kind = kinds[at] if at < len(kinds) else ""
        found[str(number)] = _KINDS.get(kind, LINKED)
    return found


def _rich_values(archive: BoundedZip) -> Sequence[int]:
    """Which rich value each entry of the metadata stands for."""
    blocks: list[int] = []
    for future in archive.elements(_METADATA, "futureMetadata"):
        if future.get("name") == "XLRICHVALUE":
            blocks = [whole_number(each.get("i")) for each in future.iter() if each.tag.endswith("}rvb")]
    found: list[int] = []
    for metadata in archive.elements(_METADATA, "valueMetadata"):
        records = [whole_number(each.get("v")) for each in metadata.iter(f"{namespace(metadata)}rc")]
        found += [blocks[at] if at < len(blocks) else at for at in records]
        hold_to(len(found), MOST_STYLES, "values with metadata")
    return found


def _kinds(archive: BoundedZip) -> Sequence[str]:
    """The kind of each rich value, blank where it is not known."""
    if _VALUES not in archive or _STRUCTURES not in archive:
        return []
    structures = [each.get("t", "") for each in archive.elements(_STRUCTURES, "s")]
    numbers = [whole_number(each.get("s")) for each in archive.elements(_VALUES, "rv")]
    hold_to(len(numbers), MOST_STYLES, "rich values")
    return [structures[at] if at < len(structures) else "" for at in numbers]
