//! Shops' own senders: a row for each domain of a shop, and one without a shop's key for each domain from which emails
//! leave. The shop's item has the address once it stands, so that an email needs no other read.

use aws_sdk_dynamodb::types::{AttributeValue, Delete, Update};
use domain::shop::{OwnSender, SenderStage, is_under};
use domain::values::{EmailAddress, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{DueKind, End, Error, Part, Store, Transaction, from_item, instant, keys, number};

#[derive(Serialize, Deserialize)]
struct SenderItem {
    address: EmailAddress,
    stage: SenderStage,
    since: i64,
    tokens: Vec<String>,
    zone: String,
    version: u64,
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
    tenant: String,
}

impl SenderItem {
    fn new(OwnSender { address, stage, since, tokens, zone, version }: &OwnSender, due_at: Option<Timestamp>) -> Self {
        Self {
            address: address.clone(),
            stage: *stage,
            since: since.as_millisecond(),
            tokens: tokens.clone(),
            zone: zone.clone(),
            version: *version,
            due_shard: due_at.map(|_| DueKind::Sender.shard_name(u64::from(*stage == SenderStage::Stands))),
            due_at: due_at.map(Timestamp::as_millisecond),
        }
    }

    fn read(self) -> Result<OwnSender, Error> {
        let Self { address, stage, since, tokens, zone, version, due_shard: _, due_at: _ } = self;
        Ok(OwnSender { address, stage, since: instant(since)?, tokens, zone, version })
    }
}

impl Store {
    /// The shop's senders: at most one, besides those that it gives up.
    pub async fn senders(&self, tenant: &Tenant) -> Result<Vec<OwnSender>, Error> {
        let items = self.starting(tenant, keys::SENDERS).await?;
        items.into_iter().map(|item| from_item::<SenderItem>(item)?.read()).collect()
    }

    /// The domains that are this one, above it or below it and from which emails leave, each with its shop.
    pub async fn held_domains(&self, domain: &str) -> Result<Vec<(String, Tenant)>, Error> {
        let pk = keys::sender_domains(domain);
        let beside = self.beyond(pk.clone(), pk, End::Oldest, usize::MAX).await?;
        let mut held = Vec::new();
        for item in beside.rows {
            let item: DomainItem = from_item(item)?;
            if is_under(&item.domain, domain) || is_under(domain, &item.domain) {
                let shop = item.tenant.parse().map_err(|_| Error::Unreadable("a domain's shop".to_owned()))?;
                held.push((item.domain, shop));
            }
        }
        Ok(held)
    }
}

impl Transaction<'_> {
    /// Keeps other shops from a domain. Refused if another shop has it.
    pub fn hold_domain(&mut self, sender: &OwnSender) {
        let (domain, tenant) = (sender.domain().to_owned(), self.tenant.to_string());
        let values = [(":tenant", AttributeValue::S(tenant.clone()))];
        let condition = "attribute_not_exists(PK) OR tenant = :tenant";
        let key = keys::sender_domain(&domain);
        self.put(Part::Sender, &key, &DomainItem { domain, tenant }, condition, values);
    }

    /// Lets other shops have a domain that this one has.
    pub fn release_domain(&mut self, sender: &OwnSender) {
        self.delete(Part::Other, &keys::sender_domain(sender.domain()), Delete::builder());
    }

    /// Saves a sender as its next version; SES is asked next at `due_at`. Refused if it changed since it was read.
    pub fn save_sender(&mut self, sender: &mut OwnSender, due_at: Option<Timestamp>) {
        let read = sender.version;
        sender.version += 1;
        let (key, item) = (keys::sender(self.tenant, sender.domain()), SenderItem::new(sender, due_at));
        match read {
            0 => self.insert(Part::Sender, &key, &item),
            read => self.put(Part::Sender, &key, &item, "version = :read", [(":read", number(read))]),
        }
    }

    /// Removes a sender. Refused if it changed since it was read.
    pub fn delete_sender(&mut self, sender: &OwnSender) {
        let delete = Delete::builder()
            .condition_expression("version = :read")
            .expression_attribute_values(":read", number(sender.version));
        self.delete(Part::Sender, &keys::sender(self.tenant, sender.domain()), delete);
    }

    /// From where the shop's emails leave; `None` for the operator's address.
    pub fn send_from(&mut self, address: Option<&EmailAddress>) {
        let update = Update::builder().condition_expression("attribute_exists(PK)");
        let update = match address {
            Some(address) => update
                .update_expression("SET sender = :sender")
                .expression_attribute_values(":sender", AttributeValue::S(address.as_typed().to_owned())),
            None => update.update_expression("REMOVE sender"),
        };
        self.update(Part::Other, &keys::tenant(self.tenant), update);
    }
}
