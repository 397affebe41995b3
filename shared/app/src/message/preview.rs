//! Previews of messages: our words, to show beside a shop's own, and messages to an example customer.
//!
//! Told by `tests/stories/shops/own_words.story`.

use domain::order::Product;
use domain::request::Request;
use domain::shop::{OwnWords, Shop, TextOccasion};
use domain::values::{EmailAddress, Language, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::request::listed::RequestList;
use store::table::{End, Reading, Store};
use texts::Texts;

use crate::error::Error;
use crate::links::{Links, Urls};
use crate::message::mail::Asking;
use crate::message::mail::view::{Occasion, ProductLine, one_line};
use crate::message::sms::Text;
use crate::message::{Message, sms};

const NAME: &str = "Jane";
const ADDRESS: &str = "jane@example.com";
const NUMBER: &str = "+15550100";
const LINK_FOR: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How many of the newest requests are searched for an example product.
const REQUESTS_MAX: u32 = 10;
/// How many products are read for that, at most: as many as one call returns.
const PRODUCTS_MAX: usize = 100;

/// Our words, with placeholders. For an SMS, there is only an opening.
pub struct Ours {
    pub subject: Option<String>,
    pub opening: String,
}

impl Ours {
    /// Our words about one product, on an occasion.
    pub fn new(language: Language, occasion: TextOccasion) -> Result<Self, Error> {
        let shop = shop("{shop}")?.with_language(Some(language));
        if occasion == TextOccasion::Sms {
            let opening = sms::before_link(language, &shop.name);
            return Ok(Self { subject: None, opening });
        }
        let product = ProductLine { title: Some("{product}".to_owned()), ..ProductLine::default() };
        let asking = asking(occasion, None, "{name}", product, Timestamp::UNIX_EPOCH)?;
        let urls = Urls { hub: String::new(), unsubscribe: String::new() };
        let view = asking.view(&shop, &urls);
        Ok(Self { subject: Some(view.subject(&view.question())), opening: one_line(&view.opening()) })
    }
}

fn shop(name: &str) -> Result<Shop, Error> {
    Shop::new(name, None).map_err(|rule| Error::Internal(rule.to_string()))
}

fn asking<'a>(
    occasion: TextOccasion,
    own: Option<&'a OwnWords>,
    name: &'a str,
    product: ProductLine,
    now: Timestamp,
) -> Result<Asking<'a>, Error> {
    Ok(Asking {
        occasion: match occasion {
            TextOccasion::Request | TextOccasion::Sms => Occasion::First,
            TextOccasion::FirstReminder => Occasion::FirstReminder,
            TextOccasion::SecondReminder => Occasion::NextReminder,
            TextOccasion::ThirdReminder => Occasion::LastReminder,
            TextOccasion::Renewal => Occasion::NewLink,
        },
        own,
        name: Some(name.into()),
        products: vec![product],
        is_ordered: true,
        may_be_postponed: true,
        due_at: now,
        expires_at: now.checked_add(LINK_FOR).map_err(|error| Error::Internal(error.to_string()))?,
    })
}

/// A product that the shop recently asked about; `None` if the shop described none of these products.
pub(crate) async fn example_product(store: &Store, tenant: &Tenant) -> Result<Option<Product>, Error> {
    let newest = store.listed_requests(tenant, &RequestList::Shop, Reading::first(End::Newest, REQUESTS_MAX)).await?;
    let requests: Vec<_> = newest.rows.into_iter().filter_map(|row| row.request).collect();
    let ids: Vec<_> = requests.iter().flat_map(Request::products).take(PRODUCTS_MAX).collect();
    let products = store.products(tenant, &ids).await?;
    Ok(ids.iter().find_map(|id| products.iter().find(|product| product.id == *id)).cloned())
}

/// The message as an example customer would get it: in the shop's own words, about one product, with links that lead nowhere.
pub(crate) fn preview(
    shop: &Shop,
    occasion: TextOccasion,
    own: &OwnWords,
    product: Option<&Product>,
    links: &Links,
    now: Timestamp,
) -> Result<Message, Error> {
    let shop = &shop.clone().in_messages(links.postal_address().as_deref());
    let language = shop.language.unwrap_or(Language::English);
    let unknown = || Texts::mail(language).say("example-product").to_string();
    let line =
        product.map_or_else(|| ProductLine { title: Some(unknown()), ..ProductLine::default() }, ProductLine::of);
    let asking = asking(occasion, Some(own), NAME, line, now)?;
    if occasion == TextOccasion::Sms {
        let link = links.example_short();
        let own = own.opening.as_ref().filter(|own| !own.leads_elsewhere(shop));
        let own = own.and_then(|own| asking.with_values(shop, |values| sms::compose_own(language, own, values, &link)));
        let body = own.unwrap_or_else(|| sms::compose(language, &shop.name, &link, false));
        return Ok(Message::Text(Text { to: NUMBER.to_owned(), body }));
    }
    let to = EmailAddress::parse(ADDRESS).map_err(|rule| Error::Internal(rule.to_string()))?;
    Ok(Message::Mail(asking.write(shop, &to, links.example())?))
}
