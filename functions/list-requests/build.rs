//! Removes the indentation of `openapi.json`, a third of what the function would embed and send.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

const DOCUMENT: &str = "../../openapi.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={DOCUMENT}");
    // A JSON string has no line break, so a line begins only with indentation.
    let document: String = fs::read_to_string(DOCUMENT)?.lines().map(str::trim_start).collect();
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("openapi.json"), document)?;
    Ok(())
}
