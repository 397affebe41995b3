//! Shortens texts, so that a page with many texts stays small.

use std::borrow::Cow;

/// A text of at most `characters_max` characters. A longer text is cut after a word and ends with an ellipsis.
pub(crate) fn excerpt(text: &str, characters_max: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(characters_max) else { return Cow::Borrowed(text) };
    let cut = &text[..end];
    // Without spaces near the end, as in Chinese, the text is cut within a word.
    let at_word = cut.rfind(char::is_whitespace).filter(|at| *at > end / 2);
    Cow::Owned(format!("{}…", cut[..at_word.unwrap_or(end)].trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_behind_a_word() {
        assert_eq!(excerpt("Good.", 5), "Good.");
        assert_eq!(excerpt("Good and strong.", 10), "Good and…");
        assert_eq!(excerpt("Goodandstrong.", 6), "Goodan…");
        assert_eq!(excerpt("良い商品です", 3), "良い商…");
    }
}
