//! What the page `/trust/{shop}` says, as plain text: a line for each heading, paragraph, item of a list and row of a table.

/// The escapes that our templates write; the ampersand comes last, because it begins the others.
const ESCAPES: [(&str, &str); 5] = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];

pub(super) fn text_of(html: &str) -> String {
    let (_, main) = html.split_once("<main>").unwrap_or(("", html));
    let main = main.split("</main>").next().unwrap_or_default();
    let (mut text, mut line, mut between) = (String::new(), String::new(), "");
    for piece in main.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        match tag.split_whitespace().next().unwrap_or_default() {
            "h1" | "h2" | "table" if !text.is_empty() => text.push('\n'),
            "li" => line.push_str("- "),
            "/td" | "/th" => between = " | ",
            "/b" | "/span" if line.trim_start().starts_with("- ") => between = ": ",
            "/h1" | "/h2" | "/p" | "/li" | "/tr" | "/blockquote" => {
                text.extend([line.split_whitespace().collect::<Vec<_>>().join(" ").as_str(), "\n"]);
                (line, between) = (String::new(), "");
            }
            _ => {}
        }
        if !words.trim().is_empty() && !between.is_empty() {
            line.truncate(line.trim_end().len());
            line.push_str(std::mem::take(&mut between));
        }
        line.push_str(words);
    }
    ESCAPES.into_iter().fold(text, |text, (escape, character)| text.replace(escape, character))
}
