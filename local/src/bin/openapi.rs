//! `cargo openapi`: writes `openapi.json` at the repository's root.

fn main() -> anyhow::Result<()> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi.json");
    Ok(std::fs::write(file, local::openapi::json()?)?)
}
