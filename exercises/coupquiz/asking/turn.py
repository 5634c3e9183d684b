"""The order in which a page has sent its messages: they may be heard in another one, and twice."""


def is_late(turn: str, last: str) -> bool:
    """Return whether a page had sent one turn's message before that of the last turn heard, or both are one.

    A turn is the name of a view, "#" and a number that grows with each message. Of those of two views, and
    of any other text, no order is known.
    """
    (view, _, number), (last_view, _, last_number) = turn.rpartition("#"), last.rpartition("#")
    if not view:
        return turn == last != ""
    return view == last_view and (len(number), number) <= (len(last_number), last_number)
