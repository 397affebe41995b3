//! Whether a file is a product review feed 2.4, as far as Google's documents and its sample tell: which elements there are, in
//! which order and how often, which are empty, and the words and numbers in them. The schema itself was not at hand, so a file that
//! passes here may still break a rule that the documents do not name.

use crate::support::*;
use xml::EventReader;
use xml::reader::XmlEvent;

/// An element with its attributes, in their order.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    pub text: String,
}

impl Element {
    pub fn find(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the element at the end of this path.
    pub fn text_at(&self, path: &[&str]) -> Option<&str> {
        let found = path.iter().try_fold(self, |element, name| element.find(name))?;
        Some(&found.text)
    }

    /// The texts of all children of the element at the end of this path.
    pub fn texts_at(&self, path: &[&str]) -> Vec<&str> {
        let found = path.iter().try_fold(self, |element, name| element.find(name));
        found.into_iter().flat_map(|found| &found.children).map(|child| child.text.as_str()).collect()
    }
}

/// The children of each element in their order: once, at most once (`?`), or once or more (`+`). The others have a text.
const CHILDREN: &str = "
feed: version aggregator? publisher reviews?
aggregator: name
publisher: name favicon?
reviews: review+
review: review_id? reviewer is_verified_purchase? is_incentivized_review? review_timestamp title? content review_language? \
    review_country? pros? cons? review_url reviewer_images? ratings products is_spam? collection_method? transaction_id?
reviewer: name reviewer_id?
pros: pro+
cons: con+
reviewer_images: reviewer_image+
reviewer_image: url
ratings: overall
products: product+
product: product_ids? product_name? product_url
product_ids: gtins? mpns? skus? brands? asins?
gtins: gtin+
mpns: mpn+
skus: sku+
brands: brand+
asins: asin+
";

/// Reads a file, which stops the test if it is not well-formed XML 1.0.
fn parse(file: &str) -> Element {
    let (mut open, mut root): (Vec<Element>, _) = (Vec::new(), None);
    for event in EventReader::new(file.as_bytes()) {
        match event.unwrap_or_else(|error| panic!("{error}")) {
            XmlEvent::StartElement { name, attributes, .. } => {
                let attributes =
                    attributes.into_iter().map(|attribute| (attribute.name.local_name, attribute.value)).collect();
                open.push(Element { name: name.local_name, attributes, ..Element::default() });
            }
            XmlEvent::EndElement { .. } => {
                let element = open.pop().unwrap();
                match open.last_mut() {
                    Some(parent) => parent.children.push(element),
                    None => root = Some(element),
                }
            }
            XmlEvent::Characters(text) | XmlEvent::CData(text) | XmlEvent::Whitespace(text) => {
                if let Some(element) = open.last_mut() {
                    element.text.push_str(&text);
                }
            }
            _ => {}
        }
    }
    root.unwrap()
}

impl Element {
    fn check(&self) {
        let start = format!("{}: ", self.name);
        let Some(allowed) = CHILDREN.lines().find_map(|line| line.strip_prefix(&start)) else {
            assert!(self.children.is_empty(), "{} has elements", self.name);
            assert!(!self.text.trim().is_empty(), "{} is empty", self.name);
            return self.check_text();
        };
        assert!(self.text.trim().is_empty(), "{} has a text: {}", self.name, self.text);
        let mut rest = self.children.iter().peekable();
        for word in words(allowed) {
            let name = word.trim_end_matches(['?', '+']);
            let (least, most) = (usize::from(!word.ends_with('?')), if word.ends_with('+') { usize::MAX } else { 1 });
            let mut count = 0;
            while rest.next_if(|child| child.name == name).is_some() {
                count += 1;
            }
            assert!((least..=most).contains(&count), "{count} of {name} in {}: {self:?}", self.name);
        }
        assert!(rest.peek().is_none(), "{:?} is unknown, or in a wrong place of {}", rest.peek(), self.name);
        self.children.iter().for_each(Self::check);
    }

    fn check_text(&self) {
        let text = self.text.as_str();
        let attributes: Vec<_> = self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let (fits, expected): (bool, &[(&str, &str)]) = match &*self.name {
            "version" => (text == "2.4", &[]),
            "is_verified_purchase" | "is_incentivized_review" | "is_spam" => (["true", "false"].contains(&text), &[]),
            "review_timestamp" => (text.ends_with('Z') && text.parse::<Timestamp>().is_ok(), &[]),
            "collection_method" => (["unsolicited", "post_fulfillment"].contains(&text), &[]),
            "review_url" => (text.starts_with("https://"), &[("type", "group")]),
            "overall" => {
                (text.parse::<u8>().is_ok_and(|stars| (1..=5).contains(&stars)), &[("min", "1"), ("max", "5")])
            }
            "product_url" | "url" | "favicon" => (text.starts_with("http"), &[]),
            "gtin" => (text.bytes().all(|byte| byte.is_ascii_digit()), &[]),
            "name" if !attributes.is_empty() => (text == "Anonymous", &[("is_anonymous", "true")]),
            _ => (true, &[]),
        };
        assert!(fits && attributes == expected, "{}: {text} {attributes:?}", self.name);
    }
}

pub fn reviews(file: &str) -> Vec<Element> {
    // The reader lets this pass, which XML 1.0 forbids outside CDATA sections.
    file.lacks(["]]>"]);
    let mut feed = parse(file);
    assert_eq!(feed.name, "feed");
    let schema = "http://www.google.com/shopping/reviews/schema/product/2.4/product_reviews.xsd";
    assert_eq!(feed.attributes, [("noNamespaceSchemaLocation".to_owned(), schema.to_owned())]);
    feed.check();
    let reviews = feed.children.pop().filter(|last| last.name == "reviews");
    reviews.map(|reviews| reviews.children).unwrap_or_default()
}

#[test]
fn what_is_out_of_order_empty_or_unknown_is_refused() {
    let review = "<review><reviewer><name>Jane</name></reviewer><review_timestamp>2026-11-20T06:00:00Z</review_timestamp>\
        <content>Lovely.</content><review_url type=\"group\">https://fern.example/mug#reviews</review_url><ratings>\
        <overall min=\"1\" max=\"5\">4</overall></ratings><products><product><product_url>https://fern.example/mug\
        </product_url></product></products></review>";
    let feed = |reviews: &str| {
        format!(
            "<feed xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"http://www.google.com/\
             shopping/reviews/schema/product/2.4/product_reviews.xsd\"><version>2.4</version><publisher><name>Fern</name></publisher>\
             {reviews}</feed>"
        )
    };
    let list = |review: &str| feed(&format!("<reviews>{review}</reviews>"));
    assert_eq!(reviews(&feed("")).len(), 0);
    assert_eq!(reviews(&list(review)).len(), 1);
    let flag = "<is_verified_purchase>true</is_verified_purchase>";
    for (part, wrong) in [
        ("</products>", &*format!("</products>{flag}")),
        ("Lovely.", " "),
        ("<name>Jane</name>", ""),
        (">4<", ">6<"),
        (" type=\"group\"", ""),
        ("<ratings>", "<mood>good</mood><ratings>"),
        ("Lovely.", "Lovely.\u{1}"),
        ("Lovely.", "Lovely ]]>."),
        (review, ""),
    ] {
        let file = list(&review.replace(part, wrong));
        assert!(std::panic::catch_unwind(|| reviews(&file)).is_err(), "{file}");
    }
}
