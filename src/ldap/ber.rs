//! The little of BER (X.690) that is needed to look at a message before anyone parses it.

use std::ops::Range;

/// Universal tags that are looked for.
pub(super) const BOOLEAN: u8 = 0x01;
pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const ENUMERATED: u8 = 0x0a;
pub(super) const SEQUENCE: u8 = 0x30;

/// The bit that says that an element is made of elements.
pub(super) const CONSTRUCTED: u8 = 0x20;

/// What is wrong with the bytes.
pub(super) type Flaw = &'static str;

/// Where one element lies in a buffer.
#[derive(Debug, Clone)]
pub(super) struct Element {
    pub(super) tag: u8,
    pub(super) content: Range<usize>,
}

impl Element {
    /// The element that begins at `at` and must end by `end`.
    pub(super) fn at(bytes: &[u8], at: usize, end: usize) -> Result<Element, Flaw> {
        let rest = bytes.get(at..end).ok_or("an element is cut off")?;
        let (header, length) = header(rest)?.ok_or("an element is cut off")?;
        let tag = *rest.first().ok_or("an element is cut off")?;
        if length > rest.len() - header {
            return Err("an element is longer than the one around it");
        }
        Ok(Element { tag, content: at + header..at + header + length })
    }

    /// The elements inside.
    pub(super) fn children<'a>(&self, bytes: &'a [u8]) -> Children<'a> {
        Children { bytes, at: self.content.start, end: self.content.end }
    }

    pub(super) fn bytes<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        bytes.get(self.content.clone()).unwrap_or_default()
    }

    pub(super) fn is_constructed(&self) -> bool {
        self.tag & CONSTRUCTED != 0
    }
}

/// Goes through the elements of an element; ends after the first flaw.
pub(super) struct Children<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
}

impl Iterator for Children<'_> {
    type Item = Result<Element, Flaw>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.end {
            return None;
        }
        let element = Element::at(self.bytes, self.at, self.end);
        self.at = element.as_ref().map_or(self.end, |element| element.content.end);
        Some(element)
    }
}

/// Lengths of the header and of the content of the element at the start; `None`: more bytes are needed.
pub(super) fn header(bytes: &[u8]) -> Result<Option<(usize, usize)>, Flaw> {
    let [tag, first, rest @ ..] = bytes else {
        return Ok(None);
    };
    if tag & 0x1f == 0x1f {
        return Err("a tag of more than one byte");
    }
    if *first < 0x80 {
        return Ok(Some((2, usize::from(*first))));
    }
    let count = usize::from(first & 0x7f);
    if count == 0 || count > 8 {
        return Err("a length of a form that LDAP does not use");
    }
    let Some(digits) = rest.get(..count) else {
        return Ok(None);
    };
    let length = digits.iter().try_fold(0_usize, |sum, digit| sum.checked_mul(256)?.checked_add(usize::from(*digit)));
    Ok(Some((2 + count, length.ok_or("a length beyond all limits")?)))
}

/// Reads an unsigned number of at most four bytes.
pub(super) fn unsigned(content: &[u8]) -> Option<u32> {
    match content {
        [] | [0x80..=0xff, ..] | [_, _, _, _, _, ..] => None,
        digits => Some(digits.iter().fold(0, |sum, digit| sum << 8 | u32::from(*digit))),
    }
}
