//! `afterword outputs`.

use serde_json::json;

use crate::args::Target;
use crate::aws;
use crate::check::Stack;
use crate::failure::{Failure, Kind};
use crate::output::{Output, field, rows, table};

pub async fn run(target: &Target, output: Output) -> Result<(), Failure> {
    let config = aws::connect(target).await?;
    aws::credentials(&config).await?;
    let name = &target.stack;
    let stack = Stack::read(&config, name).await.map_err(|unread| {
        let kind = if unread.was_answered() { Kind::Refused } else { Kind::Unreachable };
        Failure::new(kind, unread.to_string())
    })?;
    let none = || Failure::new(Kind::Refused, format!("There is no stack {name} here. Check --stack and --region."));
    let outputs = stack.ok_or_else(none)?.outputs;
    let outputs: Vec<_> = outputs.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
    output.answer(&json!({"stack": name, "outputs": outputs}), |answer| {
        table(["name", "value"], rows(answer, "outputs").map(|one| ["name", "value"].map(|part| field(one, part))))
    });
    Ok(())
}
