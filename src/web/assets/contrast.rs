//! Reads the colours out of the stylesheet and measures them (WCAG 2.2: 1.4.3 text, 1.4.11 controls).
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::STYLESHEET;

const GROUNDS: [&str; 3] = ["paper", "surface", "raised"];

/// The two values of `--name: light-dark(#rrggbb, #rrggbb);`.
fn token(name: &str) -> [[f64; 3]; 2] {
    let declaration = format!("--{name}: light-dark(");
    let rest = STYLESHEET.split(&declaration).nth(1).expect(&declaration);
    let mut values = rest.split(')').next().unwrap().split(',').map(|value| luminance_parts(value.trim()));
    [values.next().unwrap(), values.next().unwrap()]
}

fn luminance_parts(hex: &str) -> [f64; 3] {
    let value = u32::from_str_radix(hex.trim_start_matches('#'), 16).expect("six hex digits");
    [16, 8, 0].map(|shift| {
        let part = f64::from((value >> shift) & 0xff) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn assert_contrast(front: &str, ground: &str, least: f64) {
    for (theme, index) in [("light", 0), ("dark", 1)] {
        let ratio = ratio(token(front)[index], token(ground)[index]);
        assert!(ratio >= least, "--{front} on --{ground}, {theme}: {ratio:.2} : 1, needs {least} : 1");
    }
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    let ratio = ratio(luminance_parts("#000000"), luminance_parts("#ffffff"));
    assert!((ratio - 21.0).abs() < 1e-9);
}

#[test]
fn text_is_readable_on_every_ground() {
    for text in ["text", "muted", "faint"] {
        for ground in GROUNDS {
            assert_contrast(text, ground, 4.5);
        }
    }
    for accent in ["accent", "accent-strong"] {
        assert_contrast("on-accent", accent, 4.5);
    }
}

#[test]
fn every_meaning_is_readable_on_its_own_ground_and_on_the_page() {
    for tone in ["ok", "warning", "bad", "info"] {
        assert_contrast(tone, &format!("{tone}-ground"), 4.5);
        assert_contrast("text", &format!("{tone}-ground"), 4.5);
        for ground in GROUNDS {
            assert_contrast(tone, ground, 4.5);
        }
    }
}

#[test]
fn controls_focus_and_progress_stand_out() {
    for ground in ["paper", "surface"] {
        assert_contrast("control", ground, 3.0);
    }
    for ground in ["paper", "surface", "raised"] {
        assert_contrast("accent", ground, 3.0);
    }
}

#[test]
fn colours_are_named_only_among_the_tokens() {
    let after_tokens = STYLESHEET.split("@layer base {").nth(1).unwrap();
    for line in after_tokens.lines().filter(|line| line.contains(':')) {
        let value = line.split_once(':').map_or("", |(_, value)| value);
        let is_colour = value.contains('#') && value.trim_start().starts_with('#');
        assert!(!is_colour, "{line}");
    }
}
