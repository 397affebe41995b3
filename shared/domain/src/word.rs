//! Closed sets: enums each value of which is one word in the table, in the APIs and in logs.
//!
//! A set is closed for one version of this code. The table is read by the version before and the one after, too, so what
//! comes from a row is read with `stored`: a word that this version does not know stays what it is. Each `match` has an
//! arm for it. It is shown where its set is shown, nothing is done because of it, and it is written back as it came.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// A value of a closed set, for code that is generic over them. Each type has the same three by itself.
pub trait Word: Copy + 'static {
    /// Every value, each once; none of another version.
    const ALL: &'static [Self];

    /// The value's word.
    fn as_str(self) -> &'static str;

    /// The value with this word; `None` for a word of another version.
    fn parse(word: &str) -> Option<Self>;
}

/// A word that another version of this code wrote into a row, and this one does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Foreign(&'static str);

impl Foreign {
    /// The word. It stays in memory for as long as the process: other versions have a few words more than this one, and
    /// nobody else writes them.
    #[must_use]
    pub fn new(word: &str) -> Self {
        static WORDS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
        let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = words.get(word) {
            return Self(known);
        }
        let word: &'static str = Box::leak(Box::<str>::from(word));
        words.insert(word);
        Self(word)
    }

    /// The word as it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// Declares a closed set: each value once, with its word. Unless it is `unstored`, it has the value `Foreign` for the
/// words of other versions.
macro_rules! words {
    ($(#[$attribute:meta])* pub enum $name:ident {
        $($(#[$value_attribute:meta])* $value:ident = $word:literal,)+
    }) => {
        words! {
            @set [$(#[$attribute])*] $name [$($(#[$value_attribute])* $value = $word,)+]
            [/// A word of another version of this code.
             Foreign($crate::Foreign),]
            [Self::Foreign(foreign) => foreign.as_str(),]
        }

        impl $name {
            /// The value of a stored word, which may be one of another version.
            #[must_use]
            pub fn stored(word: &str) -> Self {
                Self::parse(word).unwrap_or_else(|| Self::Foreign($crate::Foreign::new(word)))
            }

            /// Whether only another version of this code knows what it means.
            #[must_use]
            pub const fn is_foreign(self) -> bool {
                matches!(self, Self::Foreign(_))
            }
        }
    };
    (unstored $(#[$attribute:meta])* pub enum $name:ident {
        $($(#[$value_attribute:meta])* $value:ident = $word:literal,)+
    }) => {
        words! { @set [$(#[$attribute])*] $name [$($(#[$value_attribute])* $value = $word,)+] [] [] }
    };
    (@set [$(#[$attribute:meta])*] $name:ident
        [$($(#[$value_attribute:meta])* $value:ident = $word:literal,)+]
        [$($foreign:tt)*] [$($foreign_word:tt)*]
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(
                $(#[$value_attribute])*
                #[doc = concat!("\nThe word is `", $word, "`.")]
                $value,
            )+
            $($foreign)*
        }

        impl $name {
            /// Every value, each once, in the order of their declaration.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$value),+];

            /// The value's word in the table, in the APIs and in logs.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                    $($foreign_word)*
                }
            }

            /// The value with this word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                // A word given to two values does not compile: the second pattern is unreachable.
                match word {
                    $($word => Some(Self::$value),)+
                    _ => None,
                }
            }
        }

        impl $crate::Word for $name {
            const ALL: &'static [Self] = &Self::ALL;

            fn as_str(self) -> &'static str {
                self.as_str()
            }

            fn parse(word: &str) -> Option<Self> {
                Self::parse(word)
            }
        }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EntryKind, StopReason};

    #[test]
    fn a_word_of_another_version_stays_what_it_is() {
        let foreign = EntryKind::stored("sent_by_pigeon");
        assert_eq!(foreign.as_str(), "sent_by_pigeon");
        assert!(foreign.is_foreign() && !EntryKind::stored("sent").is_foreign());
        assert_eq!(foreign, EntryKind::stored("sent_by_pigeon"));
        assert_ne!(foreign, EntryKind::stored("sent_by_raven"));
        assert_eq!(EntryKind::parse("sent_by_pigeon"), None, "no call may name it");
        assert_eq!(StopReason::stored("cancelled"), StopReason::Cancelled);
        assert!(std::ptr::eq(Foreign::new("raven").as_str(), Foreign::new("raven").as_str()), "it is kept once");
    }
}
