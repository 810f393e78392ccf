//! Texts for the properties of the syntax tree: by RON's grammar, changed at random, and from its
//! characters alone.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// White space and comments, mostly short.
fn trivia() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        6 => Just(String::new()),
        3 => "[ \n\t]{1,3}",
        1 => "[ \r\x0B\x0C\u{85}\u{200E}\u{200F}\u{2028}\u{2029}]{1,2}",
        1 => "//[ -~é]{0,5}\r?\n",
        1 => select(vec!["/**/", "/* a */", "/*/*,*/)*/", "/*\"*/", "/*/ */"])
            .prop_map(String::from),
    ]
}

fn number() -> impl Strategy<Value = String> {
    let fixed = [
        "0",
        "-0",
        "+7",
        "42",
        "1_000",
        "0xFF",
        "0o17",
        "0b1010",
        "0xAb_c",
        "255u8",
        "-128i8",
        "1i64",
        "18446744073709551615",
        "99999999999999999999",
        "0xFFFFFFFFFFFFFFFFu64",
        "1.5",
        ".5",
        "5.",
        "-.5e3",
        "1e5",
        "1E+5",
        "1e-5",
        "1_0.0_1",
        "1.5f32",
        "2f64",
        "1e400",
        "inf",
        "-inf",
        "+inff32",
        "NaN",
        "-NaNf64",
        "b'a'",
        "b'\\n'",
        "b'\\x41'",
        "b'''",
        "1..2",
        "1..=2",
        "1..",
        "..2",
        "..=2",
        "..",
        "1...5",
        "-1.5..=2e3",
        "b'a'..b'z'",
        "inf..5",
    ];
    prop_oneof![
        select(fixed.to_vec()).prop_map(String::from),
        "[+-]?[0-9]{1,4}(\\.[0-9]{0,3})?([eE][+-]?[0-9]{1,2})?",
    ]
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-zA-Z ,:()\\[\\]{}#'/*é中\n]{0,6}",
        1 => select(vec![
            "\\n", "\\\"", "\\\\", "\\'", "\\t", "\\r", "\\0", "\\x41", "\\u{e9}", "\\u{10FFFF}",
            "\\xc3\\xa9", "\\xf0\\x9f\\xa6\\x80", "\\\n   ", "\\\r\n\t",
        ])
        .prop_map(String::from),
    ];
    let escaped = prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat());
    prop_oneof![
        4 => escaped.clone().prop_map(|body| format!("\"{body}\"")),
        1 => escaped.prop_map(|body| format!("b\"{body}\"")),
        1 => "[a-z\\\\\n]{0,5}".prop_map(|body| format!("r\"{body}\"")),
        1 => "[a-z\"\\\\]{0,5}".prop_map(|body| format!("r##\"{body}\"##")),
        1 => "[a-z\"]{0,3}".prop_map(|body| format!("br#\"{body}\"#")),
        1 => "'([a-zé中'\"]|\\\\n|\\\\x7f|\\\\u\\{1F980\\})'",
    ]
}

fn name() -> impl Strategy<Value = String> + Clone {
    let fixed = [
        "Entity", "a", "_", "_1", "r", "b", "br", "rb", "é", "中文", "r#type", "r#a.b-c", "r#1",
        "Some", "None", "true", "inf", "infinite", "nothing", "b1", "x·",
    ];
    prop_oneof![select(fixed.to_vec()).prop_map(String::from), "[a-z_]{1,5}"]
}

/// A RON value, by the grammar.
fn value() -> impl Strategy<Value = String> {
    let word = name().prop_filter("needs a value", |name| name != "Some");
    let leaf = prop_oneof![
        number(),
        text(),
        word,
        select(vec!["()", "Some()", "None", "true", "( )"]).prop_map(String::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let item = (trivia(), inner, trivia()).prop_map(|(a, item, b)| a + &item + &b).boxed();
        let items = (prop::collection::vec(item.clone(), 0..4), any::<bool>())
            .prop_map(|(items, comma)| {
                items.join(",") + if comma && !items.is_empty() { "," } else { "" }
            })
            .boxed();
        let field = (trivia(), name(), trivia(), item.clone())
            .prop_map(|(a, name, b, item)| format!("{a}{name}{b}:{item}"));
        let fields = prop::collection::vec(field, 1..4).prop_map(|fields| fields.join(","));
        let entry = (item.clone(), item.clone()).prop_map(|(key, item)| format!("{key}:{item}"));
        let entries = prop::collection::vec(entry, 0..3).prop_map(|entries| entries.join(","));
        let callable =
            name().prop_filter("no name", |name| !["None", "true", "inf"].contains(&name.as_str()));
        let named = prop_oneof![
            Just(String::new()),
            (callable, trivia()).prop_map(|(name, gap)| name + &gap),
        ]
        .boxed();
        prop_oneof![
            items.clone().prop_map(|items| format!("[{items}]")),
            (named.clone(), items).prop_map(|(name, items)| format!("{name}({items})")),
            (named, fields).prop_map(|(name, fields)| format!("{name}({fields})")),
            entries.prop_map(|entries| format!("{{{entries}}}")),
            item.prop_map(|item| format!("Some({item})")),
        ]
    })
}

/// A file, by the grammar.
pub(crate) fn document() -> impl Strategy<Value = String> {
    let head = prop_oneof![
        3 => Just(""),
        1 => Just("#![enable(implicit_some)]\n"),
        1 => Just("# ! [ enable ( unwrap_newtypes , explicit_struct_names , ) ]#![type=\"a\"]"),
    ];
    (head, trivia(), value(), trivia())
        .prop_map(|(head, a, value, b)| format!("{head}{a}{value}{b}"))
}

/// Which change of which character, and to what.
pub(crate) type Change = (u8, Index, char);

/// A text after some changes.
pub(crate) fn changed(text: &str, changes: Vec<Change>) -> String {
    changes.into_iter().fold(text.to_string(), |text, change| mutate(&text, change))
}

fn mutate(text: &str, (kind, at, with): Change) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    if chars.is_empty() {
        return with.to_string();
    }
    let at = at.index(chars.len());
    match kind {
        0 => drop(chars.remove(at)),
        1 => chars.insert(at, with),
        2 => chars[at] = with,
        _ => chars.swap(at, (at + 1).min(text.chars().count() - 1)),
    }
    chars.into_iter().collect()
}

/// One to three changes.
pub(crate) fn mutations() -> impl Strategy<Value = Vec<Change>> {
    let with: Vec<char> =
        "()[]{},:;\"'\\/*#!rb_.+-0179exufiNSa\n\r\t \u{e9}\u{2028}\u{feff}".chars().collect();
    prop::collection::vec((0..4u8, any::<Index>(), select(with)), 1..4)
}

/// Texts that ron's lexer must look at twice.
pub(crate) fn soup() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9a-fxobu_.+eEfiN3264-]{1,9}",
        "[+-]?(0[xob])?[0-9a-f_]{1,5}([.][0-9_]{0,3})?([eE][+-]?[0-9_]{0,2})?([iuf](8|16|32|64))?",
        "[+-]?(inf|NaN)(f32|f64|f|x)?",
        "(b?'a'|1|-|inf|[.]5)[.]{1,3}=?(b?'a'|1|-2|inf|NaN|[.]5)?",
        "\"(\\\\[xu'\"nrt0\n\\\\]|[{}0-9a-f]|\\\\x[0-9a-f]{2}|\\\\u\\{[0-9a-fA-F]{0,7}\\}|\r|\n| ){0,5}\"",
        "b?'(\\\\?[xu'\"nrt0\n\\\\é]|[{}0-9a-f]|\\\\x[0-9a-f]{2}|\\\\u\\{[0-9a-f]{0,7}\\}){0,2}'",
        "b?r#{0,3}\"[a\"#]{0,6}",
        "(r|b|br|r#|r##|br#)[a\"'#.+-]{0,4}",
        "1[/* \n\"]{0,12}",
        "[\\[({][Sa1,: ()\\[\\]{}]{0,10}",
        "(Some|a)? ?\\((a|1|Some|:|,| |\\(|\\)){0,8}\\)",
        "(#|!|\\[|enable|type|schema|=|\"a\"|\\(|\\)|\\]|implicit_some|r#unwrap_newtypes|,| |bogus|1){0,12}1",
        "(Some|a|true|None|inf) ?([{(\\[](a: ?1|1|)[\\])}]|[-+.]5|=|\"x\"|'c')",
        "\\((Some|a|true|None|inf) ?([{(\\[](a: ?1|1|)[\\])}]|[-+.]5|=|\"x\"|'c')\\)",
        "#!\\[enable\\((implicit_some|,|r#unwrap_newtypes|[.]| |bogus|1){0,5}\\)\\]1",
        "\\PC{0,6}",
    ]
}
