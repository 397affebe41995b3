//! The one list of kinds, against the table of items.

use std::collections::BTreeSet;

use privacy::{DataKind, IMPERSONAL};

use crate::docs::items;

#[test]
fn each_item_of_the_table_is_of_one_kind_or_of_nobody() {
    let documented: Vec<_> = items::kinds();
    let listed: Vec<_> =
        DataKind::ALL.iter().flat_map(|kind| kind.items()).chain(&IMPERSONAL).map(|item| (*item).to_owned()).collect();
    let set: BTreeSet<_> = listed.iter().cloned().collect();
    assert_eq!(set.len(), listed.len(), "an item is of one kind");
    assert_eq!(set, BTreeSet::from_iter(documented), "the table of items and the kinds name the same");
}
