"""Runs an image's program as its container does, in a folder with the image's files alone, until its first page.

    python3 .ci/empty_root.py IMAGE PROFILE

A program that is not optimised starts without samples, which would take minutes beside the tests.

Needs root, because chroot does.
"""

import http.client
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from pathlib import Path

LIMIT_S = 120


def main():
    image, profile = sys.argv[1:]
    with tempfile.TemporaryDirectory() as root:
        os.chmod(root, 0o755)
        config = unpack(image, root)
        if profile == "dev":
            # glibc, linked statically, does not let the program ask the kernel for randomness, as musl does.
            (Path(root) / "dev").mkdir()
            for name in ("random", "urandom"):
                (Path(root) / "dev" / name).write_bytes(os.urandom(1 << 20))

        def enter():
            os.chroot(root)
            os.chdir(config["WorkingDir"])
            os.setgroups([])
            user, group = map(int, config["User"].split(":"))
            os.setgid(group)
            os.setuid(user)

        started = time.monotonic()
        command = [*config["Entrypoint"], "--port=0", "--dynamodb-port=0"]
        if profile == "dev":
            command.append("--without-samples")
        program = subprocess.Popen(command, env={}, stdout=subprocess.PIPE, text=True, preexec_fn=enter)
        limit = threading.Timer(LIMIT_S, program.kill)
        limit.start()
        try:
            [address] = re.findall(r"http://(\S+),", program.stdout.readline())
            connection = http.client.HTTPConnection(address)
            connection.request("GET", "/local")
            status, seconds = connection.getresponse().status, time.monotonic() - started
            program.terminate()
            ended = program.wait()
        finally:
            limit.cancel()
            program.kill()
    if (status, ended) != (200, 0):
        sys.exit(f"{image}: /local answered {status}, and after SIGTERM the program ended with {ended}")
    print(f"{Path(image).name} starts in an empty root: first page after {seconds:.1f} s")


def unpack(image, root):
    """Unpacks the image's files, and returns its configuration."""
    with tarfile.open(image) as archive:

        def blob(described):
            return archive.extractfile(f"blobs/{described['digest'].replace(':', '/')}").read()

        [manifest] = json.load(archive.extractfile("index.json"))["manifests"]
        manifest = json.loads(blob(manifest))
        for layer in manifest["layers"]:
            with tarfile.open(fileobj=io.BytesIO(blob(layer))) as files:
                files.extractall(root, numeric_owner=True)
        return json.loads(blob(manifest["config"]))["config"]


if __name__ == "__main__":
    main()
