//! A shop's own sender: an address at a domain of the shop, from which its emails leave once the domain is proved.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::values::{EmailAddress, Invalid, ms};
use crate::words;

/// The local part if only a domain was typed.
const LOCAL: &str = "reviews";
/// How long a domain's records are looked for: each domain is one of the account's identities, and anybody can type any.
/// SES itself looks for the records for 72 hours
/// (<https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html>).
const PROVED_WITHIN: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How often a domain is checked whose records somebody may be adding right now: in each run of reconcile. And for how
/// long.
const SOON_EVERY: SignedDuration = SignedDuration::from_mins(4);
const SOON_FOR: SignedDuration = SignedDuration::from_hours(2);
/// How often any other domain is checked that waits for its records.
const EVERY: SignedDuration = SignedDuration::from_hours(6);
/// How often a domain is checked that has them: 10,000 shops need 1,400 of the 5,000 checks that reconcile makes in a day.
/// If SES refuses an email before, that counts as a check.
const STANDING_EVERY: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Providers of mailboxes for everybody: no shop can add records there, and their DMARC policies refuse emails from
/// elsewhere.
const MAILBOX_PROVIDERS: &str = include_str!("mailbox_providers.txt");

words! {
    /// How far a shop's own sender is.
    pub enum SenderStage {
        /// The shop has to add the records.
        Asked = "asked",
        /// The shop's emails leave from the address.
        Stands = "stands",
        /// It stood, but its records are gone. Meanwhile the shop's emails leave from the operator's address.
        Lost = "lost",
        /// Another shop's emails leave from the domain, from one above it or below it, or somebody else made it in the
        /// operator's account at SES.
        Taken = "taken",
        /// The shop does not want it any more, or has ended.
        Leaves = "leaves",
    }
}

/// What SES and the DNS say about a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenderRecords {
    /// Whether SES may send from the domain and signs its emails, and the DNS names the shop.
    pub is_proved: bool,
    /// Whether the records could not be read, so that what was known before still holds.
    pub is_unclear: bool,
    /// The names in the three CNAME records.
    pub tokens: Vec<String>,
    /// The zone to which the records lead.
    pub zone: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSender {
    pub address: EmailAddress,
    pub stage: SenderStage,
    #[serde(with = "ms::required")]
    pub since: Timestamp,
    /// The names in the CNAME records; empty until SES has made them.
    pub tokens: Vec<String>,
    pub zone: String,
    /// When SES is asked next; `None` for never, and once it is read.
    #[serde(skip)]
    pub ask_at: Option<Timestamp>,
    /// Grows by 1 with every change.
    #[serde(skip)]
    pub version: u64,
}

words! {
    pub enum SenderRefusal {
        Invalid = "invalid",
        /// The domain belongs to a provider of mailboxes.
        Mailbox = "mailbox",
        /// The domain is the operator's, is under it or above it.
        Operators = "operators",
        /// Another shop's emails leave from the domain, or from one above it or below it.
        Taken = "taken",
        /// The shop has given up several domains within minutes.
        TooMany = "too_many",
        /// Nothing leaves in test mode.
        TestMode = "test_mode",
    }
}

impl OwnSender {
    /// Reads a typed domain or address. `operators` are the operator's own domains.
    pub fn parse(typed: &str, operators: &[String]) -> Result<EmailAddress, SenderRefusal> {
        let typed = typed.trim();
        let address = if typed.contains('@') { typed.to_owned() } else { format!("{LOCAL}@{}", typed.to_lowercase()) };
        let address = EmailAddress::parse(&address).map_err(|Invalid(_)| SenderRefusal::Invalid)?;
        let domain = address.domain();
        if MAILBOX_PROVIDERS.split_ascii_whitespace().any(|provider| is_under(domain, provider)) {
            return Err(SenderRefusal::Mailbox);
        }
        if operators.iter().any(|own| is_under(domain, own) || is_under(own, domain)) {
            return Err(SenderRefusal::Operators);
        }
        Ok(address)
    }

    pub fn new(address: EmailAddress, now: Timestamp) -> Self {
        let (tokens, zone) = (Vec::new(), String::new());
        Self { address, stage: SenderStage::Asked, since: now, tokens, zone, ask_at: None, version: 0 }
    }

    pub fn domain(&self) -> &str {
        self.address.domain()
    }

    /// The name and the target of each CNAME record.
    pub fn records(&self) -> impl Iterator<Item = (String, String)> {
        let record =
            |token: &String| (format!("{token}._domainkey.{}", self.domain()), format!("{token}.{}", self.zone));
        self.tokens.iter().map(record)
    }

    pub fn enter(&mut self, stage: SenderStage, now: Timestamp) {
        if self.stage != stage {
            (self.stage, self.since) = (stage, now);
        }
    }

    /// Follows what SES and the DNS say.
    pub fn observe(&mut self, SenderRecords { is_proved, is_unclear, tokens, zone }: SenderRecords, now: Timestamp) {
        (self.tokens, self.zone) = (tokens, zone);
        match self.stage {
            SenderStage::Asked | SenderStage::Lost if is_proved => self.enter(SenderStage::Stands, now),
            SenderStage::Stands if !is_proved && !is_unclear => self.enter(SenderStage::Lost, now),
            _ => {}
        }
    }

    /// Whether the shop does not want it any more, or has not proved it for so long that nothing looks for its records.
    pub fn is_over(&self, now: Timestamp) -> bool {
        match self.stage {
            SenderStage::Asked | SenderStage::Lost => now.duration_since(self.since) >= PROVED_WITHIN,
            stage => stage == SenderStage::Leaves,
        }
    }

    /// When the records are looked for next; `None` for never.
    pub fn next_check(&self, now: Timestamp) -> Option<Timestamp> {
        let every = match self.stage {
            SenderStage::Taken => return None,
            SenderStage::Leaves => SOON_EVERY,
            SenderStage::Asked | SenderStage::Lost if now.duration_since(self.since) < SOON_FOR => SOON_EVERY,
            SenderStage::Asked | SenderStage::Lost => EVERY,
            SenderStage::Stands => STANDING_EVERY,
        };
        Some(now.saturating_add(every).unwrap_or(now))
    }
}

/// Whether a domain is another one or under it.
pub fn is_under(domain: &str, other: &str) -> bool {
    domain.strip_suffix(other).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_domain_of_the_shops_own_can_be_its_sender() {
        let parse = |typed| OwnSender::parse(typed, &["mail.afterword.example".to_owned()]);
        let address = |typed| parse(typed).map(|address| address.deliverable());
        assert_eq!(address(" Fern.Example ").as_deref(), Ok("reviews@fern.example"));
        assert_eq!(address("Hello@bücher.example").as_deref(), Ok("Hello@xn--bcher-kva.example"));
        for (typed, refusal) in [
            ("", SenderRefusal::Invalid),
            ("fern", SenderRefusal::Invalid),
            ("https://fern.example", SenderRefusal::Invalid),
            ("fern@gmail.com", SenderRefusal::Mailbox),
            ("x.Hotmail.co.uk", SenderRefusal::Mailbox),
            ("mail.afterword.example", SenderRefusal::Operators),
            ("x@shops.mail.afterword.example", SenderRefusal::Operators),
            ("afterword.example", SenderRefusal::Operators),
        ] {
            assert_eq!(address(typed), Err(refusal), "{typed}");
        }
        assert!(parse("notafterword.example").is_ok() && parse("notgmail.com").is_ok());
    }

    #[test]
    fn what_ses_cannot_read_changes_nothing_and_what_is_missing_for_two_weeks_is_over() {
        let at = |hours: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
        let says = |is_proved, is_unclear| SenderRecords { is_proved, is_unclear, tokens: vec![], zone: String::new() };
        let mut sender = OwnSender::new(OwnSender::parse("fern.example", &[]).unwrap(), at(0));
        sender.observe(says(false, false), at(1));
        assert_eq!((sender.stage, sender.next_check(at(1))), (SenderStage::Asked, Some(at(1) + SOON_EVERY)));
        assert!(!sender.is_over(at(14 * 24 - 1)) && sender.is_over(at(14 * 24)));
        sender.observe(says(true, false), at(2));
        sender.observe(says(false, true), at(3));
        assert_eq!((sender.stage, sender.since), (SenderStage::Stands, at(2)));
        assert!(!sender.is_over(at(1_000)));
        sender.observe(says(false, false), at(4));
        assert_eq!((sender.stage, sender.next_check(at(10))), (SenderStage::Lost, Some(at(16))));
    }
}
