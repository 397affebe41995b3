//! `cargo template`: writes `template.yaml` at the repository's root, and says how many resources the stack has.

#![expect(clippy::print_stdout, reason = "a command prints what it did")]

fn main() -> anyhow::Result<()> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../template.yaml");
    let (template, size) = local::stack::template()?;
    std::fs::write(file, template)?;
    println!("template.yaml: {size}");
    Ok(())
}
