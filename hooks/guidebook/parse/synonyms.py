"""docs/synonyms.yml: words and phrases that mean the same to a reader who searches."""

from collections.abc import Mapping

import yaml

from guidebook.latvian import stems
from guidebook.model import Fault, Span, Synonyms
from guidebook.parse import schema
from guidebook.parse.yaml_nodes import compose, value_of

SYNONYMS = "docs/synonyms.yml"
_EXAMPLE = "Rakstiet katru grupu savā rindā, piemēram, “- [ēnošana, vērošana]”."


def read_synonyms(path: str, text: str) -> tuple[Mapping[str, Synonyms], list[Fault], bool]:
    """Groups by their first phrase, faults, and whether the file could be read at all.

    A phrase may stand once, in whatever inflection.
    """
    node, faults = compose(path, text, 1, "META001")
    if node is None:
        return {}, faults, not faults
    if not isinstance(node, yaml.SequenceNode):
        return {}, [Fault("META003", Span(path, 1), "failā jābūt vārdu grupu sarakstam.", _EXAMPLE)], False
    groups: dict[str, Synonyms] = {}
    seen: dict[tuple[str, ...], Span] = {}
    for row in node.value:
        at = Span(path, row.start_mark.line + 1, row.start_mark.column + 1)
        try:
            phrases = schema.texts(value_of(row, as_written=True))
        except ValueError:
            phrases = ()
        if len(phrases) < 2:
            faults.append(Fault("META003", at, "grupā jābūt vismaz diviem vārdiem vai vārdkopām.", _EXAMPLE))
            continue
        for phrase in phrases:
            first = seen.setdefault(stems(phrase), at)
            if first is not at:
                message = f"“{phrase}” šeit ir otrreiz; pirmoreiz tas ir {first.line}. rindā."
                faults.append(Fault("META006", at, message, "Atstājiet tikai vienā grupā."))
        groups[phrases[0]] = Synonyms(phrases, at)
    return groups, faults, True
