"""Pictures: PNG and PGM as rows of grey bytes, and how far two of them differ.

In:  bytes of PNG (any depth up to 8, no palette, not interlaced) or binary PGM.
Out: Picture (width, height, one byte a pixel, 0 black); shares of pixels that differ.
"""
import itertools
import struct
import zlib
from dataclasses import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}  # by colour type (PNG 11.2.1)


@dataclass
class Picture:
    width: int
    height: int
    grey: bytes


def read_pgm(data):
    magic, width, height, most, = data.split(None, 4)[:4]
    assert magic == b"P5" and most == b"255", "not a PGM of 8 bits"
    size = int(width) * int(height)
    return Picture(int(width), int(height), data[-size:])


def read_png(data):
    assert data[:8] == SIGNATURE, "not a PNG"
    at, packed, head = 8, b"", None
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        head = struct.unpack(">IIBBBBB", body) if kind == b"IHDR" else head
        packed += body if kind == b"IDAT" else b""
        at += size + 12
    width, height, depth, colour, _, _, interlaced = head
    assert colour in CHANNELS and depth <= 8 and not interlaced, "a PNG of an unknown sort"
    step = max(1, CHANNELS[colour] * depth // 8)
    row = (width * CHANNELS[colour] * depth + 7) // 8
    rows = unfilter(zlib.decompress(packed), row, step)
    return Picture(width, height, b"".join(to_grey(r, width, depth, colour) for r in rows))


def unfilter(data, row, step):
    """The rows with PNG's filters undone (PNG 9.2)."""
    rows, above = [], bytearray(row)
    for at in range(0, len(data), row + 1):
        kind, line = data[at], bytearray(data[at + 1:at + 1 + row])
        if kind == 1:
            for c in range(step):
                line[c::step] = bytes(x & 255 for x in itertools.accumulate(line[c::step]))
        elif kind == 2:
            line = bytearray((x + b) & 255 for x, b in zip(line, above))
        elif kind == 3:
            for i, b in enumerate(above):
                line[i] = (line[i] + ((line[i - step] if i >= step else 0) + b) // 2) & 255
        elif kind == 4:
            undo_paeth(line, above, step)
        above = line
        rows.append(line)
    return rows


def undo_paeth(line, above, step):
    for i in range(step):
        line[i] = (line[i] + above[i]) & 255
    for i in range(step, len(line)):
        a, b, c = line[i - step], above[i], above[i - step]
        p, q, r = abs(b - c), abs(a - c), abs(a + b - c - c)
        line[i] = (line[i] + (a if p <= q and p <= r else b if q <= r else c)) & 255


def to_grey(row, width, depth, colour):
    if depth < 8:
        each, most = 8 // depth, (1 << depth) - 1
        shifts = [8 - depth * (i + 1) for i in range(each)]
        return bytes((b >> s & most) * 255 // most for b in row for s in shifts)[:width]
    if colour in (2, 6):
        step = CHANNELS[colour]
        return bytes((r * 299 + g * 587 + b * 114) // 1000
                     for r, g, b in zip(row[0::step], row[1::step], row[2::step]))
    return row[::CHANNELS[colour]]


def write_png(picture, levels=16):
    """Grey PNG of 16 levels (half the bytes, enough for black type) or of 256."""
    depth = 4 if levels == 16 else 8
    rows = []
    for y in range(picture.height):
        line = picture.grey[y * picture.width:(y + 1) * picture.width]
        if depth == 4:
            line = bytes((a * 15 + 127) // 255 for a in line) + bytes(picture.width % 2)
            line = bytes(a << 4 | b for a, b in zip(line[0::2], line[1::2]))
        rows.append(b"\0" + line)
    head = struct.pack(">IIBBBBB", picture.width, picture.height, depth, 0, 0, 0, 0)
    return (SIGNATURE + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"".join(rows), 9))
            + chunk(b"IEND", b""))


def chunk(kind, body):
    return (struct.pack(">I", len(body)) + kind + body
            + struct.pack(">I", zlib.crc32(kind + body)))


def crop(picture, width, height):
    rows = [picture.grey[y * picture.width:y * picture.width + width] for y in range(height)]
    return Picture(width, height, b"".join(rows))


def shrink(picture, by, width, height):
    """The mean of each `by` x `by` pixels; white beyond the edges."""
    rows = []
    for y in range(height):
        total = [0] * width
        for at in range(y * by * picture.width, (y + 1) * by * picture.width, picture.width):
            line = picture.grey[at:at + min(picture.width, width * by)].ljust(width * by, b"\xff")
            total = [t + sum(g) for t, g in zip(total, zip(*(line[i::by] for i in range(by))))]
        rows.append(bytes(t // (by * by) for t in total))
    return Picture(width, height, b"".join(rows))


def blur(picture):
    """Mean of each 3 x 3 pixels: forgives half a pixel of place, not a missing stroke."""
    grey, width = picture.grey, picture.width
    sums = [a + b + c for a, b, c in zip(grey, grey[1:] + b"\xff", grey[2:] + b"\xff\xff")]
    tail = [765] * (2 * width)
    return bytes((a + b + c) // 9
                 for a, b, c in zip(sums, sums[width:] + tail, sums[2 * width:] + tail))


def difference(a, b):
    """Absolute difference of two runs of grey bytes."""
    return bytes(x - y if x > y else y - x for x, y in zip(a, b))


def share_over(delta, limit):
    """The share of bytes greater than `limit`."""
    table = bytes(1 if i > limit else 0 for i in range(256))
    return sum(delta.translate(table)) / max(1, len(delta))
