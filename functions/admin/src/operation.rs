//! The operations by name.

use serde::Deserialize;
use serde_json::Value;

use crate::audit::Audit;
use crate::call::Call;
use crate::end::{DeleteShop, RestoreShop};
use crate::erase::Erase;
use crate::failed::Failed;
use crate::failure::Failure;
use crate::keys::{CreateKey, ListKeys, RevokeKey};
use crate::pauses::{Pause, Resume};
use crate::rotate::RotateRoot;
use crate::shops::{ConsoleLink, CreateShop, ListShops, ShowShop};
use crate::suspensions::{LiftCap, LiftStop, ReleaseHold};
use crate::why::Why;

macro_rules! operations {
    ($($(#[$doc:meta])+ $name:ident($fields:ident),)+) => {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum Operation {
            $($(#[$doc])+ $name($fields),)+
        }

        impl Operation {
            pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
                match self {
                    $(Self::$name(fields) => answer(fields.run(call).await?),)+
                }
            }
        }
    };
}

operations! {
    /// Creates a shop unless it exists.
    CreateShop(CreateShop),
    /// Lists all shops.
    ListShops(ListShops),
    /// Shows a shop.
    ShowShop(ShowShop),
    /// Ends a shop.
    DeleteShop(DeleteShop),
    /// Undoes a shop's end.
    RestoreShop(RestoreShop),
    /// Creates another API key for a shop.
    CreateKey(CreateKey),
    /// Lists a shop's API keys.
    ListKeys(ListKeys),
    /// Deletes a shop's API key.
    RevokeKey(RevokeKey),
    /// Creates a link into a shop's console.
    ConsoleLink(ConsoleLink),
    /// Erases a person's data.
    Erase(Erase),
    /// Shows an audit log.
    Audit(Audit),
    /// Ends the suspension of a shop's emails.
    ReleaseHold(ReleaseHold),
    /// Lifts a new shop's daily limit of emails.
    LiftCap(LiftCap),
    /// Lifts the `STOP` that a number replied.
    LiftStop(LiftStop),
    /// Pauses messages to customers, of one shop or of all.
    Pause(Pause),
    /// Ends the operator's pause.
    Resume(Resume),
    /// Replaces a root key, step by step.
    Rotate(RotateRoot),
    /// Explains the outcome of somebody's requests.
    Why(Why),
    /// Counts recently failed messages by cause and shop.
    Failed(Failed),
}

fn answer(answer: impl serde::Serialize) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|error| Failure::Internal(error.to_string()))
}
