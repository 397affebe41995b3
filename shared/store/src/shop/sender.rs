//! Shops' own senders: a row for each domain of a shop, and one without a shop's key for each domain from which emails
//! leave. The shop's item has the address once it stands, so that an email needs no other read.

use domain::shop::{OwnSender, SenderStage, is_under};
use domain::values::{EmailAddress, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{DueKind, End, Error, Key, Part, Row, Store, Transaction, from_item, keys, string};

impl Row for OwnSender {
    const KIND: &'static str = "own sender";
    const PART: Part = Part::Sender;
    type Id<'a> = &'a str;

    fn key(tenant: &Tenant, domain: &str) -> Key {
        keys::sender(tenant, domain)
    }

    fn id(&self) -> &str {
        self.domain()
    }

    crate::table::versioned!();

    fn due(&self) -> Option<(String, Timestamp)> {
        let shard = DueKind::Sender.shard_name(u64::from(self.stage == SenderStage::Stands));
        Some((shard, self.ask_at?))
    }
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
        self.all(tenant, keys::SENDERS).await
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

    /// From where the shop's emails leave; `None` for the operator's address.
    pub fn send_from(&mut self, address: Option<&EmailAddress>) {
        let (key, exists) = (keys::tenant(self.tenant), "attribute_exists(PK)");
        match address.map(|address| [(":sender", string(address.as_typed()))]) {
            Some(values) => self.change(Part::Other, &key, "SET sender = :sender", exists, values),
            None => self.change(Part::Other, &key, "REMOVE sender", exists, []),
        }
    }
}
