//! Shows and sets the number of the table's layout.

use serde::{Deserialize, Serialize};
use serde_json::json;
use store::shop::service::LAYOUTS;

use crate::call::Call;
use crate::failure::Failure;

/// The table's new layout, and the previous layout.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetLayout {
    layout: u32,
    from: u32,
}

/// Shows the service's own item, without its key.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShowService {}

#[derive(Serialize)]
pub(crate) struct Layout {
    /// Absent before the first shop is created.
    layout: Option<u32>,
}

impl ShowService {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Layout, Failure> {
        Ok(Layout { layout: call.parts.store.layout().await? })
    }
}

impl SetLayout {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Layout, Failure> {
        let Self { layout, from } = self;
        if !LAYOUTS.contains(&layout) {
            return Err(Failure::Invalid(format!(
                "This version knows the layouts {LAYOUTS:?}: deploy one that knows {layout}."
            )));
        }
        let change = [json!({"layout": from}), json!({"layout": layout})];
        call.parts.store.record(None, &call.operator.entry("set_layout", "service", change, call.now)).await?;
        match call.parts.store.set_layout(from, layout).await? {
            true => Ok(Layout { layout: Some(layout) }),
            false => Err(Failure::Conflict(format!("The table has not the layout {from}."))),
        }
    }
}
