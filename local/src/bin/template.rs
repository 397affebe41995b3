//! `cargo template`: writes `template.yaml` and `retained.yaml` at the repository's root, and says how many resources the
//! stack has.

#![expect(clippy::print_stdout, reason = "a command prints what it did")]

use std::fs;

fn main() -> anyhow::Result<()> {
    let (template, size) = local::stack::template()?;
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    fs::write(format!("{root}/template.yaml"), template)?;
    fs::write(format!("{root}/retained.yaml"), local::stack::retained()?)?;
    println!("template.yaml: {size}");
    Ok(())
}
