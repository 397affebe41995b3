//! The emails: their committed HTML is compiled from the MJML, and the HTML and the text of each email agree.

use std::{collections::HashMap, env, fs};

use crate::support::*;
use app::message::mail::view::{
    Occasion, Own, PRODUCTS_NAMED_MAX, ProductLine, RenderedMail, RequestMail, SUBJECT_CHARS_MAX,
};
use domain::values::{Language, Scheme, Shades};
use mrml::prelude::render::RenderOptions;
use texts::Texts;

const MJML: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/app/mail");
const HTML: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/app/templates/mail");

/// The maximum number of bytes of a whole HTML part. Gmail cuts off what is longer than 102 KB, and every byte costs
/// money.
const HTML_BYTES_MAX: usize = 24 * 1_024;

/// Here the committed template is compiled from the MJML, so that production does not need mrml.
fn compile(mjml: &str) -> String {
    let parsed = mrml::parse(mjml).expect("the MJML is well formed");
    assert!(parsed.warnings.is_empty(), "mrml warns: {:?}", parsed.warnings);
    // By default mrml links web fonts for common family names, and then a third party would know who reads the email.
    let options = RenderOptions { fonts: HashMap::new(), ..RenderOptions::default() };
    let html = parsed.element.render(&options).expect("the MJML renders");
    // Every byte of the HTML is signed, encrypted and sent.
    let lines = html.trim_end().lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

const OCCASIONS: [Occasion; 5] =
    [Occasion::First, Occasion::FirstReminder, Occasion::NextReminder, Occasion::LastReminder, Occasion::NewLink];

fn mail(products: Vec<ProductLine>) -> RequestMail<'static> {
    RequestMail {
        language: Language::English,
        shop_name: "Fern & Oak <Home>",
        customer_name: Some("Zoë \"Zo\" O'Hara".into()),
        products,
        is_ordered: true,
        may_be_postponed: true,
        hub_url: "https://reviews.example/review/hub?token=abc-DEF_123",
        unsubscribe_url: "https://reviews.example/review/unsubscribe?token=uvw-456",
        valid_until: "18 February 2027".to_owned(),
        light: Shades::new(None, Scheme::Light),
        dark: Shades::new(None, Scheme::Dark),
        logo: None,
        shop_address: Some("12 Harbour Street, 20457 Hamburg"),
        contact_url: Some("https://fern.example/contact?a=1&b=2"),
        privacy_url: Some("https://fern.example/privacy"),
        occasion: Occasion::First,
        own: Own::default(),
    }
}

fn products(count: usize) -> Vec<ProductLine> {
    (1..=count)
        .map(|n| ProductLine {
            title: Some(format!("Teapot № {n} with \"lid\" & <handle>")),
            image_url: (n % 2 == 1).then(|| format!("https://img.example/{n}.jpg?a=1&b=2")),
            variation: None,
        })
        .collect()
}

fn titled(title: &str) -> Vec<ProductLine> {
    vec![ProductLine { title: Some(title.to_owned()), ..ProductLine::default() }]
}

/// The text as a mail program reads it: askama writes these five characters as numbers.
fn unescape(html: &str) -> String {
    html.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&")
}

fn links(html: &str) -> Vec<String> {
    html.split("href=\"").skip(1).map(|rest| unescape(rest.split('"').next().unwrap())).collect()
}

#[test]
fn mail_html_is_what_the_mjml_gives() {
    for mail in ["notification", "request"] {
        let mjml = fs::read_to_string(format!("{MJML}/{mail}.mjml")).unwrap();
        let html = compile(&mjml);
        assert!(!html.contains("<mj-"), "mrml lets unknown tags through");
        assert!(!html.contains("<link") && !html.contains("@import"), "the mail would fetch from a third party");
        let committed = format!("{HTML}/{mail}.html");
        if env::var_os("UPDATE_MAIL").is_some() {
            fs::write(&committed, &html).unwrap();
        }
        assert!(
            fs::read_to_string(&committed).unwrap() == html,
            "{committed} is stale: run this test with UPDATE_MAIL=1"
        );
    }
}

#[test]
fn html_and_text_parts_of_the_mail_agree() {
    for occasion in OCCASIONS {
        for count in [0, 1, 2, 4, 5, 12] {
            let mail = RequestMail { occasion, ..mail(products(count)) };
            let RenderedMail { html, text, subject: _ } = mail.write().unwrap();
            html.lacks(["<handle>", "<Home>", "\"lid\""]);
            let html = unescape(&html);
            let titles = mail.products.iter().take(PRODUCTS_NAMED_MAX).filter_map(|product| product.title.clone());
            let facts = [
                mail.shop_name,
                "Zoë \"Zo\" O'Hara?",
                mail.hub_url,
                mail.unsubscribe_url,
                "18 February 2027",
                "12 Harbour Street",
                "because you ordered from",
                "https://fern.example/contact?a=1&b=2",
                "https://fern.example/privacy",
            ];
            for fact in titles.chain(facts.map(str::to_owned)) {
                assert!(html.contains(&fact), "the HTML part lacks {fact}");
                assert!(text.contains(&fact), "the text part lacks {fact}");
            }
            for part in [&html, &text] {
                assert_eq!(part.contains("and 1 more"), count == 5 || (count == 2 && part == &html));
                assert_eq!(part.contains("and 8 more"), count == 12);
                assert!(!part.contains("Teapot № 5"));
                assert_eq!(part.contains("It hasn’t arrived yet"), count == 1);
                assert_eq!(part.contains("Something hasn’t arrived yet"), count > 1);
                assert_eq!(part.contains("#not-arrived"), count > 0);
            }
            text.lacks(["\n\n\n"]);
        }
    }
}

#[test]
fn five_stars_for_each_of_four_products_are_links_that_name_the_item_and_the_rating() {
    for (hub_url, joint) in [("https://r.example/review/hub?token=abc", '&'), ("https://r.example/review/abc", '?')] {
        for count in [0, 1, 3, 4, 12] {
            let mail = RequestMail { hub_url, ..mail(products(count)) };
            let RenderedMail { html, text, .. } = mail.write().unwrap();
            let cards = count.clamp(1, PRODUCTS_NAMED_MAX);
            let stars = |item: usize| {
                (1..=5).map(move |rating| format!("{hub_url}{joint}item={item}&rating={rating}#item-{item}"))
            };
            let arrived = (count > 0).then(|| format!("{hub_url}#not-arrived"));
            let rest = [mail.unsubscribe_url, mail.contact_url.unwrap(), mail.privacy_url.unwrap()];
            let expected = (0..cards).flat_map(stars).chain([hub_url.to_owned()]).chain(arrived);
            let expected: Vec<_> = expected.chain(rest.map(str::to_owned)).collect();
            assert_eq!(links(&html), expected);
            for item in 0..cards {
                assert_eq!(text.contains(&format!("  {hub_url}{joint}item={item}\n")), count > 1, "{text}");
            }
        }
    }
}

#[test]
fn each_star_says_its_number_and_its_product_in_each_language() {
    for language in Language::ALL {
        let html = unescape(&RequestMail { language, ..mail(products(3)) }.write().unwrap().html);
        for count in 1..=5_usize {
            let label = Texts::mail(language).say("stars").count("count", count).to_string();
            assert_eq!(html.matches(&format!("aria-label=\"{label}, Teapot")).count(), 3, "{label}");
        }
    }
}

#[test]
fn a_product_that_the_shop_never_described_has_the_number_of_its_place() {
    let mut lines = products(6);
    for line in lines.iter_mut().skip(1).step_by(2) {
        line.title = None;
    }
    let RenderedMail { html, text, .. } = mail(lines).write().unwrap();
    for part in [&html, &text] {
        part.shows(["Teapot № 1", "Item 2 of your order", "Teapot № 3", "Item 4 of your order"]);
        assert!(!part.contains("Item 6") && part.contains("and 2 more"), "{part}");
    }
    let alone = mail(vec![ProductLine { title: None, ..ProductLine::default() }]).write().unwrap();
    assert_eq!(alone.subject, "How’s your order from Fern & Oak <Home>, Zoë \"Zo\" O'Hara?");
    assert!(alone.html.contains("Item 1 of your order") && alone.text.contains("- Item 1 of your order"));
}

#[test]
fn one_products_picture_is_large_and_several_are_small() {
    let pictured = |count| mail(products(count)).write().unwrap().html;
    let (one, three) = (pictured(1), pictured(3));
    assert_eq!((one.matches("max-height:220px").count(), one.matches("height=\"220\"").count()), (1, 1));
    one.lacks(["width=\"64\""]);
    // On a phone it takes the full width, and nothing is centered: stars, picture, heading and button share an edge.
    one.shows(["class=\"picture hero\"", ".hero { width: 100% !important;"]);
    one.lacks(["margin: 0 auto"]);
    assert_eq!((three.matches("<img").count(), three.contains("max-height:220px")), (2, false));
    let bare = mail(titled("Teapot")).write().unwrap().html;
    assert!(!bare.contains("<img") && !bare.contains("background:#e7f0eb"), "no empty tile: {bare}");
    // A picture that is not loaded hides its tile.
    for html in [&one, &three] {
        let (tiles, on_pictures) =
            (html.matches("background:#e7f0eb").count(), html.matches("class=\"picture").count());
        assert!(tiles == on_pictures && tiles > 0, "{html}");
    }
}

#[test]
fn the_stars_of_one_product_come_before_its_picture_and_a_long_title_below_it() {
    let long = "Handgefertigtes Servierbrett aus Nussbaum, geölt";
    for (title, is_below) in [("Walnut Serving Board", false), (long, true)] {
        let line = ProductLine {
            title: Some(title.to_owned()),
            image_url: Some("https://img.example/1.jpg".to_owned()),
            variation: None,
        };
        let RenderedMail { html, text, .. } = mail(vec![line]).write().unwrap();
        let at = |part: &str| html.rfind(part).unwrap_or_else(|| panic!("{part} is missing in {html}"));
        let [lead, stars, picture, button] =
            ["Tap a star to start. Good or bad", "&#9734;", "class=\"picture", "Write your review"].map(at);
        assert!(lead < stars && stars < picture && picture < button, "{html}");
        assert_eq!(
            (at(title) > picture, at(title) < button),
            (true, true),
            "below it, or what it says when it is not loaded"
        );
        assert_eq!(html.contains(&format!("alt=\"{title}\"")), !is_below, "{html}");
        assert_eq!(html.contains("How is it, Zoë"), is_below);
        assert!(text.contains(title) && text.contains("Good or bad") && !text.contains("Tap a star"), "{text}");
    }
}

#[test]
fn each_reminder_has_its_own_words_and_the_last_says_so_in_every_language() {
    for language in Language::ALL {
        for lines in [|| titled("Walnut Serving Board"), || products(3), Vec::new] {
            let written = OCCASIONS.map(|occasion| {
                RequestMail { language, occasion, customer_name: Some("Jane".into()), ..mail(lines()) }.write().unwrap()
            });
            let subjects: BTreeSet<_> = written.iter().map(|mail| &mail.subject).collect();
            let openings: BTreeSet<_> = written.iter().map(|mail| mail.text.lines().nth(2).unwrap()).collect();
            assert_eq!((subjects.len(), openings.len()), (5, 5), "{subjects:?} {openings:?}");
            let last = Texts::mail(language).say("opening-last-reminder").to_string();
            let says_so: Vec<_> = written.iter().map(|mail| mail.html.contains(&last)).collect();
            assert_eq!(says_so, [false, false, false, true, false], "{language:?}");
            for mail in &written[..4] {
                let question = mail.text.lines().next().unwrap().replace(['\u{2068}', '\u{2069}'], "");
                let question = question.replace('\u{a0}', " ");
                assert!(mail.subject.ends_with(&question), "{} ends with {question}", mail.subject);
            }
        }
    }
    let last = RequestMail { occasion: Occasion::LastReminder, ..mail(products(2)) }.write().unwrap();
    assert!(last.subject.starts_with("One last time: How’s your order") && last.text.contains("our last reminder"));
}

#[test]
fn a_subject_names_its_one_product_and_stays_a_whole_question() {
    let named = |title: &str| mail(titled(title)).write().unwrap().subject;
    assert_eq!(named("Walnut Serving Board"), "How’s the Walnut Serving Board, Zoë \"Zo\" O'Hara?");
    assert_eq!(named(&"Dresden ".repeat(6)), "How is it, Zoë \"Zo\" O'Hara?");
    for language in Language::ALL {
        for occasion in OCCASIONS {
            let lines = titled(&"ö".repeat(255));
            let long = RequestMail { language, occasion, customer_name: Some("Maximiliane".into()), ..mail(lines) };
            let RenderedMail { subject, html, text } = long.write().unwrap();
            assert!(subject.chars().count() <= SUBJECT_CHARS_MAX && !subject.contains("öö"), "{subject}");
            assert!(occasion == Occasion::NewLink || subject.ends_with(['?', '؟', '？']), "{subject}");
            for part in [html, text] {
                assert_eq!(part.matches(&"ö".repeat(255)).count(), 1, "whole, and once: {part}");
            }
        }
    }
}

#[test]
fn mail_stays_far_below_the_size_that_is_cut() {
    let (token, logo) = ("t".repeat(90), format!("https://img.example/{}", "l".repeat(280)));
    let logo = Some(logo.as_str());
    for (language, count) in Language::ALL.into_iter().flat_map(|language| [0, 1, 4, 50].map(|count| (language, count)))
    {
        for (title, url) in [("Walnut & Oak ".repeat(19), 350), ("器".repeat(255), 2_000)] {
            let url = Some(format!("https://img.example/{}", "a".repeat(url)));
            let line = || ProductLine { title: Some(title.clone()), image_url: url.clone(), variation: None };
            let hub = format!("https://reviews.fern-and-oak.example/review/hub?token={token}");
            let long = RequestMail {
                language,
                hub_url: &hub,
                logo,
                contact_url: logo,
                privacy_url: logo,
                ..mail((0..count).map(|_| line()).collect())
            };
            let bytes = long.write().unwrap().html.len();
            assert!(bytes <= HTML_BYTES_MAX, "{language:?}, {count} products: {bytes}");
        }
    }
    let usual = mail(products(4)).write().unwrap().html.len();
    assert!(usual < 20_000, "{usual}");
}

#[test]
fn subject_is_one_bounded_line_whatever_the_names_hold() {
    let odd = RequestMail {
        shop_name: "Fern\r\nBcc: all@example.com\u{2028}\u{85}Oak",
        customer_name: None,
        ..mail(products(2))
    };
    assert_eq!(odd.write().unwrap().subject, "How’s your order from Fern Bcc: all@example.com Oak?");
    let long = "ö".repeat(200);
    let long = RequestMail { shop_name: &long, ..mail(vec![]) };
    assert_eq!(long.write().unwrap().subject.chars().count(), SUBJECT_CHARS_MAX);
}
