//! The lists of a shop's published reviews: what they cost, and what is refused.

use small_aws::PartitionUnits;

use crate::importing::{file, import, numbers};
use crate::support::*;

async fn reviewed(shop: &Shop, text: &str, rating: &str) {
    shop.rates(&[("rating", rating), ("text", text), ("display_name", "Jane")]).await;
    shop.jump(SECOND);
}

#[tokio::test]
async fn other_methods_and_paths_are_refused_in_a_way_that_pages_can_read() {
    let shop = Shop::new().await;
    for path in ["/p/fern/mug.json", "/p/fern/mug/2.json", "/trust/fern"] {
        for method in ["POST", "PUT", "DELETE", "PATCH"] {
            let refused = shop.call(method, path).without_key().send().await;
            assert_eq!(
                (refused.status.as_u16(), refused.header("allow")),
                (405, "GET, HEAD, OPTIONS"),
                "{method} {path}"
            );
            assert_eq!(refused.header("access-control-allow-origin"), "*", "{method} {path}");
            assert_eq!(keys(&refused.json()), ["error", "message", "ok"], "{}", refused.body);
        }
    }
    for path in ["/p/fern", "/p/fern/mug/2/3.json", "/p/nobody/mug.json", "/trust/", "/trust/fern/x"] {
        for method in ["GET", "POST"] {
            let refused = shop.call(method, path).without_key().send().await;
            if method == "POST" && path == "/p/nobody/mug.json" {
                continue;
            }
            assert_eq!(refused.status, 404, "{method} {path}: {}", refused.body);
            assert_eq!(refused.header("access-control-allow-origin"), "*", "{method} {path}");
            assert_eq!(keys(&refused.json()), ["error", "message", "ok"], "{}", refused.body);
        }
    }
    // Other sites may not read data that needs a key.
    assert!(!shop.get("/api/v1/reviews").await.headers.contains_key("access-control-allow-origin"));
}

/// A shop with a customer's review, and 310 imported reviews of the product: 62 with each number of stars.
async fn with_many() -> Shop {
    let shop = Shop::new().await;
    reviewed(&shop, "Lovely.", "4").await;
    let row = |n: u32| format!("r-{n},{MUG},{},,Text {n}.,,,,,2024-{:02}-{:02}", 1 + n % 5, 1 + n / 28, 1 + n % 28);
    let rows: Vec<_> = (0..310).map(row).collect();
    let rows: Vec<_> = rows.iter().map(String::as_str).collect();
    assert_eq!(numbers(&import(&shop, "format=afterword", &file(&rows)).await), (310, 310, 0));
    shop
}

#[tokio::test]
async fn a_page_takes_at_most_20_read_units_however_deep() {
    let shop = with_many().await;
    shop.sets(json!({"moderation": "hold"})).await;
    for part in 0..2 {
        let rows: Vec<_> =
            (0..350).map(|n| format!("w-{part}-{n},{MUG},5,,Waits {part}-{n}.,,,,,2023-01-02")).collect();
        let rows: Vec<_> = rows.iter().map(String::as_str).collect();
        assert_eq!(numbers(&import(&shop, "format=afterword", &file(&rows)).await), (350, 350, 0));
    }
    let aws = shop.aws();
    aws.throttle(Some(PartitionUnits::UNLIMITED));
    for path in [
        "/trust/fern.json".to_owned(),
        format!("/p/fern/{MUG}.json"),
        format!("/p/fern/{MUG}/30.json"),
        "/p/fern/@all.json".to_owned(),
        "/p/fern/@all/30.json".to_owned(),
        "/p/fern/@all.json?sort=lowest".to_owned(),
    ] {
        shop.reads(&path).await;
        shop.jump(MINUTE);
        aws.take_units();
        let page = shop.reads(&path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        let units = aws.take_units().read;
        assert!(units <= 20.0, "{path} took {units} read units");
        println!("{path}: {units}");
    }
    // Every page in between exists, and none after the last one.
    for list in [MUG, "@all"] {
        assert_eq!(shop.reads(&format!("/p/fern/{list}.json")).await.json()["pages"], 30);
        shop.reads(&format!("/p/fern/{list}/31.json")).await.is(404);
    }
}

#[tokio::test]
async fn reviews_beyond_the_newest_300_are_read_by_the_pages_own_link() {
    let shop = with_many().await;
    let aws = shop.aws();
    aws.throttle(Some(PartitionUnits::UNLIMITED));
    for list in [MUG, "@all"] {
        let (mut path, mut ids, mut numbers) = (format!("/p/fern/{list}.json"), BTreeSet::new(), Vec::new());
        loop {
            aws.take_units();
            let page = shop.reads(&path).await;
            assert_eq!(page.status, 200, "{path}: {}", page.body);
            let units = aws.take_units().read;
            assert!(units <= 20.0, "{path} took {units} read units");
            let page = page.json();
            ids.extend(page["reviews"].list().iter().map(|review| review["id"].number()));
            let number = page["page"].number();
            numbers.push(number);
            path = match page["next"].as_str() {
                Some(next) => path_of(next),
                None if number < 30 => format!("/p/fern/{list}/{}.json", number + 1),
                None => break,
            };
        }
        assert_eq!((ids.len(), numbers), (311, (1..=32).collect()), "{list}");
    }
    let last = shop.reads(&format!("/p/fern/{MUG}/30.html")).await.body;
    let older = between(&last, "rel=\"next\" href=\"", "\"").replace("&#38;", "&");
    shop.reads(&path_of(&older)).await.is(200).shows(["rel=\"next\""]);
    for bad in ["31.json?after=x", "30.json?after=7", "31.json?after=7&stars=5", "4294967295.json"] {
        assert_eq!(shop.reads(&format!("/p/fern/{MUG}/{bad}")).await.status, 404, "{bad}");
    }
    assert_eq!(shop.reads(&format!("/p/fern/{MUG}/4294967295.json?after=7")).await.json().get("next"), None);
}
