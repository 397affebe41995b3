//! `cargo template`: writes `template.yaml` at the repository's root.

fn main() -> anyhow::Result<()> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../template.yaml");
    Ok(std::fs::write(file, local::stack::template()?)?)
}
