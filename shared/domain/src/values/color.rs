//! A shop's color and shades of it that are readable on every page.
//!
//! Contrast is WCAG 2.2's: the ratio of relative luminances of sRGB colors (§ Definitions).

use std::fmt;

use crate::values::{Invalid, stored_as_text};

/// An sRGB color, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color([u8; 3]);

stored_as_text!(Color, Self::to_string, |text| Self::parse(text).ok());

/// A page's theme: the shades of one color, for a light or dark page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// The color of links and borders. It has the contrast [`Color::READABLE`] on the page, the cards and the tint.
    pub accent: Color,
    /// The color of links under the pointer, with more contrast.
    pub strong: Color,
    /// The color of buttons. On a light page it is the shop's color itself, and the words on it may be dark.
    pub button: Color,
    /// Buttons under the pointer.
    pub button_strong: Color,
    /// Text on both kinds of button.
    pub on_button: Color,
    /// A background with a little of the color.
    pub tint: Color,
}

impl Shades {
    /// The shades of a shop's color, or of the default theme if it has none.
    pub fn new(color: Option<Color>, scheme: Scheme) -> Self {
        color.map_or_else(|| Self::default_theme(scheme), |color| color.shades(scheme))
    }

    /// The default shades, as in the stylesheet.
    const fn default_theme(scheme: Scheme) -> Self {
        let [accent, strong, on_button, tint] = match scheme {
            Scheme::Light => [[0x1f, 0x5f, 0x4c], [0x17, 0x4a, 0x3b], [0xff; 3], [0xe7, 0xf0, 0xeb]],
            Scheme::Dark => [[0x8f, 0xd0, 0xb8], [0xb0, 0xe2, 0xcf], [0x0f, 0x23, 0x1c], [0x20, 0x33, 0x2b]],
        };
        let [accent, strong, on_button, tint] = [Color(accent), Color(strong), Color(on_button), Color(tint)];
        Self { accent, strong, button: accent, button_strong: strong, on_button, tint }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on a light page.
    Light,
    /// Light text on a dark page.
    Dark,
}

impl Color {
    /// The least contrast of text (WCAG 2.2, 1.4.3: 4.5), with a margin for rounding.
    pub const READABLE: f64 = 4.55;
    const WHITE: Self = Self([255; 3]);
    const BLACK: Self = Self([0; 3]);
    /// The stylesheet's color of text on a light page.
    const INK: Self = Self([0x1d, 0x23, 0x20]);
    /// The stylesheet's backgrounds on a light page: of the page, and of the cards on it.
    const LIGHT: [Self; 2] = [Self([0xf5, 0xf6, 0xf3]), Self::WHITE];
    const DARK: [Self; 2] = [Self([0x14, 0x16, 0x14]), Self([0x1e, 0x21, 0x1f])];
    const STEPS: u8 = 100;
    /// The most steps by which a button gets darker so that white words are readable. With more steps, it would look
    /// like another color.
    const DARKER_MAX: u8 = 10;
    /// The least contrast between a light button and the card, so that a white button is visible.
    const SEEN: f64 = 1.2;
    /// The steps between a shade and its shade under the pointer.
    const POINTED: u8 = 20;

    /// Reads `#rrggbb` in upper or lower case.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let digits = text.strip_prefix('#').unwrap_or_default();
        Self::from_hex(digits).ok_or(Invalid("A color must be # and six hexadecimal digits, such as #1f5f4c."))
    }

    /// Reads `rrggbb`, without the `#`; `None` for anything else.
    pub fn from_hex(digits: &str) -> Option<Self> {
        let plain = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok().filter(|_| plain)?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// The color's shades, as close to the color as is readable.
    pub fn shades(self, scheme: Scheme) -> Shades {
        let (backgrounds, far) = match scheme {
            Scheme::Light => (Self::LIGHT, Self::BLACK),
            Scheme::Dark => (Self::DARK, Self::WHITE),
        };
        let [page, card] = backgrounds;
        let tint = card.mixed(self, 10);
        let is_readable = |shade: &Self| [tint, page, card].iter().all(|other| shade.is_readable_on(*other));
        let shade = |from: u8| (from..=Self::STEPS).find(|&step| is_readable(&self.mixed(far, step)));
        let near = shade(0).unwrap_or(Self::STEPS);
        let strong = shade((near + Self::POINTED).min(Self::STEPS)).unwrap_or(Self::STEPS);
        let (accent, strong) = (self.mixed(far, near), self.mixed(far, strong));
        let (button, on_button) = match scheme {
            Scheme::Light => self.light_button(),
            Scheme::Dark => (accent, Self::BLACK),
        };
        // Under the pointer, the button's contrast with its words grows, and the words keep their color.
        let away = if on_button == Self::WHITE { Self::BLACK } else { Self::WHITE };
        let button_strong = button.mixed(away, Self::POINTED);
        Shades { accent, strong, button, button_strong, on_button, tint }
    }

    /// A button on a light page, and the color of its words. The words are white if white is readable on the color, or
    /// on a color that looks the same; otherwise they are dark.
    fn light_button(self) -> (Self, Self) {
        let darker = |steps: u8| (0..=steps).map(|step| self.mixed(Self::BLACK, step));
        if let Some(button) = darker(Self::DARKER_MAX).find(|button| button.is_readable_on(Self::WHITE)) {
            return (button, Self::WHITE);
        }
        let button = darker(Self::STEPS).find(|button| button.contrast(Self::WHITE) >= Self::SEEN).unwrap_or(self);
        (button, if button.is_readable_on(Self::INK) { Self::INK } else { Self::BLACK })
    }

    fn is_readable_on(self, other: Self) -> bool {
        self.contrast(other) >= Self::READABLE
    }

    /// The contrast ratio of two colors, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// A mix with `step` hundredths of another color.
    fn mixed(self, other: Self, step: u8) -> Self {
        let (step, all) = (u16::from(step), u16::from(Self::STEPS));
        let mix = |index: usize| {
            let mixed = (u16::from(self.0[index]) * (all - step) + u16::from(other.0[index]) * step) / all;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Self([mix(0), mix(1), mix(2)])
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_is_six_hexadecimal_digits() {
        assert_eq!(Color::parse("#1F5f4C").unwrap().to_string(), "#1f5f4c");
        for bad in ["", "1f5f4c", "#1f5f4", "#1f5f4cc", "#+1f5f4", "#1f5f4é", "red", "##1f5f4"] {
            assert!(Color::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((Color::WHITE.contrast(Color::BLACK) - 21.0).abs() < 1e-9);
        // The lightest gray allowed for text on white.
        let gray = Color::parse("#767676").unwrap().contrast(Color::WHITE);
        assert!((4.54..4.55).contains(&gray), "{gray}");
    }

    #[test]
    fn shades_of_any_color_are_readable() {
        let channel = || (0..=255).step_by(15).map(|value| value as u8);
        for red in channel() {
            for (green, blue) in channel().flat_map(|green| channel().map(move |blue| (green, blue))) {
                let color = Color([red, green, blue]);
                for (scheme, backgrounds) in [(Scheme::Light, Color::LIGHT), (Scheme::Dark, Color::DARK)] {
                    let Shades { accent, strong, button, button_strong, on_button, tint } = color.shades(scheme);
                    for (text, background) in [
                        (accent, backgrounds[0]),
                        (accent, backgrounds[1]),
                        (accent, tint),
                        (strong, backgrounds[0]),
                        (strong, backgrounds[1]),
                        (on_button, button),
                        (on_button, button_strong),
                    ] {
                        assert!(text.contrast(background) >= 4.5, "{color} {scheme:?}: {text} on {background}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_readable_color_stays_as_it_is() {
        let green = Color::parse("#1f5f4c").unwrap();
        let Shades { accent, button, on_button, .. } = green.shades(Scheme::Light);
        assert_eq!([accent, button, on_button], [green, green, Color::WHITE]);
        assert_ne!(green.shades(Scheme::Dark).accent, green);
    }

    #[test]
    fn a_light_color_is_the_buttons_own_with_dark_words_and_links_are_darker() {
        for light in ["#ffd400", "#7bdcb5", "#ff8a3d", "#9ad0f5", "#f2b8c6"] {
            let light = Color::parse(light).unwrap();
            let Shades { accent, strong, button, button_strong, on_button, .. } = light.shades(Scheme::Light);
            assert_eq!((button, on_button), (light, Color::INK));
            assert!(button_strong != button && accent != light && strong != accent, "{light}");
            let dark = light.shades(Scheme::Dark);
            assert_eq!((dark.accent, dark.button), (light, light));
        }
        // On a medium color, the words are white if the button can stay nearly the same color.
        for (color, expected) in [("#e0451f", "#d4411d"), ("#ffffff", "#eaeaea")] {
            assert_eq!(Color::parse(color).unwrap().shades(Scheme::Light).button.to_string(), expected);
        }
    }
}
