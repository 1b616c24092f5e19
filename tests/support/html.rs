//! Reads forms out of the panel's pages, as a browser without scripts does. Made for markup that is
//! well-formed, as the panel's is; no general parser.

/// What a browser would send for the first form that has a field called `field`: names and values, without
/// buttons. `None`: there is no such form.
pub fn form_with(html: &str, field: &str) -> Option<Vec<(String, String)>> {
    let mut rest = html;
    while let Some(start) = rest.find("<form") {
        let form = &rest[start..];
        let end = form.find("</form>").unwrap_or(form.len());
        if elements(&form[..end]).iter().any(|element| element.attribute("name").as_deref() == Some(field)) {
            return Some(values(&form[..end]));
        }
        rest = &form[end..];
    }
    None
}

/// The value of the first field with this name.
pub fn field_value(html: &str, name: &str) -> Option<String> {
    let element = elements(html).into_iter().find(|element| element.attribute("name").as_deref() == Some(name))?;
    Some(element.value())
}

/// The values that a `select` offers.
pub fn options(html: &str, select: &str) -> Vec<String> {
    let elements = elements(html);
    let found = elements.iter().find(|element| element.attribute("name").as_deref() == Some(select));
    found.map(|select| select.options().into_iter().map(|(value, _)| value).collect()).unwrap_or_default()
}

/// The message beside a field.
pub fn message_beside(html: &str, field: &str) -> Option<String> {
    let (_, rest) = html.split_once(&format!("id=\"field-{field}-error\""))?;
    let (_, rest) = rest.split_once("<span>")?;
    Some(unescape(rest.split("</span>").next()?))
}

fn values(form: &str) -> Vec<(String, String)> {
    let mut values = Vec::new();
    for element in elements(form) {
        let Some(name) = element.attribute("name") else { continue };
        let kind = element.attribute("type").unwrap_or_default();
        let unchecked = matches!(kind.as_str(), "checkbox" | "radio") && element.attribute("checked").is_none();
        let button = matches!(kind.as_str(), "submit" | "button" | "reset" | "file");
        if !unchecked && !button && element.attribute("disabled").is_none() {
            values.push((name, element.value()));
        }
    }
    values
}

/// An `input`, `select` or `textarea`.
struct Element<'a> {
    kind: &'a str,
    /// Between `<kind` and `>`.
    tag: &'a str,
    /// Between the tags; empty for an `input`.
    inner: &'a str,
}

fn elements(html: &str) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let Some(kind) = ["input", "select", "textarea"].into_iter().find(|kind| begins(rest, kind)) else { continue };
        let end = tag_end(rest);
        let tag = rest[kind.len()..end].trim_end_matches('/');
        let after = rest.get(end + 1..).unwrap_or_default();
        let inner = if kind == "input" { "" } else { after.split(&format!("</{kind}>")).next().unwrap_or_default() };
        found.push(Element { kind, tag, inner });
        rest = &after[inner.len()..];
    }
    found
}

/// Whether the text begins with this tag name.
fn begins(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/'))
}

/// Where the tag's `>` is; one inside quotes does not count.
fn tag_end(text: &str) -> usize {
    let mut quoted = false;
    let end = text.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    });
    end.unwrap_or(text.len())
}

impl Element<'_> {
    fn attribute(&self, name: &str) -> Option<String> {
        attribute(self.tag, name)
    }

    fn value(&self) -> String {
        match self.kind {
            "textarea" => unescape(self.inner.strip_prefix('\n').unwrap_or(self.inner)),
            "select" => {
                let options = self.options();
                let chosen = options.iter().find(|(_, selected)| *selected).or(options.first());
                chosen.map(|(value, _)| value.clone()).unwrap_or_default()
            }
            _ => self.attribute("value").unwrap_or_else(|| match self.attribute("type").as_deref() {
                Some("checkbox" | "radio") => "on".to_owned(),
                _ => String::new(),
            }),
        }
    }

    /// Of a `select`: each value, and whether it is the selected one.
    fn options(&self) -> Vec<(String, bool)> {
        let option = |text: &str| {
            let end = tag_end(text);
            let label = text.get(end + 1..).unwrap_or_default().split('<').next().unwrap_or_default();
            let value = attribute(&text[..end], "value").unwrap_or_else(|| unescape(label.trim()));
            (value, attribute(&text[..end], "selected").is_some())
        };
        self.inner.split("<option").skip(1).map(option).collect()
    }
}

/// An attribute's value; an empty one for an attribute that only stands there, such as `checked`.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (known, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => match after.strip_prefix('=') {
                Some(bare) => bare.split_at(bare.find(char::is_whitespace).unwrap_or(bare.len())),
                None => ("", after),
            },
        };
        if known == name {
            return Some(unescape(value));
        }
        rest = after.trim_start();
    }
    None
}

fn unescape(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}
