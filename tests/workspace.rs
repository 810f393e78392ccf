//! Reading from disk: whatever a folder holds is read, or refused with a located finding.

use foedera::diagnostic::Diagnostic;
use foedera::pipeline::{Options, analyse};
use foedera::text::Place;
use foedera::workspace::{self, Workspace};
use std::fs;
use std::path::Path;

const DATASET: &str = r#"Dataset(id: "d", title: "D", description: "D.", licence: "CC0-1.0", reference_date: "2000")"#;
const TWO_STATES: &str = r#"[
    Source(id: "s", kind: Background, title: "S", reference: "A book."),
    Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
]"#;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dataset.ron"), DATASET).unwrap();
    fs::write(folder.path().join("states.ron"), TWO_STATES).unwrap();
    folder
}

/// The findings as `path:line:column code message`, the folder's own path left out.
fn findings(folder: &Path) -> Vec<String> {
    let Workspace { files, .. } = workspace::open(folder, &[]).unwrap();
    let shown = |finding: &Diagnostic| {
        let Place::Bytes(span) = finding.primary.at else { panic!("a place that is not located") };
        let file = files.get(span.file);
        let position = file.lines().position(&file.text, span.start as usize);
        let path = file.path.strip_prefix(folder.to_str().unwrap()).unwrap_or(&file.path);
        let path = path.trim_start_matches('/');
        let (line, column) = (position.line, position.column);
        format!("{path}:{line}:{column} {} {}", finding.rule.code, finding.message)
    };
    analyse(&files, &Options::default()).diagnostics.iter().map(shown).collect()
}

#[test]
fn a_clean_folder_has_no_findings() {
    assert_eq!(findings(folder().path()), [] as [&str; 0]);
}

#[test]
fn text_that_editors_write_is_accepted() {
    let folder = folder();
    let windows = format!("\u{feff}{}", TWO_STATES.replace('\n', "\r\n"));
    fs::write(folder.path().join("states.ron"), windows).unwrap();
    assert_eq!(findings(folder.path()), [] as [&str; 0]);
}

#[test]
fn bytes_that_are_no_text_are_refused_where_they_stand() {
    let folder = folder();
    fs::write(folder.path().join("latin1.ron"), b"[\n  // caf\xe9\n]").unwrap();
    fs::write(folder.path().join("nul.ron"), b"[\n\n \0]").unwrap();
    fs::write(folder.path().join("bom-latin1.ron"), b"\xEF\xBB\xBF[ \xe9 ]").unwrap();
    assert_eq!(
        findings(folder.path()),
        [
            "bom-latin1.ron:1:3 F0101 the file is not UTF-8 text from here on",
            "latin1.ron:2:9 F0101 the file is not UTF-8 text from here on",
            "nul.ron:3:2 F0101 the file holds a NUL byte here, which no text has",
        ]
    );
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    let folder = folder();
    let file = fs::File::create(folder.path().join("huge.ron")).unwrap();
    file.set_len(16 * 1024 * 1024 + 1).unwrap();
    assert_eq!(
        findings(folder.path()),
        ["huge.ron:1:1 F0101 the file is over the limit of 16 MiB"]
    );
}

#[test]
fn a_folder_that_ends_in_ron_is_a_folder() {
    let folder = folder();
    fs::create_dir(folder.path().join("x.ron")).unwrap();
    fs::write(folder.path().join("x.ron/broken.ron"), "[ Entity( ]").unwrap();
    let findings = findings(folder.path());
    assert!(findings.iter().all(|f| f.starts_with("x.ron/broken.ron:1:")), "{findings:?}");
    assert!(!findings.is_empty());
}

#[test]
fn hidden_files_and_other_endings_are_no_data() {
    let folder = folder();
    fs::write(folder.path().join(".draft.ron"), "nonsense").unwrap();
    fs::write(folder.path().join("notes.txt"), "nonsense").unwrap();
    fs::create_dir(folder.path().join("texts")).unwrap();
    fs::write(folder.path().join("texts/x.ron"), "nonsense").unwrap();
    assert_eq!(findings(folder.path()), [] as [&str; 0]);
}

#[cfg(unix)]
#[test]
fn links_pipes_and_closed_files_are_refused_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = folder();
    symlink(folder.path(), folder.path().join("loop")).unwrap();
    symlink("nowhere.ron", folder.path().join("dangling.ron")).unwrap();
    let pipe = folder.path().join("pipe.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let findings = findings(folder.path());
    let starts = [
        "dangling.ron:1:1 F0101 this can't be read",
        "loop:1:1 F0101 this link leads back to a folder above it",
        "pipe.ron:1:1 F0101 this is not a regular file",
    ];
    assert_eq!(findings.len(), starts.len(), "{findings:?}");
    for (finding, start) in findings.iter().zip(starts) {
        assert!(finding.starts_with(start), "{finding}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_is_read() {
    let folder = folder();
    fs::rename(folder.path().join("states.ron"), folder.path().join("moved.txt")).unwrap();
    std::os::unix::fs::symlink("moved.txt", folder.path().join("states.ron")).unwrap();
    assert_eq!(findings(folder.path()), [] as [&str; 0]);
}

#[test]
fn files_are_replaced_whole_or_not_at_all() {
    let folder = folder();
    let file = folder.path().join("a/b.txt");
    workspace::replace_file(&file, b"one").unwrap();
    workspace::replace_file(&file, b"two").unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"two");
    assert_eq!(workspace::list_folder(&folder.path().join("a")).unwrap(), ["b.txt"]);

    let out = folder.path().join("out");
    let files = |names: &[&str]| names.iter().map(|n| ((*n).to_owned(), b"x".to_vec())).collect();
    workspace::replace_folder(&out, &files(&["x/1", "2"])).unwrap();
    workspace::replace_folder(&out, &files(&["3"])).unwrap();
    assert_eq!(workspace::list_folder(&out).unwrap(), ["3"]);
}

#[test]
fn the_nearest_data_set_is_found() {
    let folder = folder();
    let deep = folder.path().join("entities/people");
    fs::create_dir_all(&deep).unwrap();
    let found = workspace::discover(None, &deep).unwrap();
    assert_eq!(found, folder.path());

    let project = tempfile::tempdir().unwrap();
    assert!(workspace::discover(None, project.path()).is_err());
    for name in ["one", "two"] {
        fs::create_dir_all(project.path().join("data").join(name)).unwrap();
        fs::write(project.path().join("data").join(name).join("dataset.ron"), DATASET).unwrap();
        let found = workspace::discover(None, project.path());
        match name {
            "one" => assert_eq!(found.unwrap(), Path::new("data/one")),
            _ => assert!(found.unwrap_err().to_string().contains("data/one, data/two")),
        }
    }
}
