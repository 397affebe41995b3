//! The index of customers by the words of their names.

use std::cmp::Reverse;

use domain::customer::Customer;
use domain::values::Tenant;
use futures_util::future::try_join_all;
use vault::TenantKeys;

use crate::table::{Attributes, End, Error, ListKey, NoFields, Page, Placed, Reading, Store, Transaction, keys};

/// How many of a word's newest rows say how rare it is.
const COMPARED: u32 = 100;

impl Store {
    /// A page of at most 100 customers with this word in their name. `row` is `None` for a customer who is gone.
    pub async fn customers_named(
        &self,
        tenant: &Tenant,
        word: &str,
        reading: Reading<ListKey>,
        keys: &TenantKeys,
    ) -> Result<Page<Placed<Customer>>, Error> {
        let prefix = keys::customers_named(&keys.name_index(word));
        let page = self.placed(tenant, &prefix, reading).await?;
        let page = page.try_map(|(place, item)| Ok((keys::id_behind(&item, &prefix)?, place)))?;
        let ids = page.rows.iter().map(|(id, _)| *id).collect();
        let mut customers = self.customers_with(tenant, &ids, keys).await?;
        page.try_map(|(id, place)| Ok(Placed { row: customers.remove(&id), place }))
    }

    /// Of these words, the one that the fewest names have, as far as their newest rows tell.
    pub async fn rarest_word<'a>(
        &self,
        tenant: &Tenant,
        words: &'a [String],
        keys: &TenantKeys,
    ) -> Result<Option<&'a str>, Error> {
        if let [] | [_] = words {
            return Ok(words.first().map(String::as_str));
        }
        let pages = try_join_all(words.iter().map(async |word| {
            let reading = Reading::first(End::Newest, COMPARED);
            self.placed(tenant, &keys::customers_named(&keys.name_index(word)), reading).await
        }));
        // Of two words with many rows, the one whose rows reach further back is rarer.
        let rarity = |page: &Page<(ListKey, Attributes)>| {
            let oldest = page.rows.last().filter(|_| page.more);
            (Reverse(page.rows.len()), Reverse(oldest.map(|(place, _)| place.as_str().to_owned())))
        };
        let rated = words.iter().zip(pages.await?).max_by_key(|(_, page)| rarity(page));
        Ok(rated.map(|(word, _)| word.as_str()))
    }
}

impl Transaction<'_> {
    /// Replaces the rows of a customer's earlier name by those of the later one.
    pub(super) fn index_name(&mut self, before: Option<&Customer>, after: Option<&Customer>, keys: &TenantKeys) {
        let Some(id) = before.or(after).map(|customer| customer.id) else { return };
        let words = |customer: Option<&Customer>| customer.map(Customer::searched_words).unwrap_or_default();
        let (before, after) = (words(before), words(after));
        for word in before.iter().filter(|word| !after.contains(word)) {
            self.forget(&keys::customer_named(self.tenant, &keys.name_index(word), id));
        }
        for word in after.iter().filter(|word| !before.contains(word)) {
            self.set(&keys::customer_named(self.tenant, &keys.name_index(word), id), &NoFields::default());
        }
    }
}
