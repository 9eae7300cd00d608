"""How far apart words are, and where to look for those that are near."""

#: words this long may have two letters wrong
LONG = 8
#: as much of a word as is looked at to find those near it
LOOKED_AT = 10


def deletions(word, most=2):
    """Return a word and all that remains of it when a letter is left out; of a long one, two letters.

    Two words that differ by so many letters left out, added, changed or swapped with their neighbour have one
    of these in common: that is how the near ones are found without comparing all.

    :param most: letters that are left out at most

    >>> sorted(deletions("pan")), len(deletions("zanahoria")), len(deletions("zanahoria", 1))
    (['an', 'pa', 'pan', 'pn'], 45, 10)
    """
    found = _leave_one_out({word[:LOOKED_AT]})
    return _leave_one_out(found) if len(word) >= LONG and most > 1 else found


def _leave_one_out(words):
    return words | {word[:at] + word[at + 1 :] for word in words for at in range(len(word))}


def distance(one, other, limit=2):
    """Return how many letters are to be added, left out, changed or swapped; limit + 1 if there are more.

    >>> distance("zanaoria", "zanahoria"), distance("meil", "miel"), distance("pan", "queso")
    (1, 1, 3)
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before, above = [], list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, other_letter in enumerate(other, 1):
            cost = min(above[column] + 1, here[column - 1] + 1, above[column - 1] + (letter != other_letter))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == other_letter:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) > limit:
            return limit + 1
        before, above = above, here
    return min(above[-1], limit + 1)
