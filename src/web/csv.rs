//! Rows of CSV (RFC 4180) that no spreadsheet takes for formulas.

/// One row with its line end. A cell that begins like a formula gets an apostrophe before it: a
/// spreadsheet then shows it as text.
pub(super) fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

fn quoted(cell: &str) -> String {
    // A phone such as +49 30 1234 is no formula, and its plus must survive.
    let is_phone = cell.len() > 1
        && cell.starts_with('+')
        && cell[1..].chars().all(|c| c.is_ascii_digit() || " -./()".contains(c));
    let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && !is_phone;
    let text = format!("{}{cell}", if risky { "'" } else { "" });
    if text.contains(['"', ',', '\n', '\r', ';']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn a_cell_never_becomes_a_formula() {
        assert_eq!(row(&["=1+1", "@x", "-2", "+cmd|' /C calc'!A0"]), "'=1+1,'@x,'-2,'+cmd|' /C calc'!A0\r\n");
        assert_eq!(row(&["\t=1", "\r=1", "\n=1"]), "'\t=1,\"'\r=1\",\"'\n=1\"\r\n");
        assert_eq!(row(&["+1 (202) 555-0100", "+", "+1+cmd"]), "+1 (202) 555-0100,'+,'+1+cmd\r\n");
        assert_eq!(row(&["Berg, \"Anna\"", "+49 30-1"]), "\"Berg, \"\"Anna\"\"\",+49 30-1\r\n");
    }
}
