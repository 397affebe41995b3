//! The customer's page, at three addresses: `/review/hub?token=…`, `/review/{token}` and `/r/{code}` in an SMS.

use std::borrow::Cow;

use app::message::mail::day;
use askama::Template;
use axum::http::StatusCode;
use domain::order::Product;
use domain::review::Rating;
use domain::values::{HttpsUrl, PersonName};
use edge::body::{Fields, Query};
use edge::http::Segment;
use jiff::Timestamp;
use texts::Texts;
use vault::Token;

use crate::pages::card::{ItemCard, QuestionProgress, cards};
use crate::pages::item_form::RejectedForm;
use crate::respond::{Failure, Origins, Preferred, Served, Theme, texts_and_theme, with_pictures};
use crate::use_cases::{OpenedPage, Visitor};
use crate::visitor::SentBy;
use crate::{Parts, SharedParts, links};

#[derive(Template)]
#[template(path = "hub.html")]
struct HubPage<'a> {
    texts: Texts,
    theme: Theme<'a>,
    shop_name: &'a str,
    /// How the page addresses the customer, if the name is known.
    customer_first_name: Option<Cow<'a, str>>,
    /// Whether a member of the shop tries the page.
    is_trial: bool,
    /// The link's token, which each form sends back.
    token: &'a str,
    /// The texts for one to five stars. Every card needs each of them several times.
    star_words: [String; 5],
    items: Vec<ItemCard>,
    done: usize,
    total: usize,
    /// The `index` of the item whose review was just withdrawn.
    withdrawn: Option<usize>,
    /// Whether an AI will ask, if the customer wants to be asked.
    ai: bool,
    /// The last day of the link, in words.
    valid_until: String,
    /// Whether to show the button "Ask me in a week".
    may_be_postponed: bool,
    /// The day on which the customer, who postponed the request, is asked again, in words.
    again_on: Option<String>,
    problem: ProblemLine,
    /// The token that the footer's button sends to unsubscribe or resubscribe.
    unsubscribe_token: &'a str,
    has_unsubscribed: bool,
    contact_url: Option<String>,
    privacy_url: Option<&'a str>,
}

/// What a visit shows in addition to the stored state.
#[derive(Default)]
pub(crate) struct Visit {
    /// The item whose review was just saved.
    pub saved: Option<usize>,
    /// The item whose review was just withdrawn.
    pub withdrawn: Option<usize>,
    /// The item whose form was requested.
    pub open: Option<usize>,
    /// The star of that item that was clicked in an email. It is preselected, and only stored when the form is
    /// submitted.
    pub star: Option<Rating>,
    /// Whether the customer has just written to the shop about a problem.
    pub told: bool,
    /// The form that was just sent but not saved.
    pub rejected: Option<RejectedForm>,
}

impl Visit {
    /// Reads a visit from a link. Invalid parts are ignored, so that a damaged link still leads to the page.
    fn of(query: &Fields) -> Self {
        let star = Rating::parse(query.text("rating")).ok();
        let (saved, withdrawn) = (query.number("saved"), query.number("withdrawn"));
        let told = query.number("told").is_some();
        Self { saved, withdrawn, open: query.number("item").or(withdrawn), star, told, rejected: None }
    }
}

/// The customer's page
///
/// The first time a person opens the page, the request is marked as opened. Visits by programs, such as link scanners, change nothing.
#[utoipa::path(
    get, path = "/review/hub", operation_id = "showHub",
    params(
        ("token" = String, Query, description = "The token in the link. Whoever has the token has access."),
        ("saved" = Option<usize>, Query, description = "The item whose review was just saved."),
        ("withdrawn" = Option<usize>, Query, description = "The item whose review was just withdrawn."),
        ("told" = Option<usize>, Query, description = "`1` if the customer has just written to the shop about a problem."),
        ("item" = Option<usize>, Query, description = "The item whose form is open when the page loads."),
        ("rating" = Option<u8>, Query, description = "The star to preselect for that item, as in an email's star links. Nothing is stored."),
    ),
    responses(
        (status = 200, body = String, content_type = "text/html", description = "The page."),
        (status = 404),
        (status = 410),
    ),
)]
pub(crate) async fn by_query(
    parts: SharedParts,
    SentBy(visitor): SentBy,
    preferred: Preferred,
    Query(query): Query,
) -> Served {
    show(&parts, query.text("token"), visitor, preferred, Visit::of(&query)).await
}

/// The customer's page, by a link from Amino's API
///
/// The same page as `GET /review/hub`, at a shorter address.
#[utoipa::path(
    get, path = "/review/{token}", operation_id = "showHubByPath",
    params(
        ("token" = String, Path, description = "The token in the link. Whoever has the token has access."),
        ("item" = Option<usize>, Query, description = "The item whose form is open when the page loads."),
        ("rating" = Option<u8>, Query, description = "The star to preselect for that item, as in an email's star links. Nothing is stored."),
    ),
    responses(
        (status = 200, body = String, content_type = "text/html", description = "The page."),
        (status = 404),
        (status = 410),
    ),
)]
pub(crate) async fn by_path(
    parts: SharedParts,
    SentBy(visitor): SentBy,
    preferred: Preferred,
    Segment(token): Segment,
    Query(query): Query,
) -> Served {
    let visit = Visit::of(&query);
    show(&parts, &token, visitor, preferred, visit).await
}

/// The customer's page, by an SMS' link
///
/// The same page as `GET /review/hub`, at the shortest possible address. The code stands for a token, and expires when
/// the token does.
#[utoipa::path(
    get, path = "/r/{code}", operation_id = "showHubByCode",
    params(("code" = String, Path, example = "7K3MQ9X2TB4C", description = "The code in the link: 12 digits and letters. Whoever has the code has access.")),
    responses((status = 200, body = String, content_type = "text/html", description = "The page."), (status = 404), (status = 410)),
)]
pub(crate) async fn by_code(
    parts: SharedParts,
    SentBy(visitor): SentBy,
    preferred: Preferred,
    Segment(code): Segment,
) -> Served {
    let token = parts.hub.token_of(&code, parts.clock.now()).await?.ok_or(Failure::Unknown)?;
    // The page itself and not a redirect, because that saves a phone a round trip and keeps the token out of the
    // address.
    show(&parts, &token, visitor, preferred, Visit::default()).await
}

/// The page that belongs to a link: 200, or 422 or 429 with a form that could not be saved.
pub(crate) async fn show(parts: &Parts, token: &str, visitor: Visitor, preferred: Preferred, visit: Visit) -> Served {
    // Removes what a mail system appended to the token, so that the page's forms and links contain the token as it was
    // sent.
    let (token, now) = (Token::undamaged(token), parts.clock.now());
    let page = parts.hub.open(token, visitor, now).await.map_err(Failure::of_link(token))?;
    let status = match &visit.rejected {
        None => StatusCode::OK,
        Some(rejected) if rejected.item < page.request.items.len() => rejected.status,
        Some(_) => return Err(Failure::Unknown),
    };
    let will_ask = parts.hub.has_model_for(&page.shop);
    let mut page = hub_page(&page, token, preferred, visit, will_ask, now);
    let origins = pictures_of(page.theme, &mut page.items);
    Ok(with_pictures(status, &page, parts.hub.bucket.origin(), &origins))
}

/// The origins of a page's pictures. Pictures beyond a page's limit of origins are left out.
pub(crate) fn pictures_of(theme: Theme<'_>, items: &mut [ItemCard]) -> Origins {
    let mut origins = Origins::default();
    theme.logo.map(|logo| origins.admit(logo));
    for item in items {
        item.image_url.take_if(|url| !origins.admit(url));
    }
    origins
}

/// The origins for a page that shows no product pictures, but that the script may replace with the customer's page, which
/// shows them.
pub(crate) fn coming_pictures(theme: Theme<'_>, products: &[Product]) -> Origins {
    let mut origins = Origins::default();
    let pictures = products.iter().filter_map(|product| product.image_url.as_ref()).map(HttpsUrl::as_str);
    for url in theme.logo.into_iter().chain(pictures) {
        origins.admit(url);
    }
    origins
}

fn hub_page<'a>(
    page: &'a OpenedPage,
    token: &'a str,
    preferred: Preferred,
    visit: Visit,
    ai: bool,
    now: Timestamp,
) -> HubPage<'a> {
    let (texts, theme) = texts_and_theme(preferred, &page.shop);
    let Visit { saved, withdrawn, open, star, told, rejected } = visit;
    let mut items = cards(page, texts, open, star, rejected, now);
    // The page thanks only for a stored review, because anybody can edit the address.
    if let Some(new) = saved.and_then(|saved| items.get_mut(saved)) {
        new.is_new = new.wrote.is_some();
    }
    let (done, total) = (items.iter().filter(|item| item.wrote.is_some()).count(), items.len());
    let mut problem = ProblemLine::new(texts, page, token, None, told);
    // Below "Thank you", one line at the end leads to the shop, and none above the customer's own words.
    let problem_url = problem.url.take_if(|_| done == total);
    let contact_url = page.shop.contact_url.as_ref().map(|url| url.as_str().to_owned()).or(problem_url);
    let name = page.sealed.as_ref().and_then(|sealed| sealed.name.as_ref());
    HubPage {
        texts,
        theme,
        shop_name: &page.shop.name,
        customer_first_name: name.and_then(PersonName::first),
        is_trial: page.request.options.trial,
        token,
        star_words: star_words(texts),
        done,
        total,
        withdrawn,
        ai,
        may_be_postponed: page.may_be_postponed(),
        items,
        valid_until: day(texts, page.request.expires_at),
        again_on: page.again_on(texts),
        problem,
        unsubscribe_token: &page.unsubscribe_token,
        has_unsubscribed: page.has_unsubscribed,
        contact_url,
        privacy_url: page.shop.privacy_url.as_ref().map(HttpsUrl::as_str),
    }
}

fn star_words(texts: Texts) -> [String; 5] {
    std::array::from_fn(|stars| texts.say("stars").count("count", stars + 1).to_string())
}

impl HubPage<'_> {
    fn has_errors(&self) -> bool {
        self.items.iter().any(|item| item.errors.any())
    }

    fn all_done(&self) -> bool {
        self.done == self.total
    }

    fn has_new(&self) -> bool {
        self.items.iter().any(|item| item.is_new)
    }

    /// Whether the heading thanks for a review and does not ask for another. The rating makes no difference.
    fn thanks(&self) -> bool {
        (self.has_new() || self.all_done()) && !self.has_errors()
    }

    /// The item whose review was just withdrawn, unless it has a new one.
    fn withdrawn_item(&self) -> Option<&ItemCard> {
        self.items.get(self.withdrawn?).filter(|item| item.wrote.is_none())
    }

    /// The heading while an item has no review, as HTML.
    fn question(&self) -> String {
        let about = match (self.items.iter().all(|item| item.is_shop), self.items.len()) {
            (true, _) => "question-shop",
            (false, 1) => "question",
            (false, _) => "questions",
        };
        let id = format!("hub-{about}{}", if self.customer_first_name.is_some() { "-named" } else { "" });
        let name = self.customer_first_name.as_deref().unwrap_or_default();
        self.texts.say(&id).with("name", name).with("shop", self.shop_name).html()
    }
}

/// What a page says about the customer's problems.
pub(crate) struct ProblemLine {
    /// The page on which the customer writes to the shop, or the shop's own page for that; `None` without either.
    pub url: Option<String>,
    /// What the shop was told and when, as HTML.
    pub receipt: Option<String>,
    /// Whether the customer has just written.
    pub is_new: bool,
}

impl ProblemLine {
    /// For the page of an item, or for the first page.
    pub fn new(texts: Texts, page: &OpenedPage, token: &str, item: Option<usize>, is_new: bool) -> Self {
        let OpenedPage { shop, request, .. } = page;
        let contact = shop.contact_url.as_ref().map(|url| url.as_str().to_owned());
        let url = if page.takes_problems { Some(links::problem(token, item)) } else { contact };
        // Anybody can edit the address, so the receipt is only for what was stored.
        let receipt = match (request.problem_at, request.options.trial) {
            (_, true) => is_new.then_some(("problem-trial", request.created_at)),
            (at, false) => at.map(|at| (if is_new { "problem-sent" } else { "problem-told" }, at)),
        };
        let receipt =
            receipt.map(|(id, at)| texts.say(id).with("shop", &shop.name).words("day", &day(texts, at)).html());
        Self { url, is_new: is_new && receipt.is_some(), receipt }
    }
}
