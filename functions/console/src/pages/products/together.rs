//! The products with which a product is one, what another product would do to their number, and a person's choice of them.

use std::collections::{BTreeMap, BTreeSet};
use std::slice::from_ref;

use app::error::Error;
use domain::order::{Groups, Product, ProductId};
use domain::values::Tenant;
use edge::body::Fields;
use store::order::ListedProduct;
use store::review::counters::ReviewCounts;
use store::table::{Page, Store};
use texts::Texts;

use crate::parts::{Parts, Viewer};
use crate::ui::Subject;

/// How many products a search shows.
const FOUND_MAX: usize = 10;
/// How many products each call of a search reads, and the most calls.
const READ: u32 = 1_000;
const CALLS_MAX: usize = 10;

pub(super) struct Together {
    /// The other products of the group, the main product first.
    pub others: Vec<Other>,
    /// The number of all together.
    pub number: String,
    /// Whether the product belongs to another one, so that it can be shown alone.
    pub is_member: bool,
    /// The product to which the shop's system says that it belongs, although a person chose that it is alone.
    pub overruled: Option<Subject>,
    /// `None` without the right to change anything.
    pub search: Option<Search>,
}

pub(super) struct Other {
    pub subject: Subject,
    /// What its own reviews count.
    pub number: String,
    /// Whether it can be taken away, because it is not the main product.
    pub is_member: bool,
}

#[derive(Default)]
pub(super) struct Search {
    pub typed: String,
    pub found: Vec<Candidate>,
    /// Whether the catalog has more products than a search reads.
    pub is_partial: bool,
}

pub(super) struct Candidate {
    pub subject: Subject,
    /// The number of all together, before and with this product and its group.
    pub becomes: String,
}

impl Together {
    /// `None` if there is nothing to see: the product is alone, and the person may not change that.
    pub(super) async fn read(
        parts: &Parts,
        viewer: &Viewer,
        id: &ProductId,
        query: &Fields,
    ) -> Result<Option<Self>, Error> {
        let (store, tenant, texts) = (&parts.console.store, &viewer.tenant, viewer.texts);
        let groups = groups_of(store, tenant, from_ref(id)).await?;
        let (place, group) = (groups.place(id), groups.with(id));
        let may_change = viewer.is_moderator();
        if group.len() == 1 && !may_change {
            return Ok(None);
        }
        let counts = counts_of(store, tenant, group.clone()).await?;
        let before = sum(&group, &counts);
        let named = group.iter().chain(place.overruled());
        let products = store.products(tenant, named).await?;
        let subject = |id: &ProductId| Subject::new(texts, Some(id), &products);
        let other = |of: &ProductId| Other {
            subject: subject(of),
            number: number(texts, &sum(from_ref(of), &counts)),
            is_member: Some(of) != group.first(),
        };
        let search = match may_change.then(|| query.text("find").trim()) {
            None => None,
            Some("") => Some(Search::default()),
            Some(typed) => Some(Search::read(store, viewer, (&group, &before), typed).await?),
        };
        Ok(Some(Self {
            others: group.iter().filter(|of| *of != id).map(other).collect(),
            number: number(texts, &before),
            is_member: place.main().is_some(),
            overruled: place.overruled().map(subject),
            search,
        }))
    }
}

impl Search {
    async fn read(
        store: &Store,
        viewer: &Viewer,
        (group, before): (&[ProductId], &ReviewCounts),
        typed: &str,
    ) -> Result<Self, Error> {
        let (tenant, texts) = (&viewer.tenant, viewer.texts);
        let (products, is_partial) = find(store, tenant, group, typed).await?;
        let ids: Vec<_> = products.iter().map(|product| product.id.clone()).collect();
        let groups = groups_of(store, tenant, &ids).await?;
        let joining: BTreeSet<_> = ids.iter().flat_map(|id| groups.with(id)).collect();
        let counts = counts_of(store, tenant, joining.into_iter().collect()).await?;
        let candidate = |product: &Product| {
            let mut after = before.clone();
            after.add_counts(&sum(&groups.with(&product.id), &counts));
            let [before, after] = [before, &after].map(|counts| number(texts, counts));
            let becomes = texts.say("product-together-becomes").words("before", &before).words("after", &after);
            Candidate {
                subject: Subject::new(texts, Some(&product.id), from_ref(product)),
                becomes: becomes.to_string(),
            }
        };
        Ok(Self { typed: typed.to_owned(), found: products.iter().map(candidate).collect(), is_partial })
    }
}

/// The products outside this group that have each of the typed words in their title, number or id, and whether a large catalog was
/// not read to its end. The product whose id is typed is always found.
async fn find(store: &Store, tenant: &Tenant, group: &[ProductId], typed: &str) -> Result<(Vec<Product>, bool), Error> {
    let exact = ProductId::in_catalog(typed).ok();
    let mut found = store.products(tenant, &exact).await?;
    let typed = typed.to_lowercase();
    let has_all = |ListedProduct { product, .. }: &ListedProduct| {
        let number = product.identifiers.sku.as_deref().unwrap_or_default();
        let text = format!("{} {number} {}", product.title.as_str(), product.id.as_str()).to_lowercase();
        typed.split_whitespace().all(|word| text.contains(word))
    };
    let (mut after, mut calls) = (None, 0);
    let is_partial = loop {
        let Page { rows, more } = store.listed_products(tenant, after.as_ref(), READ).await?;
        after = rows.last().map(|listed| listed.product.id.clone());
        let passing = rows.into_iter().filter(|listed| has_all(listed) && Some(&listed.product.id) != exact.as_ref());
        found.extend(passing.map(|listed| listed.product));
        found.retain(|product| !group.contains(&product.id));
        calls += 1;
        if !more || found.len() >= FOUND_MAX || calls == CALLS_MAX {
            break more && found.len() < FOUND_MAX;
        }
    };
    found.truncate(FOUND_MAX);
    Ok((found, is_partial))
}

/// The places of these products and of all others in their groups.
async fn groups_of(store: &Store, tenant: &Tenant, ids: &[ProductId]) -> Result<Groups, Error> {
    let places = store.groups_of(tenant, ids).await?;
    let mains: Vec<_> = ids.iter().filter_map(|id| places.place(id).main().cloned()).collect();
    Ok(store.groups_of(tenant, ids.iter().chain(&mains)).await?)
}

async fn counts_of(
    store: &Store,
    tenant: &Tenant,
    ids: Vec<ProductId>,
) -> Result<BTreeMap<ProductId, ReviewCounts>, Error> {
    let counts = store.review_counts_of(tenant, ids.iter()).await?;
    Ok(ids.into_iter().zip(counts).collect())
}

fn sum(group: &[ProductId], counts: &BTreeMap<ProductId, ReviewCounts>) -> ReviewCounts {
    let mut sum = ReviewCounts::default();
    group.iter().filter_map(|id| counts.get(id)).for_each(|counts| sum.add_counts(counts));
    sum
}

/// "4.2 from 31".
fn number(texts: Texts, counts: &ReviewCounts) -> String {
    if counts.published() == 0 {
        return texts.say("product-together-none").to_string();
    }
    let average = texts.decimal(counts.published_average());
    texts.say("product-together-number").words("average", &average).count("count", counts.published()).to_string()
}
