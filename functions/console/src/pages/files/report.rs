//! The numbers of an import's report, as people write them.

use std::collections::BTreeMap;

use domain::import::{ImportFault, ProductTally};
use texts::Texts;

use crate::viewer::Viewer;

/// A product with its numbers as people write them.
pub(super) struct ProductView {
    pub name: String,
    /// The title in the catalog; empty if the catalog does not have the product.
    pub title: String,
    pub rows: String,
}

impl ProductView {
    pub(super) fn new(texts: Texts, tally: ProductTally) -> Self {
        let ProductTally { product, is_unknown: _, is_undescribed: _, rows } = tally;
        Self { name: product, title: String::new(), rows: texts.number(rows) }
    }
}

pub(super) fn reasons(viewer: &Viewer, counts: &BTreeMap<ImportFault, u64>) -> Vec<(String, String)> {
    let reason = |(fault, count): (&ImportFault, &u64)| {
        (viewer.texts.say(&format!("fault-{}", fault.as_str())).to_string(), viewer.texts.number(*count))
    };
    counts.iter().map(reason).collect()
}
