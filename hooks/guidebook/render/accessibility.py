"""What the accessibility statement says of the last check, from docs/data/accessibility.csv, which `make audit` writes.

Source of the statement's form: Cabinet Regulation No. 445 of 14 July 2020 (Latvia), model statement.
"""

from datetime import date

from guidebook.model import Guide, Page
from guidebook.render.words import WORDS, on_day

DATA = "docs/data/accessibility.csv"


def last_check(guide: Guide, page: Page) -> str:
    """One paragraph; it says so when no check was recorded."""
    words = WORDS[page.lang]
    rows = guide.data.get(DATA, ())
    if not rows:
        return words["no-check"]
    row = rows[-1]
    count = int(row["violations"])
    found = words["violations"].format(count=count) if count else words["no-violations"]
    day = on_day(page.lang, date.fromisoformat(row["checked"]))
    widths = words["and"].join(row["widths"].split())
    return words["last-check"].format(day=day, pages=row["pages"], axe=row["axe"], widths=widths, found=found)
