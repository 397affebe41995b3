//! A shop's color, and the shades of it that everybody can read.
//!
//! Contrast is WCAG 2.2's: the ratio of relative luminances of sRGB colors (§ Definitions).

use std::fmt;

use crate::Invalid;

/// A color of sRGB, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color([u8; 3]);

/// The shades that a page wears of a color, for one ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// Links, borders and buttons: [`Color::READABLE`] against the ground, the tint and the card.
    pub accent: Color,
    /// The same under the pointer: further from the ground still.
    pub strong: Color,
    /// Words on either of the two.
    pub on_accent: Color,
    /// A ground with a breath of the color.
    pub tint: Color,
}

impl Shades {
    /// A shop's, or ours where it has no color.
    #[must_use]
    pub fn new(color: Option<Color>, scheme: Scheme) -> Self {
        color.map_or_else(|| Self::ours(scheme), |color| color.shades(scheme))
    }

    /// Those of the stylesheet as it is.
    const fn ours(scheme: Scheme) -> Self {
        let [accent, strong, on_accent, tint] = match scheme {
            Scheme::Light => [[0x1f, 0x5f, 0x4c], [0x17, 0x4a, 0x3b], [0xff; 3], [0xe7, 0xf0, 0xeb]],
            Scheme::Dark => [[0x8f, 0xd0, 0xb8], [0xb0, 0xe2, 0xcf], [0x0f, 0x23, 0x1c], [0x20, 0x33, 0x2b]],
        };
        Self { accent: Color(accent), strong: Color(strong), on_accent: Color(on_accent), tint: Color(tint) }
    }
}

/// How a page is lit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark words on light ground.
    Light,
    /// Light words on dark ground.
    Dark,
}

impl Color {
    /// The least contrast of words (WCAG 2.2, 1.4.3), and a little for rounding.
    pub const READABLE: f64 = 4.55;
    const WHITE: Self = Self([255; 3]);
    const BLACK: Self = Self([0; 3]);
    /// The grounds of the stylesheet: the page's, and the cards' on it.
    const LIGHT: [Self; 2] = [Self([0xf5, 0xf6, 0xf3]), Self::WHITE];
    const DARK: [Self; 2] = [Self([0x14, 0x16, 0x14]), Self([0x1e, 0x21, 0x1f])];
    /// Steps between a color and black or white.
    const STEPS: u8 = 100;

    /// Reads `#rrggbb`, in either case.
    ///
    /// # Errors
    /// [`Invalid`] with a sentence to show.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let digits = text.strip_prefix('#').unwrap_or_default();
        Self::from_hex(digits).ok_or(Invalid("A color is # and six hexadecimal digits, such as #1f5f4c."))
    }

    /// Reads the six digits alone.
    #[must_use]
    pub fn from_hex(digits: &str) -> Option<Self> {
        let plain = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok().filter(|_| plain)?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// Its shades on a ground: as near to the color as they can be read.
    #[must_use]
    pub fn shades(self, scheme: Scheme) -> Shades {
        let (grounds, far) = match scheme {
            Scheme::Light => (Self::LIGHT, Self::BLACK),
            Scheme::Dark => (Self::DARK, Self::WHITE),
        };
        let [_, card] = grounds;
        let tint = card.towards(self, 10);
        let is_read = |shade: &Self| {
            let on = shade.contrary();
            [tint, grounds[0], card, on].iter().all(|other| shade.contrast(*other) >= Self::READABLE)
        };
        let shade = |from: u8| (from..=Self::STEPS).find(|&step| is_read(&self.towards(far, step)));
        let near = shade(0).unwrap_or(Self::STEPS);
        let strong = shade((near + 20).min(Self::STEPS)).unwrap_or(Self::STEPS);
        let accent = self.towards(far, near);
        // Words stay what they are while the pointer is on a button.
        let on_accent = accent.contrary();
        let strong = self.towards(far, strong);
        let strong = if strong.contrast(on_accent) >= Self::READABLE { strong } else { accent };
        Shades { accent, strong, on_accent, tint }
    }

    /// The ratio of the lighter one's luminance to the darker one's, from 1 to 21.
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

    /// Black or white, whichever is easier to read on it.
    fn contrary(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) { Self::WHITE } else { Self::BLACK }
    }

    /// This much of the way, in hundredths, to another color.
    fn towards(self, other: Self, step: u8) -> Self {
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
    fn contrast_is_what_wcag_says() {
        assert!((Color::WHITE.contrast(Color::BLACK) - 21.0).abs() < 1e-9);
        // The lightest gray that may be written on white.
        let gray = Color::parse("#767676").unwrap().contrast(Color::WHITE);
        assert!((4.54..4.55).contains(&gray), "{gray}");
    }

    #[test]
    fn whatever_the_color_it_can_be_read() {
        let channel = || (0..=255).step_by(15).map(|value| value as u8);
        for red in channel() {
            for (green, blue) in channel().flat_map(|green| channel().map(move |blue| (green, blue))) {
                let color = Color([red, green, blue]);
                for (scheme, grounds) in [(Scheme::Light, Color::LIGHT), (Scheme::Dark, Color::DARK)] {
                    let Shades { accent, strong, on_accent, tint } = color.shades(scheme);
                    for (words, ground) in [
                        (accent, grounds[0]),
                        (accent, grounds[1]),
                        (accent, tint),
                        (strong, grounds[0]),
                        (strong, grounds[1]),
                        (on_accent, accent),
                        (on_accent, strong),
                    ] {
                        assert!(words.contrast(ground) >= 4.5, "{color} {scheme:?}: {words} on {ground}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_color_that_can_be_read_stays_as_it_is() {
        let green = Color::parse("#1f5f4c").unwrap();
        assert_eq!(green.shades(Scheme::Light).accent, green);
        assert_ne!(green.shades(Scheme::Dark).accent, green);
    }
}
