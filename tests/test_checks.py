"""What the fixtures of single rules cannot show: pages, snippets and languages together."""

from builders import check, codes, lines, page

SOURCES = "vetlv-2024:\n  title: Vadlīnijas\n"
FACTS = """\
fact-a:
  value: astoņi
  source: vetlv-2024
  place: 2. nodaļa
  checked: 2026-11-21
  valid_for: 365
"""
PROSE = (
    "Darba grupa tiekas katru nedēļu, pieraksta visu norunāto un nosūta to visiem, arī tiem, kuri tajā dienā nebija."
)
OTHER_PROSE = (
    "Koordinators reizi mēnesī salīdzina izdevumus ar budžetu un direktoram rāda, kur nauda beigsies par agru."
)
GUIDANCE = {"programme": "mobilitate", "reviewed": "2026-11-21"}


def with_shared(first: str, second: str) -> list[str]:
    """What is said of a guidance page with two sections and a snippet that holds a fact."""
    body = f"# Lapa\n\n## Viens\n\n{PROSE}\n\n{first}\n\n## Divi\n\n{OTHER_PROSE}\n\n{second}\n"
    files = {"docs/lv/a.md": page(body, **GUIDANCE), "docs/snippets/f.md": "Vajag {{ fact-a }}.\n"}
    return lines(check({**files, "docs/sources.yml": SOURCES, "docs/facts.yml": FACTS}))


def test_a_fact_in_a_snippet_is_the_source_of_the_section_that_includes_it() -> None:
    shared = '--8<-- "f.md"'
    cited = "Tā raksta avots. [@vetlv-2024 2. nodaļa]"
    assert with_shared(shared, cited) == []
    assert with_shared(cited, shared) == []
    assert with_shared(shared, "Beigas.") == ["CIT003 docs/lv/a.md:15"]
    assert with_shared("Sākums.", shared) == ["CIT003 docs/lv/a.md:9"]


def test_a_fault_in_a_snippet_is_said_once_and_at_the_snippet() -> None:
    body = page('# Lapa\n\n--8<-- "s.md"\n')
    files = {"docs/lv/a.md": body, "docs/lv/b.md": body, "docs/snippets/s.md": "Sk.\n\n```\n[x](ref:step-x)\n"}
    assert lines(check(files)) == ["FILE005 docs/snippets/s.md:3", "REF001 docs/snippets/s.md:4"]


def test_a_page_may_point_at_what_only_the_default_language_has() -> None:
    latvian = page("# Lapa\n\n## Solis {#step-a}\n\n## Klasteris {#term-klasteris}\n\nPartneru grupa.\n")
    english = "# Page\n\n[step](ref:step-a) [term](ref:term-klasteris) [page](a.md#step-a)\n"
    other = page("# Cits\n\nKlasteris.\n")
    files = {"docs/lv/a.md": latvian, "docs/lv/b.md": other, "docs/en/c.md": page(english)}
    assert check(files) == []
    assert codes(check({**files, "docs/en/c.md": page(english.replace("step-a", "step-b"))})) == ["REF001", "REF003"]


def test_an_underlined_title_is_one_fault() -> None:
    assert codes(check({"docs/lv/a.md": page("# Lapa\n\nTeksts\n===\n")})) == ["HEAD003"]


def test_a_broken_link_by_reference_is_reported_like_any_other() -> None:
    assert codes(check({"docs/lv/a.md": page("# Lapa\n\nSk. [lapu][l].\n\n[l]: nekur.md\n")})) == ["REF002"]


def test_an_id_in_a_line_of_html_can_be_linked() -> None:
    body = '# Lapa\n\nTeksts <span id="vieta"></span> un [šī vieta](#vieta).\n'
    assert check({"docs/lv/a.md": page(body)}) == []


def test_a_hint_names_what_was_meant() -> None:
    [found] = check({"docs/lv/a.md": page("# Lapa\n\n## S {#step-atlase}\n\n[s](ref:step-atlse)\n")})
    assert "step-atlase" in found.hint
