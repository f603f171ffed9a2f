"""Stands in for the Docker SDK inside MiniStack, so that Fargate tasks run where there is no container engine.

A task's container becomes a child process: the runner bundle named by ASSAY_LOCAL_RUNNER, with the container's
environment and nothing else of this process but PATH. When it ends, the "ECS Task State Change" event that ECS would
send is put on the default bus, because MiniStack does not send it.
"""

import json
import os
import subprocess
import tempfile
import threading
import time
import uuid
from datetime import datetime, timezone

from docker import errors

STOPPED_WAIT_SECONDS = 10.0
_containers = {}


class Container:
    def __init__(self, image, command, environment, labels, name):
        self.id = uuid.uuid4().hex + uuid.uuid4().hex
        self.name, self.image, self.labels, self.status = name, image, dict(labels or {}), "running"
        self.task_arn = self.labels.get("com.amazonaws.ecs.task-arn", "")
        self._log = tempfile.TemporaryFile(prefix="assay-task-")
        program = [os.environ.get("ASSAY_LOCAL_NODE", "node"), os.environ["ASSAY_LOCAL_RUNNER"]]
        self._process = subprocess.Popen(
            program + list(command or []), env=self._task_environment(environment), stdin=subprocess.DEVNULL,
            stdout=self._log, stderr=subprocess.STDOUT, cwd=tempfile.gettempdir())
        self.attrs = {"State": {"Pid": self._process.pid}, "NetworkSettings": {"Networks": {}, "IPAddress": "127.0.0.1"}}
        threading.Thread(target=self._watch, daemon=True, name="assay-task-" + self.id[:8]).start()

    def _task_environment(self, environment):
        given = {key: str(value).replace("host.docker.internal", "127.0.0.1") for key, value in (environment or {}).items()}
        # The emulator's credentials endpoint hands out keys that its own IAM does not know: give the task's role instead.
        given.pop("AWS_CONTAINER_CREDENTIALS_FULL_URI", None)
        given.pop("AWS_CONTAINER_AUTHORIZATION_TOKEN", None)
        if "ASSAY_LOCAL_ENDPOINT" in os.environ:
            given["AWS_ENDPOINT_URL"] = os.environ["ASSAY_LOCAL_ENDPOINT"]
        return {"PATH": os.environ.get("PATH", ""), "TMPDIR": tempfile.gettempdir(), **self._identity(), **given}

    def _identity(self):
        """Region and credentials of the task's role; the emulator takes them for a session of that role."""
        if not self.task_arn:
            return {}
        from ministack.core.lambda_runtime import execution_credentials
        region, account, task_id = self.task_arn.split(":")[3], self.task_arn.split(":")[4], self.task_arn.rsplit("/", 1)[-1]
        family, revision = (self.labels["com.amazonaws.ecs.task-definition-" + part] for part in ("family", "version"))
        definition = _in_scope(self.task_arn, lambda ecs: ecs._describe_task_definition({"taskDefinition": family + ":" + revision}))
        role = execution_credentials({
            "FunctionArn": f"arn:aws:lambda:{region}:{account}:function:task-{task_id}", "FunctionName": task_id,
            "Role": definition.get("taskDefinition", {}).get("taskRoleArn") or ""})
        return {"AWS_REGION": region, "AWS_DEFAULT_REGION": region, **role}

    def _watch(self):
        code = self._process.wait()
        self.attrs["State"].update(ExitCode=code, FinishedAt=datetime.now(timezone.utc).isoformat())
        self.status = "exited"
        _announce_stopped(self.labels)

    def reload(self):
        return None

    def wait(self, timeout=None, **_options):
        code = self._process.wait(timeout)
        return {"StatusCode": code if code >= 0 else 128 - code}

    def stop(self, timeout=10):
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self, *_signal):
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def remove(self, force=False, **_options):
        if force:
            self.kill()
        _containers.pop(self.id, None)

    def logs(self, stream=False, follow=False, tail=None, **_options):
        chunks = self._read(follow)
        if stream:
            return chunks
        text = b"".join(chunks)
        return text if tail in (None, "all") else b"".join(text.splitlines(keepends=True)[-int(tail):])

    def _read(self, follow):
        offset = 0
        while True:
            ended = self._process.poll() is not None
            chunk = os.pread(self._log.fileno(), 1 << 16, offset)
            offset += len(chunk)
            if chunk:
                yield chunk
            elif ended or not follow:
                return
            else:
                time.sleep(0.1)


def _in_scope(task_arn, call):
    from ministack.core.responses import request_scope
    from ministack.services import ecs
    with request_scope(task_arn.split(":")[4], task_arn.split(":")[3]):
        return json.loads(call(ecs)[2] or b"{}")


def _announce_stopped(labels):
    task_arn, cluster = labels.get("com.amazonaws.ecs.task-arn", ""), labels.get("com.amazonaws.ecs.cluster", "default")
    if not task_arn:
        return
    from ministack.core.responses import request_scope
    from ministack.services import eventbridge
    deadline, task = time.monotonic() + STOPPED_WAIT_SECONDS, {}
    while task.get("lastStatus") != "STOPPED" and time.monotonic() < deadline:
        task = next(iter(_in_scope(task_arn, lambda ecs: ecs._describe_tasks({"cluster": cluster, "tasks": [task_arn]})).get("tasks", [])), {})
        time.sleep(0.05)
    entry = {"Source": "aws.ecs", "DetailType": "ECS Task State Change", "Resources": [task_arn], "Detail": json.dumps(task)}
    with request_scope(task_arn.split(":")[4], task_arn.split(":")[3]):
        eventbridge._put_events({"Entries": [entry]}, allow_aws_source=True)


class _Containers:
    def run(self, image, command=None, environment=None, labels=None, name=None, **_options):
        try:
            container = Container(image, command, environment, labels, name)
        except Exception:
            # ECS tells of a task that never started as well: the emulator marks it once this call has failed.
            threading.Thread(target=_announce_stopped, args=(labels or {},), daemon=True).start()
            raise
        _containers[container.id] = container
        return container

    def get(self, container_id):
        if container_id not in _containers:
            raise errors.NotFound("no container " + str(container_id))
        return _containers[container_id]

    def list(self, all=False, filters=None, **_options):
        wanted = (filters or {}).get("label", [])
        wanted = [wanted] if isinstance(wanted, str) else wanted
        return [c for c in list(_containers.values()) if (all or c.status == "running") and all_labels(c, wanted)]


def all_labels(container, wanted):
    return min((container.labels.get(w.split("=", 1)[0]) == w.split("=", 1)[1] if "=" in w else w in container.labels for w in wanted), default=True)


class _Images:
    """Every image is there: what it would hold is the runner bundle."""

    def get(self, name):
        return name

    pull = get


class DockerClient:
    def __init__(self, **_options):
        self.containers, self.images = _Containers(), _Images()

    def ping(self):
        return True


def from_env(**_options):
    return DockerClient()
