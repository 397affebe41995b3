"""Packs compiled functions and programs into a release: the folder that docs/release.md describes.

The same binaries of the same commit give the same bytes, on any day and in any folder. Compiles nothing, and
needs nothing but Python 3.11 with its own modules, git and cargo. `.ci/release` compiles and then calls this:

    python3 .ci/pack.py BINARIES OUT --profile release

BINARIES has functions/<architecture>/<function> and programs/<name>.
"""

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import time
import tomllib
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from materials import Materials

FORMAT = 1
# The earliest date that a zip can have. Not the commit's: a function that did not change keeps its zip, and so its key.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
MODE = 0o755
# A zip for a check is read once, on this machine.
COMPRESSION = {"release": 9, "dev": 1}
CODE = """
Parameters:
  CodeBucket:
    Type: String
    Description: Bucket in the stack's region that has the functions' zips
    AllowedPattern: "^[a-z0-9.-]{3,63}$"

  CodePrefix:
    Type: String
    Default: "afterword/"
    Description: The beginning of the zips' keys, with the slash at its end
    AllowedPattern: "^$|^[A-Za-z0-9/_.-]+/$"

"""
GROUP = "      - { Label: { default: Code }, Parameters: [CodeBucket, CodePrefix] }\n"
OUTPUTS = """
Outputs:
  Version:
    Description: Release that the stack was deployed from
    Value: "{version}"

  Architecture:
    Description: Architecture of its functions
    Value: {architecture}

"""


def main():
    parser = argparse.ArgumentParser(description="Packs a release.")
    parser.add_argument("binaries", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--profile", choices=COMPRESSION, required=True)
    arguments = parser.parse_args()
    pack(arguments.binaries, arguments.out, arguments.profile)


def pack(binaries, out, profile):
    out.mkdir(parents=True)
    commit = Commit(profile)
    functions = sorted(folder.name for folder in Path("functions").iterdir())
    template = Path("template.yaml").read_text(encoding="utf-8")
    architectures = {}
    for folder in sorted((binaries / "functions").iterdir()):
        architecture = folder.name
        if sorted(binary.name for binary in folder.iterdir()) != functions:
            sys.exit(f"{folder} has not exactly the functions of functions/")
        zips = [out / f"{function}-{architecture}.zip" for function in functions]
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda path, function: write_zip(path, folder / function, profile), zips, functions))
        entries = {function: entry(path) for function, path in zip(functions, zips)}
        for function, one in entries.items():
            one["key"] = f"{function}-{one['sha256']}.zip"
        path = out / f"template-{architecture}.yaml"
        write(path, packaged(template, architecture, entries, commit.version))
        architectures[architecture] = {"template": entry(path), "functions": entries}
    programs = {}
    for binary in sorted((binaries / "programs").iterdir()):
        path = out / binary.name
        shutil.copyfile(binary, path)
        path.chmod(MODE)
        programs[binary.name.removeprefix("afterword-")] = entry(path)
    write(out / "CHANGELOG.md", commit.changes())
    materials = Materials(functions, [*architectures, *programs])
    write_json(out / "sbom.cdx.json", materials.bill(commit))
    write(out / "LICENSES.txt", materials.licenses())
    write_json(
        out / "manifest.json",
        {
            "format": FORMAT,
            "version": commit.version,
            "commit": commit.id,
            "date": commit.date,
            "profile": profile,
            "release_before": commit.release_before,
            "layouts": layouts(),
            # The second one is for the transform, where the template is not deployed by a change set.
            "capabilities": ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
            "parameters": {"bucket": "CodeBucket", "prefix": "CodePrefix"},
            "usd_a_month_at_rest": usd_a_month_at_rest(),
            "architectures": architectures,
            "programs": programs,
        },
    )
    sums = [f"{digest(path)}  {path.name}\n" for path in sorted(out.iterdir())]
    write(out / "SHA256SUMS", "".join(sums))


class Commit:
    """The commit that is checked out, with what its tag and the ones before say."""

    def __init__(self, profile):
        self.id = git("rev-parse", "HEAD")
        self.date = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(git("show", "-s", "--format=%ct", "HEAD"))))
        changed = git("status", "--porcelain") != ""
        if profile == "release":
            if changed:
                sys.exit("the working tree is not the commit's: commit, or stash what changed")
            if git("rev-parse", "--is-shallow-repository") == "true":
                sys.exit("this clone does not have the tags before the commit: git fetch --unshallow --tags")
        version = tomllib.loads(Path("Cargo.toml").read_text(encoding="utf-8"))["workspace"]["package"]["version"]
        tags = git("tag", "--points-at", "HEAD", "v*").split()
        if tags not in ([], [f"v{version}"]):
            sys.exit(f"the tag of this commit must be v{version}, as in Cargo.toml, and not {' '.join(tags)}")
        self.is_tagged = tags != [] and not changed
        # `+` begins what does not count in a comparison of versions.
        self.version = version if self.is_tagged else f"{version}+{self.id[:12]}{'.changed' if changed else ''}"
        before = git("tag", "--merged", "HEAD", "--no-contains", "HEAD", "--sort=-v:refname", "v*").split()
        self.release_before = before[0].removeprefix("v") if before else None

    def changes(self):
        """The changelog's section of this version, or of what is not released yet."""
        heading = self.version if self.is_tagged else "Unreleased"
        text = Path("CHANGELOG.md").read_text(encoding="utf-8")
        section = re.search(rf"^## {re.escape(heading)}\b.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
        if not section:
            sys.exit(f"CHANGELOG.md has no section {heading}")
        return section[0].rstrip() + "\n"


def write_zip(path, binary, profile):
    """A zip whose bytes follow from the binary's: one file, at its root, with a fixed date and mode."""
    with zipfile.ZipFile(path, "w") as archive:
        bootstrap = zipfile.ZipInfo("bootstrap", ZIP_DATE)
        bootstrap.create_system = 3  # Unix, where Lambda looks for the mode.
        bootstrap.external_attr = (0o100000 | MODE) << 16
        archive.writestr(bootstrap, binary.read_bytes(), zipfile.ZIP_DEFLATED, COMPRESSION[profile])


def packaged(template, architecture, entries, version):
    """The template whose functions are zips in a bucket, which CloudFormation deploys without `sam build`."""
    named = []

    def code(match):
        named.append(match[1])
        return f'CodeUri: {{ Bucket: !Ref CodeBucket, Key: !Sub "${{CodePrefix}}{entries[match[1]]["key"]}" }}'

    template, builds = re.subn(r"    Metadata: \{ BuildMethod: .*\n", "", template)
    template = re.sub(r"CodeUri: functions/(\S+)", code, template)
    if sorted(named) != sorted(entries) or builds != len(entries):
        sys.exit("template.yaml has not exactly the functions of functions/")
    header = f"# Afterword {version} for {architecture}. `.ci/pack.py` wrote this file from template.yaml.\n"
    # An earlier release's template, which `.ci/earlier` packs, may have no groups.
    groups = "    ParameterGroups:\n"
    grouped = [(groups, groups + GROUP)] if groups in template else []
    for old, new in (
        (template[: template.index("AWSTemplateFormatVersion")], header),
        ("\nParameters:\n", CODE.rstrip("\n") + "\n\n"),
        *grouped,
        ("    Architectures: [arm64]\n", f"    Architectures: [{architecture}]\n"),
        ("\nOutputs:\n", OUTPUTS.format(version=version, architecture=architecture).rstrip("\n") + "\n\n"),
    ):
        if template.count(old) != 1:
            sys.exit(f"template.yaml has not exactly one {old.strip()}")
        template = template.replace(old, new)
    return template


def layouts():
    """The layouts of the table that the code knows."""
    source = Path("shared/store/src/shop/service.rs").read_text(encoding="utf-8")
    first, last = re.search(r"pub const LAYOUTS: RangeInclusive<u32> = (\d+)\.\.=(\d+);", source).groups()
    return list(range(int(first), int(last) + 1))


def usd_a_month_at_rest():
    """What `cargo figures cost` counted, which CI compares."""
    readme = Path("README.md").read_text(encoding="utf-8")
    return float(re.search(r"^\| A month without any request \| \| ([\d.]+) \|$", readme, re.MULTILINE)[1])


def entry(path):
    return {"file": path.name, "sha256": digest(path), "size": path.stat().st_size}


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write(path, text):
    path.write_text(text, encoding="utf-8")


def write_json(path, value):
    write(path, json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def git(*arguments):
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    main()
