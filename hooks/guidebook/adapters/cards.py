"""Cards drawn with Pillow and the site's own font, without network; one drawn before is taken from the cache.

The picture has 32 colours: shades from paper to ink, and from paper to the hue of the programme. That keeps a card
near 15 KB and its bytes the same in every build.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from guidebook.render.cards import HEIGHT, WIDTH, Card

PAPER, INK, ACCENT = "#ffffff", "#16282f", "#005168"
HUES = {
    "mobilitate": "#164e8f",
    "ka2": "#5b3a91",
    "cove": "#00574c",
    "etwinning": "#8a3a00",
    "digcomp": "#3f5700",
    "pumpurs": "#8c1d58",
    "politika": "#45525c",
}
"""The hues of the light palette, overrides/assets/stylesheets/colours.css."""
BAND, LEFT, ROOM = 32, 96, WIDTH - 2 * 96
"""Pixels: the band at the left side, where the text begins and how wide it may be."""
SIZES = ((84, 3), (72, 4), (58, 5))
"""Sizes of the title in pixels, each with the lines it may take."""
LINE = 1.16
"""Height of a line, in sizes."""
SHADES = 16
WEIGHTS = {"regular": 400, "bold": 700}
_EXTENDED = re.compile("([\u0100-\u017f\u0218-\u021b\u1e9e]+)")


class Face:
    """The font in one size and weight: Latin letters and those with Latvian marks stand in two files."""

    def __init__(self, fonts: Path, size: int, weight: int) -> None:
        self.size = size
        self._files = [
            ImageFont.truetype(BytesIO((fonts / f"guide-sans-{name}.woff2").read_bytes()), size)
            for name in ("latin", "latin-ext")
        ]
        for file in self._files:
            file.set_variation_by_axes([weight])

    def _parts(self, text: str) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
        for index, part in enumerate(_EXTENDED.split(text)):
            yield part, self._files[index % 2]

    def width(self, text: str) -> float:
        """Pixels from the first letter to behind the last."""
        return sum(font.getlength(part) for part, font in self._parts(text))

    def write(self, draw: ImageDraw.ImageDraw, x: float, y: float, text: str) -> None:
        """Write with the baseline at `y`."""
        for part, font in self._parts(text):
            draw.text((x, y), part, fill=255, font=font, anchor="ls")
            x += font.getlength(part)

    def wrapped(self, text: str, room: int) -> list[str]:
        """The text in lines of at most `room` pixels, unless a word alone is wider."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


class Cards:
    """Draws cards with the fonts in one folder and keeps them in another."""

    def __init__(self, fonts: Path, cache: Path) -> None:
        self._titles = [(Face(fonts, size, WEIGHTS["bold"]), most) for size, most in SIZES]
        self._programme = Face(fonts, 40, WEIGHTS["bold"])
        self._site = Face(fonts, 36, WEIGHTS["regular"])
        self._logo = _logo(56)
        self._cache = cache

    def publish(self, cards: Iterable[Card], site_dir: Path) -> None:
        """Write each card to its address below `site_dir`."""
        for card in set(cards):
            kept, target = self._cache / Path(card.address).name, site_dir / card.address
            data = kept.read_bytes() if kept.is_file() else self.draw(card)
            for path in (kept, target):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)

    def draw(self, card: Card) -> bytes:
        """The card as PNG."""
        ink, hue = (Image.new("L", (WIDTH, HEIGHT)) for _ in range(2))
        self._write(card, ImageDraw.Draw(ink))
        painted = ImageDraw.Draw(hue)
        painted.rectangle((0, 0, BAND, HEIGHT), fill=255)
        self._programme.write(painted, LEFT, 120, card.programme)
        hue.paste(self._logo, (LEFT, HEIGHT - 122))
        step = 256 // SHADES
        shades = ImageChops.add(
            ink.point(lambda value: value // step),
            hue.point(lambda value: SHADES + value // step if value else 0),
        )
        picture = shades.convert("P")
        picture.putpalette(_ramp(INK) + _ramp(HUES.get(card.programme_key, ACCENT)))
        file = BytesIO()
        picture.save(file, "PNG", compress_level=6, bits=5)
        return file.getvalue()

    def _write(self, card: Card, draw: ImageDraw.ImageDraw) -> None:
        title = card.title or card.site_name
        for face, most in self._titles:
            lines = face.wrapped(title, ROOM)
            if len(lines) <= most:
                break
        height = face.size * LINE
        top = 160 + (HEIGHT - 160 - 150 - height * len(lines)) / 2
        for index, line in enumerate(lines):
            face.write(draw, LEFT, top + height * index + face.size, line)
        self._site.write(draw, LEFT + 76, HEIGHT - 80, card.site_name)


def _logo(size: int) -> Image.Image:
    """The winding path with three stops of overrides/.icons/guide/logo.svg, whose side is 24 units."""
    unit = 4 * size / 24
    picture = Image.new("L", (4 * size, 4 * size))
    draw, width = ImageDraw.Draw(picture), round(2.2 * unit)

    def at(*numbers: float) -> list[float]:
        return [number * unit for number in numbers]

    draw.line(at(5, 20.2, 14.2, 20.2), 255, width)
    draw.arc(at(9.2, 11.3, 19.2, 21.3), -90, 90, 255, width)
    draw.line(at(14.2, 12.4, 9.8, 12.4), 255, width)
    draw.arc(at(4.8, 3.5, 14.8, 13.5), 90, 270, 255, width)
    draw.line(at(9.8, 4.6, 16, 4.6), 255, width)
    for across, down, radius in ((4.4, 20.2, 2.4), (12, 12.4, 2.4), (18.6, 4.6, 3.6)):
        draw.ellipse(at(across - radius, down - radius, across + radius, down + radius), fill=255)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def _ramp(colour: str) -> list[int]:
    """The shades from paper to a colour, as a palette."""
    paper, end = ImageColor.getrgb(PAPER), ImageColor.getrgb(colour)
    return [
        round(paper[channel] + (end[channel] - paper[channel]) * shade / (SHADES - 1))
        for shade in range(SHADES)
        for channel in range(3)
    ]
