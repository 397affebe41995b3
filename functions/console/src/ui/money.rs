//! Amounts as people write them.

use domain::{Amount, Currency};

/// An amount with its currency, such as `49.00 EUR`; without a currency, in its smallest units.
pub(crate) fn money(amount: Amount, currency: Option<&Currency>) -> String {
    let units = amount.units();
    let Some(code) = currency.map(Currency::as_str) else { return units.to_string() };
    let digits = digits(code);
    let unit = 10_u64.pow(digits);
    match digits {
        0 => format!("{units} {code}"),
        _ => format!("{}.{:0width$} {code}", units / unit, units % unit, width = digits as usize),
    }
}

/// The decimals of a currency (ISO 4217).
fn digits(code: &str) -> u32 {
    match code {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND"
        | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_the_decimals_of_its_currency() {
        let shown = |units, code: &str| money(Amount::stored(units), Currency::parse(code).ok().as_ref());
        assert_eq!(shown(4_900, "eur"), "49.00 EUR");
        assert_eq!(shown(5, "USD"), "0.05 USD");
        assert_eq!(shown(4_900, "JPY"), "4900 JPY");
        assert_eq!(shown(1_234_567, "KWD"), "1234.567 KWD");
        assert_eq!(money(Amount::stored(12), None), "12");
    }
}
