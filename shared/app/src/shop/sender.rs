//! A shop's own sender: claims a domain, has SES make the domain's identity, and follows what SES says about it.
//!
//! The row in the table decides. The console asks SES once, so that the shop sees its records at once; reconcile asks
//! again whenever the row is due, so nothing depends on the console's answer.

mod identities;

use domain::message::{Notification, NotificationName};
use domain::shop::{OwnSender, SenderRefusal, SenderStage};
use domain::values::{EmailAddress, Mode, Tenant};
use futures_util::future::try_join;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::shop::TenantRecord;
use store::table::{CommitError, Part, Store, Transaction};

pub use self::identities::{Identities, Identity};
use crate::caller::{Author, Caller};
use crate::error::{Error, TryError, retry};

/// The most domains that a shop has and gives up at the same time, so that a shop cannot use up SES' identities.
const SENDERS_MAX: usize = 5;

#[derive(Clone)]
pub struct Senders {
    pub store: Store,
    pub identities: Identities,
    /// The operator's own domains, which no shop can have.
    pub operators: Vec<String>,
}

#[derive(Debug)]
pub enum SenderError {
    Refused(SenderRefusal),
    Failed(Error),
}

impl From<Error> for SenderError {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// The shop's sender: the one that it does not give up.
fn current(senders: &[OwnSender]) -> Option<&OwnSender> {
    senders.iter().find(|sender| sender.stage != SenderStage::Leaves)
}

/// A sender in the audit log: only its domain, because an address may be a person's.
fn recorded(sender: Option<&OwnSender>) -> Value {
    sender.map_or(Value::Null, |sender| json!({"sender": sender.domain()}))
}

impl Senders {
    pub async fn get(&self, tenant: &Tenant) -> Result<Option<OwnSender>, Error> {
        Ok(current(&self.store.senders(tenant).await?).cloned())
    }

    /// Makes this domain or address the shop's sender, and asks SES for its records. If SES does not answer, reconcile
    /// asks again within minutes.
    pub async fn put(&self, caller: &Caller, typed: &str, now: Timestamp) -> Result<(), SenderError> {
        let tenant = &caller.tenant;
        if tenant.mode == Mode::Test {
            return Err(SenderError::Refused(SenderRefusal::TestMode));
        }
        let address = OwnSender::parse(typed, &self.operators).map_err(SenderError::Refused)?;
        let is_changed: Result<_, SenderError> = retry!(self.store, {
            let senders = self.store.senders(tenant).await.map_err(Error::from)?;
            self.try_to_put(caller, &senders, &address, now).await
        });
        if is_changed? && let Err(error) = self.look(tenant, address.domain(), now).await {
            tracing::warn!(%error, "reconcile asks SES for a sender's records");
        }
        Ok(())
    }

    async fn try_to_put(
        &self,
        caller: &Caller,
        senders: &[OwnSender],
        address: &EmailAddress,
        now: Timestamp,
    ) -> Result<bool, TryError<SenderError>> {
        let refused = |refusal| TryError::Failed(SenderError::Refused(refusal));
        let (before, known) = (current(senders), senders.iter().find(|one| one.domain() == address.domain()));
        if known.is_none() && senders.len() >= SENDERS_MAX {
            return Err(refused(SenderRefusal::TooMany));
        }
        let mut transaction = self.store.transaction(&caller.tenant);
        let version = known.map_or(0, |known| known.version);
        let mut sender = OwnSender { version, ..OwnSender::new(address.clone(), now) };
        match known {
            Some(known) if known.has_domain() && known.stage != SenderStage::Leaves => {
                if known.address.as_typed() == address.as_typed() {
                    return Ok(false);
                }
                sender = OwnSender { address: address.clone(), ..known.clone() };
                if sender.stage == SenderStage::Stands {
                    transaction.send_from(Some(address));
                }
            }
            // The domain is still the shop's.
            Some(OwnSender { stage: SenderStage::Leaves, .. }) => {}
            _ => transaction.claim_domain(&sender),
        }
        if let Some(other) = before.filter(|before| before.domain() != address.domain()) {
            give_up(&mut transaction, other, now);
        }
        transaction.save_sender(&mut sender, Some(now));
        let change = [recorded(before), recorded(Some(&sender))];
        transaction.record(&caller.entry("change_sender", &caller.tenant, change, now));
        match transaction.commit().await {
            Err(error) if error.refused(Part::SenderDomain) => Err(refused(SenderRefusal::Taken)),
            done => Ok(done.map(|()| true)?),
        }
    }

    /// Gives the shop's sender up. Its emails leave from the operator's address at once; reconcile deletes the
    /// identity.
    pub async fn remove(&self, caller: &Caller, now: Timestamp) -> Result<(), Error> {
        retry!(self.store, {
            let senders = self.store.senders(&caller.tenant).await?;
            let Some(sender) = current(&senders) else { return Ok(()) };
            let mut transaction = self.store.transaction(&caller.tenant);
            give_up(&mut transaction, sender, now);
            let change = [recorded(Some(sender)), Value::Null];
            transaction.record(&caller.entry("change_sender", &caller.tenant, change, now));
            Ok::<_, TryError<Error>>(transaction.commit().await?)
        })
    }

    /// Asks SES about one of the shop's domains, and does what follows.
    pub async fn look(&self, tenant: &Tenant, domain: &str, now: Timestamp) -> Result<(), Error> {
        let (record, senders) = try_join(self.store.tenant(tenant), self.store.senders(tenant)).await?;
        let Some(mut sender) = senders.into_iter().find(|sender| sender.domain() == domain) else { return Ok(()) };
        let (record, stage) = (record.and_then(TenantRecord::living), sender.stage);
        let found = self.identities.find(domain, tenant).await?;
        if record.is_none() || stage == SenderStage::Leaves || sender.is_over(now) {
            // The domain stays the shop's until the identity is gone.
            if let Identity::Ours(_) = found {
                self.identities.delete(domain).await?;
            }
            if record.is_none() || stage == SenderStage::Leaves {
                return remove(&self.store, tenant, &sender).await;
            }
            sender.enter(SenderStage::Lapsed, now);
        }
        match found {
            _ if sender.stage == SenderStage::Lapsed => {}
            Identity::Ours(records) => sender.observe(records, now),
            Identity::Anothers => sender.enter(SenderStage::Taken, now),
            // The next look makes the identity again, with other records.
            Identity::Missing if stage == SenderStage::Stands => sender.enter(SenderStage::Lost, now),
            Identity::Missing => sender.observe(self.identities.create(domain, tenant).await?, now),
        }
        match save(&self.store, tenant, record.as_ref(), stage, sender, now).await {
            // Somebody changed it meanwhile, and it is due again.
            Err(CommitError::Refused(_) | CommitError::Conflict(_)) => Ok(()),
            Err(CommitError::Store(error)) => Err(error.into()),
            Err(CommitError::Vault(error)) => Err(error.into()),
            Ok(()) => Ok(()),
        }
    }
}

/// Makes the shop's emails leave from the operator's address, because SES refused the shop's own. Reconcile asks SES at
/// once.
pub async fn lose_sender(store: &Store, tenant: &Tenant, now: Timestamp) -> Result<(), Error> {
    retry!(store, {
        let (record, senders) = try_join(store.tenant(tenant), store.senders(tenant)).await?;
        let stands = senders.into_iter().find(|sender| sender.stage == SenderStage::Stands);
        let Some(mut sender) = stands else { return Ok(()) };
        sender.enter(SenderStage::Lost, now);
        save(store, tenant, record.as_ref(), SenderStage::Stands, sender, now).await?;
        Ok::<_, TryError<Error>>(())
    })
}

/// The shop no longer uses a sender.
fn give_up(transaction: &mut Transaction<'_>, sender: &OwnSender, now: Timestamp) {
    if sender.stage == SenderStage::Stands {
        transaction.send_from(None);
    }
    if !sender.has_domain() {
        return transaction.delete_sender(sender);
    }
    let mut sender = sender.clone();
    sender.enter(SenderStage::Leaves, now);
    transaction.save_sender(&mut sender, Some(now));
}

/// Removes a sender whose identity is gone.
async fn remove(store: &Store, tenant: &Tenant, sender: &OwnSender) -> Result<(), Error> {
    let mut transaction = store.transaction(tenant);
    if sender.stage == SenderStage::Stands {
        transaction.send_from(None);
    }
    transaction.delete_sender(sender);
    transaction.release_domain(sender);
    match transaction.commit().await {
        Err(CommitError::Store(error)) => Err(error.into()),
        // It changed meanwhile, and is due again.
        _ => Ok(()),
    }
}

/// Saves a sender that was in the stage `before`, and what follows from its stage.
async fn save(
    store: &Store,
    tenant: &Tenant,
    record: Option<&TenantRecord>,
    before: SenderStage,
    mut sender: OwnSender,
    now: Timestamp,
) -> Result<(), CommitError> {
    let mut transaction = store.transaction(tenant);
    let entry = |what, change| Author::ourselves().entry(what, tenant, change, now);
    let address = recorded(Some(&sender));
    match (before, sender.stage) {
        (SenderStage::Stands, SenderStage::Stands) => {}
        (_, SenderStage::Stands) => {
            transaction.send_from(Some(&sender.address));
            transaction.record(&entry("use_sender", [Value::Null, address]));
        }
        (SenderStage::Stands, _) => {
            transaction.send_from(None);
            transaction.record(&entry("lose_sender", [address, Value::Null]));
            if record.is_some_and(TenantRecord::has_owner_email) {
                transaction.order_notification(&Notification::new(NotificationName::SenderLost, None, None, now));
            }
        }
        _ => {}
    }
    if !sender.has_domain() {
        transaction.release_domain(&sender);
    }
    let due_at = sender.next_check(now);
    transaction.save_sender(&mut sender, due_at);
    transaction.commit().await
}
