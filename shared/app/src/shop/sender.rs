//! A shop's own sender: has SES make a domain's identity, and follows what SES and the DNS say about it.
//!
//! Several shops may ask for a domain. They all see the records of its one identity, so a TXT record that differs for each
//! shop says whose it is. Only the shop whose records are there keeps the others out.
//!
//! The row in the table decides. The console asks SES once, so that the shop sees its records at once; reconcile looks
//! again whenever the row is due, so nothing depends on the console's answer.

mod identities;

use domain::message::{Notification, NotificationName};
use domain::shop::{OwnSender, SenderRecords, SenderRefusal, SenderStage};
use domain::values::{EmailAddress, Mode, Tenant};
use futures_util::future::{try_join, try_join3};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::shop::TenantRecord;
use store::table::{CommitError, DueKind, Store, Transaction};

pub use self::identities::{Identities, Identity, Texts, find_texts};
use crate::caller::{Author, Caller};
use crate::error::{Error, TryError, retry};

/// The most domains that a shop has and gives up at the same time, so that a shop cannot use up SES' identities.
const SENDERS_MAX: usize = 5;

/// How many senders of all shops a query reads.
const PAGE: i32 = 1_000;

#[derive(Clone)]
pub struct Senders {
    pub store: Store,
    pub identities: Identities,
    pub texts: Texts,
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

/// The name and the text of the TXT record by which a domain names a shop. It needs no key: nobody else can write it. An id
/// of a shop is never given again.
pub fn proof(tenant: &Tenant, domain: &str) -> (String, String) {
    let digest = vault::sha256_hex(format!("{tenant} {domain}").as_bytes());
    (format!("_afterword.{domain}"), format!("afterword={}", &digest[..32]))
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
            let read = try_join(self.store.senders(tenant), self.store.held_domains(address.domain()));
            let (senders, held) = read.await.map_err(Error::from)?;
            match held.iter().any(|(_, by)| by != tenant) {
                true => Err(TryError::Failed(SenderError::Refused(SenderRefusal::Taken))),
                false => self.try_to_put(caller, &senders, &address, now).await,
            }
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
        let (before, known) = (current(senders), senders.iter().find(|one| one.domain() == address.domain()));
        if known.is_none() && senders.len() >= SENDERS_MAX {
            return Err(TryError::Failed(SenderError::Refused(SenderRefusal::TooMany)));
        }
        let mut transaction = self.store.transaction(&caller.tenant);
        let version = known.map_or(0, |known| known.version);
        let mut sender = OwnSender { version, ..OwnSender::new(address.clone(), now) };
        let is_kept = |known: &&OwnSender| !matches!(known.stage, SenderStage::Taken | SenderStage::Leaves);
        if let Some(known) = known.filter(is_kept) {
            if known.address.as_typed() == address.as_typed() {
                return Ok(false);
            }
            sender = OwnSender { address: address.clone(), ..known.clone() };
            if sender.stage == SenderStage::Stands {
                transaction.send_from(Some(address));
            }
        }
        if let Some(other) = before.filter(|before| before.domain() != address.domain()) {
            give_up(&mut transaction, other, now);
        }
        sender.ask_at = Some(now);
        transaction.save(&sender);
        let change = [recorded(before), recorded(Some(&sender))];
        transaction.record(&caller.entry("change_sender", &caller.tenant, change, now));
        Ok(transaction.commit().await.map(|()| true)?)
    }

    /// Asks SES and the DNS about one of the shop's domains, and does what follows.
    pub async fn look(&self, tenant: &Tenant, domain: &str, now: Timestamp) -> Result<(), Error> {
        let reads = (self.store.tenant(tenant), self.store.senders(tenant), self.store.held_domains(domain));
        let (record, senders, held) = try_join3(reads.0, reads.1, reads.2).await?;
        let Some(mut sender) = senders.into_iter().find(|sender| sender.domain() == domain) else { return Ok(()) };
        let (record, stage) = (record.and_then(TenantRecord::living), sender.stage);
        let holder = held.iter().find(|(held, _)| held == domain).map(|(_, by)| by);
        let is_anothers = stage != SenderStage::Stands && held.iter().any(|(_, by)| by != tenant);
        let found = self.identities.find(domain).await?;
        if record.is_none() || sender.is_over(now) {
            // The domain stays the shop's until the identity is gone.
            let is_ours = matches!(found, Identity::Ours(_)) && holder.is_none_or(|by| by == tenant);
            if is_ours && !self.is_asked_by_others(tenant, domain).await? {
                self.identities.delete(domain).await?;
            }
            return remove(&self.store, tenant, &sender, holder == Some(tenant)).await;
        }
        match found {
            Identity::Anothers => sender.enter(SenderStage::Taken, now),
            _ if is_anothers => sender.enter(SenderStage::Taken, now),
            Identity::Ours(records) => sender.observe(self.prove(tenant, domain, records).await, now),
            // The next look makes the identity again, maybe with other records.
            Identity::Missing if stage == SenderStage::Stands => sender.enter(SenderStage::Lost, now),
            Identity::Missing => {
                let records = self.identities.create(domain).await?;
                sender.observe(self.prove(tenant, domain, records).await, now);
            }
        }
        match save(&self.store, tenant, record.as_ref(), stage, sender, now).await {
            // Somebody changed it meanwhile, and it is due again.
            Err(CommitError::Refused(_) | CommitError::Conflict(_)) => Ok(()),
            Err(CommitError::Store(error)) => Err(error.into()),
            Err(CommitError::Vault(error)) => Err(error.into()),
            Ok(()) => Ok(()),
        }
    }

    /// Whether another shop asks for the domain, too: a new identity may have other records than that shop was shown. Only
    /// reconcile may ask this.
    async fn is_asked_by_others(&self, tenant: &Tenant, domain: &str) -> Result<bool, Error> {
        let mut after = None;
        loop {
            let all = Timestamp::UNIX_EPOCH..=Timestamp::MAX;
            // The other shard has the senders that stand.
            let page = self.store.due(DueKind::Sender, 0, all, PAGE, after).await?;
            if page.rows.iter().any(|due| due.sender_domain() == Some(domain) && due.tenant != *tenant) {
                return Ok(true);
            }
            after = page.after;
            if after.is_none() {
                return Ok(false);
            }
        }
    }

    /// Whether the DNS names the shop, too, if SES has its records.
    async fn prove(&self, tenant: &Tenant, domain: &str, mut records: SenderRecords) -> SenderRecords {
        if records.is_proved {
            let (name, text) = proof(tenant, domain);
            let texts = (self.texts)(name).await;
            let texts = texts.inspect_err(|error| tracing::warn!(%error, "cannot read a domain's DNS"));
            records.is_unclear = texts.is_err();
            records.is_proved = texts.is_ok_and(|texts| texts.contains(&text));
        }
        records
    }
}

/// Gives up the shop's sender, or only the one at `domain`. Its emails leave from the operator's address at once; reconcile
/// deletes the identity, and then others can have the domain. `false` if the shop has none.
pub async fn remove_sender(
    store: &Store,
    author: &Author,
    tenant: &Tenant,
    domain: Option<&str>,
    now: Timestamp,
) -> Result<bool, Error> {
    retry!(store, {
        let senders = store.senders(tenant).await?;
        let Some(sender) = current(&senders).filter(|sender| domain.is_none_or(|domain| sender.domain() == domain))
        else {
            return Ok(false);
        };
        let mut transaction = store.transaction(tenant);
        give_up(&mut transaction, sender, now);
        let change = [recorded(Some(sender)), Value::Null];
        transaction.record(&author.entry("change_sender", tenant, change, now));
        transaction.commit().await?;
        Ok::<_, TryError<Error>>(true)
    })
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
    if sender.stage == SenderStage::Taken {
        return transaction.remove(sender);
    }
    let mut sender = sender.clone();
    sender.enter(SenderStage::Leaves, now);
    sender.ask_at = Some(now);
    transaction.save(&sender);
}

/// Removes a sender whose identity is gone, or is another shop's.
async fn remove(store: &Store, tenant: &Tenant, sender: &OwnSender, has_domain: bool) -> Result<(), Error> {
    let mut transaction = store.transaction(tenant);
    if sender.stage == SenderStage::Stands {
        transaction.send_from(None);
    }
    transaction.remove(sender);
    if has_domain {
        transaction.release_domain(sender);
    }
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
            transaction.hold_domain(&sender);
            transaction.record(&entry("use_sender", [Value::Null, address]));
        }
        (SenderStage::Stands, _) => {
            transaction.send_from(None);
            transaction.release_domain(&sender);
            transaction.record(&entry("lose_sender", [address, Value::Null]));
            if record.is_some_and(TenantRecord::has_owner_email) {
                transaction.order_notification(&Notification::new(NotificationName::SenderLost, now));
            }
        }
        _ => {}
    }
    sender.ask_at = sender.next_check(now);
    transaction.save(&sender);
    transaction.commit().await
}
