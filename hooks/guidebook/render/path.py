"""The drawn path of a project: its stages in a row, the steps of one of them below.

Two drawings with the same content, a wide one and a tall one for phones; CSS shows one of them.
Every stage and step is a link with its number and title as real text, so the drawing reads as a list.
Around each link lies an unseen box: room for a finger and for the mark of focus.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from guidebook.model import Guide, Page, Target
from guidebook.render.drawing import svg
from guidebook.render.links import url
from guidebook.render.words import WORDS

WIDE, TALL = 720, 340
"""Widths of the two drawings in their own units."""
LETTER, LINE, ROW = 8.6, 22, 44
"""Width of a letter, height of a line of text and of a row one can hit with a thumb."""


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


@dataclass(frozen=True, slots=True)
class Box:
    """The room of a link in a drawing."""

    x: float
    y: float
    width: float
    height: float


def project_path(guide: Guide, page: Page, folder: str) -> str:
    """The figure for the stages of one section, as HTML without blank lines."""
    stops = _stops(guide, page, folder)
    if not stops:
        return ""
    words = WORDS[page.lang]
    said = "; ".join(name for stop in stops for name in (stop.name, *(step.name for step in stop.steps)))
    texts = words["path"], words["path-text"].format(steps=said)
    drawings = [
        svg(f"fig-path-{folder}", "drawing-wide", "group", WIDE, _wide(stops), *texts),
        svg(f"fig-path-{folder}-tall", "drawing-tall", "group", TALL, _tall(stops), *texts),
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
    labels = [wrap(stop.label, max(8, int(gap / LETTER)), break_long_words=False) for stop in stops]
    bottom = 76 + LINE * max(len(lines) for lines in labels)
    parts = [f'<path class="path-line" d="M{middles[0]:.0f} 34H{middles[-1]:.0f}"/>']
    for stop, x, lines in zip(stops, middles, labels, strict=True):
        room = Box(x - gap / 2 + 2, 4, gap - 4, bottom - 8)
        parts += _link(stop, "path-stage", room, [_dot(x, 34, stop.target.number), _lines(x, 84, lines, "middle")])
    for stop, x in zip(stops, middles, strict=True):
        if stop.steps:
            height = 16 + ROW * -(-len(stop.steps) // 2)
            parts += _wide_steps(stop, x, bottom + 14, height)
            bottom += 14 + height
    return bottom + 4, parts


def _wide_steps(stop: Stop, x: float, top: int, height: int) -> Iterator[str]:
    rows = -(-len(stop.steps) // 2)
    width = WIDE / 2 - 16
    yield f'<path class="path-panel" d="M{x - 14:.0f} {top}l14 -14l14 14z"/>'
    yield f'<rect class="path-panel" x="0" y="{top}" width="{WIDE}" height="{height}" rx="6"/>'
    for index, step in enumerate(stop.steps):
        column, row = divmod(index, rows)
        room = Box(8 + column * WIDE / 2, top + 8 + ROW * row, width, ROW)
        yield from _link(step, "path-step", room, [_lines(room.x + 12, room.y + 28, [step.name], "start")])


def _tall(stops: list[Stop]) -> tuple[int, list[str]]:
    parts: list[str] = []
    y, last = 4, 4
    for stop in stops:
        lines = wrap(stop.label, int((TALL - 64) / LETTER))
        room = Box(2, y, TALL - 4, max(56, 22 + LINE * len(lines)))
        first = y + 34 - LINE * (len(lines) - 1) // 2
        dot = _dot(32, y + 28, stop.target.number)
        parts += _link(stop, "path-stage", room, [dot, _lines(66, first, lines, "start")])
        last, y = y + 28, y + int(room.height)
        for step in stop.steps:
            lines = wrap(step.name, int((TALL - 70) / LETTER))
            room = Box(58, y, TALL - 60, ROW + LINE * (len(lines) - 1))
            parts += _link(step, "path-step", room, [_lines(66, y + 28, lines, "start")])
            y += int(room.height)
        y += 8
    return y, [f'<path class="path-line" d="M32 32V{last}"/>', *parts]


def _link(stop: Stop, kind: str, room: Box, parts: list[str]) -> Iterator[str]:
    lang = stop.target.page.lang
    yield f'<a class="{kind}" href="{escape(stop.href)}" aria-label="{escape(stop.name)}" lang="{lang}">'
    yield (
        f'<rect class="path-room" x="{room.x:.0f}" y="{room.y:.0f}" '
        f'width="{room.width:.0f}" height="{room.height:.0f}" rx="4"/>'
    )
    yield from parts
    yield "</a>"


def _dot(x: float, y: float, number: str) -> str:
    shown = escape(number.rstrip("."))
    return (
        f'<circle class="path-dot" cx="{x:.0f}" cy="{y:.0f}" r="22"/>'
        f'<text class="path-number" x="{x:.0f}" y="{y + 6:.0f}" text-anchor="middle">{shown}</text>'
    )


def _lines(x: float, y: float, lines: list[str], anchor: str) -> str:
    rows = "".join(
        f'<tspan x="{x:.0f}" y="{y + LINE * index:.0f}">{escape(line)}</tspan>' for index, line in enumerate(lines)
    )
    return f'<text class="path-label" text-anchor="{anchor}">{rows}</text>'
