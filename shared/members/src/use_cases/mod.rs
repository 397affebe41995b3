//! How people become members, sign in, and change from one shop to another.

mod enter;
mod members;
mod shops;
mod sign_in;
mod tell;

use std::sync::Arc;

use app::error::Error;
use app::links::Links;
use app::message::wake::Queue;
use domain::values::EmailAddress;
use jiff::Timestamp;
use store::shop::audit::AuditEntry;
use store::table::Store;
use vault::{Random, ServiceKeys, Vault};

pub use enter::{Cookie, Entered};
pub use members::Insiders;
pub use members::Invitation;
pub use shops::{Choice, Proof};
pub use sign_in::{Ask, Asked, GuestLink, KnownBrowser, OpenedLink, Proved, SignedIn};
pub use tell::{tell_of_end, tell_of_reviews};

use crate::{MemberIdentity, Rows};

#[derive(Clone)]
pub struct Console {
    pub store: Store,
    /// Opens and seals members' addresses.
    pub vault: Arc<Vault>,
    pub links: Links,
    pub queue: Queue,
    pub random: Random,
}

impl Console {
    const fn rows(&self) -> Rows<'_> {
        Rows(&self.store)
    }

    async fn identity(
        &self,
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<(MemberIdentity, Arc<ServiceKeys>), Error> {
        let keys = self.links.keys(now).await?;
        let index = keys.member_index(MemberIdentity::EMAIL, email.identity());
        Ok((MemberIdentity::email(index), keys))
    }
}

/// An audit log entry about the console. `by` is `member:<id>`, `key:<id>`, `guest:<id of a link's sign-in>`, or an operator's
/// ARN.
fn entry(
    what: &str,
    by: Option<&str>,
    target: &str,
    [before, after]: [serde_json::Value; 2],
    at: Timestamp,
) -> AuditEntry {
    let (what, target, by) = (what.to_owned(), target.to_owned(), by.map(ToOwned::to_owned));
    AuditEntry { at, what, by, target, before, after }
}
