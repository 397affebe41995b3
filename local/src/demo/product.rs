//! The demo shop's four products.

pub(crate) struct DemoProduct {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    /// The picture's name in `assets/pictures`.
    pub(crate) picture: &'static str,
    /// The price in cents of a euro.
    pub(crate) cents: u64,
    pub(crate) about: &'static str,
}

#[rustfmt::skip]
pub(crate) static PRODUCTS: [DemoProduct; 4] = [
    DemoProduct {
        id: "shopify-7125386199075",
        title: "Walnut Serving Board",
        picture: "board",
        cents: 3_900,
        about: "Cut from one piece of walnut, 44 cm with its handle, oiled by hand. Wash it by hand, and oil it twice a year.",
    },
    DemoProduct {
        id: "shopify-7125386199076",
        title: "Stoneware Plant Pot",
        picture: "pot",
        cents: 3_900,
        about: "Thrown on the wheel and glazed in warm grey, for plants of up to 18 cm. With a hole in its bottom, and a saucer.",
    },
    DemoProduct {
        id: "shopify-7125386199077",
        title: "Beeswax Candles, Set of Three",
        picture: "candles",
        cents: 2_400,
        about: "Three candles of pure beeswax, 7, 10 and 14 cm high. They burn for 20, 30 and 42 hours. Trim the wicks before you light them.",
    },
    DemoProduct {
        id: "shopify-7125386199078",
        title: "Washed Linen Apron",
        picture: "apron",
        cents: 4_900,
        about: "European linen, washed soft, with two pockets, and straps that tie in front. One size. It may be washed at 40 °C.",
    },
];

impl DemoProduct {
    pub(crate) fn named(id: &str) -> Option<&'static Self> {
        PRODUCTS.iter().find(|product| product.id == id)
    }

    /// The price in euros: `39.00`.
    pub(crate) fn price(&self) -> String {
        format!("{}.{:02}", self.cents / 100, self.cents % 100)
    }

    /// The id that Shopify gives the product, without the system's name.
    pub(super) fn shopify_id(&self) -> &'static str {
        self.id.trim_start_matches("shopify-")
    }
}
