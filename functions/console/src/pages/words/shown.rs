//! A message in the frame beside its form, with the saved or the entered words.

use app::message::Message;
use app::message::mail::Mail;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::shop::{OwnText, OwnWords, TextOccasion};
use edge::body::Fields;
use edge::native::texts::{TextInput, TextKey};
use serde_json::Value;
use texts::Texts;

use crate::click::Click;
use crate::fields::{Context, Kind, Refused, Spec, changed, refusable, spec};
use crate::form::Served;
use crate::parts::{Parts, Viewer};
use crate::respond::for_frame;

const EMAIL: &[Spec] =
    &[spec("subject", Kind::Line("text", OwnText::LINE_MAX)), spec("opening", Kind::Lines(OwnText::OPENING_MAX))];
const SMS: &[Spec] = &[spec("opening", Kind::Line("text", OwnText::LINE_MAX))];

pub(super) const fn specs(occasion: TextOccasion) -> &'static [Spec] {
    if matches!(occasion, TextOccasion::Sms) { SMS } else { EMAIL }
}

pub(super) fn context(viewer: &Viewer, occasion: TextOccasion) -> Context {
    viewer.form(if occasion == TextOccasion::Sms { "word-sms" } else { "word" })
}

#[derive(Template)]
#[template(path = "words-shown.html")]
pub(crate) struct ShownPage {
    texts: Texts,
    /// An SMS, and how many segments are billed.
    sms: Option<(String, u32)>,
    mail: Option<[String; 2]>,
    wrong: Option<String>,
}

impl ShownPage {
    pub(crate) const fn new(texts: Texts) -> Self {
        Self { texts, sms: None, mail: None, wrong: None }
    }

    pub(crate) fn wrong(form: &Context, specs: &[Spec], refused: Refused<'_>) -> Self {
        Self { wrong: Some(form.wrong(specs, refused)), ..Self::new(form.texts) }
    }

    pub(crate) fn with(mut self, message: Message) -> Self {
        match message {
            Message::Mail(Mail { subject, html, .. }) => self.mail = Some([subject, html]),
            Message::Text(text) => self.sms = Some((text.body.clone(), text.segments())),
        }
        self
    }

    pub(crate) fn in_frame(&self) -> Response {
        let status = if self.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        for_frame(status, self)
    }
}

/// The message with the saved words.
pub(crate) async fn stored(Click { parts, viewer, id: of, .. }: Click<TextKey>) -> Served {
    render(&parts, &viewer, of, None).await
}

/// The message with the entered words, which are not saved.
pub(crate) async fn typed(Click { parts, viewer, id: of, fields }: Click<TextKey>) -> Served {
    match refusable(read(&parts, &viewer, of, &fields))? {
        Ok(own) => render(&parts, &viewer, of, Some(own)).await,
        Err(wrong) => {
            let (form, refused) = (context(&viewer, of.1), Refused::new(&fields, wrong));
            Ok(ShownPage::wrong(&form, specs(of.1), refused).in_frame())
        }
    }
}

fn read(parts: &Parts, viewer: &Viewer, of: TextKey, fields: &Fields) -> Result<OwnWords, edge::error::Error> {
    let (input, _) = changed(&context(viewer, of.1), specs(of.1), &Value::Null, fields);
    let short = parts.texts.links.example_short();
    let change = edge::body::read::<TextInput>(input)?.parse(of, &viewer.shop.shop, &short)?;
    Ok(change.apply(OwnWords::default()))
}

async fn render(parts: &Parts, viewer: &Viewer, of: TextKey, own: Option<OwnWords>) -> Served {
    let own = match own {
        Some(own) => own,
        None => parts.texts.get(&viewer.tenant, of).await?.own,
    };
    let product = parts.texts.example(&viewer.tenant).await?;
    let message = parts.texts.preview(&viewer.shop.shop, of, &own, product.as_ref(), viewer.now)?;
    Ok(ShownPage::new(viewer.texts).with(message).in_frame())
}
