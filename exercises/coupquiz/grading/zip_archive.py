"""Files out of a ZIP archive, read in memory: nothing is written, and none takes much time or room."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from coupquiz.files import disk
from coupquiz.grading.students.file_kinds import is_litter

LIMIT = 20_000_000
"""The most bytes that an archive may have."""

_MOST = 8  # files that are unpacked
_DIRECTORY = 100_000  # bytes of an archive's list of files: about a thousand
_END = re.compile(rb"PK\x05\x06(?=.{8}(.{4}))", re.DOTALL)  # says how long that list is
_LONG = b"PK\x06\x07"  # says it in another way, for archives beyond four gigabytes
_METHODS = (ZIP_STORED, ZIP_DEFLATED)  # others cannot be stopped while they unpack


def unpacked(
    file: Path, limit_of: Callable[[str], int], is_first: Callable[[str], bool]
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the files in an archive that are wanted, with their paths in it; none where it cannot be read.

    Args:
        file: The archive. Archives in it are not opened.
        limit_of: How many bytes a file of this name may have; 0 for one that is not wanted.
        is_first: Whether a file at this path comes before others, of which there may be too many.
    """
    try:
        content = disk.read(file, LIMIT + 1) or b""
        if not _is_small(content):
            return
        with ZipFile(BytesIO(content)) as archive:
            paths = {info: PurePosixPath(info.filename.replace("\\", "/")) for info in archive.infolist()}
            plain = (info for info, path in paths.items() if _is_plain(info, path))
            wanted = (info for info in plain if 0 < info.file_size <= limit_of(paths[info].name))
            for info in sorted(
                wanted,
                key=lambda info: (
                    not is_first(str(paths[info])),
                    len(paths[info].parts),
                    info.filename,
                ),
            )[:_MOST]:
                with archive.open(info) as opened:  # to read it whole would unpack more than it says it has
                    yield paths[info], opened.read(info.file_size)
    except Exception:  # Python's reader lets through whatever a damaged archive leads to
        return


def _is_small(content: bytes) -> bool:
    """Whether an archive is small, and its list of files too, which is read as a whole."""
    # Each is looked at, even one that begins within another: only Python's reader knows which of them counts.
    lengths = [int.from_bytes(end[1], "little") for end in _END.finditer(content)]
    return len(content) <= LIMIT and _LONG not in content and all(length <= _DIRECTORY for length in lengths)


def _is_plain(info: ZipInfo, path: PurePosixPath) -> bool:
    """Whether it is a file with no secret, and its path leads nowhere else and into no hidden folder."""
    odd = path.is_absolute() or ":" in info.filename
    hidden = any(map(is_litter, path.parts))
    is_open = not info.flag_bits & 1 and info.compress_type in _METHODS
    return is_open and not (odd or hidden)
