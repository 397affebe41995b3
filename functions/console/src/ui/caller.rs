//! A member as the use cases of the APIs know their callers.

use std::sync::Arc;

use app::caller::{Caller, Who};

use crate::viewer::Viewer;

impl Viewer {
    /// The person as a caller.
    pub(crate) fn caller(&self) -> Caller {
        Caller {
            tenant: self.tenant.clone(),
            keys: Arc::clone(&self.keys),
            who: self.id.map_or_else(|| Who::Guest(self.link.clone()), Who::Member),
        }
    }
}
