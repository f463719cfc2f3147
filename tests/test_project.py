"""The project keeps its promises about itself: one version, targets that exist, options that are documented."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import click
import pytest

from casus.faces import command
from casus.reading import model
from casus.version import __version__

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WEB = json.loads((ROOT / "web" / "package.json").read_text("utf-8"))
LOCKS = ("run", "build", "dev", "docs", "training", "weights", "lock")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def commands() -> Mapping[str, click.Command]:
    return command.casus.commands


def every_command() -> list[click.Command]:
    """The commands and those within them."""
    return [
        one
        for each in commands().values()
        for one in ((each, *each.commands.values()) if isinstance(each, click.Group) else (each,))
    ]


def options() -> list[str]:
    return [
        name
        for each in every_command()
        for parameter in each.get_params(click.Context(each))
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    ]


def packages(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text(f"requirements/{lock}.txt"), re.MULTILINE))


def required(entries: list[str]) -> set[str]:
    return {re.split(r"[<>=~! \[]", entry)[0] for entry in entries}


def test_the_version_stands_in_one_place() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert "version" in PROJECT["project"]["dynamic"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "src/casus/version.py"
    assert f"## {__version__} (" in text("CHANGELOG.md")
    assert f"\nversion: {__version__}\n" in text("CITATION.cff")
    done = subprocess.run([sys.executable, "-m", "casus", "--version"], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == f"casus {__version__}\n"


def test_help_names_the_commands_that_exist_and_nothing_else() -> None:
    done = subprocess.run([sys.executable, "-m", "casus", "--help"], capture_output=True, text=True, timeout=60, check=True)
    listed = re.findall(r"^  ([a-z]\w*)", done.stdout.partition("Commands:\n")[2], re.MULTILINE)
    assert listed == sorted(commands()) == [
        "accept", "changes", "conflicts", "correct", "doctor", "explain", "forbids", "keep", "ledger", "obligations",
        "positions", "read", "restore", "retract", "serve", "show", "suppose", "timeline", "undo", "verify", "world",
    ]  # fmt: skip


def test_every_command_and_option_is_documented() -> None:
    page = text("docs/command.md")
    assert [name for name in commands() if f"## casus {name}\n" not in page] == []
    assert [name for name in options() if f"`{name}" not in page] == []


def test_every_kind_and_modality_is_explained() -> None:
    page = text("docs/claims.md")
    kinds = {kind.kind for kind in model.Claim.__subclasses__()}
    explained = {word.strip() for row in re.findall(r"^\| ([a-z, ]+) \|", page, re.MULTILINE) for word in row.split(",")}
    assert explained - {"kind", "modality"} == kinds | set(get_args(model.Modality))
    assert [root for root in get_args(model.Root) if root not in page] == ["OTHER"]


def test_no_option_is_documented_that_does_not_exist() -> None:
    known = {*options(), "--help", "--version"}
    for page in ("docs/command.md", "README.md"):
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text(page))) <= known


@pytest.mark.parametrize("page", ["README.md", "docs/command.md", "docs/python.md", "docs/dependencies.md"])
def test_targets_that_pages_name_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)(?=\s{2,}|`)", text(page))) <= targets


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))])
def test_files_that_pages_link_to_exist(page: str) -> None:
    folder = (ROOT / page).parent
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text(page))
    assert [link for link in links if not (folder / link).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "docs/command.md", "docs/python.md"])
def test_examples_that_pages_name_exist(page: str) -> None:
    assert [name for name in re.findall(r"examples/[\w.-]+", text(page)) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("target", ["demo", "test", "score", "speed", "lint", "docs", "train", "lock"])
def test_every_target_sets_up_what_it_needs(target: str) -> None:
    rule = re.search(rf"^{target}: (.*?) ##", text("Makefile"), re.MULTILINE)
    assert rule
    assert rule[1].startswith("$(READY)/")


def test_every_dependency_is_locked_with_hashes_and_without_a_place() -> None:
    for lock in LOCKS:
        pinned = re.findall(
            r"^[a-z0-9-]+==.*(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+$", text(f"requirements/{lock}.txt"), re.MULTILINE
        )
        assert len(pinned) == len(packages(lock)) > 0
        assert not re.search(r"https?://|--index|--find-links|file:|^/", text(f"requirements/{lock}.txt"), re.MULTILINE)
    assert required(PROJECT["project"]["dependencies"]) <= set(packages("run"))
    for group, entries in PROJECT["dependency-groups"].items():
        assert required(entries) - {"torch"} <= set(packages(group))
    assert text("requirements/training-torch.txt") == "torch==2.13.0\n"


def test_locks_agree_where_they_are_installed_together() -> None:
    for lock in ("build", "dev", "docs", "training"):
        assert packages(lock).items() & {(name, version) for name, version in packages("run").items()} == {
            (name, packages(lock)[name]) for name in packages(lock).keys() & packages("run").keys()
        }


def test_every_package_of_the_pages_is_locked_with_its_hash_and_without_a_place() -> None:
    locked = json.loads(text("web/package-lock.json"))["packages"]
    named = WEB["dependencies"] | WEB["devDependencies"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in named} == named
    assert all("integrity" in entry and "resolved" not in entry for path, entry in locked.items() if path)


def test_every_dependency_is_accounted_for_with_the_locked_version() -> None:
    page = text("docs/dependencies.md")
    versions = {
        **packages("training"),
        **packages("weights"),
        **packages("docs"),
        **packages("dev"),
        **packages("build"),
        **packages("run"),
        **WEB["dependencies"],
        **WEB["devDependencies"],
    }
    rows = {name.lower(): version for name, version in re.findall(r"^\| ([\w@/-]+) \| ([\d.]+) \|", page, re.MULTILINE)}
    named = required(
        [*PROJECT["project"]["dependencies"], *(entry for group in PROJECT["dependency-groups"].values() for entry in group)]
    )
    assert [name for name in sorted(named | set(WEB["dependencies"])) if name not in page.lower()] == []
    assert {name: version for name, version in rows.items() if name != "torch"} == {
        name: versions[name] for name in rows if name != "torch"
    }


def test_types_and_style_are_strict() -> None:
    assert PROJECT["tool"]["mypy"]["strict"] is True
    assert {"src", "tests", "benchmarks", "training"} <= set(PROJECT["tool"]["mypy"]["files"])
    overrides = PROJECT["tool"]["mypy"].get("overrides", [])
    loosened = [override["module"] for override in overrides if override.keys() - {"module", "ignore_missing_imports"}]
    assert loosened == [["training.*"]]
    assert {"ANN", "E", "F", "I", "B", "DTZ"} <= set(PROJECT["tool"]["ruff"]["lint"]["select"])


def test_the_licence_is_whole_and_ships() -> None:
    assert PROJECT["project"]["license"] == "Apache-2.0"
    assert set(PROJECT["project"]["license-files"]) == {"LICENSE", "NOTICE"}
    assert "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION" in text("LICENSE")
    assert "END OF TERMS AND CONDITIONS" in text("LICENSE")


def test_what_a_change_must_pass_runs_tests_and_lint() -> None:
    script = text(".ci/run")
    assert "set -eu" in script
    assert re.findall(r"^make (\w+)", script, re.MULTILINE) == ["lint", "test"]
