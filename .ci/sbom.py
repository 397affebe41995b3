"""The bill of materials of a release, as CycloneDX 1.6: every crate that the functions and the program are compiled from.

`cargo tree` says which crates those are, for the release's architectures and without what only tests need; `cargo
metadata` and Cargo.lock say the rest. The same commit gives the same bytes.
"""

import json
import subprocess
import tomllib
import uuid
from pathlib import Path

# The program's package; its binary is `afterword`.
PROGRAM = "cli"
TARGETS = {
    "arm64": "aarch64-unknown-linux-gnu",
    "x86_64": "x86_64-unknown-linux-gnu",
    "linux-arm64": "aarch64-unknown-linux-musl",
    "linux-x86_64": "x86_64-unknown-linux-musl",
    "macos-arm64": "aarch64-apple-darwin",
    "macos-x86_64": "x86_64-apple-darwin",
}


def sbom(commit, functions, architectures, programs):
    roots = [*functions, PROGRAM]
    used = crates(roots, [TARGETS[name] for name in [*architectures, *programs]])
    lock = tomllib.loads(Path("Cargo.lock").read_text(encoding="utf-8"))["package"]
    checksums = {(package["name"], package["version"]): package.get("checksum") for package in lock}
    metadata = json.loads(cargo("metadata", "--format-version=1"))
    references = {
        package["id"]: reference(package["name"], package["version"])
        for package in metadata["packages"]
        if (package["name"], package["version"]) in used
    }
    packages = sorted((one for one in metadata["packages"] if one["id"] in references), key=lambda one: references[one["id"]])
    dependencies = {
        references[node["id"]]: sorted(references[one["pkg"]] for one in node["deps"] if one["pkg"] in references and compiled(one))
        for node in metadata["resolve"]["nodes"]
        if node["id"] in references
    }
    own = f"afterword@{commit.version}"
    versions = {package["name"]: package["version"] for package in packages}
    dependencies[own] = sorted(reference(root, versions[root]) for root in roots)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{own}/{commit.id}')}",
        "version": 1,
        "metadata": {
            "timestamp": commit.date,
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "afterword",
                "version": commit.version,
                "licenses": [{"expression": "MIT OR Apache-2.0"}],
            },
        },
        "components": [component(package, checksums) for package in packages],
        "dependencies": [{"ref": name, "dependsOn": on} for name, on in sorted(dependencies.items())],
    }


def crates(roots, targets):
    """The names and versions of what is compiled: in each line of the tree, the first two words."""
    arguments = [f"--package={root}" for root in roots] + [f"--target={target}" for target in targets]
    lines = cargo("tree", "--edges=normal,build", "--prefix=none", "--format={p}", *arguments).splitlines()
    return {(name, version.removeprefix("v")) for name, version, *_ in (line.split() for line in lines if line)}


def compiled(dependency):
    return any(kind["kind"] in (None, "build") for kind in dependency["dep_kinds"])


def component(package, checksums):
    name, version = package["name"], package["version"]
    one = {"type": "library", "bom-ref": reference(name, version), "name": name, "version": version}
    if package.get("description"):
        one["description"] = " ".join(package["description"].split())
    if checksum := checksums[name, version]:
        one["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    # Before SPDX expressions, crates wrote a slash for OR.
    one["licenses"] = [{"expression": package["license"].replace("/", " OR ")}]
    # Our own crates are in no registry.
    if package["source"]:
        one["purl"] = f"pkg:cargo/{name}@{version}"
    if package.get("repository"):
        one["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
    return one


def reference(name, version):
    return f"{name}@{version}"


def cargo(command, *arguments):
    return subprocess.run(["cargo", command, "--locked", "--quiet", *arguments], check=True, capture_output=True, text=True).stdout
