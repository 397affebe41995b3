//! The pages of reviews: a person reads, publishes, withholds, answers and undoes.

use super::*;
use crate::hub::photos;
use crate::webhooks::receiver::Receiver;

/// This is longer than a notification's minute and the time until the next run of reconcile.
const LATER: SignedDuration = SignedDuration::from_mins(7);

/// A shop in which every review waits, the id of a waiting review, and the path of its author's page.
async fn with_review(text: &str) -> (Shop, String, String) {
    let shop = shop().await;
    shop.sets(json!({"moderation": "hold"})).await;
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true, "customer_name": "Jane Doe"})).await;
    write(&shop, &hub, "2", text).await;
    let id = newest(&shop).await["id"].to_string();
    (shop, id, hub)
}

async fn write(shop: &Shop, hub: &str, stars: &str, text: &str) {
    shop.writes(hub, &[("rating", stars), ("text", text), ("display_name", "Jane D.")]).await.is(303);
}

async fn newest(shop: &Shop) -> Value {
    shop.newest_review().await
}

async fn api(shop: &Shop, id: &str) -> Value {
    shop.get(format!("/api/v1/reviews/{id}")).await.json()
}

async fn revision(mara: &Visitor, id: &str) -> String {
    let page = mara.get(&format!("/console/reviews/{id}")).await.is(200);
    hidden(&page, "revision")
}

/// The value of the first hidden field with this name.
fn hidden(page: &Reply, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    between(&page.body, &start, "\"").to_owned()
}

#[tokio::test]
async fn the_list_calls_only_a_review_of_a_proved_purchase_verified() {
    let (shop, mara) = signed_in().await;
    let lines = json!([{"catalog_item_id": MUG, "title": "Mug", "unit_price": 4900}]);
    for (order, paid) in [("A", true), ("B", false)] {
        let body = json!({"status": "placed", "paid": paid, "currency": "EUR", "lines": lines});
        shop.put(format!("/api/v1/orders/{order}"), &body).await.is(200);
    }
    // The third order is unknown, and the last review is about no order.
    for order in [Some("A"), Some("B"), Some("C"), None] {
        let (_, hub) = shop.created(json!({"product_ids": [MUG], "order_id": order, "skip_email": true})).await;
        write(&shop, &hub, "4", "Lovely.").await;
        let list = mara.get("/console/reviews?show=all").await.body;
        assert_eq!(list.matches(" · verified").count(), 1, "{order:?}: {list}");
        shop.jump(SECOND);
    }
}

async fn undo(mara: &Visitor, reply: &Reply) -> Reply {
    assert_eq!(reply.status, 303, "{}", reply.body);
    let page = mara.get(reply.header("location")).await;
    let (_, form) = page.body.split_once("data-key=\"u\"").unwrap_or_else(|| panic!("{}", page.body));
    let (before, _) = page.body.split_once("data-key=\"u\"").unwrap();
    let action = before.rsplit_once("action=\"").unwrap().1.split_once('"').unwrap().0;
    let value = between(form, "name=\"revision\" value=\"", "\"");
    mara.post(action, &[("revision", value)]).await
}

#[tokio::test]
async fn words_that_name_contact_data_are_marked_though_every_review_waits() {
    let (shop, id, hub) = with_review("Lovely. Call 0171 234 56 78, please.").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for path in ["/console/reviews", &format!("/console/reviews/{id}")] {
        mara.get(path).await.shows(["Contains a phone number", "Call <mark>0171 234 56 78</mark>, please."]);
    }
    let page = shop.browse(&hub).await.body;
    assert!(page.contains("reads your review first. Then everyone can see it."), "her author is told: {page}");
}

#[tokio::test]
async fn a_waiting_review_is_listed_read_and_published() {
    let (shop, id, _) = with_review("Heavy, and <b>oiled</b>.").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let list = mara.get("/console/reviews").await.is(200);
    list.shows(["To decide <b>1</b>", "Jane D.", "Heavy, and &#60;b&#62;oiled", "★★☆☆☆"]);
    let (_, rows) = list.body.split_once("name=\"why\"").unwrap().1.split_once("</select>").unwrap();
    assert!(!rows.contains("Every review waits"), "what is so for each is not said of each: {}", list.body);
    let page = mara.get(&format!("/console/reviews/{id}")).await;
    page.shows(["Heavy, and &#60;b&#62;oiled", "Every review waits", "Written", "The author", "Personal data"]);
    let fields = [("revision", hidden(&page, "revision")), ("list", "show=waiting&q=&stars=2".to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    mara.post(&format!("/console/reviews/{id}/publish"), &fields).await.leads("/console/reviews?stars=2");
    mara.get("/console/reviews?show=waiting&stars=2").await.shows(["Jane D.: published.", "No reviews match."]);
    assert_eq!(api(&shop, &id).await["state"], "published");
    let history = shop.get(format!("/api/v1/reviews/{id}/history")).await.json();
    assert_eq!(history["history"][2]["by"]["type"], "member");
    let page = mara.get(&format!("/console/reviews/{id}")).await;
    assert!(page.body.contains(&format!("dir=\"auto\">{MARA}<")), "who published it: {}", page.body);
    shop.get(format!("/p/{}", between(&page.body, "<a href=\"http://shop.example/p/", "\""))).await.is(200);
}

#[tokio::test]
async fn the_list_names_each_day_once_and_the_hours_of_the_newest() {
    let (shop, ..) = with_review("Heavy.").await;
    for (email, days) in [("ann@example.com", 0), ("bea@example.com", 2)] {
        shop.advance_days(days).await;
        let (_, hub) = shop.created(json!({"email": email, "product_ids": [MUG], "skip_email": true})).await;
        write(&shop, &hub, "4", "Oiled.").await;
    }
    shop.jump(HOUR * 3);
    let mara = Visitor::signed_in(&shop, MARA).await;
    for (path, expected) in [
        ("/console/reviews", ["20 November 2026", "22 November 2026"]),
        ("/console/reviews?show=all", ["22 November 2026", "20 November 2026"]),
    ] {
        let page = mara.get(path).await.body;
        assert_eq!(days(&page), expected, "{path}: {page}");
        assert!(page.contains(" · 3 hours ago") && !page.contains("days ago"), "{path}: {page}");
    }
}

#[tokio::test]
async fn after_a_decision_on_a_reviews_page_the_next_that_waits_is_shown() {
    let (shop, older, _) = with_review("Heavy.").await;
    shop.jump(SECOND * 60);
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    write(&shop, &hub, "4", "Light.").await;
    let newer = newest(&shop).await["id"].to_string();
    let mara = Visitor::signed_in(&shop, MARA).await;
    let page = mara.get(&format!("/console/reviews/{older}")).await;
    let next = hidden(&page, "next");
    assert_eq!(next, newer);
    let fields = [("revision", hidden(&page, "revision")), ("next", next), ("reason", "fake".to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let done = mara.post(&format!("/console/reviews/{older}/withhold"), &fields).await;
    assert_eq!(done.header("location"), format!("/console/reviews/{newer}"));
    mara.get(done.header("location")).await.shows([": withheld"]).lacks(["name=\"next\""]);
    let decided = mara.get(&format!("/console/reviews/{older}")).await.body;
    decided.shows(["<details><summary data-key=\"w\">Change the reason"]);
}

#[tokio::test]
async fn a_withheld_review_that_is_taken_back_within_the_minute_costs_its_author_nothing() {
    let (shop, id, _) = with_review("Heavy.").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let before = api(&shop, &id).await;
    let revision = revision(&mara, &id).await;
    let path = format!("/console/reviews/{id}/withhold");
    let fields = [("revision", revision.as_str()), ("reason", "fake"), ("note", "Looks copied.")];
    let done = mara.post(&path, &fields).await;
    assert_eq!(api(&shop, &id).await["reason"], "fake");
    shop.jump(SECOND * 30);
    let back = undo(&mara, &done).await;
    back.leads(&format!("/console/reviews/{id}"));
    assert!(mara.get(back.header("location")).await.body.contains("Jane D.: undone. Everything is as it was."));
    let mut after = api(&shop, &id).await;
    for changed in ["revision", "updated_at"] {
        after[changed] = before[changed].clone();
    }
    assert_eq!(after, before);
    let stats = shop.get("/api/v1/reviews/stats").await.json();
    assert_eq!((&stats["pending_count"], &stats["rejected_count"]), (&json!(1), &json!(0)), "{stats}");
    shop.advance(LATER).await;
    assert_eq!(shop.notifications().len(), 0);

    // The minute is over, so the decision stays.
    let revision = self::revision(&mara, &id).await;
    let done = mara.post(&path, &[("revision", &revision), ("reason", "fake")]).await;
    let page = mara.get(done.header("location")).await;
    page.shows(["Jane D.: withheld. The reason goes out by email in a minute."]);
    let now = hidden(&page, "revision");
    shop.jump(SECOND * 56);
    let late = mara.post(&format!("/console/reviews/{id}/undo"), &[("revision", &now)]).await;
    assert!(late.status == 409 && late.body.contains("It is too late to undo this."), "{}", late.body);
    shop.advance(LATER).await;
    assert_eq!(shop.notifications().len(), 1);
}

#[tokio::test]
async fn taking_back_emails_nobody_and_calls_mirrors() {
    let (shop, id, _) = with_review("Heavy.").await;
    let receiver = Receiver::new().await;
    shop.hook(&receiver, json!({"events": ["review.published", "review.updated", "review.withheld"]})).await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let decide = async |action: &str, reason: &str| {
        let revision = revision(&mara, &id).await;
        mara.post(&format!("/console/reviews/{id}/{action}"), &[("revision", &revision), ("reason", reason)]).await
    };
    let notifications_later = async || {
        shop.advance(LATER).await;
        shop.notifications().len()
    };
    // Two decisions follow within a minute. Undoing the second restores the first, and the author is notified of it.
    decide("withhold", "fake").await;
    undo(&mara, &decide("withhold", "abusive").await).await;
    assert_eq!(notifications_later().await, 1);
    // Later decisions that are undone change nothing, because the author was notified why the review is withheld.
    for (action, reason) in [("publish", ""), ("withhold", "personal_data")] {
        let done = decide(action, reason).await;
        shop.settle().await;
        let revision = api(&shop, &id).await["revision"].number();
        undo(&mara, &done).await;
        has(&api(&shop, &id).await, json!({"state": "withheld", "reason": "fake", "revision": revision + 1}));
        assert_eq!(notifications_later().await, 1, "{action} {reason}");
    }
    let mut events = receiver.taken();
    events.sort();
    let each = [("review.published", 1), ("review.updated", 3), ("review.withheld", 3)];
    assert_eq!(events, each.map(|(event, count)| vec![event; count]).concat());
    let history = shop.get(format!("/api/v1/reviews/{id}/history")).await.json();
    let last = history["history"].list().last().unwrap();
    has(last, json!({"what": "undone", "reason": "fake"}));
    assert_eq!(last["by"]["type"], "member");
    assert!(mara.get(&format!("/console/reviews/{id}")).await.body.contains("Undone"));
}

#[tokio::test]
async fn an_answer_that_is_taken_back_was_never_sent_and_the_next_one_is() {
    let (shop, id, _) = with_review("Heavy.").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let path = format!("/console/reviews/{id}/reply");
    let revision = revision(&mara, &id).await;
    let done = mara.post(&path, &[("revision", &revision), ("first", "true"), ("text", "Thanks, Jhane.")]).await;
    undo(&mara, &done).await;
    assert_eq!(api(&shop, &id).await["reply"], json!(null));
    shop.advance(LATER).await;
    assert_eq!(shop.notifications().len(), 0);

    let revision = self::revision(&mara, &id).await;
    mara.post(&path, &[("revision", &revision), ("first", "true"), ("text", "Thanks, Jane.")]).await;
    shop.advance(LATER).await;
    assert_eq!(shop.notifications().len(), 1, "it is the first that she reads");

    // Undo restores a changed answer, and a removed one.
    let revision = self::revision(&mara, &id).await;
    let changed = mara.post(&path, &[("revision", &revision), ("text", "Sorry.")]).await;
    assert_eq!(api(&shop, &id).await["reply"]["text"], "Sorry.");
    undo(&mara, &changed).await;
    assert_eq!(api(&shop, &id).await["reply"]["text"], "Thanks, Jane.");
    let revision = self::revision(&mara, &id).await;
    undo(&mara, &mara.post(&format!("{path}/remove"), &[("revision", &revision)]).await).await;
    assert_eq!(api(&shop, &id).await["reply"]["text"], "Thanks, Jane.");
    // A few minutes later the table contains nothing of the replaced data.
    let revision = self::revision(&mara, &id).await;
    mara.post(&format!("{path}/remove"), &[("revision", &revision)]).await;
    let keeps_it = async || table(&shop.world).await.iter().any(|row| row["undo"].is_object());
    assert!(keeps_it().await);
    shop.advance(LATER).await;
    assert!(!keeps_it().await);
    let wrong = mara.post(&path, &[("revision", &revision), ("text", " ")]).await;
    assert!(wrong.status == 422 && wrong.body.contains("A reply needs 1 to 10,000 characters."), "{}", wrong.body);
}

#[tokio::test]
async fn a_second_moderators_decision_is_shown_and_not_overwritten() {
    let (shop, id, _) = with_review("Heavy.").await;
    member(&shop, JO, "moderator").await;
    let (mara, jo) = (Visitor::signed_in(&shop, MARA).await, Visitor::signed_in(&shop, JO).await);
    let revision = revision(&mara, &id).await;
    let fields = [("revision", revision.as_str()), ("reason", "abusive")];
    jo.post(&format!("/console/reviews/{id}/withhold"), &fields).await.is(303);
    for action in ["publish", "withhold", "reply/remove", "undo"] {
        let reply = mara.post(&format!("/console/reviews/{id}/{action}"), &fields).await;
        assert_eq!(reply.status, 409, "{action}");
        for shown in ["Somebody changed this review in the meantime", "Insults", JO] {
            assert!(reply.body.contains(shown), "{action} {shown}: {}", reply.body);
        }
    }
    let answer = [("revision", revision.as_str()), ("text", "Thank you so much")];
    let reply = mara.post(&format!("/console/reviews/{id}/reply"), &answer).await;
    assert!(reply.status == 409 && reply.body.contains("Thank you so much"), "what was typed stays: {}", reply.body);
    let without = mara.post(&format!("/console/reviews/{id}/publish"), &[]).await;
    assert_eq!(without.status, 409, "a form without a revision decides nothing");
    assert_eq!(api(&shop, &id).await["state"], "withheld");
}

#[tokio::test]
async fn a_reason_is_needed_and_readers_read() {
    let (shop, id, _) = with_review("Heavy.").await;
    member(&shop, "ro@fernandoak.example", "reader").await;
    let (mara, ro) = (Visitor::signed_in(&shop, MARA).await, Visitor::signed_in(&shop, "ro@fernandoak.example").await);
    let revision = revision(&mara, &id).await;
    for reason in ["", "low_rating", "unspecified"] {
        let fields = [("revision", revision.as_str()), ("reason", reason)];
        let reply = mara.post(&format!("/console/reviews/{id}/withhold"), &fields).await;
        assert!(reply.status == 422 && reply.body.contains("Please choose a reason."), "{reason}: {}", reply.body);
    }
    // The form shows its input again, whatever is wrong with it.
    let long = "n".repeat(501);
    for (now, reason, note, status) in
        [(&*revision, "fake", &*long, 422), (&revision, "", "Copied.", 422), ("7", "fake", "Copied.", 409)]
    {
        let fields = [("revision", now), ("about", "review"), ("reason", reason), ("note", note)];
        let reply = mara.post(&format!("/console/reviews/{id}/withhold"), &fields).await;
        let chosen = reply.body.contains("value=\"fake\" required checked");
        assert_eq!((reply.status.as_u16(), chosen), (status, reason == "fake"), "{}", reply.body);
        reply.shows([&format!("value=\"{note}\"")]);
    }
    let page = ro.get(&format!("/console/reviews/{id}")).await;
    assert!(page.status == 200 && !page.body.contains(&format!("/console/reviews/{id}/")), "{}", page.body);
    assert!(!ro.get("/console/reviews").await.body.contains("/publish"));
    for action in ["publish", "withhold", "drop-edit", "reply", "reply/remove", "undo"] {
        let reply = ro.post(&format!("/console/reviews/{id}/{action}"), &[("revision", &revision)]).await;
        assert_eq!(reply.status, 403, "{action}");
    }
    for path in ["/console/reviews/7", "/console/reviews/x"] {
        assert_eq!(mara.get(path).await.status, 404, "{path}");
        assert_eq!(mara.post(&format!("{path}/publish"), &[("revision", "1")]).await.status, 404, "{path}");
    }
    assert_eq!(api(&shop, &id).await["state"], "submitted");
}

#[tokio::test]
async fn an_edit_of_a_published_review_waits_in_the_list_and_comes_back() {
    let (shop, id, hub) = with_review("Heavy.").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    let publish = format!("/console/reviews/{id}/publish");
    let revision = revision(&mara, &id).await;
    mara.post(&publish, &[("revision", &revision)]).await;
    write(&shop, &hub, "5", "Oiled now.").await;
    mara.get("/console/reviews").await.shows(["Oiled now.", "A change is waiting"]);
    for path in ["/console/reviews", "/console/reviews?show=all", "/console/customers"] {
        let page = mara.get(path).await.body;
        assert!(page.contains("<span class=\"unseen\">1 waiting</span>"), "the navigation counts it, too: {page}");
        assert!(!path.contains("reviews") || page.contains("To decide <b>1</b>"), "{page}");
    }
    let page = mara.get(&format!("/console/reviews/{id}")).await;
    page.shows(["Heavy.", "The waiting change"]);
    let fields = [("revision", hidden(&page, "revision")), ("reason", "unrelated".to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let dropped = mara.post(&format!("/console/reviews/{id}/drop-edit"), &fields).await;
    assert_eq!(api(&shop, &id).await["pending_edit"], json!(null));
    undo(&mara, &dropped).await;
    assert_eq!(api(&shop, &id).await["pending_edit"]["content"], "Oiled now.");
    let revision = self::revision(&mara, &id).await;
    let published = mara.post(&publish, &[("revision", &revision)]).await;
    assert_eq!(api(&shop, &id).await["content"], "Oiled now.");
    undo(&mara, &published).await;
    let now = api(&shop, &id).await;
    assert_eq!((&now["content"], &now["pending_edit"]["rating"]), (&json!("Heavy."), &json!(5)));
    assert!(mara.get("/console/reviews").await.body.contains("A change is waiting"));
    // Undo removes a photo with the change that brought it.
    photos::upload(&shop, &hub, &photos::jpeg(60, 40)).await;
    shop.settle().await;
    assert_eq!(api(&shop, &id).await["pending_edit"]["photos"][0]["width"], 60);
    let revision = self::revision(&mara, &id).await;
    let fields = [("revision", &*revision), ("reason", "unrelated")];
    mara.post(&format!("/console/reviews/{id}/drop-edit"), &fields).await;
    assert_eq!(api(&shop, &id).await["pending_edit"], json!(null));
}

#[tokio::test]
async fn filters_are_for_reading_and_a_list_keeps_its_place() {
    let (shop, id, _) = with_review("Heavy, but good.").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for (query, is_found) in [
        ("stars=2", true),
        ("stars=5", false),
        ("q=HEAVY", true),
        ("q=light", false),
        ("q=jane", true),
        ("show=published", false),
        ("show=all&product=%40shop", false),
        ("show=x&stars=9&after=x&product=", true),
    ] {
        let page = mara.get(&format!("/console/reviews?{query}")).await;
        assert_eq!(page.status, 200, "{query}");
        assert_eq!(page.body.contains(&format!("/console/reviews/{id}\"")), is_found, "{query}: {}", page.body);
    }
    let row = format!("/console/reviews/{id}\"");
    let unanswered = "/console/reviews?reply=none&show=published";
    shop.patch(format!("/api/v1/reviews/{id}/approve"), json!({})).await.is(200);
    mara.get(unanswered).await.shows([&row, "<option value=\"none\" selected>Without a reply<"]);
    mara.get("/console/reviews?show=published").await.shows(["Without a reply (1)"]);
    mara.get(&format!("{unanswered}&stars=5")).await.lacks([&row]);
    shop.put(format!("/api/v1/reviews/{id}/reply"), json!({"text": "Thank you."})).await.is(200);
    mara.get(unanswered).await.shows(["No reviews match."]).lacks([&row]);
    mara.get("/console/reviews?reply=none&show=all").await.shows([&row]).lacks(["Without a reply"]);
}

#[tokio::test]
async fn saved_replies_are_kept_in_settings_and_offered_where_a_review_is_answered() {
    let (shop, id, _) = with_review("Heavy.").await;
    shop.put(format!("/api/v1/products/{MUG}"), json!({"title": "Oak <mug>"})).await.is(200);
    let mara = Visitor::signed_in(&shop, MARA).await;
    let save = async |texts: [&str; 5]| {
        let names = ["1", "2", "3", "4", "5"].map(|number| format!("saved_replies.{number}"));
        let fields: Vec<_> = names.iter().map(String::as_str).zip(texts).collect();
        mara.post("/console/settings/replies", &fields).await
    };
    save(["Thank you, {name}!\r\nYours, {shop}", "", "Glad that the {product} is fine.", "", " "]).await.is(303);
    mara.get("/console/settings")
        .await
        .shows(["Saved: Saved replies", ">Thank you, {name}!\nYours, {shop}</textarea>"]);
    let saved = shop.get("/api/v1/settings").await.json()["saved_replies"].clone();
    assert_eq!(saved, json!(["Thank you, {name}!\nYours, {shop}", "Glad that the {product} is fine."]));
    let page = mara.get(&format!("/console/reviews/{id}")).await;
    page.shows([
        "data-insert=\"Thank you, Jane!\nYours, Fern &#38; Oak\" data-key=\"1\"",
        "data-insert=\"Glad that the Oak &#60;mug&#62; is fine.\" data-key=\"2\"",
    ]);
    // Neither a name nor a product is known.
    let (_, hub) = shop.created(json!({"skip_email": true})).await;
    shop.writes(&hub, &[("rating", "5"), ("text", "Fine.")]).await.is(303);
    let nameless = newest(&shop).await["id"].to_string();
    mara.get(&format!("/console/reviews/{nameless}")).await.shows(["id=\"saved\""]).lacks(["data-insert"]);

    let refused = save(["Hello {nam}", "", "Second", "", ""]).await;
    refused.is(422).shows(["Each text has at most 500 characters.", ">Hello {nam}</textarea>", ">Second</textarea>"]);
    assert_eq!(shop.get("/api/v1/settings").await.json()["saved_replies"], saved);
    save([""; 5]).await.is(303);
    assert_eq!(shop.get("/api/v1/settings").await.json()["saved_replies"], Value::Null);
    mara.get("/console/audit").await.shows(["<code>saved_replies</code>", "Glad that the {product} is fine."]);
    member(&shop, JO, "moderator").await;
    let jo = Visitor::signed_in(&shop, JO).await;
    jo.post("/console/settings/replies", &[("saved_replies.1", "Mine")]).await.is(403);
    jo.get(&format!("/console/reviews/{id}")).await.lacks(["id=\"saved\""]);
}

#[tokio::test]
async fn pages_show_pictures_and_nothing_else_from_elsewhere() {
    let (shop, id, _) = with_review("Heavy.").await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    for path in ["/console/reviews", &format!("/console/reviews/{id}"), "/console/today"] {
        let page = mara.get(path).await;
        page.header("content-security-policy").shows(["img-src 'self' data: https: ", "default-src 'none'"]);
        assert!(!page.body.contains(" style=") && !page.body.contains("<script>"), "{path}");
    }
}
