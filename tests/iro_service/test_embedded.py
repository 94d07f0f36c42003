"""The embedded servers: started by the first who needs them, stopped by the last."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from iro_service.embedded import CannotStart, Places
from iro_service.embedded.problems import check_room, clear_sentences
from tests.iro_service.house import ROOT, House

pytestmark = pytest.mark.slow

SQL = """
import psycopg2
def sql(words):
    connection = psycopg2.connect(os.environ["DATABASE_URL"])
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute(words)
    return cursor.fetchall() if cursor.description else None
def add():
    sql("INSERT INTO day VALUES ('2016-12-05')")
def take():
    print(sql("TABLE day"))
    sql("TRUNCATE day")
"""
QUEUE = """
import redis
address = os.environ["REDIS_URL"].replace("redis+socket", "unix").replace("?virtual_host", "?db")
queue = redis.Redis.from_url(address)
"""
WAIT = "print('ready', flush=True); sys.stdin.read()"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Its servers have run before; each test finds them stopped."""
    house = House(tmp_path_factory.mktemp("house") / "var")
    house.run(SQL + "sql('CREATE TABLE day (held_on date)')")
    yield house
    house.clear()


@pytest.fixture
def user(house):
    """A process that uses the servers."""
    user = house.start_python(WAIT)
    assert user.stdout.readline() == "ready\n"
    yield user
    user.communicate(timeout=30)
    house.wait_until_empty()


def test_the_last_one_out_stops_the_servers(house):
    assert house.run(SQL + "print(sql('SELECT 1'))") == "[(1,)]"
    assert house.processes() == []


def test_a_second_command_leaves_the_servers_to_the_first(house, user):
    before = {house.server(name).pid for name in ("postgres", "redis-server")}
    assert house.run(SQL + "print(sql('SELECT 1'))") == "[(1,)]"
    assert {house.server(name).pid for name in ("postgres", "redis-server")} == before


def test_a_server_with_no_connection_left_is_left_alone(house):
    crowd = (
        "crowd = []\ntry:\n  while True: crowd.append(psycopg2.connect(os.environ['DATABASE_URL']))"
    )
    crowd += "\nexcept psycopg2.OperationalError: " + WAIT
    user = house.start_python(SQL + crowd)
    assert user.stdout.readline() == "ready\n"
    before = house.server("postgres").pid
    house.run()
    assert house.server("postgres").pid == before
    user.communicate(timeout=30)
    house.wait_until_empty()


def test_commands_that_start_together_share_one_server(house):
    users = [house.start_python(SQL + "print(sql('SELECT 1'))") for _ in range(4)]
    answers = [user.communicate(timeout=60) for user in users]
    assert [out for out, _ in answers] == ["[(1,)]\n"] * 4, answers
    house.wait_until_empty()


def test_a_new_house_can_be_entered_by_two_at_once(tmp_path):
    house = House(tmp_path / "var")
    key = "print(os.environ['SECRET_KEY'])"
    users = [house.start_python(SQL + "sql('SELECT 1');" + key) for _ in range(2)]
    answers = [user.communicate(timeout=60) for user in users]
    assert answers[0][0] == answers[1][0] != "", answers
    assert stat.S_IMODE((house.var / "secret_key").stat().st_mode) == 0o600
    house.wait_until_empty()


def test_a_command_that_is_terminated_still_stops_the_servers(house):
    user = house.start_python(WAIT)
    user.stdout.readline()
    user.terminate()
    user.communicate(timeout=30)
    house.wait_until_empty()


def test_what_was_committed_is_there_after_the_database_was_killed(house, user):
    house.run(SQL + "add()")
    house.server("postgres").send_signal(signal.SIGKILL)
    assert "datetime.date(2016, 12, 5)" in house.run(SQL + "take()")


def test_a_job_that_was_owed_is_there_after_the_queue_was_killed(house, user):
    house.run(QUEUE + "queue.rpush('owed', 'a notice')")
    house.server("redis-server").send_signal(signal.SIGKILL)
    assert house.run(QUEUE + "print(queue.lpop('owed'))") == "b'a notice'"


def test_everything_killed_at_once_is_found_again(house):
    user = house.start_python(SQL + "add();" + WAIT)
    user.stdout.readline()
    house.clear()
    user.communicate(timeout=30)
    assert "datetime.date(2016, 12, 5)" in house.run(SQL + "take()")


def test_after_a_reboot_another_process_may_have_the_servers_number(house):
    stale = (
        f"{os.getpid()}\n{house.var}/postgres\n1484000000\n5432\n\n\n     1234     5678\nready\n"
    )
    (house.var / "postgres" / "postmaster.pid").write_text(stale)
    assert house.run(SQL + "print(sql('SELECT 1'))") == "[(1,)]"


def test_a_job_log_cut_short_by_a_power_cut_is_taken_as_far_as_it_goes(house):
    house.run(QUEUE + "queue.set('first', 1); queue.set('second', 2)")
    log = house.var / "redis" / "appendonly.aof"
    log.write_bytes(log.read_bytes()[:-5])
    assert house.run(QUEUE + "print(queue.get('first'), queue.get('second'))") == "b'1' None"


def test_a_deep_directory_with_a_space_is_no_hindrance(tmp_path):
    house = House(tmp_path / "a clone" / ("d" * 110) / "var")
    out = house.run(SQL + QUEUE + "print(sql('SELECT 1'), queue.ping())")
    assert out == "[(1,)] True"
    assert not Places(house.var).sockets.exists()


def test_sockets_are_not_put_where_somebody_else_points(tmp_path):
    house = House(tmp_path / ("d" * 110) / "var")
    sockets = Places(house.var).sockets
    sockets.symlink_to(tmp_path)
    try:
        assert "belongs to somebody else" in house.refusal()
    finally:
        sockets.unlink()


def test_nothing_listens_on_the_network(house, user):
    for name in ("postgres", "redis-server"):
        server = house.server(name)
        assert [c for p in [server, *server.children()] for c in p.net_connections("inet")] == []


def test_nothing_committed_waits_in_memory(house):
    show = SQL + "print(sql('SHOW fsync'), sql('SHOW synchronous_commit'))"
    assert house.run(show) == "[('on',)] [('on',)]"


def test_the_empty_council_has_a_database_and_a_queue_of_its_own(house):
    where = SQL + QUEUE + "queue.set('council', 1); print(sql('SELECT current_database()'))"
    assert house.run(where) == "[('iro',)]"
    other = where.replace("queue.set('council', 1)", "print(queue.get('council'))")
    assert house.run(other, COUNCIL="empty") == "None\n[('iro_empty',)]"


def test_the_demonstration_has_its_own_day_and_the_empty_council_has_not(house):
    day = "print(os.environ.get('IRO_TODAY'), os.environ.get('IRO_DEMONSTRATION'))"
    assert house.run(day) == "2017-07-20 1"
    assert house.run(day, COUNCIL="empty") == "None None"


def test_given_servers_are_used_and_none_is_started(tmp_path):
    house = House(tmp_path / "var")
    given = {"DATABASE_URL": "postgresql://iro@postgres/iro", "REDIS_URL": "redis://redis:6379/0"}
    address = "print(os.environ['DATABASE_URL'], 'IRO_TODAY' in os.environ)"
    assert house.run(address, **given) == "postgresql://iro@postgres/iro False"
    assert not house.var.exists()


def test_help_starts_no_server(tmp_path):
    house = House(tmp_path / "var")
    helped = house.start(sys.executable, "manage.py", "help")
    out, err = helped.communicate(timeout=60)
    assert helped.returncode == 0, err
    assert "serve" in out
    assert not (house.var / "postgres").exists()


def test_a_place_that_cannot_be_written_is_named():
    sentence = House(Path("/proc/iro")).refusal()
    assert sentence.startswith("Cannot write to /proc/iro (")
    assert sentence.endswith("or set IRO_VAR to a directory that is.")


def test_a_disk_without_room_is_named_before_anything_is_started():
    with pytest.raises(CannotStart, match="The disk that holds /proc is full: free at least 200"):
        check_room(Path("/proc"))  # a file system whose free space is always none


def test_a_disk_that_fills_up_while_writing_is_named(tmp_path):
    with pytest.raises(CannotStart, match="is full"), clear_sentences(tmp_path):
        Path("/dev/full").write_text("no room")


def test_an_unknown_council_is_refused(house):
    sentence = house.refusal(COUNCIL="worcestershire")
    assert sentence == "COUNCIL is 'worcestershire': set it to demonstration or empty."


def test_no_registry_address_is_committed():
    files = subprocess.run(
        [
            "git",
            "ls-files",
            "requirements.lock",
            "package-lock.json",
            ".npmrc",
            "Makefile",
            "setup",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    text = "".join((ROOT / name).read_text() for name in files)
    assert "--index-url" not in text
    assert '"resolved"' not in text
