"""A number as its format shows it: the formats that people use, and None where this cannot tell.

No well-kept library does it: the Python ports of SheetJS's are years old. Exponents, fractions and conditions are left
out; whoever asks says so rather than read something else than the person sees.
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from audit_report.schema.kinds import shown

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<sign>[0#?.,%@])|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
"""A piece of a format: "k", \\-, _), *-, [$£-809], [Red], General, or a sign of its own."""
_COLOUR = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+", re.IGNORECASE)
_PLAIN = frozenset(" £$€¥+-()/:!^&'~{}<>=")
"""What stands for itself in a format without quotation marks."""
_DIGITS = frozenset("0#?")


def shown_number(number: float, code: str) -> str | None:
    """What a cell shows that holds a number in this format; None where that cannot be told.

    0.85 in 0% is 85%, 3.5 in "Grade "0.0 is Grade 3.5, 1 in "R-"000 is R-001.
    """
    sections = _sections(code)
    section, magnitude, is_negative = _chosen(sections, Decimal(repr(number)))
    tokens = _tokens(section)
    if tokens is None:
        return None
    text = _filled(tokens, magnitude)
    return None if text is None else f"{'-' * is_negative}{text}".strip()


def _sections(code: str) -> list[str]:
    """The parts of a format: for what is positive, negative, nought and words."""
    return [each.replace("\0", ";") for each in re.sub(r'("[^"]*"|\\.)', _shielded, code).split(";")]


def _shielded(found: re.Match[str]) -> str:
    return found[0].replace(";", "\0")


def _chosen(sections: Sequence[str], number: Decimal) -> tuple[str, Decimal, bool]:
    """The section for a number, the number without its sign, and whether the sign still has to be shown."""
    numeric = sections[:3]
    if number < 0:
        return (numeric[1], -number, False) if len(numeric) > 1 else (numeric[0], -number, True)
    if number == 0 and len(numeric) > 2:  # noqa: PLR2004  the third part is for nought
        return numeric[2], number, False
    return numeric[0], number, False


def _tokens(section: str) -> list[tuple[str, str]] | None:
    """A section as signs and literal text; None where something in it is not known."""
    tokens: list[tuple[str, str]] = []
    for found in _TOKEN.finditer(section):
        match found.lastgroup:
            case None:
                continue  # room as wide as a sign (_-), or filled with one (*-): nothing that is read
            case "quoted" | "escaped" | "currency":
                tokens.append(("text", found[found.lastgroup]))
            case "bracket":
                if not _COLOUR.fullmatch(found["bracket"]):
                    return None
            case "general":
                tokens.append(("general", ""))
            case "sign":
                tokens.append(("sign", found["sign"]))
            case _:
                if found["other"] not in _PLAIN:
                    return None
                tokens.append(("text", found["other"]))
    return tokens


def _filled(tokens: Sequence[tuple[str, str]], number: Decimal) -> str | None:
    """The tokens with a number's digits in their places."""
    if any(kind == "general" or token == ("sign", "@") for token in tokens for kind in token[:1]):
        general = shown(float(number))
        return "".join(general if kind == "general" or text == "@" else text for kind, text in tokens)
    signs = [text for kind, text in tokens if kind == "sign"]
    if signs.count(".") > 1 or ("/" in [text for _, text in tokens] and "?" in signs):
        return None
    places = [at for at, (kind, text) in enumerate(tokens) if kind == "sign" and text in _DIGITS]
    point = next((at for at, token in enumerate(tokens) if token == ("sign", ".")), len(tokens))
    whole = [at for at in places if at < point]
    after = [at for at in places if at > point]
    commas = [at for at, token in enumerate(tokens) if token == ("sign", ",")]
    scale = sum(1 for at in commas if whole and at > whole[-1])
    number = number.scaleb(2 * signs.count("%") - 3 * scale)
    rounded = number.quantize(Decimal(1).scaleb(-len(after)), ROUND_HALF_UP)
    digits, _, decimals = f"{rounded:f}".partition(".")
    is_grouped = any(whole and whole[0] < at < whole[-1] for at in commas)
    shown_at = _whole_digits(tokens, whole, digits, grouped=is_grouped) | _decimals(tokens, after, decimals)
    if point < len(tokens):
        shown_at[point] = "."
    return "".join(
        shown_at.get(at, "%" if text == "%" else "") if kind == "sign" else text
        for at, (kind, text) in enumerate(tokens)
    )


def _whole_digits(
    tokens: Sequence[tuple[str, str]], places: Sequence[int], digits: str, *, grouped: bool
) -> dict[int, str]:
    """The digits before the point, by place: from the right, what is left over at the first."""
    digits = "" if digits == "0" else digits
    found: dict[int, str] = {}
    count = 0
    for at in reversed(places):
        taken = digits if at == places[0] else digits[-1:]
        digits = digits[: len(digits) - len(taken)]
        taken = taken or ("0" if tokens[at][1] == "0" else "")
        text = ""
        for digit in reversed(taken):
            text = digit + ("," if grouped and count and count % 3 == 0 else "") + text
            count += 1
        found[at] = text
    return found


def _decimals(tokens: Sequence[tuple[str, str]], places: Sequence[int], decimals: str) -> dict[int, str]:
    """The digits after the point, by place; those that need not be shown are not where they are noughts at the end."""
    found: dict[int, str] = {}
    is_needed = False
    for at, digit in reversed(list(zip(places, decimals, strict=False))):
        is_needed = is_needed or digit != "0" or tokens[at][1] == "0"
        found[at] = digit if is_needed else ""
    return found
