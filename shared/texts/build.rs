//! Joins the console's texts: one file for each page, in one folder for each language.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

const FOLDER: &str = "console";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={FOLDER}");
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    for language in fs::read_dir(FOLDER)? {
        let language = language?;
        let pages = fs::read_dir(language.path())?.map(|page| Ok(page?.path()));
        let mut pages = pages.collect::<Result<Vec<_>, std::io::Error>>()?;
        pages.sort();
        let texts = pages.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?.join("\n");
        fs::write(Path::new(&out).join(language.file_name()).with_extension("ftl"), texts)?;
    }
    Ok(())
}
