//! `cargo openapi`: writes `openapi.json`, and the table of routes that all functions use.

use std::{fs, path::Path};

fn main() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (path, text) in local::openapi::files()? {
        // An unchanged file is not written, because cargo would compile everything again if its time changed.
        if fs::read_to_string(root.join(path)).ok().as_ref() != Some(&text) {
            fs::write(root.join(path), text)?;
        }
    }
    Ok(())
}
