//! The redirect to the home page, and the page about the person who is signed in: language, shortcuts and help.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::values::Language;
use edge::page::see_other;
use texts::Texts;

use crate::click::Click;
use crate::form::{Failure, Flash, Served};
use crate::language::own_name;
use crate::page::page;
use crate::respond::{Shell, framed};

page! {
    get Reader "/console" => home;
    get Reader "/console/you" => show;
    post Reader "/console/you/language" => choose_language;
}

/// The sections of the page to which entries of *Today* link.
pub(crate) const HELP_WEBHOOK: &str = "/console/you#webhook";
pub(crate) const HELP_SUSPENSION: &str = "/console/you#held";

/// The version of the system, for reports of faults.
const VERSION: &str = env!("CARGO_PKG_VERSION");

#[derive(Template)]
#[template(path = "you.html")]
struct YouPage {
    shell: Shell,
}

impl YouPage {
    /// The languages of the console: the tag, the language's own name, and whether the page is in it.
    fn languages(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let written = Language::ALL.into_iter().filter(|language| Texts::has_console(*language));
        written.map(|language| (language.as_str(), own_name(language), self.shell.texts.language() == language))
    }

    /// The help: its place on the page, its heading and its text.
    fn help(&self) -> [(&'static str, &'static str, &'static str); 3] {
        [
            ("not-sent", "help-not-sent", "help-not-sent-text"),
            ("held", "hook-events-deliverability-held", "help-held-text"),
            ("webhook", "help-webhook", "help-webhook-text"),
        ]
    }
}

pub(crate) async fn home(_: Click) -> Response {
    see_other("/console/today")
}

pub(crate) async fn show(Click { viewer, .. }: Click) -> Response {
    let page = YouPage { shell: viewer.shell("you") };
    framed(StatusCode::OK, &page, &page.shell)
}

pub(crate) async fn choose_language(Click { parts, viewer, fields, .. }: Click) -> Served {
    // The language of a guest cannot be stored.
    let id = viewer.id.as_ref().ok_or(Failure::Forbidden)?;
    let language = Language::parse(fields.text("language")).ok_or(Failure::NotFound)?;
    parts.console.choose_language(&viewer.tenant, id, language, viewer.now).await?;
    let texts = Texts::console(language);
    let named = texts.say("you-language").to_string();
    Ok(Flash::new(texts.say("settings-saved").words("names", &named)).then("/console/you"))
}
