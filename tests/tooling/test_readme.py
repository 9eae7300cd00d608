"""What the README says of the demo is what the demo is."""

import re

from launcher import paths


def _section():
    """Return the lines of the README's table of logins."""
    text = (paths.ROOT / "README.md").read_text()
    return re.search(r"^\| logins .*\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)


def _expected_table():
    """Return one line for each store or role, with everybody who signs in for it."""
    logins = {}
    for login, _password, who in paths.demo_logins():
        role, _, store = who.partition(" of ")
        logins.setdefault(store or role, []).append(f"`{login}`")
    return "".join(f"| {', '.join(names)} | {who} |\n" for who, names in logins.items())


def test_readme_lists_every_login_of_the_demo_and_no_other():
    assert _section()[1] == _expected_table()


def test_readme_tells_the_password_of_every_login():
    [password] = {password for _login, password, _who in paths.demo_logins()}
    assert f"(password `{password}`)" in _section()[0]
