//! The checks: one file each, and one line in the list below.
//!
//! A check's doc comment is its documentation (`foedera explain`), and the examples in it run as
//! tests. To add one: write `src/check/<name>.rs` after a neighbour, and add its name to `checks!` below.

mod levels;
mod shared;

pub use levels::{levels_of, waive};

use crate::diagnostic::{Rule, Sink};
use crate::graph::Graph;
use crate::text::Files;

/// What a check looks at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The files.
    pub files: &'a Files,
    /// The graph made of them.
    pub graph: &'a Graph,
}

/// A check: its rule, and what finds it.
#[derive(Debug)]
pub struct Check {
    /// Its code, name, level and documentation.
    pub rule: &'static Rule,
    /// Finds it.
    pub run: fn(Context<'_>, &mut Sink),
}

/// Declares the rule of a check; its doc comment is the documentation.
macro_rules! declare_check {
    ($(#[doc = $doc:literal])* $code:ident, $name:literal, $level:ident) => {
        /// The rule of this check.
        pub(super) static RULE: $crate::diagnostic::Rule = $crate::diagnostic::Rule {
            code: stringify!($code),
            name: $name,
            level: $crate::diagnostic::Level::$level,
            docs: concat!($($doc, "\n"),*),
        };
    };
}

/// Registers checks, in the order of their codes.
macro_rules! checks {
    ($($module:ident,)*) => {
        $(mod $module;)*

        /// Every check.
        pub static CHECKS: &[Check] = &[$(Check { rule: &$module::RULE, run: $module::run }),*];
    };
}

checks! {
    // F01 syntax and ids
    unreadable_file,
    syntax_error,
    unknown_record_type,
    unknown_name,
    missing_field,
    malformed_value,
    duplicate_id,
    malformed_id,
    missing_dataset,
    needless_waiver,
    unknown_check,
    // F02 references and kinds
    dangling_reference,
    unknown_kind,
    wrong_end_kind,
    self_relation,
    duplicate_relation,
    relation_cycle,
    vocabulary_clash,
    wrong_role_kind,
    part_cycle,
    too_many_targets,
    misplaced_field,
    repeated_item,
    wrong_unit,
    wrong_bounds,
    unused_kind,
    kind_cycle,
    // F03 time
    impossible_date,
    reversed_interval,
    outside_lifetime,
    undated,
    contradictory_dates,
    wrong_precedence,
    early_reference_date,
    late_founding,
    outside_event,
    wrong_lag,
    // F04 offices and people
    too_many_holders,
    vacant_office,
    repeated_tenure,
    signer_without_office,
    acts_before_founded,
    unborn_actor,
    // F05 treaties and provisions
    premature_party,
    provision_without_whole,
    repeated_number,
    provision_id,
    lone_party,
    supersedes_later,
    obligor_not_party,
    // F06 commitments
    no_obligor,
    no_instrument_or_occasion,
    no_history,
    backward_history,
    nobody_asks,
    recommended_by_party,
    unagreed_in_force,
    fulfilled_early,
    in_force_before_instrument,
    overdue,
    contradicting_obligations,
    owed_to_oneself,
    due_before_undertaken,
    legal_without_instrument,
    asked_without_step,
    unilateral_by_several,
    law_in_policy,
    // F07 citations and stance
    missing_citation,
    unknown_source,
    citation_not_found,
    citation_ambiguous,
    citation_too_long,
    stale_lock,
    changed_text,
    unverified_citation,
    dated_after_source,
    perception_of_nobody,
    holder_of_fact,
    contradicting_claims,
    unused_source,
    repeated_citation,
    uncovered_sentence,
    wrong_uncited,
    // F08 shape of the graph
    isolated_entity,
    unplaced_base,
    island,
    uncited_bridge,
    host_elsewhere,
    // F09 text hygiene
    look_alike_characters,
    near_identical_names,
    empty_text,
    untrimmed_text,
    ambiguous_name,
    // F10 views
    empty_view,
    crowded_view,
    step_outside_view,
}

/// Every rule, in the order of the codes.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    CHECKS.iter().map(|check| check.rule)
}

/// The rule with this code or name.
pub fn rule(code_or_name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code.eq_ignore_ascii_case(code_or_name) || rule.name == code_or_name)
}

/// Runs every check.
pub fn run_all(context: Context<'_>, sink: &mut Sink) {
    for check in CHECKS {
        (check.run)(context, sink);
    }
}
