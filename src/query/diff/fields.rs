//! Compares JSON values field by field, and lists of them item by item.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FieldChange {
    /// Its name; of a field within another, with a dot: `commitment.binding`.
    pub field: String,
    /// What it was; none where it was not there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Value>,
    /// What it is; none where it is no longer there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Value>,
}

/// The fields in which two objects differ, in the order of the old one, then of the new one. Objects
/// within are compared by their own fields.
pub(super) fn changes(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<FieldChange> {
    let only_new = new.keys().filter(|name| !old.contains_key(*name));
    let mut found = Vec::new();
    for name in old.keys().chain(only_new) {
        match (old.get(name), new.get(name)) {
            (Some(Value::Object(old)), Some(Value::Object(new))) => {
                let inner = changes(old, new).into_iter();
                found.extend(inner.map(|change| FieldChange {
                    field: format!("{name}.{}", change.field),
                    ..change
                }));
            }
            (old, new) if old != new => found.push(FieldChange {
                field: name.clone(),
                old: old.cloned(),
                new: new.cloned(),
            }),
            _ => {}
        }
    }
    found
}

/// The items of one list that the other lacks, as often as it lacks them.
pub(super) fn without(list: &[Value], other: &[Value]) -> Vec<Value> {
    let mut left = other.to_vec();
    let mut missing = Vec::new();
    for item in list {
        match left.iter().position(|other| other == item) {
            Some(at) => drop(left.swap_remove(at)),
            None => missing.push(item.clone()),
        }
    }
    missing
}

impl FieldChange {
    /// The change in words, a line for each item of a list.
    pub(super) fn lines(&self) -> Vec<String> {
        let field = &self.field;
        if let (Some(Value::Array(old)), Some(Value::Array(new))) = (&self.old, &self.new) {
            let gone =
                without(old, new).into_iter().map(|item| format!("- {field}: {}", words(&item)));
            let come =
                without(new, old).into_iter().map(|item| format!("+ {field}: {}", words(&item)));
            let lines: Vec<String> = gone.chain(come).collect();
            return if lines.is_empty() {
                vec![format!("~ {field}: another order")]
            } else {
                lines
            };
        }
        vec![match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("~ {field}: {} → {}", words(old), words(new)),
            (Some(old), None) => format!("- {field}: {}", words(old)),
            (None, Some(new)) => format!("+ {field}: {}", words(new)),
            (None, None) => String::new(),
        }]
    }
}

/// A value as people read it: an object by its words, else by its fields.
fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => match fields.get("words") {
            Some(Value::String(text)) => text.clone(),
            _ => {
                let shown = fields.values().filter(|value| !is_empty(value)).map(words);
                shown.collect::<Vec<_>>().join(", ")
            }
        },
        other => other.to_string(),
    }
}

fn is_empty(value: &Value) -> bool {
    matches!(value, Value::Array(items) if items.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{FieldChange, changes, without};
    use serde_json::{Value, json};

    fn between(old: Value, new: Value) -> Vec<FieldChange> {
        changes(old.as_object().unwrap(), new.as_object().unwrap())
    }

    #[test]
    fn fields_are_compared_by_name_and_depth() {
        let old = json!({ "name": "A", "note": "n", "when": { "words": "1995", "first": 1 } });
        let new = json!({ "name": "B", "when": { "words": "1996", "first": 1 }, "gloss": "g" });
        let found = between(old, new);
        let lines: Vec<String> = found.iter().flat_map(FieldChange::lines).collect();
        assert_eq!(
            lines,
            ["~ name: A → B", "- note: n", "~ when.words: 1995 → 1996", "+ gloss: g"]
        );
    }

    #[test]
    fn lists_are_compared_as_bags() {
        let list = |items: Value| items.as_array().unwrap().clone();
        let (old, new) = (list(json!([1, 2, 2, 3])), list(json!([3, 2, 4])));
        assert_eq!(without(&old, &new), list(json!([1, 2])));
        assert_eq!(without(&new, &old), list(json!([4])));
    }
}
