//! The JSON of members and links.

use domain::values::EmailAddress;
use domain::values::value::{Kind, Text};
use edge::error::Error;
use edge::shown::{OneOf, Time, pattern};
use jiff::Timestamp;
use members::{Member, Role};

edge::input! {
    pub(crate) struct MemberInput {
        /// The address with which the member signs in.
        email: EmailAddress, as Kind::Text(Text { format: Some("email"), ..Text::default() });
        // What the member may do.
        role: Role, or "`role` must be \"owner\", \"moderator\" or \"reader\".";
    }
}

impl MemberInput {
    pub(crate) fn parse(self) -> Result<(EmailAddress, Role), Error> {
        Ok((self.email?, self.role?))
    }
}

edge::shown! {
    pub(crate) struct MemberBody as Member ((member, email): (&Member, &str)) {
        id: String = member.id, as pattern("^[0-9a-f]{12}$");
        email: String = email;
        role: OneOf<Role> = member.role;
        invited_at: Time = member.invited_at;
        /// When the person accepted the invitation; `null` before that. Until then, the person has no access.
        joined_at: Option<Time> = member.joined_at;
    }

    pub(crate) struct MembersBody as Members (members: Vec<MemberBody>) {
        members: Vec<MemberBody> = members;
    }

    pub(crate) struct Removed as RemovedMember (_removed: ()) {
        /// Always `true`.
        ok: bool = true;
    }

    pub(crate) struct LinkBody as ConsoleLink ((url, expires_at): (&str, Timestamp)) {
        /// The link opens a page with a button. The first browser in which somebody presses the button is signed in as an
        /// owner.
        url: String = url;
        /// When the link stops working.
        expires_at: Time = expires_at;
    }
}

edge::input! {
    pub(crate) struct LinkInput {}
}
