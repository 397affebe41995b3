//! A shop's pages: one stylesheet for all, with the shop's color, and its logo.

use domain::{Color, HttpsUrl, Scheme, Shades, Shop};

/// The one stylesheet, served at `/review/assets/hub.css` as `text/css; charset=utf-8`.
pub const HUB_CSS: &str = include_str!("../assets/hub.css");

/// What a page shows of its shop. The default is for pages without one.
#[derive(Clone, Copy, Default)]
pub struct Theme<'a> {
    /// The color of links and buttons.
    pub color: Option<Color>,
    /// The address of the logo above the shop's name.
    pub logo: Option<&'a str>,
}

impl<'a> Theme<'a> {
    /// The shop's own.
    #[must_use]
    pub fn new(shop: &'a Shop) -> Self {
        Self { color: shop.color, logo: shop.logo.as_ref().map(HttpsUrl::as_str) }
    }

    /// The stylesheet's address. It names the color, because the policy allows no style within a page.
    #[must_use]
    pub fn stylesheet(&self) -> String {
        let digits = self.color.map(|color| color.to_string().replacen('#', "?color=", 1));
        format!("/review/assets/hub.css{}", digits.unwrap_or_default())
    }
}

/// The stylesheet with a color's shades for the light and the dark scheme, each legible.
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
    fn a_color_is_in_the_address_and_in_both_schemes() {
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
    fn the_default_shades_of_pages_and_emails_are_the_same() {
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
