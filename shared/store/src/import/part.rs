//! The parts of an import's report. Each part is about successive rows and is stored together with the import's progress.

use domain::import::ImportPart;
use domain::values::{Guid, Tenant};
use serde::{Deserialize, Serialize};

use super::{ImportItem, ImportJob};
use crate::retention::import_ttl;
use crate::table::{CommitError, Error, Part, SK, Store, from_item, json, keys, number};

#[derive(Serialize, Deserialize)]
struct PartItem {
    #[serde(with = "json")]
    part: ImportPart,
    ttl: i64,
}

impl Store {
    /// Saves an import, with a part about its rows from byte `from` on, unless somebody saved the import since it was read.
    /// Returns whether it was saved.
    pub async fn save_import_part(
        &self,
        tenant: &Tenant,
        job: &mut ImportJob,
        from: u64,
        part: &ImportPart,
    ) -> Result<bool, CommitError> {
        let read = job.version;
        job.version += 1;
        let item = PartItem { part: part.clone(), ttl: import_ttl(job.asked_at) };
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
    pub async fn import_parts(&self, tenant: &Tenant, id: Guid, until: u64) -> Result<Vec<ImportPart>, Error> {
        let prefix = keys::import_parts(id);
        let mut parts = Vec::new();
        for item in self.starting(tenant, &prefix).await? {
            let unreadable = || Error::Unreadable("a part of an import".to_owned());
            let from = item.get(SK).and_then(|sk| keys::parse_import_part(sk.as_s().ok()?.strip_prefix(&prefix)?));
            // Parts from `until` on are about rows that the import has yet to read.
            if from.ok_or_else(unreadable)? < until {
                parts.push(from_item::<PartItem>(item)?.part);
            }
        }
        Ok(parts)
    }
}
