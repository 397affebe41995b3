//! Waiting reviews of imports stand below the shop's own, and the shop decides about all of an import at once.

use super::files::run_once;
use super::*;
use crate::importing::import;
use crate::importing::uploads::{take_long, take_no_longer};
use crate::privacy::person::rows;

const REVIEWS: &str = "/console/reviews";

/// Imports reviews of the years before, the first of which were hidden.
async fn imported(shop: &Shop, hidden: usize, public: usize) -> String {
    let head = "review_id,product_id,rating,body,reviewer_name,reviewer_email,review_date,curated\n";
    let row = |n: usize| {
        let (stars, curated) = (n % 5 + 1, if n < hidden { "spam" } else { "ok" });
        let day = format!("202{}-{:02}-{:02}", 2 + n % 4, n % 12 + 1, n % 28 + 1);
        format!("j-{n},7125386199075,{stars},Text {n}.,Author {n},sample{n}@example.com,{day},{curated}\n")
    };
    let rows: String = (0..hidden + public).map(row).collect();
    let done = import(shop, "format=judgeme&platform=shopify", &format!("{head}{rows}")).await;
    assert_eq!((&done["waiting"], &done["published"]), (&json!(hidden), &json!(public)), "{done}");
    done["id"].owned()
}

/// A customer writes a review that waits, because it contains contact data.
async fn written(shop: &Shop, text: &str) -> String {
    // The number of the review's own order is no contact data.
    let order = text.replace(|c: char| c.is_ascii_digit(), "");
    let fields = json!({"product_ids": [MUG], "skip_email": true, "customer_name": "Jane Doe", "order_id": order});
    let (_, hub) = shop.created(fields).await;
    shop.writes(&hub, &[("rating", "2"), ("text", text), ("display_name", "Jane D.")]).await.is(303);
    let newest = shop.newest_review().await;
    newest["id"].to_string()
}

async fn states(shop: &Shop) -> [u64; 3] {
    let stats = shop.get("/api/v1/reviews/stats").await.json();
    ["pending_count", "approved_count", "rejected_count"].map(|name| stats[name].number())
}

/// Where the page's form for all of the import leads, and the number that it asks about.
fn form(page: &Reply, action: &str) -> (String, String) {
    let (before, rest) = page
        .body
        .split_once(&format!("/{action}\"><input type=\"hidden\" name=\"number\" value=\""))
        .unwrap_or_else(|| panic!("no {action}: {}", page.body));
    let path = before.rsplit_once("action=\"").unwrap().1;
    (format!("{path}/{action}"), rest.split_once('"').unwrap().0.to_owned())
}

async fn decide(mara: &Visitor, action: &str, reason: &str) -> Reply {
    let (path, number) = form(&mara.get(REVIEWS).await, action);
    mara.post(&path, &[("number", &number), ("reason", reason)]).await.leads(REVIEWS);
    mara.get(REVIEWS).await
}

/// Presses *Undo* in the bar at the bottom of this page.
async fn undo(mara: &Visitor, page: &Reply) -> Reply {
    let (before, _) = page.body.split_once("data-key=\"u\"").unwrap_or_else(|| panic!("no undo: {}", page.body));
    let action = before.rsplit_once("action=\"").unwrap().1.split_once('"').unwrap().0;
    assert_eq!(mara.post(action, &[]).await.header("location"), REVIEWS);
    mara.get(REVIEWS).await
}

/// The reviews' places in lists, and the sums of the counters over all shards.
async fn listed(shop: &Shop) -> (Vec<String>, BTreeMap<String, i64>) {
    let (mut rows, mut counters) = (Vec::new(), BTreeMap::new());
    for row in table(&shop.world).await {
        let sk = row["SK"]["S"].text();
        if ["RV#", "RVS#"].iter().any(|start| sk.starts_with(start)) {
            rows.push(sk.to_owned());
        }
        if let Some(("RVC", of)) = sk.split_once('#') {
            let product = of.split('#').next().unwrap();
            for (name, value) in row.object().iter().filter(|(name, _)| !name.ends_with("ed_at")) {
                let count = value["N"].as_str().map_or(0, |number| number.parse().unwrap());
                *counters.entry(format!("{product} {name}")).or_default() += count;
            }
        }
    }
    rows.sort();
    counters.retain(|_, count| *count != 0);
    (rows, counters)
}

#[tokio::test]
async fn a_customers_review_comes_before_all_that_an_import_brought_hidden() {
    let (shop, mara) = signed_in().await;
    let id = imported(&shop, 182, 218).await;
    let none = mara.get("/console/today").await.body;
    none.shows(["No reviews are waiting for you", "<h3>182 from your import</h3>", "<title>Today"]);
    mara.get(REVIEWS).await.shows(["No reviews by your customers are waiting.", "To decide <b>0</b>"]);
    shop.jump(MINUTE);
    let own = written(&shop, "Call 0171 234 56 78.").await;

    let page = mara.get(REVIEWS).await.body;
    let heading = ">From the import of 20 November 2026: 182<";
    page.shows(["<title>(1) Reviews", "To decide <b>1</b>", "<span class=\"unseen\">1 waiting</span>", heading]);
    let (above, below) = page.split_once(heading).unwrap();
    assert_eq!((above.matches("data-row").count(), below.matches("data-row").count()), (1, 5), "{page}");
    assert!(above.contains(&format!("{REVIEWS}/{own}\"")) && !above.contains("Author "), "{above}");
    let all = mara.get(&format!("{REVIEWS}?import={id}")).await.body;
    below.shows([&format!("href=\"{REVIEWS}?import={id}\"")]);
    assert!(all.matches("data-row").count() == 20 && all.contains(heading) && !all.contains("Jane D."), "{all}");
    let (_, next) = all.rsplit_once(&format!("href=\"{REVIEWS}?import={id}&#38;after=")).unwrap();
    let next = mara.get(&format!("{REVIEWS}?import={id}&after={}", next.split_once('"').unwrap().0)).await.body;
    assert_eq!(next.matches("data-row").count(), 20, "{next}");

    let today = mara.get("/console/today").await.body;
    today.shows(["1 review is waiting for you", "<h3>182 from your import</h3>", "<title>(1) Today", "Call 0171"]);
    assert!(!today.contains("Author "), "the longest wait is a customer's: {today}");
    mara.get(&format!("{REVIEWS}/{own}")).await.shows(["1 of 1 to decide."]);
    let (_, of_import) = below.split_once(&format!("href=\"{REVIEWS}/")).unwrap();
    let review = mara.get(&format!("{REVIEWS}/{}", of_import.split_once(['#', '"']).unwrap().0)).await.body;
    review.shows(["1 of 182 to decide.", "name=\"next\""]);
    mara.get("/console/products").await.shows(["<span class=\"chip w0\">1 waiting<"]);
}

#[tokio::test]
async fn the_list_is_filtered_by_why_reviews_wait() {
    let (shop, mara) = signed_in().await;
    imported(&shop, 3, 1).await;
    written(&shop, "Call 0171 234 56 78.").await;
    shop.sets(json!({"moderation": "hold"})).await;
    written(&shop, "Heavy.").await;
    // One page has all that wait, so the filter's choices have numbers.
    mara.get(REVIEWS)
        .await
        .shows(["Every review waits for a decision (1)", "Was hidden in the system it came from (3)"]);
    for (query, own, of_import) in [
        ("why=contact_data", vec!["Call"], 0),
        ("why=moderation", vec!["Heavy."], 0),
        ("why=hidden_before", vec![], 3),
        ("why=visitor", vec![], 0),
        ("why=edit_of_withheld", vec![], 0),
        ("why=anything", vec!["Call", "Heavy."], 3),
        ("q=text&why=hidden_before", vec![], 3),
        ("q=heavy&why=hidden_before", vec![], 0),
        ("show=published&why=hidden_before", vec![], 1),
    ] {
        let page = mara.get(&format!("{REVIEWS}?{query}")).await.body;
        let found = ["Call", "Heavy."]
            .into_iter()
            .filter(|text| page.contains(&format!("<p class=\"cut\" dir=\"auto\">{text}")));
        assert_eq!((found.collect::<Vec<_>>(), page.matches(">Author ").count()), (own, of_import), "{query}: {page}");
        // A filter shows only some of them, and the buttons are about all.
        assert_eq!(page.contains("Publish all"), query == "why=anything", "{query}");
    }
    let page = mara.get(&format!("{REVIEWS}?why=hidden_before")).await.body;
    page.shows(["<option value=\"hidden_before\" selected>Was hidden in the system it came from<"]);
    assert!(!mara.get(&format!("{REVIEWS}?show=all")).await.body.contains("name=\"why\""));
}

#[tokio::test]
async fn all_of_an_import_are_published_at_once_and_wait_again_after_one_undo() {
    let (shop, mara) = signed_in().await;
    let id = imported(&shop, 182, 18).await;
    let own = written(&shop, "Call 0171 234 56 78.").await;
    let before = listed(&shop).await;
    assert_eq!(states(&shop).await, [183, 18, 0]);

    let page = decide(&mara, "publish", "").await;
    page.shows(["182 from your import are being published.", "The decision is being carried out."]);
    take_long(&shop, 100);
    run_once(&shop).await;
    take_no_longer(&shop);
    let so_far = "The decision is being carried out. 100 of 182.</p>\n<progress max=\"100\" value=\"54\"";
    mara.get(REVIEWS).await.shows([": 82<", so_far, "name=\"number\" value=\"82\""]);
    mara.get(&format!("/console/files/{id}")).await.shows([so_far]).lacks(["were published"]);
    shop.settle().await;
    assert_eq!(states(&shop).await, [1, 200, 0]);
    mara.get(REVIEWS).await.shows(["To decide <b>1</b>"]).lacks(["From the import"]);
    assert!(!mara.get("/console/today").await.body.contains("from your import"));
    let published = shop.get("/api/v1/reviews?state=published&sort=oldest&limit=1").await.json()["reviews"][0].clone();
    let path = format!("/api/v1/reviews/{}/history", published["id"]);
    let history = shop.get(path.clone()).await.json();
    let last = |history: &Value| {
        let line = history["history"].list().last().unwrap();
        (line["what"].owned(), line["by"]["type"].owned())
    };
    assert_eq!(last(&history), ("published".to_owned(), "member".to_owned()), "{history}");
    let audit = mara.get("/console/audit").await.body;
    assert!(audit.contains("Published an import’s waiting reviews") && audit.contains(MARA), "{audit}");
    let file = mara.get(&format!("/console/files/{id}")).await.body;
    file.shows([&format!("action=\"{REVIEWS}/imports/{id}/undo\"")]);

    // The message about the decision has the button.
    let undone = undo(&mara, &page).await;
    undone.shows(["the reviews from your import wait again"]);
    shop.settle().await;
    assert_eq!(listed(&shop).await, before, "as if nothing had been decided");
    assert_eq!(states(&shop).await, [183, 18, 0]);
    let history = shop.get(path).await.json();
    assert_eq!(last(&history), ("undone".to_owned(), "member".to_owned()), "{history}");
    mara.get(REVIEWS).await.shows([": 182<", &format!("{REVIEWS}/{own}\"")]);
    shop.advance(MINUTE * 7).await;
    assert_eq!(shop.notifications().len(), 0, "nobody gets an email about it");
}

#[tokio::test]
async fn all_are_withheld_for_one_reason_and_what_was_changed_since_stays() {
    let (shop, mara) = signed_in().await;
    imported(&shop, 5, 1).await;
    let (path, number) = form(&mara.get(REVIEWS).await, "withhold");
    for (fields, said) in [
        (vec![("number", number.as_str())], "Please choose a reason."),
        (vec![("number", &number), ("reason", "low_rating")], "Please choose a reason."),
        (vec![("number", "4"), ("reason", "fake")], "the number changed in the meantime"),
        (vec![("reason", "fake")], "the number changed in the meantime"),
    ] {
        mara.post(&path, &fields).await.is(303);
        mara.get(REVIEWS).await.shows([said]).lacks(["data-key=\"u\""]);
        shop.settle().await;
        assert_eq!(states(&shop).await, [5, 1, 0]);
    }
    let page = decide(&mara, "withhold", "fake").await;
    mara.post(&path.replace("withhold", "publish"), &[("number", "5")]).await.is(303);
    assert!(mara.get(REVIEWS).await.body.contains("another decision is being carried out"));
    shop.settle().await;
    assert_eq!(states(&shop).await, [0, 1, 5]);
    let withheld = shop.get("/api/v1/reviews?state=withheld&sort=oldest").await.json()["reviews"].clone();
    assert!(withheld.list().iter().all(|review| review["reason"] == "fake"), "{withheld}");
    mara.get("/console/audit").await.shows(["Withheld an import’s waiting reviews", "fake"]);

    let of = |number: usize| withheld[number]["id"].number();
    shop.publish(of(0)).await;
    shop.withhold(of(1), "abusive").await;
    shop.put(format!("/api/v1/reviews/{}/reply", of(2)), json!({"text": "We are sorry."})).await.is(200);
    undo(&mara, &page).await;
    shop.settle().await;
    assert_eq!(states(&shop).await, [2, 2, 2]);
    // Again: nothing more happens.
    undo(&mara, &page).await;
    shop.settle().await;
    assert_eq!(states(&shop).await, [2, 2, 2]);
    decide(&mara, "publish", "").await;
    shop.settle().await;
    assert_eq!(states(&shop).await, [0, 4, 2]);
}

#[tokio::test]
async fn only_who_may_decide_decides_and_only_about_imports_of_the_shop() {
    let shop = shop().await;
    let id = imported(&shop, 2, 1).await;
    for (email, role, may) in [("ro@example.com", "reader", false), ("jo@example.com", "moderator", true)] {
        let visitor = Visitor::member(&shop, email, role).await;
        let page = visitor.get(REVIEWS).await.body;
        assert!(page.contains("From the import of") && page.contains("Publish all") == may, "{role}: {page}");
        let reply = visitor.post(&format!("{REVIEWS}/imports/{id}/undo"), &[]).await;
        assert_eq!(reply.status, if may { 303 } else { 403 }, "{role}");
    }
    let lee = Visitor::member(&shop.beside("zzz").await, "lee@example.com", "owner").await;
    for action in ["publish", "withhold", "undo"] {
        for id in [id.as_str(), "6f4770fc-b8ee-4bf2-9977-d048a7f27987", "x"] {
            let fields = [("number", "2"), ("reason", "fake")];
            assert_eq!(lee.post(&format!("{REVIEWS}/imports/{id}/{action}"), &fields).await.status, 404, "{action}");
        }
    }
    shop.settle().await;
    assert_eq!(states(&shop).await, [2, 1, 0]);
}

/// Makes the table one of an earlier version: reviews without their import, and one list for everything that waits.
async fn as_before(shop: &Shop) {
    let client = shop.dynamodb();
    for mut row in rows(shop).await {
        let [pk, sk] = ["PK", "SK"].map(|name| row[name].as_s().unwrap().clone());
        row.retain(|name, _| name != "held_by" && !name.starts_with("waits_"));
        if let Some(Ok(stored)) = row.get("review").map(AttributeValue::as_s) {
            let mut review: Value = serde_json::from_str(stored).unwrap();
            if let Some(origin) = review["origin"].get_mut("import").and_then(Value::as_object_mut) {
                origin.remove("import").unwrap();
            }
            row.insert("review".to_owned(), AttributeValue::S(review.to_string()));
        }
        if let Some((_, id)) = sk.strip_prefix("RVS#@waits#@").and_then(|rest| rest.split_once('#')) {
            let key =
                [("PK", &pk), ("SK", &sk)].map(|(name, value)| (name.to_owned(), AttributeValue::S(value.clone())));
            client.delete_item().table_name(local::TABLE).set_key(Some(key.into())).send().await.unwrap();
            let list = pk.rsplit_once('@').unwrap().0;
            row.insert("PK".to_owned(), AttributeValue::S(format!("{list}@all")));
            row.insert("SK".to_owned(), AttributeValue::S(format!("RVS#@waits#@all#{id}")));
        }
        client.put_item().table_name(local::TABLE).set_item(Some(row)).send().await.unwrap();
    }
}

#[tokio::test]
async fn what_an_earlier_version_imported_is_listed_filtered_and_decided() {
    let (shop, mara) = signed_in().await;
    imported(&shop, 3, 1).await;
    written(&shop, "Call 0171 234 56 78.").await;
    as_before(&shop).await;
    for query in ["", "?why=hidden_before"] {
        let page = mara.get(&format!("{REVIEWS}{query}")).await.body;
        assert!(page.matches(">Author ").count() == 3 && page.contains("To decide <b>4</b>"), "{page}");
        assert!(page.contains("Call <mark>") == query.is_empty() && !page.contains("Publish all"), "{page}");
    }
    let waiting = shop.get("/api/v1/reviews?state=submitted").await.json()["reviews"].clone();
    for review in waiting.list() {
        shop.publish(review["id"].number()).await;
    }
    assert_eq!(states(&shop).await, [0, 5, 0]);
    let (rows, _) = listed(&shop).await;
    assert!(!rows.iter().any(|row| row.starts_with("RVS#@waits")), "{rows:?}");
}
