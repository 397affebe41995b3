//! Asks for reviews of orders from the time before the shop used Afterword: a person pastes rows, checks the preview,
//! and confirms the number of requests.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use edge::body::Fields;
use members::Insiders;

use crate::click::Click;
use crate::fields::number_from;
use crate::form::{Failure, Flash, Served};
use crate::pages::customers::HERE;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::use_cases::{EarlierOrders, Plan, ROWS_MAX, Unreadable};

/// The suggested number of days after an order, which is also the API's default.
const DAYS: &str = "7";
const DAYS_MAX: usize = 89;
const WRONG_MAX: usize = 100;

#[derive(Template)]
#[template(path = "earlier.html")]
struct EarlierPage {
    shell: Shell,
    rows: String,
    days: String,
    /// The invalid field, and what is wrong with it.
    wrong: Option<(&'static str, String)>,
    /// Whether the preview has changed since the person saw it.
    is_changed: bool,
    plan: Option<Plan>,
}

impl EarlierPage {
    fn new(viewer: &Viewer, rows: &str, days: &str) -> Self {
        let (rows, days) = (rows.to_owned(), days.to_owned());
        Self { shell: viewer.shell("customers"), rows, days, wrong: None, is_changed: false, plan: None }
    }

    fn wrong(&self, field: &str) -> Option<&str> {
        self.wrong.as_ref().filter(|(name, _)| *name == field).map(|(_, said)| said.as_str())
    }

    /// What would be done, and what would be left out.
    fn lines(&self, plan: &Plan) -> Vec<String> {
        let say = |id: &str, count: usize| self.shell.texts.say(id).count("count", count).to_string();
        let due = plan.days.map(|days| {
            let [first, last] = days.map(|day| self.shell.date(day));
            let due = if first == last { "earlier-due-one" } else { "earlier-due" };
            self.shell.texts.say(due).words("first", &first).words("last", &last).to_string()
        });
        let left = plan.left.iter().map(|(why, count)| say(&format!("earlier-{}", why.as_str()), *count));
        [say("earlier-would", plan.count())].into_iter().chain(due).chain(left).collect()
    }

    fn answer(&self) -> Response {
        let status = if self.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        framed(status, self, &self.shell)
    }
}

pub(crate) async fn earlier(Click { viewer, .. }: Click) -> Response {
    EarlierPage::new(&viewer, "", DAYS).answer()
}

pub(crate) async fn try_earlier(Click { parts, viewer, fields, .. }: Click) -> Served {
    Ok(read(&parts, &viewer, &fields).await?.answer())
}

/// Creates the requests, if there are as many as the person confirmed.
pub(crate) async fn ask_earlier(Click { parts, viewer, fields, .. }: Click) -> Served {
    let mut page = read(&parts, &viewer, &fields).await?;
    match page.plan.take() {
        Some(plan) if plan.count() > 0 && fields.number("number") == Some(plan.count()) => {
            let asked = plan.ask(&parts.create, &parts.console.store, &viewer.caller(), viewer.now).await?;
            Ok(Flash::new(viewer.texts.say("earlier-done").count("count", asked)).then(HERE))
        }
        plan => Ok(EarlierPage { is_changed: plan.is_some(), plan, ..page }.answer()),
    }
}

/// The page with the preview of what was typed, or with what is wrong with it.
async fn read(parts: &Parts, viewer: &Viewer, fields: &Fields) -> Result<EarlierPage, Failure> {
    let (page, texts) = (EarlierPage::new(viewer, fields.text("rows"), fields.text("days")), viewer.texts);
    let Some(days) = fields.number("days").filter(|days| *days <= DAYS_MAX) else {
        return Ok(EarlierPage { wrong: Some(("days", number_from(texts, 0, DAYS_MAX).to_string())), ..page });
    };
    let insiders = Insiders::among(&viewer.members, &viewer.tenant, &viewer.shop, &viewer.keys)?;
    let orders = EarlierOrders { text: &page.rows, days, zone: viewer.zone(), insiders: &insiders };
    let unreadable = match orders.plan(&parts.create, &viewer.caller(), viewer.now).await? {
        Ok(plan) => return Ok(EarlierPage { plan: Some(plan), ..page }),
        Err(Unreadable::Missing(column)) => texts.say("earlier-missing").words("column", column.as_str()).to_string(),
        Err(Unreadable::NoRows) => texts.say("earlier-no-rows").to_string(),
        Err(Unreadable::TooMany) => texts.say("earlier-too-many").count("count", ROWS_MAX).to_string(),
    };
    Ok(EarlierPage { wrong: Some(("rows", unreadable)), ..page })
}
