"""A PostgreSQL server for the tests: in a temporary folder, on a free port, gone when they end."""

import getpass
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

MISSING = (
    "these tests want a PostgreSQL of their own and found none: install it"
    " (Debian and Ubuntu: apt install postgresql), or put the folder of its initdb on PATH"
)
_USER = "sayso"
_WAIT_SECONDS = 30
# The server ends with whoever holds its standard input, even when that one is killed.
_LEASH = 'exec 3<&0; (cat <&3 >/dev/null; kill -QUIT $$) & exec "$@" 3<&-'


@dataclass(slots=True)
class Server:
    """A running server; databases are numbered."""

    folder: Path
    port: int
    n_databases: int = 0
    template: str = "template0"

    def connect(self) -> psycopg.Connection:
        """A connection of its only user."""
        address = {"host": "127.0.0.1", "port": self.port, "user": _USER, "dbname": "postgres"}
        return psycopg.connect(**address, autocommit=True)

    def make_place(self, template: str | None = None) -> str:
        """The address of a new database, a copy of the template."""
        self.n_databases += 1
        name = f"ledger_{self.n_databases}"
        with self.connect() as connection:
            faster = "strategy file_copy" if connection.info.server_version >= 150_000 else ""
            connection.execute(
                f"create database {name} template {template or self.template} {faster}"
            )
        return f"postgresql+psycopg://{_USER}@127.0.0.1:{self.port}/{name}"

    def drop(self, place: str) -> None:
        """Lets go of a database's room."""
        with self.connect() as connection:
            connection.execute(f"drop database {place.rpartition('/')[2]} with (force)")


def find_binaries() -> Path | None:
    """The folder of initdb and postgres; ``None`` where they are not installed."""
    folders = [Path(each) for each in os.environ.get("PATH", "").split(os.pathsep) if each]
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if config := shutil.which("pg_config"):
        said = subprocess.run([config, "--bindir"], capture_output=True, text=True, check=True)
        folders.insert(0, Path(said.stdout.strip()))
    have_both = (f for f in folders if (f / "initdb").exists() and (f / "postgres").exists())
    return next((folder.resolve() for folder in have_both), None)


@contextmanager
def run_server() -> Iterator[Server]:
    """A server, stopped in any case.

    Raises: FileNotFoundError where PostgreSQL is not installed.
    """
    binaries = find_binaries()
    if binaries is None:
        raise FileNotFoundError(MISSING)
    with tempfile.TemporaryDirectory(prefix="sayso-postgres-") as made:
        folder, owner = Path(made), _find_owner()
        shutil.chown(folder, owner, owner if owner == "postgres" else None)
        _make_cluster(binaries, folder / "data", owner)
        server = Server(folder, _find_port())
        process = _start(binaries, server, owner)
        try:
            _wait_for(server, process)
            yield server
        finally:
            process.stdin.close()
            process.wait(_WAIT_SECONDS)


def _find_owner() -> str:
    """The server refuses to run as root."""
    if os.geteuid() != 0:
        return getpass.getuser()
    known = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _make_cluster(binaries: Path, data: Path, owner: str) -> None:
    options = ["--auth=trust", "--no-sync", f"--username={_USER}", "--encoding=UTF8"]
    command = [binaries / "initdb", f"--pgdata={data}", "--locale=C.UTF-8", *options]
    made = subprocess.run(command, capture_output=True, text=True, cwd="/", **_as(owner))
    if made.returncode:
        raise RuntimeError(f"initdb failed: {made.stderr}")


def _start(binaries: Path, server: Server, owner: str) -> subprocess.Popen[bytes]:
    settings = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": server.folder,
        "port": server.port,
        "fsync": "off",
        "full_page_writes": "off",
        "synchronous_commit": "off",
        "max_connections": 40,
    }
    command = [binaries / "postgres", "-D", server.folder / "data"]
    command += [f"--{name}={value}" for name, value in settings.items()]
    with (server.folder / "log").open("wb") as log:
        return subprocess.Popen(
            ["sh", "-c", _LEASH, "sh", *command],
            stdin=subprocess.PIPE, stdout=log, stderr=log, cwd="/", **_as(owner),
        )  # fmt: skip


def _as(owner: str) -> dict[str, object]:
    if os.geteuid() != 0:
        return {}
    return {"user": owner, "group": pwd.getpwnam(owner).pw_gid, "extra_groups": []}


def _find_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(_WAIT_SECONDS * 20):
        try:
            return server.connect().close()
        except psycopg.OperationalError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
    raise RuntimeError(f"the server did not start: {(server.folder / 'log').read_text()}")
