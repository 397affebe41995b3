//! What pages show that is counted or compared: parts and their order, other languages, many rows.

use super::*;
use crate::hub::photos;
use crate::importing::import;
use crate::orders_in::payloads::{at, order};

const AUDIT: &str = "/api/v1/audit";
const WITHHELD: &str = "/console/reviews?show=withheld";

#[tokio::test]
async fn settings_list_their_parts_and_suggest_time_zones() {
    let (_, mara) = signed_in().await;
    let page = mara.get("/console/settings").await.body;
    let list = between(&page, "<nav class=\"parts\"", "</nav>");
    let parts: Vec<_> = list.split("href=\"#").skip(1).map(|link| link.split_once('"').unwrap().0).collect();
    assert_eq!(parts, ["look", "hours", "requests", "reviews", "replies", "contact", "data", "pause", "end"]);
    page.shows(parts.iter().map(|part| format!("id=\"{part}\"")));
    let zones = ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"];
    page.shows(zones.map(|zone| format!("<option value=\"{zone}\"></option>")));
    page.shows(["<button class=\"btn\">Pause</button>"]).lacks(["US/Pacific", "Etc/"]);
}

#[tokio::test]
async fn more_keeps_pages_the_public_the_account_keys_and_help_apart() {
    let (_, mara) = signed_in().await;
    mara.get("/console/today").await.shows(["<a href=\"/console/more\">More</a>"]);
    let page = mara.get("/console/more").await.body;
    let (_, mut rest) = page.split_once("<main").unwrap();
    for part in [
        ">Pages</h2>",
        "href=\"/console/numbers\"",
        ">In public</h2>",
        ">Your account</h2>",
        "action=\"/console/more/language\"",
        "action=\"/console/sign-out\"",
        ">Keyboard shortcuts</h2>",
        "<kbd>j</kbd>",
        ">If something isn’t working</h2>",
        concat!("Afterword ", env!("CARGO_PKG_VERSION")),
        "</main>",
    ] {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("{part} is not at its place: {page}")).1;
    }
}

#[tokio::test]
async fn signing_in_is_in_the_browsers_language_and_so_is_its_email() {
    let shop = shop().await;
    shop.sets(json!({"language": "fr"})).await;
    let mara = Visitor::speaking(&shop, "ar-EG,de;q=0.5");
    mara.get("/console/sign-in").await.shows([r#"<html lang="ar" dir="rtl">"#, "تسجيل الدخول"]);
    mara.ask(MARA).await;
    let mail = shop.inbox().into_iter().rfind(|mail| mail.to == MARA).unwrap();
    assert_eq!(mail.subject, "تسجيل الدخول إلى لوحة متجرك");
    mara.press(&link_in(&mail)).await.is(303);
    mara.get("/console/shops").await.shows(["متاجرك"]);
    mara.choose(&shop).await;
    mara.get("/console/more").await.shows([r#"<html lang="fr" dir="ltr">"#]);
}

#[tokio::test]
async fn five_hundred_earlier_orders_are_asked_about_within_a_call() {
    let (shop, mara) = signed_in().await;
    let rows: String = (0..500).map(|row| format!("jane{row}@example.com\t{row}\n")).collect();
    let form = [("rows", &*format!("email\torder\n{rows}")), ("days", "7"), ("number", "500")];
    mara.post("/console/requests/earlier/ask", &form).await.leads("/console/requests");
    assert_eq!(shop.get("/api/v1/stats").await.json()["total"]["created"], 500);
}

#[tokio::test]
async fn what_was_hidden_is_withheld_and_can_be_marked_and_published() {
    let (shop, mara) = signed_in().await;
    let head = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date,curated\n";
    let row = |n: usize| format!("j-{n},7,{n},Text {n}.,Author {n},sample{n}@example.com,2025-03-0{n},spam\n");
    let file = format!("{head}{}", (1..=3).map(row).collect::<String>());
    import(&shop, "format=judgeme&platform=shopify", &file).await;
    mara.get("/console/reviews").await.shows(["To decide <b>0</b>", "Withheld <b>3</b>"]);
    let page = mara.get(WITHHELD).await.body;
    assert_eq!(page.matches("data-pick").count(), 3, "{page}");
    let hidden = shop.get("/api/v1/reviews?status=rejected&sort=oldest").await.json()["reviews"].clone();
    let of = |n: usize| hidden[n]["id"].to_string();
    mara.get(&format!("/console/reviews/{}", of(0))).await.shows(["The earlier system did not show it"]);
    let marked = [0, 1].map(|n| format!("r-{}", of(n)));
    let fields = [(marked[0].as_str(), "1"), (&marked[1], "1"), ("list", "show=withheld")];
    mara.post("/console/reviews/marked/publish", &fields).await.leads(WITHHELD);
    mara.get(WITHHELD).await.shows(["2 reviews published.", "Published <b>2</b>", "Withheld <b>1</b>"]);
    // What the shop withheld by itself is decided about alone.
    shop.withhold(hidden[0]["id"].number(), "fake").await;
    let page = mara.get(WITHHELD).await.body;
    assert_eq!((page.matches("data-row").count(), page.matches("data-pick").count()), (2, 1), "{page}");
    shop.advance_days(11).await;
    assert_eq!(shop.notifications().len(), 0, "nobody gets an email about it");
}

#[tokio::test]
async fn a_list_goes_on_where_its_page_ends() {
    let shop = shop().await;
    let mut ids = Vec::new();
    for number in 0..30 {
        ids.push(shop.created(json!({"order_id": format!("ORD-{number}")})).await.0);
        // Requests from the same millisecond are in any order.
        shop.advance(SignedDuration::from_millis(1)).await;
    }
    let mara = Visitor::signed_in(&shop, MARA).await;
    let listed = |page: &Reply| {
        let is_there = |id: &&u64| page.body.contains(&format!("href=\"/console/requests/{id}\""));
        ids.iter().filter(is_there).copied().collect::<Vec<_>>()
    };
    let found = mara.post("/console/requests/find", &[("find", "jane@example.com")]).await;
    for list in ["/console/requests", found.header("location")] {
        let page = mara.get(list).await;
        assert_eq!(listed(&page).len(), 25, "{}", page.body);
        let (before, _) = page.body.split_once("\" rel=\"next\"").unwrap_or_else(|| panic!("{}", page.body));
        let next = before.rsplit_once("href=\"").unwrap().1.replace("&#38;", "&");
        let page = mara.get(&next).await;
        assert_eq!(listed(&page), ids[..5], "{next}");
        page.lacks(["rel=\"next\""]);
    }
}

#[tokio::test]
async fn a_products_stars_over_time_are_those_of_its_newest_reviews_without_the_shops_own_people() {
    let (shop, mara) = signed_in().await;
    let head = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date\n";
    let row = |number: u32| {
        let (stars, day) = match number {
            0..5 => (1, "2026-01-05"),
            5..155 => (4, "2026-03-02"),
            _ => (5, "2026-09-10"),
        };
        format!("j-{number},7,{stars},Text {number}.,Jane,,{day}\n")
    };
    let file = head.to_owned() + &(0..202).map(row).collect::<String>();
    import(&shop, "format=judgeme&platform=shopify", &file).await;
    let (_, hub) = shop.created(json!({"email": MARA, "product_ids": ["shopify-7"], "skip_email": true})).await;
    shop.writes(&hub, &[("rating", "1"), ("text", "Ours.")]).await.is(303);
    let home = mara.get("/console/products/shopify-7").await.body;
    home.shows([
        "From the newest 200 reviews, since 5 January 2026",
        "Reviews, at most 150 a month",
        "<title>January 2026 · 1.0 out of 5 · 3 published reviews</title>",
        "<title>March 2026 · 4.0 out of 5 · 150 published reviews</title>",
        "<polyline points=\"20,25.0 30,25.0\"/>",
        "<title>September 2026 · 5.0 out of 5 · 47 published reviews</title>",
        "<title>November 2026 · 0 published reviews</title>",
        "<p class=\"cut\" dir=\"auto\">Ours.</p>",
    ]);
}

#[tokio::test]
async fn a_download_of_all_reviews_is_recorded_once_wherever_it_begins() {
    let (shop, mara) = signed_in().await;
    // A part has at most 5.5 MB as JSON, where a quote in CSV is four bytes.
    crate::reviews::export::populate(&shop, 600, |_| "\"A\" ".repeat(1_000)).await;
    let taken = async || {
        let log = shop.get(format!("{AUDIT}?limit=100")).await.json()["entries"].clone();
        log.list().iter().filter(|entry| entry["what"] == "take_reviews").count()
    };
    let first = mara.get("/console/files/reviews.csv").await.is(200);
    let next = first.next().unwrap();
    mara.get(&next).await.is(200);
    assert_eq!(taken().await, 1, "the parts of one download");
    let (begins, _) = next.split_once("&begun").unwrap();
    for (entered, entries) in [("/console/files/reviews.csv?after=1", 2), (begins, 3), (&format!("{next}0"), 4)] {
        shop.jump(SECOND);
        mara.get(entered).await.is(200);
        assert_eq!(taken().await, entries, "{entered}");
    }
    shop.jump(HOUR);
    mara.get(&next).await.is(200);
    assert_eq!(taken().await, 5, "an hour later it is another download");
}

#[tokio::test]
async fn a_log_of_more_than_1000_entries_comes_in_parts() {
    let (shop, mara) = signed_in().await;
    let (store, nobody) = (shop.store(), app::caller::Author::default());
    let entry = nobody.entry("resume", "fern", [Value::Null, Value::Null], shop.now());
    let records = join_all((0..1_000).map(|_| store.record(Some(&shop.tenant), &entry))).await;
    assert!(records.iter().all(Result::is_ok));
    let (mut lines, mut next) = (Vec::new(), Some("/console/audit/csv".to_owned()));
    while let Some(path) = next {
        let part = mara.get(&path).await.is(200);
        lines.push(part.body.lines().count() - 1);
        next = part.next();
    }
    assert!(lines.len() == 2 && lines[0] == 1_000 && lines[1] > 0, "{lines:?}");
    let (mut count, mut next) = (0, Some(format!("{AUDIT}?limit=100")));
    while let Some(path) = next {
        let part = shop.get(path).await;
        count += part.json()["entries"].list().len();
        next = part.next();
    }
    let rows = table(&shop.world).await;
    assert_eq!(count, rows.iter().filter(|row| row["PK"]["S"] == "T#fern.live#AUDIT").count());
}

#[tokio::test]
async fn a_customers_page_says_why_the_shop_may_ask() {
    let shop = shop().await;
    let shopify = shop.connect("shopify", json!({"after": "fulfilled", "since": at(&shop, -1)})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let page = async || {
        let found = mara.post("/console/customers/find", &[("find", "jane@example.com")]).await.is(303);
        mara.get(found.header("location")).await
    };
    for (agrees, said) in
        [(true, "Agreed to marketing in Shopify, as of"), (false, "Did not agree to marketing in Shopify")]
    {
        shopify.says("orders/updated", &order(&at(&shop, 1), json!({"buyer_accepts_marketing": agrees}))).await;
        page().await.shows(["Bought from you: order ", said]);
    }
    shop.suppresses("jane@example.com").await;
    page().await.lacks(["Bought from you"]);
    // The rows by which words of her name are found have nothing but their keys.
    let mut rows = table(&shop.world).await;
    rows.retain(|row| row["PK"]["S"].text().contains("#CNAME#"));
    assert!(!rows.is_empty() && rows.iter().all(|row| row.object().len() == 2), "{rows:?}");
}

#[tokio::test]
async fn a_photo_goes_with_the_dropped_change_that_brought_it() {
    let (shop, mara) = signed_in().await;
    shop.sets(json!({"moderation": "hold"})).await;
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    shop.review(&hub, 0).await;
    let review = shop.newest_review().await["id"].to_string();
    let path = format!("/console/reviews/{review}");
    let revision = async || between(&mara.get(&path).await.body, "name=\"revision\" value=\"", "\"").to_owned();
    mara.post(&format!("{path}/publish"), &[("revision", &revision().await)]).await.is(303);
    shop.writes(&hub, &[("rating", "5"), ("text", "Oiled now.")]).await.is(303);
    photos::upload(&shop, &hub, &photos::jpeg(60, 40)).await;
    shop.settle().await;
    let edit = async || shop.get(format!("/api/v1/reviews/{review}")).await.json()["pending_edit"].clone();
    assert_eq!(edit().await["photos"][0]["width"], 60);
    let fields = [("revision", &*revision().await), ("reason", "unrelated")];
    mara.post(&format!("{path}/drop-edit"), &fields).await.is(303);
    assert_eq!(edit().await, Value::Null);
}
