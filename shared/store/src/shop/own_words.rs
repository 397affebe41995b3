//! A shop's own words in its messages: an item for each language that has some. The shop's record names these
//! languages, so that messages in other languages, or for other shops, need no further read.

use std::collections::BTreeMap;

use domain::shop::{OwnWords, TextOccasion};
use domain::values::{Language, Tenant};

use crate::shop::TenantRecord;
use crate::table::{Attributes, Document, Error, Part, Store, Transaction, change, keys, string};

#[derive(Debug, Clone, Default)]
pub struct OwnWordsRecord {
    /// By occasion; an occasion with only default words is absent.
    pub words: BTreeMap<TextOccasion, OwnWords>,
    version: u64,
}

pub(crate) fn read_own_words(item: Option<Attributes>) -> Result<OwnWordsRecord, Error> {
    let (words, version) = item.map(Document::read).transpose()?.unwrap_or_default();
    Ok(OwnWordsRecord { words, version })
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
        Ok(Some((TenantRecord::read(item)?, read_own_words(items.remove(&words))?)))
    }
}

impl Transaction<'_> {
    /// Saves own words in a language, and lists the language in the shop's record. Refused if either changed since it
    /// was read.
    pub fn save_own_words(&mut self, shop: &TenantRecord, language: Language, record: &OwnWordsRecord) {
        let OwnWordsRecord { words, version } = record;
        let item = Document::versioned(words, version + 1, None);
        self.put_next(Part::OwnWords, &keys::own_words(self.tenant, language), &item, *version);
        if words.is_empty() == shop.has_own_words(language) {
            self.name_languages(shop, language);
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
