//! Lists the files of the plug-in for WooCommerce, which the console hands out.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "../../woocommerce";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={FOLDER}");
    let folder = fs::canonicalize(FOLDER)?;
    let mut files = Vec::new();
    find(&folder, &mut files)?;
    files.sort();
    let mut list = String::new();
    for file in files {
        list += &format!("({:?}, include_bytes!({file:?}).as_slice()),\n", file.strip_prefix(&folder)?);
    }
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("plug-in.rs"), format!("&[{list}]"))?;
    Ok(())
}

/// Finds all but what only developers and translators need.
fn find(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), std::io::Error> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        match path.is_dir() {
            true if name != "tests" => find(&path, files)?,
            false if name != "update" && path.extension().is_none_or(|kind| kind != "po" && kind != "pot") => {
                files.push(path);
            }
            _ => {}
        }
    }
    Ok(())
}
