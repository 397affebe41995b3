//! A page's place in the navigation, and who may use it.

use members::Role;

/// A place in the navigation: its name, which also makes its text `nav-<name>`, its icon and its address.
pub(crate) struct Place {
    pub name: &'static str,
    pub icon: &'static str,
    pub path: &'static str,
    /// The least role that sees the place.
    pub role: Role,
}

/// The least role that may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Anybody: the pages for signing in, and files.
    Nobody,
    /// Every member.
    Reader,
    /// People who decide about reviews and requests.
    Moderator,
    /// People who decide about members, keys and settings.
    Owner,
}

impl Needs {
    /// The least role; `None` for anybody.
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::Nobody => None,
            Self::Reader => Some(Role::Reader),
            Self::Moderator => Some(Role::Moderator),
            Self::Owner => Some(Role::Owner),
        }
    }
}
