"""The words of generated text, by language."""

from collections.abc import Mapping
from datetime import date

_MONTHS = "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī".split()
_ENGLISH_MONTHS = "January February March April May June July August September October November December".split()

WORDS: Mapping[str, Mapping[str, str]] = {
    "lv": {
        "back-to-text": "Atpakaļ pie {}. atsauces tekstā",
        "checked": "pārbaudīts",
        "cited-in": "Uz to atsaucas",
        "empty": "Te vēl nav neviena punkta.",
        "english": "Angliski",
        "opened": "atvērts",
        "other-names": "Citi nosaukumi",
        "path": "Projekta ceļš",
        "path-text": "Projekta ceļš: {steps}",
        "permalink": "Saite uz šo vietu",
        "stages": "Projekta posmi",
        "used-in": "Kur lietots",
        "why": "kāpēc",
    },
    "en": {
        "back-to-text": "Back to note {} in the text",
        "checked": "checked",
        "cited-in": "Cited in",
        "empty": "There are no items here yet.",
        "english": "In English",
        "opened": "opened",
        "other-names": "Other names",
        "path": "The project’s path",
        "path-text": "The project’s path: {steps}",
        "permalink": "Link to this place",
        "stages": "The project’s stages",
        "used-in": "Used in",
        "why": "why",
    },
}


def counted_items(lang: str, count: int) -> str:
    """“7 punkti” or “21 punkts”; Latvian takes the singular after 1, 21, 31 … but not 11."""
    if lang == "en":
        return f"{count} item" if count == 1 else f"{count} items"
    single = count % 10 == 1 and count % 100 != 11
    return f"{count} punkts" if single else f"{count} punkti"


def on_day(lang: str, day: date) -> str:
    """“2026. gada 21. novembrī”; source of the form: EU interinstitutional style guide, Latvian."""
    if lang == "en":
        return f"on {day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}. gada {day.day}. {_MONTHS[day.month - 1]}"
