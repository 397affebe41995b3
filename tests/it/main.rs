//! The system's tests, one file a flow or a dialect: each drives the real functions over the
//! real SDK clients and the small AWS of `local/`.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where something is wrong")]

mod accessibility;
mod all_dialects;
mod amino;
mod beacon;
mod better_reviews;
mod bootstrap;
mod browser;
mod catalog;
mod chat;
mod chromium;
mod enhanced;
mod expiry;
mod full_circle;
mod hub;
mod injections;
mod interview;
mod languages;
mod lighthouse;
mod mail_templates;
mod one_domain;
mod openapi;
mod permissions;
mod photos;
mod photos_browser;
mod postponing;
mod process;
mod reminders;
mod scanners;
mod secrets;
mod sending;
mod settings;
mod shop_keys;
mod signing;
mod simultaneous;
mod statistics;
mod story;
mod support;
mod survival;
mod template;
mod tenants;
mod tidy;
mod wire_calls;
mod wix;
