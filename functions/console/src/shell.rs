//! The frame of every page: the shop, the navigation, who is signed in, and what was just done.

use domain::values::Mode;
use jiff::Timestamp;
use members::Role;
use texts::Texts;

use crate::flash::Flash;
use crate::viewer::Viewer;

/// A page of the navigation: its name, which is also that of its text, `nav-<name>`; its icon; its address.
pub(crate) struct Entry {
    pub name: &'static str,
    pub icon: &'static str,
    pub path: &'static str,
    /// The least role that sees it.
    pub role: Role,
}

const fn entry(name: &'static str, icon: &'static str, path: &'static str, role: Role) -> Entry {
    Entry { name, icon, path, role }
}

/// The pages that exist, in the order of the navigation. The first is home, and a phone shows the first four.
pub(crate) const NAV: &[Entry] = &[
    entry("today", "sun", "/console/today", Role::Reader),
    entry("reviews", "star", "/console/reviews", Role::Reader),
    entry("requests", "send", "/console/requests", Role::Reader),
    entry("customers", "chat", "/console/customers", Role::Reader),
    entry("numbers", "bars", "/console/numbers", Role::Reader),
    entry("products", "box", "/console/products", Role::Reader),
    entry("connections", "plug", "/console/connections", Role::Owner),
    entry("settings", "sliders", "/console/settings", Role::Reader),
    entry("members", "people", "/console/members", Role::Reader),
    entry("audit", "eye", "/console/audit", Role::Owner),
];

/// How many pages a phone's bar has, before *More*.
const TABS: usize = 4;

/// The frame of a page.
pub(crate) struct Shell {
    pub texts: Texts,
    pub shop_name: String,
    /// The first letter of the shop's name, in place of a logo.
    pub initial: String,
    /// Today, as people write it.
    pub today: String,
    /// The name of the page, as the navigation has it.
    pub active: &'static str,
    /// The pages that the person may see.
    pub nav: Vec<&'static Entry>,
    /// Whether the person has an address, and so perhaps other shops.
    pub is_member: bool,
    /// The person's address, or that they came by a link.
    pub me: String,
    /// The text of the person's role.
    pub role: &'static str,
    pub flash: Option<Flash>,
    /// What waits for a decision, edits included.
    pub waiting: usize,
    /// Whether the pages show test data.
    pub is_test: bool,
    /// When the page is made.
    pub now: Timestamp,
}

impl Shell {
    /// The first pages, for a phone's bar.
    pub(crate) fn tabs(&self) -> impl Iterator<Item = &&'static Entry> {
        self.nav.iter().take(TABS)
    }

    /// The other pages, for the page *More*.
    pub(crate) fn more(&self) -> impl Iterator<Item = &&'static Entry> {
        self.nav.iter().skip(TABS)
    }

    /// Whether this page is behind *More* on a phone.
    pub(crate) fn is_more(&self) -> bool {
        !self.tabs().any(|entry| entry.name == self.active)
    }

    /// The number beside a page's name; 0 for none.
    pub(crate) fn number(&self, entry: &Entry) -> usize {
        if entry.name == "reviews" { self.waiting } else { 0 }
    }

    /// The text of a page's name.
    pub(crate) fn name(&self, entry: &Entry) -> String {
        self.texts.say(&format!("nav-{}", entry.name)).to_string()
    }
}

/// The text of a role's name.
pub(crate) const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Owner => "role-owner",
        Role::Moderator => "role-moderator",
        Role::Reader => "role-reader",
    }
}

impl Viewer {
    /// The frame of the page with this name in the navigation.
    pub(crate) fn shell(&self, active: &'static str) -> Shell {
        let name = self.shop.shop.name.clone();
        let me = self.email().map(|email| email.as_typed().to_owned());
        Shell {
            texts: self.texts,
            initial: name.chars().next().map(|first| first.to_uppercase().to_string()).unwrap_or_default(),
            shop_name: name,
            today: self.day(self.now),
            active,
            nav: NAV.iter().filter(|entry| self.may(entry.role)).collect(),
            is_member: self.id.is_some(),
            me: me.unwrap_or_else(|| self.texts.say("guest").to_string()),
            role: role_name(self.role),
            flash: self.flash.clone(),
            waiting: usize::try_from(self.reviews.live.waiting()).unwrap_or(usize::MAX),
            is_test: self.tenant.mode == Mode::Test,
            now: self.now,
        }
    }
}
