//! The JSON of how a shop's emails arrive.

use domain::{Hold, HoldReason, MailCounts};
use edge::native::seconds;
use edge::openapi::words_or_null;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

#[derive(Serialize, ToSchema)]
#[schema(as = Deliverability)]
pub(crate) struct DeliverabilityBody {
    last_1000: LastMails,
    brake: Brake,
}

/// The shop's last 1,000 emails, as far as the provider has reported about them; at least the last 900.
#[derive(Serialize, ToSchema)]
struct LastMails {
    /// Those that the provider accepted.
    sent: u32,
    /// Those whose address does not exist.
    bounced: u32,
    /// Those that were marked as spam.
    complained: u32,
}

#[derive(Serialize, ToSchema)]
struct Brake {
    /// Whether the shop's emails wait until they are released.
    held: bool,
    #[schema(required, format = DateTime)]
    since: Option<String>,
    #[schema(required, schema_with = reasons)]
    reason: Option<&'static str>,
}

fn reasons() -> Object {
    words_or_null([HoldReason::Bounces, HoldReason::Complaints].map(HoldReason::as_str))
}

impl DeliverabilityBody {
    pub(crate) fn new(MailCounts { sent, bounced, complained }: MailCounts, hold: Option<Hold>) -> Self {
        Self {
            last_1000: LastMails { sent, bounced, complained },
            brake: Brake {
                held: hold.is_some(),
                since: hold.map(|hold| seconds(hold.since)),
                reason: hold.map(|hold| hold.reason.as_str()),
            },
        }
    }
}
