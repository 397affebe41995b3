//! The numbers of an import's report, as people write them.

use std::collections::BTreeMap;

use domain::import::{ImportFault, ImportReport, ProductTally, SaidBefore, Tally};
use store::import::ImportJob;
use texts::Texts;

use crate::viewer::Viewer;

/// A product with its numbers as people write them.
pub(super) struct ProductView {
    pub name: String,
    /// The title in the catalog; empty if the catalog does not have the product.
    pub title: String,
    pub rows: String,
    /// The public reviews in the file and here, and their average, which is empty without any.
    pub public: [[String; 2]; 2],
    pub waiting: String,
}

impl ProductView {
    pub(super) fn new(texts: Texts, tally: ProductTally) -> Self {
        let ProductTally { product, is_unknown: _, is_undescribed: _, rows, there, here, waiting } = tally;
        let public = |tally: Tally| [texts.number(tally.reviews), average(texts, tally.average_hundredths())];
        Self {
            name: product,
            title: String::new(),
            rows: texts.number(rows),
            public: [there, here].map(public),
            waiting: texts.number(waiting),
        }
    }
}

/// For each source: its label, the number of public reviews, and their average.
pub(super) fn compared(texts: Texts, job: &ImportJob) -> Vec<(&'static str, String, String)> {
    let ImportReport { there, here, public_rows, rows, .. } = &job.report;
    if *rows == 0 {
        return Vec::new();
    }
    let row = |who, reviews, hundredths| (who, texts.number(reviews), average(texts, hundredths));
    let said = job.options.said.map(|SaidBefore { reviews, average_hundredths }| {
        row("files-compare-said", reviews, average_hundredths.map(u64::from))
    });
    let both = [
        row("files-compare-file", *public_rows, there.average_hundredths()),
        row("files-compare-here", here.reviews, here.average_hundredths()),
    ];
    said.into_iter().chain(both).collect()
}

pub(super) fn reasons(viewer: &Viewer, counts: &BTreeMap<ImportFault, u64>) -> Vec<(String, String)> {
    let reason = |(fault, count): (&ImportFault, &u64)| {
        (viewer.texts.say(&format!("fault-{}", fault.as_str())).to_string(), viewer.texts.number(*count))
    };
    counts.iter().map(reason).collect()
}

/// An average with two decimals, as people write it; empty without one.
fn average(texts: Texts, hundredths: Option<u64>) -> String {
    hundredths.map_or_else(String::new, |it| texts.fraction(&(it / 100).to_string(), &format!("{:02}", it % 100)))
}
