//! A person's shops: choosing a shop after signing in, accepting or declining invitations, and changing to another
//! shop.
//!
//! Told by `tests/stories/console/invitations.story`.

use app::caller::Who;
use app::error::{Error, TryError, retry};
use domain::values::{EmailAddress, Language, MemberId, Tenant};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::table::{CommitError, Part};
use vault::Secret;

use super::{Console, Entered, KnownBrowser, SignedIn, entry};
use crate::rows::{insert_session, join_shop, leave_shop, save_members, use_link, use_sign_in};
use crate::{Member, MemberIdentity, MemberShops, Members, Newcomer, Role, Session, SignIn, SignInSubject, may_join};

/// Somebody who proved an address, either just now or when their current session began.
pub struct Proof {
    pub(super) index: String,
    /// The sign-in that the new session uses up; `None` when changing from one shop to another.
    pub(super) sign_in: Option<SignIn>,
    pub(super) how: &'static str,
    /// When the person's session began. In another shop, it lasts no longer.
    pub(super) started_at: Timestamp,
}

pub struct Choice {
    pub tenant: Tenant,
    pub name: String,
    /// The person's address as the shop has it.
    pub email: Option<EmailAddress>,
    pub role: Role,
    /// Whether the person is a member; otherwise they are only invited.
    pub is_joined: bool,
}

impl Proof {
    /// The proof of a session's member; `None` for a guest.
    pub fn of_session(entered: &Entered) -> Option<Self> {
        let member = entered.members.find(entered.id.as_ref()?)?;
        let index = member.identities.first()?.index.clone();
        Some(Self { index, sign_in: None, how: "shop", started_at: entered.started_at })
    }

    fn newcomer(&self, tenant: &Tenant) -> Option<(&SignIn, &Newcomer)> {
        let sign_in = self.sign_in.as_ref().filter(|sign_in| sign_in.shop.as_ref() == Some(tenant))?;
        Some((sign_in, sign_in.newcomer.as_ref()?))
    }
}

impl Console {
    /// The proof of a sign-in, for the browser that requested it. `None` if the sign-in has not proved an address yet,
    /// or has already begun a session.
    pub async fn proof(&self, id: &str, browser: &Secret, now: Timestamp) -> Result<Option<Proof>, Error> {
        let Some(sign_in) = self.rows().sign_in(id).await? else { return Ok(None) };
        let is_proved = sign_in.proved_at.is_some() && sign_in.is_open(now);
        match &sign_in.of {
            SignInSubject::Identity(index) if is_proved && sign_in.is_bound_to(Some(&browser.digest())) => {
                let index = index.clone();
                Ok(Some(Proof { index, sign_in: Some(sign_in), how: "choice", started_at: now }))
            }
            SignInSubject::Identity(_) | SignInSubject::Guest { .. } => Ok(None),
        }
    }

    /// The shops that a person may enter: first those in which they are a member, then those that invited them.
    pub async fn choices(&self, proof: &Proof, now: Timestamp) -> Result<Vec<Choice>, Error> {
        let MemberShops { mut joined, invited } = self.rows().shops_of_member(&proof.index, now).await?;
        joined.extend(invited);
        let mut choices = Vec::new();
        for (tenant, record, members) in self.rows().shops_and_members(&joined, now).await? {
            let Some(member) = members.with_index(&proof.index) else { continue };
            let keys = self.vault.tenant(&tenant, &record.root, now).await?;
            choices.push(Choice {
                name: record.shop.name,
                email: members.email(&member.id, &keys)?,
                role: member.role,
                is_joined: member.joined_at.is_some(),
                tenant,
            });
        }
        Ok(choices)
    }

    /// Enters a shop and, if the person was invited, accepts the invitation. `None` if the person is neither a member
    /// nor invited, or if the sign-in has begun a session meanwhile. A new member goes on in the language of the sign-in.
    pub async fn begin(
        &self,
        proof: &Proof,
        tenant: &Tenant,
        language: Language,
        now: Timestamp,
    ) -> Result<Option<SignedIn>, Error> {
        let secret = Secret::mint(&self.random);
        let began: Result<Option<()>, Error> = retry!(self.store, {
            let mut members = self.rows().members(tenant, now).await?;
            let newcomer = self.let_in(&mut members, proof, tenant, now).await?;
            let Some(id) = members.with_index(&proof.index).map(|member| member.id) else { return Ok(None) };
            let Some(member) = members.find_mut(&id) else { return Ok(None) };
            // If somebody stole a session of a member who was then signed out, they must not come back from another
            // shop with it.
            if proof.sign_in.is_none() && member.signed_out_at.is_some_and(|at| proof.started_at <= at) {
                return Ok(None);
            }
            let mut transaction = self.store.transaction(tenant);
            let mut change = json!({"by": proof.how});
            let epoch = member.epoch;
            if let Some(Newcomer { link, .. }) = newcomer {
                let (by, role) = (Who::Guest(Some(link.clone())).by(), json!({"role": member.role.as_str()}));
                transaction.record(&entry("invite_member", Some(&by), &id.to_string(), [Value::Null, role], now));
            }
            if member.joined_at.is_none() {
                member.joined_at = Some(now);
                member.language = Some(language);
                change["accepted"] = json!(member.role.as_str());
                member.identities.iter().for_each(|identity| join_shop(&mut transaction, identity));
                save_members(&mut transaction, &members);
            }
            let target = proof.sign_in.as_ref().map_or_else(|| id.to_string(), |sign_in| sign_in.id.clone());
            transaction.record(&entry("sign_in", Some(&Who::Member(id).by()), &target, [Value::Null, change], now));
            let session =
                Session { member: Some(id), link: None, key: None, epoch, started_at: proof.started_at, seen_at: now };
            insert_session(&mut transaction, &secret.digest(), &session);
            if let Some(sign_in) = &proof.sign_in {
                use_sign_in(&mut transaction, sign_in, now);
                sign_in.newcomer.iter().for_each(|newcomer| use_link(&mut transaction, newcomer, now));
            }
            match transaction.commit().await {
                Ok(()) => Ok(Some(())),
                Err(error @ CommitError::Refused(_)) if error.refused(Part::SignIn) => Ok(None),
                Err(error) => Err::<_, TryError<Error>>(error.into()),
            }
        });
        if began?.is_none() {
            return Ok(None);
        }
        let known = Some(self.known_browser(proof, now).await?);
        Ok(Some(SignedIn { tenant: tenant.clone(), session: secret, known }))
    }

    /// Adds a newcomer as an invited owner. `None` for everybody else, also if the address is a member's already.
    async fn let_in<'a>(
        &self,
        members: &mut Members,
        proof: &'a Proof,
        tenant: &Tenant,
        now: Timestamp,
    ) -> Result<Option<&'a Newcomer>, Error> {
        let Some((sign_in, newcomer)) = proof.newcomer(tenant).filter(|_| members.with_index(&proof.index).is_none())
        else {
            return Ok(None);
        };
        let identity = MemberIdentity::email(proof.index.clone());
        may_join(&members.all().collect::<Vec<_>>(), &identity).map_err(Error::Members)?;
        let shop = self.store.tenant(tenant).await?.ok_or(Error::NotFound)?;
        let keys = self.vault.tenant(tenant, &shop.root, now).await?;
        let member = Member::invited(MemberId::random(self.random.bytes()), Role::Owner, identity, now);
        members.add(member, &newcomer.address(&sign_in.id, &keys)?, &keys, &self.random)?;
        Ok(Some(newcomer))
    }

    async fn known_browser(&self, proof: &Proof, now: Timestamp) -> Result<KnownBrowser, Error> {
        let (keys, browser) = (self.links.keys(now).await?, Secret::mint(&self.random));
        Ok(KnownBrowser { proof: Secret::of_known_browser(&proof.index, &browser, &keys), browser })
    }

    pub async fn decline(&self, proof: &Proof, tenant: &Tenant, now: Timestamp) -> Result<(), Error> {
        retry!(self.store, {
            let mut members = self.rows().members(tenant, now).await?;
            let invited = members.with_index(&proof.index).filter(|member| member.joined_at.is_none());
            let Some(id) = invited.map(|member| member.id) else { return Ok(()) };
            let Some(member) = members.remove(&id) else { return Ok(()) };
            let mut transaction = self.store.transaction(tenant);
            save_members(&mut transaction, &members);
            member.identities.iter().for_each(|identity| leave_shop(&mut transaction, identity));
            let before = json!({"role": member.role.as_str()});
            let by = Who::Member(id).by();
            transaction.record(&entry("decline_invitation", Some(&by), &id.to_string(), [before, Value::Null], now));
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(())
        })
    }
}
