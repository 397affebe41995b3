//! The operations by their names.

use serde::Deserialize;
use serde_json::Value;

use crate::audit::Audit;
use crate::call::Call;
use crate::console::ConsoleLink;
use crate::end::{DeleteShop, RestoreShop};
use crate::erase::Erase;
use crate::failed::Failed;
use crate::failure::Failure;
use crate::keys::{CreateKey, ListKeys, RevokeKey};
use crate::layout::{SetLayout, ShowService};
use crate::pauses::{Pause, Resume};
use crate::rotate::RotateRoot;
use crate::shops::{CreateShop, ListShops, ShowShop};
use crate::suspensions::{LiftCap, LiftStop, ReleaseHold};
use crate::why::Why;

macro_rules! operations {
    ($($(#[$doc:meta])+ $name:ident($fields:ident),)+) => {
        /// An operation, as an event names it.
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum Operation {
            $($(#[$doc])+ $name($fields),)+
        }

        impl Operation {
            /// Runs the operation.
            pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
                match self {
                    $(Self::$name(fields) => answer(fields.run(call).await?),)+
                }
            }
        }
    };
}

operations! {
    /// Creates a shop, unless it exists.
    CreateShop(CreateShop),
    /// Lists all shops.
    ListShops(ListShops),
    /// Shows a shop.
    ShowShop(ShowShop),
    /// Ends a shop.
    DeleteShop(DeleteShop),
    /// Takes a shop's end back.
    RestoreShop(RestoreShop),
    /// Makes another API key of a shop.
    CreateKey(CreateKey),
    /// Lists a shop's API keys.
    ListKeys(ListKeys),
    /// Deletes an API key of a shop.
    RevokeKey(RevokeKey),
    /// Makes a link into a shop's console.
    ConsoleLink(ConsoleLink),
    /// Erases a person's data.
    Erase(Erase),
    /// Shows an audit log.
    Audit(Audit),
    /// Lets a shop's emails leave again that are held.
    ReleaseHold(ReleaseHold),
    /// Lets any number of a new shop's emails leave in a day.
    LiftCap(LiftCap),
    /// Lets SMS leave again to a number that replied `STOP`.
    LiftStop(LiftStop),
    /// Stops what leaves to customers, of one shop or of all.
    Pause(Pause),
    /// Ends such a pause of the operator.
    Resume(Resume),
    /// Replaces a root key, step by step.
    Rotate(RotateRoot),
    /// Records that the table has another layout.
    SetLayout(SetLayout),
    /// Says which layout the table has.
    ShowService(ShowService),
    /// Says what became of somebody's requests, and why.
    Why(Why),
    /// Counts the messages that failed lately, by cause and by shop.
    Failed(Failed),
}

/// The answer as JSON.
fn answer(answer: impl serde::Serialize) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|error| Failure::Internal(error.to_string()))
}
