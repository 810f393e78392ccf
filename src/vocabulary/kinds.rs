//! The types of kinds: what may be said of an entity, relation, role, obligation or measure kind.

use super::Ident;
use serde::{Deserialize, Serialize};

/// What a kind of entity is, as far as checks and queries need to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Nature {
    /// A human being: born, dies, holds offices.
    Person,
    /// A post that persons hold, one after another.
    Office,
    /// A state or territory.
    Polity,
    /// What acts as one: an organization, committee, party, alliance, force.
    Body,
    /// People who are spoken of together without being organized.
    Group,
    /// A military base or another installation.
    Facility,
    /// A place or region.
    Place,
    /// A text that binds or declares: treaty, declaration, guidelines, report, policy.
    Instrument,
    /// A numbered or named part of an instrument.
    Provision,
    /// Something that took place.
    Event,
    /// Something that goes on over time.
    Process,
    /// A subject that is debated.
    Issue,
    /// A published text that is spoken of.
    Work,
}

/// A kind of entity.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityKind {
    /// Its name, such as `Treaty`.
    pub id: Ident,
    /// The kind that it is a special case of.
    pub is_a: Option<Ident>,
    /// What it is called in running text: "treaty".
    pub label: String,
    /// The plural of the label.
    pub plural: String,
    /// What it is; inherited from `is_a` where not given.
    pub nature: Option<Nature>,
    /// Which entry of the palette draws it; inherited from `is_a` where not given.
    pub tone: Option<String>,
    /// How many parties one binds at the least; inherited from `is_a` where not given.
    pub parties: Option<u32>,
    /// Whether such a text binds in law; inherited from `is_a` where not given.
    pub binds: Option<bool>,
    /// The nearest terms of other vocabularies, each with its prefix: `schema:Person`, `ftm:Person`.
    /// Of a vocabulary that it names no term of, that of `is_a` stands.
    #[serde(default)]
    pub matches: Vec<String>,
    /// What it stands for, in a sentence.
    pub gloss: String,
}

/// Whether a relation holds through its time, or is true from its date on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Holding {
    /// It holds through its time: membership, office.
    #[default]
    State,
    /// It took place; from its date on it is true that it did: a signature, a meeting.
    Occurrence,
}

/// The family of a relation: how it is drawn, and how a curator thinks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Family {
    /// Who owes what.
    #[serde(alias = "obligation")]
    Obligation,
    /// Who belongs to what, or holds which office.
    #[serde(alias = "membership")]
    Membership,
    /// Which instrument says, amends or replaces what.
    #[serde(alias = "legal")]
    Legal,
    /// All else.
    #[serde(alias = "other")]
    Other,
}

impl Family {
    /// The family as a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Obligation => "obligation",
            Self::Membership => "membership",
            Self::Legal => "legal",
            Self::Other => "other",
        }
    }
}

/// What a relation means to the checks and queries that look for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Sense {
    /// A person holds an office.
    Tenure,
    /// An actor belongs to a body or group.
    Membership,
    /// An actor is a party to an instrument.
    PartyTo,
    /// An actor signs or issues an instrument.
    Signing,
    /// An instrument takes the place of another.
    Supersedes,
    /// An instrument changes another.
    Amends,
    /// An actor or event brings a body or instrument into being.
    Establishes,
    /// A thing is a part of another.
    PartOf,
    /// A thing lies in a place.
    Location,
    /// A state hosts a facility or force.
    Hosting,
    /// An instrument is the legal basis of a thing.
    LegalBasis,
    /// An actor takes part in an event or process.
    Participation,
    /// A thing comes before another in time.
    Precedence,
    /// An actor writes a text.
    Authorship,
}

/// How many `from` ends one `to` end may have at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum PerTo {
    /// At most this many.
    AtMost(u32),
    /// As many as the `to` end has seats.
    Seats,
}

/// A kind of relation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationKind {
    /// Its name, such as `HoldsOffice`.
    pub id: Ident,
    /// The label read from `from` to `to`: "held the office of".
    pub forward: String,
    /// The label read from `to` to `from`: "held by".
    pub backward: String,
    /// The kinds that may stand at the `from` end, their special cases included.
    pub from: Vec<Ident>,
    /// The kinds that may stand at the `to` end, their special cases included.
    pub to: Vec<Ident>,
    /// Whether it holds both ways once it holds one way.
    #[serde(default)]
    pub symmetric: bool,
    /// Whether following it may never lead back.
    #[serde(default)]
    pub acyclic: bool,
    /// Whether it holds through its time or took place.
    #[serde(default)]
    pub holding: Holding,
    /// How many `to` ends one `from` end may have at a time; unlimited where not given.
    pub per_from: Option<u32>,
    /// How many `from` ends one `to` end may have at a time; unlimited where not given.
    pub per_to: Option<PerTo>,
    /// Whether a date is expected.
    #[serde(default)]
    pub dated: bool,
    /// How it is drawn.
    pub family: Family,
    /// What a path pays to walk it; 1 for the closest ties, more for looser ones.
    pub cost: f64,
    /// Kinds that can't hold between the same ends at the same time.
    #[serde(default)]
    pub contradicts: Vec<Ident>,
    /// What it means to checks and queries.
    pub sense: Option<Sense>,
    /// The nearest terms of other vocabularies, each with its prefix: `ftm:Membership`.
    #[serde(default)]
    pub matches: Vec<String>,
    /// What it stands for, in a sentence.
    pub gloss: String,
}

/// A role that an entity plays in a commitment, or a part in a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Role {
    /// Owes it (`by`).
    Obligor,
    /// It is owed to (`to`).
    Beneficiary,
    /// What it is about (`about`).
    Subject,
    /// The instrument or provision that contains it (`under`).
    Instrument,
    /// The event at which it was undertaken (`at`).
    Occasion,
    /// The body through which it is carried out (`via`).
    Channel,
    /// Who asks for, recommends or expects it (`asked_by`).
    Requester,
    /// What sets it off (`trigger`).
    Trigger,
    /// What it depends on or is limited by (`conditions`).
    Condition,
    /// Where it applies (`scope`).
    Scope,
    /// Who took a step of its history.
    Actor,
    /// The larger commitment that it is a part of (`part_of`).
    Part,
    /// The whole that a provision or item belongs to (`of`).
    Whole,
    /// The `from` end of a relation that is itself an end of another.
    From,
    /// The `to` end of a relation that is itself an end of another.
    To,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 15] = [
        Self::Obligor,
        Self::Beneficiary,
        Self::Subject,
        Self::Instrument,
        Self::Occasion,
        Self::Channel,
        Self::Requester,
        Self::Trigger,
        Self::Condition,
        Self::Scope,
        Self::Actor,
        Self::Part,
        Self::Whole,
        Self::From,
        Self::To,
    ];
}

/// How a role is read and drawn.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleKind {
    /// The role.
    pub id: Role,
    /// The label read from the entity to the commitment: "obligor of".
    pub forward: String,
    /// The label read from the commitment to the entity: "owed by".
    pub backward: String,
    /// How it is drawn.
    pub family: Family,
    /// What a path pays to walk it.
    pub cost: f64,
    /// The nearest terms of other vocabularies, each with its prefix: `ftm:ProjectParticipant`.
    #[serde(default)]
    pub matches: Vec<String>,
    /// What it stands for, in a sentence.
    pub gloss: String,
}

/// The classes of alliance of the Correlates of War project (Formal Alliances, version 4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Cow {
    /// Type I, defense pact.
    Defense,
    /// Type II a, neutrality pact.
    Neutrality,
    /// Type II b, non-aggression pact.
    NonAggression,
    /// Type III, entente: consultation in a crisis.
    Entente,
}

impl Cow {
    /// The class as the coding manual numbers it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Defense => "Type I: defense pact",
            Self::Neutrality => "Type IIa: neutrality pact",
            Self::NonAggression => "Type IIb: non-aggression pact",
            Self::Entente => "Type III: entente",
        }
    }
}

/// A kind of obligation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObligationKind {
    /// Its name, such as `BasingAccess`.
    pub id: Ident,
    /// What it is called in running text: "basing access".
    pub label: String,
    /// Its Correlates of War class, where the project defines one.
    pub cow: Option<Cow>,
    /// The variable of the Alliance Treaty Obligations and Provisions codebook that codes it.
    pub atop: Option<String>,
    /// Kinds that can't be owed to the same beneficiary at the same time.
    #[serde(default)]
    pub contradicts: Vec<Ident>,
    /// What it stands for, in a sentence.
    pub gloss: String,
}

/// A kind of measure.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureKind {
    /// Its name, such as `Strength`.
    pub id: Ident,
    /// What it is called in running text: "strength".
    pub label: String,
    /// The units that it may be given in.
    pub units: Vec<String>,
    /// The least that a figure may be; unbounded where not given.
    pub least: Option<f64>,
    /// The most that a figure may be; unbounded where not given.
    pub most: Option<f64>,
    /// What it stands for, in a sentence.
    pub gloss: String,
}
