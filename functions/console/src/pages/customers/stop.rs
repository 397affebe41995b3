//! Stops a shop's messages to a customer, and lets them leave again.

use edge::http::Segment;

use crate::failure::Served;
use crate::flash::Flash;
use crate::form::Form;
use crate::parts::SharedParts;
use crate::ui::{called, customer_id, path_of};
use crate::viewer::Viewer;

/// The field of a form that takes back a stop, instead of lifting every reason.
const UNDO: (&str, &str) = ("undo", "1");

pub(crate) async fn stop(parts: SharedParts, viewer: Viewer, Segment(id): Segment) -> Served {
    let customer = parts.customers.get(&viewer, customer_id(&id)?).await?;
    parts.suppressions.stop(&viewer.caller(), &customer, viewer.now).await?;
    let (page, name) = (path_of(customer.id), called(&viewer, &customer));
    let text = viewer.texts.say("customer-stop-done").with("name", &name);
    Ok(Flash::new(text).with_undo(format!("{page}/resume"), &[UNDO]).then(&page))
}

pub(crate) async fn resume(parts: SharedParts, viewer: Viewer, Segment(id): Segment, Form(fields): Form) -> Served {
    let customer = parts.customers.get(&viewer, customer_id(&id)?).await?;
    let caller = viewer.caller();
    let is_lifted = match fields.find(UNDO.0) {
        Some(_) => parts.suppressions.undo_stop(&caller, &customer, viewer.now).await?,
        None => parts.suppressions.resume(&caller, &customer, viewer.now).await?,
    };
    let text = if is_lifted { "customer-resume-done" } else { "customer-resume-none" };
    let name = called(&viewer, &customer);
    Ok(Flash::new(viewer.texts.say(text).with("name", &name)).then(&path_of(customer.id)))
}
