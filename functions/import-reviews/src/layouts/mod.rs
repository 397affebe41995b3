//! How each system writes its files of reviews: which headings mean which part of a review.

use domain::import::{DateOrder, ImportFormat};
use domain::review::{Platform, ReviewState};
use edge::review::status;

/// The part of a review that a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    ExternalId,
    Platform,
    Product,
    Handle,
    Sku,
    ProductTitle,
    /// The address of the product's page; its last part is the handle.
    ProductUrl,
    Rating,
    Title,
    Body,
    Name,
    Email,
    WrittenAt,
    EditedAt,
    /// The day on which the author got what the review is about.
    ExperiencedAt,
    Reply,
    RepliedAt,
    ReplyUpdatedAt,
    ReplyIsPublic,
    Photos,
    Language,
    /// Whether the other system shows the review. If several columns have this field, all of them must say so.
    Status,
    Verified,
    Incentivized,
    /// Whether the review is about a product or the shop.
    Kind,
    /// The review that this row comments on.
    Parent,
    /// The number of the shop's user who wrote it; 0 for a guest.
    User,
    /// WordPress' status of the product: `publish` if its page is public.
    ProductStatus,
    /// The answer to a question of the shop's own, which is the heading; or lines, each with a question and its answer.
    Facts,
}

/// How a system writes its files of reviews.
#[derive(Debug)]
pub(crate) struct Layout {
    /// The platform on which the reviews were written, unless a row names another platform.
    pub(crate) platform: Platform,
    /// The headings of each field, the best first.
    pub(crate) headings: &'static [(Field, &'static [&'static str])],
    /// How the headings of columns begin whose rest is a question of the shop's own, if the system has such columns.
    pub(crate) own_questions: Option<&'static str>,
    /// Further headings, with spaces between them. Their columns are not imported, and help to recognise the system.
    pub(crate) ignored: &'static str,
    /// The words of a status, in lower case, that mean that the system shows the review.
    pub(crate) public: &'static [&'static str],
    /// The order of day and month, if the system says it.
    pub(crate) dates: Option<DateOrder>,
    /// The id by which the system marks a review of the shop itself.
    pub(crate) shop: Option<&'static str>,
    /// Whether a row without a product is a review of the shop.
    pub(crate) rates_shops: bool,
    /// Whether Afterword itself writes such files, so that what is in them, and what is missing, is meant as it stands.
    pub(crate) is_ours: bool,
}

impl Layout {
    pub(crate) const fn of(format: ImportFormat) -> &'static Self {
        match format {
            ImportFormat::Afterword => &AFTERWORD,
            ImportFormat::Okendo => &OKENDO,
            ImportFormat::Judgeme => &JUDGEME,
            ImportFormat::Yotpo => &YOTPO,
            ImportFormat::Loox => &LOOX,
            ImportFormat::Stamped => &STAMPED,
            ImportFormat::Spr => &SPR,
            ImportFormat::WooCommerce => &WOOCOMMERCE,
            ImportFormat::CusRev => &CUSREV,
            ImportFormat::WebToffee => &WEBTOFFEE,
            ImportFormat::Generic => &PLAIN,
        }
    }
}

/// Files of any other system. The other layouts are the same where they say nothing else.
pub(crate) const PLAIN: Layout = Layout {
    platform: Platform::Other,
    headings: &[
        (Field::ExternalId, &["external_review_id"]),
        (Field::Product, &["product_id"]),
        (Field::Handle, &["product_handle"]),
        (Field::Sku, &["sku"]),
        (Field::ProductTitle, &["product_title"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body"]),
        (Field::Name, &["name"]),
        (Field::Email, &["email"]),
        (Field::WrittenAt, &["created_at"]),
        (Field::EditedAt, &["edited_at"]),
        (Field::ExperiencedAt, &["experienced_at"]),
        (Field::Reply, &["reply"]),
        (Field::RepliedAt, &["reply_created_at"]),
        (Field::ReplyUpdatedAt, &["reply_updated_at"]),
        (Field::Photos, &["photo_urls"]),
        (Field::Language, &["language"]),
        (Field::Status, &["status"]),
        (Field::Incentivized, &["incentivized"]),
        (Field::Facts, &["facts"]),
    ],
    own_questions: None,
    ignored: "",
    public: &["true", "yes", "1", "y", "published", "approved", "public", "active", "ok"],
    dates: None,
    shop: None,
    rates_shops: false,
    is_ours: false,
};

/// Afterword's own files.
pub(super) const AFTERWORD: Layout = Layout {
    platform: Platform::BetterReviews,
    // In lines of JSON, the heading of an inner object's member is the object's key and then the member's.
    headings: &[
        (Field::ExternalId, &["external_review_id"]),
        (Field::Platform, &["platform"]),
        (Field::Product, &["product_id", "external_product_id"]),
        (Field::ProductTitle, &["product_title"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body", "content"]),
        (Field::Name, &["name", "reviewer_name"]),
        (Field::WrittenAt, &["created_at", "review_created_at"]),
        (Field::EditedAt, &["edited_at"]),
        (Field::ExperiencedAt, &["experienced_at"]),
        (Field::Reply, &["reply", "reply_text"]),
        (Field::RepliedAt, &["reply_created_at"]),
        (Field::ReplyUpdatedAt, &["reply_updated_at"]),
        (Field::Photos, &["photo_urls", "photos"]),
        (Field::Language, &["language"]),
        (Field::Status, &["status"]),
        (Field::Incentivized, &["incentivized"]),
        (Field::Facts, &["facts"]),
    ],
    ignored: "uuid verification published_at updated_at origin reason",
    // An empty cell means that the review is public.
    public: &["", status(ReviewState::Published)],
    is_ours: true,
    ..PLAIN
};

/// Okendo's files.
pub(super) const OKENDO: Layout = Layout {
    platform: Platform::Okendo,
    headings: &[
        (Field::ExternalId, &["reviewId"]),
        (Field::Product, &["productId"]),
        (Field::Handle, &["handle", "productHandle"]),
        (Field::Sku, &["sku"]),
        (Field::ProductTitle, &["productName"]),
        (Field::ProductUrl, &["productUrl"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body"]),
        (Field::Name, &["name", "reviewer_displayName", "reviewer_name"]),
        (Field::Email, &["email", "reviewer_email"]),
        (Field::WrittenAt, &["dateCreated"]),
        (Field::Reply, &["reply", "reply_body"]),
        (Field::RepliedAt, &["replyDateCreated", "reply_dateCreated"]),
        (Field::ReplyIsPublic, &["replyIsPublic"]),
        (Field::Photos, &["imageUrls", "media"]),
        (Field::Status, &["status", "isApproved"]),
        (Field::Verified, &["isVerifiedBuyer", "reviewer_isVerified"]),
        (Field::Incentivized, &["isIncentivized"]),
        // https://docs.okendo.io/merchant-rest-api/endpoints/reviews: lists of objects with `title` and `value`. A slider's
        // value is a number, whose range is documented nowhere, so it is no answer.
        (Field::Facts, &["productAttributes", "attributesWithRating", "reviewer_attributes"]),
    ],
    ignored: "countryCode isRecommended rejectedImageUrls videoUrls variantId",
    public: &["approved", "true"],
    ..PLAIN
};

/// Judge.me's files. No public document says which columns have the answers to questions of the shop's own.
pub(super) const JUDGEME: Layout = Layout {
    platform: Platform::Judgeme,
    headings: &[
        (Field::ExternalId, &["metaobject_handle", "review_id"]),
        (Field::Product, &["product_id"]),
        (Field::Handle, &["product_handle"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body"]),
        (Field::Name, &["reviewer_name"]),
        (Field::Email, &["reviewer_email"]),
        (Field::WrittenAt, &["review_date"]),
        (Field::Reply, &["reply"]),
        (Field::RepliedAt, &["reply_date"]),
        (Field::Photos, &["picture_urls"]),
        (Field::Status, &["curated"]),
        (Field::Verified, &["verified"]),
    ],
    ignored: "source ip_address location",
    public: &["ok"],
    // The import's template says so.
    dates: Some(DateOrder::DayFirst),
    rates_shops: true,
    ..PLAIN
};

/// Yotpo's files.
pub(super) const YOTPO: Layout = Layout {
    platform: Platform::Yotpo,
    headings: &[
        (Field::ExternalId, &["review_id"]),
        (Field::Product, &["product_id"]),
        (Field::ProductTitle, &["product_title"]),
        (Field::ProductUrl, &["product_url"]),
        (Field::Rating, &["review_score"]),
        (Field::Title, &["review_title"]),
        (Field::Body, &["review_content"]),
        (Field::Name, &["display_name", "Reviewer Display Name"]),
        (Field::Email, &["email", "Reviewer Email"]),
        (Field::WrittenAt, &["date", "Review Creation Date"]),
        (Field::Reply, &["comment_content"]),
        (Field::RepliedAt, &["comment_created_at"]),
        (Field::ReplyIsPublic, &["comment_public"]),
        (Field::Photos, &["published_image_url", "Published Image URLs"]),
        (Field::Status, &["published", "Review Status"]),
        (Field::Verified, &["user_type"]),
        (Field::Kind, &["Review Type"]),
    ],
    // `cf_Default form__Hair Type` in an export that https://github.com/ozone1805/hairstory_v3 reads in
    // scripts/pinecone_chatbot/upsert_reviews_to_pinecone.py: the form's name, then the question.
    own_questions: Some("cf_"),
    ignored: "appkey product_description product_image_url unpublished_image_url published_video_url \
              unpublished_video_url md_customer_country order_id profanity_flag",
    public: &["true", "published", "1"],
    shop: Some("yotpo_site_reviews"),
    rates_shops: true,
    ..PLAIN
};

/// Loox's files.
pub(super) const LOOX: Layout = Layout {
    platform: Platform::Loox,
    headings: &[
        (Field::ExternalId, &["id"]),
        (Field::Product, &["productId", "product_Id"]),
        (Field::Handle, &["handle", "product_handle"]),
        (Field::Rating, &["rating"]),
        (Field::Body, &["body", "review"]),
        (Field::Name, &["author", "nickname", "full_name"]),
        (Field::Email, &["email"]),
        (Field::WrittenAt, &["created_at", "date"]),
        (Field::Reply, &["reply"]),
        (Field::RepliedAt, &["replied_at"]),
        (Field::Photos, &["photo_url", "img"]),
        (Field::Status, &["status"]),
        (Field::Verified, &["verified_purchase"]),
        (Field::Incentivized, &["incentivized"]),
    ],
    ignored: "variant",
    public: &["active"],
    ..PLAIN
};

/// Stamped's files.
pub(super) const STAMPED: Layout = Layout {
    platform: Platform::Stamped,
    headings: &[
        (Field::Product, &["product_id"]),
        (Field::Handle, &["product_handle"]),
        (Field::ProductTitle, &["productTitle"]),
        (Field::ProductUrl, &["productUrl"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body"]),
        (Field::Name, &["author"]),
        (Field::Email, &["email"]),
        (Field::WrittenAt, &["created_at"]),
        (Field::Reply, &["reply"]),
        (Field::RepliedAt, &["replied_at"]),
        (Field::ReplyIsPublic, &["publishedReply"]),
        (Field::Photos, &["photoFilenames"]),
        (Field::Status, &["published"]),
    ],
    ignored: "productImageUrl videoFilenames tags recommended votes_up votes_down location featured",
    public: &["true"],
    rates_shops: true,
    ..PLAIN
};

/// The files of Product Reviews, a discontinued app of Shopify's own.
pub(super) const SPR: Layout = Layout {
    platform: Platform::Shopify,
    headings: &[
        (Field::Handle, &["product_handle"]),
        (Field::Rating, &["rating"]),
        (Field::Title, &["title"]),
        (Field::Body, &["body"]),
        (Field::Name, &["author"]),
        (Field::Email, &["email"]),
        (Field::WrittenAt, &["created_at"]),
        (Field::Reply, &["reply"]),
        (Field::RepliedAt, &["replied_at"]),
        (Field::Status, &["state"]),
    ],
    ignored: "location",
    public: &["published"],
    ..PLAIN
};

/// The answers of WooCommerce's REST API.
pub(super) const WOOCOMMERCE: Layout = Layout {
    platform: Platform::WooCommerce,
    headings: &[
        (Field::ExternalId, &["id"]),
        (Field::Product, &["product_id"]),
        (Field::ProductTitle, &["product_name"]),
        (Field::ProductUrl, &["product_permalink"]),
        (Field::Rating, &["rating"]),
        (Field::Body, &["review"]),
        (Field::Name, &["reviewer"]),
        (Field::Email, &["reviewer_email"]),
        // `date_created` is in the shop's local time zone, which is unknown here, so it is used only if the other column is empty.
        (Field::WrittenAt, &["date_created_gmt", "date_created"]),
        (Field::Status, &["status"]),
        (Field::Verified, &["verified"]),
    ],
    ignored: "formatted_date_created product_image",
    public: &["approved"],
    ..PLAIN
};

/// WooCommerce's own reviews with WooCommerce's ids, as CusRev exports them.
pub(super) const CUSREV: Layout = Layout {
    platform: Platform::WooCommerce,
    headings: &[
        (Field::ExternalId, &["id"]),
        (Field::Product, &["product_id"]),
        (Field::Rating, &["review_score"]),
        (Field::Body, &["review_content"]),
        (Field::Name, &["display_name"]),
        (Field::Email, &["email"]),
        (Field::WrittenAt, &["date"]),
        (Field::Photos, &["media"]),
    ],
    ignored: "order_id",
    shop: Some("-1"),
    ..PLAIN
};

/// WooCommerce's own reviews with WooCommerce's ids, as WebToffee's plugin exports them, and as ours does with three more columns.
pub(super) const WEBTOFFEE: Layout = Layout {
    platform: Platform::WooCommerce,
    headings: &[
        (Field::ExternalId, &["comment_ID"]),
        (Field::Product, &["comment_post_ID"]),
        (Field::Sku, &["product_SKU"]),
        (Field::Rating, &["rating"]),
        (Field::Body, &["comment_content"]),
        (Field::Name, &["comment_author"]),
        (Field::Email, &["comment_author_email"]),
        (Field::WrittenAt, &["comment_date_gmt", "comment_date"]),
        (Field::Status, &["comment_approved"]),
        (Field::Parent, &["comment_parent"]),
        (Field::User, &["user_id"]),
        (Field::Verified, &["verified"]),
        (Field::Photos, &["photo_urls"]),
        (Field::ProductStatus, &["product_status"]),
    ],
    ignored: "comment_author_url comment_alter_id",
    public: &["1"],
    ..PLAIN
};
