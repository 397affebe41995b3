//! The end of a shop. The shop's item says when the shop ended, so that everything that reads a shop sees it. Its API
//! keys are switched off in the same step, because a call reads only its key. After thirty days, only the fact that the
//! id is taken stays in the item. All other rows are removed by a scan in segments, because a tenant's rows are in many
//! partitions.

use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use domain::shop::EndedBy;
use domain::values::{Tenant, ms};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::shop::audit::AuditEntry;
use crate::shop::rotation::{RowPlace, key_of};
use crate::shop::service::look_at_shop;
use crate::table::{
    Attributes, DueKind, Error, Key, Part, Store, Transaction, change, document, from_item, json, keys, milliseconds,
    string,
};

/// The segments in which the table is scanned for the rows of a shop.
pub const SEGMENTS: usize = 4;
const ROWS_A_CALL: i32 = 1_000;
const AT_ONCE: usize = 16;
/// The entries of the audit log that are never removed.
const KEPT_ENTRIES: [&str; 3] = [END_SHOP, RESTORE_SHOP, ERASE_SHOP];

/// The operation that ends a shop, as the audit log names it.
pub const END_SHOP: &str = "end_shop";
/// The operation that restores a shop, as the audit log names it.
pub const RESTORE_SHOP: &str = "restore_shop";
/// The operation that destroys a shop's root keys, as the audit log names it.
pub const ERASE_SHOP: &str = "erase_shop";

/// What [`look_at_shop`] sets.
const LOOKED_AT: &str = "due_shard = :due_shard, due_at = :due_at, nudged_at = :nudged_at";

/// How far the end of a shop is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopEnd {
    pub ended_at: Timestamp,
    pub ended_by: Option<EndedBy>,
    /// When the shop's root keys were destroyed. After that, the shop cannot be restored.
    pub erased_at: Option<Timestamp>,
    /// How far each segment of the table has been scanned.
    pub sweep: Vec<Swept>,
}

/// How far a segment of the table has been scanned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Swept {
    #[default]
    Nothing,
    Until(RowPlace),
    All,
}

#[derive(Serialize)]
struct EndItem {
    /// The id, so that the item can still be read as a shop's.
    shop_name: String,
    /// Empty, because the root keys are destroyed.
    root: ByteBuf,
    ended_at: i64,
    erased_at: i64,
    due_shard: String,
    due_at: i64,
    nudged_at: i64,
}

#[derive(Deserialize)]
struct EndPart {
    #[serde(with = "ms::optional", default)]
    ended_at: Option<Timestamp>,
    #[serde(default)]
    ended_by: Option<EndedBy>,
    #[serde(with = "ms::optional", default)]
    erased_at: Option<Timestamp>,
    #[serde(with = "json", default)]
    sweep: Vec<Swept>,
}

impl Store {
    /// How far the end of a shop is; `None` for an unknown shop, and for one that has not ended.
    pub async fn shop_end(&self, tenant: &Tenant) -> Result<Option<ShopEnd>, Error> {
        let part: Option<EndPart> = self.read(&keys::tenant(tenant)).await?;
        let end = |EndPart { ended_at, ended_by, erased_at, mut sweep }| {
            sweep.resize(SEGMENTS, Swept::Nothing);
            Some(ShopEnd { ended_at: ended_at?, ended_by, erased_at, sweep })
        };
        Ok(part.and_then(end))
    }

    /// Reads a part of a segment in one call, removes the tenant's rows in it, and returns how far the segment is now
    /// scanned. The tenant's own item stays, and so do its audit log's entries about its end.
    pub async fn sweep(&self, tenant: &Tenant, segment: usize, swept: &Swept) -> Result<Swept, Error> {
        let start = match swept {
            Swept::All => return Ok(Swept::All),
            Swept::Nothing => None,
            Swept::Until(place) => Some(place.key().attributes()),
        };
        let number = |value: usize| i32::try_from(value).ok();
        let scan = self
            .client
            .scan()
            .table_name(&self.table)
            .consistent_read(true)
            .limit(ROWS_A_CALL)
            .set_segment(number(segment))
            .set_total_segments(number(SEGMENTS))
            .projection_expression("PK, SK, #tenant, #mode, #what")
            .expression_attribute_names("#tenant", "tenant")
            .expression_attribute_names("#mode", "mode")
            .expression_attribute_names("#what", "what");
        let answer = scan.set_exclusive_start_key(start).send().await?;
        let mut gone = Vec::new();
        for item in answer.items.unwrap_or_default() {
            let key = key_of(&item)?;
            if is_swept(tenant, &key, &item) {
                gone.push(key);
            }
        }
        let removed: Vec<_> = gone.iter().map(|key| self.remove(key)).collect();
        stream::iter(removed).buffer_unordered(AT_ONCE).try_collect::<()>().await?;
        let next = answer.last_evaluated_key.map(from_item).transpose()?;
        Ok(next.map_or(Swept::All, Swept::Until))
    }

    pub async fn save_sweep(&self, tenant: &Tenant, sweep: &[Swept]) -> Result<(), Error> {
        let (key, values) = (keys::tenant(tenant), [(":sweep", document(&sweep)?)]);
        self.change(&key, "SET sweep = :sweep", "attribute_exists(erased_at)", values).await.map(drop)
    }

    /// Removes a shop of which no rows are left from the index, so that reconcile no longer looks at it.
    pub async fn forget_shop(&self, tenant: &Tenant) -> Result<(), Error> {
        let (key, is_erased) = (keys::tenant(tenant), "attribute_exists(erased_at)");
        self.change(&key, "REMOVE due_shard, due_at, nudged_at", is_erased, []).await.map(drop)
    }
}

/// Whether a row belongs to a tenant and is removed with it. A row in a partition without a tenant may name the tenant
/// in an attribute.
fn is_swept(tenant: &Tenant, key: &Key, item: &Attributes) -> bool {
    let text = |name: &str| item.get(name).and_then(|value| value.as_s().ok()).map_or("", String::as_str);
    let named = match text("mode") {
        "" => text("tenant").to_owned(),
        mode => format!("{}.{mode}", text("tenant")),
    };
    if !(keys::is_of(tenant, key) || named == tenant.to_string()) || *key == keys::tenant(tenant) {
        return false;
    }
    !(key.pk == keys::audit_log(Some(tenant)) && KEPT_ENTRIES.contains(&text("what")))
}

impl Transaction<'_> {
    /// Ends the shop. Refused for an unknown shop, and for one that has ended.
    pub fn end_shop(&mut self, by: Option<EndedBy>, now: Timestamp) {
        let by = by.map_or(AttributeValue::Null(true), |by| string(by.as_str()));
        let set = format!("SET ended_at = :now, ended_by = :by, {LOOKED_AT}");
        let is_living = "attribute_exists(PK) AND attribute_not_exists(ended_at)";
        self.look(change(&set, is_living, [(":now", milliseconds(now)), (":by", by)]), now);
        self.note_other_numbers();
    }

    /// Restores the shop. Refused once its root keys are destroyed, and for a shop that has not ended.
    pub fn restore_shop(&mut self, now: Timestamp) {
        let set = format!("SET restored_at = :now, {LOOKED_AT} REMOVE ended_at, ended_by");
        let has_ended = "attribute_exists(ended_at) AND attribute_not_exists(erased_at)";
        self.look(change(&set, has_ended, [(":now", milliseconds(now))]), now);
    }

    fn look(&mut self, mut update: UpdateBuilder, now: Timestamp) {
        for (name, value) in look_at_shop(now) {
            update = update.expression_attribute_values(format!(":{name}"), value);
        }
        self.update(Part::Settings, &keys::tenant(self.tenant), update);
    }

    /// Switches an API key off with its shop, or on again. Refused for a deleted key.
    pub fn switch_api_key(&mut self, digest: &str, is_active: bool) {
        let (key, values) = (keys::api_key(digest), [(":active", AttributeValue::Bool(is_active))]);
        self.change(Part::Keys, &key, "SET active = :active", "attribute_exists(PK)", values);
    }

    /// Destroys the root keys of a shop that ended, together with everything else in its item. After that, nobody can
    /// read what the keys sealed. Refused if the shop was restored meanwhile.
    pub fn erase_shop(&mut self, end: &ShopEnd, entry: &AuditEntry, now: Timestamp) {
        let item = EndItem {
            shop_name: self.tenant.id.as_str().to_owned(),
            root: ByteBuf::new(),
            ended_at: end.ended_at.as_millisecond(),
            erased_at: now.as_millisecond(),
            due_shard: DueKind::Shop.shard_name(0),
            due_at: now.as_millisecond(),
            nudged_at: now.as_millisecond(),
        };
        let (key, ended_at) = (keys::tenant(self.tenant), milliseconds(end.ended_at));
        let condition = "ended_at = :ended_at AND attribute_not_exists(erased_at)";
        self.put(Part::Settings, &key, &item, condition, [(":ended_at", ended_at)]);
        self.record(entry);
        self.forget(&keys::listed_shop(self.tenant));
    }
}
