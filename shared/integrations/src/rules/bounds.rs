//! Limits what is stored about an order, because its item must stay below 400 KB, whatever a system sends and however
//! often (<https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html>).
//!
//! Each list may use a share of this size, and keeps its first elements in its own order. So it does not matter whether
//! two states are first cut and then merged, or first merged and then cut.

use super::{OrderState, StateLine};

/// The longest tag, in characters (Shopify's own bound).
const TAG_CHARACTERS_MAX: usize = 255;
const TAGS_BYTES: usize = 40_000;
/// The most bytes of an order's lines; 250 usual lines have 60,000.
const LINES_BYTES: usize = 150_000;
const SHIPMENTS_BYTES: usize = 60_000;
const SHIPMENTS_MAX: usize = 100;
/// The bytes that JSON needs for the names and numbers of a line or a shipment.
const NAMES_BYTES: usize = 200;
/// The bytes that JSON needs for a line's number within a shipment.
const NUMBER_BYTES: usize = 20;

impl OrderState {
    /// Cuts the lists to what fits into a row.
    pub(crate) fn bound(&mut self) {
        if let Some(head) = &mut self.head {
            let mut left = TAGS_BYTES;
            head.tags.retain(|tag| tag.chars().count() <= TAG_CHARACTERS_MAX && fits(&mut left, text_size(tag)));
            let mut left = LINES_BYTES;
            head.lines.retain(|line| fits(&mut left, size_of_line(line)));
        }
        let (mut left, mut count) = (SHIPMENTS_BYTES, 0);
        self.shipments.retain(|id, shipment| {
            count += 1;
            let lines = shipment.lines.keys().map(|line| line.len() + NUMBER_BYTES).sum::<usize>();
            count <= SHIPMENTS_MAX && fits(&mut left, NAMES_BYTES + id.len() + lines)
        });
    }
}

/// Uses `size` of the room that is left. Once something did not fit, nothing else does.
fn fits(left: &mut usize, size: usize) -> bool {
    *left = left.saturating_sub(size);
    *left > 0
}

fn size_of_line(StateLine { id, product, title, catalog_title, image_url, sku, gtin, .. }: &StateLine) -> usize {
    let texts =
        [product, catalog_title, image_url, sku, gtin].into_iter().flatten().map(|text| text_size(text)).sum::<usize>();
    NAMES_BYTES + id.len() + text_size(title) + texts
}

/// In the worst case, JSON escapes each character with one more.
fn text_size(text: &str) -> usize {
    text.len() * 2
}
