//! The start page.

use askama::Template;
use axum::{extract::State, response::Response};
use jiff::Timestamp;

use super::{Front, error::FrontError, page};
use crate::{
    Work,
    demo::{self, Demo, DemoProduct, PRODUCTS},
};

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    demo: Demo,
    products: &'static [DemoProduct],
    order: &'static str,
    mails: usize,
    now: Timestamp,
    dead: usize,
}

impl Home {
    fn clock(&self) -> String {
        page::words(self.now)
    }
}

pub(super) async fn show(State(Front { world, demo }): State<Front>) -> Result<Response, FrontError> {
    page::page(&Home {
        demo,
        products: &PRODUCTS,
        order: demo::ORDER,
        mails: world.aws().inbox().len(),
        now: world.aws().clock().now(),
        dead: world.aws().queue(Work::Sends)?.dead().len(),
    })
}
