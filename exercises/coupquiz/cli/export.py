"""`coup1920 export`: questions for other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from coupdata.i18n import _, ngettext
from coupquiz.cli.terminal import Commands, fail, say
from coupquiz.cli.unwritable import unwritable


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("export", help="write questions for another program")
    formats = parser.add_subparsers(required=True, metavar="FORMAT")
    anki = formats.add_parser("anki", help="a deck for Anki, of all that can come back in review")
    anki.add_argument("--case", type=Path, metavar="DIR", help="folder of your own case")
    anki.add_argument("--out", type=Path, metavar="FILE", help="where to write it (default: CASE.apkg)")
    anki.set_defaults(run=_anki)


def _anki(chosen: argparse.Namespace) -> int:
    import coupdata
    from coupquiz.exchange.anki import save_deck

    try:
        case = coupdata.load(chosen.case)
    except coupdata.CaseError as error:
        return fail(str(error))
    path = (chosen.out or Path(f"{case.id}.apkg")).resolve()
    try:
        cards = save_deck(case, path)
    except OSError as error:
        elsewhere = _("Name another place with --out FILE.")
        said = _("The deck cannot be written: {why}")
        return fail(said.format(why=unwritable(error, elsewhere)))
    said = ngettext("{n} card written:", "{n} cards written:", cards).format(n=cards)
    say(f"{said}\n  {path}")
    return 0
