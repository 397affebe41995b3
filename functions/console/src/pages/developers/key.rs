//! An API key is created with scopes and an expiry, shown once, and deleted after a confirmation.

use app::error::Error;
use domain::values::SCOPES;
use edge::native::keys::KeyInput;
use serde_json::Value;

use super::{HERE, again, view};
use crate::click::Click;
use crate::fields::{Kind, Refused, Spec, changed, refusable, spec};
use crate::form::{Failure, Served};
use crate::respond::secret;

pub(super) const NEW: &[Spec] = &[
    spec("name", Kind::Line("text", 100)),
    spec("scopes", Kind::Some(SCOPES)),
    spec("expires_at", Kind::Moment),
    spec("dialect", Kind::One(&["betterreviews", "amino", "moregoodreviews", "wix"])),
];
/// The place of the field for another API.
pub(super) const OTHER: usize = 3;

pub(crate) async fn create(Click { parts, viewer, fields, .. }: Click) -> Served {
    let (input, _) = changed(&viewer.form("key"), NEW, &Value::Null, &fields);
    let new = match refusable(edge::body::read::<KeyInput>(input)?.parse(viewer.now))? {
        Ok(new) => new,
        Err(wrong) => return again(&parts, &viewer, Refused::new(&fields, wrong)).await,
    };
    let (new, is_in) = (viewer.makes(new), || parts.console.is_in(&viewer, viewer.now));
    match parts.keys.create_for_member(&viewer.caller(), &new, is_in, viewer.now).await {
        Ok((key, _)) => {
            let page = view(&parts, &viewer, None, Some(key.reveal().to_owned())).await?;
            Ok(secret(&page, &page.shell))
        }
        Err(Error::Unauthenticated) => Err(Failure::SignedOut { written: None }),
        Err(error) => viewer.refused(error, HERE),
    }
}

pub(crate) async fn revoke(Click { parts, viewer, id, .. }: Click<String>) -> Served {
    parts.keys.delete_for_member(&viewer.caller(), &id, viewer.now).await?;
    Ok(viewer.done("key-revoked", HERE))
}
