//! The parts of an import's report. Each part is about successive rows and is stored together with the import's progress.

use domain::import::ImportPart;
use domain::values::{Guid, Tenant};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use super::{ImportItem, ImportJob};
use crate::retention::import_ttl;
use crate::table::{CommitError, Error, Part, SK, Store, from_item, json, keys, number};

/// A part. A dry run also stores the first eight bytes of its rows' digests, by which later runs find duplicates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredPart {
    pub part: ImportPart,
    /// The starts of the digests of a dry run's rows. An import writes uniqueness keys instead.
    pub digests: Vec<u64>,
}

#[derive(Serialize, Deserialize)]
struct PartItem {
    #[serde(with = "json")]
    part: ImportPart,
    digests: ByteBuf,
    ttl: i64,
}

impl StoredPart {
    pub const fn is_empty(&self) -> bool {
        self.part.is_empty() && self.digests.is_empty()
    }
}

impl Store {
    /// Saves an import, with a part about its rows from byte `from` on, unless somebody saved the import since it was read.
    /// Returns whether it was saved.
    pub async fn save_import_part(
        &self,
        tenant: &Tenant,
        job: &mut ImportJob,
        from: u64,
        stored: &StoredPart,
    ) -> Result<bool, CommitError> {
        let read = job.version;
        job.version += 1;
        let StoredPart { part, digests } = stored;
        let digests = digests.iter().flat_map(|digest| digest.to_be_bytes()).collect::<Vec<_>>();
        let item = PartItem { part: part.clone(), digests: digests.into(), ttl: import_ttl(job.asked_at) };
        let mut transaction = self.transaction(tenant);
        transaction.put(Part::Other, &keys::import_part(tenant, job.id, from), &item, "", []);
        let (key, item) = (keys::import(tenant, job.id), ImportItem::from(&*job));
        transaction.put(Part::Other, &key, &item, "version = :version", [(":version", number(read))]);
        match transaction.commit().await {
            Ok(()) => Ok(true),
            Err(CommitError::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The parts about an import's rows before byte `until`, in the order of the file.
    pub async fn import_parts(&self, tenant: &Tenant, id: Guid, until: u64) -> Result<Vec<StoredPart>, Error> {
        let prefix = keys::import_parts(id);
        let mut parts = Vec::new();
        for item in self.starting(tenant, &prefix).await? {
            let unreadable = || Error::Unreadable("a part of an import".to_owned());
            let from = item.get(SK).and_then(|sk| keys::parse_import_part(sk.as_s().ok()?.strip_prefix(&prefix)?));
            // Parts from `until` on are about rows that the import has yet to read.
            if from.ok_or_else(unreadable)? < until {
                let PartItem { part, digests, ttl: _ } = from_item(item)?;
                let digests = digests.as_chunks().0.iter().copied().map(u64::from_be_bytes).collect();
                parts.push(StoredPart { part, digests });
            }
        }
        Ok(parts)
    }
}
