//! Which reviews a list shows: its tab, its filters and its start.

use app::review::{ReviewFilter, ReviewSort, ReviewStart};
use domain::order::ProductId;
use domain::review::{HoldRule, Rating, ReviewState};
use domain::values::ReviewId;
use domain::words;
use edge::body::Fields;

use super::{QUEUE, UNANSWERED};

const WORDS_MAX: usize = 80;

/// A list, from its address. Unknown parts of an address are ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListQuery {
    pub tab: Tab,
    /// The product; `Some(None)` for the shop itself.
    pub product: Option<Option<ProductId>>,
    pub stars: Option<Rating>,
    pub words: Option<String>,
    /// Why the reviews wait; only among those that do.
    pub why: Option<HoldRule>,
    /// Whether only reviews without a reply of the shop are shown; only among the published ones.
    pub unanswered: bool,
    /// The last review of the previous page.
    pub after: Option<ReviewId>,
}

words! {
    pub enum Tab {
        Waiting = "waiting",
        Published = "published",
        Withheld = "withheld",
        All = "all",
    }
}

impl Tab {
    /// The state of the tab's reviews; `None` for all states.
    pub(super) const fn state(self) -> Option<ReviewState> {
        match self {
            Self::Waiting => Some(ReviewState::Submitted),
            Self::Published => Some(ReviewState::Published),
            Self::Withheld => Some(ReviewState::Withheld),
            Self::All => None,
        }
    }

    /// Waiting reviews are shown oldest first, all others newest first.
    pub(super) const fn sort(self) -> ReviewSort {
        match self {
            Self::Waiting => ReviewSort::Oldest,
            Self::Published | Self::Withheld | Self::All => ReviewSort::Newest,
        }
    }
}

impl ListQuery {
    pub(super) fn read(fields: &Fields) -> Self {
        let tab = Tab::parse(fields.text("show")).unwrap_or(Tab::Waiting);
        let words = fields.text("q").trim().chars().take(WORDS_MAX).collect::<String>();
        Self {
            tab,
            product: fields.find("product").and_then(|name| ProductId::named(name).ok()),
            stars: Rating::parse(fields.text("stars")).ok(),
            words: Some(words).filter(|words| !words.is_empty()),
            why: HoldRule::parse(fields.text("why")).filter(|_| tab == Tab::Waiting),
            unanswered: tab == Tab::Published && fields.text(QUEUE) == UNANSWERED,
            after: ReviewId::parse(fields.text("after")).ok(),
        }
    }

    /// The list's only address. The script keeps the scroll position if a decision redirects to the same address.
    pub(super) fn path(&self) -> String {
        let query = self.write();
        if query.is_empty() { super::HERE.to_owned() } else { format!("{}?{query}", super::HERE) }
    }

    /// The query of the list's address, in the order of the filter form.
    pub(super) fn write(&self) -> String {
        let Self { tab, product, stars, words, why, unanswered, after } = self;
        let pairs = [
            ("q", words.clone()),
            ("product", product.as_ref().map(|product| ProductId::name_of(product.as_ref()).to_owned())),
            ("stars", stars.map(|stars| stars.stars().to_string())),
            ("why", why.map(|why| why.as_str().to_owned())),
            (QUEUE, unanswered.then(|| UNANSWERED.to_owned())),
            ("show", (*tab != Tab::Waiting).then(|| tab.as_str().to_owned())),
            ("after", after.map(|after| after.to_string())),
        ];
        let pairs = pairs.into_iter().filter_map(|(name, value)| Some((name, value?)));
        form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }

    /// The published reviews without a reply.
    pub(super) fn unanswered() -> Self {
        Self { tab: Tab::Published, unanswered: true, ..Self::read(&Fields::of_query(None)) }
    }

    pub(super) fn with_tab(&self, tab: Tab) -> Self {
        let why = self.why.filter(|_| tab == Tab::Waiting);
        Self { tab, why, unanswered: false, after: None, ..self.clone() }
    }

    pub(super) fn from(&self, after: Option<ReviewId>) -> Self {
        Self { after, ..self.clone() }
    }

    pub(super) fn filter(&self) -> ReviewFilter {
        let Self { tab, product, stars, words, why, unanswered, after: _ } = self;
        ReviewFilter {
            // Without filters, edits of published reviews are listed apart.
            state: tab.state().filter(|_| *tab != Tab::Waiting || !self.is_filtered()),
            waits: *tab == Tab::Waiting,
            held_by: *why,
            is_replied: unanswered.then_some(false),
            min_rating: *stars,
            max_rating: *stars,
            product: product.clone(),
            words: words.clone(),
            ..ReviewFilter::default()
        }
    }

    pub(super) fn start(&self) -> ReviewStart {
        self.after.map_or(ReviewStart::Skip(0), ReviewStart::After)
    }

    pub(super) fn is_filtered(&self) -> bool {
        let Self { tab: _, product, stars, words, why, unanswered, after: _ } = self;
        (product, stars, words, why, unanswered) != (&None, &None, &None, &None, &false)
    }
}
