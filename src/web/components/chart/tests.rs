#![allow(clippy::unwrap_used)]
use super::*;
use std::time::Duration;

fn column(came: u64, went: u64) -> FlowColumn {
    FlowColumn { title: format!("{came} came"), came, went, ..FlowColumn::default() }
}

/// The heights of boxes of a class, in order.
fn heights(markup: &str, class: &str) -> Vec<f64> {
    let start = format!("<rect class=\"{class}\"");
    let boxes = markup.split(start.as_str()).skip(1);
    boxes.map(|tag| tag.split("height=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap()).collect()
}

#[test]
fn one_is_seen_beside_thousands_and_more_is_never_lower() {
    let roots = Roots::sharing(96.0, &[11_900]);
    assert_eq!((roots.height(0), roots.height(1).round(), roots.height(11_900).round()), (0.0, 4.0, 96.0));
    assert_eq!(Roots::sharing(96.0, &[12_000_000]).height(1), 2.0, "what is there is seen");
    assert!((roots.height(8_000) / roots.height(1_000) - 2.0).abs() < 1e-9, "eight times as many are twice as high");
    let heights: Vec<f64> = (0..12_000).map(|value| roots.height(value)).collect();
    assert!(heights.windows(2).all(|pair| pair[0] <= pair[1]));
}

#[test]
fn up_and_down_share_one_scale() {
    let flow = Flow { columns: vec![column(100, 0), column(0, 100), column(0, 0)] };
    let plot = flow.plot("Imports").into_string();
    assert_eq!((heights(&plot, "came"), heights(&plot, "went")), (vec![48.0], vec![48.0]));
}

#[test]
fn a_chart_of_nothing_has_no_bars_and_says_zero() {
    for columns in [Vec::new(), vec![column(0, 0); 53]] {
        let plot = Flow { columns }.plot("Imports").into_string();
        assert!(plot.contains(">0</text>") && !plot.contains("class=\"came\"") && !plot.contains("NaN"), "{plot}");
    }
    let plot = Pulse::default().plot("Latency").into_string();
    assert!(!plot.contains("NaN") && !plot.contains("class=\"limit\""), "{plot}");
}

#[test]
fn the_largest_values_are_written_with_their_thousands() {
    let flow = Flow { columns: vec![column(11_900, 0), column(3, 1_204)] };
    let plot = flow.plot("Imports").into_string();
    assert!(plot.contains(">11,900</text>") && plot.contains(">1,204</text>"), "{plot}");
}

#[test]
fn no_line_goes_over_a_gap() {
    let took = |millis| Some([Duration::from_millis(millis); 2]);
    let column = |took| PulseColumn { title: Some("x".into()), took, failed: false };
    let gap = PulseColumn { failed: true, ..column(None) };
    let columns = vec![column(took(4)), column(took(9)), gap, column(took(5)), column(took(6)), column(took(6))];
    let plot = Pulse { columns, labels: ["24 h ago", "12 h ago", "now"] }.plot("Latency").into_string();
    assert_eq!(plot.matches("class=\"course\"").count(), 3);
    assert_eq!(plot.matches("class=\"failed\"").count(), 1);
    assert!(plot.contains(">9 ms</text>"), "{plot}");
}

#[test]
fn every_value_is_in_the_table() {
    let figure = Figure {
        name: "Imports",
        is_headed: false,
        caption: "Two weeks.".into(),
        key: vec![(Shape::Came, "Added")],
        headings: vec!["Week", "Added"],
        rows: vec![vec!["2 Nov 2026".into(), "11,900".into()]],
    };
    let markup = figure.around(&Flow::default().plot("Imports")).into_string();
    assert!(markup.contains("<th scope=\"row\">2 Nov 2026</th><td>11,900</td>"), "{markup}");
}
