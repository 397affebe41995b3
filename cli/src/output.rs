//! Answers on the terminal: text for people, or one JSON object.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

use std::process::ExitCode;

use serde::Serialize;
use serde_json::json;

use crate::failure::Failure;

/// The form of the answers.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    /// Whether programs read them.
    pub json: bool,
}

impl Output {
    /// Prints the answer: as JSON the whole of it, for people what `text` makes of it.
    pub fn answer<T: Serialize>(self, answer: &T, text: impl FnOnce(&T) -> String) {
        if self.json {
            match serde_json::to_string_pretty(answer) {
                Ok(json) => println!("{json}"),
                Err(error) => eprintln!("the answer is not JSON: {error}"),
            }
        } else {
            println!("{}", text(answer).trim_end());
        }
    }

    /// Prints why a command failed, and returns its exit code.
    pub fn fail(self, failure: &Failure) -> ExitCode {
        if self.json {
            println!("{:#}", json!({"error": {"kind": failure.kind.as_str(), "message": failure.message}}));
        } else {
            eprintln!("afterword: {}", failure.message);
        }
        failure.kind.exit_code()
    }
}
