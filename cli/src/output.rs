//! Answers on the terminal: text for people, or one JSON object.
#![expect(clippy::print_stderr, reason = "a program for the terminal")]

use std::io::Write as _;
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
                Ok(json) => print(&json),
                Err(error) => eprintln!("the answer is not JSON: {error}"),
            }
        } else {
            print(text(answer).trim_end());
        }
    }

    /// Prints what is going on, where it is in nobody's way: the answer comes on the standard output.
    pub fn note(line: &str) {
        eprintln!("{}", line.trim_end());
    }

    /// Prints a question.
    pub fn ask(question: &str) {
        eprint!("{question}");
    }

    /// Prints why a command failed, and returns its exit code.
    pub fn fail(self, failure: &Failure) -> ExitCode {
        if self.json {
            print(&format!("{:#}", json!({"error": {"kind": failure.kind.as_str(), "message": failure.message}})));
        } else {
            eprintln!("afterword: {}", failure.message);
        }
        failure.kind.exit_code()
    }
}

/// Prints a line. Nobody is there to read it if the other end of a pipe is closed.
fn print(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
