//! Messages of requests, and notifications: when one is due, whether it is sent, and what its provider reports.

mod cause;
mod entry_kind;
mod notification;
mod pause;
mod report;
mod sending_pause;
mod step;
mod stop;

pub use cause::Cause;
pub use entry_kind::EntryKind;
pub use notification::{
    NOTIFICATION_WAIT, Notification, NotificationName, Reader, ReportPlace, SEEN_AFTER, seen_until,
};
pub use pause::{BACK_OFF_MAX, Pause, back_off};
pub use report::{MessageReport, ReportKind, Reports};
pub use sending_pause::{OperatorPause, Pauser, SendingPause};
pub use step::{EVIDENCE_WAIT, Restored, Step, StepState};
pub use stop::{StopReason, Suppression, Verdict};
