//! SMS: their origination identity, the sandbox, and the spend limit.

use aws_sdk_pinpointsmsvoicev2::Client;
use aws_sdk_pinpointsmsvoicev2::types::{
    AccountAttribute, AccountAttributeName, NumberStatus, PhoneNumberInformation, PoolInformation, PoolStatus,
    SenderIdInformation, SpendLimit, SpendLimitName,
};
use aws_types::SdkConfig;
use tokio::try_join;

use super::finding::{Check, Finding};
use super::read::{Read, read};

const CONSOLE: &str = "https://console.aws.amazon.com/sms-voice/home";

pub struct Sms {
    numbers: Vec<PhoneNumberInformation>,
    pools: Vec<PoolInformation>,
    senders: Vec<SenderIdInformation>,
    attributes: Vec<AccountAttribute>,
    limits: Vec<SpendLimit>,
}

pub async fn read_all(config: &SdkConfig) -> Read<Sms> {
    let client = Client::new(config);
    let numbers = client.describe_phone_numbers().into_paginator().items().send();
    let pools = client.describe_pools().into_paginator().items().send();
    let senders = client.describe_sender_ids().into_paginator().items().send();
    let attributes = client.describe_account_attributes().into_paginator().items().send();
    let limits = client.describe_spend_limits().into_paginator().items().send();
    let (numbers, pools, senders, attributes, limits) = try_join!(
        read("sms-voice:DescribePhoneNumbers", numbers.try_collect()),
        read("sms-voice:DescribePools", pools.try_collect()),
        read("sms-voice:DescribeSenderIds", senders.try_collect()),
        read("sms-voice:DescribeAccountAttributes", attributes.try_collect()),
        read("sms-voice:DescribeSpendLimits", limits.try_collect()),
    )?;
    Ok(Sms { numbers, pools, senders, attributes, limits })
}

/// Whether SMS can be sent. `identity` is the parameter `SmsOriginationIdentity`; `None` if it is empty.
pub fn finding(sms: &Read<Sms>, identity: Option<&str>) -> Finding {
    let check = Check::Sms;
    let sms = match sms {
        Err(unread) => return Finding::unknown(check, unread),
        Ok(sms) => sms,
    };
    let mut origins = sms.origins();
    if let Some(identity) = identity {
        origins.retain(|(names, _)| names.contains(&identity));
    }
    let Some(([name, ..], _)) = origins.first() else {
        let fix = format!("Get a number, sender id or pool ({CONSOLE}), or deploy with SmsMonthlySegments=0");
        return match identity {
            Some(identity) => Finding::fail(check, format!("the account has no {identity}"), fix),
            None => Finding::warn(check, "the account has nothing that SMS come from: they fail, emails do not", fix),
        };
    };
    let mut faults = Vec::new();
    if origins.iter().all(|(_, is_active)| !is_active) {
        faults.push(format!("{name} is not active"));
    }
    let tier = sms.attributes.iter().find(|one| one.name() == &AccountAttributeName::AccountTier);
    if let Some(tier) = tier.map(AccountAttribute::value).filter(|tier| *tier != "PRODUCTION") {
        faults.push(format!("the account is in the SMS sandbox ({tier}): only verified numbers get SMS"));
    }
    let limit = sms.limits.iter().find(|one| one.name() == &SpendLimitName::TextMessageMonthlySpendLimit);
    if limit.is_some_and(|limit| limit.enforced_limit() <= 0) {
        faults.push("the spend limit is 0 USD a month: no SMS leaves".to_owned());
    }
    Finding::of_all(check, &faults, None, format!("SMS come from {name}"), CONSOLE)
}

impl Sms {
    /// The origination identities: their names, and whether each is active.
    fn origins(&self) -> Vec<([&str; 3], bool)> {
        let numbers = self.numbers.iter().map(|number| {
            let names =
                [number.phone_number(), number.phone_number_id().unwrap_or_default(), number.phone_number_arn()];
            (names, number.status() == &NumberStatus::Active)
        });
        let pools = self.pools.iter().map(|pool| {
            let names = [pool.pool_id(), pool.pool_id(), pool.pool_arn()];
            (names, pool.status() == &PoolStatus::Active)
        });
        let senders = self.senders.iter().map(|sender| {
            let names = [sender.sender_id(), sender.sender_id(), sender.sender_id_arn()];
            (names, true)
        });
        numbers.chain(pools).chain(senders).collect()
    }
}
