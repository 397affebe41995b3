//! A shop's own words in its messages: an item for each language that has some. The shop's record names these
//! languages, so that messages in other languages, or for other shops, need no further read.

use std::collections::BTreeMap;

use domain::shop::{OwnWords, TextOccasion};
use domain::values::{Language, Tenant};
use serde::{Deserialize, Serialize};

use crate::shop::TenantRecord;
use crate::table::{Attributes, Error, Key, Part, Row, Store, Transaction, change, keys, read_row, string};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OwnWordsRecord {
    pub language: Language,
    /// By occasion; an occasion with only default words is absent.
    pub words: BTreeMap<TextOccasion, OwnWords>,
    #[serde(skip)]
    version: u64,
}

impl Row for OwnWordsRecord {
    const KIND: &'static str = "shop's own words";
    const PART: Part = Part::OwnWords;
    type Id<'a> = Language;

    fn key(tenant: &Tenant, id: Language) -> Key {
        keys::own_words(tenant, id)
    }

    fn id(&self) -> Language {
        self.language
    }

    crate::table::versioned!();
}

pub(crate) fn read_own_words(item: Option<Attributes>, language: Language) -> Result<OwnWordsRecord, Error> {
    let none = OwnWordsRecord { language, words: BTreeMap::new(), version: 0 };
    item.map_or(Ok(none), read_row)
}

impl TenantRecord {
    pub fn has_own_words(&self, language: Language) -> bool {
        self.tags().any(|tag| tag == language.as_str())
    }

    pub fn languages_of_own_words(&self) -> impl Iterator<Item = Language> {
        self.tags().filter_map(Language::find)
    }

    fn tags(&self) -> impl Iterator<Item = &str> {
        self.own_words.iter().flat_map(|tags| tags.split(' '))
    }
}

impl Store {
    /// A shop and its own words in a language, in one call; `None` for an unknown shop.
    pub async fn own_words(
        &self,
        tenant: &Tenant,
        language: Language,
    ) -> Result<Option<(TenantRecord, OwnWordsRecord)>, Error> {
        let (shop, words) = (keys::tenant(tenant), keys::own_words(tenant, language));
        let mut items = self.batch(vec![shop.clone(), words.clone()]).await?;
        let Some(item) = items.remove(&shop) else { return Ok(None) };
        Ok(Some((TenantRecord::read(item)?, read_own_words(items.remove(&words), language)?)))
    }
}

impl Transaction<'_> {
    /// Saves own words in a language, and lists the language in the shop's record. Refused if either changed since it
    /// was read.
    pub fn save_own_words(&mut self, shop: &TenantRecord, record: &OwnWordsRecord) {
        self.save(record);
        if record.words.is_empty() == shop.has_own_words(record.language) {
            self.name_languages(shop, record.language);
        }
    }

    fn name_languages(&mut self, shop: &TenantRecord, language: Language) {
        let had = shop.has_own_words(language);
        let tags: Vec<_> = shop.tags().filter(|tag| *tag != language.as_str()).collect();
        let tags = if had { tags } else { [&tags[..], &[language.as_str()]].concat() };
        let set = if tags.is_empty() { "REMOVE own_words" } else { "SET own_words = :tags" };
        let was = match &shop.own_words {
            Some(_) => "own_words = :read",
            None => "attribute_exists(PK) AND attribute_not_exists(own_words)",
        };
        let mut update = change(set, was, []);
        for (name, value) in [(":tags", Some(tags.join(" "))), (":read", shop.own_words.clone())] {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                update = update.expression_attribute_values(name, string(value));
            }
        }
        self.update(Part::OwnWords, &keys::tenant(self.tenant), update);
    }
}
