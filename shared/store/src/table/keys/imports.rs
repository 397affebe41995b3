//! The keys of imports, and of what they leave behind.

use domain::{Guid, ReviewId, Tenant};

use super::{Key, padded};

/// The guard that keeps a review from being imported twice, by a digest of its id elsewhere or of its content.
pub(crate) fn import_guard(tenant: &Tenant, digest: &str) -> Key {
    Key::new(tenant, format!("RVG#{digest}"))
}

/// The prefix of the list of the imported reviews whose author has this address.
pub(crate) fn imported_reviews(email_index: &str) -> String {
    format!("RVM#{email_index}#")
}

/// An imported review in its author's list.
pub(crate) fn imported_review(tenant: &Tenant, email_index: &str, id: ReviewId) -> Key {
    Key::new(tenant, format!("{}{}", imported_reviews(email_index), padded(id)))
}

/// An import of reviews.
pub(crate) fn import(tenant: &Tenant, id: Guid) -> Key {
    Key::new(tenant, format!("IMP#{id}"))
}
