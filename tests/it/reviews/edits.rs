//! When an author last changed what readers saw, wherever the review is shown.

use crate::console::{MARA, Visitor, shop as with_owner};
use crate::privacy::export::{exported, rows};
use crate::support::*;
use crate::webhooks::receiver::Receiver;

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A review of the mug with five stars, and its author's page.
async fn written(shop: &Shop) -> (u64, String) {
    let hub = shop.rates(&[("rating", "5"), ("text", "Lovely."), ("display_name", "Jane")]).await;
    (shop.newest_review().await["id"].number(), hub)
}

/// Changes the review a second later. Returns when.
async fn edit(shop: &Shop, hub: &str, rating: &str, text: &str) -> String {
    shop.jump(SECOND);
    shop.writes(hub, &[("rating", rating), ("text", text), ("display_name", "Jane")]).await.is(303);
    format!("{:.0}", shop.now())
}

async fn decide(shop: &Shop, id: u64, what: &str) {
    shop.jump(SECOND);
    let path = format!("/api/v1/reviews/{id}/{what}");
    shop.patch(path, json!({})).await.is(200);
}

async fn edited_at(shop: &Shop, id: u64) -> Value {
    shop.get(format!("/api/v1/reviews/{id}")).await.is(200).json()["edited_at"].clone()
}

/// The product's page in a format, after the minute for which an answer is kept.
async fn page(shop: &Shop, rest: &str) -> Reply {
    shop.jump(MINUTE);
    shop.reads(format!("/p/fern/{MUG}{rest}")).await.is(200)
}

#[tokio::test]
async fn an_edit_is_dated_wherever_the_review_is_shown() {
    let (shop, receiver) = (with_owner().await, Receiver::new().await);
    shop.hook(&receiver, json!({"include": ["review"], "events": ["review.updated"]})).await;
    let (id, hub) = written(&shop).await;
    shop.put(format!("/api/v1/reviews/{id}/reply"), json!({"text": "Thank you!"})).await.is(200);
    shop.jump(SECOND);
    let (later, _) = written(&shop).await;
    for path in [".json", ".json?lang=en", ".html"] {
        page(&shop, path).await.lacks(["Edited on", "before-edit", "\"before_edit\":true"]);
    }
    shop.jump(WEEK);
    let at = edit(&shop, &hub, "1", "It leaks.").await;
    assert!(at.starts_with("2026-11-27T"), "{at}");

    let json = page(&shop, ".json?lang=en").await.json();
    let shown = &json["reviews"][1];
    assert_eq!(json["reviews"][0]["id"], later, "the newest is the one that was written last");
    has(
        shown,
        json!({"id": id, "rating": 1, "date": "2026-11-20", "edited_at": at, "marks": ["Purchase not known", "Edited on 27 November 2026"]}),
    );
    has(&shown["reply"], json!({"date": "2026-11-20", "before_edit": true}));
    assert_eq!(json["labels"]["before_edit"], "Written before the review was edited");
    assert_eq!((&json["reviews"][0]["edited_at"], json["reviews"][0]["marks"].list().len()), (&Value::Null, 1));
    let html = page(&shop, ".html").await.body;
    html.shows([
        " · <span class=\"afterword-edited\">Edited on 27 November 2026</span> · ",
        " · <span class=\"afterword-before-edit\">Written before the review was edited</span></p>",
    ]);
    let ld = page(&shop, ".jsonld").await.json();
    has(&ld["review"][1], json!({"datePublished": "2026-11-20", "dateModified": at}));
    assert_eq!(ld["review"][0].get("dateModified"), None);
    let row = shop.get(format!("/api/v1/reviews/{id}")).await.json();
    assert_eq!((&row["edited_at"], &row["reply"]["before_edit"]), (&json!(at), &json!(true)));
    shop.get("/api/v1/reviews.csv").await.shows([&format!(",{at},,2026-11-20T06:00:0")]);
    shop.get("/api/v1/reviews.jsonl").await.shows([&format!("\"edited_at\":\"{at}\"")]);
    shop.settle().await;
    assert_eq!(receiver.calls()[0].json()["data"]["review"]["edited_at"], at);
    let (archive, _) = exported(&shop, json!({"email": "jane@example.com"})).await;
    let known: Vec<_> = rows(&archive, "reviews").iter().map(|review| review["edited_at"].is_null()).collect();
    assert_eq!((known.len(), known.iter().filter(|is_null| !**is_null).count()), (2, 1), "{archive}");
    let mara = Visitor::signed_in(&shop, MARA).await;
    let opened = mara.get(&format!("/console/reviews/{id}")).await.is(200);
    opened.shows([" · edited 27 November 2026", "it was written before the review was edited"]);
    shop.sets(json!({"language": "de"})).await;
    page(&shop, ".html").await.shows(["Geändert am 27. November 2026", "Vor der Änderung der Bewertung geschrieben"]);
}

#[tokio::test]
async fn an_answer_that_the_shop_changes_after_the_edit_is_no_answer_from_before() {
    let shop = Shop::new().await;
    let (id, hub) = written(&shop).await;
    for (text, expected) in [("Thank you!", true), ("Sorry! Write to us.", false)] {
        shop.jump(SECOND);
        shop.put(format!("/api/v1/reviews/{id}/reply"), json!({"text": text})).await.is(200);
        if expected {
            edit(&shop, &hub, "1", "It leaks.").await;
        }
        let reply = shop.get(format!("/api/v1/reviews/{id}")).await.json()["reply"]["before_edit"].clone();
        assert_eq!(reply, expected);
        assert_eq!(page(&shop, ".json").await.json()["reviews"][0]["reply"]["before_edit"], expected);
    }
}

#[tokio::test]
async fn only_stars_headline_and_text_count() {
    let shop = Shop::new().await;
    let (id, hub) = written(&shop).await;
    let same = [("rating", "5"), ("text", "Lovely."), ("display_name", "Jane")];
    shop.jump(SECOND);
    shop.writes(&hub, &over(same, &[("display_name", "JD")])).await.is(303);
    let photo = crate::hub::photos::jpeg(40, 20);
    crate::hub::photos::upload(&shop, &hub, &photo).await;
    shop.settle().await;
    let row = shop.get(format!("/api/v1/reviews/{id}")).await.json();
    assert_eq!((&row["edited_at"], &row["reviewer_name"], row["photos"].list().len()), (&Value::Null, &json!("JD"), 1));
    for change in [("rating", "4"), ("headline", "A mug"), ("text", "Fine.")] {
        shop.jump(SECOND);
        shop.writes(&hub, &over(same, &[change])).await.is(303);
        assert_eq!(edited_at(&shop, id).await, format!("{:.0}", shop.now()), "{change:?}");
    }
}

#[tokio::test]
async fn an_edit_that_waited_has_the_time_at_which_it_was_written_and_one_that_was_dropped_has_none() {
    let shop = Shop::new().await;
    let (id, hub) = written(&shop).await;
    shop.sets(json!({"moderation": "hold"})).await;
    edit(&shop, &hub, "1", "Rude words.").await;
    assert_eq!(edited_at(&shop, id).await, Value::Null, "nobody reads it yet");
    shop.patch(format!("/api/v1/reviews/{id}/reject"), json!({"edit": true, "reason": "abusive"})).await.is(200);
    assert_eq!(edited_at(&shop, id).await, Value::Null);
    edit(&shop, &hub, "1", "It leaks.").await;
    edit(&shop, &hub, "5", "Lovely.").await;
    decide(&shop, id, "approve").await;
    assert_eq!(edited_at(&shop, id).await, Value::Null, "readers see what they saw before");
    let at = edit(&shop, &hub, "1", "It leaks.").await;
    shop.jump(WEEK);
    decide(&shop, id, "approve").await;
    assert_eq!(edited_at(&shop, id).await, at);
    edit(&shop, &hub, "2", "It leaks a bit.").await;
    assert_eq!(edited_at(&shop, id).await, at, "the later edit waits");
}

#[tokio::test]
async fn what_nobody_had_read_was_not_edited() {
    let shop = Shop::new().await;
    shop.sets(json!({"moderation": "hold"})).await;
    let (id, hub) = written(&shop).await;
    edit(&shop, &hub, "4", "Lovely, mostly.").await;
    decide(&shop, id, "reject").await;
    edit(&shop, &hub, "3", "It is a mug.").await;
    decide(&shop, id, "approve").await;
    assert_eq!(edited_at(&shop, id).await, Value::Null);
    decide(&shop, id, "reject").await;
    let at = edit(&shop, &hub, "2", "It leaks.").await;
    assert_eq!(edited_at(&shop, id).await, Value::Null, "nobody reads it yet");
    decide(&shop, id, "approve").await;
    assert_eq!(edited_at(&shop, id).await, at, "readers had seen three stars");
}
