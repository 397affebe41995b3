"""Writes the dev server, one static file, as an OCI image: a tar that `docker load`, `podman load` and `skopeo` read. No
daemon is needed, and the same file gives the same bytes.

https://github.com/opencontainers/image-spec describes the format.
"""

import gzip
import hashlib
import io
import json
import tarfile

from materials import checked_out

NAME = "afterword-dev"
# How Go names them, and therefore images.
ARCHITECTURES = {"aarch64": "arm64", "x86_64": "amd64"}
OCI = "application/vnd.oci.image"
# The image has no /etc/passwd, so its user has no name.
USER = 65532


def write_image(path, program, cpu, compression):
    version, commit, date = checked_out()
    layer = tar([(NAME, program, 0o755, 0), ("data", None, 0o700, USER)])
    config = {
        "created": date,
        "architecture": ARCHITECTURES[cpu],
        "os": "linux",
        "config": {
            "User": f"{USER}:{USER}",
            "ExposedPorts": {"3000/tcp": {}},
            # Calls of a published port arrive at the container's own address, not at 127.0.0.1.
            "Entrypoint": [f"/{NAME}", "--all-addresses"],
            # The program keeps its data in `.afterword` there. A new volume gets the folder's owner.
            "WorkingDir": "/data",
            "Volumes": {"/data": {}},
            "Labels": {
                "org.opencontainers.image.title": NAME,
                "org.opencontainers.image.description": "Afterword on one machine, with an inbox and a clock to move",
                "org.opencontainers.image.licenses": "MIT OR Apache-2.0",
                "org.opencontainers.image.version": version,
                "org.opencontainers.image.revision": commit,
                "org.opencontainers.image.created": date,
            },
        },
        "rootfs": {"type": "layers", "diff_ids": [f"sha256:{hashlib.sha256(layer).hexdigest()}"]},
        "history": [{"created": date, "created_by": ".ci/image.py"}],
    }
    blobs = [gzip.compress(layer, compression, mtime=0), json.dumps(config).encode()]
    layer, config = described(blobs[0], "layer.v1.tar+gzip"), described(blobs[1], "config.v1+json")
    manifest = {"schemaVersion": 2, "mediaType": f"{OCI}.manifest.v1+json", "config": config, "layers": [layer]}
    blobs.append(json.dumps(manifest).encode())
    manifest = described(blobs[2], "manifest.v1+json")
    # docker and podman name the image by the second annotation, other tools by the first.
    manifest["annotations"] = {
        "org.opencontainers.image.ref.name": version,
        "io.containerd.image.name": f"docker.io/library/{NAME}:{version}",
    }
    index = {"schemaVersion": 2, "mediaType": f"{OCI}.index.v1+json", "manifests": [manifest]}
    # Docker's older image store reads this list instead of the index.
    listed = [{"Config": place(blobs[1]), "RepoTags": [f"{NAME}:{version}"], "Layers": [place(blobs[0])]}]
    listings = {"oci-layout": {"imageLayoutVersion": "1.0.0"}, "index.json": index, "manifest.json": listed}
    entries = [(name, json.dumps(content).encode(), 0o644, 0) for name, content in listings.items()]
    path.write_bytes(tar(entries + [(place(blob), blob, 0o644, 0) for blob in blobs]))


def described(blob, kind):
    return {"mediaType": f"{OCI}.{kind}", "digest": f"sha256:{hashlib.sha256(blob).hexdigest()}", "size": len(blob)}


def place(blob):
    return f"blobs/sha256/{hashlib.sha256(blob).hexdigest()}"


def tar(entries):
    """A tar of files, without any date: path, content (none for a folder), mode, owner."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path, content, mode, owner in entries:
            entry = tarfile.TarInfo(path)
            entry.mode, entry.uid, entry.gid = mode, owner, owner
            if content is None:
                entry.type = tarfile.DIRTYPE
            else:
                entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content or b""))
    return buffer.getvalue()
