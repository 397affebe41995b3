//! The JSON of public pages.

pub(crate) mod labels;
pub(crate) mod page;
