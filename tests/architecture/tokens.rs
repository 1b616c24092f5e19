//! Rust text → words and signs, without comments and texts. As much of the language as telling paths
//! apart takes.

/// A word or a sign (`::` is one), and the line it stands on.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) line: usize,
}

impl Token {
    pub(super) fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

/// Splits a file.
pub(super) fn of(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while let Some(first) = rest.chars().next() {
        let length = length_of_comment(rest).or_else(|| length_of_text(rest));
        let length = length.unwrap_or_else(|| {
            let word = |c: char| c.is_alphanumeric() || c == '_';
            let length = match first {
                c if word(c) => rest.find(|c| !word(c)).unwrap_or(rest.len()),
                ':' if rest.starts_with("::") => 2,
                c => c.len_utf8(),
            };
            if !first.is_whitespace() {
                tokens.push(Token { text: rest[..length].into(), line });
            }
            length
        });
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

fn length_of_comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    text.starts_with("/*").then(|| {
        let (mut depth, mut at) = (1, 2);
        while depth > 0 && at < text.len() {
            let rest = &text.as_bytes()[at..];
            match (rest.starts_with(b"/*"), rest.starts_with(b"*/")) {
                (true, _) => (depth, at) = (depth + 1, at + 2),
                (_, true) => (depth, at) = (depth - 1, at + 2),
                _ => at += 1,
            }
        }
        at
    })
}

/// A string, a raw one, or a character; a lifetime counts as one sign.
fn length_of_text(text: &str) -> Option<usize> {
    let prefix = text.find(|c| !matches!(c, 'b' | 'c' | 'r')).filter(|length| *length <= 2)?;
    let quoted = &text[prefix..];
    if text[..prefix].ends_with('r') {
        let hashes = quoted.find(|c| c != '#')?;
        let end = format!("\"{}", &quoted[..hashes]);
        let inside = quoted[hashes..].strip_prefix('"')?;
        return Some(prefix + hashes + 1 + inside.find(&end).unwrap_or(inside.len()) + end.len());
    }
    let quote = quoted.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    if quote == '\'' && !quoted.starts_with("'\\") && quoted.chars().nth(2) != Some('\'') {
        return Some(prefix + 1);
    }
    let mut escaped = false;
    let end = quoted[1..].find(|c| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    Some(prefix + end.map_or(quoted.len(), |end| end + 2))
}

/// Where these texts follow each other.
pub(super) fn find(tokens: &[Token], wanted: &[&str]) -> Option<usize> {
    tokens.windows(wanted.len()).position(|window| window.iter().zip(wanted).all(|(token, text)| token.text == *text))
}

/// One past an item with its attributes: its `;`, or the brace that closes its body.
pub(super) fn end_of_item(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token.text.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            _ => {}
        }
        if depth == 0 && matches!(token.text.as_str(), ";" | "}") {
            return at + 1;
        }
    }
    tokens.len()
}

/// A path as it is written.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) path: Vec<String>,
    /// The name that `use` gives it here.
    pub(super) name: Option<String>,
}

/// Every path of two names and more, and each leaf of what `use` brings in.
pub(super) fn paths(tokens: &[Token]) -> Vec<Written> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // `use<…>` is no item.
        if tokens[at].text == "use" && text(tokens, at + 1) != "<" {
            at = leaves(tokens, at + 1, &[], &mut found);
            continue;
        }
        let path = words(tokens, at);
        at += (2 * path.len()).saturating_sub(1).max(1);
        if path.len() > 1 {
            found.push(Written { path, name: None });
        }
    }
    found
}

/// `a::b::c`
fn words(tokens: &[Token], mut at: usize) -> Vec<String> {
    let mut path = Vec::new();
    while let Some(token) = tokens.get(at).filter(|token| token.is_word()) {
        path.push(token.text.clone());
        at += 1;
        if text(tokens, at) != "::" {
            break;
        }
        at += 1;
    }
    path
}

/// `a::{b, c::*, d as e}`; answers where it ends.
fn leaves(tokens: &[Token], mut at: usize, before: &[String], found: &mut Vec<Written>) -> usize {
    at += usize::from(text(tokens, at) == "::");
    let more = words(tokens, at);
    at += (2 * more.len()).saturating_sub(1);
    // `a::{self}` is `a`.
    let more = more.into_iter().filter(|word| word != "self" || before.is_empty());
    let mut path: Vec<String> = before.iter().cloned().chain(more).collect();
    at += usize::from(text(tokens, at) == "::");
    let mut name = path.last().cloned();
    match text(tokens, at) {
        "{" => {
            at += 1;
            while !matches!(text(tokens, at), "}" | "") {
                at = leaves(tokens, at, &path, found).max(at + 1);
                at += usize::from(text(tokens, at) == ",");
            }
            return at + 1;
        }
        "*" => {
            path.push("*".into());
            name = None;
            at += 1;
        }
        "as" => {
            name = Some(text(tokens, at + 1).to_owned());
            at += 2;
        }
        _ => {}
    }
    found.push(Written { path, name });
    at
}

fn text(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| &token.text)
}

/// The texts of a file, and the lines they begin on.
pub(super) fn texts(code: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (code, 1);
    while let Some(first) = rest.chars().next() {
        let text = length_of_comment(rest).is_none().then(|| length_of_text(rest)).flatten();
        if let Some(length) = text.filter(|length| rest[..*length].contains('"')) {
            let quoted = rest[..length].trim_start_matches(['b', 'c', 'r']).trim_matches('#');
            let text = quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
            found.extend(text.map(|text| (text.to_owned(), line)));
        }
        let length = length_of_comment(rest).or(text).unwrap_or_else(|| {
            let word = |c: char| c.is_alphanumeric() || c == '_';
            if word(first) { rest.find(|c| !word(c)).unwrap_or(rest.len()) } else { first.len_utf8() }
        });
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    found
}
