//! For how long caches may use what anybody may read.

use edge::routes::ROUTES;

use crate::feeds::files::turn_on;
use crate::public::photos::reviewed;
use crate::support::*;

/// For how long a cache may use an answer after its life.
const STALE_MAX: i64 = 600;

/// The addresses of the public answers of a shop with a review.
async fn answers(shop: &Shop) -> Vec<String> {
    turn_on(shop).await;
    let (_, photo) = reviewed(shop, &crate::hub::photos::jpeg(40, 30)).await;
    shop.settle().await;
    let script = shop.reads("/embed/v1.js").await.header("content-location").to_owned();
    let lists = [".json", ".html", ".jsonld", "/1.json", "/1.html"].map(|rest| format!("/p/fern/{MUG}{rest}"));
    let others = [
        "/p/fern/@all.json",
        "/p/fern/ratings.json",
        "/trust/fern",
        "/trust/fern.json",
        "/embed/v1.js",
        &script,
        "/feeds/fern/google.xml",
    ];
    let photos = [&photo["thumb"]["url"], &photo["url"]].map(|url| path_of(url.text()));
    lists.into_iter().chain(others.map(ToOwned::to_owned)).chain(photos).collect()
}

fn seconds(kept: &str, directive: &str) -> Option<i64> {
    kept.split(", ").find_map(|part| part.strip_prefix(directive)?.strip_prefix('=')?.parse().ok())
}

/// The routes whose answers pages of every host may read.
fn open_routes() -> BTreeSet<&'static str> {
    ROUTES.iter().filter(|route| route.method == "OPTIONS").map(|route| route.path).collect()
}

/// How long each life is stands with what each route answers.
#[tokio::test]
async fn no_public_answer_is_used_for_longer_than_ten_minutes_after_its_life() {
    let shop = Shop::new().await;
    let mut asked = BTreeSet::new();
    for path in answers(&shop).await {
        let reply = shop.reads(&path).await;
        let kept = reply.header("cache-control");
        assert!(seconds(kept, "max-age").is_some(), "{path}: {kept}");
        for stale in ["stale-while-revalidate", "stale-if-error"] {
            assert!(seconds(kept, stale).unwrap_or(0) <= STALE_MAX, "{path}: {kept}");
        }
        asked.extend(edge::routes::find("GET", &path).map(|route| route.path));
    }
    assert_eq!(asked, open_routes(), "every public route was asked");
}

#[tokio::test]
async fn no_cache_keeps_an_answer_of_another_route() {
    let shop = Shop::new().await;
    // Files that are the same for everybody.
    let same = ["/openapi.json", "/openapi.native.json", "/robots.txt", "/.well-known/security.txt"];
    let same = |path: &str| same.contains(&path) || path.starts_with("/review/assets/");
    for route in ROUTES.iter().filter(|route| !same(route.path)) {
        let filled = |part: &str| if part.starts_with('{') { "fern".to_owned() } else { part.to_owned() };
        let path = route.path.split('/').map(filled).collect::<Vec<_>>().join("/");
        let method = if route.method == "ANY" { "GET" } else { route.method };
        if edge::routes::find(method, &path).is_some_and(|found| open_routes().contains(found.path)) {
            continue;
        }
        let reply = shop.call(method, &path).send().await;
        let kept = reply.headers.get("cache-control").map_or("", |kept| kept.to_str().unwrap());
        assert!(["", "no-store", "no-store, no-transform"].contains(&kept), "{method} {path}: {kept}");
    }
}
