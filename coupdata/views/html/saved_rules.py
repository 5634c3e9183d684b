"""The rules of a style sheet that a saved page has use for: nothing moves on it, and nothing is chosen."""

from __future__ import annotations

import re

_LIVE = re.compile(
    r":(?:hover|focus|focus-visible|focus-within|active)\b"
    r"|\.(?:actions|coup-asleep|exactness|extent|handle|heard|held|js-plotly-plot|kept|knob|none|numbers|reach|unseen)\b"
    r"|\[(?:aria-(?:current|disabled|pressed|selected)|data-(?!jp-theme-light=|vscode)|popover)"
    r"|(?<![\w.-])(?:select|textarea)\b"
)
"""What only a script does or draws, or what a page is saved without."""

_LIVE_MEDIA = re.compile(r"@media \((?:pointer|prefers-contrast)[^{]*{(?:[^{}]*{[^{}]*})*}")
_SPACED = re.compile(r" ([+~]) |(?<==)\"([a-z-]+)\"(?=\])")
"""What selectors can do without: spaces around signs, quotes around plain words."""

_RULE = re.compile(r"(?:^|(?<=[{};]))([^{};@]+)({[^{}]*})")
_NOT = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
_ANY_OF = re.compile(r":is\(((?:[^()]|\([^()]*\))*)\)")


def saved_rules(css: str) -> str:
    """Return a style sheet without the rules, and the selectors, that fit nothing on a saved page."""
    return _RULE.sub(_saved, _LIVE_MEDIA.sub("", css))


def _saved(rule: re.Match[str]) -> str:
    kept = [selector for selector in _split(rule[1]) if not all(map(_is_live, _alternatives(selector)))]
    return _SPACED.sub(r"\1\2", ",".join(kept)) + rule[2] if kept else ""


def _is_live(selector: str) -> bool:
    return bool(_LIVE.search(_NOT.sub("", selector)))


def _alternatives(selector: str) -> list[str]:
    """Return the selectors that one with `:is()` stands for."""
    found = _ANY_OF.search(selector)
    if not found:
        return [selector]
    before, after = selector[: found.start()], selector[found.end() :]
    return [each for choice in _split(found[1]) for each in _alternatives(f"{before}{choice}{after}")]


def _split(selectors: str) -> list[str]:
    """Return the parts of a list of selectors; a comma in brackets belongs to its part."""
    parts, depth = [""], 0
    for letter in selectors:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts
