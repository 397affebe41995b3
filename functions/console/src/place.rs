//! The places of the navigation, the tabs of each, and who sees a tab. A route's own role is in its `page!`.

use members::Role;

/// A place in the navigation, which every member sees: its name, which also makes its text `nav-<name>` and its address, and its icon.
pub(crate) struct Place {
    pub name: &'static str,
    pub icon: &'static str,
}

const fn place(name: &'static str, icon: &'static str) -> Place {
    Place { name, icon }
}

/// The navigation. The first place is the home page.
pub(crate) static PLACES: [Place; 6] = [
    place("today", "sun"),
    place("reviews", "star"),
    place("customers", "chat"),
    place("products", "box"),
    place("numbers", "bars"),
    place("settings", "sliders"),
];

/// A page beside others of a place, which share a line of tabs: its name, which also makes its text `way-<name>`, and its address.
pub(crate) struct Way {
    pub name: &'static str,
    pub path: &'static str,
    pub role: Role,
}

const fn way(name: &'static str, path: &'static str, role: Role) -> Way {
    Way { name, path, role }
}

static PRODUCTS: [Way; 3] = [
    way("products", "/console/products", Role::Reader),
    way("in-shop", "/console/in-shop", Role::Reader),
    way("google", "/console/google", Role::Owner),
];

static SETTINGS: [Way; 7] = [
    way("settings", "/console/settings", Role::Reader),
    way("orders", "/console/connections", Role::Owner),
    way("words", "/console/words", Role::Reader),
    way("developers", "/console/developers", Role::Owner),
    way("team", "/console/members", Role::Reader),
    way("data", "/console/data", Role::Owner),
    way("you", "/console/you", Role::Reader),
];

/// The name of the place of a page, and the pages beside it.
pub(crate) fn ways(page: &'static str) -> (&'static str, &'static [Way]) {
    let places: [(&'static str, &'static [Way]); 2] = [("products", &PRODUCTS), ("settings", &SETTINGS)];
    places.into_iter().find(|(_, ways)| ways.iter().any(|way| way.name == page)).unwrap_or((page, &[]))
}

/// The least role that may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Anybody: the pages for signing in, and files.
    Nobody,
    /// Whoever has a link from an email. Its form may come from anywhere, because the link is in it.
    Link,
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
            Self::Nobody | Self::Link => None,
            Self::Reader => Some(Role::Reader),
            Self::Moderator => Some(Role::Moderator),
            Self::Owner => Some(Role::Owner),
        }
    }
}
