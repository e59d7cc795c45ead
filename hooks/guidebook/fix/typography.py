"""Latvian typography, after the EU interinstitutional style guide."""

import re
from collections.abc import Callable

from guidebook.fix.text import Text, replaced, words

NBSP = "\u00a0"
New = Callable[[re.Match[str]], str]
_MONTHS = "janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr"
_MONEY = r"(?:eiro|euro|EUR)\b|€"
_YEAR = r"(?:1[89]|20)\d\d"
_ELLIPSIS = re.compile(r"(?<![./\\])(?<!\d(?=\.{3}\d))\.{3}(?![./\\])")
_YEARS = re.compile(rf"(?<![\w.,/–-])({_YEAR}) ?[-–] ?({_YEAR})(?![\w/–-]|[.,]\w)")
_RANGE = re.compile(rf"(?<![\w.,/–-])(\d{{1,3}}) ?[-–] ?(\d{{1,3}})(?=[ {NBSP}]?(?:%|{_MONEY}))")
_CLASSES = re.compile(rf"(?<![\w.,/–-])(\d{{1,3}})\. ?[-–] ?(\d{{1,3}})\.(?=[ {NBSP}](?:klas[eēšu]|lpp\.|nodaļ))")
_DASH = re.compile(r"(?<=\S)( +)-(?= +\S| *$)", re.M)
_PERCENT = re.compile(r"(?<=\d) *%(?![\w-])")
_ORDINAL = re.compile(rf"(?<![\w.])(\d{{4}}\.(?=gad[aāiosu])|\d{{1,2}}\.(?=(?:{_MONTHS})))")
_ABBREVIATION = re.compile(r"(?<![\w.])([Uu]\.) *(c|tml)\.(?!\w)|(?<![\w.])([Tt]\.) *(sk|i)\.(?!\w)")
_PAGE = re.compile(r"(?<=\d\.) *(?=lpp\.)|(?<=\d) +(?=lpp\.)")
_NUMBER_SIGN = re.compile(r"(?<![\w.])([Nn]r\.) *(?=\d)")
_POINT = re.compile(
    rf"(?<![\w.,/-])(?<!Nr\.[ {NBSP}])(\d{{1,3}}(?:[ {NBSP}]\d{{3}})*)\.(\d\d)(?=[ {NBSP}]?(?:{_MONEY}))"
)
_PRICE = re.compile(rf"(?<![\w.,/-])(\d{{1,3}}(?:[ {NBSP}]\d{{3}})+|\d+)(,\d+)? *(?={_MONEY})")


def ellipsis(text: Text) -> str:
    """Three full stops become one sign: … (TYPO)."""
    return _replaced(text, _ELLIPSIS, "…") if "..." in text.text else text.text


def year_range(text: Text) -> str:
    """Years from and to have a dash without spaces: 2018–2021 (TYPO)."""
    return _replaced(text, _YEARS, _ascending("{}–{}"))


def range_with_unit(text: Text) -> str:
    """Numbers from and to before a unit have a dash without spaces: 10–15 % (TYPO)."""
    return _replaced(text, _RANGE, _ascending("{}–{}"))


def class_range(text: Text) -> str:
    """Ordinals from and to have a dash without spaces: 7.–9. klase (TYPO)."""
    return _replaced(text, _CLASSES, _ascending("{}.–{}."))


def dash(text: Text) -> str:
    """A hyphen between spaces becomes a dash: – (TYPO)."""
    return _replaced(text, _DASH, r"\1–") if " -" in text.text else text.text


def percent(text: Text) -> str:
    """A no-break space before the per cent sign: 15 % (TYPO)."""
    return _replaced(text, _PERCENT, f"{NBSP}%") if "%" in text.text else text.text


def ordinal(text: Text) -> str:
    """A space behind the full stop of a year or a day: 2024. gada 28. novembrī (TYPO)."""
    return _replaced(text, _ORDINAL, rf"\1{NBSP}")


def abbreviation(text: Text) -> str:
    """A no-break space inside an abbreviation: u. c., u. tml., t. i., t. sk. (TYPO)."""
    return _replaced(text, _ABBREVIATION, lambda match: f"{match[1] or match[3]}{NBSP}{match[2] or match[4]}.")


def page_number(text: Text) -> str:
    """A no-break space before lpp.: 250. lpp. (TYPO)."""
    return _replaced(text, _PAGE, NBSP) if "lpp." in text.text else text.text


def number_sign(text: Text) -> str:
    """A no-break space behind Nr.: Nr. 5 (TYPO)."""
    return _replaced(text, _NUMBER_SIGN, rf"\1{NBSP}") if "r." in text.text else text.text


def price_point(text: Text) -> str:
    """A decimal comma in a price that has two digits behind the point: 1,50 eiro (TYPO)."""
    return _replaced(text, _POINT, r"\1,\2")


def price_spaces(text: Text) -> str:
    """No-break spaces in a price: 120 000 eiro (TYPO)."""
    return _replaced(text, _PRICE, lambda match: match[1].replace(" ", NBSP) + (match[2] or "") + NBSP)


def _replaced(text: Text, pattern: re.Pattern[str], new: str | New) -> str:
    return replaced(text.text, words(text), pattern, new) if text.is_latvian else text.text


def _ascending(shape: str) -> New:
    """Puts two numbers into `shape` if the second is the greater one."""

    def new(match: re.Match[str]) -> str:
        return shape.format(match[1], match[2]) if int(match[1]) < int(match[2]) else match[0]

    return new
