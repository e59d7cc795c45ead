"""The bar chart of the pupils supported in Liepāja, drawn from docs/data/pumpurs.csv.

Two drawings with the same bars, a wide one and a tall one for phones; the table beside the chart
says the same in words. A missing value is a gap with words, never a zero.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from guidebook.model import Guide, Page
from guidebook.render.drawing import svg
from guidebook.render.words import WORDS, counted_pupils, month_of

DATA = "docs/data/pumpurs.csv"
WIDE, TALL = 720, 340
"""Widths of the two drawings in their own units."""
ROW, BAR = 40, 22


@dataclass(frozen=True, slots=True)
class Bar:
    """One semester."""

    label: str
    value: int | None
    doubtful: bool
    """Whether the source gives two values for the semester."""


def pumpurs_chart(guide: Guide, page: Page) -> str:
    """The figure as HTML without blank lines; empty when there is no data."""
    bars = _bars(guide, page.lang)
    if not bars:
        return ""
    words = WORDS[page.lang]
    said = "; ".join(f"{bar.label}: {_value(bar, page.lang)}" for bar in bars)
    return "\n".join(
        [
            '<figure class="drawing chart" id="fig-pumpurs">',
            svg("fig-pumpurs-wide", "drawing-wide", "img", WIDE, _wide(bars, page.lang), words["chart"], said),
            svg("fig-pumpurs-tall", "drawing-tall", "img", TALL, _tall(bars, page.lang), words["chart"], said),
            f"<figcaption>{words['chart-note']}</figcaption>",
            "</figure>",
        ]
    )


def _bars(guide: Guide, lang: str) -> list[Bar]:
    rows = [row for row in guide.data.get(DATA, ()) if row["measure"] == "pupils"]
    periods = [row["period"] for row in rows]
    bars = []
    for row in rows:
        doubtful = periods.count(row["period"]) > 1
        year, _, semester = row["period"].partition("-S")
        label = WORDS[lang]["semester"].format(start=year[:4], end=f"20{year[-2:]}", number=semester)
        if doubtful:
            label += f" ({month_of(lang, date.fromisoformat(row['date']))})"
        bars.append(Bar(label, int(row["value"]) if row["value"] else None, doubtful))
    return bars


def _wide(bars: list[Bar], lang: str) -> tuple[int, list[str]]:
    parts: list[str] = []
    for index, bar in enumerate(bars):
        y = 8 + index * ROW
        parts.append(f'<text class="chart-label" x="320" y="{y + 17}" text-anchor="end">{escape(bar.label)}</text>')
        parts += _bar(bar, lang, 332, y, WIDE - 390, bars)
    return 8 + len(bars) * ROW, parts


def _tall(bars: list[Bar], lang: str) -> tuple[int, list[str]]:
    parts: list[str] = []
    for index, bar in enumerate(bars):
        y = 20 + index * 58
        parts.append(f'<text class="chart-label" x="2" y="{y}">{escape(bar.label)}</text>')
        parts += _bar(bar, lang, 2, y + 8, TALL - 60, bars)
    return 10 + len(bars) * 58, parts


def _bar(bar: Bar, lang: str, x: int, y: int, width: int, bars: list[Bar]) -> Iterator[str]:
    if bar.value is None:
        yield f'<text class="chart-label chart-gap" x="{x}" y="{y + 17}">{WORDS[lang]["no-number"]}</text>'
        return
    most = max(each.value or 0 for each in bars)
    length = round(width * bar.value / most)
    kind = "chart-bar chart-doubtful" if bar.doubtful else "chart-bar"
    yield f'<rect class="{kind}" x="{x}" y="{y}" width="{length}" height="{BAR}" rx="3"/>'
    yield f'<text class="chart-value" x="{x + length + 8}" y="{y + 17}">{bar.value}</text>'


def _value(bar: Bar, lang: str) -> str:
    return WORDS[lang]["no-number"] if bar.value is None else counted_pupils(lang, bar.value)
