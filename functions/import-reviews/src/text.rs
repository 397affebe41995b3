//! Texts of other systems: HTML as plain text, shortened texts, lists of addresses.

use html_escape::decode_html_entities;

/// Tags that become line breaks.
const BREAKS: &str = "address article aside blockquote br center dd details dialog dir div dl dt fieldset figcaption figure footer \
    form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead \
    tr ul";
/// Tags that are dropped; their content stays, but for that of `HIDDEN`. The names are those of HTML, old ones, too.
const INLINE: &str = "a abbr acronym applet area audio b base basefont bdi bdo bgsound big blink body button canvas caption cite \
    code col colgroup data datalist del dfn em embed font frame frameset head hgroup html i iframe img input ins kbd keygen label \
    link map mark marquee math meta meter nobr noembed noframes noscript object output param picture plaintext progress q rb rp rt \
    rtc ruby s samp script search select slot small source span strike strong style sub sup svg template textarea time title track \
    tt u var video wbr xmp";
/// Tags that are dropped with their content.
const HIDDEN: [&str; 2] = ["script", "style"];

/// HTML as plain text: tags become line breaks or are dropped, comments are dropped, and entities are decoded once. Any other `<`,
/// such as in `<3`, stays.
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
        if names(BREAKS, &name) && !text.is_empty() {
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

/// The name and the length in bytes of the comment or the tag at the start of a text; `None` for any tag that HTML does not have.
fn tag(text: &str) -> Option<(String, usize)> {
    if text.starts_with("<!--") {
        return text.find("-->").map(|end| (String::new(), end + 3));
    }
    let end = text.find('>')?;
    let inner = text[1..end].trim_start_matches('/');
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let follows = inner[name.len()..].chars().next().is_none_or(|c| c.is_whitespace() || c == '/');
    let is_hidden = HIDDEN.contains(&name.as_str()) && !text.starts_with("</");
    let content = is_hidden.then(|| text.to_ascii_lowercase().find(&format!("</{name}"))).flatten();
    let is_known = names(BREAKS, &name) || names(INLINE, &name);
    (follows && is_known).then(|| (name, content.unwrap_or(end + 1)))
}

fn names(list: &str, name: &str) -> bool {
    list.split_whitespace().any(|known| known == name)
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
