"""How a name may have been typed by mistake, as patterns that an index of trigrams answers."""

SHORTEST, LONGEST = 4, 20
SHORT = 6  # in a name so short one wrong letter leaves too little alike for pg_trgm to tell


def slips(word: str) -> list[str]:
    """Patterns of the names in capitals that this word may be a slip of; none for no such word.

    Two neighbours changed places; and in a short word one letter is wrong.
    """
    word = word.upper()
    if not word.isalpha() or not SHORTEST <= len(word) <= LONGEST:
        return []
    swapped = [_swapped(word, place) for place in range(len(word) - 1)]
    patterns = [rf"\m(?:{'|'.join(dict.fromkeys(swapped))})\M"]
    if len(word) <= SHORT:
        wrong = [f"{word[:place]}.{word[place + 1 :]}" for place in range(len(word))]
        # Its ends are named and not told by \m and \M: of those the index makes nothing.
        patterns.append(f"(^| |-)(?:{'|'.join(wrong)})( |-|$)")
    return patterns


def _swapped(word: str, place: int) -> str:
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
