//! Answers on the terminal: text for people, or one JSON object.
#![expect(clippy::print_stderr, reason = "a program for the terminal")]

use std::io::Write as _;
use std::process::ExitCode;

use serde::Serialize;
use serde_json::{Value, json};

use crate::failure::Failure;

#[derive(Debug, Clone, Copy)]
pub struct Output {
    pub json: bool,
}

impl Output {
    /// Prints the answer: all of it as JSON, or the text that `text` makes for people.
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

    /// Prints progress on standard error, because the answer is on standard output.
    pub fn note(line: &str) {
        eprintln!("{}", line.trim_end());
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

/// Prints a line, and ignores an error, because the other end of a pipe may be closed.
pub fn print(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Rows below their headings, in columns as wide as their longest cell.
pub fn table<const COLUMNS: usize>(
    headings: [&str; COLUMNS],
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
) -> String {
    let rows: Vec<_> = [headings.map(str::to_uppercase)].into_iter().chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: [usize; COLUMNS] = std::array::from_fn(width);
    let line = |row: &[String; COLUMNS]| {
        let cells: Vec<_> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A field of an answer as text: a dash if it is absent, and lists with commas.
pub fn field(of: &Value, name: &str) -> String {
    plain(&of[name])
}

pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::Array(values) if values.is_empty() => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let fields: Vec<_> = fields.iter().map(|(name, value)| format!("{name} {}", plain(value))).collect();
            fields.join(", ")
        }
        other => other.to_string(),
    }
}

/// A shop as the command line names it.
pub fn shop_name(of: &Value) -> String {
    field(of, "tenant") + if of["mode"] == "test" { ".test" } else { "" }
}

pub fn rows<'a>(of: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    of[name].as_array().into_iter().flatten()
}

/// All fields of an answer, one a line.
pub fn fields(of: &Value) -> String {
    let Value::Object(of) = of else { return plain(of) };
    let width = of.keys().map(|name| name.chars().count()).max().unwrap_or_default();
    let line = |(name, value): (&String, &Value)| format!("{:width$}  {}", name.replace('_', " "), plain(value));
    of.iter().map(line).collect::<Vec<_>>().join("\n")
}
