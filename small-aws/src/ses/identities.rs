//! The identities from which an account sends. A test plays the DNS: a domain made by `CreateEmailIdentity` is verified
//! while its three CNAME records are there, each with its target.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{MailAccount, address, bad};
use crate::wire::{self, Refusal};

/// <https://docs.aws.amazon.com/ses/latest/dg/quotas.html>, "Sender quotas".
const IDENTITIES_MAX: usize = 10_000;
const ZONE: &str = "dkim.amazonses.com";

/// The account's identities, domains and addresses, in lower case.
pub(crate) struct Identities {
    named: BTreeMap<String, MailIdentity>,
    /// The names and values of the DNS records that are there.
    pub(crate) records: BTreeMap<String, String>,
    pub(crate) is_dns_down: bool,
    pub(crate) most: usize,
}

#[derive(Default)]
struct MailIdentity {
    /// Whether it is verified without records.
    is_given: bool,
    /// Whether SES has seen its records before.
    was_verified: bool,
    tokens: Vec<String>,
    tags: Vec<Tag>,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Tag {
    key: String,
    value: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct CreateEmailIdentity {
    email_identity: String,
    #[serde(default)]
    tags: Vec<Tag>,
}

impl Default for Identities {
    fn default() -> Self {
        let (named, records) = (BTreeMap::new(), BTreeMap::new());
        Self { named, records, is_dns_down: false, most: IDENTITIES_MAX }
    }
}

impl Identities {
    /// Replaces all identities but those that have records by these, which are verified without records.
    pub(crate) fn give<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        let given =
            |name: &str| (name.to_ascii_lowercase(), MailIdentity { is_given: true, ..MailIdentity::default() });
        self.named.retain(|_, identity| !identity.tokens.is_empty());
        self.named.extend(names.into_iter().map(given));
    }

    #[cfg(test)]
    pub(crate) fn add_unverified(&mut self, name: &str) {
        self.named.insert(name.to_ascii_lowercase(), MailIdentity::default());
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        self.named.keys()
    }

    pub(super) fn find(&self, name: &str) -> Option<(&String, bool)> {
        let (name, identity) = self.named.get_key_value(&name.to_ascii_lowercase())?;
        Some((name, self.is_verified(name, identity)))
    }

    fn is_verified(&self, name: &str, identity: &MailIdentity) -> bool {
        let is_there = |token: &String| {
            let target = self.records.get(&format!("{token}._domainkey.{name}"));
            target.is_some_and(|target| *target == format!("{token}.{ZONE}"))
        };
        match self.is_dns_down {
            true => identity.was_verified || identity.is_given,
            false => identity.is_given || !identity.tokens.is_empty() && identity.tokens.iter().all(is_there),
        }
    }

    /// The tags of an identity, for IAM's conditions.
    pub(crate) fn tags(&self, name: &str) -> impl Iterator<Item = (&str, &str)> {
        let identity = self.named.get(&name.to_ascii_lowercase());
        identity.into_iter().flat_map(|identity| &identity.tags).map(|tag| (&*tag.key, &*tag.value))
    }

    /// Answers `CreateEmailIdentity` with Easy DKIM. AWS does not say whether a domain that is made again gets the same
    /// tokens. Here it does, so the records that a former owner left behind prove it.
    pub(super) fn create(&mut self, body: &Bytes) -> Result<Value, Refusal> {
        let CreateEmailIdentity { email_identity, tags } = wire::parse(body)?;
        let name = email_identity.to_ascii_lowercase();
        address(&format!("a@{name}")).map_err(|_| bad(format!("Invalid domain name <{name}>.")))?;
        if self.named.contains_key(&name) {
            let message = format!("Email identity {name} already exist.");
            return Err(Refusal::bad("AlreadyExistsException", message));
        }
        if self.named.len() >= self.most {
            return Err(Refusal::bad("LimitExceededException", "You have exceeded the maximum number of identities."));
        }
        let tokens = ["a", "b", "c"].map(|first| format!("{first}-{}", name.replace('.', "-"))).to_vec();
        self.named.insert(name.clone(), MailIdentity { tokens, tags, ..MailIdentity::default() });
        let shown = self.show(&name)?;
        Ok(json!({
            "IdentityType": shown["IdentityType"],
            "VerifiedForSendingStatus": shown["VerifiedForSendingStatus"],
            "DkimAttributes": shown["DkimAttributes"],
        }))
    }

    pub(super) fn delete(&mut self, name: &str) -> Result<Value, Refusal> {
        self.named.remove(&name.to_ascii_lowercase()).map(|_| json!({})).ok_or_else(|| missing(name))
    }

    /// The answer of `GetEmailIdentity`. A domain is verified by its DKIM records, which its addresses inherit
    /// (<https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim-easy-managing.html>). No identity has
    /// a MAIL FROM domain of its own.
    pub(super) fn show(&mut self, name: &str) -> Result<Value, Refusal> {
        let is_verified = self.find(name).ok_or_else(|| missing(name))?.1;
        let domain = name.rsplit_once('@').map(|(_, domain)| domain.to_owned());
        let of_domain = |domain: String| self.find(&domain).is_some_and(|(_, is_verified)| is_verified);
        let (is_address, is_signed) = (domain.is_some(), domain.map_or(is_verified, of_domain));
        let is_down = self.is_dns_down;
        let identity = self.named.get_mut(&name.to_ascii_lowercase()).ok_or_else(|| missing(name))?;
        let not_signed = match (&identity.tokens[..], identity.was_verified) {
            ([], _) => "NOT_STARTED",
            (_, false) => "PENDING",
            (_, true) => "FAILED",
        };
        identity.was_verified |= is_verified && !identity.tokens.is_empty();
        let is_unclear = is_down && !identity.tokens.is_empty();
        let status = |is_done: bool, not_yet| match is_done {
            _ if is_unclear => "TEMPORARY_FAILURE",
            true => "SUCCESS",
            false => not_yet,
        };
        let tags: Vec<_> = identity.tags.iter().map(|Tag { key, value }| json!({"Key": key, "Value": value})).collect();
        Ok(json!({
            "IdentityType": if is_address { "EMAIL_ADDRESS" } else { "DOMAIN" },
            "FeedbackForwardingStatus": true,
            "VerificationStatus": status(is_verified, "PENDING"),
            "VerifiedForSendingStatus": is_verified,
            "DkimAttributes": {
                "SigningEnabled": is_signed || !identity.tokens.is_empty(),
                "Status": status(is_signed, not_signed),
                "SigningAttributesOrigin": "AWS_SES",
                "SigningHostedZone": ZONE,
                "Tokens": identity.tokens,
            },
            "Policies": {},
            "Tags": tags,
        }))
    }
}

fn missing(name: &str) -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "NotFoundException", format!("Email identity {name} does not exist."))
}

impl MailAccount {
    /// Answers a call about an identity.
    pub(crate) fn identity(&mut self, operation: &str, name: &str) -> Result<Value, Refusal> {
        match operation {
            "DeleteEmailIdentity" => self.identities.delete(name),
            _ => self.identities.show(name),
        }
    }
}
