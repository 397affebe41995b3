//! How far long work is, and how long the rest will take. The part of the page that shows this asks for itself again until the
//! work is over.

use askama::Template;
use jiff::Timestamp;
use texts::Texts;

use crate::parts::Viewer;

#[derive(Template)]
#[template(path = "progress.html")]
pub(crate) struct Progress {
    texts: Texts,
    now: Timestamp,
    /// What is being done, in a sentence.
    work: String,
    /// How far it is, in sentences.
    said: Vec<String>,
    /// In per cent; `None` if nobody knows how much there is to do.
    percent: Option<u64>,
    lines: Vec<String>,
    /// The address of the page.
    again: String,
    /// The share or, without one, the number so far; empty at the beginning.
    amount: String,
}

impl Progress {
    /// Work of which only the beginning is known.
    pub(crate) fn begun(viewer: &Viewer, work: impl ToString, again: impl Into<String>) -> Self {
        Self {
            texts: viewer.texts,
            now: viewer.now,
            work: work.to_string(),
            said: Vec::new(),
            percent: None,
            lines: Vec::new(),
            again: again.into(),
            amount: String::new(),
        }
    }

    /// With what is done of work whose end nobody knows: as a number for the title, and in words, which are empty for nothing.
    #[must_use]
    pub(crate) fn so_far(mut self, number: u64, what: &str) -> Self {
        if number > 0 && !what.is_empty() {
            self.said.push(self.texts.say("progress-so-far").words("what", what).to_string());
            self.amount = self.texts.number(number);
        }
        self
    }

    /// With the number of what is done, of all.
    #[must_use]
    pub(crate) fn of(self, done: u64, all: u64, since: Option<Timestamp>) -> Self {
        let said = self.texts.say("progress-of").count("done", done.min(all)).count("all", all).to_string();
        self.share(done, all, since, said)
    }

    /// With the share of the work that is done, a sentence about it and, if the time is known since which the work is being
    /// done, the time left.
    #[must_use]
    pub(crate) fn share(mut self, done: u64, all: u64, since: Option<Timestamp>, said: String) -> Self {
        let done = done.min(all);
        if done == 0 {
            return self;
        }
        self.said.push(said);
        if let Some(since) = since {
            let seconds = u64::try_from(self.now.duration_since(since).as_secs()).unwrap_or_default();
            let minutes = (seconds * (all - done) / done).div_ceil(60);
            self.said.push(self.texts.say("progress-left").count("minutes", minutes).to_string());
        }
        let percent = done * 100 / all;
        self.amount = self.texts.whole_percent(percent as f64);
        Self { percent: Some(percent), ..self }
    }

    /// The title of a page with this heading.
    pub(crate) fn title(&self, heading: impl ToString) -> String {
        match self.amount.as_str() {
            "" => heading.to_string(),
            amount => format!("{amount} · {}", heading.to_string()),
        }
    }

    /// With numbers, each in a line.
    #[must_use]
    pub(crate) fn with_lines(self, lines: Vec<String>) -> Self {
        Self { lines, ..self }
    }
}
