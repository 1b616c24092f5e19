/// Heights that grow with the square root: of 11,900 and 1 both are seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Roots {
    /// Pixels of one.
    unit: f64,
}

/// What is there at all is seen.
const LEAST: f64 = 2.0;

impl Roots {
    /// The largest values of one or two directions share a height.
    pub(super) fn sharing(height: f64, largest: &[u64]) -> Roots {
        let sum: f64 = largest.iter().map(|value| (*value as f64).sqrt()).sum();
        Roots { unit: if sum > 0.0 { height / sum } else { 0.0 } }
    }

    /// Of a value.
    pub(super) fn height(self, value: u64) -> f64 {
        if value == 0 { 0.0 } else { (self.unit * (value as f64).sqrt()).max(LEAST) }
    }
}
