//! KMS.

use aws_sdk_kms::{Client, primitives::Blob, types::DataKeySpec};

use super::*;

#[tokio::test]
async fn a_data_key_opens_only_under_its_own_context() {
    let kms = Client::new(&small_aws().sdk_config());
    let generate = || {
        kms.generate_data_key()
            .key_id(KMS_KEY_ID)
            .key_spec(DataKeySpec::Aes256)
            .encryption_context("tenant", "demo")
            .encryption_context("purpose", "root")
            .send()
    };
    let (key, other) = (generate().await.unwrap(), generate().await.unwrap());
    assert_eq!(key.plaintext().unwrap().as_ref().len(), 32);
    assert_ne!(key.plaintext(), other.plaintext());

    let wrapped = key.ciphertext_blob().unwrap();
    let decrypt = |blob: Blob, tenant: &str| {
        kms.decrypt()
            .ciphertext_blob(blob)
            .encryption_context("purpose", "root")
            .encryption_context("tenant", tenant)
            .send()
    };
    let opened = decrypt(wrapped.clone(), "demo").await.unwrap();
    assert_eq!(opened.plaintext(), key.plaintext());
    let mut damaged = wrapped.clone().into_inner();
    damaged[20] ^= 1;
    for (blob, tenant) in [(wrapped.clone(), "other"), (Blob::new(damaged), "demo"), (Blob::new(*b"short"), "demo")] {
        let error = decrypt(blob, tenant).await.unwrap_err().into_service_error();
        assert!(error.is_invalid_ciphertext_exception(), "{error:?}");
    }
    let unknown = kms.generate_data_key().key_id("other").key_spec(DataKeySpec::Aes256);
    let error = unknown.send().await.unwrap_err().into_service_error();
    assert!(error.is_not_found_exception());
}
