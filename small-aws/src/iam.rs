//! The permissions of each function's role: the statements of its policies, evaluated on every call.
//!
//! A function signs with an access key of its own ([`access_key`]), and its role is found by that key, as AWS finds it.
//! The operator's key may do everything.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use super::{
    names::{ACCOUNT, CREDENTIALS},
    policy::{Access, is_allowed},
    stack::Stack,
};

/// The roles with their policies, and a record of the calls.
pub(super) struct Iam {
    stack: Arc<Stack>,
    pub(super) used: Mutex<BTreeMap<String, BTreeSet<String>>>,
}

/// The maker of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Principal<'a> {
    /// The operator who set the account up: everything is allowed.
    Operator,
    /// A function, by its name.
    Function(&'a str),
}

/// The access key id of a function's credentials; their secret is the operator's.
#[must_use]
pub fn access_key(function: &str) -> String {
    format!("{}-{function}", CREDENTIALS.0)
}

impl Iam {
    pub(super) fn new(stack: &Arc<Stack>) -> Self {
        Self { stack: stack.clone(), used: Mutex::default() }
    }

    /// The owner of an access key; `None` if nobody has it.
    pub(super) fn principal<'a>(&self, key: &'a str) -> Option<Principal<'a>> {
        if key == CREDENTIALS.0 {
            return Some(Principal::Operator);
        }
        let function = key.strip_prefix(CREDENTIALS.0)?.strip_prefix('-')?;
        self.stack.functions.contains_key(function).then_some(Principal::Function(function))
    }

    /// The accesses that the principal is denied, in IAM's words; `None` if all are allowed.
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
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.entry(function.to_owned()).or_default().extend(accesses.iter().map(|access| access.action.clone()));
        None
    }
}
