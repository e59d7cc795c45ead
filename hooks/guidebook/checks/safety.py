"""What could harm readers or send their data elsewhere: scripts, frames, foreign images, doubtful links."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide, Page
from guidebook.parse.markup import Tag, tags, without_code

ACTIVE = frozenset("script iframe frame frameset object embed applet form base meta".split())
"""Elements that run, load or send something."""
LOADING = {
    "img": ("src", "srcset"),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "feimage": ("href", "xlink:href"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "input": ("src",),
    "link": ("href",),
}
"""Elements that load a file by themselves, and the attributes that name it."""
PLACES = ("a", "span", "p", "div", "figure")
"""Elements that may stand alone to give a place an id."""
HTML = frozenset(
    "abbr big blockquote br center code dd del details div dl dt em figure font h1 h2 h3 h4 h5 h6 hr img ins kbd li "
    "mark ol pre small span strike strong sub summary sup table td th tr tt ul".split()
)
"""Elements an editor may try to write; one letter behind “<” may be a comparison."""
SHORTENERS = frozenset(
    "goo.gl bit.ly bitly.com tinyurl.com t.co ow.ly is.gd v.gd buff.ly cutt.ly rb.gy t.ly tiny.cc rebrand.ly "
    "shorturl.at lnkd.in ej.uz".split()
)
_HANDLER = re.compile(r"on[a-z]{3,}")
_CODE_ADDRESS = re.compile(r"(?:javascript|vbscript):|data:(?:text/html|image/svg|application/xhtml|text/xml)", re.I)
_IGNORED = re.compile(r"[\x00-\x20]+")
_FOREIGN = re.compile(r"\s*(?:https?:)?//", re.I)
_LOADED_STYLE = re.compile(r"url\(\s*['\"]?\s*(?!#)(?=[^\s'\"])|@import", re.I)
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\n^]++\]:[ ]*+<?([^\s<>]++)", re.M)
_AUTOLINK = re.compile(r"(?<!\\)<(https?://[^\s<>]++)>", re.I)
_END = re.compile(r"</([a-zA-Z][\w-]*)\s*>")
_ADDRESSES = ("href", "xlink:href", "src", "action", "formaction", "data")
_PARAGRAPHS = re.compile(r"\n[ ]*\n")
_DRAWING = re.compile(r"<figure\s[^<>]*class=\"drawing[\s\"](?:.*?</figure>|.*)", re.S)


@dataclass(frozen=True, slots=True)
class _Address:
    """Where a link or an image leads, and where that is written."""

    target: str
    start: int
    image: bool = False


@rule("SAFE001", Severity.ERROR)
def active_element(guide: Guide) -> Iterator[Finding]:
    """Lapā nedrīkst būt programmas koda, ietvaru un veidlapu.

    Slikti: <iframe src="https://example.org/video"></iframe>
    Labi: [Video par atlasi](https://example.org/video)
    """
    for page in guide.pages:
        for tag in tags(page.text):
            if tag.name in ACTIVE:
                yield Finding(
                    page.at(tag.start),
                    f"lapā ir “<{tag.name}>”; tas var izpildīt svešu kodu vai nosūtīt lasītāja datus.",
                    "Izdzēsiet to un, ja vajag, lieciet saiti: [nosaukums](https://…).",
                )


@rule("SAFE002", Severity.ERROR)
def event_handler(guide: Guide) -> Iterator[Finding]:
    """Lapā nedrīkst būt atribūtu, kas palaiž kodu.

    Slikti: <a href="riski.md" onclick="skaiti()">riski</a>
    Labi: [riski](riski.md)
    """
    for page in guide.pages:
        for tag in tags(page.text):
            for name in tag.attributes:
                if _HANDLER.fullmatch(name):
                    yield Finding(
                        page.at(tag.start),
                        f"atribūts “{name}” lasītāja pārlūkā palaiž kodu.",
                        f"Izdzēsiet “{name}=…”.",
                    )


@rule("SAFE003", Severity.ERROR)
def code_in_address(guide: Guide) -> Iterator[Finding]:
    """Saite ved uz lapu vai failu, nevis palaiž kodu.

    Slikti: [atvērt](javascript:atvert())
    Labi: [riski](riski.md)
    """
    for page in guide.pages:
        for address in _addresses(page):
            if _CODE_ADDRESS.match(_IGNORED.sub("", address.target)) and not address.image:
                yield Finding(
                    page.at(address.start),
                    f"saite “{_short(address.target)}” palaiž kodu, nevis ved uz lapu.",
                    "Rakstiet faila ceļu, piemēram, [riski](riski.md), vai adresi, kas sākas ar “https://”.",
                )


@rule("SAFE004", Severity.ERROR)
def foreign_file(guide: Guide) -> Iterator[Finding]:
    """Attēli un stila faili stāv pašā vietnē, lai sveša vietne neuzzinātu, kas to lasa.

    Slikti: ![Posmi](https://example.org/posmi.png)
    Labi: ![Posmi](posmi.png)
    """
    for page in guide.pages:
        loaded = [(each.target, each.start) for each in _addresses(page) if each.image]
        loaded += [
            (tag.attributes.get(name, ""), tag.start) for tag in tags(page.text) for name in LOADING.get(tag.name, ())
        ]
        for target, start in loaded:
            if _FOREIGN.match(target):
                yield Finding(
                    page.at(start),
                    f"fails “{_short(target)}” jāielādē no svešas vietnes.",
                    f"Saglabājiet to blakus lapai, ja to atļauj licence, un rakstiet “{_file_name(target)}”.",
                )


@rule("SAFE005", Severity.ERROR)
def loading_style(guide: Guide) -> Iterator[Finding]:
    """Noformējums lapas tekstā nedrīkst neko ielādēt.

    Slikti: <p style="background: url(https://example.org/fons.png)">
    Labi: teksts bez “style”; izskats ir vietnes stila failos.
    """
    for page in guide.pages:
        for tag in tags(page.text):
            for text in (*tag.attributes.values(), tag.style):
                if _LOADED_STYLE.search(text):
                    yield Finding(
                        page.at(tag.start),
                        f"noformējums “{_short(text.strip())}” ielādē failu.",
                        "Izdzēsiet to; zīmējumā drīkst būt tikai vietas pašā zīmējumā, piemēram, “url(#bulta)”.",
                    )
                    break


@rule("SAFE006", Severity.WARNING)
def insecure_link(guide: Guide) -> Iterator[Finding]:
    """Saite ved uz drošu adresi, kas sākas ar “https://”.

    Slikti: [VIAA](http://www.viaa.gov.lv/)
    Labi: [VIAA](https://www.viaa.gov.lv/)
    """
    for page in guide.pages:
        for address in _addresses(page):
            if address.target[:7].lower() == "http://" and not address.image:
                yield Finding(
                    page.at(address.start),
                    f"adrese “{_short(address.target)}” nav droša.",
                    f"Pārbaudiet, vai darbojas “https://{_short(address.target[7:])}”, un rakstiet to.",
                )
    for source in guide.sources.values():
        if source.url and not source.url.startswith("https://"):
            what = "droša" if source.url.startswith("http://") else "pilna"
            yield Finding(
                source.lines.get("url", source.at),
                f"avota adrese “{_short(source.url)}” nav {what}.",
                "Pārbaudiet, vai tā atveras ar “https://” sākumā, un rakstiet to.",
            )


@rule("SAFE007", Severity.WARNING)
def shortened_link(guide: Guide) -> Iterator[Finding]:
    """Saite rāda īsto adresi, nevis saīsinātu.

    Slikti: [anketa](https://bit.ly/3abcDEF)
    Labi: [anketa](https://www.viaa.gov.lv/lv/anketa)
    """
    hint = "Atveriet saiti un pārrakstiet adresi, kas redzama pārlūkā."
    for page in guide.pages:
        for address in _addresses(page):
            if _host(address.target) in SHORTENERS:
                message = f"adrese “{_short(address.target)}” ir saīsināta; lasītājs neredz, kurp tā ved."
                yield Finding(page.at(address.start), message, hint)
    for source in guide.sources.values():
        if _host(source.url) in SHORTENERS:
            yield Finding(
                source.lines.get("url", source.at),
                f"avota adrese “{source.url}” ir saīsināta; lasītājs neredz, kurp tā ved.",
                hint,
            )


@rule("SAFE008", Severity.WARNING)
def raw_html(guide: Guide) -> Iterator[Finding]:
    """Lapu raksta Markdown pierakstā; HTML der tikai zīmējumam fragmentā.

    Slikti: <b>Svarīgi!</b>
    Labi: **Svarīgi!**
    """
    for page in guide.pages:
        reported = None
        drawings = [(each.start(), each.end()) for each in _DRAWING.finditer(page.text)] if "<fig" in page.text else []
        for tag in tags(page.text):
            if (
                not (tag.closed or tag.name in HTML)
                or not tag.name
                or tag.name in ACTIVE
                or _is_place(tag)
                or _is_drawn(page, tag, drawings)
            ):
                continue
            if reported is None or _PARAGRAPHS.search(page.text, reported, tag.start):
                yield Finding(
                    page.at(tag.start),
                    f"lapā ir HTML “{_short(tag.written)}”.",
                    "Rakstiet Markdown pierakstā, piemēram, **svarīgi**; ja lasītājam jāredz iekavas, rakstiet `<…>`.",
                )
            reported = tag.end
        for stray in _stray_ends(page):
            yield Finding(
                page.at(stray.start()),
                f"lapā ir HTML beigas “{stray[0]}” bez sākuma.",
                "Izdzēsiet tās.",
            )


def _stray_ends(page: Page) -> Iterator[re.Match[str]]:
    """Closing tags of elements that the page never opens."""
    if "</" in page.text:
        opened = {tag.name for tag in tags(page.text)}
        for match in _END.finditer(without_code(page.text)):
            if match[1].lower() not in opened:
                yield match


def _addresses(page: Page) -> Iterator[_Address]:
    for mention in page.mentions:
        if mention.kind in ("link", "image") and not mention.raw:
            yield _Address(mention.target, mention.start, image=mention.kind == "image")
    for tag in tags(page.text):
        for name in _ADDRESSES:
            if name in tag.attributes and tag.name not in LOADING:
                yield _Address(tag.attributes[name], tag.start)
    if "]:" in page.text or "<http" in page.text:
        text = without_code(page.text)
        for pattern in (_DEFINITION, _AUTOLINK):
            for match in pattern.finditer(text):
                yield _Address(match[1], match.start(1))


def _is_place(tag: Tag) -> bool:
    """Whether a tag does nothing but give a place an id that links can name."""
    return tag.name in PLACES and tag.attributes.keys() == {"id"}


def _is_drawn(page: Page, tag: Tag, drawings: list[tuple[int, int]]) -> bool:
    """Whether a tag belongs to a drawing that a snippet brought; `drawings` are their offsets in order."""
    index = bisect_right(drawings, tag.start, key=lambda drawing: drawing[0]) - 1
    return index >= 0 and tag.start < drawings[index][1] and page.at(tag.start).path != page.path


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # An address such as https://[.
        return ""


def _file_name(address: str) -> str:
    return address.split()[0].rstrip("/").rpartition("/")[2].partition("?")[0] or "attels.png"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else f"{text[:79]}…"


RULES = (
    active_element,
    event_handler,
    code_in_address,
    foreign_file,
    loading_style,
    insecure_link,
    shortened_link,
    raw_html,
)
