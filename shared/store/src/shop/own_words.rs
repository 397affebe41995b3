//! A shop's own words in its messages: an item for each language that has some. The shop's record names these
//! languages, so that messages in other languages, or for other shops, need no further read.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use domain::shop::{OwnWords, TextOccasion};
use domain::values::{Language, Tenant};
use serde::{Deserialize, Serialize};

use crate::shop::TenantRecord;
use crate::table::{Attributes, Error, Part, Store, Transaction, from_item, keys, number};

#[derive(Debug, Clone, Default)]
pub struct OwnWordsRecord {
    /// By occasion; an occasion with only default words is absent.
    pub words: BTreeMap<TextOccasion, OwnWords>,
    version: u64,
}

#[derive(Serialize, Deserialize)]
struct OwnWordsItem {
    #[serde(with = "crate::table::json")]
    words: BTreeMap<TextOccasion, OwnWords>,
    version: u64,
}

pub(crate) fn read_own_words(item: Option<Attributes>) -> Result<OwnWordsRecord, Error> {
    let Some(item) = item else { return Ok(OwnWordsRecord::default()) };
    let OwnWordsItem { words, version } = from_item(item)?;
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
        let item = OwnWordsItem { words: words.clone(), version: version + 1 };
        let key = keys::own_words(self.tenant(), language);
        match version {
            0 => self.insert(Part::OwnWords, &key, &item),
            read => self.put(Part::OwnWords, &key, &item, "version = :read", [(":read", number(read))]),
        }
        if words.is_empty() == shop.has_own_words(language) {
            self.name_languages(shop, language);
        }
    }

    fn name_languages(&mut self, shop: &TenantRecord, language: Language) {
        let had = shop.has_own_words(language);
        let tags: Vec<_> = shop.tags().filter(|tag| *tag != language.as_str()).collect();
        let tags = if had { tags } else { [&tags[..], &[language.as_str()]].concat() };
        let (set, value) = match tags.as_slice() {
            [] => ("REMOVE own_words", None),
            tags => ("SET own_words = :tags", Some(AttributeValue::S(tags.join(" ")))),
        };
        let condition = match &shop.own_words {
            Some(_) => "own_words = :read",
            None => "attribute_exists(PK) AND attribute_not_exists(own_words)",
        };
        let mut update = Update::builder().update_expression(set).condition_expression(condition);
        for (name, value) in [(":tags", value), (":read", shop.own_words.clone().map(AttributeValue::S))] {
            if let Some(value) = value {
                update = update.expression_attribute_values(name, value);
            }
        }
        let key = keys::tenant(self.tenant());
        self.update(Part::OwnWords, &key, update);
    }
}
