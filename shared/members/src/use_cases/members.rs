//! Invites members, changes their roles, signs them out and removes them. Says who is an insider.
//!
//! Told by `tests/stories/console/members.story`; insiders, by `tests/stories/orders_in/insiders.story`.

use std::collections::HashSet;

use app::caller::{Author, Who};
use app::error::{Error, TryError, retry};
use app::shop::keys::end_keys;
use domain::message::{Notification, NotificationName};
use domain::values::{EmailAddress, Language, MemberId, MemberRefusal, Mode, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::shop::TenantRecord;
use store::shop::audit::AuditEntry;
use store::table::{Store, Transaction};
use vault::TenantKeys;

use super::{Console, Entered, entry};
use crate::rows::{invite_to_shop, leave_shop, save_members};
use crate::{
    INVITATIONS_OF_ADDRESS_MAX, Member, MemberIdentity, Members, NotificationPreference, Role, Rows, may_become,
    may_join,
};

fn refused(refusal: MemberRefusal) -> Error {
    Error::Members(refusal)
}

pub struct Invitation<'a> {
    /// Who invites, in the words of the audit log.
    pub by: &'a str,
    pub email: &'a EmailAddress,
    pub role: Role,
}

impl Console {
    /// Invites a person, who becomes a member by accepting, and sends an email that says where to sign in. `with` can
    /// add to the transaction.
    pub async fn invite(
        &self,
        tenant: &Tenant,
        keys: &TenantKeys,
        invitation: Invitation<'_>,
        now: Timestamp,
        with: impl Fn(&mut Transaction<'_>, &Member) -> Result<(), Error>,
    ) -> Result<Member, Error> {
        let Invitation { by, email, role } = invitation;
        let (identity, _) = self.identity(email, now).await?;
        let is_emailed = tenant.mode == Mode::Live && self.may_email(tenant, &identity, now).await?;
        let id = MemberId::random(self.random.bytes());
        let member = Member::invited(id, role, identity.clone(), now);
        self.change(tenant, now, |members, transaction| {
            may_join(&all(members), &identity).map_err(refused)?;
            members.add(member.clone(), email, keys, &self.random)?;
            invite_to_shop(transaction, &identity, now);
            let role = json!({"role": role.as_str()});
            transaction.record(&entry("invite_member", Some(by), &id.to_string(), [Value::Null, role], now));
            with(transaction, &member)?;
            if is_emailed {
                transaction.order_notification(&Notification::new(NotificationName::Invitation(id), now));
            }
            Ok(())
        })
        .await?;
        // The invitation is valid whether or not the email leaves.
        if is_emailed {
            self.queue.wake_notification(tenant, NotificationName::Invitation(id), SignedDuration::ZERO).await;
        }
        Ok(member)
    }

    /// Counts an invitation by shop and by address. `false` if too many were emailed within the hour.
    async fn may_email(&self, tenant: &Tenant, identity: &MemberIdentity, now: Timestamp) -> Result<bool, Error> {
        let of_both = format!("{}.{tenant}", identity.index);
        let may = self.rows().count_member_mail(&of_both, INVITATIONS_OF_ADDRESS_MAX, now).await?
            && self.rows().count_invitation(tenant, now).await?;
        if !may {
            tracing::warn!(%tenant, "too many invitations in an hour: an email is not sent");
        }
        Ok(may)
    }

    pub async fn change_role(
        &self,
        tenant: &Tenant,
        by: &str,
        id: &MemberId,
        role: Role,
        now: Timestamp,
    ) -> Result<Role, Error> {
        self.change(tenant, now, |members, transaction| {
            may_become(&all(members), id, Some(role)).map_err(refused)?;
            let before = std::mem::replace(&mut known(members, id)?.role, role);
            let change = [json!({"role": before.as_str()}), json!({"role": role.as_str()})];
            transaction.record(&entry("change_member", Some(by), &id.to_string(), change, now));
            Ok(before)
        })
        .await
    }

    /// Removes a member. The member's next click is refused.
    pub async fn remove_member(&self, tenant: &Tenant, by: &str, id: &MemberId, now: Timestamp) -> Result<(), Error> {
        self.change(tenant, now, |members, transaction| {
            may_become(&all(members), id, None).map_err(refused)?;
            let member = members.remove(id).ok_or_else(|| refused(MemberRefusal::Unknown))?;
            for identity in &member.identities {
                leave_shop(transaction, identity);
            }
            let change = [json!({"role": member.role.as_str()}), Value::Null];
            transaction.record(&entry("remove_member", Some(by), &id.to_string(), change, now));
            Ok(())
        })
        .await
    }

    /// Sets the language in which a member reads the console.
    pub async fn choose_language(
        &self,
        tenant: &Tenant,
        id: &MemberId,
        language: Language,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.change(tenant, now, |members, _| known(members, id).map(|member| member.language = Some(language))).await
    }

    /// Sets when a member is told of reviews. Another id is that of an owner's address, which ends these emails by its link.
    pub async fn choose_notifications(
        &self,
        tenant: &Tenant,
        id: &MemberId,
        preference: NotificationPreference,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.change(tenant, now, |members, _| {
            match members.find_mut(id) {
                Some(member) => member.notifications = Some(preference),
                None => _ = members.quiet.insert(*id),
            }
            Ok(())
        })
        .await
    }

    /// Changes a shop's members, again if somebody else changed them meanwhile.
    async fn change<T>(
        &self,
        tenant: &Tenant,
        now: Timestamp,
        change: impl Fn(&mut Members, &mut Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        retry!(self.store, {
            let mut members = self.rows().members(tenant, now).await?;
            let mut transaction = self.store.transaction(tenant);
            let changed = change(&mut members, &mut transaction)?;
            save_members(&mut transaction, &members);
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(changed)
        })
    }

    /// Ends all sessions of a member in this shop. With `None`, ends those of all guests, and the keys that guests
    /// made.
    pub async fn sign_out_of_shop(
        &self,
        tenant: &Tenant,
        by: &str,
        id: Option<&MemberId>,
        now: Timestamp,
    ) -> Result<(), Error> {
        match id {
            Some(id) => {
                self.end_sessions(tenant, Some(by), |members| members.find(id).map(|member| member.id), now).await
            }
            None => self.end_guests(tenant, by, now).await,
        }
    }

    /// Ends all sessions of a person, in all shops. The current session ends last, so that a failed call can be
    /// repeated.
    /// Errors: [`MemberRefusal::Unknown`] for a guest.
    pub async fn sign_out_everywhere(&self, entered: &Entered, now: Timestamp) -> Result<(), Error> {
        let member = entered.id.as_ref().and_then(|id| entered.members.find(id));
        let member = member.ok_or_else(|| refused(MemberRefusal::Unknown))?;
        for MemberIdentity { index, .. } in &member.identities {
            let own = |members: &Members| members.with_index(index).map(|member| member.id);
            for tenant in self.rows().joined_shops(index).await?.iter().filter(|tenant| **tenant != entered.tenant) {
                match self.end_sessions(tenant, None, own, now).await {
                    // The member was removed meanwhile.
                    Ok(()) | Err(Error::Members(MemberRefusal::Unknown)) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        self.end_sessions(&entered.tenant, None, |_| Some(member.id), now).await
    }

    /// Ends the sessions of the member whom `find` finds. Without `by`, the audit log says that the member did it.
    async fn end_sessions(
        &self,
        tenant: &Tenant,
        by: Option<&str>,
        find: impl Fn(&Members) -> Option<MemberId>,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.change(tenant, now, |members, transaction| {
            let id = find(members).ok_or_else(|| refused(MemberRefusal::Unknown))?;
            known(members, &id)?.sign_out(now);
            let by = by.map_or_else(|| Who::Member(id).by(), ToOwned::to_owned);
            transaction.record(&signed_out(&by, &id.to_string(), now));
            Ok(())
        })
        .await
    }

    async fn end_guests(&self, tenant: &Tenant, by: &str, now: Timestamp) -> Result<(), Error> {
        let author = Author { by: Some(by.to_owned()) };
        retry!(self.store, {
            let ring = self.store.key_ring(tenant).await?;
            let mut members = self.rows().members(tenant, now).await?;
            members.guests_epoch += 1;
            let mut transaction = self.store.transaction(tenant);
            save_members(&mut transaction, &members);
            end_keys(&mut transaction, ring, &author, |info| info.guest.is_some(), now);
            transaction.record(&signed_out(by, "guests", now));
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(())
        })
    }
}

fn signed_out(by: &str, target: &str, now: Timestamp) -> AuditEntry {
    entry("sign_out_everywhere", Some(by), target, [Value::Null, Value::Null], now)
}

fn all(members: &Members) -> Vec<&Member> {
    members.all().collect()
}

fn known<'a>(members: &'a mut Members, id: &MemberId) -> Result<&'a mut Member, Error> {
    members.find_mut(id).ok_or_else(|| refused(MemberRefusal::Unknown))
}

// Members and the owner. Their reviews are withheld, because a review by an insider misleads readers (16 CFR 465.5).
// No automatic request asks these people.

/// The addresses of a shop's owner and members, without `+tag`. Somebody who is only invited is not a member yet.
#[derive(Debug, Default)]
pub struct Insiders(HashSet<String>);

impl Insiders {
    /// Reads the insiders of a shop.
    /// Errors: Storage failures, and addresses that cannot be opened.
    pub async fn read(
        store: &Store,
        tenant: &Tenant,
        shop: &TenantRecord,
        keys: &TenantKeys,
        now: Timestamp,
    ) -> Result<Self, Error> {
        Self::among(&Rows(store).members(tenant, now).await?, tenant, shop, keys)
    }

    /// The insiders among members that were already read.
    /// Errors: Addresses that cannot be opened.
    pub fn among(members: &Members, tenant: &Tenant, shop: &TenantRecord, keys: &TenantKeys) -> Result<Self, Error> {
        let mut all: HashSet<_> = shop.owner_email(tenant, keys)?.iter().map(EmailAddress::untagged).collect();
        for member in members.all().filter(|member| member.joined_at.is_some()) {
            all.extend(members.email(&member.id, keys)?.iter().map(EmailAddress::untagged));
        }
        Ok(Self(all))
    }

    pub fn has(&self, email: &EmailAddress) -> bool {
        self.0.contains(&email.untagged())
    }
}
