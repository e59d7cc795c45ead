"""A small complete book: every kind of block and inline, on a few pages."""

from typing import Any

SIGN = '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor"><circle cx="12" cy="12" r="9"/></svg>'
DRAWING = (
    '<svg class="drawing-wide" viewBox="0 0 480 120"><title>Divi posmi</title>'
    '<rect x="6" y="6" width="200" height="100" fill="var(--guide-accent-soft)" stroke="currentColor"/>'
    '<rect x="270" y="6" width="200" height="100" rx="10" fill="none" stroke="currentColor" stroke-width="2"/>'
    '<path d="M206 56H270" stroke="currentColor" stroke-width="2"/>'
    '<text x="106" y="60" font-size="16" text-anchor="middle" font-weight="bold">Sagatavošana</text>'
    '<text x="370" y="60" font-size="16" text-anchor="middle">Īstenošana</text></svg>'
)
LABELS = {
    "contents": "Saturs",
    "page-of": "{page} no {pages}",
    "see": "skat. {number} {page}. lpp.",
    "see-page": "skat. {page}. lpp.",
    "glossary": "Vārdi",
    "bibliography": "Avoti",
    "disclaimer": "Atruna",
    "edition": "Izdevums",
    "version": "Versija",
    "address": "Jaunākā versija",
    "qr": "QR kods ar šīs rokasgrāmatas adresi",
    "done": "Izdarīts",
    "date": "Datums",
    "name": "Vārds, uzvārds",
    "signature": "Paraksts",
}
LONG = "https://www.viaa.gov.lv/lv/erasmus-programmas-vadlinijas/2026-gada-konkurss?dokuments=pieteikuma-veidlapas-paraugs-skolam-un-pirmsskolas-iestadem.pdf"
HARD = (
    "Da|līb|nie|ku at|la|ses ko|mi|si|ja iz|vēr|tē pie|tei|ku|mus pēc iepriekš pub|li|cē|tiem kri|tē|ri|jiem un "
    "pa|ma|to ka|tru lē|mu|mu rakstiski. "
).replace("|", "\u00ad")


def para(*body: Any) -> dict[str, Any]:
    return {"t": "para", "body": list(body)}


def heading(level: int, ident: str, number: str, text: str) -> dict[str, Any]:
    return {"t": "heading", "level": level, "id": ident, "number": number, "body": [text], "outline": level == 2}


def chapter(ident: str, number: str, title: str, *blocks: Any, lead: str = "") -> dict[str, Any]:
    return {
        "id": ident,
        "number": number,
        "title": title,
        "url": f"https://celvedis.example/{ident}/",
        "programme": "mobilitate",
        "lead": [para(lead)] if lead else [],
        "blocks": list(blocks),
        "part": "",
    }


ITEMS = {
    "t": "items",
    "items": [
        {
            "id": "atlase--item-kriteriji",
            "body": ["Atlases kri\u00adtēriji ir publicēti skolas tīmekļvietnē"],
            "who": "koordinators, direktors",
            "when": "pirms atlases",
        },
        {
            "id": "atlase--item-komisija",
            "body": ["Komisijā ir vismaz ", {"t": "strong", "body": ["trīs"]}, " cilvēki, un viņu vārdi ir rīkojumā"],
            "who": "direktors",
            "when": "",
        },
        {
            "id": "atlase--item-protokols",
            "body": ["Protokols ir parakstīts un glabājas projekta mapē, lai to varētu uzrādīt pārbaudē arī pēc gada"],
            "who": "",
            "when": "",
        },
    ],
}
TABLE = {
    "t": "table",
    "columns": [1, 2, 1],
    "align": ["left", "left", "right"],
    "head": [["Kritērijs"], ["Kā vērtē"], ["Punkti"]],
    "rows": [[[f"Kritērijs {n}"], [HARD, {"t": "code", "text": "veidlapa.pdf"}], [str(n)]] for n in range(1, 26)],
    "caption": ["Kā vērtē pieteikumus"],
    "writein": False,
}
FORM = {
    "t": "table",
    "columns": [1, 2],
    "align": ["left", "left"],
    "head": [["Uzdevums"], ["Atbildīgais"]],
    "rows": [[["Biļetes"], []], [[], []]],
    "caption": [],
    "writein": True,
}


def example_book() -> dict[str, Any]:
    return {
        "kind": "handbook",
        "lang": "lv",
        "title": "Mobilitātes rokasgrāmata",
        "subtitle": "No pieteikuma līdz atskaitei",
        "description": "Kā skola sagatavo, īsteno un novērtē Erasmus+ mobilitātes projektu.",
        "programme": "mobilitate",
        "programmes": {"mobilitate": {"name": "Erasmus+ mobilitāte", "sign": SIGN}},
        "site": "Projektu ceļvedis skolām",
        "url": "https://celvedis.example/rokasgramatas/mobilitate/",
        "edition": "2026. gada 21. novembris",
        "date": "2026-11-21",
        "version": "a1b2c3d",
        "labels": LABELS,
        "chapters": [
            chapter(
                "p-sakums",
                "1.",
                "Ar ko sākt",
                heading(2, "sakums--kam", "1.1.", "Kam šī rokasgrāmata"),
                para(
                    HARD * 3,
                    {
                        "t": "footnote",
                        "id": "sakums--fn-1",
                        "body": [
                            "Tā nosaka programmas vadlīnijas, sk. ",
                            {"t": "ref", "id": "avots-vadlinijas", "body": ["avotu"]},
                            ".",
                        ],
                    },
                    " Tas pats otrreiz",
                    {"t": "footnote", "id": "sakums--fn-1"},
                    ".",
                ),
                para(
                    "Par ",
                    {"t": "ref", "id": "term-atlase", "body": ["dalībnieku atlasi"]},
                    " lasiet ",
                    {"t": "ref", "id": "atlase--kriteriji", "body": ["kritēriju sadaļā"]},
                    "; veidlapas ir ",
                    {"t": "link", "url": LONG, "body": ["aģentūras vietnē"]},
                    " un ",
                    {"t": "link", "url": LONG, "body": ["tur pat"]},
                    ", raksti uz ",
                    {"t": "link", "url": "mailto:info@example.lv", "body": ["info@example.lv"]},
                    ".",
                ),
                para("Vajag trīs lietas:"),
                {
                    "t": "list",
                    "ordered": True,
                    "start": 1,
                    "items": [
                        [para("laiku,")],
                        [
                            para("cilvēkus:"),
                            {
                                "t": "list",
                                "ordered": False,
                                "start": 1,
                                "items": [[para("koordinatoru")], [para("direktoru")]],
                            },
                        ],
                        [para("naudu.")],
                    ],
                },
                {"t": "note", "kind": "tip", "title": ["Padoms"], "body": [para("Sāciet gadu iepriekš. " + HARD)]},
                {"t": "note", "kind": "warning", "title": ["Uzmanību"], "body": [para("Termiņš ir Briseles laiks.")]},
                {"t": "note", "kind": "note", "title": ["Ievērojiet"], "body": [para("Glabājiet dokumentus.")]},
                heading(2, "sakums--zimejums", "1.2.", "Ceļš vienā attēlā"),
                {
                    "t": "figure",
                    "id": "sakums--fig-cels",
                    "svg": DRAWING,
                    "alt": "Divi posmi pēc kārtas: sagatavošana un īstenošana.",
                    "width": 480,
                    "height": 120,
                    "caption": ["Divi posmi"],
                },
                heading(3, "sakums--sikak", "", "Sīkāk"),
                para(
                    {"t": "em", "body": ["slīpi"]},
                    " H",
                    {"t": "sub", "body": ["2"]},
                    "O, m",
                    {"t": "sup", "body": ["2"]},
                    " ",
                    {"t": "mark", "body": ["iezīmēts"]},
                    " ",
                    {"t": "lang", "lang": "en", "body": ["work programme"]},
                    {"t": "break"},
                    "Vārds: ",
                    {"t": "blank", "width": 12},
                ),
                {"t": "quote", "body": [para("Mēs mācījāmies kopā.")]},
                {"t": "code", "text": "skola/\n  projekts/ āčē", "lang": ""},
                {"t": "rule"},
                {
                    "t": "terms",
                    "items": [
                        {"id": "sakums--def-1", "term": ["OID"], "body": [para("Organizācijas identifikators.")]}
                    ],
                },
                lead="Kas jāzina pirms pirmā pieteikuma.",
            ),
            chapter(
                "p-atlase",
                "2.",
                "Dalībnieku atlase",
                heading(
                    2,
                    "atlase--kriteriji",
                    "2.1.",
                    "Kritēriji un to svars atlases komisijas lēmumā par dalībniekiem un aizvietotājiem",
                ),
                TABLE,
                para("Aizpildiet:"),
                FORM,
            ),
            chapter(
                "p-saraksts", "", "Kontrolsaraksts: atlase", para("Atzīmējiet izdarīto."), ITEMS, {"t": "signature"}
            ),
        ],
        "glossary": [
            {
                "id": "term-atlase",
                "term": "atlase",
                "english": "selection",
                "body": ["Kārtība, kādā skola izvēlas dalībniekus."],
                "url": "",
            }
        ],
        "bibliography": [
            {
                "id": "avots-vadlinijas",
                "body": [
                    "Eiropas Komisija. ",
                    {"t": "em", "body": ["Erasmus+ programmas vadlīnijas 2026"]},
                    ". ",
                    {"t": "link", "url": LONG, "body": ["PDF"]},
                    ".",
                ],
            }
        ],
        "disclaimer": [para("Šo izdevumu sagatavoja no vietnes satura.")],
    }


def example_sheet(items: int = 3) -> dict[str, Any]:
    rows = [{**ITEMS["items"][n % 3], "id": f"item-{n}"} for n in range(items)]
    return {
        **example_book(),
        "kind": "sheet",
        "title": "Dalībnieku atlase",
        "chapters": [
            chapter(
                "p-saraksts",
                "",
                "Dalībnieku atlase",
                {"t": "items", "items": rows},
                {"t": "signature"},
                lead="Atzīmējiet izdarīto.",
            )
        ],
        "glossary": [],
        "bibliography": [],
        "disclaimer": [],
    }
