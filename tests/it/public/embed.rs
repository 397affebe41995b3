//! The script of shops' own pages: released versions are at addresses that stay.

use std::fs;

use crate::deployment::template::root;
use crate::support::*;

/// The versions in this list whose script is not answered with its own bytes.
async fn lost(shop: &Shop, released: &str) -> Vec<String> {
    let mut lost = Vec::new();
    for line in released.lines().filter(|line| !line.starts_with('#')) {
        let [version, name, digest] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("not a release: {line}") };
        let answer = shop.reads(&format!("/embed/{name}")).await;
        // The release's file has a placeholder where the installation's address is.
        let script = answer.body.replace(BASE_URL, "{base}");
        if answer.status != 200 || vault::sha256_hex(script.as_bytes()) != digest {
            lost.push(version.to_owned());
        }
    }
    lost
}

#[tokio::test]
async fn a_released_script_is_answered_for_ever() {
    let shop = Shop::new().await;
    let released = fs::read_to_string(root().join("functions/public-pages/assets/embed/released")).unwrap();
    assert_eq!(lost(&shop, &released).await, Vec::<String>::new());
    let name = shop.reads("/embed/v1.js").await.header("content-location").replace("/embed/", "");
    let script = fs::read(root().join("functions/public-pages/assets/embed/v1.min.js")).unwrap();
    let digest = vault::sha256_hex(&script);
    let listed = format!("1.0.0 {name} {digest}\n1.1.0 v1.0123456789abcdef.js {digest}\n1.2.0 {name} {digest}0");
    assert_eq!(lost(&shop, &listed).await, ["1.1.0", "1.2.0"]);
}
