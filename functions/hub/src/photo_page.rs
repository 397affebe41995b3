//! The pages around an upload, for who has no JavaScript.

use askama::Template;
use texts::Texts;

use crate::theme::Theme;

/// A form that uploads one photo to S3.
#[derive(Template)]
#[template(path = "upload.html")]
pub struct UploadPage<'a> {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'a>,
    /// Where the form goes.
    pub url: &'a str,
    /// Its hidden fields.
    pub fields: &'a [(&'static str, String)],
    /// The link's token, for the way back.
    pub token: &'a str,
    /// The item's place in the request, for the same.
    pub item: usize,
    /// The photo's place, which whoever goes back gives back.
    pub slot: usize,
}

/// 409: the review has as many photos as it may.
#[derive(Template)]
#[template(path = "full.html")]
pub struct FullPage<'a> {
    /// What it says, in its language.
    pub texts: Texts,
    /// Whose page it looks like.
    pub theme: Theme<'a>,
    /// The way back to the item's form.
    pub back: String,
}
