//! SMS: the number, sender id or pool that they come from, the sandbox, the spend limit, and replies.

use aws_sdk_pinpointsmsvoicev2::Client;
use aws_sdk_pinpointsmsvoicev2::types::{
    AccountAttribute, AccountAttributeName, NumberStatus, PhoneNumberInformation, PoolInformation, PoolStatus,
    SenderIdInformation, SpendLimit, SpendLimitName,
};
use aws_types::SdkConfig;
use tokio::join;

use super::finding::{Check, Finding};
use super::read::{Read, Unread, read};

const CHECKS: [Check; 4] = [Check::SmsSender, Check::SmsSandbox, Check::SmsSpendLimit, Check::SmsReplies];
const CONSOLE: &str = "https://console.aws.amazon.com/sms-voice/home";
/// The spend limit that every account begins with, in US dollars a month.
const FIRST_LIMIT: i64 = 1;

/// The stack's settings for SMS.
#[derive(Debug, Clone, Copy)]
pub struct Settings<'a> {
    /// `SmsOriginationIdentity`, if it is not empty.
    pub identity: Option<&'a str>,
    /// `SmsMonthlySegments`.
    pub segments: Option<&'a str>,
    /// The output `SmsTopicArn`.
    pub topic: Option<&'a str>,
}

/// The SMS service's answers about the account.
pub struct Sms {
    numbers: Read<Vec<PhoneNumberInformation>>,
    pools: Read<Vec<PoolInformation>>,
    senders: Read<Vec<SenderIdInformation>>,
    attributes: Read<Vec<AccountAttribute>>,
    limits: Read<Vec<SpendLimit>>,
}

/// Something that SMS come from.
struct Origin<'a> {
    /// All its names.
    names: [&'a str; 3],
    is_active: bool,
    /// The channel for replies, and whether the service leaves `STOP` to us; `None` for a sender id, to which nobody can reply.
    replies: Option<(Option<&'a str>, bool)>,
}

/// Reads the SMS service.
pub async fn read_all(config: &SdkConfig) -> Sms {
    let client = Client::new(config);
    let numbers = client.describe_phone_numbers().into_paginator().items().send();
    let pools = client.describe_pools().into_paginator().items().send();
    let senders = client.describe_sender_ids().into_paginator().items().send();
    let attributes = client.describe_account_attributes().into_paginator().items().send();
    let limits = client.describe_spend_limits().into_paginator().items().send();
    let (numbers, pools, senders, attributes, limits) = join!(
        read("sms-voice:DescribePhoneNumbers", numbers.try_collect()),
        read("sms-voice:DescribePools", pools.try_collect()),
        read("sms-voice:DescribeSenderIds", senders.try_collect()),
        read("sms-voice:DescribeAccountAttributes", attributes.try_collect()),
        read("sms-voice:DescribeSpendLimits", limits.try_collect()),
    );
    Sms { numbers, pools, senders, attributes, limits }
}

/// Origin, sandbox, spend limit and replies.
pub fn findings(sms: &Sms, settings: Settings) -> Vec<Finding> {
    if settings.segments == Some("0") {
        return Finding::skip_all(&CHECKS, "SmsMonthlySegments is 0: no SMS leaves");
    }
    let origins = match sms.origins() {
        Err(unread) => return Finding::unknown_all(&CHECKS, unread),
        Ok(origins) => origins,
    };
    let used: Vec<&Origin> = match settings.identity {
        Some(identity) => origins.iter().filter(|origin| origin.names.contains(&identity)).collect(),
        None => origins.iter().collect(),
    };
    let sender = sender(&used, settings.identity);
    if used.is_empty() {
        let mut findings = Finding::skip_all(&CHECKS[1..], "the number, sender id or pool comes first");
        findings.push(sender);
        return findings;
    }
    vec![sender, sandbox(&sms.attributes), spend_limit(&sms.limits), replies(&used, settings.topic)]
}

impl Sms {
    fn origins(&self) -> Result<Vec<Origin<'_>>, &Unread> {
        let numbers = self.numbers.as_ref()?.iter().map(|number| Origin {
            names: [number.phone_number(), number.phone_number_id().unwrap_or_default(), number.phone_number_arn()],
            is_active: number.status() == &NumberStatus::Active,
            replies: Some((
                channel(number.two_way_enabled(), number.two_way_channel_arn()),
                number.self_managed_opt_outs_enabled(),
            )),
        });
        let pools = self.pools.as_ref()?.iter().map(|pool| Origin {
            names: [pool.pool_id(), pool.pool_id(), pool.pool_arn()],
            is_active: pool.status() == &PoolStatus::Active,
            replies: Some((
                channel(pool.two_way_enabled(), pool.two_way_channel_arn()),
                pool.self_managed_opt_outs_enabled(),
            )),
        });
        let senders = self.senders.as_ref()?.iter().map(|sender| Origin {
            names: [sender.sender_id(), sender.sender_id(), sender.sender_id_arn()],
            is_active: true,
            replies: None,
        });
        Ok(numbers.chain(pools).chain(senders).collect())
    }
}

fn channel(is_on: bool, arn: Option<&str>) -> Option<&str> {
    arn.filter(|_| is_on)
}

fn sender(used: &[&Origin], identity: Option<&str>) -> Finding {
    let check = Check::SmsSender;
    let names = || used.iter().map(|origin| origin.names[0]).collect::<Vec<_>>().join(", ");
    match (used, identity) {
        ([], Some(identity)) => Finding::fail(
            check,
            format!("{identity} is no number, sender id or pool of this account"),
            format!("Deploy with another SmsOriginationIdentity, or get one: {CONSOLE}"),
        ),
        ([], None) => Finding::warn(
            check,
            "the account has no number, sender id or pool: SMS fail, emails do not",
            format!("Get one ({CONSOLE}), or deploy with SmsMonthlySegments=0"),
        ),
        (used, _) if used.iter().all(|origin| !origin.is_active) => {
            Finding::fail(check, format!("{} is not active", names()), CONSOLE)
        }
        (_, Some(_)) => Finding::pass(check, format!("SMS come from {}", names())),
        (_, None) => Finding::pass(check, format!("the account chooses among {}", names())),
    }
}

fn sandbox(attributes: &Read<Vec<AccountAttribute>>) -> Finding {
    let check = Check::SmsSandbox;
    let attributes = match attributes {
        Err(unread) => return Finding::unknown(check, unread),
        Ok(attributes) => attributes,
    };
    match attributes.iter().find(|one| one.name() == &AccountAttributeName::AccountTier).map(AccountAttribute::value) {
        Some("PRODUCTION") => Finding::pass(check, "the account is outside the SMS sandbox"),
        Some(tier) => Finding::fail(
            check,
            format!("the account is in the SMS sandbox ({tier}): only verified numbers get SMS"),
            format!("Request production access: {CONSOLE}"),
        ),
        None => Finding::skip(check, "the SMS service names no tier"),
    }
}

fn spend_limit(limits: &Read<Vec<SpendLimit>>) -> Finding {
    let check = Check::SmsSpendLimit;
    let limits = match limits {
        Err(unread) => return Finding::unknown(check, unread),
        Ok(limits) => limits,
    };
    let Some(limit) = limits.iter().find(|one| one.name() == &SpendLimitName::TextMessageMonthlySpendLimit) else {
        return Finding::skip(check, "the SMS service names no limit");
    };
    let (own, most) = (limit.enforced_limit(), limit.max_limit());
    let seen = format!("{own} USD a month, of {most} that AWS allows");
    let raise = if most > FIRST_LIMIT {
        format!("aws pinpoint-sms-voice-v2 set-text-message-spend-limit-override --monthly-limit {most}")
    } else {
        format!("Ask for a higher one: {CONSOLE}")
    };
    match own {
        ..=0 => Finding::fail(check, format!("{seen}: no SMS leaves"), raise),
        FIRST_LIMIT => Finding::warn(check, format!("{seen}: some dozens of SMS, then all of them wait"), raise),
        _ => Finding::pass(check, seen),
    }
}

fn replies(used: &[&Origin], topic: Option<&str>) -> Finding {
    let check = Check::SmsReplies;
    let Some(topic) = topic else { return Finding::skip(check, "the stack's outputs come first") };
    let answered: Vec<&Origin> = used.iter().copied().filter(|origin| origin.replies.is_some()).collect();
    if answered.is_empty() {
        return Finding::pass(check, "nobody can reply to a sender id");
    }
    let deaf = answered.iter().filter(|origin| origin.replies != Some((Some(topic), true)));
    let deaf: Vec<&str> = deaf.map(|origin| origin.names[0]).collect();
    if deaf.is_empty() {
        return Finding::pass(check, "STOP reaches the stack");
    }
    let fix = format!("Two-way SMS with the topic {topic}, and self-managed opt-outs: {CONSOLE}");
    Finding::warn(check, format!("STOP to {} reaches AWS alone, and such SMS become failed", deaf.join(", ")), fix)
}

#[cfg(test)]
mod tests {
    use aws_sdk_pinpointsmsvoicev2::types::{MessageType, NumberCapability, NumberType};
    use aws_smithy_types::DateTime;

    use super::*;
    use crate::check::finding::Status;

    const TOPIC: &str = "arn:aws:sns:eu-central-1:000000000001:afterword-sms-events";

    fn number(status: NumberStatus, topic: Option<&str>) -> PhoneNumberInformation {
        PhoneNumberInformation::builder()
            .phone_number_arn("arn:number")
            .phone_number_id("phone-7")
            .phone_number("+4915100000007")
            .status(status)
            .iso_country_code("DE")
            .message_type(MessageType::Transactional)
            .number_capabilities(NumberCapability::Sms)
            .number_type(NumberType::LongCode)
            .monthly_leasing_price("1")
            .two_way_enabled(topic.is_some())
            .set_two_way_channel_arn(topic.map(str::to_owned))
            .self_managed_opt_outs_enabled(true)
            .opt_out_list_name("Default")
            .deletion_protection_enabled(false)
            .created_timestamp(DateTime::from_secs(0))
            .build()
            .unwrap()
    }

    fn sms(numbers: Vec<PhoneNumberInformation>, tier: &str, limit: i64) -> Sms {
        let tier = AccountAttribute::builder().name(AccountAttributeName::AccountTier).value(tier).build().unwrap();
        let limit = SpendLimit::builder()
            .name(SpendLimitName::TextMessageMonthlySpendLimit)
            .enforced_limit(limit)
            .max_limit(100)
            .overridden(false)
            .build()
            .unwrap();
        Sms {
            numbers: Ok(numbers),
            pools: Ok(vec![]),
            senders: Ok(vec![]),
            attributes: Ok(vec![tier]),
            limits: Ok(vec![limit]),
        }
    }

    fn statuses(sms: &Sms, identity: Option<&str>) -> Vec<Status> {
        let mut findings = findings(sms, Settings { identity, segments: Some("1000"), topic: Some(TOPIC) });
        findings.sort_by_key(|finding| finding.check);
        findings.iter().map(|finding| finding.status).collect()
    }

    #[test]
    fn sms_leave_when_all_four_are_good() {
        let good = || sms(vec![number(NumberStatus::Active, Some(TOPIC))], "PRODUCTION", 100);
        for identity in [None, Some("+4915100000007"), Some("phone-7"), Some("arn:number")] {
            assert_eq!(statuses(&good(), identity), [Status::Pass; 4]);
        }
        let (pass, fail, skip, warn) = (Status::Pass, Status::Fail, Status::Skip, Status::Warn);
        assert_eq!(statuses(&good(), Some("+1")), [fail, skip, skip, skip]);
        assert_eq!(statuses(&sms(vec![], "SANDBOX", 1), None), [warn, skip, skip, skip]);
        let active = || vec![number(NumberStatus::Active, Some(TOPIC))];
        assert_eq!(statuses(&sms(vec![number(NumberStatus::Pending, Some(TOPIC))], "PRODUCTION", 100), None)[0], fail);
        assert_eq!(statuses(&sms(active(), "SANDBOX", 100), None), [pass, fail, pass, pass]);
        assert_eq!(statuses(&sms(active(), "PRODUCTION", 1), None), [pass, pass, warn, pass]);
        assert_eq!(statuses(&sms(active(), "PRODUCTION", 0), None), [pass, pass, fail, pass]);
        for topic in [None, Some("arn:another")] {
            let deaf = sms(vec![number(NumberStatus::Active, topic)], "PRODUCTION", 100);
            assert_eq!(statuses(&deaf, None), [pass, pass, pass, warn]);
        }
    }

    #[test]
    fn what_is_off_or_cannot_be_read_is_no_fault() {
        let all = sms(vec![], "SANDBOX", 0);
        let off = findings(&all, Settings { identity: None, segments: Some("0"), topic: None });
        assert!(off.iter().all(|finding| finding.status == Status::Skip));
        let denied = || Unread::new("sms-voice:DescribePools", Some("AccessDeniedException"), "no");
        assert_eq!(statuses(&Sms { pools: Err(denied()), ..all }, None), [Status::Unknown; 4]);
    }
}
