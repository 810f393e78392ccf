//! `foedera list WHAT`: the tables, read by people.

use super::args::{AnswerFormat, Global};
use super::output;
use crate::check;
use crate::export::{EXPORTERS, Exporter, Writer};
use crate::graph::Graph;
use crate::query::{List, ListRow};
use crate::vocabulary::Role;
use clap::{Args, ValueEnum};

/// Arguments of `list`.
#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// What to list
    what: What,
    /// The form of the answer
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: AnswerFormat,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    /// The checks
    Checks,
    /// The kinds of entity
    Kinds,
    /// The kinds of relation and the roles
    Relations,
    /// The kinds of obligation
    Obligations,
    /// The formats
    Exports,
    /// The named diagrams of the data set
    Views,
}

fn row(name: impl Into<String>, detail: impl Into<String>, summary: impl Into<String>) -> ListRow {
    ListRow { name: name.into(), detail: detail.into(), summary: summary.into() }
}

/// What a format writes: the extension of its file, or a folder.
fn written_as(exporter: &Exporter) -> String {
    match exporter.write {
        Writer::File(_) => format!(".{}", exporter.extension),
        Writer::Folder(_) => "folder".into(),
    }
}

pub(super) fn run(global: &Global, args: &ListArgs) -> super::Result {
    let rows = match args.what {
        What::Checks => check::rules()
            .map(|r| row(r.code, r.level.word(), format!("{}: {}", r.name, r.summary())))
            .collect(),
        What::Exports => EXPORTERS.iter().map(|e| row(e.name, written_as(e), e.summary)).collect(),
        What::Kinds | What::Relations | What::Obligations | What::Views => {
            of_graph(args.what, &global.analyse()?.graph)
        }
    };
    output::answer(&List { rows }, args.format)
}

fn of_graph(what: What, graph: &Graph) -> Vec<ListRow> {
    let vocabulary = graph.vocabulary();
    match what {
        What::Kinds => vocabulary
            .entities()
            .map(|k| row(&*k.id.0, k.is_a.as_ref().map_or("", |is_a| is_a.as_str()), &*k.gloss))
            .collect(),
        What::Relations => {
            let relations = vocabulary
                .relations()
                .map(|k| row(&*k.id.0, format!("{} / {}", k.forward, k.backward), &*k.gloss));
            let roles =
                vocabulary.roles().filter(|r| !matches!(r.id, Role::From | Role::To)).map(|k| {
                    row(format!("{:?}", k.id), format!("{} / {}", k.forward, k.backward), &*k.gloss)
                });
            relations.chain(roles).collect()
        }
        What::Obligations => vocabulary
            .obligations()
            .map(|k| row(&*k.id.0, k.cow.map_or("", |cow| cow.label()), &*k.gloss))
            .collect(),
        What::Views => {
            graph.records().views.iter().map(|v| row(&*v.id, &*v.title, &*v.says)).collect()
        }
        What::Checks | What::Exports => Vec::new(),
    }
}
