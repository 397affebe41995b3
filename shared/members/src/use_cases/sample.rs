//! Emails a message with a shop's own words to one of its members, as a test.

use std::sync::Arc;

use app::error::{Error, KeptBack};
use app::message::wake::Queue;
use domain::message::{Notification, NotificationName};
use domain::shop::TextOccasion;
use domain::values::{EmailAddress, Language, MemberId, Mode, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::table::Store;
use vault::{TenantKeys, Vault};

use crate::{Members, Rows};

/// The most tests of a shop in an hour. There is a limit, because API clients can also request tests.
const SAMPLES_AN_HOUR: u32 = 20;
const HOUR_S: i64 = 60 * 60;

/// Emails tests of a shop's own words. Only members get them, because otherwise anything could be sent to anybody in
/// the operator's name.
#[derive(Clone)]
pub struct Samples {
    pub store: Store,
    /// Decrypts the addresses of the owner and the members.
    pub vault: Arc<Vault>,
    pub queue: Queue,
}

impl Samples {
    /// Queues a test email with the shop's stored texts to `member` or, without `member`, to the member with the
    /// owner's address. In test mode, nothing is sent.
    /// Errors: [`Error::NotFound`] for an unknown shop, [`Error::NoOwnerEmail`], [`Error::KeptBack`],
    /// [`Error::TooManyCalls`] for the 21st within an hour, and storage, KMS and queue failures.
    pub async fn order(
        &self,
        tenant: &Tenant,
        (language, occasion): (Language, TextOccasion),
        member: Option<&MemberId>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (member, _) = self.recipient(tenant, member, now).await?;
        if tenant.mode == Mode::Test {
            return Ok(());
        }
        let name = NotificationName::Sample(member, language, occasion);
        let mut transaction = self.store.transaction(tenant);
        transaction.order_notification(&Notification::at_once(name, now));
        transaction.commit().await?;
        self.queue.wake_notification(tenant, name, SignedDuration::ZERO).await;
        Ok(())
    }

    /// The member who gets a test, and the member's address: `member`, or the member with the owner's address. Counts
    /// the test, except in test mode.
    pub async fn recipient(
        &self,
        tenant: &Tenant,
        member: Option<&MemberId>,
        now: Timestamp,
    ) -> Result<(MemberId, EmailAddress), Error> {
        let rows = Rows(&self.store);
        let (shop, members) = rows.shop_and_members(tenant, now).await?.ok_or(Error::NotFound)?;
        let keys = self.vault.tenant(tenant, &shop.root, now).await?;
        let member = match member {
            Some(member) => *member,
            None => {
                let owner = shop.owner_email(tenant, &keys)?.ok_or(Error::NoOwnerEmail)?;
                joined_with(&members, &owner, &keys)?.ok_or(Error::NoOwnerEmail)?
            }
        };
        let to = members.email(&member, &keys)?.ok_or(Error::NotFound)?;
        if self.store.suppression(tenant, &keys.email_index(&to), &keys).await?.is_some() {
            return Err(Error::KeptBack(KeptBack::Suppressed));
        }
        if self.store.suspension(tenant).await?.is_some() {
            return Err(Error::KeptBack(KeptBack::Held));
        }
        if shop.operators_pause(self.store.pause_of_all().await?, now).is_some() {
            return Err(Error::KeptBack(KeptBack::Paused));
        }
        if tenant.mode == Mode::Live && !rows.count_member_mail(&format!("text.{tenant}"), SAMPLES_AN_HOUR, now).await?
        {
            return Err(Error::TooManyCalls { wait_s: HOUR_S - now.as_second().rem_euclid(HOUR_S) });
        }
        Ok((member, to))
    }
}

fn joined_with(members: &Members, address: &EmailAddress, keys: &TenantKeys) -> Result<Option<MemberId>, Error> {
    for member in members.all().filter(|member| member.joined_at.is_some()) {
        if members.email(&member.id, keys)?.is_some_and(|email| email.identity() == address.identity()) {
            return Ok(Some(member.id));
        }
    }
    Ok(None)
}
