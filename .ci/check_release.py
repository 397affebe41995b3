"""Checks that the folder of a release is complete and that each file is what docs/release.md says.

    .tools/venv/bin/python .ci/check_release.py FOLDER [THE SAME RELEASE, MADE AGAIN]

Reads the files as they are, and nothing that .ci/pack.py made them with.
"""

import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from expand import expanded

ELF_MACHINES = {"arm64": 183, "x86_64": 62}
MACH_O_CPUS = {"arm64": 0x0100000C, "x86_64": 0x01000007}
# Where sources are on this machine, and on those that compiled for it.
MACHINES = re.compile(rb"[\x20-\x7e]*(" + re.escape(os.getcwd().encode()) + rb"|/root|/home/\w+|/Users/\w+|/__w)/[\x20-\x7e]*")
problems = []


def main():
    folder = Path(sys.argv[1])
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    sums(folder)
    entries(folder, manifest)
    for architecture, one in manifest["architectures"].items():
        expect(sorted(one["functions"]) == sorted(os.listdir("functions")), f"{architecture}: not the functions of functions/")
        for function in one["functions"].values():
            zipped(folder / function["file"], architecture, manifest["profile"])
        template(folder / one["template"]["file"], architecture, one["functions"], manifest["version"])
    for name, one in manifest["programs"].items():
        program(folder / one["file"], *name.split("-"), manifest["profile"])
    bill_of_materials(folder / "sbom.cdx.json", manifest)
    changes = (folder / "CHANGELOG.md").read_text(encoding="utf-8")
    expect(changes.startswith("## ") and changes.count("\n## ") == 0, "CHANGELOG.md is not one section")
    for again in sys.argv[2:]:
        same(folder, Path(again))
    print("\n".join(problems) or f"{manifest['version']}: {len(os.listdir(folder))} files, complete and as described")
    sys.exit(1 if problems else 0)


def expect(holds, problem):
    if not holds:
        problems.append(problem)


def sums(folder):
    """Every file but SHA256SUMS itself is in it, in its order, and has that checksum."""
    expected = "".join(f"{digest(path)}  {path.name}\n" for path in sorted(folder.iterdir()) if path.name != "SHA256SUMS")
    expect((folder / "SHA256SUMS").read_text(encoding="utf-8") == expected, "SHA256SUMS: another one than the files'")


def entries(folder, manifest):
    """What the manifest names is there, and nothing else but the files that are always there."""
    named = [one for architecture in manifest["architectures"].values() for one in (architecture["template"], *architecture["functions"].values())]
    named += manifest["programs"].values()
    for one in named:
        path = folder / one["file"]
        expect((one["sha256"], one["size"]) == (digest(path), path.stat().st_size), f"{path.name}: not as in manifest.json")
    always = {"manifest.json", "SHA256SUMS", "CHANGELOG.md", "LICENSES.txt", "sbom.cdx.json"}
    expect({one["file"] for one in named} | always == set(os.listdir(folder)), "the files are not those of manifest.json")
    expect(manifest["architectures"] and manifest["programs"], "there are no functions, or no program")
    expect(manifest["commit"] == run("git", "rev-parse", "HEAD"), "manifest.json: another commit")
    expect(re.fullmatch(r"\d+\.\d+\.\d+(\+[0-9a-f]{12}(\.changed)?)?", manifest["version"]), f"the version {manifest['version']}")


def zipped(path, architecture, profile):
    with zipfile.ZipFile(path) as archive:
        (only,) = archive.infolist()
        expect(only.filename == "bootstrap" and only.external_attr >> 16 == 0o100755, f"{path.name}: not one executable bootstrap")
        expect(only.date_time == (1980, 1, 1, 0, 0, 0), f"{path.name}: the date of a day")
        code = archive.read(only)
    elf(path.name, code, architecture)
    from_nowhere(path.name, code, profile)


def program(path, system, architecture, profile):
    code = path.read_bytes()
    expect(path.stat().st_mode & 0o777 == 0o755, f"{path.name}: not executable")
    from_nowhere(path.name, code, profile)
    if system == "macos":
        expect(struct.unpack("<II", code[:8]) == (0xFEEDFACF, MACH_O_CPUS[architecture]), f"{path.name}: not for {architecture}")
        return
    elf(path.name, code, architecture)
    # The unoptimised one has the libc of this machine.
    expect(profile == "dev" or b"ld-linux" not in code, f"{path.name}: needs a libc")
    if os.uname().machine.replace("aarch64", "arm64") == architecture:
        expect(run(path, "--version").startswith("afterword "), f"{path.name}: does not run")


def elf(name, code, architecture):
    expect(code[:4] == b"\x7fELF" and struct.unpack("<H", code[18:20])[0] == ELF_MACHINES[architecture], f"{name}: not for {architecture}")


def from_nowhere(name, code, profile):
    """No path of this machine is in what others get; the binaries of the tests have them."""
    found = profile == "release" and MACHINES.search(code)
    expect(not found, f"{name}: has a path of a machine: {found and found[0]}")


def template(path, architecture, functions, version):
    """As CloudFormation sees it, after the transform."""
    stack = expanded(path)
    prefix, found = stack["Parameters"]["CodePrefix"]["Default"], {}
    for resource in stack["Resources"].values():
        if resource["Type"] == "AWS::Lambda::Function":
            properties = resource["Properties"]
            name = properties["FunctionName"]["Fn::Sub"].removeprefix("${AWS::StackName}-")
            # Where a version is published, SAM puts the parameter's value in.
            key = properties["Code"]["S3Key"]["Fn::Sub"].replace("${CodePrefix}", prefix)
            found[name] = {**properties["Code"], "S3Key": key}
            expect(properties["Architectures"] == [architecture], f"{path.name}: {name} is not for {architecture}")
            expect("BuildMethod" not in str(resource.get("Metadata")), f"{path.name}: {name} would be built")
    keys = {name: {"S3Bucket": {"Ref": "CodeBucket"}, "S3Key": prefix + one["key"]} for name, one in functions.items()}
    expect(found == keys, f"{path.name}: not the functions of manifest.json")
    for name, one in functions.items():
        expect(one["key"] == f"{name}-{one['sha256']}.zip", f"{name}: the key does not name what is in the zip")
    expect({"CodeBucket", "CodePrefix"} <= stack["Parameters"].keys(), f"{path.name}: no parameters for the zips")
    expect(stack["Outputs"]["Version"]["Value"] == version, f"{path.name}: another version")
    expect(stack["Outputs"]["Architecture"]["Value"] == architecture, f"{path.name}: another architecture")


def bill_of_materials(path, manifest):
    text = path.read_text(encoding="utf-8")
    invalid = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if invalid:
        problems.append(f"{path.name}: {invalid}")
        return
    bill = json.loads(text)
    components = {one["name"]: one for one in bill["components"]}
    # The most that a release may be made of, and what it cannot be made without.
    locked = dict(re.findall(r'^name = "(.*)"\nversion = "(.*)"$', Path("Cargo.lock").read_text(encoding="utf-8"), re.MULTILINE))
    expect(components.keys() <= locked.keys(), f"{path.name}: {components.keys() - locked.keys()} are not in Cargo.lock")
    needed = {*os.listdir("functions"), "cli", "domain", "aws-lc-sys", "lambda_runtime", "serde"}
    expect(needed <= components.keys(), f"{path.name}: without {needed - components.keys()}")
    of_tests = {"local", "small-aws", "tests", "bench", "dynoxide-rs", "proptest", "thirtyfour"}
    expect(not of_tests & components.keys(), f"{path.name}: with {of_tests & components.keys()}, which only tests need")
    for one in bill["components"]:
        expect(("purl" in one) == ("hashes" in one), f"{path.name}: {one['name']} has no checksum")
    references = {one["bom-ref"] for one in bill["components"]}
    licenses = (path.parent / "LICENSES.txt").read_text(encoding="utf-8")
    missing = [one["bom-ref"] for one in bill["components"] if "purl" in one and f"\n{one['bom-ref']}: " not in licenses]
    expect(not missing, f"LICENSES.txt: without {missing}")
    for text in ("LICENSE-MIT", "LICENSE-APACHE"):
        expect(Path(text).read_text(encoding="utf-8").strip() in licenses, f"LICENSES.txt: without {text}")
    linked = {reference for one in bill["dependencies"] for reference in one["dependsOn"]}
    expect(linked == references, f"{path.name}: {linked ^ references} are not used, or not described")
    expect(bill["metadata"]["component"]["version"] == manifest["version"], f"{path.name}: another version")


def same(folder, again):
    expect(sorted(os.listdir(folder)) == sorted(os.listdir(again)), "made again, there are other files")
    for path in folder.iterdir():
        other = again / path.name
        expect(other.exists() and path.read_bytes() == other.read_bytes(), f"{path.name}: other bytes, made again")


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    main()
