//! The CDN before public pages: what it keeps, and that it forgets what was removed.

use edge::routes::ROUTES;
use local::cdn::behaviour;

use crate::operators::admin::{fern, run};
use crate::privacy::ERASE;
use crate::public::lives::{answers, open_routes};
use crate::public::photos::reviewed;
use crate::support::*;

/// A reader's page, which shows the list of a product.
const LIST: &str = "/p/fern/shopify-7125386199075.json";

/// Whether the CDN answered by itself.
fn is_kept(reply: &Reply) -> bool {
    reply.headers.get("x-cache").is_some_and(|from| from == "Hit from cloudfront")
}

/// A shop whose review, with a photo, the CDN has: the photo's path and the review's id.
async fn shown(shop: &Shop) -> (String, Value) {
    let (_, photo) = reviewed(shop, &crate::hub::photos::jpeg(40, 30)).await;
    let photo = path_of(photo["thumb"]["url"].text());
    for path in [LIST, &*photo] {
        shop.reads(path).await.is(200);
        assert!(is_kept(&shop.reads(path).await), "{path}");
    }
    (photo, shop.newest_review().await["id"].clone())
}

async fn listed(shop: &Shop) -> usize {
    shop.reads(LIST).await.json()["reviews"].list().len()
}

#[tokio::test]
async fn what_is_kept_is_public_and_depends_on_no_other_header() {
    for route in ROUTES {
        let path = route.path.replace(['{', '}'], "");
        let open = open_routes();
        let is_open = open.contains(route.path)
            || route.method == "ANY"
                && behaviour(&path).is_some_and(|kept| {
                    open.iter().any(|open| kept.pattern.trim_end_matches('*') == &open[..open.find('{').unwrap()])
                });
        assert_eq!(behaviour(&path).is_some(), is_open, "{} {path}", route.method);
    }
    let shop = Shop::behind_a_cdn().await;
    for (path, ..) in answers(&shop).await {
        let (reply, kept) = (shop.reads(&path).await, behaviour(path.split('?').next().unwrap()).unwrap());
        let vary = reply.headers.get("vary").map_or("", |vary| vary.to_str().unwrap());
        for header in vary.split(", ").filter(|header| !["", "accept-encoding"].contains(header)) {
            assert!(kept.headers.iter().any(|own| own == header), "{path} depends on {header}: {kept:?}");
        }
    }
}

#[tokio::test]
async fn a_withheld_review_is_gone_once_the_cdn_was_told() {
    let shop = Shop::behind_a_cdn().await;
    let (photo, id) = shown(&shop).await;
    shop.call("PATCH", format!("/api/v1/reviews/{id}/reject")).send().await.is(200);
    assert!(is_kept(&shop.reads(&photo).await));
    // Not at once: a function may still answer with the list of this minute, which the CDN would keep.
    shop.world.reconcile().await.unwrap();
    assert!(shop.aws().invalidations().is_empty());
    shop.jump(SECOND * 90);
    // The call is repeated if its answer is lost, and once more by a run after it.
    shop.fails("CreateInvalidation", Fault::LoseAnswer);
    assert_eq!(shop.world.reconcile().await.unwrap().removals, 0);
    shop.heals();
    shop.jump(MINUTE);
    assert_eq!(shop.world.reconcile().await.unwrap().removals, 1);
    let told = shop.aws().invalidations();
    assert_eq!(told.iter().map(|one| one.paths.clone()).collect::<Vec<_>>(), [["/p/fern/*"]]);
    assert_eq!(listed(&shop).await, 0);
    shop.reads(&photo).await.is(404);
    shop.jump(MINUTE);
    assert_eq!(shop.world.reconcile().await.unwrap().removals, 0);
}

#[tokio::test]
async fn without_being_told_the_cdn_shows_a_list_for_a_quarter_of_an_hour() {
    let shop = Shop::behind_a_cdn().await;
    let (photo, id) = shown(&shop).await;
    shop.fails("CreateInvalidation", Fault::ServerError);
    shop.call("PATCH", format!("/api/v1/reviews/{id}/reject")).send().await.is(200);
    shop.jump(MINUTE * 15);
    assert_eq!(shop.world.reconcile().await.unwrap().failed, 1);
    // The first reader may get the old list while the CDN gets the new one.
    shop.reads(LIST).await.is(200);
    assert_eq!(listed(&shop).await, 0);
    assert!(is_kept(&shop.reads(&photo).await), "photos wait for CloudFront");
    shop.heals();
    shop.world.reconcile().await.unwrap();
    shop.reads(&photo).await.is(404);
}

#[tokio::test]
async fn under_another_spelling_of_its_address_what_was_removed_is_gone_within_a_month() {
    let shop = Shop::behind_a_cdn().await;
    let (photo, id) = shown(&shop).await;
    let spelled = |path: &str, odd: &str| path.replacen("/p/fern/", odd, 1);
    let odd = ["/p/%66ern/", "/p/f%65rn/", "/%70/fern/"];
    let paths = odd.map(|odd| (spelled(LIST, odd), spelled(&photo, odd)));
    for path in paths.iter().flat_map(|(list, photo)| [list, photo]) {
        shop.reads(path).await.is(200);
        assert!(is_kept(&shop.reads(path).await), "{path}");
    }
    shop.call("PATCH", format!("/api/v1/reviews/{id}/reject")).send().await.is(200);
    shop.advance(MINUTE * 15).await;
    for (list, photo) in &paths {
        // The first reader may get the old list while the CDN gets the new one.
        shop.reads(list).await.is(200);
        assert_eq!(shop.reads(list).await.json()["reviews"], json!([]), "{list}");
        assert!(is_kept(&shop.reads(photo).await), "CloudFront forgets only the spelling that it is told: {photo}");
    }
    shop.jump(DAY * 30);
    for (_, photo) in &paths {
        shop.reads(photo).await.is(404);
    }
}

#[tokio::test]
async fn the_cdn_is_told_of_every_way_in_which_a_review_leaves() {
    let shop = Shop::behind_a_cdn().await;
    let told = async |way: &str| {
        let before = shop.aws().invalidations().len();
        shop.advance(MINUTE * 7).await;
        assert_eq!(shop.aws().invalidations().len(), before + 1, "{way}");
        shop.reads(LIST).await
    };
    let (hub, _) = reviewed(&shop, &crate::hub::photos::jpeg(40, 30)).await;
    shop.sends("withdraw", &hub, &[("sure", "yes")]).await.is(303);
    assert_eq!(told("withdrawn").await.json()["reviews"], json!([]));
    reviewed(&shop, &crate::hub::photos::jpeg(40, 30)).await;
    shop.post(ERASE, json!({"email": "jane@example.com"})).await.is(202);
    assert_eq!(told("erased").await.json()["reviews"], json!([]));
    shop.sets(json!({"public_display": false})).await;
    told("not displayed").await.is(404);
    run(&shop.world, json!({"delete_shop": fern()})).await.unwrap();
    told("ended").await.is(404);
}

#[tokio::test]
async fn many_removals_of_many_shops_wait_for_each_other() {
    let shop = Shop::behind_a_cdn().await;
    for number in 0..17 {
        let other = shop.beside(&format!("shop-{number:02}")).await;
        other.sets(json!({"public_display": false})).await;
    }
    shop.jump(MINUTE * 2);
    assert_eq!(shop.world.reconcile().await.unwrap().removals, 15);
    // The first 15 are still in progress.
    shop.jump(SECOND * 10);
    let again = shop.world.reconcile().await.unwrap();
    assert_eq!((again.removals, again.failed), (0, 0));
    shop.jump(MINUTE);
    assert_eq!(shop.world.reconcile().await.unwrap().removals, 2);
}

#[tokio::test]
async fn without_a_cdn_nothing_is_planned() {
    let shop = Shop::new().await;
    reviewed(&shop, &crate::hub::photos::jpeg(40, 30)).await;
    let id = shop.newest_review().await["id"].clone();
    shop.call("PATCH", format!("/api/v1/reviews/{id}/reject")).send().await.is(200);
    let rows = crate::privacy::person::rows(&shop).await;
    assert!(!rows.iter().any(|row| row["SK"].as_s().unwrap().starts_with("GONE#")));
}
