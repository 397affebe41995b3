//! How far the file of an import is read, and how long that will take.

use domain::import::ImportStatus;
use store::import::{ImportJob, ReadingFile};

use crate::viewer::Viewer;

/// How far a file is read.
pub(super) struct Progress {
    /// In per cent of the file's bytes.
    pub percent: u64,
    pub share: String,
    pub text: String,
}

impl Progress {
    /// `None` before the first rows are read, and when no file is read.
    pub(super) fn of(viewer: &Viewer, job: &ImportJob) -> Option<Self> {
        let ReadingFile { bytes, since } = job.reading.filter(|_| job.status == ImportStatus::Running)?;
        let (read, rows) = (job.offset.min(bytes), job.report.rows);
        if read == 0 || rows == 0 {
            return None;
        }
        let seconds = u64::try_from(viewer.now.duration_since(since).as_secs()).unwrap_or_default();
        let texts = viewer.texts;
        let all = texts.say("files-progress").count("rows", rows).count("all", rows * bytes / read).to_string();
        let left = texts.say("files-left").count("minutes", (seconds * (bytes - read) / read).div_ceil(60)).to_string();
        let percent = read * 100 / bytes;
        Some(Self { percent, share: texts.whole_percent(percent as f64), text: format!("{all} {left}") })
    }
}
