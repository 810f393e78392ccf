//! One record's slice of text through `ron` into a struct, and `ron`'s errors as defects.

use super::{Defect, Origin};
use crate::syntax::Node;
use crate::text::{Place, Span};
use ron::error::{Error, Position, SpannedError};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

/// Reads a value as every data file is read: with implicit `Some` and unwrapped variant newtypes.
///
/// # Errors
/// The place and nature of what does not fit.
pub fn from_ron<T: DeserializeOwned>(text: &str) -> Result<T, SpannedError> {
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES;
    ron::Options::default().with_default_extension(extensions).from_str(text)
}

/// A string as a RON literal.
pub fn quote(text: &str) -> String {
    ron::to_string(text).unwrap_or_else(|_| format!("{text:?}"))
}

/// Reads one record; what is wrong with it comes back as defects, at least one.
pub(super) fn decode<T: DeserializeOwned>(node: Node<'_>, at: Origin) -> Result<T, Vec<Defect>> {
    from_ron(node.text()).map_err(|error| defects(node, at, error))
}

fn defects(node: Node<'_>, origin: Origin, error: SpannedError) -> Vec<Defect> {
    let start = node.range().start + offset(node.text(), error.span.start);
    let end = node.range().start + offset(node.text(), error.span.end);
    let at = Place::Bytes(Span::new(origin.file, start..end.max(start)));
    let of = |outer: Option<String>| {
        outer.unwrap_or_else(|| node.name().unwrap_or("this record").to_owned())
    };
    match error.code {
        Error::NoSuchStructField { expected, found, outer } => {
            let of = of(outer);
            let mut all = unknown_fields(node, origin, &of, expected);
            if all.is_empty() {
                all.push(Defect::UnknownName { at, found, of, expected });
            }
            all
        }
        Error::NoSuchEnumVariant { expected, found, outer } => {
            let of = outer.unwrap_or_else(|| "the values allowed here".into());
            vec![Defect::UnknownName { at, found, of, expected }]
        }
        Error::MissingStructField { field, outer } => {
            vec![Defect::MissingField { at: origin.place(), field, of: of(outer) }]
        }
        Error::DuplicateStructField { field, outer } => {
            let message = format!("`{}` is given the field `{field}` twice", of(outer));
            vec![Defect::Malformed { at, message }]
        }
        other => vec![Defect::Malformed { at, message: in_lower_case(&other.to_string()) }],
    }
}

/// Every field of the record itself that its type does not have: `ron` stops at the first.
fn unknown_fields(
    node: Node<'_>,
    origin: Origin,
    of: &str,
    expected: &'static [&'static str],
) -> Vec<Defect> {
    if node.name() != Some(of) {
        return Vec::new();
    }
    let unknown = |key: Node<'_>| {
        let found = key.text().to_owned();
        let at = Place::Bytes(Span::new(origin.file, key.range()));
        (!expected.contains(&found.as_str())).then(|| Defect::UnknownName {
            at,
            found,
            of: of.to_owned(),
            expected,
        })
    };
    node.fields().filter_map(|(key, _)| unknown(key)).collect()
}

/// The byte offset of a line and column of `ron`, which counts characters from 1.
fn offset(text: &str, position: Position) -> usize {
    let line = text.split_inclusive('\n').nth(position.line.saturating_sub(1)).unwrap_or("");
    let before = |n: usize| line.char_indices().nth(n).map_or(line.len(), |(i, _)| i);
    let line_start = line.as_ptr() as usize - text.as_ptr() as usize;
    if line.is_empty() { text.len() } else { line_start + before(position.col.saturating_sub(1)) }
}

fn in_lower_case(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
