//! The keys of imports, and of the rows that stay after them.

use domain::values::{Guid, ReviewId, Tenant};

use super::{Key, padded};

/// The uniqueness key that keeps a review from being imported twice, by a digest of its id elsewhere or of its content.
pub(crate) fn import_uniqueness_key(tenant: &Tenant, digest: &str) -> Key {
    Key::new(tenant, format!("RVG#{digest}"))
}

pub(crate) fn imported_reviews(email_index: &str) -> String {
    format!("RVM#{email_index}#")
}

pub(crate) fn imported_review(tenant: &Tenant, email_index: &str, id: ReviewId) -> Key {
    Key::new(tenant, format!("{}{}", imported_reviews(email_index), padded(id)))
}

pub(crate) fn import(tenant: &Tenant, id: Guid) -> Key {
    Key::new(tenant, format!("IMP#{id}"))
}

pub(crate) fn import_answers(tenant: &Tenant) -> Key {
    Key::new(tenant, "IMPORTED-PRODUCTS".to_owned())
}

/// The prefix of the parts of an import, in the order of the file.
pub(crate) fn import_parts(id: Guid) -> String {
    format!("IMP#{id}#part#")
}

/// The part of an import's report about the rows from this byte of the file on.
pub(crate) fn import_part(tenant: &Tenant, id: Guid, offset: u64) -> Key {
    Key::new(tenant, format!("{}{offset:016}", import_parts(id)))
}

pub(crate) fn parse_import_part(list_key: &str) -> Option<u64> {
    list_key.parse().ok()
}

/// The prefix of the reviews that an import brought, in the order of the file.
pub(crate) fn brought_reviews(id: Guid) -> String {
    format!("IMP#{id}#row#")
}

pub(crate) fn brought_review(tenant: &Tenant, id: Guid, record: u64) -> Key {
    Key::new(tenant, format!("{}{record:016}", brought_reviews(id)))
}
