"""The drawn path of a project: its stages in a row, the steps of one of them below.

Two drawings with the same content, a wide one and a tall one for phones; CSS shows one of them.
Every stage and step is a link with its number and title as real text, so the drawing reads as a list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from guidebook.model import Guide, Page, Target
from guidebook.render.links import url
from guidebook.render.words import WORDS

WIDE, TALL = 720, 340
"""Widths of the two drawings in their own units."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage on the path with its steps."""

    target: Target
    label: str
    href: str
    steps: tuple["Stop", ...] = ()

    @property
    def name(self) -> str:
        """Number and title."""
        return f"{self.target.number} {self.label}".strip()


def project_path(guide: Guide, page: Page, folder: str) -> str:
    """The figure for the stages of one section, as HTML without blank lines."""
    stops = _stops(guide, page, folder)
    if not stops:
        return ""
    words = WORDS[page.lang]
    said = "; ".join(name for stop in stops for name in (stop.name, *(step.name for step in stop.steps)))
    drawings = [
        _svg(
            f"fig-path-{folder}",
            "drawing-wide",
            WIDE,
            *_wide(stops),
            words["path"],
            words["path-text"].format(steps=said),
        ),
        _svg(
            f"fig-path-{folder}-tall",
            "drawing-tall",
            TALL,
            *_tall(stops),
            words["path"],
            words["path-text"].format(steps=said),
        ),
    ]
    return "\n".join([f'<figure class="drawing path" aria-label="{words["stages"]}">', *drawings, "</figure>"])


def _stops(guide: Guide, page: Page, folder: str) -> list[Stop]:
    default = guide.languages[0]
    stages = [
        target
        for target in guide.targets[default].values()
        if target.kind == "stage" and target.page.slug.startswith(f"{folder}/")
    ]
    stops = []
    for stage in stages:
        steps = [
            _stop(guide, page, target.id)
            for target in guide.targets[default].values()
            if target.kind == "step"
            and stage.number
            and target.number.startswith(stage.number)
            and target.page is stage.page
        ]
        stop = _stop(guide, page, stage.id)
        stops.append(Stop(stop.target, stop.label, stop.href, tuple(steps)))
    return stops


def _stop(guide: Guide, page: Page, ident: str) -> Stop:
    target = guide.find(ident, page.lang)
    assert target is not None
    label = target.page.meta.title if not target.anchor else target.title
    return Stop(target, label or target.title, url(page, target.page, target.anchor))


def _wide(stops: list[Stop]) -> tuple[int, list[str]]:
    gap = WIDE / len(stops)
    middles = [gap * (index + 0.5) for index in range(len(stops))]
    parts = [f'<path class="path-line" d="M{middles[0]:.0f} 40H{middles[-1]:.0f}"/>']
    bottom = 0
    for stop, x in zip(stops, middles, strict=True):
        lines = wrap(stop.label, max(8, int(gap / 8.5)), break_long_words=False)
        bottom = max(bottom, 92 + 20 * len(lines))
        parts += _link(stop, [_dot(x, 40, 24, stop.target.number), _lines(x, 90, 20, lines, "middle")])
    for index, stop in enumerate(stops):
        if stop.steps:
            parts += _wide_steps(stop, middles[index], bottom)
            bottom += 40 + 36 * -(-len(stop.steps) // 2)
    return bottom, parts


def _wide_steps(stop: Stop, x: float, top: int) -> Iterator[str]:
    rows = -(-len(stop.steps) // 2)
    height = 24 + 36 * rows
    yield f'<rect class="path-panel" x="8" y="{top}" width="{WIDE - 16}" height="{height}" rx="12"/>'
    yield f'<path class="path-panel" d="M{x - 12:.0f} {top + 1}l12 -14l12 14z"/>'
    for index, step in enumerate(stop.steps):
        column, row = divmod(index, rows)
        left, y = 32 + column * WIDE / 2, top + 36 + 36 * row
        yield from _link(step, [_lines(left, y, 20, [step.name], "start")])


def _tall(stops: list[Stop]) -> tuple[int, list[str]]:
    parts: list[str] = []
    y, last = 30, 30
    for stop in stops:
        lines = wrap(stop.label, 30)
        parts += _link(stop, [_dot(30, y, 22, stop.target.number), _lines(64, y + 6, 22, lines, "start")])
        last, y = y, y + 26 + 22 * len(lines)
        for step in stop.steps:
            lines = wrap(step.name, 31)
            parts += _link(step, [_lines(64, y, 21, lines, "start")])
            y += 14 + 21 * len(lines)
        y += 14
    return y, [f'<path class="path-line" d="M30 30V{last}"/>', *parts]


def _link(stop: Stop, parts: list[str]) -> Iterator[str]:
    yield f'<a href="{escape(stop.href)}" aria-label="{escape(stop.name)}">'
    yield from parts
    yield "</a>"


def _dot(x: float, y: float, radius: int, number: str) -> str:
    return (
        f'<circle class="path-dot" cx="{x:.0f}" cy="{y:.0f}" r="{radius}"/>'
        f'<text class="path-number" x="{x:.0f}" y="{y + 6:.0f}" text-anchor="middle">{escape(number)}</text>'
    )


def _lines(x: float, y: float, step: int, lines: list[str], anchor: str) -> str:
    rows = "".join(
        f'<tspan x="{x:.0f}" y="{y + step * index:.0f}">{escape(line)}</tspan>' for index, line in enumerate(lines)
    )
    return f'<text class="path-label" text-anchor="{anchor}">{rows}</text>'


def _svg(ident: str, kind: str, width: int, height: int, parts: list[str], title: str, said: str) -> str:
    return "\n".join(
        [
            f'<svg class="{kind}" role="group" aria-labelledby="{ident}-t {ident}-d" viewBox="0 0 {width} {height}">',
            f'<title id="{ident}-t">{escape(title)}</title><desc id="{ident}-d">{escape(said)}</desc>',
            *parts,
            "</svg>",
        ]
    )
