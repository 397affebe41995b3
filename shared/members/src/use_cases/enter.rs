//! The start of every click: a cookie becomes a member of a shop, or nobody.

use std::sync::Arc;

use app::Error;
use domain::{Language, MemberId, Tenant};
use jiff::Timestamp;
use store::{ModerationCounts, TenantRecord};
use vault::{Secret, TenantKeys};

use super::Console;
use super::sign_in::by_member;
use crate::{ConsoleContext, Members, Role, Session};

/// The content of a session's cookie: the shop, and the secret, whose digest the shop's partition has or has not.
#[derive(Debug, Clone)]
pub struct Cookie {
    /// The shop.
    pub tenant: Tenant,
    /// The secret.
    pub secret: Secret,
}

impl Cookie {
    /// Reads a cookie as [`value`](Self::value) wrote it.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let (tenant, secret) = value.rsplit_once('.')?;
        Some(Self { tenant: tenant.parse().ok()?, secret: Secret::parse(secret)? })
    }

    /// The cookie's value.
    #[must_use]
    pub fn value(&self) -> String {
        format!("{}.{}", self.tenant, self.secret.reveal())
    }
}

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Entered {
    /// The shop.
    pub tenant: Tenant,
    /// The shop's record.
    pub shop: TenantRecord,
    /// The shop's keys.
    pub keys: Arc<TenantKeys>,
    /// The member; `None` for a guest, whom the operator or a program of the shop let in.
    pub id: Option<MemberId>,
    /// The sign-in of the link by which a guest came, as the audit log has it next to who made the link.
    pub link: Option<String>,
    /// When the session began.
    pub started_at: Timestamp,
    /// The role that they have now.
    pub role: Role,
    /// All members.
    pub members: Members,
    /// The counters of the shop's reviews.
    pub reviews: ModerationCounts,
    /// The digest of the session's secret.
    pub session: String,
}

impl Entered {
    /// The person in the audit log and in reviews' histories: `member:<id>` or `guest:<id of the link's sign-in>`.
    #[must_use]
    pub fn by(&self) -> String {
        by_member(self.id.as_ref(), self.link.as_deref())
    }

    /// The language that the member chose; `None` for a guest, and for a member who reads the shop's.
    #[must_use]
    pub fn chosen_language(&self) -> Option<Language> {
        self.members.find(self.id.as_ref()?)?.language
    }
}

impl Console {
    /// The person with this cookie: one call, and one write in five minutes. `None` if the session is over, if the member
    /// was removed or signed out everywhere, or if there is no such session.
    pub async fn enter(&self, cookie: Cookie, now: Timestamp) -> Result<Option<Entered>, Error> {
        let Cookie { tenant, secret } = cookie;
        let digest = secret.digest();
        let Some(context) = self.rows().console_context(&tenant, &digest).await? else { return Ok(None) };
        let ConsoleContext { session, shop, members, reviews } = context;
        if session.is_over(now) {
            return Ok(None);
        }
        let (role, epoch) = match &session.member {
            None => (Role::Owner, members.guests_epoch),
            Some(id) => match members.find(id) {
                Some(member) => (member.role, member.epoch),
                None => return Ok(None),
            },
        };
        if session.epoch != epoch {
            return Ok(None);
        }
        if session.is_stale(now) && !self.rows().touch_session(&tenant, &digest, now).await? {
            return Ok(None);
        }
        let keys = self.vault.tenant(&tenant, &shop.root, now).await?;
        let Session { member: id, link, started_at, .. } = session;
        Ok(Some(Entered { tenant, shop, keys, id, link, started_at, role, members, reviews, session: digest }))
    }

    /// Ends a session.
    pub async fn sign_out(&self, entered: &Entered) -> Result<(), Error> {
        Ok(self.rows().end_session(&entered.tenant, &entered.session).await?)
    }
}
