//! The keys derived from a root key: HKDF-SHA256, one label per use.

use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{EmailAddress, OrderId, Phone, Tenant};
use zeroize::Zeroizing;

use crate::envelope::{FieldAddress, Sealer};
use crate::{Error, Random, hex};

/// A tenant's keys: they seal its fields, and blind the values that items are looked up by.
pub struct TenantKeys {
    tenant: String,
    sealer: Sealer,
    email: hmac::Key,
    phone: hmac::Key,
    fingerprint: hmac::Key,
}

impl TenantKeys {
    pub(crate) fn derive(tenant: &Tenant, root: &[u8; 32]) -> Result<Self, Error> {
        Ok(Self {
            tenant: tenant.to_string(),
            sealer: Sealer::new(&*derive(root, "seal")?)?,
            email: hmac_key(root, "email-index")?,
            phone: hmac_key(root, "phone-index")?,
            fingerprint: hmac_key(root, "fingerprint")?,
        })
    }

    /// Seals one field of the item with this sort key.
    ///
    /// # Errors
    /// [`Error::Cipher`], which does not occur with fields of this product's sizes.
    pub fn seal(&self, item: &str, field: &str, plain: &str, random: &Random) -> Result<Vec<u8>, Error> {
        self.sealer.seal(self.address(item, field), plain.as_bytes(), random)
    }

    /// Opens what [`seal`](Self::seal) returned for the same item and field.
    ///
    /// # Errors
    /// [`Error::NotAuthentic`] if it was sealed for another field or changed since.
    pub fn open(&self, item: &str, field: &str, sealed: &[u8]) -> Result<String, Error> {
        let plain = self.sealer.open(self.address(item, field), sealed)?;
        String::from_utf8(plain).map_err(|_| Error::NotAuthentic)
    }

    /// The blind index of an email address: the same for all its spellings, meaningless without the key.
    #[must_use]
    pub fn email_index(&self, email: &EmailAddress) -> String {
        index(hmac::sign(&self.email, email.identity().as_bytes()))
    }

    /// The blind index of a phone number, made with another key than an address's.
    #[must_use]
    pub fn phone_index(&self, phone: &Phone) -> String {
        index(hmac::sign(&self.phone, phone.as_str().as_bytes()))
    }

    /// The blind index of a customer's order, by which its guard is found.
    #[must_use]
    pub fn order_index(&self, email: &EmailAddress, order: &OrderId) -> String {
        let mut context = hmac::Context::with_key(&self.email);
        // An identity contains no NUL, so two different pairs never have the same bytes.
        context.update(email.identity().as_bytes());
        context.update(&[0]);
        context.update(order.as_str().as_bytes());
        index(context.sign())
    }

    /// A keyed digest, by which a repeated call is recognised.
    #[must_use]
    pub fn fingerprint(&self, bytes: &[u8]) -> String {
        hex(hmac::sign(&self.fingerprint, bytes).as_ref())
    }

    fn address<'a>(&'a self, item: &'a str, field: &'a str) -> FieldAddress<'a> {
        FieldAddress { tenant: &self.tenant, item, field }
    }
}

/// The service's keys. They authenticate tokens, so that a forged one is rejected without a read, and blind the numbers
/// that no shop may write to.
pub struct ServiceKeys {
    pub(crate) hub: hmac::Key,
    pub(crate) unsubscribe: hmac::Key,
    pub(crate) code: hmac::Key,
    stop: hmac::Key,
}

impl ServiceKeys {
    pub(crate) fn derive(root: &[u8; 32]) -> Result<Self, Error> {
        Ok(Self {
            hub: hmac_key(root, "hub-token")?,
            unsubscribe: hmac_key(root, "unsubscribe-token")?,
            code: hmac_key(root, "short-code")?,
            stop: hmac_key(root, "stop-index")?,
        })
    }

    /// The blind index of a number that replied `STOP`: one for all shops, which send from the same number.
    #[must_use]
    pub fn stop_index(&self, phone: &Phone) -> String {
        index(hmac::sign(&self.stop, phone.as_str().as_bytes()))
    }
}

/// The length to which a blind index cuts its HMAC: two of 2^32 addresses have the same one with a probability of 2^-65.
pub(crate) const INDEX_BYTES: usize = 16;

/// 22 characters.
fn index(tag: hmac::Tag) -> String {
    URL_SAFE_NO_PAD.encode(&tag.as_ref()[..INDEX_BYTES])
}

fn hmac_key(root: &[u8; 32], label: &str) -> Result<hmac::Key, Error> {
    Ok(hmac::Key::new(hmac::HMAC_SHA256, &*derive(root, label)?))
}

fn derive(root: &[u8; 32], label: &str) -> Result<Zeroizing<[u8; 32]>, Error> {
    struct ThirtyTwo;
    impl KeyType for ThirtyTwo {
        fn len(&self) -> usize {
            32
        }
    }
    let mut key = Zeroizing::new([0; 32]);
    Salt::new(HKDF_SHA256, b"afterword")
        .extract(root)
        .expand(&[label.as_bytes()], ThirtyTwo)
        .and_then(|okm| okm.fill(&mut *key))
        .map_err(|_| Error::Cipher)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use domain::{Mode, TenantId};

    use super::*;

    #[test]
    fn a_number_has_one_index_for_each_tenant() {
        let keys = |id: &str, root: u8| {
            let tenant = Tenant { id: TenantId::parse(id).unwrap(), mode: Mode::Live };
            TenantKeys::derive(&tenant, &[root; 32]).unwrap()
        };
        let index = |keys: &TenantKeys, number: &str| keys.phone_index(&Phone::parse(number).unwrap());
        let (fern, acme) = (keys("fern", 1), keys("acme", 2));
        assert_eq!(index(&fern, "+49 171 1234567"), index(&fern, "+491711234567"));
        assert_ne!(index(&fern, "+491711234567"), index(&fern, "+491711234568"));
        assert_ne!(index(&fern, "+491711234567"), index(&acme, "+491711234567"));
        assert_ne!(index(&fern, "+491711234567"), super::index(hmac::sign(&fern.email, b"+491711234567")));
    }
}
