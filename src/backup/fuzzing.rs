//! A file that somebody hands to `muster restore`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::read::read_lines;
use super::{Contents, line};
use crate::model::Timestamp;
use crate::storage::backup::Record;
use sha2::{Digest, Sha256};

/// The bytes as a whole file; and as the lines between a first and a last line that are right, which is accepted
/// just when each is a record. One bit altered, and it never is.
pub(crate) fn file(bytes: &[u8]) {
    let _ = read_lines(&mut &bytes[..], |_| true);
    let mut whole = line::first(Timestamp::UNIX_EPOCH).expect("a first line");
    let mut contents = Contents::default();
    let mut proper = true;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match serde_json::from_slice::<Record>(line) {
            Ok(record) => {
                let again = serde_json::to_vec(&record).expect("is written");
                assert_eq!(serde_json::from_slice::<Record>(&again).expect("is read again"), record);
                contents.count(&record);
            }
            Err(_) => proper = false,
        }
        proper &= line.ends_with(b"\n") && !line.starts_with(line::END);
        whole.extend_from_slice(line);
    }
    whole.extend(line::last(contents, &Sha256::new_with_prefix(&whole)).expect("a last line"));
    let taken = read_lines(&mut &whole[..], |_| true).ok();
    assert_eq!(taken.is_some(), proper);
    assert!(taken.is_none_or(|taken| taken == contents));
    if proper {
        // Beyond the first line, whose time and program nobody compares but the sum.
        let at =
            bytes.iter().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add((*byte).into())) % whole.len();
        whole[at] ^= 1;
        assert!(read_lines(&mut &whole[..], |_| true).is_err(), "altered at {at} and taken");
    }
}
