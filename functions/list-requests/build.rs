//! Removes the indentation of the OpenAPI documents, which is a third of what the function embeds and sends.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

const DOCUMENTS: [&str; 2] = ["openapi.json", "openapi.native.json"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    for name in DOCUMENTS {
        let source = Path::new("../..").join(name);
        println!("cargo:rerun-if-changed={}", source.display());
        // JSON strings contain no line breaks, so the blanks at the start of a line are always indentation.
        let document: String = fs::read_to_string(source)?.lines().map(str::trim_start).collect();
        fs::write(Path::new(&out).join(name), document)?;
    }
    Ok(())
}
