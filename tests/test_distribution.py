"""What people install is whole, and carries nothing else."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, built without the network."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return folder


def package_files() -> set[str]:
    """Every file of the package, as a path from the checkout: code, wording, criteria and the typing mark."""
    files = (path for path in (ROOT / "audit_report").rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if path.parent.name != "__pycache__"}


def test_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in names if ".dist-info/" not in name} == package_files()
    assert "audit_report/py.typed" in names


def test_source_distribution_holds_the_project_and_no_leftovers(built: Path) -> None:
    [archive] = built.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        paths = [PurePosixPath(*PurePosixPath(name).parts[1:]) for name in source.getnames()]
    assert package_files() <= {str(path) for path in paths}
    assert {path.parts[0] for path in paths} <= {
        *("audit_report", "docs", "sample_data", "tests", "workbook_templates"),
        *(
            "README.md",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "LICENSE",
            "SECURITY.md",
            "constraints.txt",
            "pyproject.toml",
        ),
        *(".gitignore", "PKG-INFO"),
    }
    assert not [path for path in paths if path.suffix == ".pyc" or "cache" in path.as_posix()]
