"""Checklists in use: what the reader ticks and writes is kept, counted, handed over and never lost."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

PATIENCE = 8000
"""Milliseconds after which something that does not come is a failure; nothing here takes a tenth of it."""
LIST = "kontrolsaraksti/dalibnieku-atlase/"
OVERVIEW = "kontrolsaraksti/"
COVE = "kontrolsaraksti/cove-planosana/"
GUIDANCE = "mobilitate/istenosana/"
KEY = "guide.checklists"
GONE = "item-sen-izdzests"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
UNPACKED = "delete window.CompressionStream"

Reader = Callable[..., Page]
"""Opens a page: `reader(path)`, a second tab of the same reader with each further call."""


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 375, "height": 800}, base_url=address, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def reader(context: BrowserContext) -> Reader:
    faults: list[str] = []

    def opened(path: str = LIST, before: str = "") -> Page:
        tab = context.new_page()
        tab.on("pageerror", lambda error: faults.append(str(error)))
        if before:  # The theme's own scripts fail without a storage; ours must not.
            tab.add_init_script(before)
        tab.goto(path)
        if "kontrolsaraksti" in path:
            tab.locator(".panel").wait_for()
        assert before == BLOCKED or faults == []
        return tab

    return opened


def boxes(tab: Page) -> Any:
    return tab.locator(".task-box")


def progress(tab: Page) -> str:
    return tab.locator("[data-part=progress]").first.inner_text()


def button(tab: Page, name: str) -> Any:
    return tab.get_by_role("button", name=name, exact=True)


def write_note(tab: Page, row: int, note: str, day: str = "") -> None:
    tab.locator(".task-edit").nth(row).click()
    record = tab.locator(".record").nth(row)
    if day:
        record.locator("[data-part=date]").fill(day)
    record.locator("[data-part=note]").fill(note)
    tab.locator(".task-edit").nth(row).click()


def new_project(tab: Page, name: str) -> None:
    open_part(tab, "Projekti")
    button(tab, "Jauns projekts").click()
    tab.get_by_label("Projekta nosaukums").fill(name)
    tab.keyboard.press("Enter")


def open_part(tab: Page, title: str) -> None:
    part = tab.locator(".panel details", has=tab.locator("summary", has_text=title))
    if part.get_attribute("open") is None:
        part.locator("summary").click()


def stored(tab: Page) -> Any:
    return json.loads(tab.evaluate(f"localStorage.getItem('{KEY}')"))


def entries(tab: Page) -> dict[str, Any]:
    [project] = stored(tab)["projects"].values()
    return project["entries"]


def saved(tab: Page, name: str, target: Path) -> Path:
    with tab.expect_download() as download:
        button(tab, name).click()
    download.value.save_as(target)
    return target


def receive(tab: Page, content: object, tmp_path: Path) -> None:
    file = tmp_path / "sanemts.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    open_part(tab, "Nodot vietniekam")
    tab.get_by_label("Atvērt saņemto failu").set_input_files(file)


def handed_over(*ids: str, version: int = 1, **entry: object) -> dict[str, Any]:
    kept = {"done": True, "date": "2026-10-01", "note": "", "at": 1000, **entry}
    project = {"id": "p-vietnieks", "name": "Somija 2027", "at": 1000, "deleted": False}
    return {"version": version, "projects": [{**project, "entries": dict.fromkeys(ids, kept)}]}


# Ticks


def test_a_tick_outlives_a_reload_and_is_counted(reader: Reader) -> None:
    tab = reader()
    assert progress(tab) == "Izdarīts: 0 no 8"
    boxes(tab).nth(1).check()
    assert progress(tab) == "Izdarīts: 1 no 8"
    tab.reload()
    expect(boxes(tab).nth(1)).to_be_checked()
    assert progress(tab) == "Izdarīts: 1 no 8"
    assert tab.locator(".panel progress").evaluate("bar => bar.value / bar.max") == 1 / 8


def test_progress_is_announced_politely(reader: Reader) -> None:
    tab = reader()
    assert tab.locator("[data-part=progress]").first.get_attribute("role") == "status"
    expect(tab.get_by_role("progressbar", name="Izdarīts: 0 no 8")).to_be_visible()


def test_nothing_is_kept_before_the_first_tick(reader: Reader) -> None:
    tab = reader()
    tab.goto(OVERVIEW)
    tab.goto("")
    assert tab.evaluate("localStorage.length") == tab.evaluate(
        "Object.keys(localStorage).filter(key => !key.startsWith('guide.')).length"
    )


def test_an_item_is_ticked_on_every_page_that_shows_it(reader: Reader) -> None:
    tab = reader()
    ident = tab.locator(".task").nth(2).get_attribute("id")
    boxes(tab).nth(2).check()
    tab.goto(GUIDANCE)
    expect(tab.locator(f"[id='tick-{ident}']")).to_be_checked()
    tab.goto(f"en/{LIST}")
    expect(tab.locator(f"[id='tick-{ident}']")).to_be_checked()


def test_a_tick_notes_the_day_and_takes_it_back(reader: Reader) -> None:
    tab = reader()
    boxes(tab).first.check()
    day = tab.locator(".record").first.locator("[data-part=day]")
    expect(day).to_have_text(re.compile(r"^Izdarīts: \d{4}\. gada \d{1,2}\. \w+$"))
    boxes(tab).first.uncheck()
    expect(day).to_be_hidden()


def test_a_day_the_reader_chose_stays_without_a_tick(reader: Reader) -> None:
    tab = reader()
    write_note(tab, 0, "", "2026-02-03")
    boxes(tab).first.check()
    boxes(tab).first.uncheck()
    expect(tab.locator(".record").first).to_contain_text("Datums: 2026. gada 3. februāris")


# Notes


def test_a_note_and_a_day_outlive_a_reload(reader: Reader) -> None:
    tab = reader()
    write_note(tab, 1, "Zvanīt direktorei\nceturtdien", "2026-02-03")
    tab.reload()
    record = tab.locator(".record").nth(1)
    expect(record).to_contain_text("Zvanīt direktorei\nceturtdien")
    expect(record).to_contain_text("2026. gada 3. februāris")


def test_a_note_is_kept_when_the_page_is_left_while_typing(reader: Reader) -> None:
    tab = reader()
    tab.locator(".task-edit").first.click()
    tab.keyboard.type("Nepabeigta")
    tab.reload()
    expect(tab.locator(".record").first).to_contain_text("Nepabeigta")


def test_markup_in_a_note_is_text(reader: Reader) -> None:
    tab = reader()
    note = '<img src=x onerror="document.title=1"><b>trekns</b>'
    write_note(tab, 0, note)
    tab.reload()
    record = tab.locator(".record").first
    expect(record.locator("[data-part=words]")).to_have_text(note)
    assert record.locator("img, b").count() == 0


def test_a_note_of_ten_thousand_letters_is_kept_whole(reader: Reader, tmp_path: Path) -> None:
    tab = reader()
    write_note(tab, 0, "ā" * 10_000)
    tab.reload()
    assert len(tab.locator(".record textarea").first.input_value()) == 10_000
    open_part(tab, "Nodot vietniekam")
    file = saved(tab, "Saglabāt failā", tmp_path / "viss.json")
    assert "ā" * 10_000 in file.read_text("utf-8")


# Filter


def test_rows_are_filtered_by_who_and_when(reader: Reader) -> None:
    tab = reader()
    tab.get_by_label("Kas dara").select_option("direktors")
    shown = tab.locator(".task:visible")
    assert {"direktors" in (row.get_attribute("data-who") or "") for row in shown.all()} == {True}
    count = shown.count()
    assert 0 < count < boxes(tab).count()
    expect(tab.locator("[data-part=shown]")).to_contain_text(f"no {boxes(tab).count()}")
    assert progress(tab) == "Izdarīts: 0 no 8"
    tab.get_by_label("Kas dara").select_option("")
    assert tab.locator(".task:visible").count() == 8


def test_sections_without_shown_rows_are_left_out(reader: Reader) -> None:
    tab = reader(COVE)
    tab.get_by_label("Kas dara").select_option("grāmatvedis")
    assert 0 < tab.locator(".task:visible").count() < boxes(tab).count()
    for heading in tab.locator("h3[id^='list-']").all():
        rows = heading.locator("xpath=following-sibling::ul[1]")
        assert heading.is_visible() == bool(rows.locator(".task:visible").count())
        assert heading.is_visible() or not rows.locator(".choice:visible").count()
    assert not tab.locator(".minimum").first.is_visible()


@pytest.mark.parametrize(("path", "role"), [(LIST, "koordinators"), ("kontrolsaraksti/mobilitate/", "grāmatvedis")])
def test_shown_rows_are_counted_in_the_readers_language(reader: Reader, path: str, role: str) -> None:
    tab = reader(path)
    tab.get_by_label("Kas dara").select_option(role)
    count = tab.locator(".task:visible").count()
    form = (
        "darbība"
        if count % 10 == 1 and count != 11
        else "darbības"
        if (count % 10 >= 2 and count > 19) or 2 <= count <= 9
        else "darbību"
    )
    expect(tab.locator("[data-part=shown]")).to_have_text(f"{role}: {count} {form} no {boxes(tab).count()}")


def test_a_link_to_a_hidden_row_shows_it(reader: Reader) -> None:
    tab = reader()
    tab.get_by_label("Kas dara").select_option("direktors")
    ident = tab.locator(".task:not(:visible)").first.get_attribute("id")
    tab.evaluate("hash => { location.hash = hash }", ident)
    expect(tab.locator(f"[id='{ident}']")).to_be_visible()


# Reset


def test_clearing_is_undone(reader: Reader) -> None:
    tab = reader()
    boxes(tab).first.check()
    write_note(tab, 1, "Piezīme")
    before = {name: {**entry, "at": 0} for name, entry in entries(tab).items()}
    button(tab, "Notīrīt atzīmes").click()
    assert progress(tab) == "Izdarīts: 0 no 8"
    expect(tab.locator(".record:visible")).to_have_count(0)
    expect(button(tab, "Atsaukt")).to_be_focused()
    tab.keyboard.press("Enter")
    assert progress(tab) == "Izdarīts: 1 no 8"
    assert {name: {**entry, "at": 0} for name, entry in entries(tab).items()} == before


def test_clearing_touches_this_list_only(reader: Reader) -> None:
    tab = reader("kontrolsaraksti/ka2-pec-projekta/")
    boxes(tab).first.check()
    tab.goto(LIST)
    boxes(tab).first.check()
    button(tab, "Notīrīt atzīmes").click()
    tab.goto("kontrolsaraksti/ka2-pec-projekta/")
    expect(boxes(tab).first).to_be_checked()


# Projects


def test_projects_have_ticks_of_their_own(reader: Reader) -> None:
    tab = reader()
    boxes(tab).first.check()
    new_project(tab, "Mobilitāte Somija 2027")
    assert progress(tab) == "Izdarīts: 0 no 8"
    boxes(tab).nth(1).check()
    tab.get_by_label("Projekts", exact=True).select_option(label="Mans projekts")
    expect(boxes(tab).first).to_be_checked()
    expect(boxes(tab).nth(1)).not_to_be_checked()
    tab.goto(GUIDANCE)
    expect(tab.locator(".whose")).to_contain_text("Mans projekts")


def test_a_project_is_renamed_and_deleted_and_brought_back(reader: Reader) -> None:
    tab = reader()
    boxes(tab).first.check()
    new_project(tab, "Igaunija")
    boxes(tab).nth(3).check()
    button(tab, "Pārdēvēt").click()
    tab.get_by_label("Projekta nosaukums").fill("Igaunija 2028")
    button(tab, "Saglabāt").click()
    select = tab.get_by_label("Projekts", exact=True)
    assert select.locator("option").all_inner_texts() == ["Mans projekts", "Igaunija 2028"] or set(
        select.locator("option").all_inner_texts()
    ) == {"Mans projekts", "Igaunija 2028"}
    button(tab, "Dzēst").click()
    assert select.locator("option").all_inner_texts() == ["Mans projekts"]
    assert "Igaunija" not in tab.evaluate(f"localStorage.getItem('{KEY}')")
    button(tab, "Atsaukt").click()
    expect(boxes(tab).nth(3)).to_be_checked()
    tab.reload()
    expect(tab.get_by_label("Projekts", exact=True).locator("option:checked")).to_have_text("Igaunija 2028")
    expect(boxes(tab).nth(3)).to_be_checked()


def test_a_form_for_a_name_is_left_by_escape(reader: Reader) -> None:
    tab = reader()
    open_part(tab, "Projekti")
    button(tab, "Jauns projekts").click()
    tab.keyboard.press("Escape")
    expect(button(tab, "Jauns projekts")).to_be_focused()
    expect(tab.get_by_label("Projekta nosaukums")).to_be_hidden()


# Two tabs


def test_two_tabs_show_the_same_and_lose_nothing(reader: Reader) -> None:
    one, other = reader(), reader()
    boxes(one).first.check()
    expect(boxes(other).first).to_be_checked()
    boxes(other).nth(1).check()
    boxes(one).nth(2).check()
    write_note(other, 3, "No otras cilnes")
    expect(one.locator(".record").nth(3)).to_contain_text("No otras cilnes")
    for tab in (one, other):
        tab.reload()
        assert progress(tab) == "Izdarīts: 3 no 8"
    assert len(stored(one)["projects"]) == 1


def test_the_later_change_of_an_item_wins_and_others_stay(reader: Reader) -> None:
    tab = reader()
    boxes(tab).first.check()
    boxes(tab).nth(1).check()
    first, second = entries(tab)
    tab.evaluate(
        """([key, first, second]) => {
            const state = JSON.parse(localStorage.getItem(key));
            const [project] = Object.values(state.projects);
            project.entries[first] = {...project.entries[first], done: false, at: 1};
            project.entries[second] = {...project.entries[second], done: false, at: Date.now() + 5000};
            localStorage.setItem(key, JSON.stringify(state));
        }""",
        [KEY, first, second],
    )
    boxes(tab).nth(2).check()
    expect(boxes(tab).first).to_be_checked()
    expect(boxes(tab).nth(1)).not_to_be_checked()


def test_a_note_being_typed_is_not_taken_away_by_another_tab(reader: Reader) -> None:
    one, other = reader(), reader()
    one.locator(".task-edit").first.click()
    one.keyboard.type("Mana")
    boxes(other).nth(1).check()
    expect(boxes(one).nth(1)).to_be_checked()
    one.keyboard.type(" piezīme")
    expect(other.locator(".record").first).to_contain_text("Mana piezīme")


# Storage


def test_a_blocked_storage_is_told_and_the_ticks_can_be_saved(reader: Reader, tmp_path: Path) -> None:
    tab = reader(before=BLOCKED)
    boxes(tab).first.check()
    expect(tab.get_by_role("alert")).to_contain_text("Pārlūks neļauj glabāt atzīmes")
    assert progress(tab) == "Izdarīts: 1 no 8"
    file = saved(tab, "Saglabāt failā", tmp_path / "atzimes.json").read_text("utf-8")
    button(tab, "Notīrīt atzīmes").click()
    receive(tab, json.loads(file.replace('"p-', '"p-x')), tmp_path)
    button(tab, "Pieņemt").click()
    assert progress(tab) == "Izdarīts: 1 no 8"


def test_leaving_with_unkept_ticks_asks_first(reader: Reader) -> None:
    tab = reader(before=BLOCKED)
    boxes(tab).first.check()
    asked: list[str] = []

    def stay(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    tab.on("dialog", stay)
    tab.close(run_before_unload=True)
    tab.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert progress(tab) == "Izdarīts: 1 no 8"


def test_a_full_storage_is_told_and_nothing_is_lost(reader: Reader) -> None:
    tab = reader()
    boxes(tab).first.check()
    tab.evaluate(f"() => {{ window.kept = Storage.prototype.setItem; {FULL} }}")
    boxes(tab).nth(1).check()
    expect(tab.get_by_role("alert")).to_contain_text("krātuve ir pilna")
    assert progress(tab) == "Izdarīts: 2 no 8"
    tab.evaluate("() => { Storage.prototype.setItem = window.kept }")
    boxes(tab).nth(2).check()
    expect(tab.locator(".trouble")).to_be_hidden()
    tab.reload()
    assert progress(tab) == "Izdarīts: 3 no 8"


@pytest.mark.parametrize("spoilt", ["{", "null", "[]", '{"version": 1, "projects": 3}', '{"version": "1"}'])
def test_a_damaged_storage_is_set_aside_and_told(reader: Reader, tmp_path: Path, spoilt: str) -> None:
    tab = reader(OVERVIEW)
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, spoilt])
    tab.goto(LIST)
    expect(tab.get_by_role("alert")).to_contain_text("Agrākās atzīmes nevar nolasīt")
    boxes(tab).first.check()
    tab.reload()
    assert progress(tab) == "Izdarīts: 1 no 8"
    assert saved(tab, "Saglabāt bojātos datus failā", tmp_path / "bojati.txt").read_text("utf-8") == spoilt
    button(tab, "Izdzēst bojātos datus").click()
    tab.reload()
    expect(tab.locator(".trouble")).to_be_hidden()


def test_a_storage_of_a_newer_site_is_left_alone(reader: Reader) -> None:
    tab = reader(OVERVIEW)
    newer = '{"version": 2, "jauns": true}'
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, newer])
    tab.goto(LIST)
    boxes(tab).first.check()
    expect(tab.get_by_role("alert")).to_contain_text("jaunākas vietnes versijas")
    assert progress(tab) == "Izdarīts: 1 no 8"
    assert tab.evaluate(f"localStorage.getItem('{KEY}')") == newer


# Handing over


def test_a_project_goes_to_another_browser_as_a_file(
    reader: Reader, browser: Browser, address: str, tmp_path: Path
) -> None:
    tab = reader()
    new_project(tab, "Somija 2027")
    boxes(tab).first.check()
    write_note(tab, 1, "Zvanīt Annai")
    open_part(tab, "Nodot vietniekam")
    file = saved(tab, "Saglabāt failā", tmp_path / "somija.json")
    deputy = browser.new_context(base_url=address).new_page()
    deputy.goto(LIST)
    receive(deputy, file.read_text("utf-8"), tmp_path)
    expect(deputy.locator("[data-part=offers]")).to_have_text("Somija 2027: 1 izdarīta darbība, 1 piezīme.")
    assert progress(deputy) == "Izdarīts: 0 no 8"
    button(deputy, "Pieņemt").click()
    assert progress(deputy) == "Izdarīts: 1 no 8"
    expect(deputy.locator(".record").nth(1)).to_contain_text("Zvanīt Annai")
    deputy.context.close()


@pytest.mark.parametrize("before", ["", UNPACKED])
def test_a_project_goes_to_another_browser_as_a_link(
    reader: Reader, browser: Browser, address: str, before: str
) -> None:
    tab = reader(before=before)
    new_project(tab, "Somija “2027” ā")
    boxes(tab).first.check()
    open_part(tab, "Nodot vietniekam")
    button(tab, "Kopēt saiti").click()
    link = tab.get_by_label("Saite", exact=True)
    expect(link).not_to_have_value("")
    target = link.input_value()
    assert target.startswith(f"{address}kontrolsaraksti/#handover={'j' if before else 'z'}")
    deputy = browser.new_context().new_page()
    deputy.set_default_timeout(PATIENCE)
    deputy.goto(target)
    expect(deputy.locator("[data-part=offers]")).to_contain_text("Somija “2027” ā: 1 izdarīta darbība")
    assert deputy.url == f"{address}kontrolsaraksti/"
    button(deputy, "Pieņemt").click()
    deputy.goto(address + LIST)
    expect(boxes(deputy).first).to_be_checked()
    deputy.context.close()


def test_what_comes_back_is_merged_item_by_item(reader: Reader, tmp_path: Path) -> None:
    tab = reader()
    boxes(tab).first.check()
    boxes(tab).nth(1).check()
    open_part(tab, "Nodot vietniekam")
    sent = json.loads(saved(tab, "Saglabāt failā", tmp_path / "a.json").read_text("utf-8"))
    [project] = sent["projects"]
    first, second = project["entries"]
    project["entries"][first] |= {"note": "Vietnieka", "at": project["entries"][first]["at"] + 1}
    project["entries"][second] |= {"note": "Vecāka", "at": 5}
    write_note(tab, 1, "Mana")
    receive(tab, sent, tmp_path)
    expect(tab.locator("[data-part=offers]")).to_contain_text("Šis projekts jums jau ir")
    button(tab, "Pieņemt").click()
    expect(tab.locator(".record").nth(0)).to_contain_text("Vietnieka")
    expect(tab.locator(".record").nth(1)).to_contain_text("Mana")


def test_what_is_not_accepted_changes_nothing(reader: Reader, tmp_path: Path) -> None:
    tab = reader()
    boxes(tab).first.check()
    before = stored(tab)
    receive(tab, handed_over(GONE), tmp_path)
    button(tab, "Nepieņemt").click()
    assert stored(tab) == before


WHOLE = handed_over("item-a")
DAMAGED = {
    "cut": json.dumps(WHOLE)[:-20],
    "foreign": {"kind": "notes"},
    "list": [],
    "no projects": {"version": 1, "projects": []},
    "no version": {"projects": WHOLE["projects"]},
    "wrong id": handed_over("<script>"),
    "prototype": json.dumps(WHOLE).replace("item-a", "__proto__"),
    "wrong date": handed_over("item-a", date="vakar"),
    "wrong tick": handed_over("item-a", done="yes"),
    "wrong note": handed_over("item-a", note=7),
    "long note": handed_over("item-a", note="a" * 10_001),
    "no time": handed_over("item-a", at=None),
    "one of two": {"version": 1, "projects": [*WHOLE["projects"], {"id": "p-b"}]},
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_refused_whole(reader: Reader, tmp_path: Path, content: object) -> None:
    tab = reader()
    boxes(tab).first.check()
    before = stored(tab)
    receive(tab, content, tmp_path)
    expect(tab.locator("[data-part=told]")).to_contain_text("Nekas nav mainīts")
    expect(tab.locator("[data-part=offer]")).to_be_hidden()
    assert stored(tab) == before


@pytest.mark.parametrize("fragment", ["z", "j", "q123", "zAAAA", "j%%%", "je30"])
def test_a_damaged_link_is_refused_whole(reader: Reader, fragment: str) -> None:
    tab = reader(f"{OVERVIEW}#handover={fragment}")
    expect(tab.locator("[data-part=told]")).to_contain_text("Nekas nav mainīts")
    assert tab.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_a_file_of_a_newer_site_is_refused_clearly(reader: Reader, tmp_path: Path) -> None:
    tab = reader()
    receive(tab, handed_over("item-a", version=2), tmp_path)
    expect(tab.locator("[data-part=told]")).to_contain_text("no jaunākas vietnes versijas")


def test_items_of_an_older_edition_are_kept_aside_and_told(reader: Reader, tmp_path: Path) -> None:
    tab = reader(OVERVIEW)
    receive(tab, handed_over(GONE, note="Svarīgi"), tmp_path)
    expect(tab.locator("[data-part=offers]")).to_contain_text("1 darbības vietnē vairs nav")
    button(tab, "Pieņemt").click()
    aside = tab.locator(".panel-aside")
    expect(aside.locator("summary")).to_have_text("1 ieraksts par darbību, kuras vietnē vairs nav")
    aside.locator("summary").click()
    expect(aside).to_contain_text("Svarīgi")
    file = saved(tab, "Saglabāt failā", tmp_path / "b.json")
    assert GONE in file.read_text("utf-8")


def test_a_clock_that_is_ahead_does_not_win_for_ever(reader: Reader, tmp_path: Path) -> None:
    tab = reader()
    ident = str(tab.locator(".task").first.get_attribute("id"))
    receive(tab, handed_over(ident, at=9e15), tmp_path)
    button(tab, "Pieņemt").click()
    expect(boxes(tab).first).to_be_checked()
    boxes(tab).first.uncheck()
    tab.reload()
    expect(boxes(tab).first).not_to_be_checked()


def test_there_is_nothing_to_hand_over_before_a_tick(reader: Reader) -> None:
    tab = reader()
    open_part(tab, "Nodot vietniekam")
    button(tab, "Kopēt saiti").click()
    expect(tab.locator("[data-part=told]")).to_contain_text("Vēl nav ko nodot")


# What is new


def test_a_changed_checklist_says_what_is_new(reader: Reader) -> None:
    tab = reader()
    boxes(tab).nth(1).check()
    expect(tab.locator(".panel-news")).to_have_count(0)
    added, changed = (str(tab.locator(".task").nth(row).get_attribute("id")) for row in (0, 1))
    tab.evaluate(
        """([key, added, changed, gone]) => {
            const state = JSON.parse(localStorage.getItem(key));
            const [visit] = Object.values(state.visits);
            delete visit.texts[added];
            visit.texts[changed] = "cits";
            visit.texts[gone] = "bija";
            localStorage.setItem(key, JSON.stringify(state));
        }""",
        [KEY, added, changed, GONE],
    )
    tab = reader()
    news = tab.locator(".panel-news")
    expect(news.locator("li")).to_have_count(3)
    assert news.locator(f"a[href='#{added}']").count() == 1
    expect(news).to_contain_text("Jauna darbība:")
    expect(news).to_contain_text("Mainīts formulējums:")
    expect(news).to_contain_text("Sarakstā vairs nav 1 darbības")
    expect(boxes(tab).nth(1)).to_be_checked()
    button(tab, "Sapratu").click()
    tab.reload()
    expect(tab.locator(".panel-news")).to_have_count(0)


# Overview and home


def test_the_overview_shows_each_list_and_all_together(reader: Reader) -> None:
    tab = reader()
    boxes(tab).first.check()
    boxes(tab).nth(1).check()
    tab.goto(OVERVIEW)
    line = tab.locator("article li", has=tab.locator("a[href='dalibnieku-atlase/']"))
    expect(line.locator(".share")).to_contain_text("Izdarīts: 2 no 8")
    expect(tab.locator(".panel-progress p")).to_have_text(re.compile(r"^Izdarīts: 2 no \d{3}$"))
    tab.goto(f"en/{OVERVIEW}")
    line = tab.locator("article li", has=tab.locator("a[href='dalibnieku-atlase/']"))
    expect(line.locator(".share")).to_contain_text("Done: 2 of 8")


def test_the_home_page_lists_checklists_in_progress(reader: Reader) -> None:
    tab = reader("")
    expect(tab.locator(".mine")).to_have_count(0)
    tab.goto(LIST)
    boxes(tab).first.check()
    tab.goto("")
    link = tab.locator(".mine").get_by_role("link", name="Dalībnieku atlase")
    expect(link).to_be_visible()
    link.click()
    tab.wait_for_url(f"**/{LIST}")


# CoVE


def test_chosen_activities_are_counted_against_the_minima(reader: Reader) -> None:
    tab = reader(COVE)
    minima = tab.locator(".minimum")
    assert minima.evaluate_all("all => all.map(each => each.dataset.minimum)") == ["4", "3", "2"]
    third = minima.nth(2).get_by_role("status")
    expect(third).to_have_text("Izvēlētas 0 no vismaz 2. Trūkst vēl 2 darbību grupu.")
    choices = tab.locator("[data-cluster=cluster-cove-parvaldiba][data-activity]")
    choices.nth(0).check()
    expect(third).to_have_text("Izvēlētas 1 no vismaz 2. Trūkst vēl 1 darbību grupas.")
    choices.nth(3).check()
    expect(third).to_have_text("Izvēlētas 2 no vismaz 2. Minimums ir izpildīts.")
    expect(minima.nth(0).get_by_role("status")).to_contain_text("Izvēlētas 0 no vismaz 4.")
    assert progress(tab).startswith("Izdarīts: 0 no")
    tab.reload()
    expect(third).to_have_text("Izvēlētas 2 no vismaz 2. Minimums ir izpildīts.")


def test_a_choice_is_named_by_its_activity(reader: Reader) -> None:
    tab = reader(COVE)
    box = tab.get_by_role("checkbox", name="Iekļaujam pieteikumā").first
    heading = str(box.get_attribute("aria-describedby"))
    expect(tab.locator(f"[id='{heading}']")).to_contain_text("Darba tirgum vajadzīgas prasmes")


# Without a script, on paper, for everybody


def test_without_a_script_the_list_is_whole_and_nothing_dead_is_shown(browser: Browser, address: str) -> None:
    tab = browser.new_context(java_script_enabled=False, base_url=address).new_page()
    tab.goto(LIST)
    assert boxes(tab).count() == 8
    assert tab.locator("article").get_by_role("button").count() == 0
    assert tab.locator("article").get_by_role("combobox").count() == 0
    assert tab.locator(".checklist-place").evaluate("place => place.getBoundingClientRect().height") == 0
    tab.goto(COVE)
    expect(tab.locator(".minimum").first).to_have_text("Pieteikumā vajag vismaz četras darbību grupas.")
    tab.context.close()


def test_print_has_ticks_and_notes_and_no_controls(reader: Reader) -> None:
    tab = reader()
    new_project(tab, "Somija 2027")
    boxes(tab).first.check()
    write_note(tab, 0, "Ar parakstu")
    tab.emulate_media(media="print")
    expect(tab.locator(".record").first).to_contain_text("Ar parakstu")
    expect(tab.locator("[data-part=progress]").first).to_be_visible()
    expect(tab.get_by_label("Projekts", exact=True)).to_be_visible()
    mark = tab.locator(".task-box").first.evaluate("box => getComputedStyle(box, '::after').borderBottomStyle")
    assert mark == "solid"
    ground = "box => getComputedStyle(box, '::before').backgroundColor"
    assert tab.locator(".task-box").first.evaluate(ground) == "rgba(0, 0, 0, 0)"
    for hidden in (".panel button", ".panel details", ".task-edit", ".record-form", ".checklist-files"):
        assert tab.locator(f"{hidden}:visible").count() == 0, hidden


def test_print_calls_the_browsers_dialog(reader: Reader) -> None:
    tab = reader()
    tab.evaluate("window.print = () => { document.title = 'printed' }")
    button(tab, "Drukāt").click()
    assert tab.title() == "printed"


def in_use(tab: Page, tmp_path: Path) -> None:
    """Everything that can be open is open."""
    boxes(tab).first.check()
    write_note(tab, 0, "Piezīme")
    tab.locator(".task-edit").nth(1).click()
    new_project(tab, "Somija 2027")
    boxes(tab).nth(1).check()
    button(tab, "Pārdēvēt").click()
    button(tab, "Notīrīt atzīmes").click()
    tab.get_by_label("Kad", exact=True).select_option(index=1)
    receive(tab, handed_over(GONE), tmp_path)
    expect(tab.locator("[data-part=offer]")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_barrier_on_a_checklist_in_use(
    browser: Browser, address: str, tmp_path: Path, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address, reduced_motion="reduce"
    )
    for path, use in ((LIST, in_use), (COVE, None), (OVERVIEW, None)):
        tab = context.new_page()
        tab.goto(path)
        tab.locator(".panel").wait_for()
        if use:
            use(tab, tmp_path)
        found = Axe().run(tab, context="article")
        assert found.violations_count == 0, found.generate_report()
        assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        for control in tab.locator(".panel :is(button, select, input, summary):visible, .task-edit:visible").all():
            size = control.bounding_box()
            assert size is not None
            assert min(size["height"], size["width"]) >= 43.5, control.evaluate("each => each.outerHTML")
    context.close()


def test_the_keyboard_alone_is_enough(reader: Reader) -> None:
    tab = reader()
    tab.locator("[data-part=who]").focus()
    seen = set()
    for _ in range(14):
        tab.keyboard.press("Tab")
        seen.add(tab.evaluate("document.activeElement.dataset.part ?? document.activeElement.classList[0]"))
        assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert {"when", "print", "reset", "task-box", "task-edit"} <= seen
    boxes(tab).first.focus()
    tab.keyboard.press("Space")
    tab.locator(".task-edit").first.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".record").first.locator("[data-part=note]")).to_be_focused()
    tab.keyboard.type("Ar tastatūru")
    tab.reload()
    expect(tab.locator(".record").first).to_contain_text("Ar tastatūru")


@pytest.mark.parametrize("width", [320, 375, 768, 1440])
def test_nothing_moves_when_the_panel_comes(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, base_url=address)
    tab = context.new_page()
    tab.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(each => { window.moved += "
        "each.hadRecentInput ? 0 : each.value })).observe({type: 'layout-shift', buffered: true})"
    )
    for path in (LIST, COVE, OVERVIEW, GUIDANCE):
        tab.goto(path)
        tab.wait_for_load_state("networkidle")
        assert tab.evaluate("window.moved") < 0.05, path
    context.close()


# Files


def test_every_checklist_has_its_files_beneath(reader: Reader, site: Path) -> None:
    tab = reader(f"en/{LIST}")
    links = tab.locator(".checklist-files a")
    assert links.all_inner_texts() == ["CSV", "Excel", "Word"]
    for suffix in ("csv", "xlsx", "docx"):
        for lang in ("", "en/"):
            assert (site / f"{lang}kontrolsaraksti/dalibnieku-atlase.{suffix}").stat().st_size > 500
    assert (site / "en/kontrolsaraksti/dalibnieku-atlase.csv").read_bytes().startswith(b"\xef\xbb\xbfAction;Who;")
    with tab.expect_download() as download:
        links.first.click()
    assert download.value.suggested_filename == "dalibnieku-atlase.csv"
