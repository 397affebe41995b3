//! The start of every click: who is signed in with this cookie, and in which shop.
//!
//! Told by `tests/stories/console/sign_in.story`.

use std::sync::Arc;

use app::caller::{Author, Caller, Who};
use app::error::{Error, TryError, retry};
use app::shop::keys::end_keys;
use domain::shop::{KeyGuest, NewKey};
use domain::values::{Language, MemberId, Tenant};
use jiff::Timestamp;
use store::review::counters::ReviewCounts;
use store::shop::TenantRecord;
use vault::{Secret, TenantKeys};

use super::Console;
use crate::rows::{end_session, save_members};
use crate::{ConsoleContext, Members, Role, SESSION_MAX, Session};

/// The content of a session's cookie, and what a shop's system posts back: the shop, and a secret, whose digest is in the
/// shop's partition.
#[derive(Debug, Clone)]
pub struct Cookie {
    pub tenant: Tenant,
    pub secret: Secret,
}

impl Cookie {
    pub fn parse(value: &str) -> Option<Self> {
        let (tenant, secret) = value.rsplit_once('.')?;
        Some(Self { tenant: tenant.parse().ok()?, secret: Secret::parse(secret)? })
    }

    pub fn value(&self) -> String {
        format!("{}.{}", self.tenant, self.secret.reveal())
    }
}

#[derive(Clone)]
pub struct Entered {
    pub tenant: Tenant,
    pub shop: TenantRecord,
    pub keys: Arc<TenantKeys>,
    /// The member; `None` for a guest, whom the operator or an API client of the shop let in.
    pub id: Option<MemberId>,
    /// The sign-in of the link with which a guest came. The audit log names it beside the maker of the link.
    pub link: Option<String>,
    /// The key that made the guest's link.
    pub key: Option<String>,
    pub started_at: Timestamp,
    pub role: Role,
    pub members: Members,
    pub reviews: ReviewCounts,
    /// The digest of the session's secret.
    pub session: String,
}

impl Entered {
    /// Names the person in the audit log and in reviews' histories: `member:<id>` or `guest:<id of the link's sign-in>`.
    pub fn by(&self) -> String {
        self.who().by()
    }

    pub fn who(&self) -> Who {
        self.id.map_or_else(|| Who::Guest(self.link.clone()), Who::Member)
    }

    /// The person as a caller of the use cases.
    pub fn caller(&self) -> Caller {
        Caller { tenant: self.tenant.clone(), keys: Arc::clone(&self.keys), who: self.who() }
    }

    /// The key as this person may create it. A member's key is unchanged. A guest's key expires when the session would
    /// end at the latest, even if the session ends earlier because it is idle.
    pub fn makes(&self, new: NewKey) -> NewKey {
        if self.id.is_some() {
            return new;
        }
        let guest = KeyGuest { link: self.link.clone().unwrap_or_default(), key: self.key.clone() };
        NewKey { guest: Some(guest), ..new }.until(self.started_at.checked_add(SESSION_MAX).ok())
    }

    /// The language that the member chose, else that of the first sign-in; `None` for a guest.
    pub fn chosen_language(&self) -> Option<Language> {
        self.members.find(self.id.as_ref()?)?.language
    }
}

impl Console {
    /// Who is signed in with this cookie: one read, and one write every five minutes. `None` if there is no such
    /// session or it has ended, if the member was removed or signed out everywhere, or if the key that let a guest in
    /// no longer works.
    pub async fn enter(&self, cookie: Cookie, now: Timestamp) -> Result<Option<Entered>, Error> {
        self.entered(cookie.tenant, cookie.secret.digest(), now).await
    }

    pub async fn is_in(&self, entered: &Entered, now: Timestamp) -> Result<bool, Error> {
        Ok(self.entered(entered.tenant.clone(), entered.session.clone(), now).await?.is_some())
    }

    /// The same for the digest of a session's secret.
    pub async fn entered(&self, tenant: Tenant, digest: String, now: Timestamp) -> Result<Option<Entered>, Error> {
        let Some(context) = self.rows().console_context(&tenant, &digest, now).await? else { return Ok(None) };
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
        if session.epoch != epoch || !self.lets_in(&tenant, session.key.as_deref(), now).await? {
            return Ok(None);
        }
        if session.is_stale(now) && !self.rows().touch_session(&tenant, &digest, now).await? {
            return Ok(None);
        }
        if members.has_lapsed() {
            self.forget_lapsed(&tenant, now).await?;
        }
        let keys = self.vault.tenant(&tenant, &shop.root, now).await?;
        let Session { member: id, link, key, started_at, .. } = session;
        Ok(Some(Entered { tenant, shop, keys, id, link, key, started_at, role, members, reviews, session: digest }))
    }

    /// Removes expired invitations, with their addresses, from a shop's members.
    async fn forget_lapsed(&self, tenant: &Tenant, now: Timestamp) -> Result<(), Error> {
        retry!(self.store, {
            let members = self.rows().members(tenant, now).await?;
            if members.has_lapsed() {
                let mut transaction = self.store.transaction(tenant);
                save_members(&mut transaction, &members);
                transaction.commit().await?;
            }
            Ok::<_, TryError<Error>>(())
        })
    }

    /// Whether the key that let a guest in still works; `true` without a key. Only guests with a key cost this call.
    pub(super) async fn lets_in(&self, tenant: &Tenant, key: Option<&str>, now: Timestamp) -> Result<bool, Error> {
        let Some(key) = key else { return Ok(true) };
        let ring = self.store.key_ring(tenant).await?;
        Ok(ring.keys.iter().any(|(_, info)| info.id == key && info.works(now)))
    }

    /// Ends a session and, for a guest, the keys that the guest made.
    pub async fn sign_out(&self, entered: &Entered, now: Timestamp) -> Result<(), Error> {
        let Entered { tenant, id, session, .. } = entered;
        if id.is_some() {
            return Ok(self.rows().end_session(tenant, session).await?);
        }
        let (author, link) = (Author { by: Some(entered.by()) }, entered.link.clone().unwrap_or_default());
        retry!(self.store, {
            let ring = self.store.key_ring(tenant).await?;
            let mut transaction = self.store.transaction(tenant);
            end_session(&mut transaction, session);
            end_keys(
                &mut transaction,
                ring,
                &author,
                |info| info.guest.as_ref().is_some_and(|guest| guest.link == link),
                now,
            );
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(())
        })
    }
}
