//! The shop as its customers know it.

mod caps;
mod key;
mod mail_window;
mod own_words;
mod rules;
mod send_window;
mod sender;

use jiff::{SignedDuration, Timestamp};

use crate::customer::Location;
use crate::values::text::line;
use crate::values::value::{Json, Shape, Text, Value, text};
use crate::values::{
    Color, EmailAddress, HttpsUrl, Invalid, Language, NumberPlans, Storefront, contact_data_elsewhere,
};
use crate::words;

pub use caps::{Cap, RecentMessages};
pub use key::{KEYS_MAX, KeyGuest, KeyInfo, KeyName, KeyRefusal, NewKey};
pub use mail_window::{
    LAST_MAILS, MailCounts, MailMark, MailWindow, MarkedMail, Releaser, SES_BOUNCES, SES_COMPLAINTS, Suspension,
    SuspensionReason,
};
pub use own_words::{OwnText, OwnWords, OwnWordsChange, Placeholders, TextOccasion};
pub use rules::{AskOnce, ShopRules};
pub use send_window::{SendWindow, TimeOfDay, Weekdays, Zone};
pub use sender::{OwnSender, SenderRecords, SenderRefusal, SenderStage, is_under};

/// The longest name, in characters: it is part of an email's From and subject.
const NAME_CHARACTERS_MAX: usize = 100;
const ADDRESS_CHARACTERS_MAX: usize = 300;
/// The sender's name if no shop can be named.
const NO_NAME: &str = "Afterword";

/// How a call gives a shop's name. The description allows `null`, which is refused, because a shop always has a name.
pub enum ShopName {}
/// How a call gives a shop's address.
pub enum ShopAddress {}

impl Value for ShopName {
    type Out = String;

    fn read(json: Option<&Json>) -> Result<String, Invalid> {
        Shop::name(text(json))
    }

    fn shape() -> Shape {
        Shape { is_nullable: true, ..Text::between(1, NAME_CHARACTERS_MAX).required() }
    }
}

crate::reads_text! { ShopAddress: String = Shop::address, Text::between(1, ADDRESS_CHARACTERS_MAX); }

/// How a shop presents itself in messages and on the hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shop {
    /// The shop's name, 1–100 characters.
    pub name: String,
    /// The postal address, for an email's footer.
    pub address: Option<String>,
    /// The color of links and buttons; `None` for the default theme.
    pub color: Option<Color>,
    /// The logo, shown above the name.
    pub logo: Option<HttpsUrl>,
    /// The language for customers whose request names none; `None` means the language of their browser.
    pub language: Option<Language>,
    /// The address for replies to the shop's emails. Every customer sees it, so it is stored in clear.
    pub reply_to: Option<EmailAddress>,
    /// The address from which emails to customers leave; `None` for the operator's.
    pub sender: Option<EmailAddress>,
    /// A page on which customers can contact the shop.
    pub contact_url: Option<HttpsUrl>,
    pub privacy_url: Option<HttpsUrl>,
    /// The shop's own domain, which replaces Shopify's in the addresses of products.
    pub storefront: Option<Storefront>,
    /// Whether a model, if the operator has set one, writes questions on the customer's page.
    pub ai_questions: bool,
}

impl Shop {
    /// A shop of this name and address, with the default theme.
    pub fn new(name: &str, address: Option<&str>) -> Result<Self, Invalid> {
        let address = address.map(Self::address).transpose()?;
        Ok(Self {
            name: Self::name(name)?,
            address,
            color: None,
            logo: None,
            language: None,
            reply_to: None,
            sender: None,
            contact_url: None,
            privacy_url: None,
            storefront: None,
            ai_questions: true,
        })
    }

    /// The shop with a request's language, if the request names one.
    #[must_use]
    pub fn with_language(self, language: Option<Language>) -> Self {
        Self { language: language.or(self.language), ..self }
    }

    /// Reads a name: trimmed, NFC, one line.
    pub fn name(text: &str) -> Result<String, Invalid> {
        line(text, NAME_CHARACTERS_MAX).ok_or(Invalid("A shop's name must have 1 to 100 characters, on one line."))
    }

    /// Reads a postal address: trimmed, NFC, one line.
    pub fn address(text: &str) -> Result<String, Invalid> {
        line(text, ADDRESS_CHARACTERS_MAX)
            .ok_or(Invalid("A shop's address must have 1 to 300 characters, on one line."))
    }

    /// The error for words of a shop that contain foreign links or addresses.
    pub const LEADS_ELSEWHERE: Invalid = Invalid(
        "Leave out phone numbers, accounts, links and email addresses, but for those at the hosts of contact_url, privacy_url, \
         storefront_url and reply_to: set one of these first.",
    );

    /// Whether a text names a way to reach somebody elsewhere than at the hosts in the shop's settings. The shop's
    /// messages come from the operator's domain and go to any address: without this check, they could carry anybody's
    /// links and numbers.
    pub fn leads_elsewhere(&self, text: &str) -> bool {
        let urls = [&self.contact_url, &self.privacy_url].into_iter().flatten().map(HttpsUrl::host);
        let domain = self.reply_to.as_ref().map(EmailAddress::domain);
        let storefront = self.storefront.as_ref().map(Storefront::host);
        let hosts = urls.chain(storefront).chain(domain).filter(|host| !host.is_empty()).map(str::to_lowercase);
        let hosts: Vec<_> = hosts.collect();
        // The messages go to customers in any country.
        let plans = [NumberPlans::default(), NumberPlans { language: self.language, ..NumberPlans::default() }];
        plans.iter().any(|plans| contact_data_elsewhere(text, &hosts, plans).is_some())
    }

    /// The shop as its messages show it: with the operator's postal address if the shop has none. If the shop's name
    /// contains foreign links or addresses, only its words are shown.
    #[must_use]
    pub fn in_messages(mut self, operators_address: Option<&str>) -> Self {
        self.address = self.address.or_else(|| operators_address.map(str::to_owned));
        if self.leads_elsewhere(&self.name) {
            let words = self.name.split(|c: char| !c.is_alphabetic() && !"&'’".contains(c));
            let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
            self.name = if words.is_empty() { NO_NAME.to_owned() } else { words.join(" ") };
        }
        self
    }

    /// The shop with the name of the request's location, if there is one.
    pub fn at_location(&self, location: Option<&Location>) -> Self {
        let name = location.map(|location| location.public_name().as_str().chars().take(NAME_CHARACTERS_MAX).collect());
        Self { name: name.unwrap_or_else(|| self.name.clone()), ..self.clone() }
    }
}

// The end of a shop: who ended it, and when its owners are emailed about it.
words! {
    /// Who ended a shop, as its owners read it.
    pub enum EndedBy {
        Owner = "owner",
        /// The operator, or somebody in the console by the operator's link.
        Operator = "operator",
    }
}

/// How long after its end a shop can be restored.
const RESTORED_WITHIN: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long after the end each email to the owners leaves: at once, after a week, and when three days are left.
const TOLD_AFTER: [SignedDuration; 3] =
    [SignedDuration::ZERO, SignedDuration::from_hours(7 * 24), SignedDuration::from_hours(27 * 24)];
/// For how long after the end was taken back an email about it may still be ordered.
const RESTORED_TOLD_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// The earliest time at which the data of a shop that ended is destroyed.
pub fn erased_from(ended_at: Timestamp) -> Timestamp {
    ended_at.saturating_add(RESTORED_WITHIN).unwrap_or(Timestamp::MAX)
}

/// Since when the newest email about the shop's end, or about its restoration, is due; `None` if there is none.
pub fn told_from(ended_at: Option<Timestamp>, restored_at: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
    match (ended_at, restored_at) {
        (Some(ended_at), _) => {
            TOLD_AFTER.iter().rev().filter_map(|after| ended_at.checked_add(*after).ok()).find(|at| *at <= now)
        }
        (None, restored_at) => restored_at.filter(|at| now.duration_since(*at) < RESTORED_TOLD_WITHIN),
    }
}
