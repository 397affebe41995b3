//! The customer's page: its links and files, and how large it may be. `tests/stories/hub/page.story` tells of the rest.

use crate::support::*;

#[tokio::test]
async fn unknown_damaged_and_forged_tokens_are_one_404_page() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true})).await;
    let token = token_of(&hub);
    let (_, foreign) = Shop::with_seed(2).await.created(json!({"skip_email": true})).await;
    let mut damaged = token.to_owned();
    damaged.replace_range(10..11, if &token[10..11] == "A" { "B" } else { "A" });
    let unknown = shop.browse("/review/hub?token=").await.is(404).body;
    for bad in ["", "x", &token[1..], &damaged, &format!("{token}A"), token_of(&foreign), "%2e%2e%2f", "%ff"] {
        for path in [format!("hub?token={bad}"), format!("x{bad}/"), format!("{bad}x"), format!("{bad}x/y/z")] {
            assert_eq!(shop.browse(format!("/review/{path}")).await.is(404).body, unknown, "{path}");
        }
    }
    for token in [&*damaged, ""] {
        let fields = [("token", token), ("item", "0")];
        assert_eq!(shop.submit("/review/hub/review", &fields).await.is(404).body, unknown);
    }
}

/// An earlier version's page asks for an earlier file, and during a deployment the earlier version may answer.
#[tokio::test]
async fn the_stylesheet_and_the_scripts_are_the_only_assets_last_a_year_and_have_earlier_names() {
    let (shop, _, hub) = Shop::asking(json!({"skip_email": true, "product_ids": [MUG]})).await;
    let pages = [shop.browse(&hub).await.body, shop.browse("/review/unknown").await.body];
    let assets: BTreeSet<_> = pages.iter().flat_map(|page| assets_of(page)).collect();
    let mut names = Vec::new();
    for address in assets {
        let parts: Vec<_> = address.split(['/', '.']).collect();
        let [.., name, digest, extension] = parts[..] else { panic!("{address}") };
        assert!(digest.len() == 16 && digest != "0123456789abcdef", "{address}");
        names.push(format!("{name}.{extension}"));
        let asset = shop.browse(address).await.is(200);
        asset.header("content-type").shows([if extension == "css" { "text/css" } else { "text/javascript" }]);
        assert_eq!(asset.header("cache-control"), "public, max-age=31536000, immutable");
        for earlier in [format!("{name}.{extension}"), format!("{name}.0123456789abcdef.{extension}")] {
            let earlier = shop.browse(format!("/review/assets/{earlier}")).await.is(200);
            assert_eq!((&earlier.body, earlier.header("cache-control")), (&asset.body, "no-store"), "{address}");
        }
    }
    names.sort();
    assert_eq!(names, ["hub.css", "hub.js", "reopen.js"]);
    for other in ["other.js", "hub.svg", "hub.0123.css", "hub.0123456789abcdef.css.js"] {
        shop.browse(format!("/review/assets/{other}")).await.is(404);
    }
}

#[tokio::test]
async fn a_pages_headers_stay_below_8_kb_whatever_the_hosts_of_its_pictures() {
    let shop = Shop::new().await;
    let products: Vec<_> = (0..50).map(|n| format!("shopify-{n}")).collect();
    for (n, id) in products.iter().enumerate() {
        let host = format!("{n}{}", format!(".{}", "a".repeat(60)).repeat(4));
        let picture = format!("https://{}.example:65535/{n}.png", &host[..245]);
        let body = json!({"title": format!("Product {n}"), "image_url": picture});
        shop.put(format!("/api/v1/products/{id}"), &body).await.is(200);
    }
    shop.sets(json!({"logo_url": "https://logo.example/a.svg"})).await;
    let (_, hub) = shop.created(json!({"skip_email": true, "product_ids": products})).await;
    let questions = format!("/review/hub/chat?token={}&item=0", token_of(&hub));
    for path in [&hub, &questions] {
        let page = shop.browse(path).await;
        let headers: usize = page.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
        assert!(headers < 8_000, "{headers} bytes");
        let policy = page.header("content-security-policy");
        assert_eq!(policy.matches("https://").count(), 16, "{policy}");
        assert!(policy.contains("https://logo.example"));
    }
    let page = shop.browse(&hub).await.body;
    assert_eq!(page.matches(".png\"").count(), 15, "a picture that the policy forbids is not on the page");
    assert!(page.contains("Product 49"));
}
