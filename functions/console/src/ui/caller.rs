//! The signed-in person as a caller of the use cases.

use std::sync::Arc;

use app::caller::Caller;

use crate::viewer::Viewer;

impl Viewer {
    pub(crate) fn caller(&self) -> Caller {
        Caller { tenant: self.tenant.clone(), keys: Arc::clone(&self.keys), who: self.who() }
    }
}
