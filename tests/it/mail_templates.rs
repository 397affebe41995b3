//! The emails: their committed HTML is what the MJML gives, and the two parts of each agree.

use std::{
    collections::{BTreeSet, HashMap},
    env, fs,
};

use app::mail::view::{Occasion, PRODUCTS_NAMED_MAX, ProductLine, RenderedMail, RequestMail, SUBJECT_CHARS_MAX};
use domain::{Language, Scheme, Shades};
use mrml::prelude::render::RenderOptions;

const MJML: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/app/mail");
const HTML: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/app/templates/mail");

/// Bytes of a whole HTML part; some mail programs cut off what is longer than about 100 KB.
const HTML_BYTES_MAX: usize = 60_000;

/// The committed template is compiled from the MJML here, so that production never links mrml.
fn compile(mjml: &str) -> String {
    let parsed = mrml::parse(mjml).expect("the MJML is well formed");
    assert!(parsed.warnings.is_empty(), "mrml warns: {:?}", parsed.warnings);
    // By default mrml links web fonts for common family names: a third party would see who reads.
    let options = RenderOptions { fonts: HashMap::new(), ..RenderOptions::default() };
    let html = parsed.element.render(&options).expect("the MJML renders");
    // Every byte of it is signed, encrypted and sent.
    let lines = html.trim_end().lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// What askama will fill or follow. A set: MJML moves the title and repeats it as a label.
fn placeholders(template: &str) -> BTreeSet<&str> {
    template
        .match_indices("{{")
        .chain(template.match_indices("{%"))
        .filter_map(|(start, _)| {
            let rest = &template[start..];
            let end = rest.find("}}").into_iter().chain(rest.find("%}")).min()?;
            Some(&rest[..end + 2])
        })
        .collect()
}

fn mail(products: Vec<ProductLine>) -> RequestMail<'static> {
    RequestMail {
        language: Language::English,
        shop_name: "Fern & Oak <Home>",
        customer_name: Some("Zoë \"Zo\" O'Hara"),
        products,
        hub_url: "https://reviews.example/review/hub?token=abc-DEF_123&x=1",
        unsubscribe_url: "https://reviews.example/review/unsubscribe?token=uvw-456",
        valid_until: "18 February 2027".to_owned(),
        light: Shades::new(None, Scheme::Light),
        dark: Shades::new(None, Scheme::Dark),
        logo: None,
        shop_address: Some("12 Harbour Street, 20457 Hamburg"),
        occasion: Occasion::First,
    }
}

fn products(count: usize) -> Vec<ProductLine> {
    (1..=count)
        .map(|n| ProductLine {
            title: format!("Teapot № {n} with \"lid\" & <handle>"),
            image_url: (n % 2 == 1).then(|| format!("https://img.example/{n}.jpg?a=1&b=2")),
        })
        .collect()
}

/// What a mail program reads: askama writes these five characters as numbers.
fn unescape(html: &str) -> String {
    html.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&")
}

#[test]
fn mail_html_is_what_the_mjml_gives() {
    for mail in ["letter", "request"] {
        let mjml = fs::read_to_string(format!("{MJML}/{mail}.mjml")).unwrap();
        let html = compile(&mjml);
        assert!(!html.contains("<mj-"), "mrml lets unknown tags through");
        assert!(!html.contains("<link") && !html.contains("@import"), "the mail would fetch from a third party");
        assert_eq!(placeholders(&html), placeholders(&mjml), "a placeholder was lost or changed");
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
    for occasion in [Occasion::First, Occasion::Reminder, Occasion::NewLink] {
        for count in [0, 1, 2, 5, 12] {
            let mail = RequestMail { occasion, ..mail(products(count)) };
            let RenderedMail { html, text, subject: _ } = mail.write().unwrap();
            let html = unescape(&html);
            let titles = mail.products.iter().take(PRODUCTS_NAMED_MAX).map(|product| product.title.clone());
            let facts = [
                mail.shop_name,
                "Zoë \"Zo\" O'Hara,",
                mail.hub_url,
                mail.unsubscribe_url,
                "18 February 2027",
                "12 Harbour Street",
            ];
            for fact in titles.chain(facts.map(str::to_owned)) {
                assert!(html.contains(&fact), "the HTML part lacks {fact}");
                assert!(text.contains(&fact), "the text part lacks {fact}");
            }
            for part in [&html, &text] {
                assert_eq!(part.contains("and 7 more"), count == 12);
                assert!(!part.contains("Teapot № 6"));
            }
            assert!(!text.contains("\n\n\n"), "{text}");
        }
    }
}

#[test]
fn mail_escapes_what_the_shop_wrote() {
    let html = mail(products(1)).write().unwrap().html;
    assert!(!html.contains("<handle>") && !html.contains("<Home>"));
    assert!(html.contains("token=abc-DEF_123&#38;x=1"));
}

#[test]
fn mail_stays_far_below_the_size_that_is_cut() {
    let mut lines = products(50);
    for line in &mut lines {
        line.title = "<&\">".repeat(50);
    }
    assert!(mail(lines).write().unwrap().html.len() < HTML_BYTES_MAX);
}

#[test]
fn subject_is_one_bounded_line_whatever_the_names_hold() {
    let odd = RequestMail {
        shop_name: "Fern\r\nBcc: all@example.com\u{2028}\u{85}Oak",
        customer_name: None,
        ..mail(products(1))
    };
    assert_eq!(odd.write().unwrap().subject, "What do you think of your order from Fern Bcc: all@example.com Oak?");
    let long = "ö".repeat(200);
    let long = RequestMail { shop_name: &long, ..mail(vec![]) };
    assert_eq!(long.write().unwrap().subject.chars().count(), SUBJECT_CHARS_MAX);
}
