//! The JSON of how a shop's emails arrive.

use domain::shop::{MailCounts, SuspensionReason};
use edge::native::seconds;
use edge::openapi::words_or_null;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use crate::use_cases::{Arrivals, IdentityChecks};

#[derive(Serialize, ToSchema)]
#[schema(as = Deliverability)]
pub(crate) struct DeliverabilityBody<'a> {
    identity: Identity<'a>,
    last_1000: LastMails,
    brake: Brake,
}

/// The domain that emails come from, as SES sees it. All but `domain` are `null` if SES could not be asked.
#[derive(Serialize, ToSchema)]
struct Identity<'a> {
    domain: &'a str,
    /// Whether SES sends from the domain at all.
    #[schema(required)]
    verified: Option<bool>,
    /// Whether emails are signed in the domain's name.
    #[schema(required)]
    dkim: Option<bool>,
    /// Whether returned emails go to a subdomain of it, so that SPF holds for it, too.
    #[schema(required)]
    spf: Option<bool>,
    /// Whether emails pass DMARC, which takes one of the two above.
    #[schema(required)]
    dmarc: Option<bool>,
}

/// The last 1,000 emails of the shop that the provider accepted.
#[derive(Serialize, ToSchema)]
struct LastMails {
    /// The number of emails that the provider accepted.
    sent: u32,
    /// The number of emails whose address does not exist.
    bounced: u32,
    /// The number of emails that were marked as spam.
    complained: u32,
}

#[derive(Serialize, ToSchema)]
struct Brake {
    /// Whether the shop's emails wait until they are released, or until the suspension ends by itself.
    held: bool,
    #[schema(required, format = DateTime)]
    since: Option<String>,
    #[schema(required, schema_with = reasons)]
    reason: Option<&'static str>,
    /// When the suspension ends by itself, unless more emails come back.
    #[schema(required, format = DateTime)]
    until: Option<String>,
}

fn reasons() -> Object {
    words_or_null(SuspensionReason::WORDS)
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
