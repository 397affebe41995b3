//! Closed sets: enums whose values are each one word in the table, in the APIs and in logs.

/// A value of a closed set, for generic code. Each type also has these three items itself.
pub trait Word: Copy + 'static {
    /// Every value, each once.
    const ALL: &'static [Self];

    fn as_str(self) -> &'static str;

    fn parse(word: &str) -> Option<Self>;
}

/// Declares a closed set: each value with its word.
#[macro_export]
macro_rules! words {
    ($(#[$attribute:meta])* pub enum $name:ident {
        $($(#[$value_attribute:meta])* $value:ident = $word:literal,)+
    }) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(
                $(#[$value_attribute])*
                #[doc = concat!("\nThe word is `", $word, "`.")]
                $value,
            )+
        }

        impl $name {
            /// Every value, each once, in the order of their declaration.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$value),+];

            /// The words of all values, in the same order.
            pub const WORDS: [&'static str; Self::ALL.len()] = [$($word),+];

            /// The value's word in the table, in the APIs and in logs.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }

            pub fn parse(word: &str) -> Option<Self> {
                // A word given to two values does not compile: the second pattern is unreachable.
                match word {
                    $($word => Some(Self::$value),)+
                    _ => None,
                }
            }
        }

        $crate::stored_as_text!($name, |value: &Self| value.as_str(), Self::parse);

        impl $crate::values::Word for $name {
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
