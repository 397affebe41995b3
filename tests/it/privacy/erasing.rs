//! After an erasure nothing of the person's data is left, and other people's data is unchanged.

use super::person::{self, EMAIL, PHONE, Person, canaries, found, indexes, rows};
use super::{DONE_WITHIN, ERASE, EXPORT, asked, done, shown};
use crate::hub::photos;
use crate::support::*;

fn subjects(person: &Person) -> [Value; 3] {
    [
        json!({"email": EMAIL.to_uppercase()}),
        json!({"phone": "+49 171 9876543"}),
        json!({"customer_id": person.customer}),
    ]
}

/// The keys in the table that still lead to the person: by their customer, the digests of their addresses, or their
/// links.
async fn traces(shop: &Shop, person: &Person) -> Vec<String> {
    let customer = domain::values::CustomerId::from_guid(Guid::parse(&person.customer).unwrap()).unwrap();
    let [email, phone] = indexes(shop).await;
    let digits = format!("{:016}", customer.get());
    let is_trace = |text: &str| [&digits, &email, &phone].into_iter().any(|trace| text.contains(trace.as_str()));
    let mut traces = Vec::new();
    for row in rows(shop).await {
        let sk = row["SK"].as_s().unwrap().clone();
        // The suppression stays, and so does the record of the erasure.
        if !sk.starts_with("SUP#") && !sk.starts_with("PRIV#") && is_trace(&format!("{row:?}")) {
            traces.push(sk);
        }
    }
    traces
}

/// A review's history, without its notes.
async fn history(shop: &Shop, review: u64) -> Vec<Value> {
    let history = shop.get(format!("/api/v1/reviews/{review}/history")).await.json();
    let lines = history["history"].list().iter();
    lines.map(|line| with(line.clone(), json!({"note": null}))).collect()
}

#[tokio::test]
async fn nothing_of_the_person_is_left_in_table_bucket_queues_and_schedules_but_counters_and_wordless_history() {
    for number in 0..3 {
        let shop = Shop::new().await;
        let person = Person::live(&shop).await;
        assert!(done(&shop, EXPORT, json!({"email": EMAIL})).await["download_url"].is_string());
        let before = found(&shop, &canaries()).await;
        assert_eq!(before.len(), canaries().len(), "the search finds each: {:?}", before.keys());
        assert!(!traces(&shop, &person).await.is_empty());
        let (counters, written) = (shop.counters().await, history(&shop, person.review).await);

        let subject = &subjects(&person)[number];
        let erased = done(&shop, ERASE, subject.clone()).await;
        assert!(erased["counts"]["customers"] == 1 && erased["counts"]["requests"].as_u64() >= Some(4), "{erased}");
        assert_eq!(found(&shop, &canaries()).await, Default::default(), "by {subject}");
        assert_eq!(traces(&shop, &person).await, Vec::<String>::new());
        let files: Vec<_> = shop.aws().objects();
        assert!(files.iter().all(|key| key.starts_with("erasures/")), "{files:?}");
        shop.browse(&person.hub).await.is(404);
        for list in ["messages", "customers"] {
            let listed = shop.get(format!("/beacon/{list}")).await.json();
            assert_eq!((&listed["data"], &listed["pagination"]["total"]), (&json!([]), &json!(0)), "none is counted");
        }
        shop.get(format!("/api/v1/review-requests/{}", person.waiting)).await.is_error(404, "not_found");
        shop.get(format!("/api/v1/reviews/{}", person.review)).await.is_error(404, "not_found");
        assert_eq!(shop.counters().await, counters);
        let after = history(&shop, person.review).await;
        assert_eq!(after[..written.len()], written);
        assert_eq!((after.len(), &after[written.len()]["what"]), (written.len() + 1, &json!("erased")));

        let left = rows(&shop).await.len();
        let again = done(&shop, ERASE, subject.clone()).await;
        assert!(again["counts"].object().values().all(|count| *count == 0), "{again}");
        assert_eq!(rows(&shop).await.len(), left + 2, "its receipt, and its line of the audit log");
    }
}

#[tokio::test]
async fn withdrawn_and_removed_reviews_lose_their_author_too() {
    for end in ["withdraw", "remove"] {
        let (shop, _, hub) = Shop::asking(json!({"email": EMAIL, "product_ids": [MUG], "skip_email": true})).await;
        shop.review(&hub, 0).await;
        match end {
            "withdraw" => shop.sends("withdraw", &hub, &[("sure", "yes")]).await.is(303),
            _ => shop.delete(format!("/api/v1/reviews/{}", shop.newest_review().await["id"])).await.is(200),
        };
        let authors = async || format!("{:?}", rows(&shop).await).matches("\\\"author\\\"").count();
        assert_eq!(authors().await, 1);
        done(&shop, ERASE, json!({"email": EMAIL})).await;
        assert_eq!(authors().await, 0, "{end}");
    }
}

/// Each of these erasures changes rows that the others also change.
#[tokio::test]
async fn a_dozen_erasures_of_one_person_at_once_are_done_within_a_minute() {
    let shop = Shop::new().await;
    Person::live(&shop).await;
    let mut receipts = Vec::new();
    for number in 0..12 {
        let subject = if number % 2 == 0 { json!({"email": EMAIL}) } else { json!({"phone": PHONE}) };
        receipts.push(asked(&shop, ERASE, subject).await);
    }
    let queued = format!("{:?}", shop.aws().queue(Work::Privacy).unwrap().bodies());
    queued.shows([&receipts[0]]).lacks([EMAIL, &PHONE[1..]]);
    shop.advance(DONE_WITHIN).await;
    for receipt in receipts {
        let shown = shown(&shop, &receipt).await;
        assert_eq!(shown["status"], "done", "{shown}");
    }
    assert_eq!(found(&shop, &canaries()).await, Default::default());
}

#[tokio::test]
async fn a_persons_earlier_address_is_erased_with_them() {
    let shop = Shop::new().await;
    let upsert = async |body: Value| shop.post("/beacon/customers", body).await.is(200).json()["data"]["id"].owned();
    let id = upsert(json!({"first_name": "Willa", "phone": PHONE})).await;
    assert_eq!(upsert(json!({"first_name": "Willa", "phone": PHONE, "email": EMAIL})).await, id);
    shop.post("/beacon/asks", json!({"email": EMAIL})).await.is(200);
    shop.settle().await;
    shop.suppresses(EMAIL).await;
    done(&shop, ERASE, json!({"customer_id": id})).await;
    assert_eq!(found(&shop, &[EMAIL, PHONE, "Willa"]).await, Default::default());
    assert_eq!(shop.get(format!("/api/v1/suppressions/{EMAIL}")).await.json()["reason"], "erased");
}

/// The call began before everything was removed, and writes after that.
#[tokio::test]
async fn writes_of_a_call_under_way_are_removed_half_a_minute_later() {
    let (shop, id, _) = Shop::asking(json!({"email": EMAIL, "product_ids": [MUG], "skip_email": true})).await;
    let receipt = asked(&shop, ERASE, json!({"email": EMAIL})).await;
    shop.settle().await;
    assert_eq!(found(&shop, &[EMAIL]).await, Default::default());
    assert_eq!(shown(&shop, &receipt).await["status"], "running");
    let id = domain::values::RequestId::new(id).unwrap();
    let keys = person::keys(&shop).await;
    let sk = format!("REV#{:016}#00#unsent", id.get());
    let sealed = keys.seal(&sk, "text", person::BEGUN, &vault::Random::system()).unwrap();
    let client = shop.dynamodb();
    let put = client.put_item().table_name(local::TABLE).item("SK", AttributeValue::S(sk));
    let put = put.item("PK", AttributeValue::S(format!("T#{}#REV#{:016}", shop.tenant, id.get())));
    put.item("text", AttributeValue::B(sealed.into())).send().await.unwrap();
    assert_eq!(found(&shop, &[person::BEGUN]).await.len(), 1);
    shop.advance(SECOND * 31).await;
    assert_eq!(shown(&shop, &receipt).await["status"], "done");
    assert_eq!(found(&shop, &[person::BEGUN]).await, Default::default());
}

#[tokio::test]
async fn the_photo_of_a_review_that_was_never_sent_is_found_as_long_as_there_is_its_file() {
    let (shop, _, hub) = Shop::asking(json!({"email": EMAIL, "product_ids": [MUG], "skip_email": true})).await;
    photos::upload(&shop, &hub, &photos::jpeg(8, 8)).await;
    shop.settle().await;
    let aws = shop.aws();
    let tag = aws.tags(&aws.objects()[0]).unwrap();
    let days = tag.strip_prefix("unsent=").unwrap();
    let template = std::fs::read_to_string(crate::deployment::template::root().join("template.yaml")).unwrap();
    let rule = format!("Key: unsent, Value: \"{days}\" }}]\n            ExpirationInDays: {days}\n");
    assert!(template.contains(&rule), "{rule}");
    // The bucket's rule deletes files at the next midnight, and DynamoDB has removed the expired items.
    shop.jump(SignedDuration::from_hours(24 * days.parse::<i64>().unwrap() + 12));
    let client = shop.dynamodb();
    for row in rows(&shop).await {
        let ttl = row.get("ttl").map(|ttl| ttl.as_n().unwrap().parse::<i64>().unwrap());
        if ttl.is_some_and(|ttl| ttl <= shop.now().as_second()) {
            let delete = client.delete_item().table_name(local::TABLE).key("PK", row["PK"].clone());
            delete.key("SK", row["SK"].clone()).send().await.unwrap();
        }
    }
    let erased = done(&shop, ERASE, json!({"email": EMAIL})).await;
    assert_eq!(erased["counts"]["photos"], 1, "{erased}");
    assert!(aws.objects().iter().all(|key| key.starts_with("erasures/")), "{:?}", aws.objects());
}
