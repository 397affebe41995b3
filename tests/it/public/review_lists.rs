//! The lists of a shop's published reviews: what they cost, how deep they are, and those with photos.

use small_aws::PartitionUnits;

use crate::importing::{file, import, numbers};
use crate::support::*;

/// Imports so many reviews of the mug, an equal number with each number of stars.
async fn bring(shop: &Shop, name: &str, count: u32) {
    let row =
        |n: u32| format!("{name}-{n},{MUG},{},,{name} {n}.,,,,,2024-{:02}-{:02}", 1 + n % 5, 1 + n / 28, 1 + n % 28);
    let rows: Vec<_> = (0..count).map(row).collect();
    let done = import(shop, "format=afterword", &file(&rows.iter().map(String::as_str).collect::<Vec<_>>())).await;
    assert_eq!(numbers(&done), (count.into(), count.into(), 0));
}

/// A page, which takes at most 20 read units.
async fn cheap(shop: &Shop, path: &str) -> Value {
    shop.aws().take_units();
    let page = shop.reads(path).await.is(200).json();
    let units = shop.aws().take_units().read;
    assert!(units <= 20.0, "{path} took {units} read units");
    page
}

/// A shop has a customer's review and 310 imported reviews of a product, 62 with each number of stars, and 672 that wait.
#[tokio::test]
async fn reviews_beyond_the_newest_300_are_read_by_the_pages_own_link_and_no_page_costs_more_however_deep() {
    let shop = Shop::new().await;
    shop.rates(&[("rating", "4"), ("text", "Lovely."), ("display_name", "Jane")]).await;
    shop.jump(SECOND);
    bring(&shop, "r", 310).await;
    shop.sets(json!({"moderation": "hold"})).await;
    for part in ["v", "w"] {
        bring(&shop, part, 336).await;
    }
    shop.aws().throttle(Some(PartitionUnits::UNLIMITED));
    for path in ["/trust/fern.json", "/p/fern/@all.json?sort=lowest"] {
        shop.reads(path).await;
        shop.jump(MINUTE);
        cheap(&shop, path).await;
    }
    for list in [MUG, "@all"] {
        let (mut path, mut ids, mut numbers) = (format!("/p/fern/{list}.json?lang=de"), BTreeSet::new(), Vec::new());
        loop {
            let page = cheap(&shop, &path).await;
            assert_eq!((&page["pages"], &page["labels"]["lang"]), (&json!(30), &json!("de")));
            assert!(page["reviews"].list().iter().all(|review| review["marks"].is_array()), "{path}");
            ids.extend(page["reviews"].list().iter().map(|review| review["id"].number()));
            let number = page["page"].number();
            numbers.push(number);
            path = match page["next"].as_str() {
                Some(next) => path_of(next),
                None if number < 30 => format!("/p/fern/{list}/{}.json?lang=de", number + 1),
                None => break,
            };
        }
        assert_eq!((ids.len(), numbers), (311, (1..=32).collect()), "{list}");
        shop.reads(&format!("/p/fern/{list}/31.json")).await.is(404);
    }
    let last = shop.reads(&format!("/p/fern/{MUG}/30.html")).await.body;
    let older = between(&last, "rel=\"next\" href=\"", "\"").replace("&#38;", "&");
    shop.reads(&path_of(&older)).await.is(200).shows(["rel=\"next\""]);
    for bad in ["31.json?after=x", "30.json?after=7", "31.json?after=7&stars=5", "4294967295.json"] {
        assert_eq!(shop.reads(&format!("/p/fern/{MUG}/{bad}")).await.status, 404, "{bad}");
    }
    assert_eq!(shop.reads(&format!("/p/fern/{MUG}/4294967295.json?after=7")).await.json().get("next"), None);
    // Pages of another length reach all reviews, too, and say how many of them filters see.
    let (mut path, mut seen) = (format!("/p/fern/{MUG}/12.json?limit=25"), 275);
    loop {
        let page = shop.reads(&path).await.json();
        assert_eq!((&page["pages"], &page["newest"]), (&json!(12), &json!(300)));
        seen += page["reviews"].list().len();
        let Some(next) = page["next"].as_str() else { break };
        path = path_of(next);
    }
    assert_eq!((seen, path.contains("/13.json?limit=25&after=")), (311, true), "{path}");
    assert_eq!(shop.reads(format!("/p/fern/{TRAY}.json")).await.json().get("newest"), None);
}
