//! The merchant's console, by HTTP.

mod authority;
pub mod files;
mod marked_reviews;
mod members;
mod origins_and_roles;
mod pages;
mod sign_in;
mod system_webhooks;

use std::cell::RefCell;

use crate::support::*;

pub const MARA: &str = "mara@fernandoak.example";
const JO: &str = "jo@fernandoak.example";

/// A browser: it keeps cookies, sends the origin of its forms, and follows no redirect by itself.
#[derive(Clone)]
pub struct Visitor {
    shop: Shop,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl Visitor {
    pub fn new(shop: &Shop) -> Self {
        Self { shop: shop.clone(), cookies: RefCell::default() }
    }

    /// A member who signed in by email and accepted the shop's invitation.
    pub async fn signed_in(shop: &Shop, email: &str) -> Self {
        let visitor = Self::new(shop);
        visitor.ask(email).await;
        let mut reply = visitor.press(&sign_in_link(shop, email)).await;
        if reply.header("location") == "/console/shops" {
            reply = visitor.choose(shop).await;
        }
        reply.leads("/console");
        visitor
    }

    /// A new member, who signed in by email.
    pub async fn member(shop: &Shop, email: &str, role: &str) -> Self {
        member(shop, email, role).await;
        Self::signed_in(shop, email).await
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send("GET", path, &[], Some(BASE_URL)).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.send("POST", path, fields, Some(BASE_URL)).await
    }

    pub async fn send(&self, method: &str, path: &str, fields: &[(&str, &str)], origin: Option<&str>) -> Reply {
        let mut call = self.shop.call(method, path).without_key().header("user-agent", BROWSER);
        call = call.header("x-forwarded-for", "192.0.2.1");
        let cookies: Vec<_> = self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            call = call.header("cookie", cookies.join("; "));
        }
        if method == "POST" {
            call = call.form(fields);
            if let Some(origin) = origin {
                call = call.header("origin", origin);
            }
        }
        let reply = call.send().await;
        for cookie in reply.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            let (pair, attributes) = cookie.split_once("; ").unwrap();
            assert!(pair.starts_with("__Host-"), "{cookie}");
            attributes.shows(["Path=/", "Secure", "HttpOnly", "SameSite=Lax"]);
            let (name, value) = pair.split_once('=').unwrap();
            match attributes.contains("Max-Age=0") {
                true => self.cookies.borrow_mut().remove(name),
                false => self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned()),
            };
        }
        reply
    }

    pub async fn ask(&self, email: &str) {
        self.post("/console/sign-in/ask", &[("email", email)]).await.leads("/console/sign-in/waiting");
        self.shop.settle().await;
    }

    /// Enters a shop, and accepts its invitation.
    pub async fn choose(&self, shop: &Shop) -> Reply {
        self.post("/console/shops/choose", &[("shop", &shop.tenant.to_string())]).await
    }

    pub async fn press(&self, link: &str) -> Reply {
        let (_, k) = link.split_once("?k=").unwrap();
        self.post("/console/sign-in/link", &[("k", k)]).await
    }

    pub async fn is_in(&self) -> bool {
        let reply = self.get("/console/members").await;
        match (reply.status.as_u16(), reply.header("location")) {
            (200, _) => true,
            (303, "/console/sign-in?to=%2Fconsole%2Fmembers") => false,
            other => panic!("{other:?} {}", reply.body),
        }
    }
}

pub async fn shop() -> Shop {
    let shop = Shop::new().await;
    member(&shop, MARA, "owner").await;
    shop
}

/// A shop, and its owner in the console.
pub async fn signed_in() -> (Shop, Visitor) {
    let shop = shop().await;
    let mara = Visitor::signed_in(&shop, MARA).await;
    (shop, mara)
}

pub async fn member(shop: &Shop, email: &str, role: &str) -> String {
    let reply = shop.post("/api/v1/members", json!({"email": email, "role": role})).await.is(201);
    shop.settle().await;
    reply.json()["id"].owned()
}

pub fn sign_in_link(shop: &Shop, email: &str) -> String {
    let mails = sign_in_mails(shop, email);
    link_in(mails.last().unwrap_or_else(|| panic!("no email to {email}")))
}

pub fn sign_in_mails(shop: &Shop, email: &str) -> Vec<Mail> {
    let mails = shop.inbox().into_iter().filter(|mail| mail.to == email);
    mails.filter(|mail| mail.subject.starts_with("Sign in to")).collect()
}
