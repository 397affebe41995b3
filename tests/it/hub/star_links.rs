//! The stars that a page shows as chosen. `tests/stories/hub/stars.story` tells how they get there.

/// The items with a checked star, and the star.
pub fn checked(page: &str) -> Vec<(usize, u8)> {
    let cards = page.split("id=\"form-").skip(1);
    cards
        .filter_map(|card| {
            let (index, form) = card.split_once('"')?;
            let stars = form
                .split("name=\"rating\" value=\"")
                .skip(1)
                .find(|star| star.split('>').next().unwrap().ends_with(" checked"))?;
            Some((index.parse().unwrap(), stars.split('"').next().unwrap().parse().unwrap()))
        })
        .collect()
}
