"""What a picture file tells besides the picture."""

import io

from guidebook.model import Picture

PHOTOGRAPHS = (".png", ".jpg", ".jpeg", ".webp", ".gif")
GPS = 0x8825
TOLD = {
    0x010F: "ierīce",
    0x0110: "ierīce",
    0x0131: "programma",
    0x0132: "laiks",
    0x013B: "autors",
    0x8298: "autors",
    0x8769: "uzņemšanas dati",
    GPS: "uzņemšanas vieta",
}
"""Number of an EXIF tag (CIPA DC-008, Exif 3.0) -> what it tells."""
WRITTEN = ("author", "comment", "description", "creation time", "xmp", "xml:com.adobe.xmp", "photoshop")
"""Names of texts that PNG, JPEG and GIF files carry, in lower case."""


def read_picture(data: bytes) -> Picture:
    """Size and hidden data of a picture; a damaged one tells nothing."""
    from PIL import Image  # Takes a while, and few trees have pictures.
    from PIL.Image import open as decode

    try:
        with decode(io.BytesIO(data)) as image:
            exif = Image.Exif()
            exif.load(image.info.get("exif", b""))  # Reads no pixels.
            told = [TOLD[tag] for tag in exif if tag in TOLD]
            told += ["apraksts vai autors" for name in image.info if str(name).lower() in WRITTEN]
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        told = []
    return Picture(len(data), tuple(dict.fromkeys(told)))
