"""The words of generated text, by language."""

from collections.abc import Mapping
from datetime import date

_MONTHS = "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī".split()
_MONTH_NAMES = "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris"
_ENGLISH_MONTHS = "January February March April May June July August September October November December".split()

WORDS: Mapping[str, Mapping[str, str]] = {
    "lv": {
        "and": " un ",
        "all-changes": "Visas izmaiņas",
        "all-sources": "visu avotu saraksts",
        "back-to-text": "Atpakaļ pie {}. atsauces tekstā",
        "chart": "Skolēni ar individuālo atbalstu Liepājā pa semestriem",
        "chart-note": "Svītrotā josla: avotā šim semestrim ir divi skaitļi. Avots: PuMPuRS ziņas, 2018–2021.",
        "checked": "pārbaudīts",
        "checklists": "Kontrolsaraksti",
        "checklist": "Kontrolsaraksts",
        "chosen": "Iekļaujam pieteikumā",
        "cited-in": "Uz to atsaucas",
        "doers": "Kas to dara",
        "empty": "Te vēl nav neviena punkta.",
        "english": "Angliski",
        "last-check": "Pēdējo reizi visas lapas ({pages}) automātiski pārbaudītas {day} ar rīku axe-core {axe} "
        "pēc WCAG 2.2 A un AA līmeņa noteikumiem: gaiši un tumši, {widths} pikseļu platā ekrānā. {found}",
        "error": "Kļūda",
        "handbooks": "Rokasgrāmatas drukai",
        "length": "Sarakstā",
        "handbook": "Rokasgrāmata",
        "minimum": "Pieteikumā vajag {} darbību grupas.",
        "more-pages": " un vēl {count}",
        "no-check": "Automātiskās pārbaudes rezultāts vēl nav ierakstīts.",
        "no-changes": "Izmaiņu vēl nav.",
        "no-number": "avotā skaita nav",
        "no-violations": "Pārkāpumu nebija.",
        "opened": "atvērts",
        "other-names": "Citi nosaukumi",
        "path": "Projekta ceļš",
        "path-text": "Projekta ceļš: {steps}",
        "permalink": "Saite uz šo vietu",
        "print-sheet": "Izdrukāt šo sarakstu (PDF)",
        "readers": "Kas to lasa",
        "reading": "Lasīšanai",
        "reviewed": "Pārskatīts",
        "search": "Meklēt",
        "search-all": "Meklējiet visā vietnē",
        "search-without-script": "Meklēšanai vajadzīgs JavaScript. Bez tā skatiet:",
        "semester": "{start}./{end}., {number}. semestris",
        "sheet-columns": "Darbība;Kas;Kad;Izdarīts;Datums;Piezīme;Kāpēc",
        "sheet": "Šis saraksts drukai",
        "source": "Avots",
        "sources": "Avoti",
        "stages": "Projekta posmi",
        "table": "Tabula",
        "term": "Termins",
        "used-in": "Kur lietots",
        "violations": "Atrastie pārkāpumi: {count}.",
        "why": "Kāpēc?",
    },
    "en": {
        "and": " and ",
        "all-changes": "All changes (in Latvian)",
        "all-sources": "list of all sources",
        "back-to-text": "Back to note {} in the text",
        "chart": "Pupils with individual support in Liepāja by semester",
        "chart-note": "Hatched bar: the source gives two numbers for this semester. Source: PuMPuRS news, 2018–2021.",
        "checked": "checked",
        "checklists": "Checklists",
        "checklist": "Checklist",
        "chosen": "Included in the application",
        "cited-in": "Cited in",
        "doers": "Who does it",
        "empty": "There are no items here yet.",
        "english": "In English",
        "last-check": "All pages ({pages}) were last checked automatically {day} with axe-core {axe} "
        "against the rules of WCAG 2.2 levels A and AA: light and dark, on screens {widths} pixels wide. {found}",
        "error": "Error",
        "handbooks": "Handbooks to print",
        "length": "In the list",
        "handbook": "Handbook",
        "minimum": "The application needs {} groups of activities.",
        "more-pages": " and {count} more",
        "no-check": "No result of an automatic check has been recorded yet.",
        "no-changes": "There are no changes yet.",
        "no-number": "no number in the source",
        "no-violations": "There was no violation.",
        "opened": "opened",
        "other-names": "Other names",
        "path": "The project’s path",
        "path-text": "The project’s path: {steps}",
        "permalink": "Link to this place",
        "print-sheet": "Print this list (PDF)",
        "readers": "Who reads it",
        "reading": "Reading time",
        "reviewed": "Reviewed",
        "search": "Search",
        "search-all": "Search the whole site",
        "search-without-script": "Search needs JavaScript. Without it see:",
        "semester": "{start}/{end}, semester {number}",
        "sheet-columns": "Action;Who;When;Done;Date;Note;Why",
        "sheet": "This list to print",
        "source": "Source",
        "sources": "Sources",
        "stages": "The project’s stages",
        "table": "Table",
        "term": "Term",
        "used-in": "Used in",
        "violations": "Violations found: {count}.",
        "why": "Why?",
    },
}


def counted_actions(lang: str, count: int) -> str:
    """“2 darbības”, “21 darbība” or “10 darbību”."""
    if lang == "en":
        return f"{count} action" if count == 1 else f"{count} actions"
    if count % 10 == 0 or 11 <= count % 100 <= 19:
        return f"{count} darbību"
    return f"{count} darbība" if _is_single(count) else f"{count} darbības"


def counted_minutes(lang: str, count: int) -> str:
    """“4 minūtes” or “21 minūte”."""
    if lang == "en":
        return f"{count} minute" if count == 1 else f"{count} minutes"
    return f"{count}\u00a0minūte" if _is_single(count) else f"{count}\u00a0minūtes"


def counted_pages(lang: str, count: int) -> str:
    """“52 lappuses” or “21 lappuse”."""
    if lang == "en":
        return f"{count} page" if count == 1 else f"{count} pages"
    return f"{count} lappuse" if _is_single(count) else f"{count} lappuses"


def counted_pupils(lang: str, count: int) -> str:
    """“185 skolēni” or “261 skolēns”."""
    if lang == "en":
        return f"{count} pupil" if count == 1 else f"{count} pupils"
    return f"{count} skolēns" if _is_single(count) else f"{count} skolēni"


def file_size(lang: str, size: int) -> str:
    """“0,5 MB” or “0.5 MB”, never less than a tenth; `size` is in bytes."""
    shown = f"{max(size / 1_000_000, 0.1):.1f}\u00a0MB"
    return shown if lang == "en" else shown.replace(".", ",")


def month_of(lang: str, day: date) -> str:
    """“2019. gada oktobrī” or “October 2019”."""
    if lang == "en":
        return f"{_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}. gada {_MONTHS[day.month - 1]}"


def day_name(lang: str, day: date) -> str:
    """“2026. gada 21. novembris” or “21 November 2026”."""
    if lang == "en":
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}. gada {day.day}. {_MONTH_NAMES.split()[day.month - 1]}"


def date_of(lang: str, day: date) -> str:
    """“2026. gada 21. novembrī” or “21 November 2026”; source of the form: EU interinstitutional style guide."""
    if lang == "en":
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}. gada {day.day}. {_MONTHS[day.month - 1]}"


def on_day(lang: str, day: date) -> str:
    """“2026. gada 21. novembrī” or “on 21 November 2026”."""
    return f"on {date_of(lang, day)}" if lang == "en" else date_of(lang, day)


def _is_single(count: int) -> bool:
    """Latvian takes the singular after 1, 21, 31 … but not after 11."""
    return count % 10 == 1 and count % 100 != 11
