//! Settings: how reviews are decided and shown, when messages are sent, how the shop looks. Each part is a form with
//! its own Save.

use crate::click::Click;
use crate::form::{Failure, Flash, Served};
use crate::steps;

mod facts;
mod parts;
mod place;
mod preview;

use askama::Template;
use axum::http::StatusCode;
use edge::body::Fields;
use edge::native::settings::{SettingsBody, SettingsInput};
use jiff::ToSpan as _;
use serde_json::{Value, json};

use self::facts::Example;
pub(crate) use self::parts::DATA;
use self::parts::{PARTS, Part};
use self::place::PlaceForm;
use crate::fields::{Refused, Shown, Spec, Wrong, changed, refusable, value};
use crate::page::page;
use crate::pages::first_steps;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::use_cases::KeptBack;

page! {
    get Reader "/console/settings" => show;
    post Owner "/console/settings/{part}" => save;
    post Owner "/console/settings/place" => save_place;
    get Reader "/console/settings/look/preview" => preview::stored;
    post Owner "/console/settings/look/preview" => preview::typed;
}

pub(crate) const HERE: &str = "/console/settings";
pub(crate) const PLACE: &str = "/console/settings#place";
pub(crate) const PAUSE: &str = "/console/settings#pause";
pub(crate) const CONTACT: &str = "/console/settings#contact";

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    shell: Shell,
    place: PlaceForm,
    parts: Vec<(&'static Part, Vec<Shown>)>,
    /// How a fact looks.
    example: Option<Example>,
    /// Until when the shop paused sending, with what the pause keeps back, in sentences; and whether the operator did.
    paused_until: Option<String>,
    kept_back: Vec<String>,
    paused_by_operator: bool,
    zone: String,
}

/// The settings as the API shows them. Only owners see the owner's address.
fn settings(viewer: &Viewer) -> Result<Value, Failure> {
    let owner_email = viewer.shop.owner_email(&viewer.tenant, &viewer.keys)?.filter(|_| viewer.is_owner());
    Ok(value(&SettingsBody::new(&viewer.shop, owner_email, viewer.now))?)
}

/// The part's fields with the stored values or, after an error, with what was typed.
fn fields(viewer: &Viewer, part: &Part, now: &Value, refused: Option<Refused<'_>>) -> Vec<Shown> {
    let field = |field: &Spec| {
        let value = match &now[field.name] {
            Value::Null if field.name == "paused_until" => json!(tomorrow(viewer)),
            value => value.clone(),
        };
        field.show(&viewer.form("set"), &value, refused)
    };
    part.fields.iter().map(field).collect()
}

/// The fields of the page of the shop's data.
pub(crate) fn keeping(viewer: &Viewer, refused: Option<Refused<'_>>) -> Result<Vec<Shown>, Failure> {
    Ok(fields(viewer, &DATA, &settings(viewer)?, refused))
}

/// The page or, after an error, the page with the input of the part with this name.
async fn view(parts: &Parts, viewer: &Viewer, typed: Option<(&str, Refused<'_>)>) -> Result<SettingsPage, Failure> {
    let now = settings(viewer)?;
    let refused = |name: &str| typed.filter(|(other, _)| *other == name).map(|(_, refused)| refused);
    let shown = |part: &'static Part| (part, fields(viewer, part, &now, refused(part.name)));
    let paused_until = viewer.shop.rules.paused_until.filter(|until| *until > viewer.now);
    let kept_back = match paused_until {
        Some(_) => kept_back(parts, viewer).await?,
        None => Vec::new(),
    };
    Ok(SettingsPage {
        shell: viewer.shell("settings"),
        place: PlaceForm::new(viewer, &now, refused("place")),
        parts: PARTS.iter().map(shown).collect(),
        example: Example::new(viewer),
        paused_until: paused_until.map(|until| viewer.day_and_time(until)),
        kept_back,
        paused_by_operator: viewer.shop.operator_pause.is_some_and(|pause| !pause.is_over(viewer.now)),
        zone: viewer.zone().iana_name().unwrap_or("UTC").to_owned(),
    })
}

/// That the shop's own pause, or the operator's of this shop, lasts; `None` if there is none.
pub(crate) fn paused(viewer: &Viewer) -> Option<String> {
    let until = viewer.shop.pause(None, viewer.now)?.until.map(|until| viewer.day_and_time(until));
    let said = until.map(|until| viewer.texts.say("settings-paused").words("until", &until).to_string());
    Some(said.unwrap_or_else(|| viewer.texts.say("settings-operator-pause").to_string()))
}

/// How much is due, and within what time it leaves once the shop goes on.
pub(crate) async fn kept_back(parts: &Parts, viewer: &Viewer) -> Result<Vec<String>, Failure> {
    let (tenant, is_new) = (&viewer.tenant, viewer.shop.in_first_days);
    let KeptBack { due, hours } = KeptBack::read(&parts.console.store, tenant, is_new).await?;
    let due = Some(viewer.texts.say("settings-due").count("count", due));
    let leave = (hours > 0).then(|| viewer.texts.say("settings-leave").count("hours", hours));
    Ok([due, leave].into_iter().flatten().map(|said| said.to_string()).collect())
}

/// The page with the input of a part that was refused.
async fn again(parts: &Parts, viewer: &Viewer, part: &str, refused: Refused<'_>) -> Served {
    let page = view(parts, viewer, Some((part, refused))).await?;
    Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
}

/// Nine o'clock tomorrow morning, as the suggested end of a pause.
fn tomorrow(viewer: &Viewer) -> Option<String> {
    let day = viewer.now.to_zoned_datetime(viewer.zone()).date().checked_add(1.day()).ok()?;
    Some(format!("{:.0}", day.at(9, 0, 0, 0).to_zoned_datetime(viewer.zone()).ok()?.timestamp()))
}

pub(crate) async fn show(Click { parts, viewer, .. }: Click) -> Served {
    let page = view(&parts, &viewer, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

pub(crate) async fn save(Click { parts, viewer, id: name, fields }: Click<String>) -> Served {
    let part = PARTS.iter().find(|part| part.name == name).ok_or(Failure::NotFound)?;
    let said = match change(&parts, &viewer, part, &fields).await? {
        Ok(said) => said,
        Err(wrong) => return again(&parts, &viewer, part.name, Refused::new(&fields, wrong)).await,
    };
    let next = if part.is_shown() { first_steps::after(&steps::LOOK, &parts, &viewer).await? } else { None };
    Ok(Flash::new(said).with_next(next).then(&format!("{HERE}#{}", part.name)))
}

/// Saves a part, and returns what is said about it; or the invalid field with its rule. Only changed fields are saved, so that another
/// person's changes to other fields stay.
pub(crate) async fn change(
    parts: &Parts,
    viewer: &Viewer,
    part: &Part,
    fields: &Fields,
) -> Result<Result<String, Wrong>, Failure> {
    let (input, names) = changed(&viewer.form("set"), &part.fields, &settings(viewer)?, fields);
    let change = match refusable(edge::body::read::<SettingsInput>(input)?.parse(&viewer.shop))? {
        Ok(change) => change,
        Err(wrong) => return Ok(Err(wrong)),
    };
    if names.is_empty() {
        return Ok(Ok(viewer.saved_text("")));
    }
    let changed = parts.settings.change(&viewer.caller(), &change, viewer.now).await?;
    Ok(Ok(match changed.rules.paused_until {
        _ if !change.touches("paused_until") => viewer.saved_text(&names),
        Some(until) => viewer.texts.say("settings-paused").words("until", &viewer.day_and_time(until)).to_string(),
        None => viewer.texts.say("settings-resumed").to_string(),
    }))
}

pub(crate) async fn save_place(Click { parts, viewer, fields, .. }: Click) -> Served {
    let input = place::input(&fields, &settings(&viewer)?);
    let said = place::said(&viewer, &input);
    let change = match refusable(edge::body::read::<SettingsInput>(input)?.parse(&viewer.shop))? {
        Ok(change) => change,
        Err(wrong) => return again(&parts, &viewer, "place", Refused::new(&fields, wrong)).await,
    };
    parts.settings.change(&viewer.caller(), &change, viewer.now).await?;
    let next = first_steps::after(&steps::PLACE, &parts, &viewer).await?;
    Ok(Flash::new(said).with_next(next).then(PLACE))
}
