//! The newest evidence of a shop: a ZIP file that says how the shop decides about reviews, and the progress of the runs that
//! write it.

use domain::values::stored::ms;
use domain::values::{Guid, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::retention::export_ttl;
use crate::review::feeds::UploadedParts;
use crate::table::{Error, Part, Store, Transaction, from_item, json, keys};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The id, which is also the name of the file's folder.
    pub receipt: Guid,
    #[serde(with = "ms::required")]
    pub asked_at: Timestamp,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Timestamp>,
    /// The size of the finished ZIP file.
    pub bytes: u64,
    /// The step that is being done, by its name; `None` before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// The place in this step after which to continue; `None` for its beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The files in the ZIP file. The last one may be unfinished.
    pub files: Vec<ZippedFile>,
    pub parts: UploadedParts,
    pub uploaded: u64,
    /// The run that left bytes in a file of its own because they do not fill a part yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rest: Option<u32>,
    /// How many runs have begun. Only the newest run may save the evidence.
    pub version: u32,
}

/// A file in a ZIP file: what its entry in the directory at the end says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZippedFile {
    pub name: String,
    /// The byte of the ZIP file at which it begins.
    pub offset: u64,
    pub crc: u32,
    pub bytes: u64,
    /// The compressed bytes.
    pub packed: u64,
    pub is_open: bool,
}

#[derive(Serialize, Deserialize)]
struct EvidenceItem {
    #[serde(with = "json")]
    evidence: Evidence,
    version: u32,
    ttl: i64,
}

impl From<&Evidence> for EvidenceItem {
    fn from(evidence: &Evidence) -> Self {
        Self { evidence: evidence.clone(), version: evidence.version, ttl: export_ttl(evidence.asked_at) }
    }
}

impl From<EvidenceItem> for Evidence {
    fn from(EvidenceItem { evidence, version, ttl: _ }: EvidenceItem) -> Self {
        Self { version, ..evidence }
    }
}

impl Evidence {
    pub fn new(receipt: Guid, now: Timestamp) -> Self {
        let (files, parts) = (Vec::new(), UploadedParts::default());
        Self {
            receipt,
            asked_at: now,
            finished_at: None,
            bytes: 0,
            step: None,
            after: None,
            files,
            parts,
            uploaded: 0,
            rest: None,
            version: 0,
        }
    }
}

impl Store {
    /// The newest evidence of a shop; `None` if there is none.
    pub async fn evidence(&self, tenant: &Tenant) -> Result<Option<Evidence>, Error> {
        let item = self.get(&keys::evidence(tenant)).await?;
        item.map(|item| from_item::<EvidenceItem>(item).map(Evidence::from)).transpose()
    }

    /// Begins a run that writes the evidence, and returns it; `None` if there is none. Earlier runs can then no longer save it.
    pub async fn begin_evidence_run(&self, tenant: &Tenant) -> Result<Option<Evidence>, Error> {
        let item = self.begin_run(&keys::evidence(tenant)).await?;
        item.map(|item| from_item::<EvidenceItem>(item).map(Evidence::from)).transpose()
    }

    /// Saves the work of a run. `false` if another run or other evidence began meanwhile.
    pub async fn save_evidence(&self, tenant: &Tenant, evidence: &Evidence) -> Result<bool, Error> {
        self.replace(&keys::evidence(tenant), &EvidenceItem::from(evidence), evidence.version).await
    }
}

impl Transaction<'_> {
    /// Writes new evidence, which replaces the previous one.
    pub fn put_evidence(&mut self, evidence: &Evidence) {
        let key = keys::evidence(self.tenant);
        self.put(Part::Other, &key, &EvidenceItem::from(evidence), "", []);
    }
}
