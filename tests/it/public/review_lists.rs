//! A shop's published reviews in Amino's public API.

use small_aws::PartitionUnits;

use crate::importing::{file, import, numbers};
use crate::support::*;

const PUBLIC: &str = "/api/v1/vendors/fern/reviews";
const WIDGET: &str = "/api/v1/widget/fern";

async fn reviewed(shop: &Shop, text: &str, rating: &str) {
    shop.rates(&[("rating", rating), ("text", text), ("display_name", "Jane")]).await;
    shop.jump(SECOND);
}

#[tokio::test]
async fn published_reviews_are_shown_and_no_others() {
    let shop = Shop::new().await;
    for (text, rating) in [("Lovely.", "5"), ("It broke.", "2"), ("Call 0171 2345678", "3")] {
        reviewed(&shop, text, rating).await;
    }
    let public = shop.reads(PUBLIC).await;
    assert_eq!((public.status.as_u16(), public.header("cache-control")), (200, "public, max-age=60"));
    assert_eq!(public.header("access-control-allow-origin"), "*");
    let body = public.json();
    let [newest, _] = body["reviews"].list().as_slice() else { panic!("{body}") };
    let expected = json!({"id": newest["id"], "rating": 2, "title": null, "body": "It broke.", "author": "Jane",
        "verified": false, "source": "invitation", "product_id": MUG, "photos": [], "response": null,
        "created_at": newest["created_at"]});
    assert_eq!(*newest, expected);
    assert_eq!((&body["total"], &body["page"], &body["per_page"]), (&json!(2), &json!(1), &json!(20)));

    let reply = shop.call("PUT", format!("/api/v1/reviews/{}/reply", newest["id"])).json(&json!({"text": "Sorry!"}));
    reply.send().await.is(200);
    let widget = shop.reads(WIDGET).await.json();
    assert_eq!(widget["vendor"], json!({"name": "Fern & Oak", "slug": "fern", "rating_avg": 3.5, "review_count": 2}));
    assert_eq!(widget["reviews"][0]["response"]["body"], "Sorry!");
    shop.call("PATCH", format!("/api/v1/reviews/{}/reject", newest["id"])).send().await.is(200);
    assert_eq!(shop.reads(PUBLIC).await.json()["total"], 1);
    assert_eq!(shop.reads(WIDGET).await.json()["vendor"]["rating_avg"], 5.0);
}

#[tokio::test]
async fn pages_are_sorted_and_filtered() {
    let shop = Shop::new().await;
    for rating in ["3", "5", "1"] {
        reviewed(&shop, "Fine.", rating).await;
    }
    for (query, ratings) in [
        ("sort=recent", vec![1, 5, 3]),
        ("sort=oldest", vec![3, 5, 1]),
        ("sort=highest", vec![5, 3, 1]),
        ("sort=lowest", vec![1, 3, 5]),
        ("rating=5", vec![5]),
        ("source=invitation&per_page=2&page=2", vec![3]),
        ("source=organic", vec![]),
        ("page=9", vec![]),
    ] {
        let body = shop.reads(&format!("{PUBLIC}?{query}")).await.json();
        let shown: Vec<_> = body["reviews"].list().iter().map(|review| review["rating"].clone()).collect();
        assert_eq!(shown, ratings.iter().map(|stars| json!(stars)).collect::<Vec<Value>>(), "{query}");
    }
    for (name, value) in
        [("sort", "best"), ("rating", "6"), ("source", "import"), ("page", "0"), ("page", "16"), ("per_page", "51")]
    {
        let refused = shop.reads(&format!("{PUBLIC}?{name}={value}")).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (400, &json!(format!("invalid_{name}"))));
        assert_eq!(refused.header("access-control-allow-origin"), "*", "a page may read the error");
    }
}

#[tokio::test]
async fn an_unchanged_answer_is_304() {
    let shop = Shop::new().await;
    reviewed(&shop, "Lovely.", "5").await;
    for path in [PUBLIC, WIDGET] {
        let tag = shop.reads(path).await.header("etag").to_owned();
        // The tag as we sent it, and as it arrives through a cache that makes tags strong.
        for known in [tag.as_str(), tag.strip_prefix("W/").unwrap()] {
            let asked = shop.call("GET", path).without_key().header("if-none-match", format!("\"x\", {known}"));
            let again = asked.send().await;
            assert_eq!((again.status.as_u16(), again.body.as_str(), again.header("etag")), (304, "", tag.as_str()));
        }
    }
    let tag = shop.reads(PUBLIC).await.header("etag").to_owned();
    reviewed(&shop, "Also lovely.", "4").await;
    shop.call("GET", PUBLIC).without_key().header("if-none-match", &tag).send().await.is(200);
}

#[tokio::test]
async fn a_shop_that_does_not_show_its_reviews_is_unknown() {
    let shop = Shop::new().await;
    reviewed(&shop, "Lovely.", "5").await;
    shop.reads(PUBLIC).await.is(200);
    shop.sets(json!({"public_display": false})).await;
    for path in [PUBLIC, WIDGET, "/api/v1/vendors/nobody/reviews", "/api/v1/widget/%2e%2e"] {
        let refused = shop.reads(path).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (404, &json!("not_found")), "{path}");
        assert_eq!(refused.header("access-control-allow-origin"), "*");
    }
    for path in [PUBLIC, WIDGET] {
        let asked = shop.call("OPTIONS", path).without_key().send().await;
        assert_eq!((asked.status.as_u16(), asked.header("access-control-allow-methods")), (204, "GET, HEAD, OPTIONS"));
    }
}

#[tokio::test]
async fn other_methods_and_paths_are_refused_in_a_way_that_pages_can_read() {
    let shop = Shop::new().await;
    let amino = ["error", "code", "ok"];
    let native = ["error", "message", "ok"];
    let keys_of = |reply: &Reply, expected: [&str; 3]| {
        let mut keys: Vec<_> = reply.json().object().keys().cloned().collect();
        keys.sort();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(keys, expected, "{}", reply.body);
    };
    for (path, shape) in [
        (PUBLIC, amino),
        (WIDGET, amino),
        ("/p/fern/mug.json", native),
        ("/p/fern/mug/2.json", native),
        ("/trust/fern", native),
    ] {
        for method in ["POST", "PUT", "DELETE", "PATCH"] {
            let refused = shop.call(method, path).without_key().send().await;
            assert_eq!(
                (refused.status.as_u16(), refused.header("allow")),
                (405, "GET, HEAD, OPTIONS"),
                "{method} {path}"
            );
            assert_eq!(refused.header("access-control-allow-origin"), "*", "{method} {path}");
            keys_of(&refused, shape);
        }
    }
    for (path, shape) in [
        ("/api/v1/vendors/fern", amino),
        ("/api/v1/vendors/fern/", amino),
        ("/api/v1/vendors/fern/reviews/7", amino),
        ("/api/v1/widget/fern/x", amino),
        ("/p/fern", native),
        ("/p/fern/mug/2/3.json", native),
        ("/p/nobody/mug.json", native),
        ("/trust/", native),
        ("/trust/fern/x", native),
    ] {
        for method in ["GET", "POST"] {
            let refused = shop.call(method, path).without_key().send().await;
            if method == "POST" && path == "/p/nobody/mug.json" {
                continue;
            }
            assert_eq!(refused.status, 404, "{method} {path}: {}", refused.body);
            assert_eq!(refused.header("access-control-allow-origin"), "*", "{method} {path}");
            keys_of(&refused, shape);
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
        format!("{PUBLIC}?per_page=10"),
        format!("{PUBLIC}?per_page=10&page=30"),
        format!("{PUBLIC}?per_page=10&page=30&sort=oldest"),
        format!("{PUBLIC}?per_page=10&page=30&sort=lowest"),
        format!("{PUBLIC}?per_page=10&page=30&sort=highest"),
        format!("{PUBLIC}?per_page=10&page=6&rating=1"),
        format!("{PUBLIC}?per_page=10&source=invitation"),
        WIDGET.to_owned(),
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
    for beyond in ["per_page=10&page=31", "per_page=50&page=7", "page=16"] {
        let refused = shop.reads(&format!("{PUBLIC}?{beyond}")).await;
        assert_eq!((refused.status.as_u16(), &refused.json()["code"]), (400, &json!("invalid_page")), "{beyond}");
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
    for filter in ["", "&sort=oldest", "&rating=5"] {
        let (mut page, mut ids) = (format!("{PUBLIC}?per_page=20&page=1{filter}"), BTreeSet::new());
        for number in 1.. {
            let shown = shop.reads(&page).await;
            assert_eq!(shown.status, 200, "{page}: {}", shown.body);
            let shown = shown.json();
            let total = usize::try_from(shown["total"].number()).unwrap();
            ids.extend(shown["reviews"].list().iter().map(|review| review["id"].number()));
            if ids.len() == total {
                assert_eq!(shown.get("next"), None, "{page}");
                break;
            }
            assert_eq!((&shown["page"], shown.get("next").is_some()), (&json!(number), number >= 15), "{page}");
            let next = || format!("{PUBLIC}?per_page=20&page={}{filter}", number + 1);
            page = shown["next"].as_str().map_or_else(next, ToOwned::to_owned);
        }
    }
    for bad in ["after=x", "after=7&sort=lowest"] {
        assert_eq!(shop.reads(&format!("{PUBLIC}?{bad}")).await.json()["code"], "invalid_after", "{bad}");
    }
    let last = shop.reads(&format!("/p/fern/{MUG}/30.html")).await.body;
    let older = between(&last, "rel=\"next\" href=\"", "\"").replace("&#38;", "&");
    shop.reads(&path_of(&older)).await.is(200).shows(["rel=\"next\""]);
    for bad in ["31.json?after=x", "30.json?after=7", "31.json?after=7&stars=5", "4294967295.json"] {
        assert_eq!(shop.reads(&format!("/p/fern/{MUG}/{bad}")).await.status, 404, "{bad}");
    }
    assert_eq!(shop.reads(&format!("/p/fern/{MUG}/4294967295.json?after=7")).await.json().get("next"), None);
}

#[tokio::test]
async fn lists_by_stars_and_source_are_whole_and_say_how_many_there_are() {
    let shop = with_many().await;
    for (query, stars, total) in [("sort=lowest", 62, 311), ("rating=1", 62, 62), ("rating=4", 63, 63)] {
        let mut found = Vec::new();
        for page in 1..=2 {
            let body = shop.reads(&format!("{PUBLIC}?per_page=50&page={page}&{query}")).await.json();
            assert_eq!((&body["total"], body.get("total_is_exact")), (&json!(total), None), "{query}");
            found.extend(body["reviews"].list().clone());
        }
        let first = found[0]["rating"].clone();
        assert_eq!(found.iter().filter(|review| review["rating"] == first).count(), stars, "{query}");
        let mut ids: Vec<_> = found.iter().map(|review| review["id"].number()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "no review is on two pages");
    }
    // The newest reviews are on the first page, whatever their source; reviews by the shop's own customers are counted
    // one by one.
    assert_eq!(shop.reads(&format!("{PUBLIC}?per_page=2")).await.json()["reviews"][0]["source"], "invitation");
    let invited = shop.reads(&format!("{PUBLIC}?source=invitation&per_page=1")).await.json();
    assert_eq!((&invited["total"], invited.get("total_is_exact")), (&json!(1), None));
    reviewed(&shop, "Also lovely.", "3").await;
    let invited = shop.reads(&format!("{PUBLIC}?source=invitation&per_page=1")).await.json();
    assert_eq!((&invited["total"], &invited["total_is_exact"]), (&json!(2), &json!(false)));
    let last = shop.reads(&format!("{PUBLIC}?source=invitation&per_page=1&page=2")).await.json();
    assert_eq!((&last["total"], last.get("total_is_exact")), (&json!(2), None));
}
