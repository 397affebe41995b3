//! The JSON of how a shop's emails arrive.

use domain::shop::{MailCounts, SuspensionReason};
use edge::native::seconds;
use edge::openapi::words_of_or_null;
use serde::Serialize;
use utoipa::ToSchema;

use crate::use_cases::{Arrivals, IdentityChecks};

#[derive(Serialize, ToSchema)]
#[schema(as = Deliverability)]
pub(crate) struct DeliverabilityBody<'a> {
    identity: Identity<'a>,
    last_1000: LastMails,
    brake: Brake,
}

/// The sending domain's authentication, as SES sees it. All fields but `domain` are `null` if SES did not answer.
#[derive(Serialize, ToSchema)]
struct Identity<'a> {
    domain: &'a str,
    /// Whether SES may send from the domain.
    #[schema(required)]
    verified: Option<bool>,
    /// Whether emails have a DKIM signature of the domain.
    #[schema(required)]
    dkim: Option<bool>,
    /// Whether bounces go to a subdomain of the domain (a custom MAIL FROM domain). SPF passes for the domain only
    /// then.
    #[schema(required)]
    spf: Option<bool>,
    /// Whether emails pass DMARC, for which DKIM or SPF is enough.
    #[schema(required)]
    dmarc: Option<bool>,
}

/// The shop's last 1,000 emails that the provider accepted.
#[derive(Serialize, ToSchema)]
struct LastMails {
    /// Emails that the provider accepted.
    sent: u32,
    /// Emails whose address does not exist.
    bounced: u32,
    /// Emails that were marked as spam.
    complained: u32,
}

#[derive(Serialize, ToSchema)]
struct Brake {
    /// Whether the shop's emails are suspended. Emails then wait for the end of the suspension.
    held: bool,
    #[schema(required, format = DateTime)]
    since: Option<String>,
    #[schema(required, schema_with = words_of_or_null::<SuspensionReason>)]
    reason: Option<&'static str>,
    /// When the suspension ends, unless more emails come back; `null` without a suspension.
    #[schema(required, format = DateTime)]
    until: Option<String>,
}

impl<'a> DeliverabilityBody<'a> {
    pub(crate) fn new(Arrivals { domain, checks, last, suspension }: &'a Arrivals) -> Self {
        let MailCounts { sent, bounced, complained } = last.counts();
        Self {
            identity: Identity {
                domain,
                verified: checks.map(|checks| checks.is_verified),
                dkim: checks.map(|checks| checks.has_dkim),
                spf: checks.map(|checks| checks.has_spf),
                dmarc: checks.map(IdentityChecks::passes_dmarc),
            },
            last_1000: LastMails { sent, bounced, complained },
            brake: Brake {
                held: suspension.is_some(),
                since: suspension.map(|suspension| seconds(suspension.since)),
                reason: suspension.map(|suspension| suspension.reason.as_str()),
                until: suspension.map(|suspension| seconds(last.ends_at(suspension))),
            },
        }
    }
}
