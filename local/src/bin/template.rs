//! `cargo template`: writes `template.yaml` and `retained.yaml` at the repository's root, and says how many resources the
//! stack has. `cargo template --after FILE` instead compares the template with that of an earlier release, and fails if a
//! function lost a permission that the earlier release uses.

#![expect(clippy::print_stdout, reason = "a command prints what it did")]

use std::fs;

use anyhow::ensure;

fn main() -> anyhow::Result<()> {
    let (template, size) = local::stack::template()?;
    let mut arguments = std::env::args().skip(1);
    if let (Some("--after"), Some(file)) = (arguments.next().as_deref(), arguments.next()) {
        let withdrawn = local::stack::withdrawn(&fs::read_to_string(&file)?, &template)?;
        ensure!(withdrawn.is_empty(), "{file} allows these, so keep them for one release: {}", withdrawn.join(", "));
        println!("every permission of {file} is kept");
        return Ok(());
    }
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    fs::write(format!("{root}/template.yaml"), template)?;
    fs::write(format!("{root}/retained.yaml"), local::stack::retained()?)?;
    println!("template.yaml: {size}");
    Ok(())
}
