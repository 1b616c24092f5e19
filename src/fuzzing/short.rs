//! A short run of every target without libFuzzer: its seeds, and mutations of them for about a second each
//! (`MUSTER_FUZZ_SECONDS`). Without feedback from the code it finds less than `just soak`, which has it; it needs
//! nothing built twice, and each seed that a fuzzer ever found is tried on each run of the tests.
#![allow(clippy::print_stdout)]

use super::TARGETS;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz")
}

fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = folder().join("seeds").join(target);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut seeds: Vec<_> =
        files.map(|file| file.unwrap().path()).map(|p| (p.clone(), std::fs::read(p).unwrap())).collect();
    seeds.sort();
    seeds
}

/// Says which bytes it was: they are the seed to keep.
fn run(target: super::Target, name: &str, bytes: &[u8], from: &Path) {
    let outcome = std::panic::catch_unwind(|| target(bytes));
    if outcome.is_err() {
        panic!("{name}, from {}: keep as a seed: {}", from.display(), bytes.escape_ascii());
    }
}

fn mutated(seeds: &[(PathBuf, Vec<u8>)], random: &mut StdRng) -> Vec<u8> {
    let pick = |random: &mut StdRng| seeds[random.random_range(0..seeds.len())].1.clone();
    let mut bytes = pick(random);
    for _ in 0..random.random_range(1..6) {
        let at = random.random_range(0..=bytes.len());
        match random.random_range(0..8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.random_range(0..8),
            1 if at < bytes.len() => bytes[at] = random.random(),
            2 => bytes.insert(at, random.random()),
            3 => bytes.insert(at, b"\\\"(),;=+*&|!#\n\0@:/[]%{}"[random.random_range(0..23)]),
            4 => drop(bytes.drain(at..(at + random.random_range(0..8)).min(bytes.len()))),
            5 => {
                let other = pick(random);
                let from = random.random_range(0..=other.len());
                bytes.splice(at..at, other[from..].iter().copied().take(64));
            }
            6 => {
                let part: Vec<u8> = bytes[at..].iter().copied().take(16).collect();
                bytes.splice(at..at, part.repeat(random.random_range(1..20)));
            }
            _ => bytes.truncate(at),
        }
    }
    bytes.truncate(64 << 10);
    bytes
}

fn soak(name: &str) {
    let target = super::target(name);
    let seeds = seeds(name);
    assert!(!seeds.is_empty(), "{name} has no seeds");
    seeds.iter().for_each(|(path, bytes)| run(target, name, bytes, path));
    let seconds = std::env::var("MUSTER_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1.0);
    let (start, enough) = (Instant::now(), Duration::from_secs_f64(seconds));
    let number: u64 =
        std::env::var("MUSTER_FUZZ_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or_else(rand::random);
    let mut random = StdRng::seed_from_u64(number);
    let mut executions = 0;
    while start.elapsed() < enough {
        run(target, name, &mutated(&seeds, &mut random), Path::new("a mutation"));
        executions += 1;
    }
    println!("{name}: {} seeds, {executions} mutations in {seconds} s, MUSTER_FUZZ_SEED={number}", seeds.len());
}

macro_rules! short_runs {
    ($($name:ident)*) => {
        $(#[test] fn $name() { soak(stringify!($name)); })*
        const RUN: &[&str] = &[$(stringify!($name)),*];
    };
}

short_runs! {
    backup_file control_line cursor demo_request dn email entry escape filter form_agent form_login form_rules
    form_settings frame guid hosts http_request pem times
}

#[test]
fn every_target_has_a_short_run_a_fuzzer_and_seeds() {
    let names: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let run: BTreeSet<String> = RUN.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(names, run);
    let manifest = std::fs::read_to_string(folder().join("Cargo.toml")).unwrap();
    for name in &names {
        let path = format!("targets/{name}.rs");
        let code = std::fs::read_to_string(folder().join(&path)).unwrap_or_default();
        assert!(
            code.contains(&format!("muster::fuzzing::target(\"{name}\")")),
            "tests/fuzz/{path} does not call {name}"
        );
        assert!(
            manifest.contains(&format!("name = \"{name}\"\npath = \"{path}\"")),
            "{name} is not in tests/fuzz/Cargo.toml"
        );
    }
    let seeds: BTreeSet<String> = std::fs::read_dir(folder().join("seeds"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, seeds, "the folders of seeds");
}
