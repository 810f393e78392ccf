//! What editors, build services and programs read.

use super::{HIDDEN, hostile, json, render, slip};
use foedera::diagnostic::Diagnostic;
use foedera::text::{Place, Span};
use snapbox::{IntoData, assert_data_eq, str};

#[test]
fn short_is_one_line_a_finding() {
    let (files, finding) = slip();
    assert_data_eq!(
        render("short", &files, &[finding], false),
        str![[r#"
relations.ron:2:22: error[F0201]: unknown id `josef-nye`

"#]]
        .raw()
    );
    let (files, findings) = hostile();
    assert_data_eq!(
        render("short", &files, &findings, false),
        str![[r#"
a\u{1b}[31m\n::error::,%.ron:2:2: warning[F0901]: \u{1b}[2J\r\n::add-mask::x \u{202e}%
empty.ron:1:1: error[F0201]: \u{1b}[2J\r\n::add-mask::x \u{202e}%

"#]]
        .raw()
    );
}

#[test]
fn github_escapes_properties_and_messages() {
    let (files, finding) = slip();
    let whole = Place::Bytes(Span::new(finding.primary.at.file(), 0..20));
    let tall = Diagnostic::new(&HIDDEN, whole, "over lines");
    assert_data_eq!(render("github", &files, &[finding, tall], false), str![[r#"
::error file=relations.ron,line=2,col=22,endLine=2,endColumn=31,title=F0201::unknown id `josef-nye`%0Ano record has this id%0Aentities.ron:2:15: a similar id%0Anote: ids are case-sensitive%0Ahelp: declare it%0Ahelp: replace it by `joseph-nye`
::warning file=relations.ron,line=1,endLine=2,title=F0901::over lines

"#]].raw());
    let (files, findings) = hostile();
    assert_data_eq!(render("github", &files, &findings[1..], false), str![[r#"
::error file=empty.ron,line=1,col=1,endLine=1,endColumn=1,title=F0201::\u{1b}[2J\r\n::add-mask::x \u{202e}%25

"#]].raw());
    let (first, _) = findings.split_at(1);
    assert!(render("github", &files, first, false).starts_with(
        r"::warning file=a\u{1b}[31m\n%3A%3Aerror%3A%3A%2C%25.ron,line=2,col=2,endLine=2,endColumn=6,title=F0901::\u{1b}[2J\r\n::add-mask::x \u{202e}%25%0A"
    ));
}

#[test]
fn json_keeps_everything() {
    let (files, finding) = slip();
    assert_data_eq!(
        render("json", &files, &[finding], false),
        str![[r#"
{
  "version": 1,
  "findings": [
    {
      "code": "F0201",
      "name": "dangling-reference",
      "level": "error",
      "message": "unknown id `josef-nye`",
      "primary": {
        "file": "relations.ron",
        "line": 2,
        "column": 22,
        "endLine": 2,
        "endColumn": 31,
        "offset": 27,
        "length": 9,
        "text": "no record has this id"
      },
      "related": [
        {
          "file": "entities.ron",
          "line": 2,
          "column": 15,
          "endLine": 2,
          "endColumn": 25,
          "offset": 16,
          "length": 10,
          "text": "a similar id"
        }
      ],
      "notes": [
        "ids are case-sensitive"
      ],
      "helps": [
        "declare it"
      ],
      "fixes": [
        {
          "title": "replace it by `joseph-nye`",
          "sure": true,
          "edits": [
            {
              "file": "relations.ron",
              "line": 2,
              "column": 22,
              "endLine": 2,
              "endColumn": 31,
              "start": 27,
              "end": 36,
              "new": "joseph-nye"
            }
          ]
        }
      ]
    }
  ],
  "total": 1,
  "shown": 1
}

"#]]
        .raw()
    );
    let (files, findings) = hostile();
    let document = json("json", &files, &findings);
    assert_eq!(document["findings"][0]["message"], findings[0].message.as_str());
    assert_eq!(document["findings"][0]["primary"]["file"], "a\u{1b}[31m\n::error::,%.ron");
    assert_eq!(document["findings"][0]["fixes"][0]["edits"][0]["new"], "\u{1b}[1mx\r\n\u{202e}");
}
