//! The account's suppression list: addresses that bounced or complained. SES accepts emails to them and sends nothing.

use dynoxide::Database;
use http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::events::MailEvent;
use crate::{shelf::Shelf, wire::Refusal};

/// The domain of SES' mailbox simulator, whose addresses are never listed.
const SIMULATOR: &str = "@simulator.amazonses.com";

/// The reasons to list an address and not to send to it. The account has both reasons; a configuration set may have
/// others, which replace the account's.
pub(super) const REASONS: [&str; 2] = ["BOUNCE", "COMPLAINT"];

/// The list, which all configuration sets share.
pub(crate) struct SuppressedAddresses(Shelf<Listed>);

#[derive(Clone, Serialize, Deserialize)]
struct Listed {
    reason: String,
    /// When the bounce or the complaint happened.
    since: Timestamp,
}

impl SuppressedAddresses {
    pub(super) fn open(db: &Database) -> anyhow::Result<Self> {
        Ok(Self(Shelf::open(db, "suppressed")?))
    }

    /// The event that replaces the delivery to an address that is listed for one of these reasons; `None` for any other
    /// address.
    pub(super) fn event_for(&self, address: &str, reasons: &[String], now: Timestamp) -> Option<MailEvent> {
        let rows = self.0.lock();
        // For sending, upper and lower case are the same in an address.
        let (_, listed) = rows.iter().find(|(listed, _)| listed.eq_ignore_ascii_case(address))?;
        let applies = listed.since <= now && reasons.contains(&listed.reason);
        applies.then_some(if listed.reason == "BOUNCE" {
            MailEvent::SuppressedBounce
        } else {
            MailEvent::SuppressedComplaint
        })
    }

    /// Lists the address of an email that bounced or caused a complaint, if that is one of these reasons.
    pub(super) fn note(
        &self,
        address: &str,
        event: MailEvent,
        reasons: &[String],
        since: Timestamp,
    ) -> dynoxide::Result<()> {
        let reason = match event {
            MailEvent::PermanentBounce => "BOUNCE",
            MailEvent::Complaint => "COMPLAINT",
            _ => return Ok(()),
        };
        if address.ends_with(SIMULATOR) || !reasons.iter().any(|one| one == reason) {
            return Ok(());
        }
        self.0.lock().put(address, Listed { reason: reason.to_owned(), since })
    }

    /// `DeleteSuppressedDestination`, for which upper and lower case are different in an address.
    pub(crate) fn delete(&self, address: &str) -> Result<Value, Refusal> {
        match self.0.lock().remove(address)? {
            Some(_) => Ok(json!({})),
            None => {
                let message = format!("Email address {address} does not exist on your suppression list.");
                Err(Refusal::new(StatusCode::NOT_FOUND, "NotFoundException", message))
            }
        }
    }
}
