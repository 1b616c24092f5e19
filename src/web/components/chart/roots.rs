/// Heights that grow with the cube root: a few are seen beside thousands, which still stand out.
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
        let sum: f64 = largest.iter().map(|value| (*value as f64).cbrt()).sum();
        Roots { unit: if sum > 0.0 { height / sum } else { 0.0 } }
    }

    /// Of a value.
    pub(super) fn height(self, value: u64) -> f64 {
        if value == 0 { 0.0 } else { (self.unit * (value as f64).cbrt()).max(LEAST) }
    }
}
