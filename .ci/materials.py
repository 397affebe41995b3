"""The materials of a release: every crate that is compiled into its functions and programs, and the crates' licenses.

`cargo tree` lists these crates for the release's targets and leaves out crates that only tests need. `cargo
metadata` and Cargo.lock have the details. The same commit gives the same bytes.

No kept tool makes this bill: cargo-cyclonedx writes one for each crate of the workspace and each target, and a release is all
functions and two programs for four targets, whose licenses need the same list.
"""

import json
import subprocess
import tomllib
import uuid
from pathlib import Path

# The packages of the programs `afterword` and `afterword-dev`, and what they are compiled for.
PROGRAMS = ["cli", "local"]
PROGRAM_TARGETS = [f"{cpu}-{system}" for cpu in ("aarch64", "x86_64") for system in ("unknown-linux-musl", "apple-darwin")]
LICENSE_FILES = ("LICENSE", "LICENCE", "UNLICENSE", "COPYING", "COPYRIGHT", "NOTICE")


class Materials:
    """The compiled crates, by name; `cpu` is that of the functions."""

    def __init__(self, functions, cpu):
        used = compiled(functions, [f"{cpu}-unknown-linux-gnu"]) | compiled(PROGRAMS, PROGRAM_TARGETS)
        metadata = json.loads(cargo("metadata", "--format-version=1"))
        self.packages = sorted((one for one in metadata["packages"] if reference(one) in used), key=reference)
        lock = tomllib.loads(Path("Cargo.lock").read_text(encoding="utf-8"))["package"]
        self.checksums = {reference(package): package.get("checksum") for package in lock}

    def bill(self):
        """The bill of materials of the checked-out commit, as CycloneDX 1.6."""
        version, commit, date = checked_out()
        own = f"afterword@{version}"
        return {
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{own}/{commit}')}",
            "version": 1,
            "metadata": {
                "timestamp": date,
                "component": {
                    "type": "application",
                    "bom-ref": own,
                    "name": "afterword",
                    "version": version,
                    "licenses": [{"expression": "MIT OR Apache-2.0"}],
                },
            },
            "components": [self.component(package) for package in self.packages],
        }

    def component(self, package):
        component = {"type": "library", "bom-ref": reference(package), "name": package["name"], "version": package["version"]}
        if checksum := self.checksums[reference(package)]:
            component["hashes"] = [{"alg": "SHA-256", "content": checksum}]
        component["licenses"] = [{"expression": expression(package)}]
        # Our own crates are in no registry.
        if package["source"]:
            component["purl"] = f"pkg:cargo/{reference(package)}"
        if package["repository"]:
            component["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
        return component

    def licenses(self):
        """All license texts, which the licenses require to be passed on. Each text appears once, with its crates."""
        texts = {}
        for package in self.packages:
            folder = Path(package["manifest_path"]).parent if package["source"] else Path()
            for path in sorted(folder.iterdir()):
                if path.is_file() and path.name.upper().startswith(LICENSE_FILES):
                    text = path.read_text(encoding="utf-8").strip()
                    texts.setdefault(text, []).append(reference(package) if package["source"] else "afterword")
        sections = [f"{', '.join(dict.fromkeys(names))}:\n\n{text}\n" for text, names in texts.items()]
        listed = "".join(f"{reference(package)}: {expression(package)}\n" for package in self.packages if package["source"])
        rule = f"\n{'-' * 80}\n\n"
        return rule.join([f"Afterword is under MIT or Apache-2.0, as you prefer. It contains these crates:\n\n{listed}", *sections])


def checked_out():
    """The version, commit and date of the checked-out sources."""
    version = tomllib.loads(Path("Cargo.toml").read_text(encoding="utf-8"))["workspace"]["package"]["version"]
    return version, *output("git", "show", "-s", "--format=%H %cI", "HEAD").split()


def compiled(roots, targets):
    """The references of the compiled crates; each line of the tree begins with name and version."""
    arguments = [f"--package={root}" for root in roots] + [f"--target={target}" for target in targets]
    lines = cargo("tree", "--edges=normal,build", "--prefix=none", "--format={p}", *arguments).splitlines()
    return {"@".join(line.split()[:2]).replace("@v", "@") for line in lines if line}


def expression(package):
    # Older crates write a slash instead of SPDX' OR.
    return package["license"].replace("/", " OR ")


def reference(package):
    return f"{package['name']}@{package['version']}"


def cargo(command, *arguments):
    return output("cargo", command, "--locked", "--quiet", *arguments)


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
