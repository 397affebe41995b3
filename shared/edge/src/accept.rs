//! What a client accepts, by the headers `Accept` and `Accept-Encoding`.

use axum::http::{HeaderMap, HeaderName};

/// Whether a header names a form with a weight above zero (RFC 9110 §12.4.2); `None` if it does not name the form.
pub(crate) fn accepts(headers: &HeaderMap, header: &HeaderName, form: &str) -> Option<bool> {
    let lists = headers.get_all(header).iter().filter_map(|list| list.to_str().ok());
    lists.flat_map(|list| list.split(',')).find_map(|named| {
        let mut parts = named.split(';').map(str::trim);
        let is_named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(form));
        let weight = parts.find_map(|part| part.strip_prefix(['q', 'Q'])?.strip_prefix('='));
        is_named.then(|| weight.is_none_or(is_above_zero))
    })
}

/// `false` if the weight is malformed.
fn is_above_zero(weight: &str) -> bool {
    weight.parse().is_ok_and(|weight: f32| weight > 0.0)
}
