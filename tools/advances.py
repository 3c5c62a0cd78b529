#!/usr/bin/env python3
"""Writes src/diagram/text/advances.rs: how wide each character of a text of law may turn out.

Whoever opens a page may have Arial, Roboto or Noto Sans. Text in SVG does not wrap, so it has to fit in all of them: for each
character the widest advance of the three is taken, in the regular and in the bold face, in thousandths of an em, rounded up.
Liberation Sans stands for Arial, whose widths it copies. A font without a character is passed over; a character that none of
the three has is named on the standard error and left out.

It needs Python 3.9, fontTools and the fonts, which Debian has:

    apt-get install fonts-liberation2 fonts-roboto-unhinted fonts-noto-core fonts-dejavu-core
    pip install fonttools
    python3 tools/advances.py [FOLDER OF FONTS]

The folder is searched with all that is in it; of a font that is there twice, the newest is taken. Liberation Sans has the
Kazakh letters from version 2 on, which later releases of Debian call `fonts-liberation`. Same fonts, same bytes; their versions
are in the head of the table. That head also says how much wider DejaVu Sans is, which a system without the three may show
instead: a text in it does not fit by itself. Characters of the encodings and test fixtures that the list below lacks are named
on the standard error.
"""

import math
import pathlib
import sys
import unicodedata

from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "src" / "diagram" / "text" / "advances.rs"
ENCODINGS = ["regulations", "tests/fixtures"]
DEBIAN = "/usr/share/fonts"

FONTS = {
    "Liberation Sans": ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    "Roboto": ("Roboto-Regular.ttf", "Roboto-Bold.ttf"),
    "Noto Sans": ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
}
WIDER = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = "әғқңөұүһі"
LATIN = "abcdefghijklmnopqrstuvwxyz"
CLASSES = {
    "Russian letters": RUSSIAN + RUSSIAN.upper(),
    "Kazakh letters": KAZAKH + KAZAKH.upper(),
    "Latin letters": LATIN + LATIN.upper() + "é",
    "digits": "0123456789",
    "signs": " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    + "\u00a0§©«®°±²³·»¹½×÷\u2009\u2011\u2012–—‘’‚“”„•…\u202f‰‹›€₸₽№™←↑→↓−≈≠≤≥",
}


class Face:
    """The advances of one face of a font, the newest of its name."""

    def __init__(self, folder, name):
        fonts = [TTFont(place, lazy=True) for place in sorted(folder.rglob(name))]
        if not fonts:
            sys.exit(f"no {name} in {folder}: see the head of this file for what it needs")
        font = max(fonts, key=lambda font: font["head"].fontRevision)
        self.units = font["head"].unitsPerEm
        self.glyphs = font.getBestCmap()
        self.advances = font["hmtx"]
        self.version = font["name"].getDebugName(5).split(";")[0].removeprefix("Version ")

    def advance(self, char):
        """The advance in thousandths of an em, rounded up; None where the face lacks the character."""
        glyph = self.glyphs.get(ord(char))
        return None if glyph is None else math.ceil(self.advances[glyph][0] * 1000 / self.units)


def widest(faces, char):
    """The widest advance of the faces that have the character; None where none has it."""
    return max((width for width in (face.advance(char) for face in faces) if width is not None), default=None)


def literal(char):
    """The character as Rust writes it; what cannot be seen is escaped."""
    if char in "'\\":
        return f"'\\{char}'"
    if char != " " and unicodedata.category(char) in ("Zs", "Cf") or char == "\u2011":
        return f"'\\u{{{ord(char):x}}}'"
    return f"'{char}'"


def proportion(table, wide, chars):
    """How many times the table DejaVu Sans is at most, in each face, and for which character."""
    cells = []
    for weight in (0, 1):
        advances = [(char, wide[weight].advance(char)) for char in chars if char in table]
        ratio, char = max((advance / table[char][weight], char) for char, advance in advances if advance)
        cells.append(f"{ratio:.2f} `{char}`")
    return f"regular {cells[0]}, bold {cells[1]}"


def unlisted(listed):
    """Characters in the encodings that the list lacks, without marks, which take no room, and control characters."""
    found = set()
    for folder in ENCODINGS:
        for path in (ROOT / folder).rglob("*.yaml"):
            found.update(path.read_text(encoding="utf-8", errors="ignore"))
    return sorted(char for char in found - set(listed) if unicodedata.category(char)[0] not in "CM")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else DEBIAN)
    fonts = {name: [Face(folder, file) for file in files] for name, files in FONTS.items()}
    wide = [Face(folder, file) for file in WIDER]
    faces = [[font[weight] for font in fonts.values()] for weight in (0, 1)]

    table = {}
    for char in sorted(set("".join(CLASSES.values()))):
        widths = [widest(faces[weight], char) for weight in (0, 1)]
        if None in widths:
            print(f"no font has `{char}` (U+{ord(char):04X})", file=sys.stderr)
        else:
            table[char] = widths
    for char in unlisted("".join(CLASSES.values())):
        print(f"the encodings have `{char}` (U+{ord(char):04X}), the list has not", file=sys.stderr)

    lines = [
        "//! How wide each character is, in thousandths of an em: the widest of Liberation Sans (Arial), Roboto and Noto Sans.",
        "//!",
        "//! Made by `tools/advances.py`; not to be edited. The fonts:",
        "//!",
    ]
    lines += [f"//! * {name}: {font[0].version}, bold {font[1].version}" for name, font in fonts.items()]
    lines += [
        "//!",
        f"//! `DejaVu Sans` ({wide[0].version}), where a system has none of them, is wider: at most so many times the table.",
        "//!",
    ]
    lines += [f"//! * {name}: {proportion(table, wide, chars)}" for name, chars in CLASSES.items()]
    lines += [
        "",
        "/// Character, advance in the regular face, advance in the bold face; in the order of the characters.",
        "#[rustfmt::skip]",
        "pub(super) const ADVANCES: &[(char, u16, u16)] = &[",
    ]
    lines += [f"    ({literal(char)}, {regular}, {bold})," for char, (regular, bold) in table.items()]
    TABLE.write_text("\n".join(lines) + "\n];\n", encoding="utf-8")


if __name__ == "__main__":
    main()
