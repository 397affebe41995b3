//! Lists the languages: one for each file of `shared/texts/languages/`, whose first line names it.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

const FOLDER: &str = "../texts/languages";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={FOLDER}");
    let mut languages = Vec::new();
    for file in fs::read_dir(FOLDER)? {
        let path = file?.path();
        let tag = path.file_stem().and_then(|tag| tag.to_str()).ok_or("a file without a name")?.to_owned();
        let text = fs::read_to_string(&path)?;
        let name = text.lines().next().and_then(|line| line.strip_prefix("### "));
        languages.push((
            tag,
            name.ok_or_else(|| format!("{}: the first line names no language", path.display()))?.to_owned(),
        ));
    }
    // English comes first, because it is the default.
    languages.sort_by_key(|(tag, _)| (tag != "en", tag.clone()));
    let list: String = languages.iter().map(|(tag, name)| format!("    {name} {tag:?},\n")).collect();
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("languages.rs"), format!("languages! {{\n{list}}}\n"))?;
    Ok(())
}
