"""CHANGELOG.md, from which the page of changes and the feed are made."""

from guidebook.checks.rule import noticed
from guidebook.diagnostics import Severity

undated = noticed(
    "LOG001",
    Severity.ERROR,
    """Izmaiņu failā laidiena virsraksts ir datums vai “Nākamais laidiens”.

    Slikti: `## 21.11.2026.`
    Labi: `## 2026. gada 21. novembris`
    """,
)
out_of_order = noticed(
    "LOG002",
    Severity.ERROR,
    """Izmaiņu failā jaunākais laidiens ir augšā, un katrai dienai ir viens.

    Slikti: `## 2026. gada 3. decembris` zem `## 2026. gada 21. novembris`
    Labi: `## 2026. gada 21. novembris` zem `## 2026. gada 3. decembris`
    """,
)

RULES = (undated, out_of_order)
