//! The shop as its customers know it.

use crate::text::line;
use crate::{Color, HttpsUrl, Invalid, Language, Location, Patch, ReminderDays};

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
    /// The color of its pages' links and buttons; our own where it has none.
    pub color: Option<Color>,
    /// Its sign, shown above its name.
    pub logo: Option<HttpsUrl>,
    /// In which language it speaks to its customers, where a request tells none.
    pub language: Option<Language>,
}

/// What a shop changes of its settings; what it says nothing of stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsChange {
    /// Its name. A shop has one: there is nothing to clear.
    pub name: Option<String>,
    /// Its postal address.
    pub address: Patch<String>,
    /// Its color.
    pub color: Patch<Color>,
    /// Its sign.
    pub logo: Patch<HttpsUrl>,
    /// In which language it speaks.
    pub language: Patch<Language>,
    /// When its reminders leave; cleared, they are the usual days.
    pub reminder_days: Patch<ReminderDays>,
}

impl Shop {
    /// A shop of this name and address, in our own color.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn new(name: &str, address: Option<&str>) -> Result<Self, Invalid> {
        let address = address.map(Self::address).transpose()?;
        Ok(Self { name: Self::name(name)?, address, color: None, logo: None, language: None })
    }

    /// The shop as it speaks to a customer for whom it told this language, or none.
    #[must_use]
    pub fn speaking(self, language: Option<Language>) -> Self {
        Self { language: language.or(self.language), ..self }
    }

    /// Reads a name.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn name(text: &str) -> Result<String, Invalid> {
        line(text, NAME_CHARACTERS_MAX).ok_or(Invalid("A shop's name has 1 to 100 characters, on one line."))
    }

    /// Reads an address.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn address(text: &str) -> Result<String, Invalid> {
        line(text, ADDRESS_CHARACTERS_MAX).ok_or(Invalid("A shop's address has 1 to 300 characters, on one line."))
    }

    /// The shop as the customers of one of its locations know it: under that one's name.
    #[must_use]
    pub fn at(&self, location: Option<&Location>) -> Self {
        let name = location.map(|location| location.face().as_str().chars().take(NAME_CHARACTERS_MAX).collect());
        Self { name: name.unwrap_or_else(|| self.name.clone()), ..self.clone() }
    }
}
