//! Texts of other systems: HTML as plain text, shortened texts, lists of addresses.

use html_escape::decode_html_entities;

/// Tags that become line breaks.
const BREAKS: [&str; 9] = ["br", "p", "div", "li", "ul", "ol", "tr", "blockquote", "hr"];
/// Tags that are dropped; their content stays.
const INLINE: [&str; 15] =
    ["a", "b", "i", "u", "em", "strong", "span", "small", "s", "del", "img", "font", "code", "sup", "sub"];

/// HTML as plain text: tags become line breaks or are dropped, and entities are decoded once. Any other `<`, such as in `<3`,
/// stays.
pub(crate) fn plain(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.to_owned();
    }
    let (mut text, mut rest) = (String::with_capacity(html.len()), html);
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let Some((name, length)) = tag(from) else {
            text.push('<');
            rest = &from[1..];
            continue;
        };
        rest = &from[length..];
        if BREAKS.contains(&name.as_str()) && !text.is_empty() {
            // An empty line ends a paragraph.
            let ends = if name == "p" { "\n\n" } else { "\n" };
            while !text.ends_with(ends) {
                text.push('\n');
            }
            // WordPress also writes a line break after the tag.
            rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).unwrap_or(rest);
        }
    }
    text.push_str(rest);
    decode_html_entities(&text).into_owned()
}

/// The name and the length in bytes of the tag at the start of a text; `None` for any tag that is not in the two lists above.
fn tag(text: &str) -> Option<(String, usize)> {
    let end = text.find('>')?;
    let inner = text[1..end].trim_start_matches('/');
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let follows = inner[name.len()..].chars().next().is_none_or(|c| c.is_whitespace() || c == '/');
    let is_known = BREAKS.contains(&name.as_str()) || INLINE.contains(&name.as_str());
    (follows && is_known).then_some((name, end + 1))
}

/// A text of at most `characters_max` characters. A longer text ends with an ellipsis.
pub(crate) fn cut(text: &str, characters_max: usize) -> String {
    let text = text.trim();
    match text.char_indices().nth(characters_max) {
        None => text.to_owned(),
        Some(_) => {
            let (end, _) = text.char_indices().nth(characters_max - 1).unwrap_or_default();
            format!("{}…", text[..end].trim_end())
        }
    }
}

/// The addresses in a cell. An address begins with `http://`, `https://`, or `//`, which becomes `https://`, and ends before a
/// space, a quotation mark or a bracket; it may contain commas.
pub(crate) fn addresses(cell: &str) -> Vec<String> {
    let is_between = |c: char| c.is_whitespace() || "\"'[]{}<>".contains(c);
    let pieces = cell.split(is_between).flat_map(|piece| {
        let begins = |at: &usize| {
            let is_first = piece[..*at].chars().next_back().is_none_or(|before| ",;|".contains(before));
            is_first && ["https://", "http://", "//"].iter().any(|scheme| piece[*at..].starts_with(scheme))
        };
        let mut starts: Vec<_> = piece.char_indices().map(|(at, _)| at).filter(begins).collect();
        if starts.first() != Some(&0) {
            starts.insert(0, 0);
        }
        let ends: Vec<_> = starts.iter().skip(1).copied().chain([piece.len()]).collect();
        starts.into_iter().zip(ends).map(|(start, end)| piece[start..end].trim_matches([',', ';', '|']))
    });
    let whole = |piece: &str| if piece.starts_with("//") { format!("https:{piece}") } else { piece.to_owned() };
    pieces.filter(|piece| !piece.is_empty()).map(whole).collect()
}
