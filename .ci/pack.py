"""Packs compiled functions and programs into a release: the folder that docs/deploy.md describes.

    python3 .ci/pack.py BINARIES OUT ARCHITECTURE PROFILE

BINARIES is a folder with functions/<function>, programs/<name> and dev/<cpu>, the dev server. Needs only Python 3.11, git and cargo.
"""

import hashlib
import json
import re
import shutil
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from image import write_image
from materials import Materials, checked_out

# A fixed date, so that an unchanged function gives the same zip. This is the earliest date that a zip can have.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
MODE = 0o755
# .ci/run reads a dev release once, on this machine, so fast compression is enough.
COMPRESSION = {"release": 9, "dev": 1}
# An image's largest size in bytes. Unoptimised code is larger.
IMAGE_BYTES_MAX = {"release": 40_000_000, "dev": 80_000_000}
# docs/images/woo-*.jpg in the order of readme.txt's screenshots.
SCREENSHOTS = (4, 3, 1, 5)
# What only a plug-in with updates of its own says.
OWN_UPDATES = {
    "afterword.php": b" * Update URI: false\n",
    "readme.txt": b", and looks there for a newer plug-in when WordPress looks for updates",
}


def main():
    binaries, out, architecture, profile = Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]
    (out / "functions").mkdir(parents=True)
    functions = sorted((binaries / "functions").iterdir())
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda function: write_zip(out / f"functions/{function.name}.zip", function, COMPRESSION[profile]), functions))
    template = Path("template.yaml").read_text(encoding="utf-8")
    (out / "template.yaml").write_text(packaged(template, architecture, len(functions)), encoding="utf-8")
    for file in ("samconfig.toml", "retained.yaml"):
        shutil.copyfile(file, out / file)
    for program in (binaries / "programs").iterdir():
        install(program, out / program.name)
    for program in (binaries / "dev").iterdir():
        name = f"afterword-dev-{checked_out()[0]}-linux-{program.name}"
        install(program, out / name)
        image = out / f"{name}.oci.tar"
        write_image(image, program.read_bytes(), program.name, COMPRESSION[profile])
        if image.stat().st_size > IMAGE_BYTES_MAX[profile]:
            sys.exit(f"{image.name} has {image.stat().st_size} bytes, more than {IMAGE_BYTES_MAX[profile]}")
    write_plugin(out)
    materials = Materials([function.name for function in functions], architecture.replace("arm64", "aarch64"))
    bill = json.dumps(materials.bill(), indent=2, ensure_ascii=False)
    (out / "sbom.cdx.json").write_text(f"{bill}\n", encoding="utf-8")
    (out / "LICENSES.txt").write_text(materials.licenses(), encoding="utf-8")
    files = sorted(path for path in out.rglob("*") if path.is_file())
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(out)}\n" for path in files]
    (out / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def install(program, path):
    shutil.copyfile(program, path)
    path.chmod(MODE)


def write_zip(path, binary, compression):
    """Writes a reproducible zip: one file at its root, with a fixed date and mode."""
    with zipfile.ZipFile(path, "w") as archive:
        bootstrap = zipfile.ZipInfo("bootstrap", ZIP_DATE)
        bootstrap.create_system = 3  # Unix, where Lambda looks for the mode.
        bootstrap.external_attr = (0o100000 | MODE) << 16
        archive.writestr(bootstrap, binary.read_bytes(), zipfile.ZIP_DEFLATED, compression)


def write_plugin(out):
    """Writes the plug-in for WooCommerce as WordPress takes it: one folder, without the tests. The second package is for WordPress'
    directory, which gives updates itself, and looks for the pictures of readme.txt in the plug-in's folder."""
    version, sources = checked_out()[0], Path("woocommerce")
    found = [path for path in sources.rglob("*") if path.is_file() and path.parts[1] != "tests" and path.name != "update"]
    files = {str(path.relative_to(sources)): path.read_bytes() for path in found}
    if f" * Version: {version}\n".encode() not in files["afterword.php"]:
        sys.exit(f"woocommerce/afterword.php has another version than {version}")
    write_folder(out / f"afterword-woocommerce-{version}.zip", files)
    del files["includes/class-afterword-update.php"]
    for name, text in OWN_UPDATES.items():
        if text not in files[name]:
            sys.exit(f"woocommerce/{name} lacks {text}")
        files[name] = files[name].replace(text, b"")
    for number, picture in enumerate(SCREENSHOTS, 1):
        files[f"screenshot-{number}.jpg"] = Path(f"docs/images/woo-{picture}.jpg").read_bytes()
    write_folder(out / f"afterword-woocommerce-{version}-directory.zip", files)


def write_folder(path, files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"afterword/{name}", ZIP_DATE)
            entry.create_system = 3
            entry.external_attr = (0o100000 | 0o644) << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def packaged(template, architecture, functions):
    """The template with the release's zips as the functions' code. `sam deploy` uploads the zips unchanged."""
    template, builds = re.subn(r"    Metadata: \{ BuildMethod: .*\n", "", template)
    template, zips = re.subn(r"CodeUri: (functions/\S+)", r"CodeUri: \1.zip", template)
    template, architectures = re.subn(r"Architectures: \[arm64\]", f"Architectures: [{architecture}]", template)
    if (builds, zips, architectures) != (functions, functions, 1):
        sys.exit("the functions in template.yaml are not those in functions/")
    return template


if __name__ == "__main__":
    main()
