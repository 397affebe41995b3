//! Parts that several pages show in the same way.

pub(crate) mod country;
pub(crate) mod money;
pub(crate) mod people;
pub(crate) mod pictures;
pub(crate) mod product;
pub(crate) mod progress;
pub(crate) mod stars;
