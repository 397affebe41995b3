//! Email addresses. However an address is typed, it has one identity.

use email_address::Options;

use crate::values::value::Text;
use crate::values::{Invalid, stored_as_text};

/// RFC 5321 §4.5.3.1.1.
const LOCAL_OCTETS_MAX: usize = 64;
/// Top-level domains under which no registry gives names: RFC 6761, RFC 6762 (`local`), RFC 7686 (`onion`), RFC 9476
/// (`alt`), RFC 3172 (`arpa`), and `internal`, which ICANN reserved in 2024. `example` is not in the list, because our
/// documents use it, and shops that try the API do.
const RESERVED: [&str; 8] = ["alt", "arpa", "internal", "invalid", "local", "localhost", "onion", "test"];
/// The top-level domains of IANA (<https://data.iana.org/TLD/tlds-alpha-by-domain.txt>), in lower-case A-labels, as of version 7.4.16 of
/// the package `tldts-icann`, which the tests in a browser bring along. A domain that ICANN adds later must be added here.
pub(super) const TOP_LEVEL: &str = include_str!("top_level_domains.txt");
/// The names of mailboxes that nobody reads, without punctuation.
const UNREAD: [&str; 3] = ["noreply", "donotreply", "noresponder"];

/// A deliverable address: an ASCII local part and a domain with a plausible top-level domain.
///
/// Emails go to the address as typed. Two addresses with the same [`identity`](Self::identity) are one customer.
/// Addresses that differ in dots or `+tag` are different, because only the domain's owner knows what these mean.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailAddress {
    typed: String,
    identity: String,
}

stored_as_text!(EmailAddress, Self::as_typed, |text| Self::parse(text).ok());

impl EmailAddress {
    /// The longest address that fits a path (RFC 5321 §4.5.3.1).
    pub const OCTETS_MAX: usize = 254;

    /// Reads an address, trimmed. Refuses display names, comments, quoted local parts, address literals, domains with a
    /// single label, and domains under a top-level domain without a registry.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const RULE: Invalid = Invalid("An email address must be one address, such as jane@example.com.");
        const DOMAIN: Invalid = Invalid("An email address must have a valid domain, such as example.com.");
        let typed = text.trim();
        let (local, domain) = typed.rsplit_once('@').ok_or(RULE)?;
        if typed.len() > Self::OCTETS_MAX || local.len() > LOCAL_OCTETS_MAX {
            return Err(Invalid("An email address must have at most 254 bytes, at most 64 of them before the @."));
        }
        let strict = Options::default().with_required_tld().without_domain_literal().without_display_text();
        let is_valid = |address: &str| email_address::EmailAddress::parse_with_options(address, strict).is_ok();
        if !local.is_ascii() || local.starts_with('"') || !is_valid(&format!("{local}@example.com")) {
            return Err(RULE);
        }
        let ascii = format!("{local}@{}", ascii_domain(domain).ok_or(DOMAIN)?);
        if ascii.len() > Self::OCTETS_MAX || !is_valid(&ascii) {
            return Err(DOMAIN);
        }
        Ok(Self { typed: typed.to_owned(), identity: ascii.to_lowercase() })
    }

    /// Reads the address of a customer to ask: like [`parse`](Self::parse), but refuses addresses under a top-level domain
    /// that does not exist, and mailboxes that nobody reads. Emails to them bounce, which counts against the whole account
    /// at the email provider. People who were stored with such an address are found by `parse`.
    pub fn of_customer(text: &str) -> Result<Self, Invalid> {
        let address = Self::parse(text)?;
        let (local, domain) = address.identity.rsplit_once('@').unwrap_or_default();
        let top = domain.rsplit('.').next().unwrap_or_default();
        if top != "example" && !TOP_LEVEL.split_ascii_whitespace().any(|known| known == top) {
            return Err(Invalid("An email address must end in a domain that exists, such as .com."));
        }
        let name = local.split('+').next().unwrap_or_default().replace(['-', '_', '.'], "");
        if UNREAD.contains(&&*name) {
            return Err(Invalid("An email address must be one that somebody reads, and not no-reply."));
        }
        Ok(address)
    }

    /// The address as typed.
    pub fn as_typed(&self) -> &str {
        &self.typed
    }

    /// The whole address in lower case, with the domain in IDNA A-labels. It is the same for all spellings of one
    /// customer's address.
    pub fn identity(&self) -> &str {
        &self.identity
    }

    /// The domain in lower-case A-labels.
    pub fn domain(&self) -> &str {
        self.identity.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The mailbox to which limits of emails apply: the identity without a `+tag` and without dots before the @, which many
    /// providers ignore. Elsewhere, two people's addresses may have the same mailbox, so it must not tell who somebody is.
    pub fn mailbox(&self) -> String {
        let [local, domain] = self.parts();
        format!("{}@{domain}", local.replace('.', ""))
    }

    /// The identity without a `+tag`.
    pub fn untagged(&self) -> String {
        self.parts().join("@")
    }

    /// What comes before the @ without a `+tag`, and the domain.
    fn parts(&self) -> [&str; 2] {
        let (local, domain) = self.identity.rsplit_once('@').unwrap_or_default();
        [local.split('+').next().filter(|name| !name.is_empty()).unwrap_or(local), domain]
    }

    /// The address for an email provider: local part as typed, domain in A-labels.
    pub fn deliverable(&self) -> String {
        let local = self.typed.rsplit_once('@').map_or("", |(local, _)| local);
        format!("{local}@{}", self.domain())
    }
}

crate::hidden! { EmailAddress }

/// The domain in lower-case A-labels; `None` if the typed domain contains hidden or substitute characters.
///
/// UTS #46 mapping deletes zero-width characters and turns ideographic dots into ASCII ones, so the result must map back to what
/// was typed, apart from its case.
fn ascii_domain(typed: &str) -> Option<String> {
    let ascii = idna::domain_to_ascii_strict(typed).ok()?;
    let lower = typed.to_lowercase();
    let unchanged = lower == ascii || {
        let (unicode, outcome) = idna::domain_to_unicode(&ascii);
        outcome.is_ok() && lower == unicode
    };
    let (_, top) = ascii.rsplit_once('.')?;
    (unchanged && is_given(top)).then_some(ascii)
}

/// Whether a registry may give names under this lower-case label: it has only letters (RFC 3696 §2) or is an A-label,
/// and is not reserved.
fn is_given(top: &str) -> bool {
    let letters = top.len() >= 2 && top.bytes().all(|b| b.is_ascii_lowercase());
    (letters || top.starts_with("xn--")) && !RESERVED.contains(&top)
}

/// How a call gives the address of a customer to ask.
pub enum CustomerEmail {}

crate::reads_text! {
    CustomerEmail: EmailAddress = EmailAddress::of_customer,
        Text { format: Some("idn-email"), ..Text::at_most(EmailAddress::OCTETS_MAX) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, identity: &str) {
        assert_eq!(EmailAddress::parse(typed).unwrap().identity(), identity);
    }

    #[test]
    fn one_identity_for_all_ways_of_typing_an_address() {
        check("jane@example.com", "jane@example.com");
        check("  Jane.Doe+Shop@EXAMPLE.com ", "jane.doe+shop@example.com");
        check("jane@münchen.de", "jane@xn--mnchen-3ya.de");
        check("jane@MÜNCHEN.de", "jane@xn--mnchen-3ya.de");
        check("jane@xn--mnchen-3ya.de", "jane@xn--mnchen-3ya.de");
        check("o'brien@example.co.uk", "o'brien@example.co.uk");
        check("jane@shop.example", "jane@shop.example");
        check("jane@пример.рф", "jane@xn--e1afmkfd.xn--p1ai");
    }

    #[test]
    fn emails_go_to_the_address_as_typed() {
        let address = EmailAddress::parse(" Jane@München.DE ").unwrap();
        assert_eq!(address.as_typed(), "Jane@München.DE");
        assert_eq!(address.deliverable(), "Jane@xn--mnchen-3ya.de");
    }

    #[test]
    fn one_mailbox_for_all_tags_and_dots() {
        for (typed, mailbox) in [
            ("jane@example.com", "jane@example.com"),
            ("Jane.Doe+Shop+1@EXAMPLE.com", "janedoe@example.com"),
            ("j.a.n.e@münchen.de", "jane@xn--mnchen-3ya.de"),
            ("jane-doe@mail.example.com", "jane-doe@mail.example.com"),
            ("+jane@example.com", "+jane@example.com"),
        ] {
            assert_eq!(EmailAddress::parse(typed).unwrap().mailbox(), mailbox);
        }
    }

    #[test]
    fn undeliverable_addresses_are_refused() {
        let long_local = format!("{}@example.com", "a".repeat(65));
        let long = format!("a@{}.com", "a.".repeat(130));
        for bad in [
            "",
            "jane",
            "@example.com",
            "jane@",
            "jane@localhost",
            "jane@1.2.3.4",
            "jane@[1.2.3.4]",
            "Jane <jane@example.com>",
            "\"jane doe\"@example.com",
            "jane(home)@example.com",
            "jane@exam\u{200b}ple.com",
            "jane@example\u{3002}com",
            "jane@example\u{ff0e}com",
            "jane@ex\u{ad}ample.com",
            "jane..doe@example.com",
            ".jane@example.com",
            "jane@-example.com",
            "jane@example..com",
            "jane@example.com.",
            "jané@example.com",
            "jane@exa mple.com",
            "jane@example.com\nBcc: x@example.com",
            "jane@example.c",
            "jane@example.c0m",
            "jane@example.co-m",
            "jane@example.123",
            "jane@shop.test",
            "jane@shop.TEST",
            "jane@shop.invalid",
            "jane@shop.localhost",
            "jane@printer.local",
            "jane@mail.internal",
            "jane@4.3.2.1.in-addr.arpa",
            "jane@shop.onion",
            &long_local,
            &long,
        ] {
            assert!(EmailAddress::parse(bad).is_err(), "{bad:?}");
        }
        let said = |bad| EmailAddress::parse(bad).unwrap_err().0;
        for bad in ["a@b.c", "jane@localhost", "jane@-example.com"] {
            assert!(said(bad).contains("valid domain"), "{bad}: {}", said(bad));
        }
        for bad in ["jane", "Jane <jane@example.com>", "jane@example.com, joe@example.com"] {
            assert!(said(bad).contains("one address"), "{bad}: {}", said(bad));
        }
    }
}
