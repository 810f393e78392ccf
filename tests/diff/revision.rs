//! A data set as it stood in a revision of a git repository.
#![allow(clippy::disallowed_methods, reason = "the test makes a repository")]

use super::slice;
use foedera::pipeline::{Options, analyse};
use foedera::query::{Answer, diff_data};
use foedera::workspace;
use std::fs;
use std::path::Path;
use std::process::Command;

fn git(folder: &Path, arguments: &[&str]) {
    let identity =
        ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];
    let mut command = Command::new("git");
    command.current_dir(folder).args(identity).args(arguments);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

const DATASET: &str = r#"Dataset(id: "d", title: "D", description: "D.", licence: "CC0-1.0", reference_date: "2000")"#;

#[test]
fn a_revision_is_compared_with_what_is_at_hand() {
    let repository = tempfile::tempdir().unwrap();
    let folder = repository.path().join("data/d");
    fs::create_dir_all(folder.join("entities of old")).unwrap();
    fs::write(folder.join("dataset.ron"), DATASET).unwrap();
    let states = folder.join("entities of old/états.ron");
    fs::write(&states, r#"[Entity(id: "a", kind: State, name: "A")]"#).unwrap();
    git(repository.path(), &["init", "--quiet"]);
    git(repository.path(), &["add", "."]);
    git(repository.path(), &["commit", "--quiet", "-m", "first"]);
    fs::write(
        &states,
        r#"[Entity(id: "a", kind: State, name: "A renamed"), Entity(id: "b", kind: State, name: "B")]"#,
    )
    .unwrap();
    let old = workspace::open_revision(&folder, "HEAD", &[]).unwrap();
    let new = workspace::open(&folder, &[]).unwrap();
    let (old, new) =
        (analyse(&old.files, &Options::default()), analyse(&new.files, &Options::default()));
    let diff = diff_data(&slice(&old.graph, "", false), &slice(&new.graph, "", false));
    let expected = "~ A renamed (State, a)\n    ~ name: A → A renamed\n+ B (State, b)\n\n\
                    1 added, 0 removed, 1 changed\n";
    assert_eq!(diff.text(), expected);
}

#[test]
fn what_is_no_revision_is_refused() {
    let here = Path::new(".");
    for rev in ["--output=x", "", "a b", "no-such-revision-at-all"] {
        assert!(workspace::open_revision(here, rev, &[]).is_err(), "{rev}");
    }
}
