//! What a new shop does one after the other before it gets reviews: the list on *Today*, and the button in the message about a step.

use domain::values::ShopSystem;

/// How to do a step: on a page or, for an action, at once with a button.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NextStep {
    /// The id of the step's text; the text `<id>-about` says why the step is needed, and `<id>-button` names the action.
    pub text: &'static str,
    pub path: &'static str,
    pub is_action: bool,
}

const fn page(text: &'static str, path: &'static str) -> NextStep {
    NextStep { text, path, is_action: false }
}

pub(crate) static SIGN_IN: NextStep = page("begin-sign-in", "/console/members");
pub(crate) static PLACE: NextStep = page("begin-place", "/console/settings#place");
pub(crate) static ORDERS: NextStep = page("begin-orders", "/console/connections");
pub(crate) static LOOK: NextStep = page("begin-look", "/console/settings#look");
pub(crate) static TRY: NextStep = NextStep { text: "begin-try", path: "/console/today/trial", is_action: true };
/// For a guest who came by the operator's link and has no address yet.
pub(crate) static TRY_AS_MEMBER: NextStep = page("begin-try", "/console/members");
pub(crate) static SHOW: NextStep = page("begin-show", "/console/in-shop");
pub(crate) static MOVE: NextStep = page("begin-move", "/console/files");

impl NextStep {
    pub(crate) fn find(text: &str) -> Option<&'static Self> {
        [&SIGN_IN, &PLACE, &ORDERS, &LOOK, &TRY, &SHOW, &MOVE].into_iter().find(|step| step.text == text)
    }

    /// The systems to each of which a button leads, instead of the path.
    pub(crate) fn systems(&self) -> &'static [ShopSystem] {
        if *self == ORDERS { &ShopSystem::ALL } else { &[] }
    }

    /// The id of what the step's button says.
    pub(crate) fn label(&self) -> String {
        format!("{}{}", self.text, if self.is_action { "-button" } else { "" })
    }
}
