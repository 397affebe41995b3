use domain::review::ReviewPlace;
use domain::values::ReviewId;

use super::reviews::ALL_PRODUCTS;
use super::*;
use crate::table::kinds::partition;

#[test]
fn a_listed_reviews_place_reads_back() {
    let tenant: Tenant = "shop-1.live".parse().unwrap();
    let (request, customer) = (RequestId::new(7).unwrap(), CustomerId::new(8).unwrap());
    let place = ReviewPlace::Item(request, 3);
    let Key { pk: _, sk } = customer_review(&tenant, customer, place);
    let list_key = sk.strip_prefix(&customer_reviews(customer)).unwrap();
    assert_eq!(parse_place(list_key).unwrap(), place);
    for place in [ReviewPlace::Item(request, 3), ReviewPlace::Own(ReviewId::new(7).unwrap())] {
        assert_eq!(parse_review_sk(&review_sk(place)).unwrap(), place);
    }
    assert!(parse_list_key("@0000000000000007#00").is_err(), "no message");
    assert!(parse_place("@x#00").is_err());
}

#[test]
fn the_key_of_a_reviews_row_says_what_its_list_has() {
    let tenant: Tenant = "shop-1.live".parse().unwrap();
    let id = ReviewId::new(7).unwrap();
    for (prefix, state, product) in [
        (REVIEWS.to_owned(), None, None),
        (reviews_in_state("withheld", ALL_PRODUCTS), Some("withheld"), None),
        (reviews_with_stars("withheld", 1), Some("withheld"), None),
        (reviews_that_wait(), None, None),
        (reviews_in_state("published", "@shop"), Some("published"), Some("@shop")),
        (reviews_in_state("published", "wix-1"), Some("published"), Some("wix-1")),
    ] {
        let Key { pk, sk } = listed_review(&tenant, &prefix, id);
        assert_eq!(parse_listed_review(&sk), Some((id, state, product)));
        assert_eq!(pk, partition(&tenant, &prefix), "a page of the list begins there");
    }
}
