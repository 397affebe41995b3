//! Counts reviews in the transactions that change them, so that nothing ever has to be counted.

use aws_sdk_dynamodb::types::Update;
use domain::order::ProductId;
use domain::review::{Review, ReviewState};
use domain::values::Verification;
use jiff::Timestamp;

use crate::review::counters::{
    CHANGED_AT, CHANGES, EDITS, IN_SHOPIFY, REMOVED_AT, REWARDED, ReviewKind, moderation_attributes, public_stars,
    tapped,
};
use crate::table::keys::{self, COUNTER_SHARDS};
use crate::table::{Key, Part, Transaction, number};

/// Counts a review as it is now, and no longer as it was `before`.
pub(crate) fn count(transaction: &mut Transaction<'_>, before: Option<&Review>, review: &Review) {
    let (mut was, mut is) = (before.map(kinds).unwrap_or_default(), kinds(review));
    let public = |review: &Review| review.state == ReviewState::Published;
    let is_of_purchase =
        |review: &Review| public(review) && review.product.is_some() && review.verification == Verification::Order;
    if is_of_purchase(review) && !before.is_some_and(is_of_purchase) {
        transaction.begin_feed(review.updated_at);
    }
    let public_at = (before.is_some_and(public) || public(review)).then_some(review.updated_at);
    let change = Change::between(&was, &is);
    if change != Change::default() || public_at.is_some() {
        let key = keys::product_review_counters(transaction.tenant, ProductId::name_of(review.product.as_ref()));
        add(transaction, &key, public_at.map(|at| (CHANGED_AT, at)), change);
    }
    let edit = |review: &Review| (public(review) && review.held.is_some()).then(|| EDITS.to_owned());
    was.extend(before.and_then(edit));
    is.extend(edit(review));
    was.extend(before.into_iter().flat_map(moderation_attributes));
    is.extend(moderation_attributes(review));
    let mut change = Change::between(&was, &is);
    if before.and_then(public_stars) != public_stars(review) {
        change.more.push(CHANGES.to_owned());
    }
    if change != Change::default() {
        let shard = transaction.store.random.below(COUNTER_SHARDS);
        let key = keys::review_counters(transaction.tenant, shard);
        let removed_at = public_at.filter(|_| !public(review)).map(|at| (REMOVED_AT, at));
        add(transaction, &key, removed_at, change);
    }
}

/// The counters that include a review in the items of its product and of its shop.
fn kinds(review: &Review) -> Vec<String> {
    let kind = (!review.state.is_final()).then(|| ReviewKind::attribute_of(review));
    let is_rewarded = review.incentivized && review.state == ReviewState::Published && !review.is_insiders;
    kind.into_iter().chain(is_rewarded.then(|| REWARDED.to_owned())).chain(tapped(review)).collect()
}

/// Stops counting a review, as if it had never existed.
pub(crate) fn uncount(transaction: &mut Transaction<'_>, review: &Review, at: Timestamp) {
    let kinds = kinds(review);
    let key = keys::product_review_counters(transaction.tenant, ProductId::name_of(review.product.as_ref()));
    let public_at = (review.state == ReviewState::Published).then_some(at);
    let changed_at = public_at.map(|at| (CHANGED_AT, at));
    add(transaction, &key, changed_at, Change { less: kinds.clone(), more: Vec::new() });
    let less = moderation_attributes(review).into_iter().chain(kinds).collect();
    let more = public_stars(review).map(|_| CHANGES.to_owned()).into_iter().collect();
    let key = keys::review_counters(transaction.tenant, transaction.store.random.below(COUNTER_SHARDS));
    let removed_at = public_at.map(|at| (REMOVED_AT, at));
    add(transaction, &key, removed_at, Change { less, more });
}

/// Records that the published content about a product changed, although no review was counted differently.
pub(crate) fn note_public_change(transaction: &mut Transaction<'_>, product: Option<&ProductId>, at: Timestamp) {
    let key = keys::product_review_counters(transaction.tenant, ProductId::name_of(product));
    add(transaction, &key, Some((CHANGED_AT, at)), Change::default());
}

impl Transaction<'_> {
    /// Records that readers see other numbers, or none, although no review changed: Shopify is to have them, too.
    pub fn note_other_numbers(&mut self) {
        let key = keys::review_counters(self.tenant, self.store.random.below(COUNTER_SHARDS));
        add(self, &key, None, Change { less: Vec::new(), more: vec![CHANGES.to_owned()] });
    }

    /// Records up to which change of the public numbers Shopify has them; `None` if it may lack some.
    pub fn note_in_shopify(&mut self, up_to: Option<i64>) {
        let key = keys::review_counters(self.tenant, 0);
        match up_to {
            Some(up_to) => {
                self.change(Part::Other, &key, &format!("SET {IN_SHOPIFY} = :up_to"), "", [(":up_to", number(up_to))])
            }
            None => self.change(Part::Other, &key, &format!("REMOVE {IN_SHOPIFY}"), "", []),
        }
    }
}

#[derive(Default, PartialEq, Eq)]
struct Change {
    less: Vec<String>,
    more: Vec<String>,
}

impl Change {
    fn between(was: &[String], is: &[String]) -> Self {
        let without =
            |some: &[String], others: &[String]| some.iter().filter(|name| !others.contains(name)).cloned().collect();
        Self { less: without(was, is), more: without(is, was) }
    }
}

/// Changes counters, and sets the attribute of this name to an instant.
fn add(transaction: &mut Transaction<'_>, key: &Key, set: Option<(&str, Timestamp)>, Change { less, more }: Change) {
    let (mut update, mut adds, mut expression) = (Update::builder(), Vec::new(), String::new());
    for (value, names, by) in [(":less", less, -1), (":more", more, 1)] {
        if !names.is_empty() {
            update = update.expression_attribute_values(value, number(by));
        }
        adds.extend(names.into_iter().map(|name| format!("{name} {value}")));
    }
    if let Some((name, at)) = set {
        update = update.expression_attribute_values(":at", number(at.as_millisecond()));
        expression = format!("SET {name} = :at ");
    }
    if !adds.is_empty() {
        expression += &format!("ADD {}", adds.join(", "));
    }
    transaction.update(Part::Other, key, update.update_expression(expression));
}
