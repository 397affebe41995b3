//! The permissions of each function's role. Its policies are evaluated on every call.
//!
//! A function signs with its own access key ([`access_key`]), through which its role is found, as on AWS. The
//! operator's key may do everything.

use std::sync::{Arc, OnceLock};

use super::{
    names::{ACCOUNT, CREDENTIALS},
    policy::{Access, is_allowed},
    stack::Stack,
};

/// Receives the function and the action of each access that a role allowed.
static OBSERVER: OnceLock<fn(&str, &str)> = OnceLock::new();

/// Makes every small AWS of this process report to this observer the function and the action of each access that a role
/// allows. The first observer stays.
pub fn observe_actions(observer: fn(&str, &str)) {
    let _ = OBSERVER.set(observer);
}

pub(super) struct Iam {
    stack: Arc<Stack>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Principal<'a> {
    /// The operator who created the account and may do everything.
    Operator,
    Function(&'a str),
}

/// The access key id of a function's credentials. Their secret is the same as the operator's.
pub fn access_key(function: &str) -> String {
    format!("{}-{function}", CREDENTIALS.0)
}

impl Iam {
    pub(super) fn new(stack: &Arc<Stack>) -> Self {
        Self { stack: stack.clone() }
    }

    /// The owner of an access key; `None` if it belongs to nobody.
    pub(super) fn principal<'a>(&self, key: &'a str) -> Option<Principal<'a>> {
        if key == CREDENTIALS.0 {
            return Some(Principal::Operator);
        }
        let function = key.strip_prefix(CREDENTIALS.0)?.strip_prefix('-')?;
        self.stack.functions.contains_key(function).then_some(Principal::Function(function))
    }

    /// The error in IAM's words; `None` if the principal may do all of this.
    pub(super) fn denial(&self, principal: Principal<'_>, accesses: &[Access]) -> Option<String> {
        let Principal::Function(function) = principal else { return None };
        let role = self.stack.functions.get(function).map_or(&[][..], |function| function.role.as_slice());
        let denied = accesses.iter().find(|access| !is_allowed(role, access));
        if let Some(Access { action, resource, context: _ }) = denied {
            return Some(format!(
                "User: arn:aws:sts::{ACCOUNT}:assumed-role/{function}/session is not authorized to perform: \
                 {action} on resource: {resource} because no identity-based policy allows the {action} action"
            ));
        }
        if let Some(observer) = OBSERVER.get() {
            accesses.iter().for_each(|access| observer(function, &access.action));
        }
        None
    }
}
