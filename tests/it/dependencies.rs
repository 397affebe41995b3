//! Holds Cargo.lock to `.deny.toml` where cargo-deny is not installed: same file, same lists.
//!
//! `cargo metadata` reads the lock and the crates' manifests, offline; only crates of the platform
//! under test are in it, because the others are never downloaded.

use std::{fs, process::Command, sync::LazyLock};

use serde_json::Value;

use crate::template::root;

static DENY: LazyLock<Value> =
    LazyLock::new(|| basic_toml::from_str(&fs::read_to_string(root().join(".deny.toml")).unwrap()).unwrap());

static CRATES: LazyLock<Value> = LazyLock::new(|| {
    let platform = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform", &platform])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
});

#[test]
fn no_banned_crate_is_locked() {
    for ban in array(&DENY["bans"]["deny"]) {
        let (name, versions) = text(&ban["crate"]).split_once(':').unwrap_or((text(&ban["crate"]), "*"));
        let versions = semver::VersionReq::parse(versions).unwrap();
        let wrappers: Vec<_> = ban["wrappers"].as_array().into_iter().flatten().map(text).collect();
        for package in packages().iter().filter(|package| package["name"] == name) {
            let version = text(&package["version"]);
            let users = users(&package["id"]);
            let wrapped = !wrappers.is_empty() && users.iter().all(|user| wrappers.contains(user));
            let banned = versions.matches(&version.parse().unwrap());
            assert!(!banned || wrapped, "{name} {version} is banned ({ban}), used by {users:?}");
        }
    }
}

#[test]
fn every_licence_is_allowed() {
    let allowed: Vec<_> = array(&DENY["licenses"]["allow"]).iter().map(text).collect();
    for package in packages() {
        // Lax: older crates write `MIT/Apache-2.0` for a choice.
        let licence = package["license"].as_str().unwrap_or_default();
        let permitted = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX)
            .is_ok_and(|licence| licence.evaluate(|one| one.license.id().is_some_and(|id| allowed.contains(&id.name))));
        assert!(permitted, "{} is under `{licence}`", package["name"]);
    }
}

#[test]
fn every_crate_comes_from_the_registry() {
    for package in packages() {
        // A crate of this workspace has no source.
        assert!(package["source"].as_str().is_none_or(|source| source.starts_with("registry+")), "{}", package["id"]);
    }
}

fn packages() -> &'static [Value] {
    array(&CRATES["packages"])
}

/// The names of the packages that bring this one.
fn users(id: &Value) -> Vec<&'static str> {
    let nodes = array(&CRATES["resolve"]["nodes"]).iter();
    let user = nodes.filter(|node| array(&node["dependencies"]).contains(id)).map(|node| &node["id"]);
    user.map(|user| text(&packages().iter().find(|package| package["id"] == *user).unwrap()["name"])).collect()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
