//! The script of shops' own pages: the current version, and versions at addresses that stay.

use crate::support::{Reply, Shop};

async fn read(shop: &Shop, path: &str) -> Reply {
    shop.call("GET", path).without_key().send().await
}

#[tokio::test]
async fn the_script_names_the_address_of_its_version_which_stays() {
    let shop = Shop::new().await;
    let latest = read(&shop, "/embed/v1.js").await;
    assert_eq!((latest.status.as_u16(), latest.header("content-type")), (200, "text/javascript; charset=utf-8"));
    assert_eq!(latest.header("cache-control"), "public, max-age=3600, stale-while-revalidate=86400");
    let version = latest.header("content-location").to_owned();
    let own = read(&shop, &version).await;
    assert_eq!(
        (own.body, own.headers["cache-control"].as_bytes()),
        (latest.body.clone(), &b"public, max-age=31536000, immutable"[..])
    );
    for reply in [&latest, &read(&shop, &version).await] {
        assert_eq!(reply.header("access-control-allow-origin"), "*");
        assert_eq!(reply.header("cross-origin-resource-policy"), "cross-origin");
    }
    let known = shop.call("GET", "/embed/v1.js").without_key().header("if-none-match", latest.header("etag"));
    assert_eq!(known.send().await.status, 304);
    for unknown in ["/embed/v1.0123456789abcdef.js", "/embed/v2.js", "/embed/", "/embed/v1.css", "/embed/v1.min.js"] {
        read(&shop, unknown).await.is_error(404, "not_found");
    }
}
