//! Countries.

use crate::values::Invalid;
use crate::values::stored::stored_as_text;

/// The officially assigned codes of ISO 3166-1 alpha-2.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY \
    BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA \
    GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG \
    KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW \
    MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD \
    SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA \
    VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// A country, by its code of ISO 3166-1 alpha-2 in upper case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(&'static str);

stored_as_text!(Country, |country: &Self| country.as_str(), |text| Self::parse(text).ok());

impl Country {
    pub const RULE: Invalid = Invalid("A country must be a code of ISO 3166-1 in upper case, such as \"DE\".");

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        CODES.split_whitespace().find(|code| *code == text).map(Self).ok_or(Self::RULE)
    }

    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_an_assigned_code_in_upper_case() {
        assert_eq!(Country::parse("DE").unwrap().as_str(), "DE");
        assert_eq!(CODES.split_whitespace().count(), 249);
        for bad in ["", "de", "XX", "UK", "DEU", " DE", "E A"] {
            assert!(Country::parse(bad).is_err(), "{bad}");
        }
    }
}
