"""The accessibility statement says what the last recorded check found."""

from builders import make_guide

from guidebook.render.accessibility import DATA, last_check

PAGE = {"docs/lv/index.md": "---\ntitle: A\n---\n\n# A\n", "docs/en/index.md": "---\ntitle: A\n---\n\n# A\n"}


def said(rows: str, lang: str = "lv") -> str:
    guide = make_guide({**PAGE, **({DATA: f"checked,axe,pages,widths,violations\n{rows}"} if rows else {})})
    return last_check(guide, guide.pages_in(lang)[0])


def test_the_newest_check_is_told() -> None:
    text = said("2026-01-05,4.0.0,90,320 1280,7\n2026-11-21,4.14.1,257,320,0\n")
    assert "2026. gada 21. novembrī" in text
    assert "(257)" in text
    assert "4.14.1" in text
    assert " 320 pikseļu" in text
    assert text.endswith("Pārkāpumu nebija.")


def test_violations_are_not_hidden() -> None:
    assert said("2026-01-05,4.0.0,90,320 1280,7\n").endswith("Atrastie pārkāpumi: 7.")
    assert said("2026-01-05,4.0.0,90,320 1280,7\n", "en").endswith("Violations found: 7.")


def test_no_check_is_told_too() -> None:
    assert "vēl nav" in said("")
