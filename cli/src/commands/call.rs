//! A call of an operation, and what the terminal says of its answer.

use serde_json::Value;

use crate::admin::Admin;
use crate::args::Target;
use crate::failure::Failure;
use crate::output::Output;

/// One operation of the operator's function, and what the terminal says of its answer.
pub(super) struct Call {
    pub(super) name: &'static str,
    pub(super) input: Value,
    /// Makes one answer of the pages, of an operation that has pages.
    pub(super) merge: Option<fn(&[Value]) -> Value>,
    pub(super) text: Box<dyn FnOnce(&Value) -> String>,
}

impl Call {
    pub(super) fn new(name: &'static str, input: Value, text: impl FnOnce(&Value) -> String + 'static) -> Self {
        Self { name, input, merge: None, text: Box::new(text) }
    }

    pub(super) async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let admin = Admin::connect(target).await?;
        let answer = match self.merge {
            Some(merge) => merge(&admin.pages(self.name, self.input).await?),
            None => admin.call(self.name, self.input).await?,
        };
        output.answer(&answer, self.text);
        Ok(())
    }
}

/// What to say of an operation that did something, or had nothing to do.
pub(super) fn either(answer: &Value, did: &str, yes: &str, no: &str) -> String {
    if answer[did] == true { yes.to_owned() } else { no.to_owned() }
}
