"""A query string as visitors, robots and mischief write it: read to what it may say, and to nothing else."""

from urllib.parse import urlencode

LONGEST = 80  # characters of a text
MOST = 20  # values of one name
LARGEST = 2**31 - 1


class QueryString:
    """The parameters of a page.

    :param args: werkzeug's `MultiDict`
    """

    def __init__(self, args):
        self.args = args

    def __bool__(self):
        return any(value for name in self.args for value in self.args.getlist(name) if name != "page")

    def text(self, name):
        """Return a text, without what no database takes; empty if there is none."""
        return self.args.get(name, "")[:LONGEST].replace("\0", "").strip()

    def texts(self, name):
        return [value[:LONGEST].replace("\0", "") for value in self.args.getlist(name)[:MOST]]

    def number(self, name):
        """Return a whole number from 0 to what a database takes; 0 if it is none."""
        text = self.text(name)
        return min(int(text), LARGEST) if text.isascii() and text.isdecimal() else 0

    def flag(self, name):
        return self.text(name) == "1"

    def choice(self, name, allowed):
        text = self.text(name)
        return text if text in allowed else ""

    def choices(self, name, allowed):
        return [value for value in self.texts(name) if value in allowed]

    def keep(self, path, **changes):
        """Return the address of the same page with other parameters; those that are empty are left out.

        What changes is not the page, unless a page is asked for.
        """
        pairs = [
            (name, value)
            for name in list(self.args)[:MOST]
            if name not in changes and name != "page"
            for value in self.texts(name)
            if value
        ]
        pairs += [(name, value) for name, value in changes.items() if value]
        return f"{path}?{urlencode(pairs)}" if pairs else path
