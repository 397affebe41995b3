//! A shop's own words in its messages.
//!
//! Told by `tests/stories/shops/own_words.story`.

use domain::order::Product;
use domain::shop::{OwnText, OwnWords, OwnWordsChange, Shop, TextOccasion};
use domain::values::{Language, Tenant};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::shop::{SET, TenantRecord};
use store::table::Store;

use crate::caller::Caller;
use crate::error::{Error, TryError, retry};
use crate::links::Links;
use crate::message::Message;
use crate::message::preview::{example_product, preview};

#[derive(Clone)]
pub struct ShopTexts {
    pub store: Store,
    pub links: Links,
}

/// The differing texts, before and after, for the audit log. Because people type them freely, the log says only whether
/// a text is set.
fn differing(before: &OwnWords, after: &OwnWords) -> [Value; 2] {
    let texts = |OwnWords { subject, opening }: &OwnWords| {
        [("subject", subject), ("opening", opening)].map(|(name, text)| (name, text.clone()))
    };
    let differ: Vec<_> = texts(before).into_iter().zip(texts(after)).filter(|(one, other)| one != other).collect();
    let state = |text: &(&str, Option<OwnText>)| (text.0.to_owned(), json!(text.1.as_ref().map(|_| SET)));
    [differ.iter().map(|(one, _)| state(one)).collect(), differ.iter().map(|(_, other)| state(other)).collect()]
}

/// Own words for an occasion, with what a preview also needs.
pub struct ShopText {
    pub record: TenantRecord,
    pub own: OwnWords,
}

impl ShopTexts {
    pub async fn get(
        &self,
        tenant: &Tenant,
        (language, occasion): (Language, TextOccasion),
    ) -> Result<ShopText, Error> {
        let (record, mut words) = self.store.own_words(tenant, language).await?.ok_or(Error::NotFound)?;
        Ok(ShopText { record, own: words.words.remove(&occasion).unwrap_or_default() })
    }

    /// Changes own words for an occasion, for messages that leave from then on. The audit log says only which texts are
    /// set.
    pub async fn change(
        &self,
        caller: &Caller,
        (language, occasion): (Language, TextOccasion),
        change: &OwnWordsChange,
        now: Timestamp,
    ) -> Result<OwnWords, Error> {
        let tenant = &caller.tenant;
        retry!(self.store, {
            let (shop, mut record) = self.store.own_words(tenant, language).await?.ok_or(Error::NotFound)?;
            let before = record.words.remove(&occasion).unwrap_or_default();
            let own = change.apply(before.clone());
            if own == before {
                return Ok::<_, TryError<Error>>(own);
            }
            if own != OwnWords::default() {
                record.words.insert(occasion, own.clone());
            }
            let mut transaction = self.store.transaction(tenant);
            transaction.save_own_words(&shop, &record);
            let target = format!("{}/{}", language.as_str(), occasion.as_str());
            transaction.record(&caller.entry("change_text", target, differing(&before, &own), now));
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(own)
        })
    }

    /// One of the shop's products, for a preview.
    pub async fn example(&self, tenant: &Tenant) -> Result<Option<Product>, Error> {
        example_product(&self.store, tenant).await
    }

    pub fn preview(
        &self,
        shop: &Shop,
        (language, occasion): (Language, TextOccasion),
        own: &OwnWords,
        product: Option<&Product>,
        now: Timestamp,
    ) -> Result<Message, Error> {
        let shop = shop.clone().with_language(Some(language));
        preview(&shop, occasion, own, product, &self.links, now)
    }
}
