//! The lines of the logs: of API Gateway about a call, and of the functions themselves. Lambda logs nothing about a
//! call that succeeds.

use std::{
    io, mem,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Context as _;
use edge::ROUTES;
use local::template;
use tracing::subscriber::DefaultGuard;

use crate::world::Exchange;

/// The level at which Lambda logs only failures.
pub(crate) const QUIET: &str = "WARN";
/// The bytes that CloudWatch adds to an event ("PutLogEvents": 26 bytes for each).
const EVENT_BYTES: usize = 26;
/// The bytes that CloudWatch counts for some lines.
fn ingested<'a>(lines: impl Iterator<Item = &'a str>) -> usize {
    lines.map(|line| line.len() + EVENT_BYTES).sum()
}

/// The level of Lambda's own lines.
pub(crate) fn system_level() -> Option<&'static str> {
    template::globals()["LoggingConfig"]["SystemLogLevel"].as_str()
}

/// Of calls through API Gateway.
pub(crate) fn of_access(exchanges: &[Exchange]) -> anyhow::Result<usize> {
    let stages = template::resources("AWS::ApiGatewayV2::Stage");
    let (_, stage) = stages.first().context("the template has a stage")?;
    let format = stage["Properties"]["AccessLogSettings"]["Format"].as_str().context("the stage has an access log")?;
    let lines: Vec<_> = exchanges.iter().map(|exchange| access_line(format, exchange)).collect();
    Ok(ingested(lines.iter().map(String::as_str)))
}

fn access_line(format: &str, Exchange { method, path, status, .. }: &Exchange) -> String {
    let literal = ROUTES.iter().find(|route| route.path == *path);
    let route = literal.or_else(|| ROUTES.iter().find(|route| route.matches(path)));
    let mut parts = format.split("$context.");
    let mut line = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.').unwrap_or(part.len());
        let (variable, rest) = part.split_at(end);
        line += &match variable {
            "requestId" => "JKJaXmPLvHcESHA=".to_owned(),
            "routeKey" => format!("{method} {}", route.map_or("$default", |route| route.path)),
            "status" => status.to_string(),
            "responseLatency" | "integrationLatency" => "42".to_owned(),
            // What a call without an error leaves open.
            _ => "-".to_owned(),
        };
        line += rest;
    }
    line
}

/// The functions' own lines, as `edge` writes them on Lambda, while it lives.
pub(crate) struct FunctionLog {
    written: Lines,
    _guard: DefaultGuard,
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl FunctionLog {
    pub(crate) fn start() -> Self {
        let written = Lines::default();
        let lines = written.clone();
        let subscriber = tracing_subscriber::fmt()
            .json()
            .flatten_event(true)
            .with_current_span(false)
            .without_time()
            .with_max_level(tracing::Level::INFO)
            .with_writer(move || lines.clone())
            .finish();
        Self { written, _guard: tracing::subscriber::set_default(subscriber) }
    }

    /// The bytes of the lines since the last look, without those of the small AWS and of the process that runs it.
    pub(crate) fn take(&self) -> usize {
        let written = mem::take(&mut *self.written.0.lock().unwrap_or_else(PoisonError::into_inner));
        let written = String::from_utf8_lossy(&written);
        let is_own =
            |line: &&str| [r#""target":"local"#, r#""target":"small_aws"#].iter().any(|own| line.contains(own));
        ingested(written.lines().filter(|line| !is_own(line)))
    }
}

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
