//! The JSON of how a shop's emails arrive.

use domain::shop::SuspensionReason;
use edge::shown::{OneOf, Time};

use crate::use_cases::{Arrivals, IdentityChecks};

edge::shown! {
    pub(crate) struct DeliverabilityBody as Deliverability (arrivals: &Arrivals) {
        identity: Identity = arrivals;
        last_1000: LastMails = arrivals;
        brake: Brake = arrivals;
    }

    /// The sending domain's authentication, as SES sees it. All fields but `domain` are `null` if SES did not answer.
    struct Identity(arrivals: &Arrivals) {
        domain: String = &arrivals.domain;
        /// Whether SES may send from the domain.
        verified: Option<bool> = arrivals.checks.map(|checks| checks.is_verified);
        /// Whether emails have a DKIM signature of the domain.
        dkim: Option<bool> = arrivals.checks.map(|checks| checks.has_dkim);
        /// Whether bounces go to a subdomain of the domain (a custom MAIL FROM domain). SPF passes for the domain only
        /// then.
        spf: Option<bool> = arrivals.checks.map(|checks| checks.has_spf);
        /// Whether emails pass DMARC, for which DKIM or SPF is enough.
        dmarc: Option<bool> = arrivals.checks.map(IdentityChecks::passes_dmarc);
    }

    /// The shop's last 1,000 emails that the provider accepted.
    struct LastMails(arrivals: &Arrivals) {
        /// Emails that the provider accepted.
        sent: u32 = arrivals.last.counts().sent;
        /// Emails whose address does not exist.
        bounced: u32 = arrivals.last.counts().bounced;
        /// Emails that were marked as spam.
        complained: u32 = arrivals.last.counts().complained;
    }

    struct Brake(arrivals: &Arrivals) {
        /// Whether the shop's emails are suspended. Emails then wait for the end of the suspension.
        held: bool = arrivals.suspension.is_some();
        since: Option<Time> = arrivals.suspension.map(|suspension| suspension.since);
        reason: Option<OneOf<SuspensionReason>> = arrivals.suspension.map(|suspension| suspension.reason);
        /// When the suspension ends, unless more emails come back; `null` without a suspension.
        until: Option<Time> = arrivals.suspension.map(|suspension| arrivals.last.ends_at(suspension));
    }
}
