//! The API: the answers of the command line, described by a document that is true.

use crate::http::get;
use crate::run::{Program, US_JAPAN, small};
use foedera::server::{API, openapi};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Questions, as they are asked over HTTP and on the command line.
const ASKED: &[(&str, &[&str])] = &[
    ("find?text=futenma", &["find", "futenma"]),
    ("find?text=treaty&as_of=1996-04-17", &["find", "treaty", "--as-of", "1996-04-17"]),
    ("show?name=us-forces-in-japan", &["show", "us-forces-in-japan"]),
    (
        "show?name=return-of-futenma&as_of=1996-04-17",
        &["show", "return-of-futenma", "--as-of", "1996-04-17"],
    ),
    ("neighbors?name=japan", &["neighbors", "japan"]),
    (
        "neighbors?name=Japan&kinds=PartyTo,Hosts&certain=true&as_of=1996",
        &["neighbors", "Japan", "--kinds", "PartyTo,Hosts", "--certain", "--as-of", "1996"],
    ),
    ("timeline", &["timeline"]),
    ("timeline?name=japan&as_of=1996-04-17", &["timeline", "japan", "--as-of", "1996-04-17"]),
    ("obligations?a=united-states&b=japan", &["obligations", "united-states", "japan"]),
    (
        "obligations?a=united-states&b=japan&all=true",
        &["obligations", "united-states", "japan", "--all"],
    ),
    ("commitments", &["commitments"]),
    (
        "commitments?by=united-states&binding=legal&status=in-force",
        &["commitments", "--by", "united-states", "--binding", "legal", "--status", "in-force"],
    ),
    ("commitments?due_before=2003-04-15", &["commitments", "--due-before", "2003-04-15"]),
    ("path?from=joseph-nye&to=futenma-air-station", &["path", "joseph-nye", "futenma-air-station"]),
    (
        "path?from=joseph-nye&to=Futenma+Air+Station&k=5&avoid=japan&stance=all",
        &[
            "path",
            "joseph-nye",
            "futenma-air-station",
            "-k",
            "5",
            "--avoid",
            "japan",
            "--stance",
            "all",
        ],
    ),
    (
        "path?from=joseph-nye&to=china&all=true&limit=3&as_of=1996-04-17&directed=false",
        &["path", "joseph-nye", "china", "--all", "--limit", "3", "--as-of", "1996-04-17"],
    ),
    (
        "path?from=joseph-nye&to=china&through=japan&max_hops=6&stance=fact",
        &[
            "path",
            "joseph-nye",
            "china",
            "--through",
            "japan",
            "--max-hops",
            "6",
            "--stance",
            "fact",
        ],
    ),
];

fn on_the_command_line(arguments: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foedera"));
    command.env_remove("FOEDERA_SOURCES").args(["--data", US_JAPAN]);
    let output = command.args(arguments).args(["--format", "json"]).output().unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{arguments:?}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn description() -> Value {
    serde_json::from_str(&openapi()).unwrap()
}

/// Holds a document to the schema that the description gives for what is served at a path.
fn conforms(description: &Value, path: &str, document: &Value) {
    let content = &description["paths"][path]["get"]["responses"]["200"]["content"];
    let mut schema = content["application/json"]["schema"].clone();
    assert!(schema.is_object(), "{path} is described");
    schema["components"] = description["components"].clone();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(document).take(3).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{path}: {errors:#?}");
    assert!(!validator.is_valid(&json!({})), "{path} describes something");
}

#[test]
fn questions_are_answered_as_on_the_command_line_and_as_described() {
    let server = Program::start(Path::new(US_JAPAN), |_| {});
    let description = description();
    let mut asked = BTreeSet::new();
    for (target, arguments) in ASKED {
        let reply = get(server.address, &format!("/api/{target}"));
        assert_eq!(reply.status, 200, "{target}: {}", String::from_utf8_lossy(&reply.body));
        assert_eq!(reply.header("content-type"), "application/json");
        assert_eq!(reply.json(), on_the_command_line(arguments), "{target}");
        let name = target.split('?').next().unwrap();
        conforms(&description, &format!("/api/{name}"), &reply.json());
        asked.insert(name);
    }
    assert_eq!(asked, API.iter().map(|operation| operation.name).collect(), "all are asked");
    for path in ["/api/graph", "/api/findings"] {
        conforms(&description, path, &get(server.address, path).json());
    }
}

#[test]
fn no_answer_is_an_answer() {
    let server = small();
    let reply = get(server.address, "/api/find?text=atlantis");
    assert_eq!(reply.status, 200);
    assert_eq!(reply.json()["answer"]["found"], json!([]));
}

#[test]
fn what_can_not_be_answered_is_said_why() {
    let server = small();
    let refused = [
        (404, "show?name=ruritanja", "nothing is called `ruritanja`; did you mean `ruritania`?"),
        (404, "path?from=ruritania&to=atlantis", "nothing is called `atlantis`"),
        (400, "show", "`name` is missing"),
        (400, "show?name=ruritania&file=/etc/passwd", "there is no parameter `file`"),
        (400, "path?from=ruritania&to=graustark&k=5000", "k=5000: it is a number from 1 to 100"),
        (400, "path?from=a&to=b&k=2&all=true", "`all` and `k` exclude each other"),
        (400, "find?text=x&certain=maybe", "certain=maybe: it is one of true, false"),
        (
            400,
            "neighbors?name=ruritania&kinds=PartyToo",
            "there is no kind of relation `PartyToo`; did you mean `PartyTo`?",
        ),
    ];
    for (status, target, error) in refused {
        let reply = get(server.address, &format!("/api/{target}"));
        assert_eq!((reply.status, reply.error().as_str()), (status, error), "{target}");
    }
    let reply = get(server.address, "/api/find?text=x&as_of=yesterday");
    assert_eq!(reply.status, 400);
    assert!(reply.error().starts_with("as_of=yesterday: "), "{}", reply.error());
}

#[test]
fn the_description_is_served_and_committed() {
    let text = openapi();
    let path = "docs/openapi.json";
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, &text).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap_or_default() == text, "{path} is stale: `just bless`");
    let reply = get(small().address, "/openapi.json");
    assert_eq!(reply.status, 200);
    assert!(reply.body == text.as_bytes());
}

/// Every `$ref` of a document.
fn references<'v>(value: &'v Value, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str));
            fields.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

#[test]
fn the_description_is_well_formed() {
    let spec = oas3::from_json(openapi()).unwrap();
    spec.validate_version().unwrap();
    let names: BTreeSet<String> = spec.operations().map(|(path, ..)| path).collect();
    let mut expected: BTreeSet<String> = API.iter().map(|operation| operation.path()).collect();
    expected
        .extend(["/", "/api/graph", "/api/findings", "/events", "/openapi.json"].map(String::from));
    assert_eq!(names, expected);

    let description = description();
    let mut found = BTreeSet::new();
    references(&description, &mut found);
    assert!(found.len() > 20, "{found:?}");
    for reference in found {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(description.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
    for (name, schema) in description["components"]["schemas"].as_object().unwrap() {
        assert!(jsonschema::meta::is_valid(schema), "{name} is no schema");
    }
}
