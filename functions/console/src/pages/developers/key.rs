//! An API key is created with scopes and an expiry, shown once, and deleted after a confirmation.

use app::error::Error;
use edge::native::keys::KeyInput;
use serde_json::Value;

use super::keys::{NEW, context};
use super::{HERE, again, view};
use crate::click::{Click, refusable};
use crate::fields::changed;
use crate::form::{Failure, Served};
use crate::respond::secret;

pub(crate) async fn create(Click { parts, viewer, fields, .. }: Click) -> Served {
    let (input, _) = changed(&context(&viewer), NEW, &Value::Null, &fields);
    let new = match refusable(edge::body::read::<KeyInput>(input)?.parse(viewer.now))? {
        Ok(new) => new,
        Err((field, _)) => return again(&parts, &viewer, [None, Some((&fields, field))]).await,
    };
    let (new, is_in) = (viewer.makes(new), || parts.console.is_in(&viewer, viewer.now));
    match parts.keys.create_for_member(&viewer.caller(), &new, is_in, viewer.now).await {
        Ok((key, _)) => {
            let page = view(&parts, &viewer, [None, None], Some(key.reveal().to_owned())).await?;
            Ok(secret(&page, &page.shell))
        }
        Err(Error::Unauthenticated) => Err(Failure::SignedOut { written: None }),
        Err(Error::TooManyKeys) => Ok(viewer.done("keys-too-many", HERE)),
        Err(error) => Err(error.into()),
    }
}

pub(crate) async fn revoke(Click { parts, viewer, id, .. }: Click<String>) -> Served {
    parts.keys.delete_for_member(&viewer.caller(), &id, viewer.now).await?;
    Ok(viewer.done("key-revoked", HERE))
}
