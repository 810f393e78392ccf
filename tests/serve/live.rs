//! `foedera serve` as a user runs it: it follows the files, survives what they become, and stops when
//! told.

use crate::http::{Events, get};
use crate::run::{Program, SMALL};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A copy of the small data set that may be edited.
fn copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(SMALL).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    folder
}

fn start(folder: &Path) -> Program {
    Program::start(folder, |_| {})
}

fn ids(server: &Program) -> Vec<String> {
    let nodes = get(server.address, "/api/find?text=stan").json()["answer"].clone();
    let found = nodes["found"].as_array().unwrap().iter();
    found.map(|found| found["id"].as_str().unwrap().to_owned()).collect()
}

const BALKISTAN: &str = "[\n    Entity(id: \"balkistan\", kind: State, name: \"Balkistan\", cites: [(\"handbook\")]),\n]\n";

#[test]
fn an_edit_is_told_and_served() {
    let folder = copy();
    let server = start(folder.path());
    let mut events = Events::listen(server.address);
    let before = events.revision();
    let tag = |target: &str| get(server.address, target).header("etag").to_owned();
    assert_eq!(tag("/api/graph"), format!("\"{before}\""));
    assert!(ids(&server).is_empty());

    fs::write(folder.path().join("more.ron"), BALKISTAN).unwrap();
    let after = events.revision();
    assert_ne!(before, after);
    assert_eq!(tag("/api/graph"), format!("\"{after}\""));
    assert_eq!(get(server.address, "/api/graph").json()["revision"], after);
    assert_eq!(ids(&server), ["balkistan"]);

    fs::remove_file(folder.path().join("more.ron")).unwrap();
    assert_eq!(events.revision(), before, "the same data is the same revision");
    assert!(ids(&server).is_empty());
}

#[test]
fn a_bad_edit_is_shown_with_its_place_and_what_can_be_read_is_served() {
    let folder = copy();
    let server = start(folder.path());
    let mut events = Events::listen(server.address);
    events.revision();
    assert_eq!(get(server.address, "/api/findings").json()["findings"], serde_json::json!([]));

    let bad =
        BALKISTAN.replace("kind: State", "kind: Stat").replace("]\n", "    Entity(id: ,\n]\n");
    fs::write(folder.path().join("more.ron"), bad).unwrap();
    let revision = events.revision();
    let findings = get(server.address, "/api/findings").json();
    assert_eq!(findings["revision"], revision);
    let shown = |code: &str| {
        let mut all = findings["findings"].as_array().unwrap().iter();
        let one = all.find(|finding| finding["code"] == code);
        let one = one.unwrap_or_else(|| panic!("{findings}"));
        let file = one["file"].as_str().unwrap();
        let name = Path::new(file).strip_prefix(folder.path()).unwrap().display();
        let (line, column, level, message) =
            (&one["line"], &one["column"], &one["level"], &one["message"]);
        format!("{name}:{line}:{column} {level} {message}")
    };
    let unknown_kind = "more.ron:2:35 \"deny\" \"there is no kind of entity `Stat`\"";
    assert_eq!(shown("F0202"), unknown_kind);
    assert_eq!(shown("F0102"), "more.ron:3:16 \"deny\" \"expected a value, found `,`\"");
    assert_eq!(get(server.address, "/api/show?name=ruritania").status, 200);

    fs::write(folder.path().join("more.ron"), BALKISTAN).unwrap();
    assert_ne!(events.revision(), revision);
    assert_eq!(ids(&server), ["balkistan"]);
}

#[test]
fn the_last_state_is_served_while_the_folder_is_gone() {
    let above = tempfile::tempdir().unwrap();
    let (here, away) = (above.path().join("data"), above.path().join("away"));
    fs::rename(copy().keep(), &here).unwrap();
    let server = start(&here);
    fs::rename(&here, &away).unwrap();
    assert_eq!(get(server.address, "/api/show?name=ruritania").status, 200);
}

/// Stops the program with a signal, while a page listens.
#[cfg(unix)]
fn stopped_by(signal: &str) {
    let folder = copy();
    let mut server = start(folder.path());
    let mut events = Events::listen(server.address);
    events.revision();
    let process = server.child.id().to_string();
    assert!(Command::new("kill").args([signal, &process]).status().unwrap().success());
    assert_eq!(events.next("event: "), None, "the stream ends");
    assert_eq!(server.child.wait().unwrap().code(), Some(0), "{signal}");
}

#[cfg(unix)]
#[test]
fn it_stops_when_interrupted_or_terminated() {
    stopped_by("-INT");
    stopped_by("-TERM");
}

#[test]
fn a_port_that_is_taken_is_said_so() {
    let taken = start(Path::new(SMALL));
    let port = taken.address.port().to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_foedera"));
    let output = command.args(["--data", SMALL, "serve", "--port", &port]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with(&format!("error: can't listen at 127.0.0.1:{port}: ")), "{said}");
    assert!(said.ends_with("`--port 0` takes any port that is free\n"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_when_asked_for() {
    use std::os::unix::fs::PermissionsExt;
    let tools = tempfile::tempdir().unwrap();
    let (browser, opened) = (tools.path().join("xdg-open"), tools.path().join("opened"));
    // Written elsewhere first, so that it is there whole.
    let script = "#!/bin/sh\nprintf %s \"$1\" > \"$0.part\" && mv \"$0.part\" \"${0%/*}/opened\"\n";
    fs::write(&browser, script).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", tools.path().display(), std::env::var("PATH").unwrap());
    let server = Program::start(Path::new(SMALL), |command| {
        command.arg("--open").env("PATH", path);
    });
    let url = (0..600).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        fs::read_to_string(&opened).ok()
    });
    assert_eq!(url, Some(format!("http://{}/", server.address)));
}

const TEXT: &str = "# One\n\nFirst it was so. Then it was otherwise.\n";

/// A data set that cites a text, which lies in a folder of its own.
fn cited() -> (tempfile::TempDir, tempfile::TempDir) {
    let hash = foedera::citation::sha256(TEXT);
    let records = format!(
        r#"[
    Dataset(id: "d", title: "D", description: "D.", licence: "CC0-1.0", reference_date: "2000"),
    Source(id: "s", kind: Publication, title: "S", text: (file: "s.txt", sha256: "{hash}")),
    Entity(id: "e", kind: State, name: "E", cites: [("s", "Then it was otherwise")]),
]"#
    );
    let (data, texts) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(data.path().join("dataset.ron"), records).unwrap();
    fs::write(texts.path().join("s.txt"), TEXT).unwrap();
    (data, texts)
}

fn shows_the_text(server: &Program) -> bool {
    let graph = get(server.address, "/api/graph");
    assert_eq!(graph.status, 200);
    String::from_utf8(graph.body).unwrap().contains("First it was so")
}

#[test]
fn texts_of_sources_are_shown_and_followed_here() {
    let (data, texts) = cited();
    let server = Program::start(data.path(), |command| {
        command.arg("--sources").arg(texts.path());
    });
    let mut events = Events::listen(server.address);
    let before = events.revision();
    assert!(server.address.ip().is_loopback());
    assert!(shows_the_text(&server));
    fs::remove_file(texts.path().join("s.txt")).unwrap();
    assert_ne!(events.revision(), before);
    assert!(!shows_the_text(&server));
}

#[test]
fn elsewhere_is_listened_to_only_when_told_and_without_texts_of_sources() {
    let (data, texts) = cited();
    let server = Program::start(data.path(), |command| {
        command.args(["--host", "0.0.0.0", "--sources"]).arg(texts.path());
    });
    assert!(server.address.ip().is_unspecified());
    assert!(!shows_the_text(&server));
}
