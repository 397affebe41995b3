//! Export, import into a fresh shop, export: equal.

use super::{ask_facts, import_as, numbers, reviews};
use crate::support::*;

/// The columns that cannot be equal in another shop: ids of its own; its own knowledge and decisions; photos, which are
/// not fetched yet; and the times at which it published.
const OWN_CSV: &str = "id uuid verification status reason photo_urls origin published_at updated_at";
const OWN_JSON: &str = "id uuid is_verified_buyer verification status state reason origin photos pending_edit request_id \
    revision publish_count published_at updated_at";
/// From an import to an import only these differ.
const OF_IMPORTS: &str = "id uuid published_at updated_at";

/// A shop with reviews of every kind.
async fn full() -> Shop {
    let shop = Shop::new().await;
    ask_facts(&shop).await;
    for (item, text, name) in
        [("4", "=1+1, \"quoted\"\nand wärm", "Jöhn"), ("1", "'@everybody", "'Jane'"), ("5", "Fine.", "")]
    {
        shop.rates(&[("rating", item), ("text", text), ("display_name", name)]).await;
        shop.jump(SECOND);
    }
    let (_, hub) = shop.created(json!({"skip_email": true})).await;
    shop.review(&hub, 0).await;
    let (_, hub) = shop.created(json!({"product_ids": [TRAY], "skip_email": true})).await;
    shop.writes(&hub, &[("rating", "2"), ("headline", "+1"), ("text", "Thin."), ("display_name", "")]).await.is(303);
    let lines = json!({"external_review_id": "y-1", "platform": "yotpo", "product_id": "9", "rating": 3, "title": "So so",
        "body": "-1 star", "name": "Ann", "language": "fr", "created_at": "2019-03-02T10:00:00Z",
        "edited_at": "2019-04-15T10:00:00Z", "experienced_at": "2019-02-20",
        "facts": {"How does it fit?": "Runs small", "Good value?": "No"},
        "reply": {"text": "Sorry.", "created_at": "2019-04-01T00:00:00Z", "updated_at": "2019-05-01T00:00:00Z"}});
    import_as(&shop, "format=afterword", "application/x-ndjson", &lines.to_string()).await;
    let newest = shop.newest_review().await["id"].clone();
    shop.put(format!("/api/v1/reviews/{newest}/reply"), json!({"text": "@you: thanks!"})).await.is(200);
    shop.jump(SECOND);
    // The answer to it is from before the author's edit.
    let hub = shop.rates(&[("rating", "4"), ("text", "Good."), ("display_name", "Jo")]).await;
    let answered = shop.newest_review().await["id"].clone();
    shop.put(format!("/api/v1/reviews/{answered}/reply"), json!({"text": "Glad!"})).await.is(200);
    shop.jump(SECOND);
    shop.writes(&hub, &[("rating", "2"), ("text", "Bad."), ("display_name", "Jo")]).await.is(303);
    let reviews = reviews(&shop).await;
    assert!(reviews.iter().any(|review| review["reply"]["before_edit"] == true));
    let thin = reviews.iter().find(|review| review["content"] == "Thin.").unwrap();
    shop.call("PATCH", format!("/api/v1/reviews/{}/reject", thin["id"])).send().await.is(200);
    shop
}

/// The rows of an export without these columns.
fn rows(file: &str, is_csv: bool, without: &str) -> Vec<Value> {
    let rows: Vec<Value> = match is_csv {
        true => csv::Reader::from_reader(file.as_bytes())
            .deserialize::<BTreeMap<String, String>>()
            .map(|row| json!(row.unwrap()))
            .collect(),
        false => file.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
    };
    assert_eq!(rows.len(), 7);
    let strip = |mut row: Value| {
        row.as_object_mut().unwrap().retain(|name, _| !words(without).contains(&name.as_str()));
        row
    };
    let mut rows: Vec<_> = rows.into_iter().map(strip).collect();
    // Reviews of the same second may change places.
    rows.sort_by_key(|row| row["external_review_id"].to_string());
    rows
}

#[tokio::test]
async fn an_export_goes_to_a_fresh_shop_and_on_to_another() {
    for (path, content_type, own) in
        [("/api/v1/reviews.csv", "text/csv", OWN_CSV), ("/api/v1/reviews.jsonl", "application/x-ndjson", OWN_JSON)]
    {
        let first = full().await;
        let is_csv = content_type == "text/csv";
        let (mut exported, mut own) = (first.get(path).await.body, own);
        for name in ["oak", "elm"] {
            let fresh = first.beside(name).await;
            ask_facts(&fresh).await;
            let done = import_as(&fresh, "format=afterword", content_type, &exported).await;
            assert_eq!((numbers(&done), &done["errors"]), ((7, 7, 0), &json!([])));
            let again = fresh.get(path).await.body;
            assert_eq!(rows(&again, is_csv, own), rows(&exported, is_csv, own), "{name}");
            (exported, own) = (again, OF_IMPORTS);
        }
    }
}
