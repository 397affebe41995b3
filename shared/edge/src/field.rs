//! Reads a checked body.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::error::Error;

/// Reads a checked body into its struct.
pub fn read<I: DeserializeOwned>(body: Map<String, Value>) -> Result<I, Error> {
    let internal = |_| app::error::Error::Internal("a body's struct refused a checked body".to_owned());
    Ok(serde_json::from_value(body.into()).map_err(internal)?)
}
