"""Every fixed word of handbooks and of the page that lists them; the template has none of its own."""

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "lv": {
        "address": "Jaunākā versija",
        "bibliography": "Avoti",
        "contents": "Saturs",
        "date": "Datums",
        "disclaimer": "Atruna",
        "done": "Izdarīts: {text}",
        "edition": "Izdevums",
        "glossary": "Vārdi, kas lietoti šajā rokasgrāmatā",
        "name": "Vārds, uzvārds",
        "page-of": "{page} no {pages}",
        "qr": "QR kods ar šīs rokasgrāmatas adresi",
        "see": "skat. {number}, {page}. lpp.",
        "see-page": "skat. {page}. lpp.",
        "signature": "Paraksts",
        "subtitle": "Rokasgrāmata skolai",
        "subtitle-sheet": "Kontrolsaraksts",
        "untranslated": "Vēl nav iztulkots",
        "untranslated-text": "Šīs nodaļas pagaidām ir tikai latviešu valodā.",
        "version": "Versija",
    },
    "en": {
        "address": "Latest version",
        "bibliography": "Sources",
        "contents": "Contents",
        "date": "Date",
        "disclaimer": "Disclaimer",
        "done": "Done: {text}",
        "edition": "Edition",
        "glossary": "Words used in this handbook",
        "name": "Name",
        "page-of": "{page} of {pages}",
        "qr": "QR code with the address of this handbook",
        "see": "see {number} p. {page}",
        "see-page": "see p. {page}",
        "signature": "Signature",
        "subtitle": "A handbook for schools",
        "subtitle-sheet": "Checklist",
        "untranslated": "Not yet translated",
        "untranslated-text": "So far these chapters are in Latvian only.",
        "version": "Version",
    },
}

DISCLAIMER: Mapping[str, tuple[str, ...]] = {
    "lv": (
        (
            "Šo rokasgrāmatu nav apstiprinājusi ne Eiropas Komisija, ne VIAA, ne JSPA. Tā pārstāsta avotus; "
            "par pārstāstu atbildam mēs, nevis avotu autori un izdevēji. Tā neaizstāj ne juridisku konsultāciju, "
            "ne jūsu līgumu ar nacionālo aģentūru."
        ),
        (
            "Summas, termiņi un noteikumi mainās katru gadu. Pirms iesniedzat pieteikumu, izlasiet sava konkursa "
            "spēkā esošās vadlīnijas."
        ),
        "Saturu drīkst kopīgot un pielāgot, ja norādāt autorību un izmaiņas: licence CC BY 4.0.",
    ),
    "en": (
        (
            "This handbook has not been approved by the European Commission, the State Education Development Agency "
            "(VIAA) or the Agency for International Programs for Youth (JSPA). It retells its sources; we, not their "
            "authors and publishers, are responsible for how. It replaces neither legal advice nor your agreement "
            "with the national agency."
        ),
        "Amounts, deadlines and rules change every year. Before you apply, read the guidelines in force for your call.",
        "You may share and adapt the content if you name the authors and say what you changed: licence CC BY 4.0.",
    ),
}
"""Paragraphs at the end of every book."""

LISTING: Mapping[str, Mapping[str, str]] = {
    "lv": {
        "chapters-changed": "mainīts",
        "chapters-gone": "izņemts",
        "chapters-moved": "mainīta nodaļu secība",
        "chapters-new": "pievienots",
        "edition": "Izdevums",
        "first-edition": "Pirmais izdevums.",
        "everything": "Visas rokasgrāmatas",
        "everything-text": "Viss vienā failā: visas rokasgrāmatas pa daļām un visi kontrolsaraksti.",
        "others": "Latviešu valodā",
        "since-edition": "Kopš iepriekšējā izdevuma ({day})",
        "version": "versija",
    },
    "en": {
        "chapters-changed": "changed",
        "chapters-gone": "removed",
        "chapters-moved": "the order of chapters has changed",
        "chapters-new": "added",
        "edition": "Edition",
        "first-edition": "First edition.",
        "everything": "All handbooks",
        "everything-text": "Everything in one file: all handbooks as parts, and all checklists.",
        "others": "In Latvian",
        "since-edition": "Since the previous edition ({day})",
        "version": "version",
    },
}
"""The words of the page that lists handbooks, by language."""
