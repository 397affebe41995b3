//! Who calls (an API key or a member), and how the audit log names them.

mod access;
mod author;
mod call_limit;

pub(crate) use access::key_id;
pub use access::{Access, Caller, Who};
pub use author::{Author, OURSELVES, differing};
pub use call_limit::{CallQuota, with_quota};
