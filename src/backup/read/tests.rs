#![allow(clippy::unwrap_used, clippy::panic)]

use super::super::line;
use super::*;
use crate::model::*;

/// A small backup, as it is written.
fn small() -> Vec<u8> {
    let at = Timestamp::from_unix_timestamp(1_800_000_000).unwrap();
    let records = [
        Record::Numbers { next_group: 2, next_run: 2, next_directory: 2 },
        Record::Group(Group { id: GroupId(1), name: Group::FIRST.into() }),
        Record::Run {
            run: Box::new(ImportRun::waiting(RunId(1), DirectoryId::FIRST, StartedBy::Schedule, false, at)),
            lines: [(ChangeKind::Added, 1)].into(),
            next_line: 1,
        },
        Record::Standing { directory: DirectoryId::FIRST, scope: None, hold: None },
    ];
    let mut file = line::first(at).unwrap();
    let mut contents = Contents::default();
    for record in &records {
        contents.count(record);
        file.extend(line::line(record).unwrap());
    }
    let last = line::last(contents, &Sha256::new_with_prefix(&file)).unwrap();
    file.extend(last);
    file
}

fn sentence(bytes: &[u8]) -> Option<String> {
    match read_lines(&mut &bytes[..], |_| true) {
        Ok(_) => None,
        Err(Wrong::Content(sentence)) => Some(sentence),
        Err(Wrong::Io(error)) => panic!("{error}"),
    }
}

#[test]
fn a_whole_file_is_accepted_and_counted() {
    let contents = read_lines(&mut &small()[..], |_| true).ok().unwrap();
    assert_eq!(contents, Contents { agents: 0, groups: 1, imports: 1, lines: 0 });
    assert_eq!(contents.to_string(), "0 agents, 1 group, 1 import");
}

#[test]
fn a_file_is_refused_wherever_it_is_cut() {
    let whole = small();
    for length in 0..whole.len() {
        assert!(sentence(&whole[..length]).is_some(), "{length} bytes were accepted");
    }
    assert!(sentence(&whole[..whole.len() / 2]).unwrap().starts_with("is cut off at line"));
}

#[test]
fn a_file_is_refused_whichever_bit_of_it_is_altered() {
    let whole = small();
    for place in 0..whole.len() {
        for bit in 0..8 {
            let mut altered = whole.clone();
            altered[place] ^= 1 << bit;
            assert!(sentence(&altered).is_some(), "bit {bit} of byte {place}");
        }
    }
}

#[test]
fn a_file_is_refused_with_a_line_less_or_twice() {
    let whole = String::from_utf8(small()).unwrap();
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    for place in 0..lines.len() {
        let without = [&lines[..place], &lines[place + 1..]].concat().concat();
        assert!(sentence(without.as_bytes()).is_some(), "without line {place}");
        let twice = [&lines[..=place], &lines[place..]].concat().concat();
        assert!(sentence(twice.as_bytes()).is_some(), "line {place} twice");
    }
}

#[test]
fn foreign_and_newer_files_are_told_apart() {
    let newer = String::from_utf8(small()).unwrap().replacen("\"version\":4", "\"version\":5", 1);
    assert!(sentence(newer.as_bytes()).unwrap().starts_with("was written by a newer Muster (version 5"));
    for foreign in ["", "\n", "{}", "Dear", "{\"format\":\"other\",\"version\":1}\n", "[]\n", "\u{1}\n"] {
        assert!(sentence(foreign.as_bytes()).unwrap().starts_with("is not a backup of Muster"), "{foreign:?}");
    }
}
