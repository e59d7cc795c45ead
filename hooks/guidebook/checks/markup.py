"""Markdown that is not read as the editor meant it, and links that do not say where they lead."""

import re
from collections.abc import Iterator

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.ids import suggestion
from guidebook.latvian import WORD
from guidebook.model import Guide, Mention
from guidebook.parse.inline import blank_code
from guidebook.parse.texts import Text, text_of

ADMONITIONS = ("note", "tip", "warning", "info")
VAGUE = frozenset(
    (
        "te šeit tur šī šis šo šajā šajās saite saiti saitē saites skatīt skatiet skat sk lasīt "
        "lasiet lasi vairāk sīkāk plašāk tālāk spied spiediet spiest klikšķini klikšķiniet atver atveriet uzzini "
        "uzziniet uzzināt uz adrese here there click see this link read more learn find out details"
    ).split()
)
"""Words of which none says where a link leads."""
PLACES = frozenset("lapa lapā lapu vietnē page website the".split())
"""Words that do not make it clearer: “šajā lapā”."""
PRESS = ("spied", "klikšķini", "click here", "press here")
_LATVIAN_TYPES = {"padoms": "tip", "piezīme": "note", "piezime": "note", "uzmanību": "warning", "uzmanibu": "warning"}
_LATVIAN_TYPES |= {"brīdinājums": "warning", "svarīgi": "warning", "informācija": "info", "ziņa": "info"}
_KNOWN = "|".join(ADMONITIONS)
_NO_ADMONITION = re.compile(
    rf"^(?P<indent>[ ]*)(?P<mark>(?:!{{1,2}}|\?{{1,2}}|:)(?=[ ]?(?:{_KNOWN}|{'|'.join(_LATVIAN_TYPES)})[ ]\")"
    rf"|(?:!{{3,}}+|\?{{3}}\+?+)"
    rf"(?![ ](?:{_KNOWN})(?:[ ]\"[^\"\n]*\")?[ ]*\n(?:[ ]*\n)*(?P=indent)[ ]{{4}}[ ]*\S))"
    r"(?=(?P<rest>[^\n]*))",
    re.M,
)
_HEAD = re.compile(r"[ ]*(?P<type>[^\s\"“”„«»]*)[ ]*(?P<title>.*)")
_NO_ITEM = re.compile(
    r"^[ ]*+(?!-[ ]\[[ xX]\][ ])(?:(?:[-*+–•][ ]*|\d+[.)][ ]*)?(?:\[[ \u00a0]*[xXvV✓✔_-]?[ \u00a0]*\]|[☐☑✓✔□])"
    r"(?![(\[:])"
    r"|[-*+][ ](?:\([ xX]?\)|\{[ ]?\}|\[[ ](?=\w)|\][ ]))(?=(?P<rest>[^\n]*))",
    re.M,
)
_RULER = re.compile(r"^[ >]*+\|?(?:[ ]*+:?-{2,}:?[ ]*\|)+[ ]*(?::?-{2,}:?)?[ ]*$", re.M)
_MAY_STAND_ABOVE = re.compile(r"[ >]*(?:$|#|!!!|\?\?\?|<)")


@rule("TEXT009", Severity.ERROR)
def vague_link(guide: Guide) -> Iterator[Finding]:
    """Saites teksts pasaka, kurp tā ved (WCAG 2.2, 2.4.4.).

    Slikti: Veidlapa ir [šeit](veidlapa.md).
    Labi: Izmantojiet [atskaites veidlapu](veidlapa.md).
    """
    for page in guide.pages:
        for mention in page.mentions:
            fault = _link_fault(mention)
            if fault:
                address = f"ref:{mention.target}" if mention.kind == "ref" else mention.target
                yield Finding(mention.at, fault, f"Rakstiet, kas tur ir, piemēram, [atskaites veidlapa]({address}).")


@rule("TEXT010", Severity.ERROR)
def broken_admonition(guide: Guide) -> Iterator[Finding]:
    """Izceltam blokam ir zināms veids, virsraksts taisnās pēdiņās un teksts ar četru atstarpju atkāpi.

    Slikti: !!! padoms “Mūsu padoms”
    Labi: !!! tip "Mūsu padoms"
    """
    for page in guide.pages:
        text = text_of(page)
        for found in text.find(_NO_ADMONITION):
            fault, hint = _admonition_fault(found)
            yield Finding(text.at(found.start("mark")), fault, hint)


@rule("TEXT011", Severity.ERROR)
def broken_item(guide: Guide) -> Iterator[Finding]:
    """Kontrolsaraksta punkts sākas ar “- [ ] ”.

    Slikti: -[ ] Izveidojiet darba grupu.
    Labi: - [ ] Izveidojiet darba grupu.
    """
    for page in guide.pages:
        text = text_of(page)
        for found in text.find(_NO_ITEM):
            box = found[0].strip()
            done = "x" if "x" in box.lower() else " "
            yield Finding(
                text.at(found.start() + found[0].index(box)),
                f"“{box}{found['rest'].partition(' ')[0]}” nav kontrolsaraksta punkta sākums.",
                f"Rakstiet “- [{done}] {_start_of(found['rest'])}”.",
            )


@rule("TEXT012", Severity.ERROR)
def broken_table(guide: Guide) -> Iterator[Finding]:
    """Tabulas rindās ir tikpat šūnu, cik virsrakstā, un pirms tabulas ir tukša rinda.

    Slikti: rinda “| Atlase |” tabulā ar divām slejām.
    Labi: | Atlase | martā |
    """
    for page in guide.pages:
        text, below = text_of(page), 0
        for ruler in text.find(_RULER):
            if ruler.start() < below:
                continue
            rows = list(_rows_below(page.text, ruler.end() + 1))
            below = rows[-1][0] + 1 if rows else ruler.end()
            yield from _table_faults(text, ruler, rows)


def _link_fault(mention: Mention) -> str:
    """What is wrong with the text of a link; “” when it is good."""
    if mention.kind not in ("link", "ref") or mention.raw:
        return ""
    text = mention.text.strip(" *_`“”.,:;!?→»\n").lower() or mention.text.strip()
    if text and (_is_vague(text) or text.startswith(PRESS)):
        return f"saites teksts “{mention.text}” nepasaka, kurp tā ved."
    if text and not re.search(r"\w", text):
        return f"saites teksts “{mention.text}” nepasaka, kurp tā ved."
    if re.fullmatch(r"(?:https?://|www\.)\S+|[\w./-]+\.(?:md|html?|pdf|docx?)", text):
        return f"saites teksts ir tikai adrese “{mention.text}”."
    if not text and mention.kind == "link":
        return f"saitei uz “{mention.target}” nav teksta."
    return ""


def _is_vague(text: str) -> bool:
    words = set(WORD.findall(text))
    return bool(words & VAGUE) and words <= VAGUE | PLACES


def _admonition_fault(found: re.Match[str]) -> tuple[str, str]:
    """What is wrong with the head of a block or with what stands below it, and how the head should look."""
    head = _HEAD.fullmatch(found["rest"])
    kind, title = (head["type"], head["title"].strip()) if head else ("", "")
    mark = "!!!" if found["mark"][0] in "!:" else found["mark"].ljust(3, "?")
    known = kind if kind in ADMONITIONS else _LATVIAN_TYPES.get(kind.lower(), "")
    if not known:
        known = next((each for each in ADMONITIONS if each in suggestion(kind.lower(), ADMONITIONS)), "tip")
    named = title.strip('"“”„«»* ')
    right = f'Rakstiet: {mark} {known} "{named or "Mūsu padoms"}"'
    if kind not in ADMONITIONS:
        return f"nav tāda bloka veida “{kind}”.", f"{right}. Der: {', '.join(ADMONITIONS)}."
    if found["mark"] != mark or not found["rest"].startswith(" "):
        return f"bloka sākums “{found['mark']}{kind}” nav saprotams.", f"{right}."
    if title and not re.fullmatch(r'"[^"]*"', title):
        return f"bloka virsraksts “{named}” nav taisnās pēdiņās.", f"{right}."
    return (
        "tekstam zem šīs rindas nav četru atstarpju atkāpes.",
        "Katru bloka rindu sāciet ar četrām atstarpēm: “    Teksts.”",
    )


def _table_faults(text: Text, ruler: re.Match[str], rows: list[tuple[int, str]]) -> Iterator[Finding]:
    """What is wrong with the table whose second line is `ruler`; `rows` are offset and text of those below."""
    written = text.written
    start = written.rfind("\n", 0, max(ruler.start() - 1, 0)) + 1
    header = written[start : max(ruler.start() - 1, 0)]
    if "|" not in header:
        return
    width = _cells(header)
    above = written[written.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    if not _MAY_STAND_ABOVE.match(above):
        yield Finding(
            text.at(start),
            "pirms tabulas nav tukšas rindas, tāpēc tabulas nebūs.",
            "Pirms šīs rindas ielieciet tukšu.",
        )
    if _cells(ruler[0]) != width:
        right = "|" + "---|" * width
        yield Finding(
            text.at(ruler.start()),
            f"tabulas virsrakstā šūnu skaits ir {width}, bet svītru rindā zem tā {_cells(ruler[0])}.",
            f"Rakstiet “{right}”.",
        )
    for offset, row in rows:
        count = _cells(row)
        if "|" not in row:
            message = "starp tabulu un tekstu zem tās nav tukšas rindas, tāpēc teksts nonāk tabulā."
            yield Finding(text.at(offset), message, "Pirms šīs rindas ielieciet tukšu.")
            return
        if count != width:
            missing = f"Pielieciet “{' |' * (width - count)}” rindas beigās" if count < width else "Izdzēsiet lieko “|”"
            yield Finding(
                text.at(offset),
                f"tabulas rindā šūnu skaits ir {count}, bet virsrakstā {width}.",
                f"{missing}; ja “|” pieder pie šūnas teksta, rakstiet “\\|”.",
            )


def _rows_below(text: str, offset: int) -> Iterator[tuple[int, str]]:
    """Offset and text of each row up to an empty one."""
    while offset < len(text):
        end = text.find("\n", offset)
        end = len(text) if end < 0 else end
        if not text[offset:end].strip(" >"):
            return
        yield offset, text[offset:end]
        offset = end + 1


def _cells(row: str) -> int:
    """How many cells Python-Markdown makes of a row: a pipe in code or behind a backslash does not part them."""
    inner = blank_code(row).replace("\\|", "  ").strip(" >")
    return inner.removeprefix("|").removesuffix("|").count("|") + 1


def _start_of(text: str) -> str:
    words = text.split("{#")[0].split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


RULES = (vague_link, broken_admonition, broken_item, broken_table)
