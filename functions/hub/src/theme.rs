//! How a shop's pages look: our stylesheet with its color, and its sign.

use domain::{Color, HttpsUrl, Scheme, Shades, Shop};

/// The one stylesheet, served at `/review/assets/hub.css` as `text/css; charset=utf-8`.
pub const HUB_CSS: &str = include_str!("../assets/hub.css");

/// What a page wears of its shop; a page that knows no shop wears ours.
#[derive(Clone, Copy, Default)]
pub struct Theme<'a> {
    /// The color of links and buttons.
    pub color: Option<Color>,
    /// The sign above the shop's name.
    pub logo: Option<&'a str>,
}

impl<'a> Theme<'a> {
    /// A shop's.
    #[must_use]
    pub fn new(shop: &'a Shop) -> Self {
        Self { color: shop.color, logo: shop.logo.as_ref().map(HttpsUrl::as_str) }
    }

    /// Where its stylesheet is. The policy allows no style within a page, so the color is named here.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        let digits = self.color.map(|color| color.to_string().replacen('#', "?color=", 1));
        format!("/review/assets/hub.css{}", digits.unwrap_or_default())
    }
}

/// The stylesheet in a color: the shades that can be read by day, and those by night.
#[must_use]
pub fn in_color(color: Color) -> String {
    let shades = |scheme| {
        let Shades { accent, strong, on_accent, tint } = color.shades(scheme);
        format!(":root{{--accent:{accent};--accent-strong:{strong};--on-accent:{on_accent};--tint:{tint}}}")
    };
    let (day, night) = (shades(Scheme::Light), shades(Scheme::Dark));
    format!("{HUB_CSS}\n{day}\n@media (prefers-color-scheme: dark){{{night}}}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_is_named_in_the_address_and_worn_by_day_and_by_night() {
        let red = Color::parse("#AA0000").unwrap();
        assert_eq!(Theme { color: Some(red), logo: None }.stylesheet(), "/review/assets/hub.css?color=aa0000");
        assert_eq!(Theme::default().stylesheet(), "/review/assets/hub.css");
        let css = in_color(red);
        let (day, night) =
            css.strip_prefix(HUB_CSS).unwrap().split_once("@media (prefers-color-scheme: dark)").unwrap();
        assert!(day.contains("--accent:#aa0000;") && day.contains("--on-accent:#ffffff;"), "{day}");
        assert!(!night.contains("#aa0000") && night.contains("--on-accent:#000000;"), "{night}");
    }

    #[test]
    fn a_shop_without_a_color_wears_the_sheets_own_in_its_mails_too() {
        let (day, night) = HUB_CSS.split_once("@media (prefers-color-scheme: dark)").unwrap();
        for (scheme, sheet) in [(Scheme::Light, day), (Scheme::Dark, night)] {
            let Shades { accent, strong, on_accent, tint } = Shades::new(None, scheme);
            for (name, shade) in
                [("accent", accent), ("accent-strong", strong), ("on-accent", on_accent), ("tint", tint)]
            {
                assert!(sheet.contains(&format!("--{name}: {shade};")), "{name} is {shade}");
            }
        }
    }
}
