//! What the calls leave in the queue, the table and the bucket.

use super::{DONE_WITHIN, ERASE, EXPORT, asked, done, shown};
use crate::support::*;

#[tokio::test]
async fn each_run_waits_in_its_shops_group_and_queue_and_record_name_nobody() {
    let shop = Shop::new().await;
    shop.created(json!({"skip_email": true})).await;
    let groups = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&groups);
    shop.aws().set_tampering(move |call, body: &mut Value| {
        if call.operation == "SendMessage" && body["QueueUrl"].text().ends_with(Work::Privacy.as_ref()) {
            assert!(body["MessageBody"].text().contains("receipt") && !body.to_string().contains("jane"), "{body}");
            noted.lock().unwrap().push(body["MessageGroupId"].clone());
        }
    });
    done(&shop, ERASE, json!({"email": "jane@example.com"})).await;
    assert_eq!(*groups.lock().unwrap(), ["fern.live", "fern.live"], "as asked for, and for the second look");
    let rows = format!("{:?}", table(&shop.world).await);
    assert!(rows.contains("PRIV#") && !rows.contains("jane"));
    let files = shop.aws().objects();
    assert!(files.iter().any(|key| key.starts_with("erasures/fern.live/")), "{files:?}");
    for key in files {
        assert!(!String::from_utf8_lossy(&shop.aws().object(&key).unwrap()).contains("jane"), "{key}");
    }
}

#[tokio::test]
async fn an_export_can_be_downloaded_for_24_hours() {
    let shop = Shop::new().await;
    let receipt = asked(&shop, EXPORT, json!({"email": "jane@example.com"})).await;
    shop.advance(DONE_WITHIN).await;
    let url = shown(&shop, &receipt).await["download_url"].owned();
    let download = || crate::hub::photos::view(&shop, &url);
    let answer = download();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "application/json");
    shop.jump(HOUR * 23 + MINUTE * 58);
    assert_eq!(download().status(), 200);
    shop.jump(MINUTE * 3);
    assert_eq!(download().status(), 403);
}
