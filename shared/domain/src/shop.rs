//! The shop as its customers know it.

/// A tenant's face: in the mail's From, and on the hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shop {
    /// Its name.
    pub name: String,
    /// Its postal address, shown at the mail's foot.
    pub address: Option<String>,
}
