//! Members, sign-ins and sessions in the table.

mod member;
mod session;
mod sign_in;

use store::table::Store;

pub use member::{MemberShops, Members, invite_to_shop, join_shop, leave_shop, save_members};
pub use session::ConsoleContext;
pub(crate) use session::{end_session, insert_session};
pub(crate) use sign_in::{insert_sign_in, use_link, use_sign_in};

pub struct Rows<'a>(pub &'a Store);
