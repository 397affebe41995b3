//! The keys of imports, and of what they leave behind.

use domain::values::{Guid, ReviewId, Tenant};

use super::{Key, padded};

/// The uniqueness key that keeps a review from being imported twice, by a digest of its id elsewhere or of its content.
pub(crate) fn import_guard(tenant: &Tenant, digest: &str) -> Key {
    Key::new(tenant, format!("RVG#{digest}"))
}

/// The prefix of the imported reviews whose author has this address.
pub(crate) fn imported_reviews(email_index: &str) -> String {
    format!("RVM#{email_index}#")
}

pub(crate) fn imported_review(tenant: &Tenant, email_index: &str, id: ReviewId) -> Key {
    Key::new(tenant, format!("{}{}", imported_reviews(email_index), padded(id)))
}

pub(crate) fn import(tenant: &Tenant, id: Guid) -> Key {
    Key::new(tenant, format!("IMP#{id}"))
}

/// The prefix of what a dry run remembers, in the order of the file.
pub(crate) fn imports_seen(id: Guid) -> String {
    format!("IMS#{id}#")
}

/// What a dry run remembers of the part of its file that begins at this byte.
pub(crate) fn import_seen(tenant: &Tenant, id: Guid, offset: u64) -> Key {
    Key::new(tenant, format!("{}{offset:016}", imports_seen(id)))
}

pub(crate) fn parse_import_seen(list_key: &str) -> Option<u64> {
    list_key.parse().ok()
}
