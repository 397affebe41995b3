//! The operations by name.

use serde::Deserialize;
use serde_json::Value;

use crate::audit::Audit;
use crate::call::{Call, OfShop};
use crate::erase::{Erase, Erasure};
use crate::failed::Failed;
use crate::failure::Failure;
use crate::keys::{CreateKey, RevokeKey};
use crate::pauses::{Pause, Resume, TableRestored};
use crate::rotate::RotateRoot;
use crate::shops::{CreateShop, ListShops};
use crate::status::Status;
use crate::suspensions::{LiftStop, ReleaseSender};
use crate::why::Why;
use crate::{keys, shops, suspensions};

macro_rules! operations {
    ($($(#[$doc:meta])+ $name:ident($fields:ident) => $run:path,)+) => {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum Operation {
            $($(#[$doc])+ $name($fields),)+
        }

        impl Operation {
            pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
                match self {
                    $(Self::$name(fields) => $run(fields, call).await,)+
                }
            }
        }
    };
}

operations! {
    /// Creates a shop unless it exists.
    CreateShop(CreateShop) => CreateShop::run,
    /// Lists all shops.
    ListShops(ListShops) => ListShops::run,
    /// Shows a shop.
    ShowShop(OfShop) => shops::show,
    /// Ends a shop.
    DeleteShop(OfShop) => shops::delete,
    /// Undoes a shop's end.
    RestoreShop(OfShop) => shops::restore,
    /// Creates another API key for a shop.
    CreateKey(CreateKey) => CreateKey::run,
    /// Lists a shop's API keys.
    ListKeys(OfShop) => keys::list,
    /// Deletes a shop's API key.
    RevokeKey(RevokeKey) => RevokeKey::run,
    /// Creates a link into a shop's console.
    ConsoleLink(OfShop) => shops::console_link,
    /// Erases a person's data, or counts it.
    Erase(Erase) => Erase::run,
    /// Shows how far an erasure is.
    Erasure(Erasure) => Erasure::run,
    /// Shows an audit log.
    Audit(Audit) => Audit::run,
    /// Ends the suspension of a shop's emails.
    ReleaseHold(OfShop) => suspensions::release_hold,
    /// Lifts a new shop's daily limit of emails.
    LiftCap(OfShop) => suspensions::lift_cap,
    /// Lifts the `STOP` that a number replied.
    LiftStop(LiftStop) => LiftStop::run,
    /// Ends a shop's hold of a domain.
    ReleaseSender(ReleaseSender) => ReleaseSender::run,
    /// Pauses messages to customers, of one shop or of all.
    Pause(Pause) => Pause::run,
    /// Ends the operator's pause.
    Resume(Resume) => Resume::run,
    /// Keeps from leaving again what may have left before the table was restored from a backup.
    Restored(TableRestored) => TableRestored::run,
    /// Replaces a root key, step by step.
    Rotate(RotateRoot) => RotateRoot::run,
    /// Says how the installation does.
    Status(Status) => Status::run,
    /// Explains the outcome of somebody's requests.
    Why(Why) => Why::run,
    /// Counts recently failed messages by cause and shop.
    Failed(Failed) => Failed::run,
}
