//! An export contains everything that was stored.

use super::person::{
    ANSWER, BEGUN, CUSTOMER, EDIT, EMAIL, NAME, NOTE, PHONE, PROBLEM, Person, REPLY, SHOWN, UNSURE, WORDS, canaries,
};
use super::{EXPORT, done};
use crate::support::*;

pub async fn exported(shop: &Shop, subject: Value) -> (Value, Value) {
    let done = done(shop, EXPORT, subject).await;
    let url = done["download_url"].text();
    let file = crate::hub::photos::view(shop, url).into_body();
    (serde_json::from_slice(&file).unwrap(), done["counts"].clone())
}

pub fn rows<'a>(document: &'a Value, list: &str) -> &'a Vec<Value> {
    document[list].as_array().unwrap_or_else(|| panic!("{list}"))
}

#[tokio::test]
async fn an_export_holds_what_was_put_in_until_an_erasure_and_changes_nothing() {
    let shop = Shop::new().await;
    let person = Person::live(&shop).await;
    let (document, counts) = exported(&shop, json!({"email": EMAIL})).await;
    assert_eq!(
        keys(&document),
        words(
            "charges customers deliveries drafts messages orders photos problems receipt reports requested_at requests \
            reviews suppressions",
        )
    );
    for canary in canaries() {
        assert!(document.to_string().contains(canary), "{canary}");
    }
    let [customer] = &rows(&document, "customers")[..] else { panic!("{document}") };
    has(customer, json!({"id": person.customer, "email": EMAIL, "phone": PHONE}));
    for (field, given) in CUSTOMER {
        assert_eq!(customer[field], given, "{field}");
    }
    let requests = rows(&document, "requests");
    let asked = requests.iter().find(|request| request["order_id"] == "A").unwrap();
    assert_eq!((&asked["email"], &asked["name"], &asked["product_ids"][0]), (&json!(EMAIL), &json!(NAME), &json!(MUG)));
    assert!(asked["sent_at"].is_string() && asked["opened_at"].is_string());
    assert!(requests.iter().any(|request| request["id"] == person.waiting && request["sent_at"].is_null()));
    assert!(rows(&document, "messages").iter().all(|message| message["status"] == "sent"));
    let [review] = &rows(&document, "reviews")[..] else { panic!("{document}") };
    has(review, json!({"id": person.review, "rating": 4, "text": WORDS, "display_name": SHOWN, "reply": REPLY}));
    assert_eq!(review["pending_edit"]["text"], EDIT);
    assert!(review["history"].list().iter().any(|line| line["note"] == NOTE));
    let [draft] = &rows(&document, "drafts")[..] else { panic!("{document}") };
    assert_eq!((&draft["text"], &draft["item"]), (&json!(BEGUN), &json!(1)));
    assert!(draft["answers"].to_string().contains(ANSWER) && draft.to_string().contains(UNSURE));
    let [problem] = &rows(&document, "problems")[..] else { panic!("{document}") };
    assert_eq!((&problem["text"], &problem["item"]), (&json!(PROBLEM), &Value::Null));
    let [photo] = &rows(&document, "photos")[..] else { panic!("{document}") };
    let seen = crate::hub::photos::view(&shop, photo["url"].text());
    assert_eq!((seen.status().as_u16(), &photo["width"], &photo["height"]), (200, &json!(8), &json!(8)));
    let orders = rows(&document, "orders");
    assert!(
        orders.len() == 2 && orders.iter().all(|order| order["email"] == EMAIL && order["items"][0]["title"] == "Mug")
    );
    let [charge] = &rows(&document, "charges")[..] else { panic!("{document}") };
    assert_eq!((&charge["amount"], &charge["currency"]), (&json!(1_250), &json!("EUR")));
    let addresses: Vec<_> = rows(&document, "suppressions").iter().map(|row| row["address"].clone()).collect();
    assert!(addresses.contains(&json!(EMAIL)) && addresses.contains(&json!(PHONE)));
    // They wait for their minute, in which the first decision is undone.
    let emails = rows(&document, "deliveries").iter();
    let emails: Vec<_> = emails.map(|email| json!([email["review_id"], email["about"], email["status"]])).collect();
    let email = |about: &str| json!([person.review, about, "scheduled"]);
    assert_eq!(emails, [email("review_withheld"), email("review_replied")]);
    for list in keys(&counts) {
        assert_eq!(counts[list], rows(&document, list).len(), "{list}");
    }

    // It names no link; otherwise somebody who reads the file could write in the person's name. And it changes nothing.
    assert!(!document.to_string().contains(token_of(&person.hub)));
    shop.browse(&person.hub).await.is(200);
    for subject in [json!({"phone": PHONE}), json!({"customer_id": person.customer})] {
        let (again, _) = exported(&shop, subject).await;
        for list in ["customers", "orders", "charges"] {
            assert_eq!(again[list], document[list], "{list}");
        }
    }
    done(&shop, super::ERASE, json!({"email": EMAIL})).await;
    let (document, _) = exported(&shop, json!({"email": EMAIL})).await;
    let [bar] = &rows(&document, "suppressions")[..] else { panic!("{document}") };
    assert_eq!(bar["address"], Value::Null);
    for list in ["customers", "requests", "messages", "reviews", "photos", "orders", "charges"] {
        assert_eq!(rows(&document, list), &Vec::<Value>::new(), "{list}");
    }
}
