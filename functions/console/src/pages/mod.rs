//! The pages, one folder each: its routes' handlers, what it reads, its template's struct. The table of all routes is here.

mod assets;
mod audit;
mod connections;
pub(crate) mod customers;
pub(crate) mod end;
mod failure;
mod files;
mod keys;
mod members;
mod more;
mod numbers;
mod products;
pub(crate) mod requests;
pub(crate) mod reviews;
pub(crate) mod settings;
mod sign_in;
mod today;
mod webhooks;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};

use crate::failure::Failure;
use crate::parts::Parts;
use crate::ui::pictures;
use crate::viewer::{Needs, enter};

/// Lists every page and action once: its method, the least role, its path and its handler.
macro_rules! table {
    ($($method:ident $needs:ident $path:literal => $($handler:ident)::+;)+) => {
        /// Every page and action: its method in lower case, its path, and who may use it.
        pub const TABLE: &[(&str, &str, Needs)] = &[$((stringify!($method), $path, Needs::$needs)),+];

        fn serve(router: Router<Arc<Parts>>, parts: &Arc<Parts>) -> Router<Arc<Parts>> {
            let entering = |needs| from_fn_with_state((Arc::clone(parts), needs), enter);
            router$(.route($path, $method($($handler)::+).layer(entering(Needs::$needs))))+
        }
    };
}

table! {
    get Nobody "/console/assets/{file}" => assets::asset;

    get Nobody "/console/sign-in" => sign_in::ask_page;
    post Nobody "/console/sign-in/ask" => sign_in::ask;
    get Nobody "/console/sign-in/waiting" => sign_in::waiting;
    post Nobody "/console/sign-in/code" => sign_in::code;
    get Nobody "/console/sign-in/link" => sign_in::link_page;
    post Nobody "/console/sign-in/link" => sign_in::link;
    get Nobody "/console/shops" => sign_in::shops;
    post Nobody "/console/shops/choose" => sign_in::choose;
    post Nobody "/console/shops/decline" => sign_in::decline;
    post Reader "/console/sign-out" => sign_in::sign_out;

    get Reader "/console" => more::home;
    get Reader "/console/more" => more::show;
    post Reader "/console/more/language" => more::choose_language;
    post Reader "/console/more/told" => more::choose_told;

    get Reader "/console/today" => today::show;

    get Reader "/console/numbers" => numbers::show;

    get Reader "/console/products" => products::show;

    get Reader "/console/reviews" => reviews::list;
    get Reader "/console/reviews/{id}" => reviews::show;
    post Moderator "/console/reviews/{id}/publish" => reviews::publish;
    post Moderator "/console/reviews/{id}/withhold" => reviews::withhold;
    post Moderator "/console/reviews/{id}/drop-edit" => reviews::drop_edit;
    post Moderator "/console/reviews/{id}/reply" => reviews::reply;
    post Moderator "/console/reviews/{id}/reply/remove" => reviews::remove_reply;
    post Moderator "/console/reviews/{id}/undo" => reviews::undo;

    get Reader "/console/requests" => requests::show;
    post Reader "/console/requests/find" => requests::find;
    post Moderator "/console/requests/send" => requests::send_several;
    get Owner "/console/requests/earlier" => requests::earlier;
    post Owner "/console/requests/earlier" => requests::try_earlier;
    post Owner "/console/requests/earlier/ask" => requests::ask_earlier;
    get Reader "/console/requests/{id}" => requests::show_one;
    get Moderator "/console/requests/{id}/link" => requests::link;
    get Moderator "/console/requests/{id}/messages" => requests::messages;
    post Moderator "/console/requests/{id}/send" => requests::send;
    post Moderator "/console/requests/{id}/cancel" => requests::cancel;

    get Reader "/console/customers" => customers::list;
    post Reader "/console/customers/find" => customers::find;
    get Moderator "/console/customers/receipts/{receipt}" => customers::receipt;
    get Reader "/console/customers/{id}" => customers::show;
    post Moderator "/console/customers/{id}/export" => customers::export;
    get Owner "/console/customers/{id}/erase" => customers::ask_to_erase;
    post Owner "/console/customers/{id}/erase" => customers::erase;

    get Owner "/console/connections" => connections::list;
    get Owner "/console/connections/{system}" => connections::show;
    post Owner "/console/connections/{system}" => connections::save;
    post Owner "/console/connections/{system}/rotate" => connections::rotate;
    post Owner "/console/connections/{system}/disconnect" => connections::disconnect;

    get Owner "/console/files" => files::show;
    get Owner "/console/files/reviews.csv" => files::download;
    post Owner "/console/files" => files::begin;
    post Owner "/console/files/everything" => files::export_shop;
    get Owner "/console/files/everything/{name}" => files::shop_file;
    post Owner "/console/files/products" => files::answer;
    get Owner "/console/files/{id}" => files::import;
    get Owner "/console/files/{id}/report.csv" => files::report;
    post Owner "/console/files/{id}/undo" => files::undo;

    get Owner "/console/keys" => keys::show;
    post Owner "/console/keys" => keys::create;
    post Owner "/console/keys/{id}/revoke" => keys::revoke;

    get Owner "/console/webhooks" => webhooks::list;
    post Owner "/console/webhooks" => webhooks::create;
    get Owner "/console/webhooks/{id}" => webhooks::show;
    post Owner "/console/webhooks/{id}" => webhooks::change;
    post Owner "/console/webhooks/{id}/rotate" => webhooks::rotate;
    post Owner "/console/webhooks/{id}/test" => webhooks::test;
    post Owner "/console/webhooks/{id}/end" => webhooks::end;
    post Owner "/console/webhooks/{id}/deliveries/{event}/replay" => webhooks::replay;

    get Reader "/console/settings" => settings::show;
    post Owner "/console/settings/end" => end::end;
    post Owner "/console/restore" => end::restore;
    post Owner "/console/settings/{part}" => settings::save;
    get Reader "/console/settings/look/preview" => settings::stored;
    post Owner "/console/settings/look/preview" => settings::typed;

    get Reader "/console/words" => words::show;
    post Owner "/console/words/{language}/{occasion}" => words::save;
    get Reader "/console/words/{language}/{occasion}/preview" => words::stored;
    post Owner "/console/words/{language}/{occasion}/preview" => words::typed;
    post Owner "/console/words/{language}/{occasion}/test" => words::test;
    post Owner "/console/words/{language}/{occasion}/reset" => words::reset;

    get Owner "/console/audit" => audit::show;
    get Owner "/console/audit/csv" => audit::csv;

    get Reader "/console/members" => members::show;
    post Owner "/console/members/invite" => members::invite;
    post Owner "/console/members/{id}/role" => members::change_role;
    post Owner "/console/members/{id}/remove" => members::remove;
    post Reader "/console/members/{id}/sign-out" => members::sign_out;
}

/// Every route, errors included, as HTML for people.
pub(crate) fn routes(router: Router<Arc<Parts>>, parts: &Arc<Parts>) -> Router {
    let entering = from_fn_with_state((Arc::clone(parts), Needs::Reader), enter);
    serve(router, parts)
        .route("/console/{*rest}", get(unknown).fallback(unknown).layer(entering))
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn(failure::render))
        .layer(from_fn_with_state(Arc::clone(parts), pictures::allow))
        .with_state(Arc::clone(parts))
}

async fn unknown() -> Failure {
    Failure::NotFound
}

async fn wrong_method() -> Failure {
    Failure::Method
}
