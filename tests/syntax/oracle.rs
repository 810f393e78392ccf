//! What must hold of every tree: it agrees with ron, and is whole.

use foedera::syntax::{Kind, Node, parse};
use ron::Value;
use ron::extensions::Extensions;
use serde::de::IgnoredAny;
use std::ops::Range;

/// What ron makes of a text when any value will do, under the options that foedera reads with.
pub(crate) fn ron_reads(text: &str) -> Option<Value> {
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES;
    let options = ron::Options::default().with_default_extension(extensions);
    let value = options.from_str::<Value>(text).ok();
    assert_eq!(options.from_str::<IgnoredAny>(text).is_ok(), value.is_some(), "{text:?}");
    value
}

/// The tree accepts what ron accepts, and refuses what ron refuses; whatever the text, it keeps
/// its promises.
pub(crate) fn assert_parity(text: &str) {
    let tree = parse(text);
    let errors = tree.errors();
    assert_eq!(errors.is_empty(), ron_reads(text).is_some(), "{text:?}\n{errors:?}");
    for (number, record) in tree.records().enumerate() {
        let own = errors.iter().filter(|error| error.record == Some(number)).count();
        assert_eq!(own > 0, tree.is_broken(number), "{text:?}");
        assert!(own <= 2, "{text:?}\n{errors:?}");
        assert!(tree.is_broken(number) || ron_reads(record.text()).is_some(), "{text:?}");
    }
    tree.root().into_iter().for_each(assert_nested);
}

/// Every part stands inside its whole, after the part before it.
fn assert_nested(node: Node<'_>) {
    let mut end = node.range().start;
    for part in node.parts() {
        assert!(end <= part.range().start && part.range().end <= node.range().end, "{node:?}");
        end = part.range().end;
        assert_nested(part);
    }
}

/// Nothing is in no node but white space, comments, punctuation and attributes.
pub(crate) fn assert_lossless(text: &str) {
    let tree = parse(text);
    let mut bytes: Vec<u8> = text.into();
    let mut hide = |range: Range<usize>| bytes[range].fill(b' ');
    tree.comments().iter().cloned().for_each(&mut hide);
    let root = tree.root().unwrap_or_else(|| panic!("{text:?}"));
    hide_leaves(root, &mut hide);
    let rest = String::from_utf8_lossy(&bytes[root.range().start..]);
    let left = rest.replace(|c: char| "()[]{}:,\x0B\u{85}\u{200E}\u{200F}".contains(c), " ");
    assert_eq!(left.trim(), "", "{text:?}");
}

fn hide_leaves(node: Node<'_>, hide: &mut impl FnMut(Range<usize>)) {
    let is_leaf =
        !matches!(node.kind(), Kind::List | Kind::Map | Kind::Tuple | Kind::Struct | Kind::Entry);
    if is_leaf {
        hide(node.range());
    }
    node.parts().for_each(|part| hide_leaves(part, hide));
}

/// The tree says of a well-formed value what ron says.
pub(crate) fn assert_agrees(node: Node<'_>, value: &Value) {
    let items: Vec<_> = node.items().collect();
    match (node.kind(), value) {
        (Kind::Tuple | Kind::Struct, Value::Option(Some(inner))) => match (&items[..], &**inner) {
            ([item], inner) => assert_agrees(*item, inner),
            ([], Value::Unit) => assert_eq!(node.fields().count(), 0),
            (_, inner) => assert_items(node, inner),
        },
        (Kind::Word, Value::Option(None)) => assert_eq!(node.text(), "None"),
        (Kind::Word, Value::Bool(is)) => assert_eq!(node.text(), is.to_string()),
        (Kind::Word | Kind::Range, Value::Unit) | (Kind::Range, Value::Map(_)) => {}
        (Kind::Tuple, Value::Unit) => assert_eq!(node.text(), "()"),
        (Kind::String, Value::String(text)) => assert_eq!(node.str().as_deref(), Some(&**text)),
        (Kind::Number | Kind::Byte, Value::Number(_)) => {}
        (Kind::Bytes, Value::Bytes(_)) | (Kind::Char, Value::Char(_)) => {}
        _ => assert_items(node, value),
    }
}

fn assert_items(node: Node<'_>, value: &Value) {
    match (node.kind(), value) {
        (Kind::List | Kind::Tuple, Value::Seq(values)) => {
            assert_eq!(node.items().count(), values.len(), "{node:?}");
            node.items().zip(values).for_each(|(item, value)| assert_agrees(item, value));
        }
        (Kind::Struct, Value::Map(map)) => {
            for (key, value) in map.iter() {
                let Value::String(key) = key else { panic!("{key:?} in {node:?}") };
                let last = node.fields().filter(|(field, _)| field.name() == Some(key)).last();
                last.into_iter().for_each(|(_, field)| assert_agrees(field, value));
                assert!(last.is_some(), "{key:?} in {node:?}");
            }
        }
        (Kind::Map, Value::Map(map)) => assert!(node.fields().count() >= map.len(), "{node:?}"),
        _ => panic!("{:?} for {value:?}", node.text()),
    }
}
