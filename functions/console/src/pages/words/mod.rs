//! A shop's own words: a form for each message with the message beside it, and a button that restores the default
//! words.

mod shown;

use askama::Template;
use axum::http::StatusCode;
use domain::shop::{OwnWords, OwnWordsChange, Placeholders, TextOccasion};
use domain::values::{Language, Patch};
use edge::native::texts::{TextBody, TextInput, TextKey};
use serde_json::Value;

pub(crate) use self::shown::ShownPage;
use self::shown::{context, specs};

use crate::click::Click;
use crate::fields::{Refused, Shown, changed, refusable, value};
use crate::form::{Failure, Flash, Served};
use crate::language::own_name;
use crate::page::page;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};

page! {
    get Reader "/console/words" => show;
    post Owner "/console/words/{language}/{occasion}" => save;
    get Reader "/console/words/{language}/{occasion}/preview" => shown::stored;
    post Owner "/console/words/{language}/{occasion}/preview" => shown::typed;
    post Owner "/console/words/{language}/{occasion}/reset" => reset;
}

pub(crate) const HERE: &str = "/console/words";
/// The maximum length of the old texts, in bytes, that fit into the cookie of the next page's message, for an undo.
const UNDONE_BYTES_MAX: usize = 700;

#[derive(Template)]
#[template(path = "words.html")]
struct WordsPage {
    shell: Shell,
    language: &'static str,
    occasion: &'static str,
    fields: Vec<Shown>,
    has_own: bool,
}

impl WordsPage {
    fn languages(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        Language::ALL.into_iter().map(|language| (language.as_str(), own_name(language)))
    }

    fn occasions(&self) -> impl Iterator<Item = (&'static str, String)> {
        TextOccasion::ALL.into_iter().map(|occasion| (occasion.as_str(), self.name(occasion.as_str())))
    }

    fn name(&self, occasion: &str) -> String {
        self.shell.texts.say(&format!("words-{occasion}")).to_string()
    }

    fn placeholders(&self) -> [String; 4] {
        Placeholders::NAMES.map(|name| format!("{{{name}}}"))
    }

    /// The address of this message's page, or of an action on the message.
    fn action(&self, what: &str) -> String {
        format!("{HERE}/{}/{}{what}", self.language, self.occasion)
    }
}

fn here((language, occasion): TextKey) -> String {
    format!("{HERE}?language={}&occasion={}", language.as_str(), occasion.as_str())
}

/// The shop's words, and the API's JSON with the default words.
async fn both(parts: &Parts, viewer: &Viewer, of: TextKey) -> Result<(OwnWords, Value), Failure> {
    let own = parts.texts.get(&viewer.tenant, of).await?.own;
    let body = value(&TextBody::of_message(of, &own)?)?;
    Ok((own, body))
}

/// The page or, after an error, the page with the form's input.
async fn view(parts: &Parts, viewer: &Viewer, of: TextKey, refused: Option<Refused<'_>>) -> Result<WordsPage, Failure> {
    let ((own, body), context) = (both(parts, viewer, of).await?, context(viewer, of.1));
    let fields = specs(of.1).iter().map(|spec| {
        let ours = body["ours"][spec.name].as_str().unwrap_or_default();
        let about = viewer.texts.say("words-ours").words("text", ours).to_string();
        spec.show(&context, &body["own"][spec.name], refused).about(about)
    });
    Ok(WordsPage {
        shell: viewer.shell("words"),
        language: of.0.as_str(),
        occasion: of.1.as_str(),
        fields: fields.collect(),
        has_own: own != OwnWords::default(),
    })
}

/// The message that the query names or, by default, the request in the shop's language.
pub(crate) async fn show(Click { parts, viewer, fields: query, .. }: Click) -> Served {
    let language = match query.find("language") {
        Some(tag) => Language::parse(tag).ok_or(Failure::NotFound)?,
        None => viewer.shop.shop.language.unwrap_or(Language::English),
    };
    let occasion = match query.find("occasion") {
        Some(word) => TextOccasion::parse(word).ok_or(Failure::NotFound)?,
        None => TextOccasion::Request,
    };
    let page = view(&parts, &viewer, (language, occasion), None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn save(Click { parts, viewer, id: of, fields }: Click<TextKey>) -> Served {
    let (_, body) = both(&parts, &viewer, of).await?;
    let (input, names) = changed(&context(&viewer, of.1), specs(of.1), &body["own"], &fields);
    let change = match refusable(edge::body::read::<TextInput>(input)?.parse(
        of,
        &viewer.shop.shop,
        &parts.texts.links.example_short(),
    ))? {
        Ok(change) => change,
        Err(wrong) => {
            let page = view(&parts, &viewer, of, Some(Refused::new(&fields, wrong))).await?;
            return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
        }
    };
    if !names.is_empty() {
        parts.texts.change(&viewer.caller(), of, &change, viewer.now).await?;
    }
    Ok(viewer.saved(&names, &here(of)))
}

/// Restores the default words. The form that undoes this sends the old texts.
pub(crate) async fn reset(Click { parts, viewer, id: of, .. }: Click<TextKey>) -> Served {
    let (_, body) = both(&parts, &viewer, of).await?;
    let ours = OwnWordsChange { subject: Patch::Clear, opening: Patch::Clear };
    parts.texts.change(&viewer.caller(), of, &ours, viewer.now).await?;
    let fields: Vec<_> =
        specs(of.1).iter().filter_map(|spec| Some((spec.name, body["own"][spec.name].as_str()?))).collect();
    let mut said = Flash::new(viewer.texts.say("words-reset-done"));
    if fields.iter().map(|(_, text)| text.len()).sum::<usize>() <= UNDONE_BYTES_MAX {
        said = said.with_undo(format!("{HERE}/{}/{}", of.0.as_str(), of.1.as_str()), &fields, None);
    }
    Ok(said.then(&here(of)))
}
