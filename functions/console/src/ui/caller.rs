//! A member as the use cases of the APIs know their callers.

use std::sync::Arc;

use app::caller::Caller;

use crate::viewer::Viewer;

impl Viewer {
    /// The person as a caller: a member and no key.
    pub(crate) fn caller(&self) -> Caller {
        Caller {
            tenant: self.tenant.clone(),
            keys: Arc::clone(&self.keys),
            identity: None,
            member: Some(self.id.as_ref().map_or_else(|| self.by(), ToString::to_string)),
            key_id: String::new(),
            scopes: Vec::new(),
        }
    }
}
