//! The lock: its text form, what it takes over, what it finds stale.

use foedera::citation::{Artefact, Document, Join, Locator, Lock, Passage, Text};

use super::{LAKE, document, locator, passage};

/// Citations of the lake paper, resolved.
fn cited(document: &Document, locators: &[&str]) -> Vec<(Locator, Passage)> {
    locators.iter().map(|text| (locator(text), passage(document, text))).collect()
}

fn lock(source: &str, document: &Document, locators: &[&str]) -> Lock {
    let cited = cited(document, locators);
    let cites = cited.iter().map(|(locator, passage)| (source, locator, passage));
    Lock::build([Text { source, file: "lake.txt", document }], cites)
}

/// The hashes are those that `sha256sum` prints, the bytes those that `grep -ob` does.
const LOCKED: &str = "\
# What each citation resolved to. Written by foedera; not to be edited.
version\t1
source\tlake\tlake.txt\t2e58603b013aed7703c156c569fdfa27a39a035516aa706648977433be8b5eed
section\tlake\t0\t
paragraph\tlake\t0\t1\t-
section\tlake\t1\tThe Lake Pact
paragraph\tlake\t1\t1\t-+
paragraph\tlake\t1\t2\t+
paragraph\tlake\t1\t3\t-
section\tlake\t2\tDoubts
paragraph\tlake\t2\t1\t-+
cite\tlake\t1\t1\t2\t66..80\t2c48471ff2615729\tsigned a pact
cite\tlake\t1\t1\t2-3\t90..129\t0e7723ebb504db80\tarticles … one ferry
cite\tlake\t2\t1\t2\t202..212\tdfd31b954198ffdc\tTwo envoys
";

#[test]
fn a_lock_is_written_one_fact_a_line() {
    let lake = document(LAKE);
    let lock = lock("lake", &lake, &["Two envoys", "articles … one ferry", "signed a pact"]);
    assert_eq!(lock.to_string(), LOCKED);
    assert_eq!(Lock::read(&lock.to_string()).unwrap(), lock);
    assert_eq!(Lock::read(&LOCKED.replace('\n', "\r\n")).unwrap(), lock);
    assert_eq!(lock.lookup("lake", &locator("Two envoys")), Some(&passage(&lake, "Two envoys")));
    assert_eq!(lock.lookup("lake", &locator("Two")), None);
    assert_eq!(lock.lookup("sea", &locator("Two envoys")), None);
    assert_eq!(lock.sources().map(|(id, _)| id).collect::<Vec<_>>(), ["lake"]);
}

#[test]
fn odd_names_survive_the_lock() {
    let text = "# A\\t **title**\n\nWords in C:\\\\temp stay.";
    let odd = document(text);
    let cited = cited(&odd, &[r"C:\\temp"]);
    let cites = cited.iter().map(|(locator, passage)| ("a\tb", locator, passage));
    let lock = Lock::build([Text { source: "a\tb", file: "x\ny\r\\n.txt", document: &odd }], cites);
    assert_eq!(lock.to_string().lines().count(), 7);
    assert_eq!(Lock::read(&lock.to_string()).unwrap(), lock);
    assert_eq!(lock.lookup("a\tb", &locator(r"C:\\temp")).unwrap().sentences, 1..=1);
}

#[test]
fn a_damaged_lock_names_the_line() {
    let error = |from: &str, to: &str| {
        assert!(LOCKED.contains(from), "{from}");
        Lock::read(&LOCKED.replacen(from, to, 1)).unwrap_err().to_string()
    };
    assert_eq!(
        error("version\t1", "version\t2"),
        "line 2: a lock starts with the line `version\t1`"
    );
    assert_eq!(error("section\tlake\t1", "section\tlake\t2"), "line 6: section 1 was expected");
    assert_eq!(
        error("paragraph\tlake\t1\t2", "paragraph\tlake\t1\t3"),
        "line 8: paragraph 2 was expected"
    );
    assert_eq!(
        error("-+\nparagraph", "++\nparagraph"),
        "line 7: the marks should be `-+`, as the citations say"
    );
    assert_eq!(error("1\t1\t-+", "1\t1\t-x").split(": ").next().unwrap(), "line 7");
    assert_eq!(
        error("source\tlake", "source\tsea"),
        "line 4: no line told of source `lake` before"
    );
    assert_eq!(
        error("version\t1\n", "version\t1\n<<<<<<< ours\n"),
        "line 3: it is no line of a lock; perhaps of an unfinished merge"
    );
    assert_eq!(error("66..80", "80..66"), "line 12: `80..66` runs backwards");
    assert_eq!(error("66..80", "66-80"), "line 12: `66-80` is no range of bytes");
    assert_eq!(error("\t2-3\t", "\t2-9\t"), "line 13: paragraph 1 has no such sentences");
    assert_eq!(error("lake\t2\t1\t2\t", "lake\t2\t1\ttwo\t"), "line 14: `two` is no number");
    assert_eq!(error("cite\tlake\t2", "cite\tlake\t7"), "line 14: there is no section 7");
    assert_eq!(
        error("\tdfd31b954198ffdc", "\tcafe"),
        "line 14: `cafe` is not 16 hexadecimal digits"
    );
    assert_eq!(
        error("Two envoys", "\\x"),
        "line 14: a backslash stands before none of `\\`, `t`, `n`, `r`"
    );
    assert_eq!(error("Two envoys", "… x"), "line 14: the start of the locator holds no word");
    assert_eq!(
        error("articles … one ferry", "signed a pact"),
        "line 13: the citation stands twice"
    );
    assert_eq!(Lock::read("").unwrap_err().to_string(), "line 1: the lock is empty");
}

#[test]
fn stale_locks_say_what_changed() {
    let lake = document(LAKE);
    let was = lock("lake", &lake, &["signed a pact", "Two envoys", "Each state"]);
    assert_eq!(was.stale(&was), []);
    let text = LAKE.replace("met in Varna", "met in Ruse").replace("doubt it", "trust it");
    let changed = document(&text);
    let now = lock("lake", &changed, &["signed a pact", "Two envoys", "Will the pact"]);
    let found: Vec<String> = was.stale(&now).iter().map(ToString::to_string).collect();
    let expected = [
        format!(
            "the text of `lake` changed: its SHA-256 was {} and is {}",
            lake.sha256(),
            changed.sha256()
        ),
        "the lock knows a citation `Each state` of `lake` that no record makes".into(),
        "the passage of `Two envoys` in `lake` changed its words: it was Doubts ¶1, sentence 2, \
         bytes 202..212; it is Doubts ¶1, sentence 2, bytes 201..211"
            .into(),
        "the lock does not know the citation `Will the pact` of `lake`".into(),
        "the passage of `signed a pact` in `lake` moved: it was The Lake Pact ¶1, sentence 2, \
         bytes 66..80; it is The Lake Pact ¶1, sentence 2, bytes 65..79"
            .into(),
    ];
    assert_eq!(found, expected);
    let found: Vec<String> =
        was.stale(&lock("sea", &lake, &[])).iter().map(ToString::to_string).collect();
    let expected = [
        "the lock knows source `lake`, which has no text to cite",
        "the lock does not know source `sea`",
    ];
    assert_eq!(found, expected);
    let torn = Artefact { after: "one ferry.".into(), before: "No state".into(), how: Join::Space };
    assert_eq!(Document::read(LAKE, &[torn]).problems().len(), 1, "a bullet is no page break");
    let torn = "One\n\nTwo three. Four";
    let artefact = Artefact { after: "One".into(), before: "Two".into(), how: Join::Space };
    let found =
        lock("x", &document(torn), &[]).stale(&lock("x", &Document::read(torn, &[artefact]), &[]));
    assert_eq!(
        found.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["the text of `x` is cut otherwise than it was"]
    );
}

#[test]
fn what_is_known_of_a_missing_text_is_taken_over() {
    let lake = document(LAKE);
    let old = lock("lake", &lake, &["signed a pact", "Two envoys"]);
    let sea = document("The sea is deep.");
    let mut now = lock("sea", &sea, &["is deep"]);
    let (kept, new) = (locator("Two envoys"), locator("Each state"));
    assert_eq!(now.adopt(&old, "lake", [&kept, &new]), [&new]);
    assert_eq!(now.adopt(&old, "pond", [&kept]), [&kept]);
    assert_eq!(now.sources().map(|(id, _)| id).collect::<Vec<_>>(), ["lake", "sea"]);
    assert_eq!(now.lookup("lake", &kept), old.lookup("lake", &kept));
    assert_eq!(now.lookup("lake", &locator("signed a pact")), None);
    assert_eq!(now.source("lake").unwrap().sha256, lake.sha256());
    assert_eq!(Lock::read(&now.to_string()).unwrap(), now);
}
