//! SARIF, held against the schema of the standard.

use super::{DANGLING, at, files, hostile, json, slip};
use foedera::diagnostic::Diagnostic;
use foedera::text::Files;
use serde_json::Value;
use snapbox::{IntoData, assert_data_eq, str};

#[test]
fn is_valid_and_says_everything() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schema/sarif-2.1.0.json");
    let mut standard: Value =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    // The standard's pattern of a language has a bracket too many, and compiles nowhere.
    for part in ["run", "toolComponent"] {
        standard["definitions"][part]["properties"]["language"]["pattern"] = "^[a-z-]+$".into();
    }
    let validator = jsonschema::options().should_validate_formats(true).build(&standard).unwrap();
    let (files, finding) = slip();
    let many = vec![finding.clone(); 1_001];
    for (files, findings) in [hostile(), (slip().0, many), (Files::default(), vec![])] {
        validator.validate(&json("sarif", &files, &findings)).unwrap();
    }
    let run = &json("sarif", &files, &[finding])["runs"][0];
    let rule = serde_json::to_string_pretty(&run["tool"]["driver"]["rules"][1]).unwrap();
    assert_data_eq!(rule, str![[r#"
{
  "id": "F0201",
  "name": "dangling-reference",
  "shortDescription": {
    "text": "A reference to an id that no record has."
  },
  "fullDescription": {
    "text": "The graph would lack an end."
  },
  "help": {
    "text": "A reference to an id that no record has.\n\nThe graph\nwould lack an end.\n\n# Mend\n`{}`",
    "markdown": "A reference to an id that no record has.\n\nThe graph\nwould lack an end.\n\n# Mend\n`{}`"
  },
  "defaultConfiguration": {
    "enabled": true,
    "level": "error"
  },
  "properties": {
    "tags": [
      "F02"
    ],
    "problem.severity": "error"
  }
}
"#]].raw());
    let result = serde_json::to_string_pretty(&run["results"]).unwrap();
    assert_data_eq!(result, str![[r#"
[
  {
    "ruleId": "F0201",
    "ruleIndex": 1,
    "level": "error",
    "message": {
      "text": "unknown id `josef-nye`\nno record has this id\nsee [a similar id](1)\nnote: ids are case-sensitive\nhelp: declare it"
    },
    "locations": [
      {
        "physicalLocation": {
          "artifactLocation": {
            "uri": "relations.ron"
          },
          "region": {
            "startLine": 2,
            "startColumn": 22,
            "endLine": 2,
            "endColumn": 31
          }
        }
      }
    ],
    "relatedLocations": [
      {
        "id": 1,
        "physicalLocation": {
          "artifactLocation": {
            "uri": "entities.ron"
          },
          "region": {
            "startLine": 2,
            "startColumn": 15,
            "endLine": 2,
            "endColumn": 25
          }
        },
        "message": {
          "text": "a similar id"
        }
      }
    ],
    "partialFingerprints": {
      "ruleAndLine/v1": "1473aad7cd0021f9:1"
    },
    "fixes": [
      {
        "description": {
          "text": "replace it by `joseph-nye`"
        },
        "artifactChanges": [
          {
            "artifactLocation": {
              "uri": "relations.ron"
            },
            "replacements": [
              {
                "deletedRegion": {
                  "startLine": 2,
                  "startColumn": 22,
                  "endLine": 2,
                  "endColumn": 31
                },
                "insertedContent": {
                  "text": "joseph-nye"
                }
              }
            ]
          }
        ],
        "properties": {
          "sure": true
        }
      }
    ]
  }
]
"#]].raw());
}

#[test]
fn escapes_links_arguments_and_paths() {
    let files = files(&[("./a b/ü:1.ron", "x\n"), ("/abs/c.ron", "y\n")]);
    let finding = Diagnostic::new(&DANGLING, at(&files, "./a b/ü:1.ron", "x"), "{0} [a](http://b)")
        .related(at(&files, "/abs/c.ron", "y"), r"the [other]\");
    let result = &json("sarif", &files, &[finding])["runs"][0]["results"][0];
    assert_eq!(result["message"]["text"], "{{0}} [a] (http://b)\nsee [the \\[other\\]\\\\](1)");
    let uri = "/physicalLocation/artifactLocation/uri";
    assert_eq!(result["locations"][0].pointer(uri).unwrap(), "a%20b/%C3%BC%3A1.ron");
    assert_eq!(result["relatedLocations"][0].pointer(uri).unwrap(), "file:///abs/c.ron");
}

#[test]
fn columns_count_utf16_units() {
    let files = files(&[("a.ron", "é𝒳日\u{301}here\n")]);
    let finding = Diagnostic::new(&DANGLING, at(&files, "a.ron", "here"), "m");
    let result = &json("sarif", &files, &[finding])["runs"][0]["results"][0];
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startColumn"], &region["endColumn"]), (&6.into(), &10.into()));
}

#[test]
fn fingerprints_outlive_moved_lines() {
    let prints = |text: &str, needles: &[&str]| -> Vec<Value> {
        let files = files(&[("a.ron", text)]);
        let finding = |needle: &&str| Diagnostic::new(&DANGLING, at(&files, "a.ron", needle), "m");
        let findings: Vec<Diagnostic> = needles.iter().map(finding).collect();
        let run = &json("sarif", &files, &findings)["runs"][0];
        let results = run["results"].as_array().unwrap();
        results
            .iter()
            .map(|result| result["partialFingerprints"]["ruleAndLine/v1"].clone())
            .collect()
    };
    let before = prints("one two\nthree\n", &["one", "two", "three"]);
    let after = prints("\n\n  one two\n\nthree\n", &["one", "two", "three"]);
    assert_eq!(before, after);
    assert_ne!(before[0], before[1], "two findings on one line are told apart");
    assert_ne!(before[0], before[2]);
    assert_ne!(before[0], prints("one 2\n", &["one"])[0], "another line is another finding");
}
