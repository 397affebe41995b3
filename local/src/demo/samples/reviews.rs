//! What the samples' customers write, and what the shop does about it. A customer has a number, from 1.

/// The product's place in the demo's list, `None` for the shop itself; the stars; the shown name, if any; the text.
pub(super) type Sample = (Option<usize>, u8, &'static str, &'static str);

/// The first names of all customers, who are all called Sample.
#[rustfmt::skip]
pub(super) const NAMES: [&str; 67] = [
    "Anna", "Ben", "Chloe", "David", "Emma", "Felix", "Grace", "Hugo", "Ida", "Jonas", "Kim", "Leo", "Mia", "Noah", "Olga", "Paul",
    "Quinn", "Rosa", "Simon", "Tara", "Uwe", "Vera", "Walter", "Xenia", "Yusuf", "Zoe", "Arthur", "Bella", "Carl", "Dora", "Elias",
    "Frida", "Georg", "Hannah", "Ivan", "Julia", "Kurt", "Lena", "Max", "Nina", "Oscar", "Petra", "Ralf", "Sofia", "Tom", "Ulla",
    "Viktor", "Wanda", "Xaver", "Yara", "Zeno", "Alma", "Bruno", "Clara", "Dario", "Ella", "Finn", "Greta", "Hedda", "Igor", "Jana",
    "Klaus", "Lotte", "Marco", "Nora", "Otto", "Pia",
];

/// The reviews. The last four contain contact data, so they wait.
#[rustfmt::skip]
pub(super) const SAMPLES: [Sample; 40] = [
    (Some(0), 5, "Anna Sample", "The grain is beautiful, and it came oiled and ready to use."),
    (Some(0), 5, "B. S.", "We use it every day for bread. No cracks after a month of washing by hand."),
    (Some(0), 4, "Chloe Sample", "Heavier than I expected, which I have come to like. The handle could be longer."),
    (Some(0), 3, "David Sample", "A good board, but one corner was rough and I had to sand it myself."),
    (Some(0), 2, "E. S.", "It warped a little after the second wash. The instructions came in another parcel."),
    (Some(0), 5, "Felix Sample", "A present for my parents. They serve cheese on it whenever we visit."),
    (Some(0), 1, "Grace Sample", "Arrived with a crack along the middle. I had to ask twice for a new one."),
    (Some(0), 4, "", "Solid walnut, nicely rounded edges. It smelled of oil for a few days."),
    (Some(1), 5, "Ida Sample", "The glaze is even nicer than in the picture, and the saucer does not leak."),
    (Some(1), 4, "J. S.", "Exactly the size for my fern. The color is a little darker than shown."),
    (Some(1), 4, "Kim Sample", "Well packed and quick. The hole in the bottom is small, so water drains slowly."),
    (Some(1), 3, "Leo Sample", "Fine for the price. Two of the three pots I bought differ in height."),
    (Some(1), 5, "Mia Sample", "Third one I have bought. They look good next to each other."),
    (Some(1), 1, "N. S.", "The pot was broken when it came, and the box was too large for it."),
    (Some(1), 2, "Olga Sample", "The saucer scratches the window sill. I put felt under it."),
    (Some(1), 5, "", "Simple and heavy enough that the cat cannot push it over."),
    (Some(2), 5, "Quinn Sample", "They burn for hours and smell of honey, not of perfume."),
    (Some(2), 5, "R. S.", "No soot, no dripping. The set of three looks lovely on the table."),
    (Some(2), 4, "Simon Sample", "Good candles. One wick was off the middle and burned down on one side."),
    (Some(2), 3, "Tara Sample", "Nice, but smaller than I thought from the photo. I should have read the measurements."),
    (Some(2), 5, "Uwe Sample", "Bought again. They last longer than the ones from the market."),
    (Some(2), 2, "Vera Sample", "Two of the three went out again and again until I trimmed the wicks."),
    (Some(2), 4, "W. S.", "Lovely warm light. The paper wrapping was a nice touch."),
    (Some(2), 1, "", "They melted in the parcel on a hot day. Nobody answered my first email."),
    (Some(3), 5, "Yusuf Sample", "Soft from the first day, and the pockets are where you need them."),
    (Some(3), 5, "Z. S.", "Washed ten times already and it only got better."),
    (Some(3), 4, "Arthur Sample", "The straps are long enough to tie in front. It wrinkles a lot, as linen does."),
    (Some(3), 3, "Bella Sample", "Good linen, but the color faded at the seams after some washes."),
    (Some(3), 5, "Carl Sample", "My husband took it, so I ordered a second one."),
    (Some(3), 2, "Dora Sample", "Too wide for me, and there is only one size."),
    (Some(3), 4, "", "Well sewn. I would have liked a loop to hang it up."),
    (Some(3), 5, "Frida Sample", "Fits over a winter sweater and still looks neat."),
    (None, 5, "Georg Sample", "They found my parcel within a day when the courier had lost it."),
    (None, 4, "H. S.", "Good shop with honest pictures. Delivery took a week."),
    (None, 3, "Ivan Sample", "Everything was fine in the end, but I got the invoice twice."),
    (None, 1, "Julia Sample", "I waited three weeks for an answer about a return."),
    (Some(0), 5, "Kurt Sample", "Lovely board. If you have questions about the oil, write to sample37@example.com."),
    (Some(1), 2, "Lena Sample", "The color is not what I ordered. Call me on 030 1234567 about the exchange."),
    (Some(2), 4, "Max Sample", "I wrote more about them on www.example.com, with pictures."),
    (Some(3), 5, "Nina Sample", "A great apron. I sell similar ones at www.example.com."),
];

/// The reviews that the shop withheld, each with the reason.
pub(super) const WITHHELD: [(u16, &str); 3] = [(12, "unrelated"), (33, "confidential"), (40, "fake")];
/// The reviews that the shop answered, each with the answer.
pub(super) const ANSWERED: [(u16, &str); 5] = [
    (1, "Thank you! A few drops of oil twice a year keep it like that."),
    (7, "We are sorry, and have changed how we pack the boards. A new one is on its way."),
    (14, "Sorry about that. The next one comes in a smaller box, at our cost."),
    (25, "Thank you, that is good to read."),
    (36, "You are right, that took too long. Your refund was sent today."),
];

/// The reviews that their authors change: the day of the history, the new stars and the new text. The first one was answered;
/// the second one was withheld, so its new text waits.
#[rustfmt::skip]
pub(super) const EDITED: [(u16, u16, u8, &str); 2] = [
    (7, 12, 4, "Arrived with a crack along the middle. The new one came within three days, and it is faultless."),
    (40, 24, 5, "A great apron, and I know aprons."),
];
pub(super) const PHOTOS: [(u16, &[u8]); 7] = [
    (1, include_bytes!("../../../assets/photos/board-grain.webp")),
    (2, include_bytes!("../../../assets/photos/board-bread.webp")),
    (7, include_bytes!("../../../assets/photos/board-crack.webp")),
    (9, include_bytes!("../../../assets/photos/pot-fern.webp")),
    (13, include_bytes!("../../../assets/photos/pots.webp")),
    (18, include_bytes!("../../../assets/photos/candles-lit.webp")),
    (26, include_bytes!("../../../assets/photos/apron-hook.webp")),
];
