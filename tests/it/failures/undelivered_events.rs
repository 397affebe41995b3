//! Events that EventBridge could not put into a queue become dead letters, and the operator moves them.

use small_aws::MailEvent;

use crate::support::*;

/// Moves the dead letters as in docs/operate.md, or without a destination.
async fn move_dead(shop: &Shop, names_destination: bool) {
    let work = Work::Reports;
    let sqs = aws_sdk_sqs::Client::new(&shop.world.env().sdk);
    let task = sqs.start_message_move_task().source_arn(format!("{}-dead", work.arn()));
    task.set_destination_arn(names_destination.then(|| work.arn())).send().await.unwrap();
    shop.settle().await;
}

/// The number of messages in the queue, and of its dead letters.
fn messages(shop: &Shop) -> (usize, usize) {
    let queue = shop.aws().queue(Work::Reports).unwrap();
    (queue.waiting().len(), queue.dead().len())
}

#[tokio::test]
async fn reports_that_were_set_aside_are_taken_once_they_are_moved() {
    let shop = Shop::new().await;
    let aws = shop.aws();
    let mut emails = Vec::new();
    for (number, event) in MailEvent::ALL.into_iter().enumerate() {
        let email = format!("jane-{number}@example.com");
        let (id, _) = shop.sent(json!({"email": email, "order_id": email, "delay_days": 0})).await;
        let mail = shop.inbox().into_iter().find(|mail| local::request_of(mail) == Some(id)).unwrap();
        emails.push((email, event, id, mail));
    }
    shop.advance(MINUTE).await;
    aws.refuse_events(true);
    for (_, event, _, mail) in &emails {
        aws.publish_mail_event(mail, *event).unwrap();
    }
    assert_eq!(messages(&shop), (0, emails.len()));
    let whole = aws.queue(Work::Reports).unwrap().dead();
    assert!(whole.iter().all(|message| message.body.contains("@example.com")), "each is the event as it was");
    aws.refuse_events(false);

    move_dead(&shop, false).await;
    assert_eq!(messages(&shop), (0, emails.len()), "they came from no queue");
    move_dead(&shop, true).await;
    assert_eq!(messages(&shop), (0, 0));
    for (email, event, id, _) in emails {
        let suppression = shop.get(format!("/api/v1/suppressions/{email}")).await;
        let reason = match event {
            MailEvent::PermanentBounce => "bounced",
            MailEvent::Complaint => "complained",
            _ => {
                assert_eq!(suppression.status, 404, "{event:?}");
                continue;
            }
        };
        assert_eq!(suppression.json()["reason"], reason, "{event:?}");
        assert!(shop.timeline(id).await.contains(&reason.to_owned()), "{event:?}");
    }
}
