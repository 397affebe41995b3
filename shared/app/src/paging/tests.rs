//! The engine, with a list of numbers.

use std::cell::RefCell;

use futures_util::FutureExt as _;
use store::table::{End, Listed, Page, Reading};

use super::{Bound, Listing, Scan, Until, Walked, walk};
use crate::error::Error;

/// How many numbers are in the list, from 1.
const LENGTH: u64 = 20;

struct Number(u64);

impl Listed for Number {
    type Place = u64;

    fn place(&self) -> u64 {
        self.0
    }
}

/// A query, with the answer that the store would give.
fn query(Reading { span: _, after, end, limit }: Reading<u64>) -> Page<Number> {
    let mut all: Vec<_> = (1..=LENGTH).collect();
    if end == End::Newest {
        all.reverse();
    }
    let rest = all.iter().skip_while(|number| after.is_some_and(|after| **number != after));
    let rest: Vec<_> = rest.skip(usize::from(after.is_some())).collect();
    let limit = limit.try_into().unwrap();
    Page { more: rest.len() > limit, rows: rest.into_iter().take(limit).map(|number| Number(*number)).collect() }
}

/// The numbers that were found, the next place, how many are left to skip, and the limit of each query.
fn walked(listing: Listing<'_, Number>) -> (Vec<u64>, Option<u64>, u32, Vec<u32>) {
    let queries = RefCell::new(Vec::new());
    let read = |reading: Reading<u64>| {
        queries.borrow_mut().push(reading.limit);
        std::future::ready(Ok::<_, Error>(query(reading)))
    };
    let Ok(Walked { rows, next, skip }) = walk(listing, read).now_or_never().unwrap() else { panic!() };
    (rows.iter().map(|number| number.0).collect(), next, skip, queries.into_inner())
}

#[test]
fn a_page_without_a_filter_is_one_query_of_what_it_needs() {
    assert_eq!(walked(Listing::new(End::Oldest, None, 3)), (vec![1, 2, 3], Some(3), 0, vec![3]));
    assert_eq!(walked(Listing::new(End::Newest, Some(4), 3)), (vec![3, 2, 1], None, 0, vec![3]));
    let skipping = Listing { skip: 16, ..Listing::new(End::Oldest, None, 3) };
    assert_eq!(walked(skipping), (vec![17, 18, 19], Some(19), 0, vec![19]));
    let beyond = Listing { skip: 25, ..Listing::new(End::Oldest, None, 3) };
    assert_eq!(walked(beyond), (vec![], None, 5, vec![28]));
}

#[test]
fn a_filter_ends_with_its_page_or_its_bound() {
    let fives = |number: &Number| number.0.is_multiple_of(5);
    let scan =
        |at_once, most, until| Some(Scan { passes: &fives, bound: Bound { first: at_once, at_once, most }, until });
    let page = |limit, scan| walked(Listing { scan, ..Listing::new(End::Oldest, None, limit) });
    // A further row shows that there may be a next page; a further match shows that there is one.
    assert_eq!(page(2, scan(5, 20, Until::Row)), (vec![5, 10], Some(10), 0, vec![5, 5]));
    assert_eq!(page(2, scan(4, 20, Until::Match)), (vec![5, 10], Some(10), 0, vec![4, 4, 4, 4]));
    assert_eq!(page(4, scan(6, 30, Until::Match)), (vec![5, 10, 15, 20], None, 0, vec![6, 6, 6, 6]));
    // The next page continues where this page stopped searching.
    assert_eq!(page(2, scan(4, 9, Until::Row)), (vec![5], Some(9), 0, vec![4, 4, 1]));
    assert_eq!(page(2, scan(4, 12, Until::Match)), (vec![5, 10], Some(12), 0, vec![4, 4, 4]));
    // All rows were searched, so nothing is left, although the bound is reached.
    assert_eq!(page(9, scan(10, 20, Until::Match)), (vec![5, 10, 15, 20], None, 0, vec![10, 10]));
}
