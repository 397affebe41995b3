//! Amounts as people write them.

use domain::values::{Amount, Currency};
use texts::Texts;

/// An amount with its currency, such as `49.00 EUR`. Without a currency, the number in the smallest unit.
pub(crate) fn money(texts: Texts, amount: Amount, currency: Option<&Currency>) -> String {
    let units = amount.units();
    let Some(currency) = currency else { return units.to_string() };
    let (code, digits) = (currency.as_str(), currency.decimals());
    let unit = 10_u64.pow(digits);
    match digits {
        0 => format!("{units} {code}"),
        _ => {
            let (whole, parts) = (units / unit, format!("{:0width$}", units % unit, width = digits as usize));
            format!("{} {code}", texts.fraction(&whole.to_string(), &parts))
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::values::Language;

    use super::*;

    #[test]
    fn an_amount_has_the_decimals_of_its_currency() {
        let english = Texts::console(Language::English);
        let shown = |units, code: &str| money(english, Amount::stored(units), Currency::parse(code).ok().as_ref());
        assert_eq!(shown(4_900, "eur"), "49.00 EUR");
        assert_eq!(shown(5, "USD"), "0.05 USD");
        assert_eq!(shown(4_900, "JPY"), "4900 JPY");
        assert_eq!(shown(1_234_567, "KWD"), "1234.567 KWD");
        let german = Texts::console(Language::German);
        assert_eq!(money(german, Amount::stored(4_900), Currency::parse("EUR").ok().as_ref()), "49,00 EUR");
        assert_eq!(money(english, Amount::stored(12), None), "12");
    }
}
