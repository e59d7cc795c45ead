"""Numbers: computed from the order of pages and headings, the same in every language."""

from builders import make_guide, page

STAGES = {
    "docs/lv/m/pirmais.md": page("# Pirmais {#stage-pirmais}\n"),
    "docs/lv/m/otrais.md": page("# Otrais {#stage-otrais}\n\n## Viens {#step-viens}\n\n## Divi {#step-divi}\n"),
}
NAV = ("m/pirmais.md", "m/otrais.md")


def numbers(files: dict[str, str], nav: tuple[str, ...] = (), lang: str = "lv") -> dict[str, str]:
    return {ident: target.number for ident, target in make_guide(files, nav).targets[lang].items()}


def test_stages_count_over_pages_in_the_order_of_the_navigation() -> None:
    assert numbers(STAGES, NAV) == {
        "stage-pirmais": "1.",
        "stage-otrais": "2.",
        "step-viens": "2.1.",
        "step-divi": "2.2.",
    }
    assert numbers(STAGES, NAV[::-1])["step-divi"] == "1.2."


def test_each_folder_counts_for_itself() -> None:
    other = {
        "docs/lv/k/pirmais.md": page("# Pirmais {#stage-k-pirmais}\n"),
        "docs/lv/k/otrais.md": page("# Otrais {#stage-k-otrais}\n"),
    }
    found = numbers({**STAGES, **other}, (*NAV, "k/pirmais.md", "k/otrais.md"))
    assert [found[f"stage-{each}"] for each in ("pirmais", "otrais", "k-pirmais", "k-otrais")] == ["1.", "2."] * 2


def test_more_than_nine_parts() -> None:
    steps = "".join(f"## S {{#step-s{count}}}\n\n" for count in range(1, 12))
    found = numbers({"docs/lv/a.md": page(f"# Lapa\n\n{steps}")})
    assert (found["step-s2"], found["step-s10"], found["step-s11"]) == ("2.", "10.", "11.")


def test_one_alone_has_no_number() -> None:
    assert numbers({"docs/lv/a.md": page("# A {#stage-a}\n\n## B {#step-b}\n")}) == {"stage-a": "", "step-b": ""}


def test_activities_count_only_in_clusters() -> None:
    inner = "### Viens {#activity-%s1}\n\n### Divi {#activity-%s2}\n\n"
    body = f"# Lapa\n\n## A {{#cluster-a}}\n\n{inner % ('a', 'a')}## B {{#cluster-b}}\n\n{inner % ('b', 'b')}"
    found = numbers({"docs/lv/a.md": page(body)})
    assert (found["cluster-b"], found["activity-a2"], found["activity-b1"]) == ("2.", "1.2.", "2.1.")
    outside = page("# Lapa\n\n## Viens {#activity-viens}\n\n## Divi {#activity-divi}\n")
    assert set(numbers({"docs/lv/a.md": outside}).values()) == {""}


def test_terms_and_derived_anchors_have_no_number() -> None:
    body = "# Lapa\n\n## A {#term-a}\n\n## B {#term-b}\n\n## Step c\n\n## Step d\n"
    assert numbers({"docs/lv/a.md": page(body)}) == {"term-a": "", "term-b": ""}


def test_english_pages_take_the_latvian_numbers() -> None:
    english = {"docs/en/m/otrais.md": page("# Second {#stage-otrais}\n\n## Two {#step-divi}\n")}
    assert numbers({**STAGES, **english}, NAV, "en") == {"stage-otrais": "2.", "step-divi": "2.2."}


def test_a_page_missing_in_english_is_found_in_latvian() -> None:
    guide = make_guide({**STAGES, "docs/en/m/otrais.md": page("# Second {#stage-otrais}\n")}, NAV)
    found = [guide.find(ident, "en") for ident in ("stage-otrais", "stage-pirmais", "stage-nekur")]
    assert [each and (each.page.lang, each.title) for each in found] == [("en", "Second"), ("lv", "Pirmais"), None]
