//! The ways in which a command fails.

use std::error::Error;
use std::fmt::Write as _;
use std::process::ExitCode;

#[derive(Debug)]
pub struct Failure {
    pub kind: Kind,
    /// For the person at the terminal: what is wrong and what to do.
    pub message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The operation rejected the call, or failed.
    Refused,
    /// The command line is wrong in a way that its parser cannot notice.
    Usage,
    /// AWS cannot be reached, or does not accept the credentials.
    Unreachable,
}

impl Failure {
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// Adds an error with its causes, the outermost first.
    #[must_use]
    pub fn because(mut self, error: &dyn Error) -> Self {
        let _ = write!(self.message, " ({})", reasons(error));
        self
    }
}

/// An error with its causes, the outermost first.
pub fn reasons(error: &dyn Error) -> String {
    let mut reasons = vec![error.to_string()];
    let mut source = error.source();
    while let Some(error) = source {
        reasons.push(error.to_string());
        source = error.source();
    }
    reasons.join(": ")
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Usage => "usage",
            Self::Unreachable => "unreachable",
        }
    }

    pub fn exit_code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Refused => 1,
            Self::Usage => 2,
            Self::Unreachable => 3,
        })
    }
}
