//! The look of a shop's pages: the common stylesheet with the shop's color, and its logo.

use domain::shop::Shop;
use domain::values::{Color, HttpsUrl, Scheme, Shades};

use crate::asset::HUB_CSS;

/// The shop's color and logo. Pages without a shop use the default.
#[derive(Clone, Copy, Default)]
pub struct Theme<'a> {
    /// The color of links and buttons.
    pub color: Option<Color>,
    /// The URL of the logo above the shop's name.
    pub logo: Option<&'a str>,
}

impl<'a> Theme<'a> {
    pub fn new(shop: &'a Shop) -> Self {
        Self { color: shop.color, logo: shop.logo.as_ref().map(HttpsUrl::as_str) }
    }

    /// The stylesheet's URL. The color is a parameter in it, because the page's policy allows no inline style.
    pub fn stylesheet(&self) -> String {
        let Some(color) = self.color else { return HUB_CSS.to_string() };
        let digits = color.to_string().replacen('#', "?color=", 1);
        format!("{}{digits}", HUB_CSS.address(&shades(color)))
    }
}

/// The stylesheet's rules for a color: legible shades for the light and the dark scheme.
pub fn shades(color: Color) -> String {
    let of = |scheme| {
        let Shades { accent, strong, button, button_strong, on_button, tint } = color.shades(scheme);
        format!(
            ":root{{--accent:{accent};--accent-strong:{strong};--button:{button};--button-strong:{button_strong};\
             --on-button:{on_button};--tint:{tint}}}"
        )
    };
    let (day, night) = (of(Scheme::Light), of(Scheme::Dark));
    format!("\n{day}\n@media (prefers-color-scheme: dark){{{night}}}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_is_in_the_address_and_in_both_schemes() {
        let red = Color::parse("#AA0000").unwrap();
        let (plain, colored) = (Theme::default().stylesheet(), Theme { color: Some(red), logo: None }.stylesheet());
        let (name, digits) = colored.split_once('?').unwrap();
        assert_eq!((name.len(), digits), (plain.len(), "color=aa0000"));
        assert_ne!(name, plain, "other shades of the same color are another file");
        let css = shades(red);
        let (day, night) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
        assert!(day.contains("--accent:#aa0000;") && day.contains("--on-button:#ffffff;"), "{day}");
        assert!(!night.contains("#aa0000") && night.contains("--on-button:#000000;"), "{night}");
        let yellow = shades(Color::parse("#ffd400").unwrap());
        assert!(yellow.contains("--button:#ffd400;") && !yellow.contains("--on-button:#ffffff"), "{yellow}");
    }

    #[test]
    fn each_shade_that_the_stylesheet_uses_has_a_value_of_its_own() {
        let css = HUB_CSS.content;
        for used in css.split("var(--").skip(1).filter_map(|rest| rest.split([')', ',']).next()) {
            assert!(css.contains(&format!("--{used}:")), "--{used} has no value");
        }
    }

    #[test]
    fn the_default_shades_of_pages_and_emails_are_the_same() {
        let (day, night) = HUB_CSS.content.split_once("@media (prefers-color-scheme: dark)").unwrap();
        for (scheme, sheet) in [(Scheme::Light, day), (Scheme::Dark, night)] {
            let Shades { accent, strong, button, button_strong, on_button, tint } = Shades::new(None, scheme);
            for (name, shade) in [
                ("accent", accent),
                ("accent-strong", strong),
                ("button", button),
                ("button-strong", button_strong),
                ("on-button", on_button),
                ("tint", tint),
            ] {
                assert!(sheet.contains(&format!("--{name}: {shade};")), "{name} is {shade}");
            }
        }
    }
}
