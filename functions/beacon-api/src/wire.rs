//! The JSON of More Good Reviews, one noun a file.
//!
//! Ids are GUIDs, and times are whole Unix seconds. A blank string counts as `null`, because the vendor's own clients send
//! empty form fields.

pub(crate) mod address;
pub(crate) mod ask;
pub(crate) mod charge;
pub(crate) mod customer;
pub(crate) mod id;
pub(crate) mod location;
pub(crate) mod message;
pub(crate) mod page;
pub(crate) mod review;
pub(crate) mod time;
pub(crate) mod violations;
