"""What the launcher says when something is wrong, and what an interrupted start leaves behind."""

import os
import socket
import subprocess

import pytest
from launcher import databases, environment, paths, system


def _launch(*arguments, **variables):
    return subprocess.run(
        [str(paths.ROOT / "chasqui"), *arguments],
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )


def _refusal(*arguments, **variables):
    done = _launch(*arguments, **variables)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_taken_port_is_refused_with_its_owner_and_another_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        words = _refusal("run", "--port", str(port))
    assert f"process {os.getpid()}" in words
    assert "--port" in words


def test_folder_that_is_not_odoo_is_refused(tmp_path):
    words = _refusal("run", "--port", str(system.free_port()), CHASQUI_ODOO=str(tmp_path))
    assert "CHASQUI_ODOO" in words and str(tmp_path) in words


def test_other_series_of_odoo_is_refused(tmp_path):
    (tmp_path / "odoo").mkdir()
    (tmp_path / "odoo" / "release.py").write_text("version_info = (18, 0, 0, 'final', 0, '')\n")
    assert "Odoo 18.0" in _refusal("run", "--port", str(system.free_port()), CHASQUI_ODOO=str(tmp_path))


def test_database_server_that_does_not_answer_is_named():
    url = f"postgresql://chasqui@127.0.0.1:{system.free_port()}"
    assert "CHASQUI_DB" in _refusal("update", CHASQUI_DB=url)


def test_role_that_may_not_create_databases_is_refused_with_the_remedy(postgres):
    if not postgres.embedded:
        pytest.skip("The server that CHASQUI_DB names is not ours to add roles to.")
    postgres.query("DROP ROLE IF EXISTS chasqui_test_small; CREATE ROLE chasqui_test_small LOGIN")
    try:
        url = f"postgresql://chasqui_test_small@/?host={postgres.host}"
        assert 'ALTER ROLE "chasqui_test_small" CREATEDB' in _refusal("update", CHASQUI_DB=url)
    finally:
        postgres.query("DROP ROLE chasqui_test_small")


def test_role_postgres_is_refused_since_odoo_refuses_it():
    assert "postgres" in _refusal("update", CHASQUI_DB="postgresql://postgres@127.0.0.1:5432")


def test_unsupported_python_is_named(tmp_path):
    script = (paths.ROOT / "chasqui").read_text().replace("sys.version_info[:2]", "(3, 9)")
    (tmp_path / "chasqui").write_text(script)
    done = subprocess.run(
        [str(environment.PYTHON), str(tmp_path / "chasqui"), "run"], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "3.10 to 3.13" in done.stderr


def test_missing_system_package_is_named_with_its_line(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(system.Failure, match="apt-get install --no-install-recommends left-pad"):
        system.ensure_packages({"no-such-program": "left-pad"})


def test_half_made_database_is_not_taken_for_whole(postgres, addons_database):
    half_made = f"chasqui_test_twice{databases.HALF_MADE}"
    postgres.drop(half_made)
    postgres.create(half_made)
    databases.clone(postgres, addons_database, "chasqui_test_twice")
    try:
        assert postgres.query("SELECT count(*) FROM chasqui_store", "chasqui_test_twice") == "0"
        assert not postgres.exists(half_made)
    finally:
        databases.drop(postgres, "chasqui_test_twice")


def test_cloned_database_brings_its_files(postgres, addons_database):
    databases.clone(postgres, addons_database, "chasqui_test_files")
    try:
        count = "SELECT count(DISTINCT store_fname) FROM ir_attachment"
        stored = int(postgres.query(f"{count} WHERE store_fname IS NOT NULL", "chasqui_test_files"))
        names = "SELECT DISTINCT store_fname FROM ir_attachment WHERE store_fname IS NOT NULL"
        files = postgres.query(names, "chasqui_test_files").split()
        assert stored == len([f for f in files if (databases.filestore("chasqui_test_files") / f).is_file()])
        assert stored
    finally:
        databases.drop(postgres, "chasqui_test_files")


def test_help_names_every_command():
    words = _launch("--help").stdout
    for command in ("run", "test", "bench", "stop", "shell", "reset", "update"):
        assert command in words
