//! A step's text, read word by word.
//!
//! ```text
//! ask {"delay_days": 0} as june    creates a request, to jane@example.com if the fields do not say otherwise
//! [who] GET path [@header=value …] [{"json": 1} | raw="text"] -> 200 what is expected
//! [who] FORM path name=value name="two words" -> 303 /where/it/leads
//! at once 10 [who] POST …          the same call ten times at the same time
//! each $bad in [null, 7, "x"]      the next step, once for each; also `each $a $b in [[1, 2]]` and `each $n in 1..10`
//! +7d12h, +5m, +0s                 time passes, and everything due happens
//! until 2026-11-27T06:00:00Z       the same
//! jump 5m                          only the clock moves
//! mail to@example.com "subject" …  the next message that nobody has read yet, and what is expected of it
//! no mail                          there is none
//! status [$id] sent                a request's status, and what its timeline says
//! timeline [$id] created claimed sent
//! details [$id] paused ["shop until …"]
//! counters {"sent": 1}
//! rows REV# 1                      how many rows have such a sort key
//! row "T#fern.live" "TENANT" {"due_shard": "$absent"}
//! costs Query GetItem              the operations of AWS since the last `costs`
//! fails Ses Throttle, heals        calls of a service or an operation fail from now on, or no longer; `fails 9 Ses …` the next nine
//! standing Paused                  what SES lets the account do
//! reports off                      no report about an email arrives; `reported [$id] Reject` is one
//! operator {"pause": {}} -> {…}    an operation of the operator, about the shop unless it says otherwise; `-> error invalid`
//! hook 200                         the endpoint `$hook` answers with this status; `delivered review.published {…}` is the
//!                                  next call's event and data, and `no delivery` says that there is none
//! why [$id] sent "The email …"      the operator reads the cause and its sentence; `then "…" at 2026-…` what is next
//! shopify connects {"after": "fulfilled"}, woocommerce connects
//!                                  the shop's own system
//! shopify says orders/updated [shipped] [{"tags": "new"}] [@header=value …] -> ignored unchanged
//!                                  a signed call with the topic's usual body, a `shipped` order, a file of `orders_in/bodies`
//!                                  or what was said last (`again`), with these fields; what became of it, once it is processed,
//!                                  or its answer: `-> 401 invalid_signature`. Times in bodies are now. Each call takes a second;
//!                                  what it `sends` waits in the queue; `@secret=…` signs
//! shop oak, shop fern test         another shop, or a shop's test mode, which is `oak` or `fern_test` from now on
//! reader may reviews:read          a client with only these scopes
//! mara signs in as owner           a member in the console; `guest visits` has a browser with cookies only
//! ```
//!
//! Who: if nobody is named, the shop's client, or for a form a browser without a key, which is also `anyone`; or somebody
//! introduced before. A form of the customer's page has the token of `$hub` and item 0 if it does not name others.
//!
//! An answer's expectation is JSON of which each named field must be there (`exactly` before it: no other), the code of an
//! error in the native format, a path (or a name) to which the browser is led, `shows "…" "…"`, `lacks "…"`, `header name "…"`, `is "…"`
//! for the whole body, `times "…" 2`, `between "…" "…" $name`, and `as name` which names the answer's request: `$name` is its
//! id and `$name_hub` its page. The last request is also `$id` and `$hub`, the last message's page and unsubscription are
//! `$link` and `$stop`.
//!
//! In texts, `…` stands for any text and `{{x*61}}` for 61 times `x`. `$name` is what was found under this name; where it is
//! expected for the first time, it is named so. `"$absent"` is a field that is not there, `"$any"` one that is.

use std::ops::Range;

use serde_json::Value;

pub struct Step<'a> {
    text: &'a str,
    at: usize,
    /// The parts of the text that expected something else, and what happened.
    pub differences: Vec<(Range<usize>, String)>,
}

impl<'a> Step<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, differences: Vec::new() }
    }

    pub fn rest(&mut self) -> &'a str {
        self.at = self.text.len() - self.text[self.at..].trim_start().len();
        &self.text[self.at..]
    }

    pub fn is_over(&mut self) -> bool {
        self.rest().is_empty()
    }

    /// The next characters up to white space.
    pub fn peek(&mut self) -> &'a str {
        self.rest().split_whitespace().next().unwrap_or_default()
    }

    /// Takes this word, if it is the next.
    pub fn is(&mut self, word: &str) -> bool {
        let is = self.peek() == word;
        self.at += if is { word.len() } else { 0 };
        is
    }

    pub fn word(&mut self) -> &'a str {
        let word = self.peek();
        assert!(!word.is_empty(), "a word is missing at the end of `{}`", self.text);
        self.at += word.len();
        word
    }

    /// A word, or a text in quotes.
    pub fn text(&mut self) -> String {
        if self.rest().starts_with('"') { self.json().as_str().unwrap().to_owned() } else { self.word().to_owned() }
    }

    pub fn json(&mut self) -> Value {
        let rest = self.rest();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter();
        let value = values.next().unwrap_or_else(|| panic!("JSON is missing at the end of `{}`", self.text));
        self.at += values.byte_offset();
        value.unwrap_or_else(|error| panic!("{error}: {rest}"))
    }

    /// All that is left.
    pub fn end(&mut self) -> &'a str {
        let rest = self.rest();
        self.at = self.text.len();
        rest
    }

    /// Takes a field `name=value` whose value may be in quotes.
    pub fn field(&mut self) -> Option<(&'a str, String)> {
        let (name, _) = self.peek().split_once('=')?;
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.[]@$".contains(&b));
        is_name.then(|| {
            self.at += name.len() + 1;
            let is_empty = self.text[self.at..].starts_with(char::is_whitespace) || self.at == self.text.len();
            (name, if is_empty { String::new() } else { self.text() })
        })
    }

    /// Reads on from a place that was read before.
    pub fn go(&mut self, to: usize) {
        self.at = to;
    }

    /// Where the next word begins.
    pub fn here(&mut self) -> usize {
        self.rest();
        self.at
    }

    /// What was read since `start` expected something else.
    pub fn differs(&mut self, start: usize, found: impl Into<String>) {
        self.differences.push((start..self.at, found.into()));
    }
}
