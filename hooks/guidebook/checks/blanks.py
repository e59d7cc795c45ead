"""What `guidebook new` leaves for the editor to fill in."""

from collections.abc import Iterator

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide


@rule("NEW001", Severity.ERROR)
def page_without_text(guide: Guide) -> Iterator[Finding]:
    """Zem lapas virsraksta jābūt tekstam.

    Slikti: lapa, kurā ir tikai “# Dalībnieku atlase”.
    Labi: zem virsraksta ir rindkopa, kas pasaka, kam lapa ir un ar ko sākt.
    """
    unread = {fault.at.path for fault in guide.faults if fault.code != "META003"}
    for page in guide.pages:
        known = (
            page.meta.title and "checklist" not in page.meta.lines and unread.isdisjoint((page.path, *page.snippets))
        )
        alone = len(page.headings) == 1 and not page.headings[0].given
        if known and alone and not page.text[page.headings[0].end :].strip():
            yield Finding(
                page.headings[0].at,
                f"lapā “{page.title}” ir tikai virsraksts.",
                "Zem tā rakstiet rindkopu: kam lapa ir un ar ko sākt.",
            )


@rule("NEW002", Severity.ERROR)
def attribute_without_value(guide: Guide) -> Iterator[Finding]:
    """Virsraksta atribūtam figūriekavās jābūt ar vērtību.

    Slikti: ## Klasteris {#term-klasteris en=""}
    Labi: ## Klasteris {#term-klasteris en="cluster"}
    """
    for page in guide.pages:
        for heading in page.headings:
            for key, value in heading.attributes.items():
                if not value.strip():
                    what = "angļu termina" if key == "en" else "citu nosaukumu"
                    yield Finding(
                        heading.at,
                        f"virsraksta “{heading.title}” figūriekavās aiz “{key}” nav {what}.",
                        f'Ierakstiet to pēdiņās: {key}="…"; ja tāda nav, izdzēsiet “{key}=""”.',
                    )


RULES = (page_without_text, attribute_without_value)
