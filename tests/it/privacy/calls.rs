//! Each call, field and error.

use super::{DONE_WITHIN, ERASE, EXPORT, asked, done, shown};
use crate::support::*;

const RECEIPT: &str = "6f4770fc-b8ee-4bf2-9977-d048a7f27987";

#[tokio::test]
async fn a_receipt_has_exactly_its_fields() {
    let shop = Shop::new().await;
    for (path, kind) in [(EXPORT, "export"), (ERASE, "erase")] {
        let reply = shop.post(path, json!({"email": "jane@example.com"})).await.is(202);
        assert_eq!(keys(&reply.json()), ["ok", "receipt", "status"]);
        let receipt = reply.json()["receipt"].owned();
        let running = shown(&shop, &receipt).await;
        let fields = ["counts", "download_url", "finished_at", "kind", "receipt", "requested_at", "status"];
        assert_eq!(keys(&running), fields);
        has(&running, json!({"kind": kind, "status": "running", "finished_at": null, "download_url": null}));
        assert_eq!(running["requested_at"].text().parse::<Timestamp>().unwrap(), shop.now());
        let counted =
            words("charges customers deliveries drafts messages orders photos problems requests reviews suppressions");
        assert_eq!(keys(&running["counts"]), counted);
        shop.advance(DONE_WITHIN).await;
        let done = shown(&shop, &receipt).await;
        assert_eq!((&done["status"], &done["receipt"]), (&json!("done"), &json!(receipt)));
        let finished: Timestamp = done["finished_at"].text().parse().unwrap();
        assert!(finished <= shop.now() && finished.duration_since(shop.now()) <= DONE_WITHIN);
        assert_eq!(done["download_url"].is_string(), kind == "export");
    }
}

#[tokio::test]
async fn each_run_waits_in_its_shops_group() {
    let shop = Shop::new().await;
    let groups = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&groups);
    shop.aws().set_tampering(move |call, body: &mut Value| {
        if call.operation == "SendMessage" && body["QueueUrl"].text().ends_with(Work::Privacy.as_ref()) {
            noted.lock().unwrap().push(body["MessageGroupId"].clone());
        }
    });
    done(&shop, ERASE, json!({"email": "jane@example.com"})).await;
    assert_eq!(*groups.lock().unwrap(), ["fern.live", "fern.live"], "as asked for, and for the second look");
}

#[tokio::test]
async fn an_unknown_person_gets_the_same_answer() {
    let shop = Shop::new().await;
    shop.created(json!({"skip_email": true})).await;
    let customer = domain::values::CustomerId::new(7).unwrap().guid().to_string();
    for subject in
        [json!({"email": "nobody@example.com"}), json!({"phone": "+491711234567"}), json!({"customer_id": customer})]
    {
        for path in [EXPORT, ERASE] {
            let done = done(&shop, path, subject.clone()).await;
            assert!(done["counts"].object().values().all(|count| *count == 0), "{done}");
        }
    }
}

#[tokio::test]
async fn exactly_one_of_email_phone_and_customer_id_is_required() {
    let shop = Shop::new().await;
    let guid = domain::values::CustomerId::new(7).unwrap().guid().to_string();
    for body in [
        json!({}),
        json!({"email": null}),
        json!({"email": ""}),
        json!({"email": "jane"}),
        json!({"email": 7}),
        json!({"phone": "12"}),
        json!({"phone": true}),
        json!({"customer_id": "7"}),
        json!({"customer_id": 7}),
        json!({"customer_id": RECEIPT}),
        json!({"email": "jane@example.com", "phone": "+491711234567"}),
        json!({"email": "jane@example.com", "customer_id": guid}),
        json!({"email": "jane@example.com", "phone": 7}),
    ] {
        for path in [EXPORT, ERASE] {
            shop.post(path, body.clone()).await.is_error(422, "invalid_subject");
        }
    }
    let queued = shop.aws().queue(Work::Privacy).unwrap().bodies();
    assert_eq!(queued, Vec::<String>::new(), "nothing was queued");
}

#[tokio::test]
async fn reviews_is_delete_or_anonymise() {
    let shop = Shop::new().await;
    for bad in [json!("keep"), json!(""), json!(1), json!(["delete"])] {
        shop.post(ERASE, json!({"email": "jane@example.com", "reviews": bad})).await.is_error(422, "invalid_reviews");
    }
    for good in [json!("delete"), json!("anonymise"), Value::Null] {
        asked(&shop, ERASE, json!({"email": "jane@example.com", "reviews": good})).await;
    }
    // An export has no such field, and ignores it.
    asked(&shop, EXPORT, json!({"email": "jane@example.com", "reviews": "keep"})).await;
}

#[tokio::test]
async fn a_call_that_cannot_be_queued_is_503_and_done_when_it_is_repeated() {
    use small_aws::{Fault, Service};
    let shop = Shop::new().await;
    let call = async || {
        let body = json!({"email": "jane@example.com"});
        shop.call("POST", ERASE).header("idempotency-key", "once").json(&body).send().await
    };
    shop.fails(Service::Sqs, Fault::ServerError);
    call().await.is_error(503, "unavailable");
    shop.heals();
    let repeated = call().await;
    assert_eq!((repeated.status.as_u16(), repeated.header("idempotent-replayed")), (202, ""));
    shop.advance(DONE_WITHIN).await;
    assert_eq!(shown(&shop, repeated.json()["receipt"].text()).await["status"], "done");
}

#[tokio::test]
async fn an_export_can_be_downloaded_for_24_hours() {
    let shop = Shop::new().await;
    shop.created(json!({"skip_email": true})).await;
    let receipt = asked(&shop, EXPORT, json!({"email": "jane@example.com"})).await;
    shop.advance(DONE_WITHIN).await;
    let url = shown(&shop, &receipt).await["download_url"].owned();
    url.shows(["X-Amz-Signature"]);
    let download = || crate::hub::photos::view(&shop, &url);
    let answer = download();
    assert_eq!(
        (answer.status().as_u16(), answer.headers()["content-type"].as_bytes()),
        (200, &b"application/json"[..])
    );
    shop.jump(HOUR * 23 + MINUTE * 58);
    assert_eq!(download().status(), 200);
    assert!(shown(&shop, &receipt).await["download_url"].is_string());
    shop.jump(MINUTE * 3);
    assert_eq!(download().status(), 403);
    assert_eq!(shown(&shop, &receipt).await["download_url"], Value::Null);
}

#[tokio::test]
async fn the_queue_and_the_record_name_nobody() {
    let shop = Shop::new().await;
    shop.created(json!({"skip_email": true})).await;
    asked(&shop, ERASE, json!({"email": "jane@example.com"})).await;
    let queued = shop.aws().queue(Work::Privacy).unwrap().bodies().concat();
    assert!(queued.contains("receipt") && !queued.contains("jane"), "{queued}");
    shop.advance(DONE_WITHIN).await;
    let rows = format!("{:?}", table(&shop.world).await);
    assert!(rows.contains("PRIV#") && !rows.contains("jane"));
    let files: Vec<_> = shop.aws().objects();
    assert!(files.iter().any(|key| key.starts_with("erasures/fern.live/")), "{files:?}");
    for key in files {
        assert!(!String::from_utf8_lossy(&shop.aws().object(&key).unwrap()).contains("jane"), "{key}");
    }
}
