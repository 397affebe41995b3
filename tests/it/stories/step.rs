//! A step's text, read word by word.
//!
//! ```text
//! ask {"delay_days": 0} as june    creates a request, to jane@example.com if the fields do not say otherwise
//! review {"order_id": "A"} rating=2 text=Heavy. as first
//!                                  a request without an email, about the mug unless the fields say otherwise, and the
//!                                  review that its customer writes: `$first`
//! [who] GET path [@header=value …] [{"json": 1} | raw="text"] -> 200 what is expected
//! [who] FORM path name=value name="two words" -> 303 /where/it/leads
//! at once 10 [who] POST …          the same call ten times at the same time
//! each $bad in [null, 7, "x"]: …   a step, once for each; also `each $a $b in [[1, 2]]: …` and `each $n in 1..10: …`
//! +7d12h, +0s, until 2026-11-27T06:00:00Z
//!                                  time passes, and everything due happens; the next step may follow on the line
//! jump 5m                          only the clock moves
//! mail to@example.com "subject" …  the next unread message to the address, and what is expected of it; `no mail`: none
//! status [$id] sent, timeline [$id] created claimed sent, details [$id] paused ["shop until …"]
//!                                  a request's status, and what its timeline says
//! rows REV# 1                      how many rows have such a sort key; `row "T#fern.live" "TENANT" {…}` is what is in one
//! photo 40x20 [item=1]             `$hub`'s customer adds a photo, which is examined; `files photos/ 1` is how many files the
//!                                  bucket has in a folder
//! host, fetched 2                  `$host` has pictures, `$host/40.jpg` as wide as its name says; how often it was called
//! counters {"sent": 1}             the shop's counters
//! costs Query GetItem              the operations of AWS since the last `costs`
//! fails Ses Throttle, heals        calls of a service or an operation fail from now on, or no longer; `fails 9 Ses …` the next nine
//! standing Paused                  what SES lets the account do; `reports off`: no report about an email arrives;
//!                                  `reported [$id] Reject` is one, and of an SMS `reported TEXT_INVALID`
//! replies +491711234567 "STOP"     the person answers our last SMS
//! dns mara [0..3]                  the shop's DNS has these records of the own sender, as mara's page shows them; `dns nobody`:
//!                                  none, `dns silent`: nobody can read it. `identities …` are those of SES' account
//! operator {"pause": {}} -> {…}    an operation of the operator, about the shop unless it says otherwise, or about none with
//!                                  `operator service {…}`; `-> error invalid`
//! hook 200 [{"events": […]}]       the endpoint `$hook` answers with this status, and is a webhook with these fields, `$webhook`;
//!                                  `delivered review.published {…}` is the next call's event and data, `no delivery` that there is none
//! why [$id] sent "The email …"      the operator reads the cause and its sentence; `then "…" at 2026-…` what is next
//! shopify connects {"after": "…"}   the shop's own system, which is also `woocommerce`, whose plug-in gets the key `$key`
//! shopify says orders/updated [shipped] [{"tags": "new"}] [@header=value …] -> ignored unchanged
//!                                  a signed call with the topic's usual body, a `shipped` order, a file of `orders_in/bodies`
//!                                  or what was said last (`again`), with these fields; what became of it, once it is processed,
//!                                  or its answer: `-> 401 invalid_signature`. Times in bodies are now. Each call takes a second;
//!                                  what it `sends` waits in the queue; `@secret=…` signs
//! woocommerce says order [again] [{"status": "placed"}] -> ignored not_shipped
//!                                  a row of the plug-in, also `product`, read now unless it says `as_of`. It is stored, or the
//!                                  step says `-> kept` or `-> refused invalid_…`. `wordpress POST …` is any call of the plug-in;
//!                                  `program says order` is a row of the shop's own program
//! shop oak, shop fern_test         another shop, or a shop's test mode, before its first call
//! reader may reviews:read          a client with only these scopes; `mia signs in as owner [at oak]` is a member in the console
//! ```
//!
//! A path may also be an address that an answer gave, also the signed one of a file in the bucket.
//!
//! Who: if nobody is named, the shop's client, or for a form a browser without a key, which is also `anyone`. `mara` is an
//! owner, `jo` a moderator and `ro` a reader, who sign in at their first step; `oak`, `moss` and `acme` are other shops, and
//! `fern_test` is the shop's test mode. Any other name is a browser with cookies. A form of the customer's page has the token
//! of `$hub` and item 0 if it does not name others; `token=$link` is the token in a link.
//!
//! An answer's expectation is JSON of which each named field must be there (`exactly` before it: no other), the code of an
//! error in the native format, a path (or a name) to which the browser is led, `shows "…" "…"`, `lacks "…"`, `header name "…"`,
//! `is "…"` for the whole body, `times "…" 2`, `between "…" "…" $name`, `leads "…" "…" $name` for where the browser is led, `as name`, and at the end `costs Query`. `as name` names
//! the review that was written or the answer's request (the newest one if it names none), whose page is `$name_hub`. The last
//! request is also `$id`, its page `$hub` with `$token`; the last message's page is `$link`, the key in it `$k`, and its
//! unsubscription `$stop`. A story that tells of a message or a delivery tells of each before time passes on or it ends.
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
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.:[]@$".contains(&b));
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
