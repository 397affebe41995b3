//! Removes the indentation of `openapi.json`, which is a third of the file that the function embeds and sends.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

const DOCUMENT: &str = "../../openapi.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={DOCUMENT}");
    // JSON strings contain no line breaks, so the blanks at the start of a line are always indentation.
    let document: String = fs::read_to_string(DOCUMENT)?.lines().map(str::trim_start).collect();
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("openapi.json"), document)?;
    Ok(())
}
