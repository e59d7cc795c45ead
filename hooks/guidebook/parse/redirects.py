"""docs/redirects.yml: ids and pages that are gone, and what stands in their place."""

from collections.abc import Mapping

import yaml

from guidebook.model import Fault, Span
from guidebook.parse.yaml_nodes import compose, entries

REDIRECTS = "docs/redirects.yml"
_EXAMPLE = "Rakstiet, piemēram, “step-vecais: step-jaunais” vai “mobilitate/veca.md: mobilitate/jauna.md”."


def read_redirects(path: str, text: str) -> tuple[Mapping[str, tuple[str, Span]], list[Fault], bool]:
    """Old id or page -> the new one and where it is written; faults; whether the file could be read at all.

    Pages are given below their language, as in the navigation.
    """
    node, faults = compose(path, text, 1, "META001")
    if node is None:
        return {}, faults, not faults
    if not isinstance(node, yaml.MappingNode):
        return {}, [Fault("META003", Span(path, 1), "failā jābūt rindām “vecais: jaunais”.", _EXAMPLE)], False
    redirects: dict[str, tuple[str, Span]] = {}
    for entry in entries(path, node, 1):
        if entry.key in redirects:
            first = redirects[entry.key][1].line
            message = f"“{entry.key}” šeit ir otrreiz; pirmoreiz tas ir {first}. rindā."
            faults.append(Fault("META006", entry.at, message, "Atstājiet tikai vienu."))
        elif not isinstance(entry.node, yaml.ScalarNode) or not entry.node.value.strip():
            faults.append(Fault("META003", entry.at, f"aiz “{entry.key}” jābūt jaunajam id vai lapai.", _EXAMPLE))
        else:
            redirects[entry.key] = entry.node.value.strip(), entry.at
    return redirects, faults, True
