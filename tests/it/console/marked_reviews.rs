//! Several reviews are marked in the list and decided about at once.

use super::*;
use crate::importing::import;
use crate::webhooks::receiver::Receiver;

const REVIEWS: &str = "/console/reviews";
const WITHHELD: &str = "/console/reviews?show=withheld";

async fn holding() -> (Shop, Visitor) {
    let (shop, mara) = signed_in().await;
    shop.sets(json!({"moderation": "hold"})).await;
    (shop, mara)
}

/// Customers write this many reviews, which wait. Their ids, oldest first.
async fn written(shop: &Shop, count: usize) -> Vec<String> {
    let mut ids = Vec::new();
    for number in 0..count {
        let email = format!("jane{number}@example.com");
        let (_, hub) = shop.created(json!({"email": email, "product_ids": [MUG], "skip_email": true})).await;
        shop.writes(&hub, &[("rating", "2"), ("text", "Heavy.")]).await.is(303);
        ids.push(shop.newest_review().await["id"].to_string());
        shop.jump(SECOND);
    }
    ids
}

/// The fields of a page's form about these reviews: the boxes of the list, or the hidden fields of *Undo*.
fn fields(page: &str, ids: &[String]) -> Vec<(String, String)> {
    let names = ids.iter().map(|id| format!("r-{id}"));
    names.map(|name| (name.clone(), between(page, &format!("name=\"{name}\" value=\""), "\"").to_owned())).collect()
}

/// Decides, and returns the list with the message about what was done.
async fn decide(who: &Visitor, action: &str, marked: &[(String, String)], more: &[(&str, &str)]) -> Reply {
    let marked = marked.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let fields: Vec<_> = marked.chain(more.iter().copied()).collect();
    let done = who.post(&format!("{REVIEWS}/marked/{action}"), &fields).await.is(303);
    who.get(done.header("location")).await
}

/// Each review's state and revision.
async fn states(shop: &Shop, ids: &[String]) -> Vec<String> {
    let mut states = Vec::new();
    for id in ids {
        let review = shop.get(format!("/api/v1/reviews/{id}")).await.json();
        states.push(format!("{} {}", review["state"].text(), review["revision"]));
    }
    states
}

#[tokio::test]
async fn marked_reviews_are_withheld_as_single_ones_and_what_somebody_changed_is_left_and_counted() {
    let (shop, mara) = holding().await;
    let receiver = Receiver::new().await;
    shop.hook(&receiver, json!({"events": ["review.published", "review.withheld"]})).await;
    let ids = written(&shop, 3).await;
    let marked = fields(&mara.get(REVIEWS).await.body, &ids);
    let jo = Visitor::member(&shop, JO, "moderator").await;
    decide(&jo, "publish", &marked[2..], &[]).await;
    let because = [("reason", "fake"), ("note", "Copied."), ("list", "stars=2")];
    let [said, left] = ["2 reviews withheld. The reason goes out by email within minutes.", "1 stayed as it is"];
    // The form may come twice.
    for _ in 0..2 {
        // The list keeps its filter.
        let list = decide(&mara, "withhold", &marked, &because).await;
        list.shows([said, left, "data-key=\"u\"", "<option value=\"2\" selected>"]);
        assert_eq!(states(&shop, &ids).await, ["withheld 2", "withheld 2", "published 2"]);
    }
    for id in &ids[..2] {
        let history = shop.get(format!("/api/v1/reviews/{id}/history")).await.json();
        let last = history["history"].list().last().unwrap().clone();
        has(&last, json!({"what": "withheld", "reason": "fake", "note": "Copied."}));
        assert_eq!(last["by"]["type"], "member");
    }
    shop.advance(MINUTE * 7).await;
    assert_eq!(shop.notifications().len(), 2, "each author learns the reason");
    let mut events = receiver.taken();
    events.sort();
    assert_eq!(events, ["review.published", "review.withheld", "review.withheld"]);
    let page = decide(&mara, "undo", &[("r-7".to_owned(), "1".to_owned())], &[]).await;
    page.shows(["1 stayed as it is: it changed in the meantime, or it is too late."]);
}

#[tokio::test]
async fn marked_reviews_are_published_and_one_undo_takes_all_back() {
    let (shop, mara) = holding().await;
    let ids = written(&shop, 3).await;
    let marked = fields(&mara.get(REVIEWS).await.body, &ids);
    let done = decide(&mara, "publish", &marked, &[]).await;
    done.shows(["3 reviews published.", "No reviews are waiting for a decision."]);
    assert_eq!(states(&shop, &ids).await, ["published 2"; 3]);
    shop.jump(SECOND * 30);
    let undo = fields(&done.body, &ids);
    for _ in 0..2 {
        let undone = decide(&mara, "undo", &undo, &[]).await;
        undone.shows(["3 reviews are as they were.", "To decide <b>3</b>"]).lacks(["data-key=\"u\""]);
        assert_eq!(states(&shop, &ids).await, ["submitted 3"; 3]);
    }
    shop.advance(MINUTE * 7).await;
    assert_eq!(shop.notifications().len(), 0);

    // A failure stops the call. What was decided stays so and is said; the form that comes again decides about the rest.
    let marked = fields(&mara.get(REVIEWS).await.body, &ids);
    let written = AtomicUsize::new(0);
    shop.aws().set_faults(move |call| {
        let is_second = call.operation == "TransactWriteItems" && written.fetch_add(1, Ordering::SeqCst) == 1;
        if is_second { Fault::Deny } else { Fault::None }
    });
    let stopped = decide(&mara, "publish", &marked, &[]).await;
    stopped.shows(["1 review published. Then something went wrong. The others are as they were: please try again."]);
    assert_eq!(states(&shop, &ids[1..]).await, ["submitted 3"; 2]);
    let page = decide(&mara, "publish", &marked, &[]).await;
    page.shows(["3 reviews published."]);
    assert_eq!(states(&shop, &ids).await, ["published 4"; 3]);
    assert_eq!(fields(&page.body, &ids).len(), 3, "all of them can be taken back");
}

#[tokio::test]
async fn only_what_waits_is_marked_by_who_may_decide_with_a_reason() {
    let (shop, mara) = holding().await;
    let ids = written(&shop, 1).await;
    let (_, hub) = shop.created(json!({"product_ids": [MUG], "skip_email": true})).await;
    let write = async |text| shop.writes(&hub, &[("rating", "4"), ("text", text)]).await.is(303);
    write("Light.").await;
    let edited = shop.newest_review().await["id"].to_string();
    shop.patch(format!("/api/v1/reviews/{edited}/approve"), json!({})).await.is(200);
    write("Light and new.").await;
    let list = mara.get(REVIEWS).await;
    list.shows(["Light and new.", &format!("name=\"r-{}\"", ids[0])]).lacks([&format!("name=\"r-{edited}\"")]);
    let marked = fields(&list.body, &ids);
    let forged: Vec<_> = (1..=101).map(|id| (format!("r-{id}"), "1".to_owned())).collect();
    for (action, marked, reason, said) in [
        ("withhold", &marked, "", "Please choose a reason."),
        ("withhold", &marked, "low_rating", "Please choose a reason."),
        ("publish", &Vec::new(), "", "Nothing was marked."),
        ("publish", &vec![("r-x".to_owned(), "1".to_owned())], "", "Nothing was marked."),
        ("publish", &vec![(marked[0].0.clone(), "7".to_owned())], "", "1 stayed as it is"),
        ("publish", &forged, "", "100 stayed as they are"),
    ] {
        let page = decide(&mara, action, marked, &[("reason", reason)]).await;
        page.shows([said]).lacks(["data-key=\"u\""]);
    }
    // `routes.txt` says who may; `anothers_ids_are_as_unknown_ones` does not try ids in fields.
    let ro = Visitor::member(&shop, "ro@example.com", "reader").await;
    ro.get(REVIEWS).await.shows(["Light and new."]).lacks(["type=\"checkbox\"", "marked/"]);
    let lee = Visitor::member(&shop.beside("zzz").await, "lee@example.com", "owner").await;
    for action in ["publish", "withhold", "undo"] {
        decide(&lee, action, &marked, &[("reason", "fake")]).await.shows(["1 stayed as it is"]);
    }
    assert_eq!(states(&shop, &ids).await, ["submitted 1"]);
}

#[tokio::test]
async fn what_was_hidden_is_withheld_and_can_be_marked_and_published() {
    let (shop, mara) = signed_in().await;
    let head = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date,curated\n";
    let row = |n: usize| format!("j-{n},7,{n},Text {n}.,Author {n},sample{n}@example.com,2025-03-0{n},spam\n");
    let file = format!("{head}{}", (1..=3).map(row).collect::<String>());
    import(&shop, "format=judgeme&platform=shopify", &file).await;
    mara.get(REVIEWS).await.shows(["To decide <b>0</b>", "Withheld <b>3</b>"]);
    let hidden = shop.get("/api/v1/reviews?status=rejected&sort=oldest").await.json()["reviews"].clone();
    let ids: Vec<_> = hidden.list().iter().map(|review| review["id"].to_string()).collect();
    mara.get(&format!("{REVIEWS}/{}", ids[0])).await.shows(["The earlier system did not show it"]);
    let marked = fields(&mara.get(WITHHELD).await.body, &ids);
    let page = decide(&mara, "publish", &marked[..2], &[("list", "show=withheld")]).await;
    page.shows(["2 reviews published.", "Published <b>2</b>", "Withheld <b>1</b>"]);
    // What the shop withheld by itself is decided about alone.
    shop.withhold(hidden[0]["id"].number(), "fake").await;
    let page = mara.get(WITHHELD).await.body;
    assert_eq!((page.matches("data-row").count(), page.matches("data-pick").count()), (2, 1), "{page}");
    shop.advance_days(11).await;
    assert_eq!(shop.notifications().len(), 0, "nobody gets an email about it");
}
