//! Signing in: by a link that binds to the browser that asked, or by the code that it shows elsewhere.

use domain::{EmailAddress, MemberId, SIGN_IN_WITHIN, Session, SignIn, SignInOf, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::{CommitError, Members, Part, Store, Transaction};
use vault::{Random, Secret, SignInCode};

use super::{Console, entry};
use crate::message::wake::SignInWake;
use crate::retry::{TryError, retry};
use crate::{Error, Links, QueuedWake};

/// A sign-in that was asked for.
pub struct Asked {
    /// The id.
    pub id: String,
    /// The secret of the browser that asked.
    pub browser: Secret,
}

/// The page that a link shows.
pub enum OpenedLink {
    /// In the browser that asked, or for a guest anywhere: a button that signs in.
    Button,
    /// In another browser: the code for the window that waits.
    Code(SignInCode),
    /// Nothing: it is unknown, used, or over.
    Over,
}

/// Somebody signed in.
pub struct SignedIn {
    /// The shop.
    pub tenant: Tenant,
    /// The session's secret.
    pub session: Secret,
}

/// Makes links into a shop's console for guests: single use, in any browser, for 15 minutes.
#[derive(Clone)]
pub struct GuestLink {
    /// The table.
    pub store: Store,
    /// Makes the link.
    pub links: Links,
    /// Draws its secret.
    pub random: Random,
}

impl GuestLink {
    /// A link into a shop's console, recorded as made by `by`. `with` adds to the transaction.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown shop; those of `with`.
    pub async fn make(
        &self,
        tenant: &Tenant,
        by: Option<&str>,
        now: Timestamp,
        with: impl FnOnce(&mut Transaction<'_>, &str, Timestamp) -> Result<(), Error>,
    ) -> Result<(String, Timestamp), Error> {
        self.store.tenant(tenant).await?.ok_or(Error::NotFound)?;
        let id = sign_in_id(self.random.bytes());
        let link = Secret::mint(&self.random);
        let expires_at = now.saturating_add(SIGN_IN_WITHIN).unwrap_or(now);
        let sign_in = SignIn {
            id: id.clone(),
            of: SignInOf::Guest(tenant.clone()),
            browser: None,
            link: link.digest(),
            code: None,
            tries: 0,
            expires_at,
            used_at: None,
        };
        let url = self.links.console_sign_in(&id, &link);
        let mut transaction = self.store.transaction(tenant);
        transaction.insert_sign_in(&sign_in);
        let until = json!({"expires_at": format!("{expires_at:.0}")});
        transaction.record(&entry("console_link", by, &id, [Value::Null, until], now));
        with(&mut transaction, &url, expires_at)?;
        transaction.commit().await?;
        Ok((url, expires_at))
    }
}

impl Console {
    /// Asks for a sign-in. The same calls are made for an address that is a member's and for any other: whose it is, the
    /// sender finds out. `None` if the address asked for as many as it gets in an hour.
    pub async fn ask(&self, email: &EmailAddress, now: Timestamp) -> Result<Option<Asked>, Error> {
        let (identity, keys) = self.identity(email, now).await?;
        if !self.store.count_sign_in(&identity.index, now).await? {
            return Ok(None);
        }
        let id = sign_in_id(self.random.bytes());
        let browser = Secret::mint(&self.random);
        let link = Secret::of_sign_in(&id, &keys);
        let sign_in = SignIn {
            id: id.clone(),
            of: SignInOf::Identity(identity.index),
            browser: Some(browser.digest()),
            link: link.digest(),
            code: Some(SignInCode::of_link(&link).digest(&browser)),
            tries: 0,
            expires_at: now.saturating_add(SIGN_IN_WITHIN).unwrap_or(now),
            used_at: None,
        };
        self.store.insert_sign_in(&sign_in).await?;
        self.queue.send(&QueuedWake::SignIn(SignInWake { sign_in: id.clone() }), SignedDuration::ZERO).await?;
        Ok(Some(Asked { id, browser }))
    }

    /// Looks up what a link shows in a browser with this secret. Changes nothing: scanners open links, and run scripts.
    pub async fn open_link(
        &self,
        id: &str,
        link: &Secret,
        browser: Option<&Secret>,
        now: Timestamp,
    ) -> Result<OpenedLink, Error> {
        let Some(sign_in) = self.linked(id, link, now).await? else { return Ok(OpenedLink::Over) };
        Ok(match sign_in.is_bound_to(browser.map(Secret::digest).as_deref()) {
            true => OpenedLink::Button,
            false => OpenedLink::Code(SignInCode::of_link(link)),
        })
    }

    /// Signs in by a link, in the browser that asked. `None` if the link is unknown, used or over, if another browser asked,
    /// or if nobody is a member any more.
    pub async fn sign_in_by_link(
        &self,
        id: &str,
        link: &Secret,
        browser: Option<&Secret>,
        now: Timestamp,
    ) -> Result<Option<SignedIn>, Error> {
        let Some(sign_in) = self.linked(id, link, now).await? else { return Ok(None) };
        if !sign_in.is_bound_to(browser.map(Secret::digest).as_deref()) {
            return Ok(None);
        }
        self.finish(&sign_in, "link", now).await
    }

    /// Signs the browser in that asked, by the code that the link showed elsewhere. Each try counts before it is compared.
    pub async fn sign_in_by_code(
        &self,
        id: &str,
        browser: &Secret,
        typed: &str,
        now: Timestamp,
    ) -> Result<Option<SignedIn>, Error> {
        // What cannot be a code is no try.
        let Some(code) = SignInCode::parse(typed) else { return Ok(None) };
        let Some(sign_in) = self.store.try_code(id, &browser.digest()).await? else { return Ok(None) };
        let is_right = sign_in.code.as_deref() == Some(&*code.digest(browser));
        if !is_right || !sign_in.is_open(now) {
            return Ok(None);
        }
        self.finish(&sign_in, "code", now).await
    }

    /// An open sign-in with this link.
    async fn linked(&self, id: &str, link: &Secret, now: Timestamp) -> Result<Option<SignIn>, Error> {
        let sign_in = self.store.sign_in(id).await?;
        Ok(sign_in.filter(|sign_in| sign_in.link == link.digest() && sign_in.is_open(now)))
    }

    /// Begins a session with the one write that uses the sign-in up. Of several shops, the first one's begins.
    async fn finish(&self, sign_in: &SignIn, how: &str, now: Timestamp) -> Result<Option<SignedIn>, Error> {
        match &sign_in.of {
            SignInOf::Guest(tenant) => self.begin(sign_in, tenant, None, how, now).await,
            SignInOf::Identity(index) => {
                for tenant in self.store.shops_of_member(index).await? {
                    if let Some(signed_in) = self.begin(sign_in, &tenant, Some(index), how, now).await? {
                        return Ok(Some(signed_in));
                    }
                }
                Ok(None)
            }
        }
    }

    async fn begin(
        &self,
        sign_in: &SignIn,
        tenant: &Tenant,
        index: Option<&str>,
        how: &str,
        now: Timestamp,
    ) -> Result<Option<SignedIn>, Error> {
        let secret = Secret::mint(&self.random);
        retry!(self.store, {
            let mut members = self.store.members(tenant).await?;
            let mut transaction = self.store.transaction(tenant);
            let (member, epoch) = match index {
                None => (None, members.guests_epoch),
                Some(index) => match member_with(&members, index) {
                    Some((id, epoch, has_joined)) => {
                        if let (Some(member), false) = (members.find_mut(&id), has_joined) {
                            member.joined_at = Some(now);
                            transaction.save_members(&members);
                        }
                        (Some(id), epoch)
                    }
                    None => return Ok(None),
                },
            };
            let by = by_member(member.as_ref());
            let session = Session { member, epoch, started_at: now, seen_at: now };
            transaction.use_sign_in(sign_in, now);
            transaction.insert_session(&secret.digest(), &session);
            transaction.record(&entry("sign_in", Some(&by), &sign_in.id, [Value::Null, json!({"by": how})], now));
            match transaction.commit().await {
                Ok(()) => Ok(Some(SignedIn { tenant: tenant.clone(), session: secret.clone() })),
                Err(error @ CommitError::Refused(_)) if error.refused(Part::SignIn) => Ok(None),
                Err(error) => Err::<_, TryError<Error>>(error.into()),
            }
        })
    }
}

/// The id of the member with this identity, how often they were signed out, and whether they signed in before.
fn member_with(members: &Members, index: &str) -> Option<(MemberId, u32, bool)> {
    let member = members.with_index(index)?;
    Some((member.id.clone(), member.epoch, member.joined_at.is_some()))
}

/// A member in the audit log.
pub(super) fn by_member(member: Option<&MemberId>) -> String {
    member.map_or_else(|| "guest".to_owned(), |id| format!("member:{id}"))
}

fn sign_in_id(bytes: [u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(bytes))
}
