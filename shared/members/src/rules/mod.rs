//! The rules for members, sign-ins and sessions: who is a member, how long sign-ins and sessions last, and how many
//! emails they may cause.

mod member;
mod session;

pub use member::{
    INVITATION_ENDS_AFTER, MEMBERS_MAX, Member, MemberIdentity, NotificationPreference, Role, may_become, may_join,
    morning_of,
};
pub use session::{
    CODE_TRIES_MAX, INVITATIONS_OF_ADDRESS_MAX, INVITATIONS_OF_SHOP_MAX, Newcomer, SESSION_IDLE_MAX, SESSION_MAX,
    SESSION_SEEN_EVERY, SIGN_IN_WITHIN, SIGN_INS_OF_ADDRESS_MAX, SIGN_INS_OF_BROWSER_MAX, SIGN_INS_OF_NETWORK_MAX,
    Session, SignIn, SignInSubject,
};
