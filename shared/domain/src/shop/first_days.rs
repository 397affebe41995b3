//! Limits how many emails a new shop sends in a day, until reports show that its customers want them. Reason: the
//! addresses of a bought list bounce, but the reports come too late: at 14 emails a second, 50,000 leave within an
//! hour.

use crate::shop::MailWindow;

/// How many emails may leave on the first day (UTC); few new shops have more customers waiting.
pub const FIRST_DAY: u64 = 1_000;
/// After reports about this many emails, a shop is no longer new; complaints are judged by the same number.
const HISTORY: u64 = 10_000;

impl MailWindow {
    /// How many emails a new shop may send in a day; `None` if it is no longer new. `reported` is the number of its
    /// emails whose outcome was reported before the day, so the limit doubles each day if all emails leave and reports
    /// come. It is the first day's again while a release is among the last 1,000 emails.
    pub fn allowed_a_day(&self, reported: u64) -> Option<u64> {
        let was_released = self.releases().next().is_some();
        match (reported >= HISTORY, was_released) {
            (true, _) => None,
            (false, true) => Some(FIRST_DAY),
            (false, false) => Some(FIRST_DAY.saturating_add(reported)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shop::{MailMark, MarkedMail, Releaser};

    #[test]
    fn it_doubles_until_there_is_a_history() {
        let (mut sent, mut days) = (0, Vec::new());
        while let Some(allowed) = MailWindow::new(sent, Vec::new()).allowed_a_day(sent) {
            days.push(allowed);
            sent += allowed;
        }
        assert_eq!(days, [1_000, 2_000, 4_000, 8_000]);
        assert_eq!(MailWindow::new(40_000, Vec::new()).allowed_a_day(0), Some(1_000), "without reports it stays");
        let mark = MailMark::Released(Releaser::Time);
        let released = MarkedMail { sent: 2_500, at: jiff::Timestamp::UNIX_EPOCH, mark };
        assert_eq!(MailWindow::new(3_000, vec![released]).allowed_a_day(3_000), Some(1_000));
        assert_eq!(MailWindow::new(4_000, vec![released]).allowed_a_day(4_000), Some(5_000));
    }
}
