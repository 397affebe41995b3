//! Signing in: with a link in the browser that requested it, or with the code that the link shows in another browser.
//!
//! Told by `tests/stories/console/sign_in.story`.

use app::caller::Who;
use app::error::{Error, TryError, retry};
use app::links::Links;
use app::message::wake::{QueuedWake, SignInWake};
use domain::values::{EmailAddress, Language, Mode, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::table::{CommitError, Part, Store, Transaction};
use vault::{Random, Secret, ServiceKeys, SignInCode};

use super::{Console, Proof, entry};
use crate::rows::{insert_session, insert_sign_in, use_sign_in};
use crate::{
    MemberShops, Newcomer, SIGN_IN_WITHIN, SIGN_INS_OF_ADDRESS_MAX, SIGN_INS_OF_BROWSER_MAX, SIGN_INS_OF_NETWORK_MAX,
    Session, SignIn, SignInSubject,
};

pub struct Ask<'a> {
    pub email: &'a EmailAddress,
    /// The shop that the person wants to enter; `None` if they named none.
    pub shop: Option<Tenant>,
    /// The sign-in for which the browser waits, and the browser's secret.
    pub waiting: Option<(&'a str, &'a Secret)>,
    /// What the browser knows from an earlier sign-in.
    pub known: Option<KnownBrowser>,
    pub language: Language,
    pub network: &'a str,
}

pub struct KnownBrowser {
    /// The secret that the browser got at that time.
    pub browser: Secret,
    /// The proof that this address signed in there.
    pub proof: Secret,
}

pub enum Asked {
    /// An email is on its way, if the address is a member's.
    Sent {
        id: String,
        browser: Secret,
    },
    /// No more emails may leave, but the link in the last one still works in this browser.
    Waits,
    TooOften,
}

pub enum OpenedLink {
    /// A button that signs in, in the browser that requested the link.
    Button,
    /// A button that signs a guest in to the shop with this name, in any browser. `invites` says whether it first asks for an
    /// address, whose owner it makes an owner of the shop.
    Guest { tenant: Tenant, name: String, invites: bool },
    /// The code for the waiting window, in another browser.
    Code(SignInCode),
    /// Nothing: the link is unknown, was used, or has expired.
    Over,
}

/// What happens next for somebody who proved an address.
pub enum Proved {
    In(SignedIn),
    Choose,
}

pub struct SignedIn {
    pub tenant: Tenant,
    pub session: Secret,
    /// How the browser is known from now on; `None` for a guest.
    pub known: Option<KnownBrowser>,
}

/// Makes links into a shop's console for guests. Each works once, in any browser, within 15 minutes.
#[derive(Clone)]
pub struct GuestLink {
    pub store: Store,
    pub links: Links,
    pub random: Random,
}

impl GuestLink {
    /// A link into a shop's console. The audit log records that `by` made it. The guest's session ends with `key`.
    /// `with` can add to the transaction.
    /// Errors: [`Error::NotFound`] for an unknown shop; those of `with`.
    pub async fn make(
        &self,
        tenant: &Tenant,
        by: Option<&str>,
        key: Option<&str>,
        now: Timestamp,
        with: impl FnOnce(&mut Transaction<'_>, &str, Timestamp) -> Result<(), Error>,
    ) -> Result<(String, Timestamp), Error> {
        self.store.tenant(tenant).await?.ok_or(Error::NotFound)?;
        let id = sign_in_id(self.random.bytes());
        let link = Secret::mint(&self.random);
        let expires_at = now.saturating_add(SIGN_IN_WITHIN).unwrap_or(now);
        let sign_in = SignIn {
            id: id.clone(),
            of: SignInSubject::Guest { tenant: tenant.clone(), key: key.map(ToOwned::to_owned) },
            shop: None,
            browser: None,
            link: link.digest(),
            code: None,
            tries: 0,
            expires_at,
            proved_at: None,
            used_at: None,
            newcomer: None,
        };
        let url = self.links.console_sign_in(&id, &link);
        let mut transaction = self.store.transaction(tenant);
        insert_sign_in(&mut transaction, &sign_in);
        let until = json!({"expires_at": format!("{expires_at:.0}")});
        transaction.record(&entry("console_link", by, &id, [Value::Null, until], now));
        with(&mut transaction, &url, expires_at)?;
        transaction.commit().await?;
        Ok((url, expires_at))
    }
}

impl Console {
    /// Requests a sign-in. The same calls are made for every address; only the sender finds out whether the address is
    /// a member's.
    ///
    /// A browser that already waits for a sign-in with this address keeps it: the next email has the same link and
    /// code.
    pub async fn ask(&self, ask: Ask<'_>, now: Timestamp) -> Result<Asked, Error> {
        self.ask_or_invite(ask, None, now).await
    }

    /// Requests a sign-in for somebody with the operator's link, which makes them an owner of the link's shop. `None` if the link is
    /// not such a link, was used or has expired.
    ///
    /// The link stays open until a session begins, so that a mistyped address can be corrected.
    pub async fn ask_by_link(
        &self,
        (id, link): (&str, &Secret),
        ask: Ask<'_>,
        now: Timestamp,
    ) -> Result<Option<Asked>, Error> {
        let Some(sign_in) = self.linked(id, link, now).await? else { return Ok(None) };
        let SignInSubject::Guest { tenant, key } = sign_in.of else { return Ok(None) };
        if !invites(&tenant, key.as_deref()) {
            return Ok(None);
        }
        let ask = Ask { shop: Some(tenant), ..ask };
        self.ask_or_invite(ask, Some(id), now).await.map(Some)
    }

    /// Requests a sign-in; `came_by` is the sign-in of the operator's link, if it makes the person an owner.
    async fn ask_or_invite(&self, ask: Ask<'_>, came_by: Option<&str>, now: Timestamp) -> Result<Asked, Error> {
        let (identity, keys) = self.identity(ask.email, now).await?;
        let index = &identity.index;
        let own = self.waiting(&ask, index, came_by, now).await?;
        if !self.may_be_mailed(index, &ask, &keys, now).await? {
            return Ok(own.map_or(Asked::TooOften, |_| Asked::Waits));
        }
        let expires_at = now.saturating_add(SIGN_IN_WITHIN).unwrap_or(now);
        let browser = ask.waiting.map_or_else(|| Secret::mint(&self.random), |(_, browser)| browser.clone());
        let id = match own {
            Some(own) if self.rows().renew_sign_in(&own.id, now, own.until(expires_at)).await? => own.id,
            _ => {
                let id = sign_in_id(self.random.bytes());
                let link = Secret::of_sign_in(&id, &keys);
                let newcomer = match came_by {
                    Some(came_by) => self.newcomer(came_by, &id, &ask, now).await?,
                    None => None,
                };
                let sign_in = SignIn {
                    id: id.clone(),
                    of: SignInSubject::Identity(identity.index),
                    shop: ask.shop,
                    browser: Some(browser.digest()),
                    link: link.digest(),
                    code: Some(SignInCode::of_link(&link).digest(&browser)),
                    tries: 0,
                    expires_at,
                    proved_at: None,
                    used_at: None,
                    newcomer,
                };
                self.rows().insert_sign_in(&sign_in).await?;
                id
            }
        };
        let wake = SignInWake { sign_in: id.clone(), language: Some(ask.language) };
        self.queue.send(&QueuedWake::SignIn(wake), SignedDuration::ZERO).await?;
        Ok(Asked::Sent { id, browser })
    }

    /// The sign-in for which the browser waits already, if it is the same person's and came by the same link.
    async fn waiting(
        &self,
        ask: &Ask<'_>,
        index: &str,
        came_by: Option<&str>,
        now: Timestamp,
    ) -> Result<Option<SignIn>, Error> {
        let Some((id, browser)) = ask.waiting else { return Ok(None) };
        let of = SignInSubject::Identity(index.to_owned());
        let is_own = |sign_in: &SignIn| {
            let is_same =
                came_by.is_none() || sign_in.newcomer.as_ref().map(|newcomer| newcomer.link.as_str()) == came_by;
            let is_here = sign_in.is_bound_to(Some(&browser.digest()));
            sign_in.of == of && is_same && is_here && sign_in.takes_proof(now)
        };
        Ok(self.rows().sign_in(id).await?.filter(is_own))
    }

    async fn newcomer(&self, link: &str, id: &str, ask: &Ask<'_>, now: Timestamp) -> Result<Option<Newcomer>, Error> {
        let Some(tenant) = &ask.shop else { return Ok(None) };
        let shop = self.store.tenant(tenant).await?.ok_or(Error::NotFound)?;
        let keys = self.vault.tenant(tenant, &shop.root, now).await?;
        Ok(Some(Newcomer::new(link, id, ask.email, &keys, &self.random)?))
    }

    /// Counts an email by who requests it. Strangers share one limit, and a browser in which the person has signed in
    /// has its own, so nobody can lock a person out by requesting emails to them.
    async fn may_be_mailed(
        &self,
        index: &str,
        ask: &Ask<'_>,
        keys: &ServiceKeys,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let known = ask.known.as_ref().filter(|known| known.proof.proves_known_browser(index, &known.browser, keys));
        if let Some(known) = known {
            let asker = keys.member_index("browser", &known.browser.digest());
            return Ok(self.rows().count_member_mail(&asker, SIGN_INS_OF_BROWSER_MAX, now).await?);
        }
        let asker = keys.member_index("network", &format!("{index} {}", ask.network));
        Ok(self.rows().count_member_mail(&asker, SIGN_INS_OF_NETWORK_MAX, now).await?
            && self.rows().count_member_mail(index, SIGN_INS_OF_ADDRESS_MAX, now).await?)
    }

    /// What a link shows in a browser with this secret. Changes nothing, because scanners open links and run scripts.
    pub async fn open_link(
        &self,
        id: &str,
        link: &Secret,
        browser: Option<&Secret>,
        now: Timestamp,
    ) -> Result<OpenedLink, Error> {
        let Some(sign_in) = self.linked(id, link, now).await? else { return Ok(OpenedLink::Over) };
        if let SignInSubject::Guest { tenant, key } = sign_in.of {
            let shop = self.store.tenant(&tenant).await?;
            return Ok(match shop {
                Some(shop) if self.lets_in(&tenant, key.as_deref(), now).await? => {
                    let invites = invites(&tenant, key.as_deref());
                    OpenedLink::Guest { tenant, name: shop.shop.name, invites }
                }
                _ => OpenedLink::Over,
            });
        }
        Ok(match sign_in.is_bound_to(browser.map(Secret::digest).as_deref()) {
            true => OpenedLink::Button,
            false => OpenedLink::Code(SignInCode::of_link(link)),
        })
    }

    /// Signs in with a link, in the browser that requested it. `None` if the link is unknown, was used or has expired,
    /// if another browser requested it, or if the address is neither a member's nor invited.
    pub async fn sign_in_by_link(
        &self,
        id: &str,
        link: &Secret,
        browser: Option<&Secret>,
        language: Language,
        now: Timestamp,
    ) -> Result<Option<Proved>, Error> {
        let Some(sign_in) = self.linked(id, link, now).await? else { return Ok(None) };
        if !sign_in.is_bound_to(browser.map(Secret::digest).as_deref()) {
            return Ok(None);
        }
        self.finish(&sign_in, "link", language, now).await
    }

    /// Signs in the browser that requested the sign-in, with the code that the link showed elsewhere. Each try counts
    /// before the code is compared.
    pub async fn sign_in_by_code(
        &self,
        id: &str,
        browser: &Secret,
        typed: &str,
        language: Language,
        now: Timestamp,
    ) -> Result<Option<Proved>, Error> {
        // Input that cannot be a code does not count as a try.
        let Some(code) = SignInCode::parse(typed) else { return Ok(None) };
        let Some(sign_in) = self.rows().try_code(id, &browser.digest()).await? else { return Ok(None) };
        let is_right = sign_in.code.as_deref() == Some(&*code.digest(browser));
        if !is_right || !sign_in.is_open(now) {
            return Ok(None);
        }
        self.finish(&sign_in, "code", language, now).await
    }

    async fn linked(&self, id: &str, link: &Secret, now: Timestamp) -> Result<Option<SignIn>, Error> {
        let sign_in = self.rows().sign_in(id).await?;
        Ok(sign_in.filter(|sign_in| sign_in.link == link.digest() && sign_in.takes_proof(now)))
    }

    /// Continues for somebody who proved an address: they enter the shop that they named, or their only shop. With
    /// several shops, or with an invitation, they have to choose.
    async fn finish(
        &self,
        sign_in: &SignIn,
        how: &'static str,
        language: Language,
        now: Timestamp,
    ) -> Result<Option<Proved>, Error> {
        let index = match &sign_in.of {
            SignInSubject::Guest { tenant, key } => {
                let began = self.begin_guest(sign_in, tenant, key.as_deref(), how, now).await?;
                return Ok(began.map(Proved::In));
            }
            SignInSubject::Identity(index) => index,
        };
        if let Some(tenant) = sign_in.shop.as_ref().filter(|_| sign_in.newcomer.is_some()) {
            let proof = Proof { index: index.clone(), sign_in: Some(sign_in.clone()), how, started_at: now };
            return Ok(self.begin(&proof, tenant, language, now).await?.map(Proved::In));
        }
        let MemberShops { joined, invited } = self.rows().shops_of_member(index, now).await?;
        let asked = sign_in.shop.as_ref().filter(|shop| joined.contains(shop));
        let only = joined.first().filter(|_| joined.len() == 1 && invited.is_empty());
        if let Some(tenant) = asked.or(only) {
            let proof = Proof { index: index.clone(), sign_in: Some(sign_in.clone()), how, started_at: now };
            return Ok(self.begin(&proof, tenant, language, now).await?.map(Proved::In));
        }
        let has_any = !joined.is_empty() || !invited.is_empty();
        Ok((has_any && self.rows().prove_sign_in(&sign_in.id, now).await?).then_some(Proved::Choose))
    }

    async fn begin_guest(
        &self,
        sign_in: &SignIn,
        tenant: &Tenant,
        key: Option<&str>,
        how: &str,
        now: Timestamp,
    ) -> Result<Option<SignedIn>, Error> {
        if !self.lets_in(tenant, key, now).await? {
            return Ok(None);
        }
        let secret = Secret::mint(&self.random);
        retry!(self.store, {
            let epoch = self.rows().members(tenant, now).await?.guests_epoch;
            let link = Some(sign_in.id.clone());
            let by = Who::Guest(link.clone()).by();
            let key = key.map(ToOwned::to_owned);
            let session = Session { member: None, link, key, epoch, started_at: now, seen_at: now };
            let mut transaction = self.store.transaction(tenant);
            use_sign_in(&mut transaction, sign_in, now);
            insert_session(&mut transaction, &secret.digest(), &session);
            transaction.record(&entry("sign_in", Some(&by), &sign_in.id, [Value::Null, json!({"by": how})], now));
            match transaction.commit().await {
                Ok(()) => Ok(Some(SignedIn { tenant: tenant.clone(), session: secret.clone(), known: None })),
                Err(error @ CommitError::Refused(_)) if error.refused(Part::SignIn) => Ok(None),
                Err(error) => Err::<_, TryError<Error>>(error.into()),
            }
        })
    }
}

/// Whether a guest's link first asks for an address: the operator's, which a shop gets before it has an owner. A program's link
/// opens the console for somebody whom the program knows, and in test mode no email is sent.
fn invites(tenant: &Tenant, key: Option<&str>) -> bool {
    key.is_none() && tenant.mode == Mode::Live
}

fn sign_in_id(bytes: [u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(bytes))
}
