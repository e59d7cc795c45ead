"""Rules stay linear: a hundred thousand characters of the worst kind take no time."""

from time import process_time

import pytest
from builders import make_guide, page

from guidebook.checks import duplicates, plain, retired, safety, upkeep

SIZE = 100_000
WORST = {
    "open tags": "<a ",
    "open tags with quotes": '<a b="',
    "open braces": "{: a=",
    "open comments": "<!-- ",
    "backticks": "` `` ",
    "definitions": "[a]: <b\n",
    "full stops": "a. ",
    "dots": ".",
    "genitives": "atskaites ",
    "actions": "meklēšana ",
    "passives": "tiek darīts ",
    "numbers": "75 no ",
    "one passage again and again": "Darba grupa tiekas katru nedēļu un pieraksta visu norunāto tiem, kuri nebija.\n\n",
    "stars": "**",
    "figures": '<figure class="drawing">',
    "closed figures": '<figure class="drawing"></figure>',
    "bold": "<b>\n\n",
    "notes": "[^a] ",
}
FACTS = "fact-a:\n  value: 75 no 100\n  source: x\n  place: y\n  checked: 2026-11-21\n  valid_for: 365\n"


@pytest.mark.parametrize("kind", WORST)
def test_the_worst_text_takes_no_time(kind: str) -> None:
    row = WORST[kind]
    rows = row * (15_000 // len(row))
    body = "# A\n\n{{ fact-a }}\n\n" + "\n".join([rows] * (SIZE // len(rows)))
    guide = make_guide({"docs/lv/a.md": page(body), "docs/facts.yml": FACTS})
    for rule in (*safety.RULES, *duplicates.RULES, *plain.RULES, *upkeep.RULES, *retired.RULES):
        start = process_time()
        list(rule(guide))
        assert process_time() - start < 10, rule.code
