//! Decides about all reviews of an import that wait, and undoes this decision.

use domain::import::ImportStatus;
use domain::review::ImportDecision;
use domain::values::Guid;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::import::DecidedImport;

use super::Imports;
use crate::caller::Caller;
use crate::error::Error;
use crate::retry::{TryError, retry};
use crate::review::actor;

impl Imports {
    /// Begins to decide about all reviews of an import that wait, or to undo this decision; `import-reviews` does it. A repeated
    /// call only wakes it again. `false` if that is not possible: the import still reads its file or is undone, another decision
    /// is not done yet, or there is none to undo.
    pub async fn decide_all(
        &self,
        caller: &Caller,
        id: Guid,
        decision: ImportDecision,
        waiting: u64,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let is_undo = decision == ImportDecision::Undo;
        let has_begun: Result<_, Error> = retry!(self.store, {
            let mut job = self.store.import(&caller.tenant, id).await?.ok_or(Error::NotFound)?;
            let earlier = job.decided.as_ref();
            if earlier.is_some_and(|earlier| earlier.decision == decision && (is_undo || !earlier.is_done)) {
                return Ok(true);
            }
            // An undo may stop a decision.
            let may_begin = earlier.map_or(!is_undo, |earlier| is_undo || earlier.is_done);
            if !may_begin || !matches!(job.status, ImportStatus::Done | ImportStatus::Failed) {
                return Ok(false);
            }
            let (what, after) = match decision {
                ImportDecision::Publish => ("publish_import", Value::Null),
                ImportDecision::Withhold(reason) => ("withhold_import", json!({"reason": reason.as_str()})),
                ImportDecision::Undo => ("undo_import_decision", Value::Null),
            };
            let of = earlier.filter(|_| is_undo).map_or(waiting, |earlier| earlier.of);
            job.decided = Some(DecidedImport { decision, by: actor(caller), is_done: false, of });
            let mut transaction = self.store.transaction(&caller.tenant);
            transaction.save_import(&mut job);
            transaction.record(&caller.entry(what, id, [Value::Null, after], now));
            transaction.commit().await?;
            Ok::<_, TryError<Error>>(true)
        });
        let has_begun = has_begun?;
        if has_begun {
            self.wake(caller, id, now).await?;
        }
        Ok(has_begun)
    }
}
