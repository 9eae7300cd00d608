"""The power goes: what people entered is still there when the server comes back."""

from .support.real_server import RealServer


def test_what_was_entered_survives_a_killed_server(postgres, addons_database):
    with RealServer(postgres, "crash", addons_database, workers=2) as server:
        server.shell("env['res.partner'].create({'name': 'Vecina'}); env.cr.commit()")
        server.kill()
        server.start()
        assert server.query("SELECT count(*) FROM res_partner WHERE name = 'Vecina'") == "1"
        assert not server.problems()
