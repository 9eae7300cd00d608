"""Every term of every addon is translated. `./chasqui translate` brings the files up to date."""

import polib
import pytest
from launcher import databases, translations

FILES = [(addon, language) for addon in databases.our_addons() for language in translations.LANGUAGES]


@pytest.fixture(scope="module")
def terms(postgres, addons_database):
    """The terms of each addon, as Odoo exports them."""
    return translations.export(postgres, addons_database)


@pytest.mark.parametrize("addon", databases.our_addons())
def test_template_has_the_terms_of_now(terms, addon):
    template = translations.read(translations.template_path(addon))
    assert len(terms[addon]) > 0
    assert not translations.find_changes(terms[addon], template), "run ./chasqui translate"


@pytest.mark.parametrize(("addon", "language"), FILES)
def test_translation_is_whole(terms, addon, language):
    translation = translations.read(translations.translation_path(addon, language))
    assert not translations.find_changes(terms[addon], translation), "run ./chasqui translate"
    assert not translations.find_gaps(translation)


@pytest.mark.parametrize("addon", databases.our_addons())
def test_spanish_of_the_whole_region_is_argentinas(addon):
    """Odoo reads it before es_AR: a copy of its own would grow old."""
    translation = translations.translation_path(addon, "es_AR")
    assert translation.with_name("es_419.po").resolve() == translation.resolve()


def entry(msgid, msgstr, flags=()):
    return polib.POEntry(
        msgid=msgid, msgstr=msgstr, flags=list(flags), occurrences=[("code:addons/a.py", "0")]
    )


@pytest.mark.parametrize(
    ("msgid", "msgstr", "flags"),
    [
        ("Store", "", ()),
        ("Store", "Tienda", ["fuzzy"]),
        ("%s is sold out.", "Agotado.", ()),
        ("%(store)s opens", "%(tienda)s abre", ()),
        ("Your store {{ object.name }}", "Tu tienda {{ object.nombre }}", ()),
        ("<strong>Pay.</strong> Now", "Pagá. Ya", ()),
        ('<t t-out="a"/> products', '<t t-out="b"/> productos', ()),
    ],
)
def test_gaps_are_found(msgid, msgstr, flags):
    assert len(translations.find_gaps([entry(msgid, msgstr, flags)])) == 1


def test_readable_attributes_and_the_order_of_placeholders_may_change():
    whole = [
        entry('<i title="Time"/> %(b)s of %(a)s', '<i title="Hora"/> %(a)s: %(b)s'),
        entry("100 % of it", "el 100 % de eso"),
    ]
    assert not translations.find_gaps(whole)


def test_terms_that_came_went_or_moved_are_found():
    moved = polib.POEntry(msgid="Store", occurrences=[("code:addons/b.py", "0")])
    assert translations.find_changes([entry("Store", "")], []) == ["new: 'Store'"]
    assert translations.find_changes([], [entry("Store", "")]) == ["gone: 'Store'"]
    assert translations.find_changes([entry("Store", "")], [moved]) == ["moved: 'Store'"]


def test_refreshing_keeps_what_is_translated_and_drops_what_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(translations.paths, "ADDONS", tmp_path)
    (tmp_path / "addon" / "i18n").mkdir(parents=True)
    path = translations.translation_path("addon", "es_AR")
    known = polib.POFile()
    known.extend([entry("Store", "Tienda"), entry("Gone", "Ido")])
    known.save(str(path))
    now = polib.POFile()
    now.extend([entry("New", ""), entry("Store", "")])

    translations.refresh("addon", now)

    assert [(e.msgid, e.msgstr) for e in translations.read(path)] == [("New", ""), ("Store", "Tienda")]
    template = translations.read(translations.template_path("addon"))
    assert [(e.msgid, e.msgstr) for e in template] == [("New", ""), ("Store", "")]
