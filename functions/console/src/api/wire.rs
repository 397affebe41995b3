//! The JSON of members and links.

use domain::values::EmailAddress;
use domain::values::value::{Kind, Text};
use edge::error::Error;
use edge::native::seconds;
use edge::openapi::words;
use members::{Member, Role};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Object;

fn roles() -> Object {
    words(Role::WORDS)
}

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

#[derive(Serialize, ToSchema)]
#[schema(as = Member)]
pub(crate) struct MemberBody {
    #[schema(pattern = "^[0-9a-f]{12}$")]
    id: String,
    email: String,
    #[schema(schema_with = roles)]
    role: &'static str,
    #[schema(format = DateTime)]
    invited_at: String,
    /// When the person accepted the invitation; `null` before that. Until then, the person has no access.
    #[schema(required, format = DateTime)]
    joined_at: Option<String>,
}

impl MemberBody {
    pub(crate) fn new(member: &Member, email: &str) -> Self {
        Self {
            id: member.id.to_string(),
            email: email.to_owned(),
            role: member.role.as_str(),
            invited_at: seconds(member.invited_at),
            joined_at: member.joined_at.map(seconds),
        }
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = Members)]
pub(crate) struct MembersBody {
    pub members: Vec<MemberBody>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = RemovedMember)]
pub(crate) struct Removed {
    /// Always `true`.
    pub ok: bool,
}

#[derive(Deserialize, ToSchema)]
pub(crate) struct LinkInput {}

#[derive(Serialize, ToSchema)]
#[schema(as = ConsoleLink)]
pub(crate) struct LinkBody<'a> {
    /// The link opens a page with a button. The first browser in which somebody presses the button is signed in as an
    /// owner.
    pub url: &'a str,
    /// When the link stops working.
    #[schema(format = DateTime)]
    pub expires_at: String,
}
