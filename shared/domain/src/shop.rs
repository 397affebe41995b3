//! The shop as its customers know it.

use crate::text::line;
use crate::{Invalid, Language, Location};

/// The longest name, in characters: it stands in a mail's From and subject.
const NAME_CHARACTERS_MAX: usize = 100;
/// The longest address, in characters.
const ADDRESS_CHARACTERS_MAX: usize = 300;

/// A tenant's face: in the mail's From, and on the hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shop {
    /// Its name.
    pub name: String,
    /// Its postal address, shown at the mail's foot.
    pub address: Option<String>,
    /// In which language it speaks to its customers, where a request tells none.
    pub language: Option<Language>,
}

impl Shop {
    /// A shop of this name and address.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn new(name: &str, address: Option<&str>) -> Result<Self, Invalid> {
        let name =
            line(name, NAME_CHARACTERS_MAX).ok_or(Invalid("A shop's name has 1 to 100 characters, on one line."))?;
        let address = address.map(|address| {
            line(address, ADDRESS_CHARACTERS_MAX)
                .ok_or(Invalid("A shop's address has 1 to 300 characters, on one line."))
        });
        Ok(Self { name, address: address.transpose()?, language: None })
    }

    /// The shop as it speaks to a customer for whom it told this language, or none.
    #[must_use]
    pub fn speaking(self, language: Option<Language>) -> Self {
        Self { language: language.or(self.language), ..self }
    }

    /// The shop as the customers of one of its locations know it: under that one's name.
    #[must_use]
    pub fn at(&self, location: Option<&Location>) -> Self {
        let name = location.map(|location| location.face().as_str().chars().take(NAME_CHARACTERS_MAX).collect());
        Self { name: name.unwrap_or_else(|| self.name.clone()), ..self.clone() }
    }
}
