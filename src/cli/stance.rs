//! `--stance`: which claims a question walks.

use crate::record::Stance;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::collections::BTreeSet;

/// The stances asked about.
#[derive(Debug, Args)]
pub(super) struct StanceArgs {
    /// Walk claims of these stances
    #[arg(long, value_name = "STANCE", value_delimiter = ',')]
    #[arg(default_values = ["fact", "assessment"])]
    #[arg(value_parser = PossibleValuesParser::new(words()))]
    stance: Vec<String>,
}

const ALL: &str = "all";

fn words() -> impl Iterator<Item = &'static str> {
    Stance::ALL.into_iter().map(Stance::word).chain([ALL])
}

impl StanceArgs {
    /// The stances; none where all are meant.
    pub(super) fn stances(&self) -> BTreeSet<Stance> {
        if self.stance.iter().any(|word| word == ALL) {
            return BTreeSet::new();
        }
        let asked = |stance: &Stance| self.stance.iter().any(|word| word == stance.word());
        Stance::ALL.into_iter().filter(asked).collect()
    }
}
