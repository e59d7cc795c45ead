"""A small faultless project in which everything depends on something else."""

from builders import page

PLAIN = "docs/lv/par/index.md"
STAGE = "docs/lv/mobilitate/istenosana.md"
CHECKLIST = "docs/lv/kontrolsaraksti/mobilitate.md"
GLOSSARY = "docs/lv/glosarijs/index.md"
SNIPPET = "docs/snippets/versija.md"
SOURCES = "docs/sources.yml"
FACTS = "docs/facts.yml"

SMALL_SITE: dict[str, str] = {
    "docs/lv/index.md": page(
        "# Sākums\n\nSāciet ar [īstenošanu](mobilitate/istenosana.md) un [sarakstu](kontrolsaraksti/mobilitate.md). "
        "Kas te ir, pasaka lapa [Par vietni](par/index.md).\n"
    ),
    PLAIN: page("# Par vietni\n\nŠī vietne ir skolām.\n\n## Kontakti\n\nRakstiet mums.\n"),
    STAGE: page(
        """\
# Īstenojiet projektu {#stage-istenosana}

Klastera partneri strādā kopā. [@vetlv-2024 4. nodaļa] Visus avotus sk. [sarakstā](ref:source-vetlv-2024).

## Atlasiet dalībniekus {#step-atlase}

Pretendentus vērtē visi. [@vetlv-2024 4.1. nodaļa] Tā dara arī [klasteros](ref:term-klasteris).

- [ ] Izsludiniet atlasi. {#item-izsludinasana who="koordinators" when="regulāri"}
- [ ] Runājiet ar vecākiem. {#item-vecaki who="vecāki, klases audzinātājs" when="pirms mobilitātes"}

## Meklējiet partnerus {#step-partneri}

Partnerībā strādā {{ fact-cove-partneri }}, tāpēc tos meklējiet laikus, vienojieties par darbiem un par to, kas notiks
pēc projekta beigām, kad naudas vairs nebūs.

--8<-- "versija.md"
""",
        programme="mobilitate",
        audience=["koordinators", "vecāki"],
        reviewed="2026-11-21",
    ),
    CHECKLIST: page("# Visa mobilitāte\n", checklist=["step-atlase"]),
    GLOSSARY: page("# Glosārijs\n\n## Klasteris {#term-klasteris}\n\nPartneru grupa.\n"),
    "docs/lv/avoti/index.md": page("# Avoti\n\n{{ bibliography }}\n"),
    SNIPPET: "Rakstīts 2026. gada novembrī.\n",
    SOURCES: """\
vetlv-2024:
  title: Vadlīnijas
  authors: VET LV Team
  year: 2024
jspa-2023:
  title: CoVE rokasgrāmata
""",
    FACTS: """\
fact-cove-partneri:
  value: {lv: vismaz astoņi partneri, en: at least eight partners}
  source: jspa-2023
  place: 2. nodaļa
  checked: 2026-11-21
  valid_for: 365
""",
}


def changed(path: str, old: str, new: str) -> dict[str, str | bytes]:
    """The small site with one passage of one file replaced."""
    assert SMALL_SITE[path].count(old) >= 1, f"{old!r} is not in {path}"
    return {**SMALL_SITE, path: SMALL_SITE[path].replace(old, new, 1)}
