//! The JSON of a shop's settings, also used by the console's forms.

use std::borrow::Cow;

use domain::message::OperatorPause;
use domain::review::Fact;
use domain::review::facts::{AnswerText, FactIdText, LabelText, QuestionText};
use domain::shop::{Shop, TimeOfDay, Weekdays, Zone};
use domain::values::EmailAddress;
use domain::values::value::{Kind, Shape, Value as _};
use jiff::Timestamp;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use store::shop::{SETTINGS, SettingsChange, TenantRecord};
use utoipa::openapi::{ArrayBuilder, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::seconds;
use crate::error::Error;
use crate::input::{Body, Property, object};
use crate::shown;
use crate::shown::Time;

/// A PUT of settings.
pub struct SettingsInput(Result<SettingsChange, Error>);

impl SettingsInput {
    /// What the PUT changes in the shop of this record.
    /// Errors: The first setting whose value is invalid.
    pub fn parse(self, record: &TenantRecord) -> Result<SettingsChange, Error> {
        let change = self.0?;
        if change.touches("shop_name") {
            let mut changed = record.clone();
            change.apply(&mut changed).map_err(Error::field("shop_name"))?;
            if changed.shop.leads_elsewhere(&changed.shop.name) {
                return Err(Error::field("shop_name")(Shop::LEADS_ELSEWHERE));
            }
        }
        Ok(change)
    }
}

impl<'de> Deserialize<'de> for SettingsInput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let body = Body::deserialize(deserializer)?;
        Ok(Self(SettingsChange::read(|name| body.get(name)).map_err(|(field, rule)| Error::field(field)(rule))))
    }
}

/// All settings of a shop.
pub struct SettingsBody<'a> {
    record: &'a TenantRecord,
    owner_email: Option<EmailAddress>,
    now: Timestamp,
}

impl<'a> SettingsBody<'a> {
    pub const fn new(record: &'a TenantRecord, owner_email: Option<EmailAddress>, now: Timestamp) -> Self {
        Self { record, owner_email, now }
    }
}

impl Serialize for SettingsBody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { record, owner_email, now } = self;
        let mut body = serializer.serialize_map(None)?;
        for setting in &SETTINGS {
            match setting.name {
                "paused_until" => {
                    let until = record.rules.paused_until.filter(|until| until > now).map(seconds);
                    body.serialize_entry("paused_until", &until)?;
                }
                name => body.serialize_entry(name, &(setting.get)(record))?,
            }
        }
        let operator_pause = record.operator_pause.filter(|pause| !pause.is_over(*now)).map(OperatorPauseBody::new);
        body.serialize_entry("owner_email", owner_email)?;
        body.serialize_entry("sender", &record.shop.sender)?;
        body.serialize_entry("operator_pause", &operator_pause)?;
        body.end()
    }
}

const OWNER_EMAIL: &[&str] = &[
    "The owner's email address, which gets emails about the shop itself, and customers' words about problems with",
    "orders. Without it, these words go to `reply_to`. Customers never see it.",
];
const SENDER: &[&str] = &[
    "The shop's own address from which emails to customers leave, while its domain is proved; `null` for the operator's.",
    "An owner sets it in the console.",
];
const OPERATOR_PAUSE: &[&str] =
    &["A pause that the operator set, and that only the operator can end; `null` without such a pause."];

impl PartialSchema for SettingsInput {
    fn schema() -> RefOr<Schema> {
        let settings = SETTINGS.iter().map(|setting| property(setting.name, setting.about, (setting.given)()));
        let owner = property("owner_email", OWNER_EMAIL, Option::<EmailAddress>::shape());
        object(&["Omitted fields keep their value; null clears a field."], settings.chain([owner])).into()
    }
}

impl ToSchema for SettingsInput {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.extend([("SendWindow".to_owned(), send_window()), ("Fact".to_owned(), fact())]);
    }
}

impl PartialSchema for SettingsBody<'_> {
    fn schema() -> RefOr<Schema> {
        let null = |kind| Shape { kind, is_nullable: true, is_required: true };
        let settings = SETTINGS.iter().map(|setting| property(setting.name, setting.about, (setting.shown)()));
        let others = [
            property("owner_email", OWNER_EMAIL, null(EmailAddress::shape().kind)),
            property("sender", SENDER, null(EmailAddress::shape().kind)),
            property("operator_pause", OPERATOR_PAUSE, null(Kind::Object("OperatorPause"))),
        ];
        object(&["All settings of a shop."], settings.chain(others)).into()
    }
}

impl ToSchema for SettingsBody<'_> {
    fn name() -> Cow<'static, str> {
        "Settings".into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.extend([("SendWindow".to_owned(), send_window()), ("Fact".to_owned(), fact())]);
        schemas.push(("OperatorPause".to_owned(), OperatorPauseBody::schema()));
    }
}

fn send_window() -> RefOr<Schema> {
    let time = |name, about| Property { example: Some("09:00"), ..property(name, about, TimeOfDay::shape()) };
    let parts = [
        time("from", &["The time of day at which the window opens."]),
        time("to", &["When it closes: on the next day, if this is not after `from`."]),
        property("days", &["The days on which the window opens; all if omitted."], Option::<Weekdays>::shape()),
        Property {
            example: Some("Europe/Berlin"),
            ..property(
                "time_zone",
                &["The time zone for customers whose time zone is unknown, as the IANA database names it."],
                Zone::shape(),
            )
        },
    ];
    object(&["The hours and weekdays at which messages leave."], parts).into()
}

fn fact() -> RefOr<Schema> {
    const ID: &[&str] =
        &["Made from the words if omitted. If given, the answers that customers tapped stay when the words change."];
    let answer = [property("id", ID, Option::<FactIdText>::shape()), property("text", &[], AnswerText::shape())];
    let answers = ArrayBuilder::new().items(object(&[], answer)).min_items(Some(2)).max_items(Some(Fact::ANSWERS_MAX));
    let parts = [
        property("id", ID, Option::<FactIdText>::shape()),
        property("question", &[], QuestionText::shape()),
        Property { schema: Some(answers.build().into()), ..property("answers", &[], Kind::Open.required()) },
        property(
            "label",
            &["The type or tag of the products that it is about; all products if omitted."],
            Option::<LabelText>::shape(),
        ),
    ];
    object(&["A question about products, and the answers that customers tap."], parts).into()
}

fn property(name: &'static str, about: &'static [&'static str], shape: Shape) -> Property {
    Property { name, about, shape, default: None, example: None, schema: None }
}

shown! {
    /// A pause that the operator set: no message leaves for the shop's customers, whatever the shop's own settings say.
    struct OperatorPauseBody as OperatorPause (pause: OperatorPause) {
        since: Time = pause.since;
        /// The time at which the pause ends by itself; `null` if only the operator ends it.
        until: Option<Time> = pause.until;
    }
}
