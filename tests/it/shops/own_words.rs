//! A shop's own words are the same for all customers.

use crate::support::*;

/// The last email to an address, without its customer's own links and ids.
async fn masked(shop: &Shop, to: &str) -> [String; 3] {
    shop.settle().await;
    let mail = shop.inbox().into_iter().rfind(|mail| mail.to == to).unwrap();
    [mail.subject, mail.html.unwrap(), mail.text.unwrap()].map(|part| {
        let token = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let mut parts = part.split("token=");
        let first = parts.next().unwrap().to_owned();
        first + &parts.map(|part| part.trim_start_matches(token)).collect::<String>()
    })
}

#[tokio::test]
async fn earlier_ratings_and_reminders_change_no_word() {
    let shop = Shop::new().await;
    let words = json!({"subject": "{shop}, {name}", "opening": "{days} days of {product}"});
    for occasion in ["request", "reminder_1"] {
        shop.put(format!("/api/v1/texts/en/{occasion}"), &words).await.is(200);
    }
    // One customer got a request before, gave one star, and got a reminder; the other is new.
    let known = json!({"customer_name": "Jane", "product_ids": [MUG, TRAY], "delay_days": 0, "reminders": 1});
    let (_, hub) = shop.created(known).await;
    shop.advance_days(4).await;
    shop.writes(&hub, &[("rating", "1"), ("text", "Bad."), ("shown_as", "anonymous")]).await.is(303);
    for email in ["jane@example.com", "new@example.com"] {
        let asked =
            json!({"email": email, "customer_name": "Jane", "product_ids": [TRAY], "delay_days": 0, "reminders": 1});
        shop.created(asked).await;
    }
    for days in [0, 3] {
        shop.advance_days(days).await;
        let new = masked(&shop, "new@example.com").await;
        assert_eq!(masked(&shop, "jane@example.com").await, new, "after {days} days");
        assert_eq!(new[0], "Fern & Oak, Jane");
        new[2].shows([" days"]);
    }
}
