//! The use cases that read what pages show.

mod customers;
mod decide_several;
mod earlier_orders;
mod facts;
mod imports;
mod numbers;
mod pause;
mod products;
mod requests;
mod reviews;
mod today;

pub(crate) use customers::{Customers, ListedCustomers, WholeCustomer};
pub(crate) use decide_several::{DecidedSeveral, MARKED_MAX, decide_several};
pub(crate) use earlier_orders::{EarlierOrders, Plan, ROWS_MAX, Unreadable};
pub(crate) use facts::{FactNumbers, answer_shares};
pub(crate) use imports::imports;
pub(crate) use numbers::{Numbers, Period};
pub(crate) use pause::KeptBack;
pub(crate) use products::ProductsPage;
pub(crate) use requests::{FindRequests, RequestPage, Searched, WholeRequest};
pub(crate) use reviews::{FindReviews, ListedReviews, WholeReview};
pub(crate) use today::{Held, TodaysPage};
