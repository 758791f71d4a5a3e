"""What the program brings along: the tested versions are those of what it needs, and within its bounds."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


def needed() -> list[str]:
    """What pyproject.toml asks for, to run and to test the program."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


def versions() -> dict[str, str]:
    """The version of each package in constraints.txt."""
    lines = re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in lines}


@pytest.mark.parametrize("line", needed())
def test_a_tested_version_is_one_that_is_asked_for(line: str) -> None:
    requirement = Requirement(line)
    assert requirement.specifier.contains(versions()[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("line", needed())
def test_what_is_needed_has_a_lowest_version(line: str) -> None:
    assert {each.operator for each in Requirement(line).specifier} & {">=", "~="}
