//! What the shop asks about a product by taps.
//!
//! Told by `tests/stories/hub/facts.story`.

use std::collections::{BTreeMap, BTreeSet};

use domain::order::ProductId;
use domain::request::Subject;
use domain::review::{Fact, ReviewDraft};
use domain::values::Tenant;
use store::context::RequestContext;
use store::shop::TenantRecord;

use crate::use_cases::Hub;

/// The facts about each product of a request. The shop itself has none.
pub type AskedFacts = BTreeMap<ProductId, Vec<Fact>>;

/// What the shop asks about an item by taps.
pub(super) fn facts_about<'a>(asked: &'a AskedFacts, subject: &Subject) -> &'a [Fact] {
    subject.product().and_then(|id| asked.get(id)).map_or(&[], Vec::as_slice)
}

impl Hub {
    /// The facts about these products. Without one for a type or tag, no product is read.
    pub(super) async fn facts(
        &self,
        tenant: &Tenant,
        record: &TenantRecord,
        products: &[ProductId],
    ) -> Result<AskedFacts, store::table::Error> {
        let Some(facts) = &record.review_settings.facts else { return Ok(AskedFacts::new()) };
        let some = products.iter().filter(|_| facts.all().iter().any(|fact| fact.label.is_some()));
        let known = self.store.known_products(tenant, some).await?;
        let asked = |id: &ProductId| {
            let known = known.iter().find(|listed| listed.product.id == *id);
            let labels = known.map_or(&BTreeSet::new(), |listed| &listed.labels).clone();
            (id.clone(), facts.of(&labels).into_iter().cloned().collect())
        };
        Ok(products.iter().map(asked).collect())
    }

    /// The facts about one item of a request.
    pub(super) async fn facts_of(
        &self,
        tenant: &Tenant,
        context: &RequestContext,
        item: usize,
    ) -> Result<Vec<Fact>, store::table::Error> {
        let product = context.request.items.get(item).and_then(|item| item.subject.product()).cloned();
        Ok(self.facts(tenant, &context.tenant, product.as_slice()).await?.into_values().flatten().collect())
    }
}

/// Whether the customer has not tapped one of these facts, as far as the draft says.
pub(super) fn has_untapped(facts: &[Fact], draft: &ReviewDraft) -> bool {
    let is_tapped = |fact: &Fact| draft.form.taps.iter().any(|tap| tap.fact == fact.id);
    facts.iter().any(|fact| !is_tapped(fact))
}
