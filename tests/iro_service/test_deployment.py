"""docker-compose.yml as docker-compose itself reads it; no Docker engine is needed for that."""

import json
import re
import shutil
import subprocess

import pytest

from tests.iro_service.house import ROOT

SECRETS = dict.fromkeys(("SECRET_KEY", "POSTGRES_PASSWORD", "REDIS_PASSWORD"), "0" * 40)
READ = "import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin)))"


def docker_compose(tmp_path, **settings):
    """What `docker-compose config` answers to the settings of an .env file."""
    if shutil.which("docker-compose") is None:
        pytest.fail("docker-compose is missing: `make test` installs it, or says how.")
    env_file = tmp_path / ".env"
    env_file.write_text("".join(f"{key}={value}\n" for key, value in settings.items()))
    return subprocess.run(
        ["docker-compose", "--env-file", str(env_file), "config"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path)},
    )


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    """The services with every setting resolved."""
    tmp_path = tmp_path_factory.mktemp("compose")
    asked = docker_compose(tmp_path, SITE_NAME="iro.example.org", **SECRETS)
    assert asked.returncode == 0, asked.stderr
    return parsed(asked.stdout)["services"]


def parsed(text: str) -> dict:
    """The YAML that docker-compose prints, read with the YAML that Debian's brings along."""
    return json.loads(
        subprocess.run(
            ["/usr/bin/python3", "-c", READ], input=text, capture_output=True, text=True, check=True
        ).stdout
    )


def test_the_whole_service_is_there(services):
    assert set(services) == {"postgres", "redis", "migrate", "web", "worker", "beat", "proxy"}


def test_only_the_proxy_can_be_reached_from_outside(services):
    assert [name for name, service in services.items() if service.get("ports")] == ["proxy"]


def test_web_and_worker_can_be_any_number(services):
    for name in ("web", "worker"):
        assert not {"container_name", "ports"} & set(services[name])


def test_what_goes_on_running_is_watched_and_started_again(services):
    lasting = {name: service for name, service in services.items() if name != "migrate"}
    assert {service["restart"] for service in lasting.values()} == {"unless-stopped"}
    unwatched = [name for name, service in lasting.items() if "healthcheck" not in service]
    assert unwatched == ["beat"]


def test_nobody_serves_before_the_tables_are_up_to_date(services):
    for name in ("web", "worker", "beat"):
        waits = services[name]["depends_on"]["migrate"]["condition"]
        assert waits == "service_completed_successfully"


@pytest.mark.parametrize("name", ["SITE_NAME", *SECRETS])
def test_a_missing_secret_is_named(tmp_path, name):
    given = {"SITE_NAME": "iro.example.org"} | SECRETS
    asked = docker_compose(tmp_path, **{key: given[key] for key in given if key != name})
    assert asked.returncode != 0
    assert "set it in .env" in asked.stderr


def test_every_setting_is_explained_in_the_example():
    example = (ROOT / ".env.example").read_text()
    read = re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text())
    read += re.findall(
        r"env\.\w+\(\s*\"([A-Z_]+)\"", (ROOT / "iro_service" / "settings.py").read_text()
    )
    ours = set(read) - {"IRO_EMBEDDED", "IRO_DEMONSTRATION", "DEBUG"}  # set by the commands
    assert sorted(name for name in ours if f"{name}=" not in example) == []


def test_no_secret_is_in_the_example():
    example = (ROOT / ".env.example").read_text()
    assert re.findall(r"^(?:\w*PASSWORD|SECRET_KEY|\w+_API_KEY)=.+$", example, re.M) == []
