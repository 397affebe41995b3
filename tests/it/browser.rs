//! The hub in a real browser, as a person uses it.
