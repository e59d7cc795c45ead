"""The faults that only printing finds, as the reference of rules explains them."""

from dataclasses import dataclass

from guidebook.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class PrintRule:
    """A kind of fault that stops all handbooks."""

    code: str
    explanation: str
    """As a rule's docstring: one line, then `Slikti:` and `Labi:`."""
    severity: Severity = Severity.ERROR


PRINT_RULES = (
    PrintRule(
        "PDF001",
        """Lapā jābūt tikai tam, ko var izdrukāt.

        Slikti: lapā ir HTML elements <video> vai tabula bez aiļu nosaukumiem.
        Labi: teksts, saraksti, tabulas un zīmējumi ir Markdown pierakstā.
        """,
    ),
    PrintRule(
        "PDF002",
        """Attēlam jābūt lapā ieliktam SVG zīmējumam ar nosaukumu un aprakstu.

        Slikti: ![Skola](skola.jpg)
        Labi: lapā ir zīmējums no mapes docs/snippets/ ar <title> un <desc>.
        """,
    ),
    PrintRule(
        "PDF003",
        """Saitei rokasgrāmatas lapā jāved uz vietu, kas ir.

        Slikti: saite uz virsrakstu, kas jau izdzēsts.
        Labi: [atlase](ref:step-atlase)
        """,
    ),
)
