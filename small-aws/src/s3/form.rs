//! A form of `multipart/form-data` (RFC 7578), as browsers write it.

use bytes::Bytes;

/// The form's fields in their order, including the file; `None` if it is no such form.
pub(super) fn fields(content_type: &str, body: &Bytes) -> Option<Vec<(String, Bytes)>> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("boundary="))?;
    let first = format!("--{}", boundary.trim_matches('"'));
    let next = format!("\r\n{first}");
    let mut at = find(body, first.as_bytes(), 0)? + first.len();
    let mut fields = Vec::new();
    while body.get(at..at + 2)? == b"\r\n" {
        let content = find(body, b"\r\n\r\n", at)? + 4;
        let head = std::str::from_utf8(body.get(at..content)?).ok()?;
        let end = find(body, next.as_bytes(), content)?;
        fields.push((named(head)?, body.slice(content..end)));
        at = end + next.len();
    }
    (body.get(at..at + 2)? == b"--").then_some(fields)
}

fn named(head: &str) -> Option<String> {
    let disposition = head.lines().find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
    let (_, name) = disposition.split_once(" name=\"")?;
    name.split_once('"').map(|(name, _)| name.to_owned())
}

fn find(body: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let (first, mut at) = (*wanted.first()?, from);
    loop {
        at += body.get(at..)?.iter().position(|&byte| byte == first)?;
        if body[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}
