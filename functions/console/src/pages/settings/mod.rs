//! Settings: how reviews are decided and shown, when messages are sent, how the shop looks. Each part is a form with
//! its own Save.

use crate::click::{Click, refusable};
use crate::form::{Failure, Flash, Served};
use crate::steps;

pub(crate) mod in_shop;
mod parts;
mod place;
mod preview;

use app::error::Error;
use askama::Template;
use axum::http::StatusCode;
use domain::values::Invalid;
use edge::body::Fields;
use edge::native::settings::{SettingsBody, SettingsInput};
use jiff::ToSpan as _;
use members::Role;
use serde_json::{Value, json};

use self::parts::{PARTS, Part};
use crate::fields::{Context, Shown, changed, value};
use crate::page::page;
use crate::pages::end::{about, may_end};
use crate::pages::first_steps;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};

page! {
    "settings" with "sliders" for Reader;
    get Reader "/console/settings" => show;
    post Owner "/console/settings/{part}" => save;
    get Owner "/console/settings/place" => place::show;
    post Owner "/console/settings/place" => place::save;
    get Reader "/console/settings/in-shop" => in_shop::show;
    get Reader "/console/settings/in-shop/look.css" => in_shop::look;
    get Reader "/console/settings/in-shop/qr.svg" => in_shop::qr;
    get Reader "/console/settings/look/preview" => preview::stored;
    post Owner "/console/settings/look/preview" => preview::typed;
}

pub(crate) const HERE: &str = "/console/settings";
pub(crate) const PLACE: &str = "/console/settings/place";
pub(crate) const PAUSE: &str = "/console/settings#pause";
pub(crate) const LOOK: &str = "/console/settings#look";
pub(crate) const CONTACT: &str = "/console/settings#contact";

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    shell: Shell,
    may_change: bool,
    may_end: bool,
    parts: Vec<(&'static Part, Vec<Shown>)>,
    /// The addresses of all published reviews and of the page about the shop's decisions; `None` if the shop shows no reviews.
    public: Option<Public>,
    /// Until when the shop paused sending, and whether the operator did.
    paused_until: Option<String>,
    paused_by_operator: bool,
    zone: String,
    /// The shop's id, which an owner types to end the shop, and the text about the end.
    shop: String,
    end_about: &'static str,
}

struct Public {
    reviews: String,
    trust: String,
}

impl Public {
    fn find(parts: &Parts, viewer: &Viewer) -> Option<Self> {
        let (base, shop) = (&parts.base_url, viewer.tenant.id.as_str());
        viewer.public(base, "@all.html").map(|reviews| Self { reviews, trust: format!("{base}/trust/{shop}") })
    }
}

/// The settings as the API shows them. Only owners see the owner's address.
fn settings(viewer: &Viewer) -> Result<Value, Failure> {
    let owner_email = viewer.shop.owner_email(&viewer.tenant, &viewer.keys).map_err(Error::from)?;
    let owner_email = owner_email.filter(|_| viewer.may(Role::Owner));
    Ok(value(&SettingsBody::new(&viewer.shop, owner_email, viewer.now))?)
}

fn context(viewer: &Viewer) -> Context {
    Context { texts: viewer.texts, prefix: "set", zone: viewer.zone(), rule: None }
}

/// The page or, after an error, the page with a part's input, the invalid field and its rule.
fn view(
    parts: &Parts,
    viewer: &Viewer,
    typed: Option<(&Part, &Fields, (&str, Invalid))>,
) -> Result<SettingsPage, Failure> {
    let now = settings(viewer)?;
    let context = Context { rule: typed.map(|(.., (_, rule))| rule), ..context(viewer) };
    let shown = |part: &'static Part| {
        let refused =
            typed.filter(|(other, ..)| other.name == part.name).map(|(_, fields, (wrong, _))| (fields, wrong));
        let fields = part.fields.iter().map(|field| {
            let value = match &now[field.name] {
                Value::Null if field.name == "paused_until" => json!(tomorrow(viewer)),
                value => value.clone(),
            };
            field.show(&context, &value, refused)
        });
        (part, fields.collect())
    };
    Ok(SettingsPage {
        shell: viewer.shell("settings"),
        may_change: viewer.may(Role::Owner),
        may_end: may_end(viewer),
        parts: PARTS.iter().map(shown).collect(),
        public: Public::find(parts, viewer),
        paused_until: viewer
            .shop
            .rules
            .paused_until
            .filter(|until| *until > viewer.now)
            .map(|until| viewer.day_and_time(until)),
        paused_by_operator: viewer.shop.operator_pause.is_some_and(|pause| !pause.is_over(viewer.now)),
        shop: viewer.tenant.id.as_str().to_owned(),
        end_about: about(viewer),
        zone: viewer.zone().iana_name().unwrap_or("UTC").to_owned(),
    })
}

/// Nine o'clock tomorrow morning, as the suggested end of a pause.
fn tomorrow(viewer: &Viewer) -> Option<String> {
    let day = viewer.now.to_zoned_datetime(viewer.zone()).date().checked_add(1.day()).ok()?;
    Some(format!("{:.0}", day.at(9, 0, 0, 0).to_zoned_datetime(viewer.zone()).ok()?.timestamp()))
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let page = view(&parts, &viewer, None)?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Saves a part. Only changed fields are saved, so that another person's changes to other fields stay.
pub(crate) async fn save(Click { parts, viewer, id: name, fields }: Click<String>) -> Served {
    let part = PARTS.iter().find(|part| part.name == name).ok_or(Failure::NotFound)?;
    let (input, names) = changed(&context(&viewer), part.fields, &settings(&viewer)?, &fields);
    let change = match refusable(edge::body::read::<SettingsInput>(input)?.parse(&viewer.shop))? {
        Ok(change) => change,
        Err((field, rule)) => {
            let page = view(&parts, &viewer, Some((part, &fields, (field, rule))))?;
            return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
        }
    };
    if names.is_empty() {
        return Ok(viewer.done("settings-same", HERE));
    }
    let changed = parts.settings.change(&viewer.caller(), &change, viewer.now).await?;
    let said = match changed.rules.paused_until {
        _ if !change.touches("paused_until") => viewer.texts.say("settings-saved").words("names", &names).to_string(),
        Some(until) => viewer.texts.say("settings-paused").words("until", &viewer.day_and_time(until)).to_string(),
        None => viewer.texts.say("settings-resumed").to_string(),
    };
    let next = if part.is_shown() { first_steps::after(&steps::LOOK, &parts, &viewer).await? } else { None };
    Ok(Flash::new(said).with_next(next).then(&format!("{HERE}#{name}")))
}
