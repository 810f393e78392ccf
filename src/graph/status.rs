//! The statuses of commitments, and the published table that gives one: last step × term → status.

use crate::record::Step;
use serde::Serialize;

/// What a commitment amounts to on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// No step had been taken.
    NotYet,
    /// Somebody expected it.
    Expected,
    /// A party had put it forward.
    Proposed,
    /// Somebody who is no party had asked for it.
    Recommended,
    /// An obligor had announced it.
    Announced,
    /// The parties had agreed on it.
    Agreed,
    /// Its text had been adopted, without a signature.
    Adopted,
    /// Its text had been signed, but it was not in force.
    Signed,
    /// It was in force.
    InForce,
    /// A party had given notice of leaving it, and it had not ended.
    Denounced,
    /// It had been carried out in part.
    Partial,
    /// It had been carried out.
    Fulfilled,
    /// It had been broken.
    Breached,
    /// Its term was over.
    Expired,
    /// It had ended without having been carried out.
    Lapsed,
    /// It had been ended.
    Terminated,
}

impl Status {
    /// Every status, from the first to the last in a commitment's life.
    pub const ALL: [Self; 16] = [
        Self::NotYet,
        Self::Expected,
        Self::Proposed,
        Self::Recommended,
        Self::Announced,
        Self::Agreed,
        Self::Adopted,
        Self::Signed,
        Self::InForce,
        Self::Denounced,
        Self::Partial,
        Self::Fulfilled,
        Self::Breached,
        Self::Expired,
        Self::Lapsed,
        Self::Terminated,
    ];

    /// The status in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotYet => "not yet undertaken",
            Self::Expected => "expected",
            Self::Proposed => "proposed",
            Self::Recommended => "recommended",
            Self::Announced => "announced",
            Self::Agreed => "agreed",
            Self::Adopted => "adopted",
            Self::Signed => "signed",
            Self::InForce => "in force",
            Self::Denounced => "denounced",
            Self::Partial => "carried out in part",
            Self::Fulfilled => "fulfilled",
            Self::Breached => "breached",
            Self::Expired => "expired",
            Self::Lapsed => "lapsed",
            Self::Terminated => "terminated",
        }
    }

    /// The status of its name in kebab-case (`in-force`) or its words ("in force").
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name || status.words() == name)
    }

    /// Its name in kebab-case.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Expected => "expected",
            Self::Proposed => "proposed",
            Self::Recommended => "recommended",
            Self::Announced => "announced",
            Self::Agreed => "agreed",
            Self::Adopted => "adopted",
            Self::Signed => "signed",
            Self::InForce => "in-force",
            Self::Denounced => "denounced",
            Self::Partial => "partial",
            Self::Fulfilled => "fulfilled",
            Self::Breached => "breached",
            Self::Expired => "expired",
            Self::Lapsed => "lapsed",
            Self::Terminated => "terminated",
        }
    }

    /// Whether somebody is bound by it: it was at least announced, and has not ended.
    pub fn is_undertaken(self) -> bool {
        matches!(
            self,
            Self::Announced
                | Self::Agreed
                | Self::Adopted
                | Self::Signed
                | Self::InForce
                | Self::Denounced
                | Self::Partial
                | Self::Breached
        )
    }
}

/// One row of the table that gives a status: the last step taken, and what it amounts to before,
/// within and after the term. A commitment without a term is always within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusRow {
    /// The last step that had been taken.
    pub step: Step,
    /// The status before the term begins.
    pub before: Status,
    /// The status within the term.
    pub within: Status,
    /// The status after the term.
    pub after: Status,
}

const fn row(step: Step, before: Status, within: Status, after: Status) -> StatusRow {
    StatusRow { step, before, within, after }
}

const fn same(step: Step, status: Status) -> StatusRow {
    row(step, status, status, status)
}

/// The table: last step × term → status.
pub const TABLE: &[StatusRow] = &[
    same(Step::Expected, Status::Expected),
    same(Step::Proposed, Status::Proposed),
    same(Step::Recommended, Status::Recommended),
    row(Step::Announced, Status::Announced, Status::Announced, Status::Expired),
    row(Step::Agreed, Status::Agreed, Status::Agreed, Status::Expired),
    row(Step::Adopted, Status::Adopted, Status::Adopted, Status::Expired),
    row(Step::Signed, Status::Signed, Status::Signed, Status::Expired),
    row(Step::Ratified, Status::Signed, Status::Signed, Status::Expired),
    row(Step::InForce, Status::Signed, Status::InForce, Status::Expired),
    row(Step::Amended, Status::Signed, Status::InForce, Status::Expired),
    row(Step::Renewed, Status::Signed, Status::InForce, Status::Expired),
    row(Step::Denounced, Status::Denounced, Status::Denounced, Status::Expired),
    same(Step::Terminated, Status::Terminated),
    row(Step::Partial, Status::Partial, Status::Partial, Status::Expired),
    same(Step::Fulfilled, Status::Fulfilled),
    row(Step::Breached, Status::Breached, Status::Breached, Status::Expired),
    same(Step::Lapsed, Status::Lapsed),
];
