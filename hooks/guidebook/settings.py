"""The project's own settings: `extra: guidebook:` of mkdocs.yml as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from guidebook.ids import suggestion


class SettingsError(ValueError):
    """A setting is unknown, missing or of the wrong type; the message says which and what is valid."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The lists that front matter and checklist items choose from; labels as {language: text}."""

    programmes: Mapping[str, Mapping[str, str]]
    """Programme key -> its name in each language."""
    who: Mapping[str, Mapping[str, str]]
    """Who does a thing: the Latvian word authors write -> the label in each language."""
    when: Mapping[str, Mapping[str, str]]
    """When it is done: the Latvian phrase authors write -> the label in each language."""
    handbooks: Mapping[str, Mapping[str, str]]
    """Handbook key -> its title in each language."""
    public_contacts: tuple[str, ...] = ()
    """Phones, e-mails and addresses of institutions that may stand on pages."""


def parse_settings(given: object) -> Settings:
    """Settings from a mapping; raises SettingsError that names the faulty key."""
    valid = [field.name for field in fields(Settings)]
    if not isinstance(given, Mapping):
        raise SettingsError(f"extra.guidebook in mkdocs.yml must be a mapping with {', '.join(valid)}")
    for key in given:
        if key not in valid:
            hint = suggestion(str(key), valid)
            raise SettingsError(f"extra.guidebook.{key} is unknown; valid: {', '.join(valid)}. {hint}")
    labelled = [key for key in valid if key != "public_contacts"]
    missing = [key for key in labelled if key not in given]
    if missing:
        raise SettingsError(f"extra.guidebook lacks {', '.join(missing)}")
    contacts = given.get("public_contacts") or []
    if not isinstance(contacts, list) or not all(isinstance(contact, str) for contact in contacts):
        raise SettingsError("extra.guidebook.public_contacts must be a list of texts in quotes")
    return Settings(**{key: _labels(key, given[key]) for key in labelled}, public_contacts=tuple(contacts))


def _labels(key: str, given: object) -> Mapping[str, Mapping[str, str]]:
    if not isinstance(given, Mapping) or not all(
        isinstance(labels, Mapping) and all(isinstance(text, str) for text in labels.values())
        for labels in given.values()
    ):
        raise SettingsError(f"extra.guidebook.{key} must map each name to {{language: label}}")
    return {str(name): dict(labels) for name, labels in given.items()}
