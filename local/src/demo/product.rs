//! The demo shop's four products.

/// A product of the demo shop.
pub(crate) struct DemoProduct {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    /// The picture's name in `assets/pictures`.
    pub(crate) picture: &'static str,
    /// The price in cents of a euro.
    pub(crate) cents: u64,
}

#[rustfmt::skip]
pub(crate) static PRODUCTS: [DemoProduct; 4] = [
    DemoProduct {
        id: "shopify-7125386199075",
        title: "Walnut Serving Board",
        picture: "board",
        cents: 3_900,
    },
    DemoProduct {
        id: "shopify-7125386199076",
        title: "Stoneware Plant Pot",
        picture: "pot",
        cents: 3_900,
    },
    DemoProduct {
        id: "shopify-7125386199077",
        title: "Beeswax Candles, Set of Three",
        picture: "candles",
        cents: 2_400,
    },
    DemoProduct {
        id: "shopify-7125386199078",
        title: "Washed Linen Apron",
        picture: "apron",
        cents: 4_900,
    },
];

impl DemoProduct {
    /// The id that Shopify gives the product, without the system's name.
    pub(super) fn shopify_id(&self) -> &'static str {
        self.id.trim_start_matches("shopify-")
    }
}
