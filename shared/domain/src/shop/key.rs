//! A shop's API keys: what each may do, and how many there are.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::values::text::line;
use crate::values::value::Text;
use crate::values::{Dialect, Identity, Invalid, SCOPE_KEYS_MANAGE, has_scope, ms, parse_time, stored_as_text};

/// The most API keys that a shop may make in each of its modes. Keys that the operator makes do not count.
pub const KEYS_MAX: usize = 20;
const NAME_CHARACTERS_MAX: usize = 100;

/// A shop's name for a key: trimmed, NFC, 1–100 characters, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyName(String);

stored_as_text!(KeyName, Self::as_str, |text| Self::parse(text).ok());

crate::reads_text! { KeyName: Self = Self::parse, Text::between(1, NAME_CHARACTERS_MAX); }

impl KeyName {
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        line(text, NAME_CHARACTERS_MAX).map(Self).ok_or(Invalid("`name` must have 1 to 100 characters, on one line."))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKey {
    pub name: KeyName,
    pub dialect: Dialect,
    pub scopes: Vec<&'static str>,
    /// The person or app for which the key acts; `None` for an app of its own.
    pub identity: Option<Identity>,
    /// When the key stops working; `None` for never.
    pub expires_at: Option<Timestamp>,
    /// If a guest of the console made the key: the guest, with whose session it ends. `None` if the key stays.
    pub guest: Option<KeyGuest>,
}

/// The guest of the console who made a key, directly or through another key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyGuest {
    /// The sign-in of the link by which the guest came.
    pub link: String,
    /// The id of the key that made the link; `None` if the operator did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

impl NewKey {
    /// The same key, but with this instant as its latest end.
    #[must_use]
    pub fn until(self, at: Option<Timestamp>) -> Self {
        Self { expires_at: [self.expires_at, at].into_iter().flatten().min(), ..self }
    }

    /// Reads when a key stops working, which must be in the future.
    pub fn parse_expiry(text: &str, now: Timestamp) -> Result<Timestamp, Invalid> {
        const RULE: Invalid = Invalid("`expires_at` must be a time to come, such as 2027-11-20T06:00:00Z.");
        parse_time(text).filter(|at| *at > now).ok_or(RULE)
    }
}

/// A shop's record of an API key; the key itself is stored nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyInfo {
    /// The start of the key's digest, by which histories name the key.
    pub id: String,
    pub name: KeyName,
    pub dialect: Dialect,
    pub scopes: Vec<String>,
    /// The key's prefix and last characters.
    pub hint: String,
    #[serde(with = "ms::required")]
    pub created_at: Timestamp,
    /// When the key stops working; `None` for never.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// If a guest of the console made the key: the guest, with whose session it ends. `None` if the key stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guest: Option<KeyGuest>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyRefusal {
    /// The shop has [`KEYS_MAX`] keys already.
    TooMany,
    /// The key is the last one that can make and delete keys.
    Last,
    /// The new key would have this scope, which the key that makes it lacks.
    Scope(&'static str),
}

impl KeyInfo {
    /// Whether the key has not expired.
    pub fn works(&self, now: Timestamp) -> bool {
        self.expires_at.is_none_or(|at| now < at)
    }

    fn manages(&self, now: Timestamp) -> bool {
        self.works(now) && has_scope(&self.scopes, SCOPE_KEYS_MANAGE)
    }

    /// The key that this key makes. It ends with this key at the latest, so that access for a day cannot become access
    /// for longer.
    pub fn make(&self, new: &NewKey, all: &[Self]) -> Result<NewKey, KeyRefusal> {
        match new.scopes.iter().find(|scope| !has_scope(&self.scopes, scope)) {
            Some(&scope) => Err(KeyRefusal::Scope(scope)),
            None if all.len() >= KEYS_MAX => Err(KeyRefusal::TooMany),
            None => Ok(NewKey { guest: self.guest.clone(), ..new.clone() }.until(self.expires_at)),
        }
    }

    /// The ids of the keys that end together: the `first`, then keys made by guests whom one of these let in, and so
    /// on.
    pub fn ending(all: &[Self], first: impl Fn(&Self) -> bool) -> Vec<String> {
        let mut ending: Vec<String> = Vec::new();
        let ids = |found: Vec<&Self>| found.into_iter().map(|key| key.id.clone()).collect::<Vec<_>>();
        let mut next = ids(all.iter().filter(|key| first(key)).collect());
        while !next.is_empty() {
            ending.append(&mut next);
            let is_next = |key: &&Self| {
                let let_in = key.guest.as_ref().and_then(|guest| guest.key.as_ref());
                !ending.contains(&key.id) && let_in.is_some_and(|by| ending.contains(by))
            };
            next = ids(all.iter().filter(is_next).collect());
        }
        ending
    }

    pub fn may_go(&self, all: &[Self], now: Timestamp) -> Result<(), KeyRefusal> {
        let is_other_manager = |key: &Self| key.id != self.id && key.manages(now);
        if self.manages(now) && !all.iter().any(is_other_manager) { Err(KeyRefusal::Last) } else { Ok(()) }
    }
}
