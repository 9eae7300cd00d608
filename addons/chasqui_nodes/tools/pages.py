"""How long lists are spread over the pages of a print."""

from math import ceil


def split_evenly(items, most):
    """Return the items in as few lots of at most ``most`` as there must be, about as large as each other.

    >>> split_evenly([1, 2, 3, 4, 5], 4), split_evenly([1, 2], 4), split_evenly([], 4)
    ([[1, 2, 3], [4, 5]], [[1, 2]], [[]])
    """
    lots = max(1, ceil(len(items) / most))
    ends = [ceil(len(items) * lot / lots) for lot in range(lots + 1)]
    return [items[begin:end] for begin, end in zip(ends, ends[1:], strict=False)]


def fill_pages(items, heights, most):
    """Return the items in order on as few pages as they take, about as full as each other.

    :param most: what the heights of a page add up to at most; an item that is higher has its own page

    >>> fill_pages("abcd", [2, 2, 1, 9], 4), fill_pages("abc", [1, 1, 1], 2), fill_pages("", [], 4)
    ([['a'], ['b', 'c'], ['d']], [['a', 'b'], ['c']], [])
    >>> fill_pages("abcdef", [1] * 6, 5)
    [['a', 'b', 'c'], ['d', 'e', 'f']]
    """
    pages = _fill(items, heights, most)
    for percent in range(99, 49, -1):
        tighter = _fill(items, heights, most * percent / 100)
        if len(tighter) > len(pages):
            break
        pages = tighter
    return pages


def _fill(items, heights, most):
    pages, left = [], 0
    for item, height in zip(items, heights, strict=True):
        if not pages or height > left:
            pages.append([])
            left = most
        pages[-1].append(item)
        left -= height
    return pages


def count_lines(text, letters):
    """Return on how many lines of so many letters a text goes.

    >>> count_lines("four", 4), count_lines("fours", 4), count_lines("", 4)
    (1, 2, 1)
    """
    return max(1, ceil(len(text) / letters))
