"""A project's folder -> Project, without MkDocs."""

import os
from pathlib import Path
from typing import Any

import yaml

from guidebook.model import Guide
from guidebook.parse.changes import CHANGELOG
from guidebook.parse.guide import CONFIG, DoAll, Project, in_turn, parse_guide
from guidebook.parse.yaml_nodes import load_tolerant
from guidebook.settings import Settings, SettingsError, parse_settings


def open_project(root: Path) -> Project:
    """The project whose folder holds mkdocs.yml and docs/.

    Raises SettingsError that says what is missing or wrong.
    """
    config_path = root / CONFIG
    if not config_path.is_file():
        raise SettingsError(f"{config_path} does not exist; --root names the folder that holds {CONFIG}")
    if not (root / "docs").is_dir():
        raise SettingsError(f"{root / 'docs'} does not exist; --root names the folder that holds docs/")
    try:
        text = config_path.read_text(encoding="utf-8")
        config = load_tolerant(text)
    except UnicodeDecodeError as error:
        raise SettingsError(f"{config_path} is not UTF-8 (byte {error.start + 1}); save it as UTF-8") from error
    except yaml.YAMLError as error:
        raise SettingsError(f"{config_path} is no valid YAML: {error}") from error
    if not isinstance(config, dict):
        raise SettingsError(f"{config_path} must be a mapping")
    changelog = root / CHANGELOG
    return Project(
        files=frozenset(_files(root)),
        read=lambda path: (root / path).read_bytes(),
        config=text,
        languages=_languages(config),
        settings=_settings(config),
        changelog=changelog.read_bytes() if changelog.is_file() else b"",
    )


def load_guide(root: Path, do_all: DoAll = in_turn) -> Guide:
    """The guide of the project in `root`; raises SettingsError as open_project does."""
    return parse_guide(open_project(root), do_all)


def _files(root: Path) -> list[str]:
    paths: list[str] = []
    for folder, folders, names in os.walk(root / "docs"):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(folder).relative_to(root).as_posix()
        paths.extend(f"{below}/{name}" for name in names if not name.startswith("."))
    return paths


def _settings(config: dict[str, Any]) -> Settings:
    extra = config.get("extra")
    return parse_settings(extra.get("guidebook") if isinstance(extra, dict) else None)


def _languages(config: dict[str, Any]) -> tuple[str, ...]:
    """The locales of the i18n plugin, the default one first; plugins may be a list or a mapping."""
    plugins = config.get("plugins")
    named = [plugins] if isinstance(plugins, dict) else plugins if isinstance(plugins, list) else []
    options = next((each["i18n"] for each in named if isinstance(each, dict) and "i18n" in each), None)
    languages = options.get("languages") if isinstance(options, dict) else None
    if not languages or not isinstance(languages, list):
        raise SettingsError(f"{CONFIG} lists no languages under plugins: i18n: languages")
    if not all(isinstance(each, dict) and isinstance(each.get("locale"), str) for each in languages):
        raise SettingsError(f"{CONFIG} has a language without its locale under plugins: i18n: languages")
    return tuple(each["locale"] for each in sorted(languages, key=lambda each: not each.get("default")))
