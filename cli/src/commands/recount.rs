//! `afterword recount`.

use serde_json::{Value, json};

use crate::admin::Admin;
use crate::failure::Failure;
use crate::output::Output;
use crate::target::Target;

pub async fn run(target: &Target, output: Output) -> Result<(), Failure> {
    let admin = Admin::connect(target).await?;
    let (mut corrected, mut after) = (0, Value::Null);
    loop {
        let answer = admin.call("recount", json!({ "after": after })).await?;
        corrected += answer["corrected"].as_u64().unwrap_or_default();
        after = answer["next"].clone();
        if after.is_null() {
            break;
        }
    }
    let answer = json!({ "corrected": corrected });
    output.answer(&answer, |_| format!("Reviews that were counted wrongly: {corrected}. Now all numbers are right."));
    Ok(())
}
