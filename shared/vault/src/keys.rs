//! The keys that are derived from a root key with HKDF-SHA256, with one label for each use.

use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::customer::CustomerKey;
use domain::order::OrderId;
use domain::values::{EmailAddress, Phone, Tenant};
use zeroize::Zeroizing;

use crate::envelope::{FieldAddress, Sealer};
use crate::{Error, Random, hex};

/// A tenant's keys. They seal fields, and compute the blind indexes by which items are found.
pub struct TenantKeys {
    tenant: String,
    sealer: Sealer,
    /// The sealers of earlier and later root keys, which can open what those keys sealed.
    others: Vec<Sealer>,
    email: hmac::Key,
    phone: hmac::Key,
    fingerprint: hmac::Key,
}

impl TenantKeys {
    #[cfg(test)]
    pub(crate) fn derive(tenant: &Tenant, root: &[u8; 32]) -> Result<Self, Error> {
        Self::derive_all(tenant, [(0, root, &[][..])])
    }

    /// A tenant's keys from these root keys. The first one seals. Each comes with its generation and its sealed index
    /// keys.
    pub(crate) fn derive_all<'a>(
        tenant: &Tenant,
        roots: impl IntoIterator<Item = (u32, &'a [u8; 32], &'a [u8])>,
    ) -> Result<Self, Error> {
        let owner = RootOwner::Tenant(tenant);
        let mut roots = roots.into_iter();
        let first = roots.next().ok_or(Error::Cipher)?;
        let sealer_of =
            |(generation, root, _): (u32, &[u8; 32], &[u8])| Sealer::new(generation, &*derive(root, "seal")?);
        let (sealer, index_keys) = (sealer_of(first)?, index_keys(owner, first)?);
        let [email, phone, fingerprint] = [0, 1, 2].map(|place| index_key(&index_keys, place));
        let others = roots.map(sealer_of).collect::<Result<_, _>>()?;
        Ok(Self { tenant: tenant.to_string(), sealer, others, email: email?, phone: phone?, fingerprint: fingerprint? })
    }

    /// Whether a value was sealed with another root key than the current one.
    pub fn is_outdated(&self, sealed: &[u8]) -> bool {
        self.others.iter().any(|sealer| sealer.sealed(sealed))
    }

    /// Seals one field of the item with this sort key.
    /// Errors: [`Error::Cipher`], which does not occur with fields of this product's sizes.
    pub fn seal(&self, item: &str, field: &str, plain: &str, random: &Random) -> Result<Vec<u8>, Error> {
        self.sealer.seal(self.address(item, field), plain.as_bytes(), random)
    }

    /// Opens what [`seal`](Self::seal) returned for the same item and field.
    /// Errors: [`Error::NotAuthentic`] if it was sealed for another field or changed since.
    pub fn open(&self, item: &str, field: &str, sealed: &[u8]) -> Result<String, Error> {
        let sealer = self.others.iter().find(|sealer| sealer.sealed(sealed)).unwrap_or(&self.sealer);
        let plain = sealer.open(self.address(item, field), sealed)?;
        String::from_utf8(plain).map_err(|_| Error::NotAuthentic)
    }

    /// The blind index of an email address: the same for all its spellings, and meaningless without the key.
    pub fn email_index(&self, email: &EmailAddress) -> String {
        index(hmac::sign(&self.email, email.identity().as_bytes()))
    }

    /// The blind index of a phone number. Its key is another than for addresses.
    pub fn phone_index(&self, phone: &Phone) -> String {
        index(hmac::sign(&self.phone, phone.as_str().as_bytes()))
    }

    /// The blind index of a word of a customer's name.
    pub fn name_index(&self, word: &str) -> String {
        // Every address has an `@`, and no word has one.
        index(hmac::sign(&self.email, word.as_bytes()))
    }

    /// The blind index of an address or number.
    pub fn recipient_index(&self, recipient: &CustomerKey) -> String {
        match recipient {
            CustomerKey::Email(email) => self.email_index(email),
            CustomerKey::Phone(phone) => self.phone_index(phone),
        }
    }

    /// The blind index of a customer's order, by which its uniqueness key is found.
    pub fn order_index(&self, email: &EmailAddress, order: &OrderId) -> String {
        let mut context = hmac::Context::with_key(&self.email);
        // An identity contains no NUL, so two different pairs never have the same bytes.
        context.update(email.identity().as_bytes());
        context.update(&[0]);
        context.update(order.as_str().as_bytes());
        index(context.sign())
    }

    /// The blind index of an order, by which all requests about it are found.
    pub fn order_list_index(&self, order: &OrderId) -> String {
        let mut context = hmac::Context::with_key(&self.email);
        // No identity is empty, so these bytes never equal those of a customer's order.
        context.update(&[0]);
        context.update(order.as_str().as_bytes());
        index(context.sign())
    }

    /// A keyed digest, by which a repeated call is recognised.
    pub fn fingerprint(&self, bytes: &[u8]) -> String {
        hex(hmac::sign(&self.fingerprint, bytes).as_ref())
    }

    fn address<'a>(&'a self, item: &'a str, field: &'a str) -> FieldAddress<'a> {
        FieldAddress { tenant: &self.tenant, item, field }
    }
}

const KEY_BYTES: usize = 32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RootOwner<'a> {
    Tenant(&'a Tenant),
    Service,
}

impl RootOwner<'_> {
    /// The name to which KMS binds the owner's root keys.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Tenant(tenant) => tenant.to_string(),
            Self::Service => "service".to_owned(),
        }
    }

    /// The purpose to which KMS binds the root keys.
    pub(crate) const fn purpose(self) -> &'static str {
        match self {
            Self::Tenant(_) => "tenant-root",
            Self::Service => "service-root",
        }
    }

    /// The labels of the keys by which rows are found. These keys stay when a root key is replaced.
    const fn index_labels(self) -> &'static [&'static str] {
        match self {
            Self::Tenant(_) => &["email-index", "phone-index", "fingerprint"],
            Self::Service => &["stop-index"],
        }
    }
}

/// The keys for lookups, concatenated. The first root key derives them; with later root keys, they are stored sealed.
fn index_keys(
    owner: RootOwner<'_>,
    (generation, root, sealed): (u32, &[u8; 32], &[u8]),
) -> Result<Zeroizing<Vec<u8>>, Error> {
    if !sealed.is_empty() {
        let sealer = Sealer::new(generation, &*derive(root, "seal")?)?;
        return Ok(Zeroizing::new(sealer.open(index_keys_address(&owner.name()), sealed)?));
    }
    let mut keys = Zeroizing::new(Vec::with_capacity(owner.index_labels().len() * KEY_BYTES));
    for label in owner.index_labels() {
        keys.extend_from_slice(&*derive(root, label)?);
    }
    Ok(keys)
}

fn index_key(keys: &[u8], place: usize) -> Result<hmac::Key, Error> {
    let key = keys.get(place * KEY_BYTES..(place + 1) * KEY_BYTES).ok_or(Error::NotAuthentic)?;
    Ok(hmac::Key::new(hmac::HMAC_SHA256, key))
}

/// Seals the index keys of one root key with the root key that will replace it. Each comes with its generation, the
/// first also with its own sealed index keys.
pub(crate) fn hand_over(
    owner: RootOwner<'_>,
    from: (u32, &[u8; 32], &[u8]),
    (generation, root): (u32, &[u8; 32]),
    random: &Random,
) -> Result<Vec<u8>, Error> {
    let next = Sealer::new(generation, &*derive(root, "seal")?)?;
    next.seal(index_keys_address(&owner.name()), &index_keys(owner, from)?, random)
}

/// The address for which index keys are sealed. They are stored with the root keys.
fn index_keys_address(owner: &str) -> FieldAddress<'_> {
    FieldAddress { tenant: owner, item: "ROOT", field: "index_keys" }
}

/// The service's keys. They authenticate tokens without a read, and compute the blind indexes of what concerns all shops: numbers
/// to which none may write, members, and the mailboxes and networks whose emails are limited.
pub struct ServiceKeys {
    pub(crate) links: LinkKeys,
    /// The keys of earlier and later root keys, because links made with these work, too.
    others: Vec<LinkKeys>,
    stop: hmac::Key,
    member: hmac::Key,
    limit: hmac::Key,
}

pub(crate) struct LinkKeys {
    pub(crate) hub: hmac::Key,
    pub(crate) unsubscribe: hmac::Key,
    pub(crate) code: hmac::Key,
    pub(crate) sign_in: hmac::Key,
    pub(crate) member_mail: hmac::Key,
}

impl LinkKeys {
    fn derive(root: &[u8; 32]) -> Result<Self, Error> {
        Ok(Self {
            hub: hmac_key(root, "hub-token")?,
            unsubscribe: hmac_key(root, "unsubscribe-token")?,
            code: hmac_key(root, "short-code")?,
            sign_in: hmac_key(root, "sign-in")?,
            member_mail: hmac_key(root, "member-mail")?,
        })
    }
}

impl ServiceKeys {
    #[cfg(test)]
    pub(crate) fn derive(root: &[u8; 32]) -> Result<Self, Error> {
        Self::derive_all([(0, root, &[][..])])
    }

    /// A service's keys from these root keys. The first one makes links. Each comes with its generation and its sealed
    /// index keys.
    pub(crate) fn derive_all<'a>(
        roots: impl IntoIterator<Item = (u32, &'a [u8; 32], &'a [u8])>,
    ) -> Result<Self, Error> {
        let mut roots = roots.into_iter();
        let first = roots.next().ok_or(Error::Cipher)?;
        let index_keys = index_keys(RootOwner::Service, first)?;
        // Derived from a key that stays when the root key is replaced, so that rows can still be found.
        let lasting = index_keys.first_chunk().ok_or(Error::NotAuthentic)?;
        let (stop, member) = (index_key(&index_keys, 0)?, hmac_key(lasting, "member-index")?);
        let limit = hmac_key(lasting, "limit-index")?;
        let others = roots.map(|(_, root, _)| LinkKeys::derive(root)).collect::<Result<_, _>>()?;
        Ok(Self { links: LinkKeys::derive(first.1)?, others, stop, member, limit })
    }

    /// All keys for links; those that make links come first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &LinkKeys> {
        std::iter::once(&self.links).chain(&self.others)
    }

    /// The blind index of a member's identity, which is an issuer and a subject, such as `email` and an address. It
    /// leads to the member's shops.
    pub fn member_index(&self, issuer: &str, subject: &str) -> String {
        let mut context = hmac::Context::with_key(&self.member);
        for part in [issuer.as_bytes(), &[0], subject.as_bytes()] {
            context.update(part);
        }
        index(context.sign())
    }

    /// The blind index of a mailbox, for limits that hold for all shops together.
    pub fn mailbox_index(&self, email: &EmailAddress) -> String {
        index(hmac::sign(&self.limit, email.mailbox().as_bytes()))
    }

    /// The blind index of a network.
    pub fn network_index(&self, network: &str) -> String {
        // No mailbox contains a blank.
        index(hmac::sign(&self.limit, format!("network {network}").as_bytes()))
    }

    /// The blind index of a number that replied `STOP`. It is the same for all shops, because they send from the same
    /// number.
    pub fn stop_index(&self, phone: &Phone) -> String {
        index(hmac::sign(&self.stop, phone.as_str().as_bytes()))
    }
}

/// How many bytes of its HMAC a blind index has. With 2^32 addresses, two have the same index with a probability of
/// 2^-65.
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
    use domain::values::{Mode, TenantId};

    use super::*;

    #[test]
    fn a_member_has_an_index_of_another_key_than_numbers_and_keeps_it_when_the_root_key_is_replaced() {
        let random = Random::new(|bytes| bytes.fill(9));
        let (old, new) = ((0, &[1; 32], &[][..]), (1, &[2; 32]));
        let handed_over = super::hand_over(RootOwner::Service, old, new, &random).unwrap();
        let [before, after] = [old, (1, new.1, &handed_over[..])].map(|root| ServiceKeys::derive_all([root]).unwrap());
        assert_eq!(before.member_index("email", "a@b.example"), after.member_index("email", "a@b.example"));
        let number = Phone::parse("+491711234567").unwrap();
        assert_eq!(before.stop_index(&number), after.stop_index(&number));
        let with_stop_key = hmac::sign(&before.stop, b"\0email\0a@b.example");
        assert_ne!(before.member_index("email", "a@b.example"), index(with_stop_key));
    }

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
