//! Reads every file into records, in parallel, in the files' order.

use super::decode::decode;
use super::{Broken, Commitment, Dataset, Defect, Entity, Filed, Measure, Origin};
use super::{Relation, Source, View};
use crate::syntax::{Node, SyntaxError, parse};
use crate::text::{File, FileId, FileRole, Files, Place, Span};
use crate::vocabulary::{EntityKind, MeasureKind, ObligationKind, RelationKind, RoleKind};
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// Declares the types of records: each one's list in [`Records`], and how it is read.
macro_rules! record_types {
    ($($type:ident => $list:ident: $doc:literal,)*) => {
        /// The types of records, by the names that files use.
        pub const RECORD_TYPES: &[&str] = &[$(stringify!($type)),*];

        /// Every record of a data set, in the order of the files, and what could not be read.
        #[derive(Debug, Default)]
        pub struct Records {
            $(#[doc = $doc] pub $list: Vec<Filed<$type>>,)*
            /// The records that could not be read.
            pub broken: Vec<Broken>,
            /// Why.
            pub defects: Vec<Defect>,
        }

        impl Records {
            fn concat(parts: Vec<Self>) -> Self {
                let mut all = Self::default();
                $(all.$list.reserve_exact(parts.iter().map(|part| part.$list.len()).sum());)*
                for mut part in parts {
                    $(all.$list.append(&mut part.$list);)*
                    all.broken.append(&mut part.broken);
                    all.defects.append(&mut part.defects);
                }
                all
            }

            /// Reads a record of the named type; `None` where there is no such type.
            fn read(&mut self, name: &str, node: Node<'_>, origin: Origin) -> Option<Vec<Defect>> {
                match name {
                    $(stringify!($type) => match decode::<$type>(node, origin) {
                        Ok(record) => {
                            self.$list.push(Filed { origin, record });
                            Some(Vec::new())
                        }
                        Err(defects) => Some(defects),
                    },)*
                    _ => None,
                }
            }
        }
    };
}

record_types! {
    Dataset => datasets: "The descriptions of the data set; one is expected.",
    Source => sources: "The sources.",
    Entity => entities: "The entities.",
    Relation => relations: "The relations.",
    Commitment => commitments: "The commitments.",
    Measure => measures: "The measures.",
    View => views: "The views.",
    EntityKind => entity_kinds: "The kinds of entity.",
    RelationKind => relation_kinds: "The kinds of relation.",
    ObligationKind => obligation_kinds: "The kinds of obligation.",
    MeasureKind => measure_kinds: "The kinds of measure.",
    RoleKind => role_kinds: "How roles are read and drawn.",
}

/// Reads every file of records. It always returns: what could not be read is among the defects.
pub fn read(files: &Files) -> Records {
    let all: Vec<(FileId, &File)> = files
        .iter()
        .filter(|(_, f)| matches!(f.role, FileRole::BuiltIn | FileRole::Records))
        .collect();
    let parts: Vec<Vec<Records>> = all.par_iter().map(|(id, file)| read_file(*id, file)).collect();
    Records::concat(parts.into_iter().flatten().collect())
}

/// The records of a file, in parts; the first holds what is wrong with the file.
fn read_file(id: FileId, file: &File) -> Vec<Records> {
    let mut records = Records::default();
    if let Some(flaw) = &file.flaw {
        let at = Place::Bytes(Span::new(id, flaw.range.clone()));
        records.defects.push(Defect::Unreadable { at, message: flaw.message.clone() });
        return vec![records];
    }
    let tree = parse(&file.text);
    records.defects.extend(tree.errors().iter().map(|error| syntax_defect(id, error)));
    let nodes: Vec<(u32, Node<'_>)> = (0..).zip(tree.records()).collect();
    let parts = nodes
        .par_iter()
        .with_min_len(256)
        .fold(Records::default, |mut part, (record, node)| {
            let origin = Origin { file: id, record: *record };
            read_record(*node, origin, tree.is_broken(*record as usize), &mut part);
            part
        })
        .collect_vec_list();
    std::iter::once(records).chain(parts.into_iter().flatten()).collect()
}

fn read_record(node: Node<'_>, origin: Origin, is_broken: bool, records: &mut Records) {
    let defects = if is_broken {
        Vec::new() // told by the syntax errors
    } else {
        match node.name().and_then(|name| records.read(name, node, origin)) {
            Some(defects) if defects.is_empty() => return,
            Some(defects) => defects,
            None => {
                let name = node.name().map(str::to_owned);
                vec![Defect::UnknownType { at: origin.place(), name }]
            }
        }
    };
    let id = node.field("id").and_then(Node::str).map(|id| id.into_owned());
    records.broken.push(Broken { origin, id });
    records.defects.extend(defects);
}

fn syntax_defect(file: FileId, error: &SyntaxError) -> Defect {
    let place = |range: &std::ops::Range<usize>| Place::Bytes(Span::new(file, range.clone()));
    Defect::Syntax {
        at: place(&error.range),
        message: error.message.clone(),
        opened: error.opened.as_ref().map(place),
    }
}
