"""How colours look to a reader, and in print without colour."""


def channels(colour: str) -> list[float]:
    """Red, green and blue, 0 to 1."""
    return [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels(colour)
    ]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def grey(colour: str) -> float:
    """How light a colour prints in grey, 0 to 1."""
    return sum(weight * each for weight, each in zip((0.299, 0.587, 0.114), channels(colour), strict=True))
