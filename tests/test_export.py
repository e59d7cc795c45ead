"""The model as JSON: everything once, and as the schema says."""

import json
from typing import Any

import jsonschema
import pytest
from builders import make_guide, page
from small_site import SMALL_SITE

from guidebook.render.export import SCHEMA, guide_json

ENGLISH = {
    "docs/en/index.md": page("# Home\n"),
    "docs/en/mobilitate/istenosana.md": page(
        "# Run it {#stage-istenosana}\n\n## Select {#step-atlase}\n\n"
        '- [ ] Announce. {#item-izsludinasana who="direktors" when="regulāri"}\n'
    ),
    "docs/en/kontrolsaraksti/mobilitate.md": page("# All\n", checklist="step-atlase"),
}
GUIDE = make_guide({**SMALL_SITE, **ENGLISH})


@pytest.fixture(scope="module")
def model() -> dict[str, Any]:
    return json.loads(guide_json(GUIDE))


def idents(rows: list[dict[str, Any]], key: str = "id") -> list[str]:
    return [row[key] for row in rows]


def test_it_follows_its_schema(model: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(model)


def test_the_schema_is_closed(model: dict[str, Any]) -> None:
    model = json.loads(json.dumps(model))
    model["languages"]["lv"]["pages"][0]["x"] = 1
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(model)


def test_everything_is_there_once(model: dict[str, Any]) -> None:
    latvian = model["languages"]["lv"]
    assert sorted(idents(latvian["pages"], "address")) == sorted(GUIDE.address(each) for each in GUIDE.pages_in("lv"))
    assert idents(latvian["parts"]) == ["stage-istenosana", "step-atlase", "step-partneri"]
    assert idents(latvian["terms"]) == ["term-klasteris"]
    assert idents(latvian["sources"]) == ["vetlv-2024", "jspa-2023"]
    assert idents(latvian["facts"]) == ["fact-cove-partneri"]
    [checklist] = latvian["checklists"]
    [group] = checklist["groups"]
    assert (group["id"], idents(group["items"])) == ("step-atlase", ["item-izsludinasana", "item-vecaki"])


def test_values_are_those_of_the_language(model: dict[str, Any]) -> None:
    latvian, english = (model["languages"][lang] for lang in ("lv", "en"))
    assert latvian["facts"][0]["value"] == "vismaz astoņi partneri"
    assert english["facts"][0]["value"] == "at least eight partners"
    assert [part["title"] for part in english["parts"]] == ["Run it", "Select"]
    assert [part["number"] for part in english["parts"]] == ["", "1."]


@pytest.mark.parametrize("lang", ["lv", "en"])
def test_every_address_is_that_of_a_page(model: dict[str, Any], lang: str) -> None:
    language = model["languages"][lang]
    pages = {page["address"] for each in model["languages"].values() for page in each["pages"]}
    items = [item for each in language["checklists"] for group in each["groups"] for item in group["items"]]
    placed = [*language["parts"], *language["checklists"], *items]
    prefix = "" if lang == "lv" else "en/"
    for row in placed:
        assert row["address"].partition("#")[0] in pages
        assert row["address"].startswith(prefix)


def test_an_empty_guide_follows_the_schema() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(guide_json(make_guide({}))))


def test_faulty_content_still_gives_json() -> None:
    broken = {**SMALL_SITE, "docs/facts.yml": "fact-a:\n  value: 5\n", "docs/sources.yml": "x: 1\n"}
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(guide_json(make_guide(broken))))
