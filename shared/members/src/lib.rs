//! The people who use a shop's console: members, their sign-ins and sessions.

mod rows;
mod rules;
mod use_cases;

pub use rows::{ConsoleContext, MemberShops, Members, Rows, join_shop, save_members};
pub use rules::*;
pub use use_cases::*;
