//! Shops' own senders: a row for each domain of a shop, and one without a shop's key for each domain from which emails
//! leave. The shop's item has the address once it stands, so that an email needs no other read.

use domain::shop::{OwnSender, SenderStage, is_under};
use domain::values::{EmailAddress, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{DueKind, End, Error, Part, Store, Transaction, from_item, keys, number, string};

#[derive(Serialize, Deserialize)]
struct SenderItem {
    #[serde(flatten)]
    sender: OwnSender,
    /// The keys of the index `due`, with the time of the next check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
}

/// Whose emails leave from a domain.
#[derive(Serialize, Deserialize)]
struct DomainItem {
    domain: String,
    tenant: Tenant,
}

impl Store {
    /// The shop's senders: at most one, besides those that it gives up.
    pub async fn senders(&self, tenant: &Tenant) -> Result<Vec<OwnSender>, Error> {
        let items = self.starting(tenant, keys::SENDERS).await?;
        items.into_iter().map(|item| Ok(from_item::<SenderItem>(item)?.sender)).collect()
    }

    /// The domains that are this one, above it or below it and from which emails leave, each with its shop.
    pub async fn held_domains(&self, domain: &str) -> Result<Vec<(String, Tenant)>, Error> {
        let pk = keys::sender_domains(domain);
        let beside = self.beyond(pk.clone(), pk, End::Oldest, usize::MAX).await?;
        let held =
            beside.rows.into_iter().map(|item| from_item(item).map(|DomainItem { domain, tenant }| (domain, tenant)));
        let mut held: Vec<_> = held.collect::<Result<_, _>>()?;
        held.retain(|(held, _)| is_under(held, domain) || is_under(domain, held));
        Ok(held)
    }
}

impl Transaction<'_> {
    /// Keeps other shops from a domain. Refused if another shop has it.
    pub fn hold_domain(&mut self, sender: &OwnSender) {
        let (domain, tenant) = (sender.domain().to_owned(), self.tenant.clone());
        let values = [(":tenant", string(&tenant))];
        let condition = "attribute_not_exists(PK) OR tenant = :tenant";
        let key = keys::sender_domain(&domain);
        self.put(Part::Sender, &key, &DomainItem { domain, tenant }, condition, values);
    }

    /// Lets other shops have a domain that this one has.
    pub fn release_domain(&mut self, sender: &OwnSender) {
        self.forget(&keys::sender_domain(sender.domain()));
    }

    /// Saves a sender as its next version; SES is asked next at `due_at`. Refused if it changed since it was read.
    pub fn save_sender(&mut self, sender: &mut OwnSender, due_at: Option<Timestamp>) {
        let read = sender.version;
        sender.version += 1;
        let shard = DueKind::Sender.shard_name(u64::from(sender.stage == SenderStage::Stands));
        let due_at = due_at.map(Timestamp::as_millisecond);
        let item = SenderItem { sender: sender.clone(), due_shard: due_at.map(|_| shard), due_at };
        self.put_next(Part::Sender, &keys::sender(self.tenant, sender.domain()), &item, read);
    }

    /// Removes a sender. Refused if it changed since it was read.
    pub fn delete_sender(&mut self, sender: &OwnSender) {
        let (key, values) = (keys::sender(self.tenant, sender.domain()), [(":read", number(sender.version))]);
        self.delete_if(Part::Sender, &key, "version = :read", values);
    }

    /// From where the shop's emails leave; `None` for the operator's address.
    pub fn send_from(&mut self, address: Option<&EmailAddress>) {
        let (key, exists) = (keys::tenant(self.tenant), "attribute_exists(PK)");
        match address.map(|address| [(":sender", string(address.as_typed()))]) {
            Some(values) => self.change(Part::Other, &key, "SET sender = :sender", exists, values),
            None => self.change(Part::Other, &key, "REMOVE sender", exists, []),
        }
    }
}
