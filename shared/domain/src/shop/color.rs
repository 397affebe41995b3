//! A shop's color and its shades, which are readable on every page.
//!
//! Contrast is WCAG 2.2's: the ratio of relative luminances of sRGB colors (§ Definitions).

use std::fmt;

use crate::Invalid;

/// An sRGB color, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color([u8; 3]);

/// A page's theme: the shades of one color, for a light or dark page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// Links, borders and buttons: [`Color::READABLE`] on the page, the cards and the tint.
    pub accent: Color,
    /// The same under the pointer, with more contrast.
    pub strong: Color,
    /// Text on either of the two.
    pub on_accent: Color,
    /// A background with a little of the color.
    pub tint: Color,
}

impl Shades {
    /// The shades of a shop's color, or of the default theme if it has none.
    #[must_use]
    pub fn new(color: Option<Color>, scheme: Scheme) -> Self {
        color.map_or_else(|| Self::default_theme(scheme), |color| color.shades(scheme))
    }

    /// The shades in the stylesheet.
    const fn default_theme(scheme: Scheme) -> Self {
        let [accent, strong, on_accent, tint] = match scheme {
            Scheme::Light => [[0x1f, 0x5f, 0x4c], [0x17, 0x4a, 0x3b], [0xff; 3], [0xe7, 0xf0, 0xeb]],
            Scheme::Dark => [[0x8f, 0xd0, 0xb8], [0xb0, 0xe2, 0xcf], [0x0f, 0x23, 0x1c], [0x20, 0x33, 0x2b]],
        };
        Self { accent: Color(accent), strong: Color(strong), on_accent: Color(on_accent), tint: Color(tint) }
    }
}

/// A browser's color scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on a light page.
    Light,
    /// Light text on a dark page.
    Dark,
}

impl Color {
    /// The least contrast of text (WCAG 2.2, 1.4.3: 4.5), and a little for rounding.
    pub const READABLE: f64 = 4.55;
    const WHITE: Self = Self([255; 3]);
    const BLACK: Self = Self([0; 3]);
    /// The stylesheet's backgrounds: of the page, and of the cards on it.
    const LIGHT: [Self; 2] = [Self([0xf5, 0xf6, 0xf3]), Self::WHITE];
    const DARK: [Self; 2] = [Self([0x14, 0x16, 0x14]), Self([0x1e, 0x21, 0x1f])];
    /// Steps from one color to another.
    const STEPS: u8 = 100;

    /// Reads `#rrggbb` in upper or lower case.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let digits = text.strip_prefix('#').unwrap_or_default();
        Self::from_hex(digits).ok_or(Invalid("A color must be # and six hexadecimal digits, such as #1f5f4c."))
    }

    /// Reads `rrggbb`, without the `#`; `None` for anything else.
    #[must_use]
    pub fn from_hex(digits: &str) -> Option<Self> {
        let plain = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok().filter(|_| plain)?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// The color's shades: as close to it as is readable.
    #[must_use]
    pub fn shades(self, scheme: Scheme) -> Shades {
        let (backgrounds, far) = match scheme {
            Scheme::Light => (Self::LIGHT, Self::BLACK),
            Scheme::Dark => (Self::DARK, Self::WHITE),
        };
        let [page, card] = backgrounds;
        let tint = card.mixed(self, 10);
        let is_readable = |shade: &Self| {
            let on = shade.black_or_white();
            [tint, page, card, on].iter().all(|other| shade.contrast(*other) >= Self::READABLE)
        };
        let shade = |from: u8| (from..=Self::STEPS).find(|&step| is_readable(&self.mixed(far, step)));
        let near = shade(0).unwrap_or(Self::STEPS);
        let strong = shade((near + 20).min(Self::STEPS)).unwrap_or(Self::STEPS);
        let accent = self.mixed(far, near);
        // A button's text keeps its color under the pointer, so both shades must suit it.
        let on_accent = accent.black_or_white();
        let strong = self.mixed(far, strong);
        let strong = if strong.contrast(on_accent) >= Self::READABLE { strong } else { accent };
        Shades { accent, strong, on_accent, tint }
    }

    /// The contrast ratio of two colors, from 1 to 21.
    #[must_use]
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

    /// The one that is easier to read on it.
    fn black_or_white(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) { Self::WHITE } else { Self::BLACK }
    }

    /// A mix with so many hundredths of another color.
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
                    let Shades { accent, strong, on_accent, tint } = color.shades(scheme);
                    for (text, background) in [
                        (accent, backgrounds[0]),
                        (accent, backgrounds[1]),
                        (accent, tint),
                        (strong, backgrounds[0]),
                        (strong, backgrounds[1]),
                        (on_accent, accent),
                        (on_accent, strong),
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
        assert_eq!(green.shades(Scheme::Light).accent, green);
        assert_ne!(green.shades(Scheme::Dark).accent, green);
    }
}
