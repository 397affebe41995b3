//! The content of a file after the process is gone.

use std::path::Path;

use aws_sdk_kms::types::DataKeySpec;

use super::*;

/// Makes one of everything and never closes the file, as a killed process would not.
async fn live(path: &Path, clock: MovableClock) -> aws_sdk_kms::primitives::Blob {
    let aws = SmallAws::open(Some(path), stack(), clock).unwrap();
    let config = aws.sdk_config();
    let sqs = aws_sdk_sqs::Client::new(&config);
    sqs.send_message().queue_url(queue_url(QUEUE)).message_body("{}").send().await.unwrap();
    let dynamodb = aws_sdk_dynamodb::Client::new(&config);
    let text = |value: &str| aws_sdk_dynamodb::types::AttributeValue::S(value.to_owned());
    let put = dynamodb.put_item().table_name(TABLE).item("PK", text("T#demo"));
    put.item("SK", text("TENANT")).send().await.unwrap();
    assert_eq!(aws.queue(QUEUE).unwrap().receive(1).unwrap().len(), 1);
    let kms = aws_sdk_kms::Client::new(&config);
    let key = kms.generate_data_key().key_id(KMS_KEY_ID).key_spec(DataKeySpec::Aes256);
    let key = key.send().await.unwrap();
    aws.move_clock(aws.clock().now() + seconds(3_600)).unwrap();
    std::mem::forget(aws);
    key.ciphertext_blob().unwrap().clone()
}

#[tokio::test]
async fn a_killed_process_loses_nothing_that_was_answered() {
    let file = TempFile::new("killed");
    let machine = MovableClock::frozen(NOON);
    let following = || {
        let machine = machine.clone();
        MovableClock::following(move || machine.now(), SignedDuration::ZERO)
    };
    let wrapped = live(&file.path(), following()).await;

    let aws = SmallAws::open(Some(&file.path()), stack(), following()).unwrap();
    assert_eq!(aws.clock().now(), NOON + seconds(3_600));
    let again = aws.queue(QUEUE).unwrap().receive(10).unwrap();
    assert_eq!((again.len(), again[0].receives), (1, 2), "what was in hand is delivered again");
    let dynamodb = aws_sdk_dynamodb::Client::new(&aws.sdk_config());
    assert_eq!(dynamodb.scan().table_name(TABLE).send().await.unwrap().count(), 1);
    let kms = aws_sdk_kms::Client::new(&aws.sdk_config());
    kms.decrypt().ciphertext_blob(wrapped.clone()).send().await.unwrap();
    let key = kms.generate_data_key().key_id(KMS_KEY_ID).key_spec(DataKeySpec::Aes256);
    assert_ne!(key.send().await.unwrap().ciphertext_blob(), Some(&wrapped));
}

#[test]
fn data_of_an_earlier_build_are_refused_with_what_to_do() {
    let file = TempFile::new("earlier");
    let open = || SmallAws::open(Some(&file.path()), stack(), MovableClock::frozen(NOON));
    drop(open().unwrap());
    let db = dynoxide::Database::new(file.path().to_str().unwrap()).unwrap();
    let settings = super::super::shelf::Shelf::<serde_json::Value>::open(&db, "setting").unwrap();
    settings.lock().put("layout", 1.into()).unwrap();
    let error = open().err().unwrap().to_string();
    assert!(error.contains("delete their folder"), "{error}");
}
