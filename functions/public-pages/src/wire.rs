//! The JSON of public pages.

pub(crate) mod json_ld;
pub(crate) mod labels;
pub(crate) mod page;
