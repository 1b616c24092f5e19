#![no_main]
use std::sync::LazyLock;

static TARGET: LazyLock<muster::fuzzing::Target> = LazyLock::new(|| muster::fuzzing::target("dn"));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| TARGET(bytes));
