"""ce_core as others get it: a wheel, in an environment with NumPy and nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from email.message import Message
from email.parser import Parser
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest

import ce_core

ROOT = Path(__file__).parents[2]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
CALLER = """
from ce_core import binary_cross_entropy, softmax
reveal_type(binary_cross_entropy([1, 0], [0.9, 0.2]))
reveal_type(softmax([2.0, 1.0, -1.0]))
"""


def run(*command: object, folder: Path) -> str:
    done = subprocess.run(
        list(map(str, command)), cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel from a copy of the repository, without a network."""
    folder = tmp_path_factory.mktemp("build")
    ignored = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.egg-info")
    source = shutil.copytree(ROOT, folder / "source", ignore=ignored)
    offline = ["--no-index", "--no-deps", "--no-build-isolation"]
    run(*PIP, "wheel", *offline, "--wheel-dir", folder, source, folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def python(wheel, tmp_path_factory) -> Path:
    """Install it into an environment that has this one's NumPy, by links, and not even pip."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False)
    python = next(folder.glob("[bS]*/python*"))
    where = "import sysconfig; print(sysconfig.get_path('platlib'))"
    packages = Path(run(python, "-I", "-c", where, folder=folder).strip())
    numpy = distribution("numpy")
    for name in {file.parts[0] for file in numpy.files or [] if file.parts[0] != ".."}:
        (packages / name).symlink_to(numpy.locate_file(name))
    run(*PIP, "--python", python, "install", "--no-index", wheel, folder=folder)
    return python


@pytest.fixture(scope="session")
def inside(python, tmp_path_factory) -> dict[str, object]:
    """Return what inside.py finds: -I leaves this repository and its environment outside."""
    script, readme = Path(__file__).with_name("inside.py"), ROOT / "ce_core" / "README.md"
    folder = tmp_path_factory.mktemp("elsewhere")
    said = run(python, "-I", "-W", "error", script, readme, folder=folder)
    return json.loads(said.splitlines()[-1])


@pytest.fixture(scope="session")
def metadata(wheel) -> Message:
    with ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return Parser().parsestr(archive.read(name).decode())


def test_it_holds_ce_core_whole_and_alone(wheel):
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    sources = {file.relative_to(ROOT).as_posix() for file in (ROOT / "ce_core").rglob("*.py")}
    assert names == sources | {"ce_core/py.typed"}


def test_numpy_is_all_that_it_needs(metadata):
    assert metadata["Name"] == "ce-core"
    needed = [line for line in metadata.get_all("Requires-Dist") if "extra ==" not in line]
    assert needed == ["numpy>=2"]
    assert metadata["Requires-Python"] == ">=3.11"


def test_its_version_is_what_the_package_says(metadata, inside):
    assert metadata["Version"] == ce_core.__version__ == inside["version"]


def test_its_page_is_the_packages_readme(metadata):
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert metadata.get_payload().strip() == (ROOT / "ce_core" / "README.md").read_text().strip()


def test_it_is_tried_where_nothing_else_is_installed(inside):
    assert inside["distributions"] == ["ce-core", "numpy"]


def test_every_module_can_be_imported_there(inside):
    files = (file.relative_to(ROOT).with_suffix("") for file in (ROOT / "ce_core").rglob("*.py"))
    parts = (file.parts[:-1] if file.name == "__init__" else file.parts for file in files)
    assert inside["modules"] == sorted(".".join(names) for names in parts)


def test_every_example_in_its_docstrings_runs_there(inside):
    assert inside["failed"] == 0
    assert inside["attempted"] > 100


def test_a_type_checker_tells_a_float_from_an_array_there(python, tmp_path):
    (tmp_path / "caller.py").write_text(CALLER)
    mypy = [sys.executable, "-m", "mypy", "--strict", "--python-executable", python]
    said = run(*mypy, "caller.py", folder=tmp_path)
    assert 'Revealed type is "float"' in said.replace("builtins.float", "float")
    assert "numpy.ndarray" in said
