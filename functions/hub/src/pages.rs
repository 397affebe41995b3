//! What the pages of the hub show: one struct a page, filled by the handlers, rendered by askama.
//!
//! Every value is escaped for HTML by the templates' extension. No page carries an inline
//! script or style, so that the content security policy can forbid both.

use askama::Template;
use domain::Size;
use texts::Texts;

use crate::theme::Theme;

/// The script that every page but the unknown one loads, at `/review/assets/hub.js`. None needs it.
pub const HUB_JS: &str = include_str!("../assets/hub.js");
/// The unknown page's script, at `/review/assets/reopen.js`.
pub const REOPEN_JS: &str = include_str!("../assets/reopen.js");
/// The star in the browser's tab, at `/review/assets/icon.svg`. A page that names none makes the
/// browser ask for `/favicon.ico`, a 404 at every first view.
pub const HUB_ICON: &str = include_str!("../assets/icon.svg");

/// Makes the button for photos a picker that resizes, at `/review/assets/photo.js`.
pub const PHOTO_JS: &str = include_str!("../assets/photo.js");

/// The customer's page: every product of the request with its state and its form.
#[derive(Template)]
#[template(path = "hub.html")]
pub struct HubPage<'a> {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'a>,
    /// The shop that asks.
    pub shop_name: &'a str,
    /// How the page addresses the customer, if the shop told a name.
    pub customer_first_name: Option<&'a str>,
    /// The link's token, sent back with each form.
    pub token: &'a str,
    /// One card for each item, in the request's order.
    pub items: Vec<ItemCard>,
    /// How many items are reviewed.
    pub done: usize,
    /// How many items the request has.
    pub total: usize,
    /// The `index` of the item that was saved just now. Its thanks do not depend on the rating.
    pub saved: Option<usize>,
    /// The day until which the link works, in words.
    pub valid_until: String,
    /// Whether the button for what has not arrived is shown.
    pub may_be_postponed: bool,
    /// The token that the footer's button sends to stop the shop's messages.
    pub unsubscribe_token: Option<&'a str>,
}

/// One product on the customer's page.
pub struct ItemCard {
    /// The item's place in the request, sent back as `item`.
    pub index: usize,
    /// The product's name.
    pub title: String,
    /// Its picture, from a host that the page's policy allows.
    pub image_url: Option<String>,
    /// It has a stored review.
    pub done: bool,
    /// Its form is shown unfolded. A card with errors is unfolded in any case.
    pub open: bool,
    /// The stored rating, or the one just clicked. `None` preselects nothing.
    pub rating: Option<u8>,
    /// The stored text, or what was just typed, unchanged.
    pub text: String,
    /// The name shown in public, or the one just chosen; empty is anonymous.
    pub display_name: String,
    /// The names to choose from.
    pub names: Vec<String>,
    /// What was typed as another name, chosen or not.
    pub other_name: String,
    /// It was begun or changed, and not sent since.
    pub unsent: bool,
    /// How far the questions are.
    pub answers: Answers,
    /// The answers as a draft, where the text holds other words: the customer may add it.
    pub offer: Option<String>,
    /// The text was filled with the draft.
    pub taken: bool,
    /// What is wrong with the input just sent.
    pub errors: ItemErrors,
    /// The day of the last change, in words.
    pub edited_on: Option<String>,
    /// The photos, those on their way and those refused too.
    pub photos: Vec<PhotoCard>,
    /// How many more there may be.
    pub photos_left: usize,
}

/// One photo on an item's card.
pub struct PhotoCard {
    /// Its place, sent back as `photo` by the button that removes it.
    pub slot: usize,
    /// Where it is loaded from and how large it is, once it is ready.
    pub view: Option<(String, Size)>,
    /// Why there is none.
    pub refused: Option<&'static str>,
}

/// How many of an item's questions are answered or skipped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// None.
    None,
    /// Not all.
    Some,
    /// All.
    All,
}

/// What is wrong with one form: for each field the id of the message that says it.
#[derive(Clone, Copy, Default)]
pub struct ItemErrors {
    /// About the stars.
    pub rating: Option<&'static str>,
    /// About the text.
    pub text: Option<&'static str>,
    /// About the public name.
    pub display_name: Option<&'static str>,
}

impl ItemErrors {
    /// Whether anything is wrong.
    #[must_use]
    pub fn any(&self) -> bool {
        self.list().next().is_some()
    }

    /// The start of each wrong field's element id with its message's id, in the form's order.
    fn list(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let Self { rating, text, display_name } = *self;
        [("rating", rating), ("text", text), ("name", display_name)]
            .into_iter()
            .filter_map(|(field, message)| Some((field, message?)))
    }
}

impl ItemCard {
    /// Whether the name shown is none of those to choose from.
    fn shows_other_name(&self) -> bool {
        !self.display_name.is_empty() && !self.names.contains(&self.display_name)
    }

    /// What stands in the field for another name.
    fn typed_name(&self) -> &str {
        if self.shows_other_name() { &self.display_name } else { &self.other_name }
    }
}

impl HubPage<'_> {
    fn has_errors(&self) -> bool {
        self.items.iter().any(|item| item.errors.any())
    }

    fn saved_item(&self) -> Option<&ItemCard> {
        self.items.iter().find(|item| Some(item.index) == self.saved)
    }

    fn next_item(&self) -> Option<&ItemCard> {
        self.items.iter().find(|item| !item.done)
    }

    fn progress(&self) -> String {
        let (done, total) = (self.done, self.total);
        let id = match done {
            0 => "progress-none",
            done if done >= total => "progress-all",
            _ => "progress-some",
        };
        self.texts
            .say(id)
            .count("total", total)
            .count("done", done)
            .count("left", total.saturating_sub(done))
            .to_string()
    }
}

/// 410: the link is past its day; a button asks for a new one.
#[derive(Template)]
#[template(path = "expired.html")]
pub struct ExpiredPage<'a> {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'a>,
    /// The shop that asked.
    pub shop_name: &'a str,
    /// The old link's token, sent back by the button.
    pub token: &'a str,
}

/// The answer to the request for a new link: the same whatever came of it.
#[derive(Template)]
#[template(path = "renewed.html")]
pub struct RenewedPage {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'static>,
}

/// What happens next with a request that its customer put off.
#[derive(Template)]
#[template(path = "postponed.html")]
pub struct PostponedPage<'a> {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'a>,
    /// The shop that asks.
    pub shop_name: &'a str,
    /// The link's token, for the way back.
    pub token: &'a str,
    /// The day on which the customer is asked again, in words; `None` where nothing is sent any more.
    pub again_on: Option<String>,
    /// The day until which the link works, in words.
    pub valid_until: String,
}

/// Nothing to put off: something was reviewed already.
#[derive(Template)]
#[template(path = "reviewed.html")]
pub struct ReviewedPage<'a> {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'a>,
    /// The shop that asks.
    pub shop_name: &'a str,
    /// The link's token, for the way back.
    pub token: &'a str,
}

/// 410: the shop withdrew the request.
#[derive(Template)]
#[template(path = "cancelled.html")]
pub struct CancelledPage<'a> {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'a>,
}

/// 404: no such page, or a token that is unknown, damaged or forged.
#[derive(Template)]
#[template(path = "unknown.html")]
pub struct UnknownPage {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'static>,
}

/// Asks whether the shop's review messages shall stop. A GET changes nothing: scanners follow links.
#[derive(Template)]
#[template(path = "unsubscribe.html")]
pub struct UnsubscribePage<'a> {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'a>,
    /// The shop that asked.
    pub shop_name: &'a str,
    /// The unsubscribe token, sent back by the button.
    pub token: &'a str,
}

/// Says that the shop's review messages have stopped.
#[derive(Template)]
#[template(path = "unsubscribed.html")]
pub struct UnsubscribedPage<'a> {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'a>,
    /// The shop that asked.
    pub shop_name: &'a str,
}

/// 500 or 503: our fault, worth another try.
#[derive(Template)]
#[template(path = "trouble.html")]
pub struct TroublePage {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'static>,
}

/// 405: a known page, asked for with the wrong method.
#[derive(Template)]
#[template(path = "not_allowed.html")]
pub struct NotAllowedPage {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'static>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(rating: Option<u8>, done: bool, errors: ItemErrors) -> String {
        let item = ItemCard {
            index: 7,
            title: "Mug <b>".to_owned(),
            image_url: None,
            done,
            open: false,
            rating,
            text: "\n</textarea>\"kept\"\n".to_owned(),
            display_name: "Zoë".to_owned(),
            names: vec!["Zoë".to_owned()],
            other_name: String::new(),
            unsent: false,
            answers: Answers::None,
            offer: None,
            taken: false,
            errors,
            edited_on: None,
            photos: Vec::new(),
            photos_left: 5,
        };
        HubPage {
            texts: Texts::page(domain::Language::English),
            theme: Theme::default(),
            shop_name: "Fern & Oak",
            customer_first_name: None,
            token: "token",
            items: vec![item],
            done: usize::from(done),
            total: 1,
            saved: done.then_some(7),
            valid_until: "18 February 2027".to_owned(),
            may_be_postponed: !done,
            unsubscribe_token: Some("stop"),
        }
        .render()
        .unwrap()
    }

    #[test]
    fn nothing_is_preselected_and_what_was_clicked_is_kept() {
        let checked = |html: &str| html.matches(" checked").count();
        assert_eq!(checked(&page(None, false, ItemErrors::default())), 1, "the name");
        let clicked = page(Some(2), false, ItemErrors::default());
        assert!(clicked.contains(r#"value="2" required checked"#));
        assert_eq!(checked(&clicked), 2);
    }

    #[test]
    fn thanks_are_the_same_for_one_star_and_five() {
        let [one, five] = [1, 5].map(|stars| page(Some(stars), true, ItemErrors::default()).replace(" checked", ""));
        assert!(one.contains("Thank you"));
        assert_eq!(one, five);
    }

    #[test]
    fn an_error_unfolds_the_card_stands_at_its_field_and_loses_nothing() {
        let html = page(Some(2), false, ItemErrors { text: Some("fault-text-missing"), ..ItemErrors::default() });
        assert!(html.contains(r#"id="item-7" open"#));
        assert!(html.contains(r##"<a href="#text-7">Please write a few words about it.</a>"##));
        assert!(html.contains(r#"aria-describedby="text-7-hint text-7-error" aria-invalid="true""#));
        assert!(html.contains(">\n\n&#60;/textarea&#62;&#34;kept&#34;\n</textarea>"));
    }

    #[test]
    fn pages_carry_no_inline_script_or_style_and_what_they_load_is_small() {
        let html = page(None, false, ItemErrors::default());
        // From here and in a file of its own, as the policy wants it.
        let html = html.replace("<script type=\"module\" src=\"/review/assets/", "");
        for banned in ["<script", "<style", " style=", " onclick", "javascript:"] {
            assert!(!html.contains(banned), "{banned}");
        }
        assert!(crate::theme::HUB_CSS.len() <= 20_000 && !crate::theme::HUB_CSS.contains("url("));
        assert!(HUB_JS.len() <= 12_000, "{}", HUB_JS.len());
    }
}
