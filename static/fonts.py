"""Unpack Inter's woff2 files into the full TrueType files that the PDF is set in."""

from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
WOFF2 = ROOT / "node_modules" / "inter-ui" / "web"
TTF = ROOT / "static" / "dist" / "fonts"
STYLES = ("Regular", "Italic", "SemiBold", "Bold")

TTF.mkdir(parents=True, exist_ok=True)
for style in STYLES:
    source, target = WOFF2 / f"Inter-{style}.woff2", TTF / f"Inter-{style}.ttf"
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        continue  # unpacking takes seconds; a font changes with the package only
    font = TTFont(source)
    font.flavor = None
    font.save(target)
