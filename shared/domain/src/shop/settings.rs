//! A shop's settings.

use crate::{Cap, Color, EmailAddress, HttpsUrl, Language, LinkDays, Moderation, Patch, ReminderDays, SendWindow};

/// A change of a shop's settings. Omitted fields keep their value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsChange {
    /// The new name, if it changes; it cannot be cleared.
    pub name: Option<String>,
    /// The postal address.
    pub address: Patch<String>,
    /// Cleared, the default theme applies.
    pub color: Patch<Color>,
    /// Cleared, only the name is shown.
    pub logo: Patch<HttpsUrl>,
    /// Cleared, each customer's browser decides.
    pub language: Patch<Language>,
    /// Cleared, the default days apply.
    pub reminder_days: Patch<ReminderDays>,
    /// Cleared, links work for 90 days.
    pub link_days: Patch<LinkDays>,
    /// Cleared, messages leave at any time.
    pub send_window: Patch<SendWindow>,
    /// Cleared, any number.
    pub first_messages_a_week: Patch<Cap>,
    /// Cleared, any number.
    pub messages_a_month: Patch<Cap>,
    /// Whether reviews are published at once, if that changes.
    pub moderation: Option<Moderation>,
    /// Whether published ones can be read without an API key, if that changes.
    pub public_display: Option<bool>,
    /// Whether withholding one takes a reason, if that changes.
    pub reason_required: Option<bool>,
    /// What reviewers get for a review. Cleared, the shop says nothing about it.
    pub incentives: Patch<String>,
    /// Cleared, answers to emails go to the operator's sender address.
    pub reply_to: Patch<EmailAddress>,
    /// Cleared, no email or page links to it.
    pub contact_url: Patch<HttpsUrl>,
    /// Cleared, no email links to it.
    pub privacy_url: Patch<HttpsUrl>,
    /// Whether a customer's review takes words, if that changes.
    pub text_required: Option<bool>,
    /// The owner's address. Cleared, nobody is emailed about the shop itself.
    pub owner_email: Patch<EmailAddress>,
}
