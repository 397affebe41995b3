//! KMS: data keys under one root key, each bound to an encryption context.

use std::collections::BTreeMap;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use bytes::Bytes;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    names::{KMS_KEY_ARN, KMS_KEY_ID},
    wire::{self, Call, Refusal},
};

/// The length of a root key and of an AES-256 data key, in bytes.
pub(super) const KEY_LEN: usize = 32;

pub(super) struct Kms {
    root: [u8; KEY_LEN],
    wrapping: LessSafeKey,
}

impl Kms {
    pub(super) fn new(root: [u8; KEY_LEN]) -> anyhow::Result<Self> {
        let wrapping = UnboundKey::new(&AES_256_GCM, &root)
            .map_err(|_| anyhow::anyhow!("the KMS root key is not {KEY_LEN} bytes"))?;
        Ok(Self { root, wrapping: LessSafeKey::new(wrapping) })
    }

    pub(super) fn answer(&self, call: &Call, body: &Bytes, serial: u64) -> Result<Value, Refusal> {
        match call.operation.as_str() {
            "GenerateDataKey" => self.generate(&wire::parse(body)?, serial),
            "Decrypt" => self.decrypt(&wire::parse(body)?),
            _ => Err(Refusal::unknown(call)),
        }
    }

    /// The data key and the nonce come from a serial number that is used once under this root key, so that a world in
    /// memory is the same in every run.
    fn generate(&self, input: &GenerateDataKey, serial: u64) -> Result<Value, Refusal> {
        check_key(&input.key_id, "NotFoundException")?;
        if input.key_spec.as_deref() != Some("AES_256") {
            return Err(Refusal::bad("ValidationException", "the small AWS knows only AES_256"));
        }
        let serial = serial.to_be_bytes();
        let mut plaintext = [0; KEY_LEN];
        Salt::new(HKDF_SHA256, b"local data key")
            .extract(&self.root)
            .expand(&[&serial], HKDF_SHA256)
            .and_then(|key| key.fill(&mut plaintext))
            .map_err(|_| internal())?;
        let mut nonce = [0; NONCE_LEN];
        nonce[NONCE_LEN - serial.len()..].copy_from_slice(&serial);
        let mut sealed = plaintext.to_vec();
        self.wrapping
            .seal_in_place_append_tag(Nonce::from(&nonce), aad(&input.encryption_context), &mut sealed)
            .map_err(|_| internal())?;
        let blob = [nonce.as_slice(), &sealed].concat();
        Ok(json!({
            "KeyId": KMS_KEY_ARN,
            "Plaintext": BASE64.encode(plaintext),
            "CiphertextBlob": BASE64.encode(blob),
        }))
    }

    fn decrypt(&self, input: &Decrypt) -> Result<Value, Refusal> {
        if let Some(key_id) = &input.key_id {
            check_key(key_id, "IncorrectKeyException")?;
        }
        let invalid = || Refusal::bad("InvalidCiphertextException", "");
        let blob = BASE64.decode(&input.ciphertext_blob).map_err(|_| invalid())?;
        let (nonce, sealed) = blob.split_at_checked(NONCE_LEN).ok_or_else(invalid)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| invalid())?;
        let mut sealed = sealed.to_vec();
        let plaintext =
            self.wrapping.open_in_place(nonce, aad(&input.encryption_context), &mut sealed).map_err(|_| invalid())?;
        Ok(json!({
            "KeyId": KMS_KEY_ARN,
            "Plaintext": BASE64.encode(plaintext),
            "EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
        }))
    }
}

type Context = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct GenerateDataKey {
    key_id: String,
    key_spec: Option<String>,
    #[serde(default)]
    encryption_context: Context,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Decrypt {
    ciphertext_blob: String,
    key_id: Option<String>,
    #[serde(default)]
    encryption_context: Context,
}

fn check_key(id: &str, code: &'static str) -> Result<(), Refusal> {
    if id == KMS_KEY_ID || id == KMS_KEY_ARN {
        return Ok(());
    }
    Err(Refusal::bad(code, format!("Key '{id}' does not exist")))
}

/// The context sorted, whatever order the caller's map had.
fn aad(context: &Context) -> Aad<Vec<u8>> {
    Aad::from(json!(context).to_string().into_bytes())
}

fn internal() -> Refusal {
    wire::Refusal::broken(wire::Service::Kms)
}
