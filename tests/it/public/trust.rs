//! How a shop decides about reviews, on the page that anybody may read.

use domain::values::Language;

use crate::importing::{file, import};
use crate::support::*;

const TRUST: &str = "/trust/fern.json";

async fn read(shop: &Shop) -> Value {
    shop.reads(TRUST).await.is(200).json()
}

/// Writes a review with these stars; returns its id and the page on which it was written.
async fn write(shop: &Shop, stars: u8, text: &str) -> (u64, String) {
    let stars = stars.to_string();
    let hub = shop.rates(&[("rating", &*stars), ("text", text), ("display_name", "")]).await;
    shop.jump(SECOND);
    let newest = shop.get("/api/v1/reviews?limit=1").await.json()["reviews"][0]["id"].number();
    (newest, hub)
}

async fn decide(shop: &Shop, id: u64, what: &str, reason: &str) -> Reply {
    let body = if reason.is_empty() { json!({}) } else { json!({ "reason": reason }) };
    shop.patch(format!("/api/v1/reviews/{id}/{what}"), &body).await.is(200)
}

#[tokio::test]
async fn a_new_shop_gives_its_rules_and_zeros() {
    let shop = Shop::new().await;
    let trust = read(&shop).await;
    let star = json!({"submitted": 0, "published": 0, "withheld": 0, "removed": 0, "median_hours": null});
    let expected = json!({
        "shop": "fern", "generated_at": "2026-11-20T06:00:00Z", "moderation": "publish",
        "checks": ["contact_data", "edit_of_withheld", "visitor"],
        "incentives": null, "verified": {"order": 0, "request": 0, "claimed": 0, "none": 0},
        "totals": {"submitted": 0, "published": 0, "withheld": 0, "waiting": 0, "removed": 0, "withdrawn": 0,
            "imported": 0, "incentivized": 0},
        "decided": {"median_hours": null, "longest_hours": null},
        "by_star": {"1": star, "2": star, "3": star, "4": star, "5": star},
        "withheld_by_reason": {"confidential": 0, "abusive": 0, "personal_data": 0, "discriminatory": 0,
            "misleading": 0, "fake": 0, "unrelated": 0, "unlawful": 0, "unspecified": 0, "earlier_system": 0},
        "oldest_waiting_days": null,
    });
    assert_eq!(trust, expected);
}

#[tokio::test]
async fn moderation_checks_and_incentives_are_the_shops_settings() {
    let shop = Shop::new().await;
    shop.sets(json!({"moderation": "hold", "incentives": "Everybody gets 5 % off, whatever they write."})).await;
    let trust = read(&shop).await;
    has(&trust, json!({"moderation": "hold", "checks": ["moderation", "edit_of_withheld", "visitor"]}));
    assert_eq!(trust["incentives"], "Everybody gets 5 % off, whatever they write.");
}

#[tokio::test]
async fn totals_count_every_review_that_there_ever_was() {
    let shop = Shop::new().await;
    write(&shop, 5, "Lovely.").await;
    write(&shop, 4, "Call 0171 2345678").await;
    let (withheld, _) = write(&shop, 1, "Rude words.").await;
    decide(&shop, withheld, "reject", "abusive").await;
    let (removed, _) = write(&shop, 2, "About something else.").await;
    shop.delete(format!("/api/v1/reviews/{removed}")).await.is(200);
    let (_, hub) = write(&shop, 3, "I take it back.").await;
    let sure = [("token", token_of(&hub)), ("item", "0"), ("sure", "yes")];
    shop.submit("/review/hub/withdraw", &sure).await.is(303);
    import(&shop, "format=afterword", &file(&[&format!("a,{MUG},3,,Fine.,Ann,,,,2025-03-02")])).await;
    let trust = read(&shop).await;
    let totals = json!({"submitted": 6, "published": 2, "withheld": 1, "waiting": 1, "removed": 1, "withdrawn": 1,
        "imported": 1});
    has(&trust["totals"], totals);
    has(&trust, json!({"verified": {"order": 0, "request": 0, "claimed": 0, "none": 2}}));
    // Reviews that are erased with their author are removed from every count except the total.
    shop.post("/api/v1/privacy/erase", json!({"email": "jane@example.com"})).await.is(202);
    shop.advance(MINUTE * 2).await;
    let trust = read(&shop).await;
    let totals = json!({"submitted": 6, "published": 1, "withheld": 0, "waiting": 0, "removed": 1, "withdrawn": 1,
        "imported": 1});
    has(&trust["totals"], totals);
}

#[tokio::test]
async fn old_reviews_from_elsewhere_do_not_count_as_decided_late() {
    let shop = Shop::new().await;
    let rows = |of: &str| -> Vec<String> {
        (0..5)
            .map(|row| format!("{of}{row},shopify-1,5,,Lovely {of}{row}.,Jane,,,en,2019-11-0{}T10:00:00Z", row + 1))
            .collect()
    };
    let bring = async |of: &str| {
        let rows = rows(of);
        import(&shop, "format=afterword", &file(&rows.iter().map(String::as_str).collect::<Vec<_>>())).await;
    };
    bring("a").await;
    let trust = read(&shop).await;
    assert_eq!(
        trust["by_star"]["5"],
        json!({"submitted": 5, "published": 5, "withheld": 0, "removed": 0, "median_hours": null})
    );
    shop.sets(json!({"moderation": "hold"})).await;
    bring("b").await;
    assert_eq!(read(&shop).await["oldest_waiting_days"], 0);
    shop.jump(DAY);
    assert_eq!(read(&shop).await["oldest_waiting_days"], 1);
    // A review that was written here has waited longer than those before it in the list.
    let (own, _) = write(&shop, 5, "Lovely.").await;
    shop.jump(DAY);
    bring("c").await;
    assert_eq!(read(&shop).await["oldest_waiting_days"], 2);
    let waiting = shop.get("/api/v1/reviews?status=pending&limit=100").await.json()["reviews"].clone();
    for review in waiting.list().iter().filter(|review| review["id"] != own) {
        decide(&shop, review["id"].number(), "approve", "").await;
    }
    assert_eq!(read(&shop).await["by_star"]["5"]["median_hours"], Value::Null);
    shop.jump(DAY);
    bring("d").await;
    assert_eq!(read(&shop).await["oldest_waiting_days"], 2);
    decide(&shop, own, "approve", "").await;
    assert_eq!(read(&shop).await["oldest_waiting_days"], 0);
}

#[tokio::test]
async fn the_pages_policy_allows_its_style_which_is_stored_for_good() {
    let shop = Shop::new().await;
    let page = shop.reads("/trust/fern").await;
    let policy = page.header("content-security-policy");
    assert!(policy.ends_with("style-src 'self'") && !page.body.contains("<style"), "{policy}: {}", page.body);
    let address = between(&page.body, "rel=\"stylesheet\" href=\"..", "\"");
    let style = shop.reads(address).await;
    assert_eq!((style.status.as_u16(), style.header("content-type")), (200, "text/css; charset=utf-8"));
    assert_eq!(style.header("cache-control"), "public, max-age=31536000, immutable");
}

#[tokio::test]
async fn verified_says_what_the_shop_knew_of_the_published_ones() {
    let shop = Shop::new().await;
    let line = json!({"title": "Mug", "unit_price": 900, "catalog_item_id": MUG});
    let order = json!({"status": "fulfilled", "currency": "EUR", "lines": [line]});
    shop.put("/api/v1/orders/A", &order).await.is(200);
    for order in [Some("A"), Some("B"), Some("C"), None] {
        let (_, hub) = shop.created(json!({"product_ids": [MUG], "order_id": order, "skip_email": true})).await;
        shop.review(&hub, 0).await;
    }
    assert_eq!(read(&shop).await["verified"], json!({"order": 1, "request": 2, "claimed": 0, "none": 1}));
}

#[tokio::test]
async fn one_to_four_reviews_of_a_kind_are_null() {
    let shop = Shop::new().await;
    let mut ids = Vec::new();
    for _ in 0..9 {
        ids.push(write(&shop, 1, "Rude words.").await.0);
    }
    let star = |trust: &Value, name: &str| trust["by_star"]["1"][name].clone();
    for id in &ids[..4] {
        decide(&shop, *id, "reject", "abusive").await;
    }
    let trust = read(&shop).await;
    assert_eq!([star(&trust, "submitted"), star(&trust, "published")], [json!(9), json!(5)]);
    assert_eq!([star(&trust, "withheld"), star(&trust, "removed")], [Value::Null, json!(0)]);
    has(&trust["withheld_by_reason"], json!({"abusive": null, "fake": 0}));
    decide(&shop, ids[4], "reject", "abusive").await;
    let trust = read(&shop).await;
    assert_eq!([star(&trust, "published"), star(&trust, "withheld")], [Value::Null, json!(5)]);
    assert_eq!(trust["withheld_by_reason"]["abusive"], 5);
    // With another reason, the review moves to another count; without a reason, a decision counts as unspecified.
    decide(&shop, ids[0], "reject", "fake").await;
    for id in &ids[4..] {
        decide(&shop, *id, "reject", "").await;
    }
    let reasons = read(&shop).await["withheld_by_reason"].clone();
    assert_eq!(
        [&reasons["abusive"], &reasons["fake"], &reasons["unspecified"]],
        [&Value::Null, &Value::Null, &json!(5)]
    );
    assert_eq!(reasons["unrelated"], 0);
    for id in &ids {
        shop.delete(format!("/api/v1/reviews/{id}")).await.is(200);
    }
    let trust = read(&shop).await;
    assert_eq!(
        [star(&trust, "submitted"), star(&trust, "withheld"), star(&trust, "removed")],
        [json!(9), json!(0), json!(9)]
    );
    assert_eq!(trust["withheld_by_reason"]["unspecified"], 0);
}

#[tokio::test]
async fn median_hours_is_how_long_half_of_the_first_decisions_took() {
    let shop = Shop::new().await;
    shop.sets(json!({"moderation": "hold"})).await;
    let median = |trust: &Value, stars: &str| trust["by_star"][stars]["median_hours"].clone();
    let of_all = async |shop: &Shop| read(shop).await["decided"].clone();
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.push(write(&shop, 2, "It leaks.").await.0);
    }
    assert_eq!(median(&read(&shop).await, "2"), Value::Null, "nothing is decided");
    shop.jump(HOUR * 2);
    decide(&shop, ids[0], "approve", "").await;
    decide(&shop, ids[1], "reject", "fake").await;
    shop.jump(HOUR * 30);
    decide(&shop, ids[2], "approve", "").await;
    shop.delete(format!("/api/v1/reviews/{}", ids[3])).await.is(200);
    assert_eq!(median(&read(&shop).await, "2"), Value::Null, "of four reviews somebody could be singled out");
    decide(&shop, ids[4], "approve", "").await;
    // Two decisions took less than three hours, three took 32. The median, rounded up to a step, is 36.
    assert_eq!(median(&read(&shop).await, "2"), 36);
    assert_eq!(of_all(&shop).await, json!({"median_hours": 36, "longest_hours": 36}));
    decide(&shop, ids[1], "approve", "").await;
    assert_eq!(median(&read(&shop).await, "2"), 36, "later decisions change nothing");
    shop.sets(json!({"moderation": "publish"})).await;
    for _ in 0..5 {
        write(&shop, 5, "Lovely.").await;
    }
    let trust = read(&shop).await;
    assert_eq!((median(&trust, "5"), median(&trust, "2")), (json!(0), json!(36)));
    assert_eq!(of_all(&shop).await, json!({"median_hours": 0, "longest_hours": 36}));
    let page = shop.reads("/trust/fern").await.body;
    page.shows([
        "<li><span>All</span> <span>at once</span></li>",
        "<li><span>The slowest of all</span> <span>within 36 hours</span></li>",
    ]);
}

#[tokio::test]
async fn oldest_waiting_days_counts_from_the_submission() {
    let shop = Shop::new().await;
    shop.sets(json!({"moderation": "hold"})).await;
    let (first, _) = write(&shop, 3, "Fine.").await;
    assert_eq!(read(&shop).await["oldest_waiting_days"], 0);
    shop.jump(HOUR * 26);
    write(&shop, 3, "Fine, too.").await;
    shop.jump(HOUR * 25);
    assert_eq!(read(&shop).await["oldest_waiting_days"], 2);
    decide(&shop, first, "approve", "").await;
    assert_eq!(read(&shop).await["oldest_waiting_days"], 1);
}

#[tokio::test]
async fn anybody_may_read_it_and_caches_keep_it_for_a_minute() {
    let shop = Shop::new().await;
    let trust = shop.reads(TRUST).await;
    assert_eq!(
        (trust.header("cache-control"), trust.header("access-control-allow-origin")),
        ("public, max-age=60", "*")
    );
    assert_eq!(keys(&trust.json()).len(), 11);
    let again = shop.call("GET", TRUST).without_key().header("if-none-match", trust.header("etag")).send().await;
    assert_eq!((again.status.as_u16(), again.body.as_str()), (304, ""));
    shop.jump(MINUTE * 10);
    assert_eq!(read(&shop).await["generated_at"], "2026-11-20T06:10:00Z");
    shop.call("HEAD", TRUST).without_key().send().await.is(200);
    shop.call("OPTIONS", TRUST).without_key().send().await.is(204);
    shop.sets(json!({"public_display": false})).await;
    for unknown in [TRUST, "/trust/fern", "/trust/moss.json", "/trust/moss", "/trust/fern.xml", "/trust/%ff.json"] {
        let refused = shop.reads(unknown).await;
        refused.is_error(404, "not_found");
        assert_eq!(refused.header("access-control-allow-origin"), "*");
    }
}

#[tokio::test]
async fn the_page_without_an_extension_says_the_same_to_people() {
    let shop = Shop::new().await;
    shop.sets(json!({"incentives": "<b>5 %</b> off", "contact_url": "https://fern.example/contact"})).await;
    for _ in 0..6 {
        write(&shop, 5, "Lovely.").await;
    }
    let (withheld, _) = write(&shop, 1, "Rude words.").await;
    decide(&shop, withheld, "reject", "abusive").await;
    let page = shop.reads("/trust/fern").await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!(
        (page.header("cache-control"), page.header("vary")),
        ("public, max-age=60", "accept-language, accept-encoding")
    );
    for says in [
        "<h1>How <bdi>Fern &#38; Oak</bdi> publishes reviews</h1>",
        "&#60;b&#62;5 %&#60;/b&#62; off",
        "<th scope=\"col\">5</th><th scope=\"col\">4</th>",
        "<tr><th scope=\"row\">Submitted</th><td>6</td><td>0</td><td>0</td><td>0</td><td>1–4</td><td>7</td></tr>",
        "<tr><th scope=\"row\">Withheld</th><td>0</td><td>0</td><td>0</td><td>0</td><td>1–4</td><td>1</td></tr>",
        "<li><span>5 stars</span> <span>at once</span></li>",
        "<li><span>1 star</span> <span>fewer than five decided so far</span></li>",
        "<li><span>It insults or harasses</span> <span>1–4</span></li>",
        "<header><a href=\"https://fern.example/contact\" dir=\"auto\">Fern &#38; Oak</a></header>",
        "<a href=\"../p/fern/@all.html\">All reviews</a>",
        "No review waits for the shop. None was taken back by its author. None was written elsewhere.",
        "The average is the mean of all published reviews. No review weighs",
        "A review by somebody who works for the shop is never shown.",
        "<li><b>Verified purchase</b> <span>none of 6</span> <span class=\"soft\">The shop’s system has a paid order",
        "<li><b>Purchase not known</b> <span>6 of 6</span> <span class=\"soft\">No order is known.</span></li>",
        "<li><b>Got something in return</b> <span>none of 6</span>",
        "<li><span>It contains personal data</span> <span>none</span></li>",
    ] {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
    let again = shop.call("GET", "/trust/fern").without_key().header("if-none-match", page.header("etag")).send().await;
    assert_eq!((again.status.as_u16(), again.header("vary")), (304, page.header("vary")));
    for (language, tag, says) in [
        ("de", "lang=\"de\" dir=\"ltr\"", "veröffentlicht</h1>"),
        ("fr", "lang=\"fr\" dir=\"ltr\"", "publie les avis</h1>"),
        ("es", "lang=\"es\" dir=\"ltr\"", "las reseñas</h1>"),
        ("ar", "lang=\"ar\" dir=\"rtl\"", "التقييمات</h1>"),
    ] {
        let page = shop.call("GET", "/trust/fern").without_key().header("accept-language", language).send().await;
        assert!(page.body.contains(tag) && page.body.contains(says), "{language}: {}", page.body);
    }
    for language in Language::ALL {
        let accepts = shop.call("GET", "/trust/fern").without_key().header("accept-language", language.as_str());
        let page = accepts.send().await.body;
        page.shows([&format!("lang=\"{}\" dir=\"{}\"", language.as_str(), language.direction())]);
        for wordless in ["<span></span>", "<h2></h2>", "<p></p>", "\"row\"></th>", "  "] {
            assert!(!page.contains(wordless), "{wordless} {language:?}: {page}");
        }
    }
}

#[tokio::test]
async fn times_are_sentences() {
    let shop = Shop::new().await;
    shop.sets(json!({"moderation": "hold"})).await;
    let mut ids = Vec::new();
    for _ in 0..6 {
        ids.push(write(&shop, 4, "Fine.").await.0);
    }
    let page = async |language: &'static str| {
        shop.call("GET", "/trust/fern").without_key().header("accept-language", language).send().await.body
    };
    page("en").await.shows(["6 reviews wait for the shop. The oldest has waited less than a day."]);
    shop.jump(HOUR * 70);
    for id in &ids[1..] {
        decide(&shop, *id, "approve", "").await;
    }
    for (language, waits, took) in [
        ("en", "1 review waits for the shop. The oldest has waited 2 days.", "within 3 days"),
        ("de", "1 Bewertung wartet auf den Shop. Die älteste wartet seit 2 Tagen.", "innerhalb von 3 Tagen"),
        ("pl", "1 opinia czeka na decyzję sklepu. Najstarsza czeka 2 dni.", "w ciągu 3 dni"),
        ("ar", "تقييم واحد ينتظر قرار المتجر. أقدمها ينتظر منذ يومين.", "خلال 3 أيام"),
    ] {
        let page = page(language).await;
        assert!(page.contains(waits) && page.contains(&format!("<span>{took}</span></li>")), "{language}: {page}");
    }
}
