//! Forms made from the API's JSON. A field has the API's name and value, and its input becomes the API's input, so that
//! rules and defaults exist once.

use std::slice::from_ref;

use askama::Template;
use domain::review::{Fact, Facts};
use domain::shop::{OwnText, Shop};
use domain::values::Invalid;
use edge::body::Fields;
use edge::error::Error;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Map, Value, json};
use texts::{Texts, Wording};

use crate::form::Failure;
use crate::parts::Viewer;

/// How a person enters a value, and what the value becomes in JSON. An empty value becomes null.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// A string on one line: the input's type, and the maximum number of characters.
    Line(&'static str, usize),
    /// A string on several lines: the maximum number of characters.
    Lines(usize),
    /// Texts on several lines: the maximum number of texts, and of characters of each.
    Texts(usize, usize),
    /// A key on one line, which is used once and never shown again: the maximum number of characters.
    Once(usize),
    /// A whole number: the minimum and the maximum.
    Number(u16, u16),
    Numbers,
    Words,
    Codes,
    Flag,
    /// One of these words, each with its text.
    One(&'static [&'static str]),
    /// Some of these words; none of them becomes null.
    Some(&'static [&'static str]),
    Color,
    /// An instant, entered in the shop's time zone.
    Moment,
    /// Hours and days of sending, whose time zone is entered elsewhere.
    Window,
    /// Questions with ready answers. The ids of both come back with the form, so that other words keep what was tapped.
    Facts,
}

pub(crate) struct Spec {
    pub name: &'static str,
    pub kind: Kind,
}

/// The API's JSON for a form.
pub(crate) fn value(body: &impl Serialize) -> Result<Value, app::error::Error> {
    serde_json::to_value(body).map_err(|error| app::error::Error::Internal(error.to_string()))
}

pub(crate) const fn spec(name: &'static str, kind: Kind) -> Spec {
    Spec { name, kind }
}

/// What a form's fields share: the prefix of the ids of their texts, and the shop's time zone.
pub(crate) struct Context {
    pub texts: Texts,
    pub prefix: &'static str,
    pub zone: TimeZone,
}

/// A form that came back: its input, the name of the invalid field, and the rule that this breaks.
#[derive(Clone, Copy)]
pub(crate) struct Refused<'a> {
    pub fields: &'a Fields,
    pub name: &'a str,
    pub rule: Option<Invalid>,
}

impl<'a> Refused<'a> {
    pub(crate) const fn new(fields: &'a Fields, (name, rule): Wrong) -> Self {
        Self { fields, name, rule: Some(rule) }
    }

    /// Without a rule of the API's.
    pub(crate) const fn named(fields: &'a Fields, name: &'a str) -> Self {
        Self { fields, name, rule: None }
    }
}

/// The name of an invalid field, and the rule that it breaks.
pub(crate) type Wrong = (&'static str, Invalid);

/// What an input became, or its invalid field, with which the form is shown again.
pub(crate) fn refusable<T>(read: Result<T, Error>) -> Result<Result<T, Wrong>, Failure> {
    match read {
        Ok(read) => Ok(Ok(read)),
        Err(Error::Field { field, rule }) => Ok(Err((field, rule))),
        Err(error) => Err(error.into()),
    }
}

impl Viewer {
    /// A form whose texts' ids begin with this prefix.
    pub(crate) fn form(&self, prefix: &'static str) -> Context {
        Context { texts: self.texts, prefix, zone: self.zone() }
    }
}

impl Context {
    /// The fields with the API's values or, if they have the invalid one, with what was typed.
    pub(crate) fn show(&self, specs: &[Spec], now: &Value, refused: Option<Refused<'_>>) -> Vec<Shown> {
        let refused = refused.filter(|refused| specs.iter().any(|spec| spec.name == refused.name));
        specs.iter().map(|spec| spec.show(self, &now[spec.name], refused)).collect()
    }

    /// What is wrong with the invalid one of these fields: its rule or its own text, if one of them says more than its kind's.
    pub(crate) fn wrong(&self, specs: &[Spec], Refused { fields, name, rule }: Refused<'_>) -> String {
        let unknown = OwnText::unknown_placeholder(fields.text(name));
        match unknown.filter(|_| rule == Some(OwnText::PLACEHOLDERS)) {
            Some(unknown) => return self.texts.say("words-unknown").with("typed", unknown).to_string(),
            None if rule == Some(Shop::LEADS_ELSEWHERE) => return self.texts.say("field-leads-elsewhere").to_string(),
            None => {}
        }
        let own = self.texts.say(&format!("{}-{name}-wrong", self.prefix)).to_string();
        if !own.is_empty() {
            return own;
        }
        match specs.iter().find(|spec| spec.name == name).map(|spec| spec.kind) {
            Some(Kind::Line("url", _)) => self.texts.say("field-wrong-url"),
            Some(Kind::Line("email", _)) => self.texts.say("field-wrong-email"),
            Some(Kind::Line(_, most)) => self.texts.say("field-wrong-line").count("most", most),
            Some(Kind::Number(least, most)) => number_from(self.texts, least.into(), most.into()),
            _ => self.texts.say("field-wrong"),
        }
        .to_string()
    }
}

#[derive(Template)]
#[template(path = "field.html")]
pub(crate) struct Shown {
    texts: Texts,
    name: &'static str,
    kind: Kind,
    label: String,
    about: String,
    typed: Map<String, Value>,
    wrong: Option<String>,
    prefix: &'static str,
}

/// The most choices that are shown unfolded if none is made.
const UNFOLDED: usize = 6;
/// The color of an input that has no value: our own theme's.
const OUR_COLOR: &str = "#1f5f4c";

impl Shown {
    /// Calls the field by other words, which need no explanation.
    pub(crate) fn rename(&mut self, label: String) {
        (self.label, self.about) = (label, String::new());
    }

    pub(crate) const fn is_wrong(&self) -> bool {
        self.wrong.is_some()
    }

    #[must_use]
    pub(crate) fn about(self, about: String) -> Self {
        Self { about, ..self }
    }

    fn typed(&self, name: &str) -> &str {
        self.typed.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    fn is_typed(&self, name: &str, value: &str) -> bool {
        self.typed(name) == value
    }

    fn value(&self) -> &str {
        self.typed(self.name)
    }

    fn is_checked(&self, name: &str) -> bool {
        self.typed.contains_key(name)
    }

    /// Whether the choices are folded: if there are many and, as for most shops, none is made.
    fn is_folded(&self) -> bool {
        let Kind::Some(words) = self.kind else { return false };
        let is_none = || words.iter().all(|word| !self.is_checked(&self.input(word)));
        words.len() > UNFOLDED && is_none() && !self.is_wrong()
    }

    fn input(&self, part: &str) -> String {
        format!("{}.{part}", self.name)
    }

    /// The inputs of several texts, each with its number: those with a text, and the next one.
    fn texts(&self) -> Vec<(usize, String)> {
        let Kind::Texts(most, _) = self.kind else { return Vec::new() };
        let last = (1..=most).rev().find(|number| !self.typed(&self.input(&number.to_string())).is_empty());
        (1..=most.min(last.unwrap_or_default() + 1)).map(|number| (number, self.input(&number.to_string()))).collect()
    }

    fn facts(&self) -> Vec<FactInputs> {
        FactInputs::of(self.name)
    }

    /// Whether a fact has no words, so that it is folded behind the first.
    fn is_unused(&self, fact: &FactInputs) -> bool {
        self.typed(&fact.question).is_empty() && fact.answers.iter().all(|(_, text)| self.typed(text).is_empty())
    }

    fn color(&self) -> &str {
        if self.value().is_empty() { OUR_COLOR } else { self.value() }
    }

    /// The text of one of the words. `about` is the end of the text's id, for an explanation of the word.
    fn word(&self, word: &str, about: &str) -> String {
        self.texts.say(&format!("{}-{}-{}{about}", self.prefix, self.name, word.replace([':', '.'], "-"))).to_string()
    }
}

/// The names of a fact's inputs. Each says where the API's JSON has the value.
struct FactInputs {
    id: String,
    question: String,
    label: String,
    /// Of each answer, its id and its text.
    answers: Vec<(String, String)>,
}

impl FactInputs {
    fn of(field: &str) -> Vec<Self> {
        let fact = |place: usize| {
            let input = |part: &str| format!("{field}.{place}.{part}");
            let answer =
                |place: usize| (input(&format!("answers.{place}.id")), input(&format!("answers.{place}.text")));
            let answers = (0..Fact::ANSWERS_MAX).map(answer).collect();
            Self { id: input("id"), question: input("question"), label: input("label"), answers }
        };
        (0..Facts::MAX).map(fact).collect()
    }

    fn names(self) -> impl Iterator<Item = String> {
        let answers = self.answers.into_iter().flat_map(|(id, text)| [id, text]);
        [self.id, self.question, self.label].into_iter().chain(answers)
    }

    /// The API's fact; `None` without words. An answer without a text is taken away with its id.
    fn read(&self, fields: &Fields) -> Option<Value> {
        let object = |parts: &[(&str, &String)]| -> Map<String, Value> {
            let typed = parts.iter().map(|(part, input)| ((*part).to_owned(), fields.text(input).trim()));
            typed.filter(|(_, typed)| !typed.is_empty()).map(|(part, typed)| (part, typed.into())).collect()
        };
        let answers = self.answers.iter().map(|(id, text)| object(&[("id", id), ("text", text)]));
        let answers: Vec<_> = answers.filter(|answer| answer.contains_key("text")).collect();
        let mut fact = object(&[("id", &self.id), ("question", &self.question), ("label", &self.label)]);
        let has_words = fact.contains_key("question") || !answers.is_empty();
        fact.insert("answers".to_owned(), answers.into());
        has_words.then(|| fact.into())
    }
}

/// A fact in which an answer with the words of a stored one is that one, wherever it stands now: who moves or inserts answers moves what was
/// tapped. Only an answer in new words keeps the id of its place.
fn moved(mut fact: Value, now: &Value) -> Value {
    let stored = now.as_array().into_iter().flatten().find(|stored| stored["id"] == fact["id"]);
    let known = stored.and_then(|stored| stored["answers"].as_array()).map_or(&[][..], Vec::as_slice);
    let id_of = |text: &Value| known.iter().find(|known| known["text"] == *text).map(|known| known["id"].clone());
    let Some(answers) = fact["answers"].as_array_mut() else { return fact };
    let kept: Vec<_> = answers.iter().filter_map(|answer| id_of(&answer["text"])).collect();
    for answer in answers.iter_mut().filter_map(Value::as_object_mut) {
        let id = id_of(&answer["text"]).or_else(|| answer.remove("id").filter(|id| !kept.contains(id)));
        answer.extend(id.map(|id| ("id".to_owned(), id)));
    }
    fact
}

impl Spec {
    /// The field with the API's value or, if the API rejected a form, with that form's input.
    pub(crate) fn show(&self, context: &Context, value: &Value, refused: Option<Refused<'_>>) -> Shown {
        let Self { name, kind } = *self;
        let Context { texts, prefix, zone } = context;
        let text = |end: &str| texts.say(&format!("{prefix}-{name}{end}")).to_string();
        let typed = match refused {
            Some(Refused { fields, .. }) => self
                .inputs()
                .into_iter()
                .filter_map(|input| Some((input.clone(), fields.find(&input)?.into())))
                .collect(),
            None => self.fill(value, zone),
        };
        let wrong =
            refused.filter(|refused| refused.name == name).map(|refused| context.wrong(from_ref(self), refused));
        Shown { texts: *texts, name, kind, label: text(""), about: text("-about"), typed, wrong, prefix }
    }

    fn inputs(&self) -> Vec<String> {
        let name = self.name;
        match self.kind {
            Kind::Some(words) => words.iter().map(|word| format!("{name}.{word}")).collect(),
            Kind::Color => vec![name.to_owned(), format!("{name}.own")],
            Kind::Once(_) => Vec::new(),
            Kind::Texts(most, _) => (1..=most).map(|number| format!("{name}.{number}")).collect(),
            Kind::Facts => FactInputs::of(name).into_iter().flat_map(FactInputs::names).collect(),
            Kind::Window => WINDOW
                .iter()
                .map(|part| format!("{name}.{part}"))
                .chain(DAYS.map(|day| format!("{name}.{day}")))
                .collect(),
            _ => vec![name.to_owned()],
        }
    }

    fn fill(&self, value: &Value, zone: &TimeZone) -> Map<String, Value> {
        let name = self.name;
        let checked = |word: &Value| (format!("{name}.{}", word.as_str().unwrap_or_default()), json!("on"));
        let text = match (self.kind, value) {
            (Kind::Once(_), _) => return Map::new(),
            (Kind::Flag, value) => {
                return value
                    .as_bool()
                    .filter(|is_on| *is_on)
                    .map(|_| (name.to_owned(), json!("on")))
                    .into_iter()
                    .collect();
            }
            (Kind::Texts(..), Value::Array(texts)) => {
                return (1..)
                    .zip(texts)
                    .map(|(number, text): (usize, _)| (format!("{name}.{number}"), text.clone()))
                    .collect();
            }
            (Kind::Facts, facts) => {
                let value = |input: &str| facts.pointer(&input[name.len()..].replace('.', "/")).cloned();
                return self.inputs().into_iter().filter_map(|input| Some((input.clone(), value(&input)?))).collect();
            }
            (Kind::Some(_), Value::Array(words)) => return words.iter().map(checked).collect(),
            (Kind::Color, Value::String(color)) => {
                return Map::from_iter([(name.to_owned(), json!(color)), (format!("{name}.own"), json!("on"))]);
            }
            (Kind::Window, Value::Object(window)) if !is_always(value) => {
                let parts = ["from", "to"].map(|part| (format!("{name}.{part}"), window[part].clone()));
                let days = window["days"].as_array().into_iter().flatten().map(checked);
                return parts.into_iter().chain(days).chain([(format!("{name}.hours"), json!("only"))]).collect();
            }
            (Kind::Window, _) => {
                let parts = [("hours", "any"), ("from", "09:00"), ("to", "20:00")];
                let parts = parts.map(|(part, value)| (format!("{name}.{part}"), json!(value)));
                return parts.into_iter().chain(DAYS.map(|day| (format!("{name}.{day}"), json!("on")))).collect();
            }
            (Kind::Moment, Value::String(at)) => match at.parse::<Timestamp>() {
                Ok(at) => at.to_zoned_datetime(zone.clone()).strftime(MOMENT).to_string(),
                Err(_) => String::new(),
            },
            (_, Value::String(text)) => text.clone(),
            (_, Value::Array(values)) => {
                let words =
                    values.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned));
                words.collect::<Vec<_>>().join(", ")
            }
            (_, Value::Number(number)) => number.to_string(),
            (_, Value::Null | Value::Bool(_) | Value::Object(_)) => String::new(),
        };
        Map::from_iter([(name.to_owned(), text.into())])
    }

    /// A form's input as the API's input. Invalid input is passed on, so that the API's error is shown.
    pub(crate) fn read(&self, fields: &Fields, now: &Value, zone: &TimeZone) -> Value {
        let name = self.name;
        let typed = fields.text(name).trim();
        let is_on = |part: &str| fields.find(&format!("{name}.{part}")).is_some();
        let text = |text: &str| if text.is_empty() { Value::Null } else { json!(text) };
        match self.kind {
            // Who picked a color wants it.
            Kind::Color if !is_on("own") && (!now.is_null() || typed == OUR_COLOR) => Value::Null,
            Kind::Line(..) | Kind::Once(_) | Kind::One(_) | Kind::Color => text(typed),
            Kind::Lines(_) => text(&unix(typed)),
            Kind::Texts(..) => {
                let inputs = self.inputs();
                let texts = inputs.iter().map(|input| fields.text(input).trim()).filter(|text| !text.is_empty());
                match texts.map(|text| Value::from(unix(text))).collect::<Vec<_>>() {
                    none if none.is_empty() => Value::Null,
                    texts => Value::Array(texts),
                }
            }
            Kind::Facts => {
                let facts = FactInputs::of(name);
                // A ready-made one is its button's value.
                let taken = serde_json::from_str(fields.text(&format!("{name}.take"))).ok();
                let typed = facts.iter().filter_map(|fact| Some(moved(fact.read(fields)?, now)));
                let facts: Vec<_> = typed.chain(taken).collect();
                if facts.is_empty() { Value::Null } else { facts.into() }
            }
            Kind::Number(..) => number(typed),
            Kind::Numbers => Value::Array(typed.split(',').map(str::trim).map(number).collect()),
            Kind::Words => {
                Value::Array(typed.split(',').map(str::trim).filter(|part| !part.is_empty()).map(Into::into).collect())
            }
            Kind::Codes => {
                let codes = typed.split([',', ' ']).filter(|part| !part.is_empty());
                Value::Array(codes.map(|code| code.to_uppercase().into()).collect())
            }
            Kind::Flag => json!(fields.find(name).is_some()),
            Kind::Some(words) => match words.iter().filter(|word| is_on(word)).collect::<Vec<_>>() {
                words if words.is_empty() => Value::Null,
                words => json!(words),
            },
            Kind::Moment => match DateTime::strptime(MOMENT, typed).and_then(|at| at.to_zoned_datetime(zone.clone())) {
                Ok(at) => json!(format!("{:.0}", at.timestamp())),
                Err(_) => text(typed),
            },
            // At any hour, in the zone in which the console shows times.
            Kind::Window if fields.text(&format!("{name}.hours")) != "only" => match &now["time_zone"] {
                Value::String(zone) => json!({"from": "00:00", "to": "00:00", "days": DAYS, "time_zone": zone}),
                _ => Value::Null,
            },
            Kind::Window => {
                let part = |part: &str| fields.text(&format!("{name}.{part}")).trim().to_owned();
                let days: Vec<_> = DAYS.into_iter().filter(|day| is_on(day)).collect();
                json!({"from": part("from"), "to": part("to"), "days": days, "time_zone": now["time_zone"].as_str().or(zone.iana_name())})
            }
        }
    }
}

/// The API's input with the values that differ from `now`, and the labels of their fields.
pub(crate) fn changed(
    Context { texts, prefix, zone }: &Context,
    specs: &[Spec],
    now: &Value,
    fields: &Fields,
) -> (Map<String, Value>, String) {
    // A form shows an instant without seconds, so an instant that nobody changed would differ.
    let is_untouched = |spec: &&Spec| {
        let shown = spec.fill(&now[spec.name], zone);
        matches!(spec.kind, Kind::Moment) && shown.get(spec.name).and_then(Value::as_str) == fields.find(spec.name)
    };
    let read = specs.iter().filter(|spec| !is_untouched(spec));
    let read = read.map(|spec| (spec.name.to_owned(), spec.read(fields, &now[spec.name], zone)));
    let input: Map<_, _> = read.filter(|(name, value)| now[name.as_str()] != *value).collect();
    let labels: Vec<_> = input.keys().map(|name| texts.say(&format!("{prefix}-{name}")).to_string()).collect();
    (input, labels.join(", "))
}

/// That a number is not one of these.
pub(crate) fn number_from(texts: Texts, least: usize, most: usize) -> Wording<'static> {
    texts.say("field-wrong-number").count("least", least).count("most", most)
}

/// A text as the API stores it: browsers send a line break as two characters.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Whether a window is never closed.
fn is_always(window: &Value) -> bool {
    window["from"] == window["to"] && window["days"].as_array().is_some_and(|days| days.len() == DAYS.len())
}

/// A number as the API expects it. Other input is passed on.
fn number(typed: &str) -> Value {
    match typed.parse::<u64>() {
        Ok(number) => number.into(),
        Err(_) if typed.is_empty() => Value::Null,
        Err(_) => typed.into(),
    }
}

const WINDOW: [&str; 3] = ["hours", "from", "to"];
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// How browsers write a `datetime-local`.
const MOMENT: &str = "%Y-%m-%dT%H:%M";
