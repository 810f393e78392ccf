//! The classes of mutants: what each does to the data, and why some can't be known to be wrong.

use super::Rng;
use super::world::{Mutant, World};
use super::{commitments, entities, relations, spelling};

/// A class of mutants.
pub(crate) struct Class {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it does.
    pub(crate) does: &'static str,
    /// Why the vocabulary can't know that such a mutant is wrong; none where it can.
    pub(crate) unknowable: Option<&'static str>,
    /// Makes one, where chance picks a place that allows it.
    pub(crate) make: fn(&World, &mut Rng) -> Option<Mutant>,
}

const fn known(
    name: &'static str,
    does: &'static str,
    make: fn(&World, &mut Rng) -> Option<Mutant>,
) -> Class {
    Class { name, does, unknowable: None, make }
}

const fn unknowable(
    name: &'static str,
    does: &'static str,
    why: &'static str,
    make: fn(&World, &mut Rng) -> Option<Mutant>,
) -> Class {
    Class { name, does, unknowable: Some(why), make }
}

const BOTH_CAN_BE: &str =
    "What it says is possible; only a reader of the source can tell that it says something else.";

/// Every class.
pub(crate) static CLASSES: &[Class] = &[
    // Names.
    known("misspelt id", "a reference is misspelt by one letter", spelling::id),
    known("misspelt kind", "a kind is misspelt by one letter", spelling::kind),
    known("misspelt field", "the name of a field is misspelt by one letter", spelling::field),
    // Relations.
    known(
        "swapped ends, unfit",
        "the ends of a relation are swapped, of which its kind lets neither stand where it is put",
        relations::swapped_unfit,
    ),
    unknowable(
        "swapped ends, fit",
        "the ends of a relation are swapped, both of which may stand at either end",
        BOTH_CAN_BE,
        relations::swapped_fit,
    ),
    known(
        "other end, unfit",
        "an end of a relation is replaced by what its kind does not allow there",
        relations::other_end_unfit,
    ),
    unknowable(
        "other end, fit",
        "an end of a relation is replaced by another that its kind allows",
        BOTH_CAN_BE,
        relations::other_end_fit,
    ),
    known(
        "other relation, unfit",
        "the kind of a relation is replaced by one that does not allow its ends",
        relations::other_kind_unfit,
    ),
    unknowable(
        "other relation, fit",
        "the kind of a relation is replaced by one that allows its ends",
        BOTH_CAN_BE,
        relations::other_kind_fit,
    ),
    known(
        "date past source",
        "a fact is dated after the text that tells it",
        relations::moved_past_source,
    ),
    unknowable(
        "date moved back",
        "a fact is dated some years earlier",
        "A text tells of the past, however far back; only the lives of the ends bound it, and few are known.",
        relations::moved_back,
    ),
    known(
        "off its event",
        "taking part in a dated event is dated years before or after it",
        relations::moved_off_its_event,
    ),
    known(
        "undated tenure",
        "a relation that is expected to be dated loses its date",
        relations::undated,
    ),
    known("relation twice", "a relation is stated twice", relations::twice),
    known(
        "symmetric twice",
        "a symmetric relation is stated again with its ends swapped",
        relations::twice_turned_round,
    ),
    known(
        "fact as perception",
        "a fact becomes a perception of nobody",
        relations::fact_as_perception,
    ),
    known(
        "perception as fact",
        "what somebody perceives becomes a fact",
        relations::perception_as_fact,
    ),
    unknowable(
        "other stance",
        "a judgement, prediction or recommendation becomes a fact",
        "Whether a sentence states or judges is for a reader to tell; a fact dated after its source is found.",
        relations::other_stance,
    ),
    known(
        "second target",
        "a relation with room for one target gets a second",
        relations::second_target,
    ),
    known(
        "other host",
        "a facility or force is hosted by another state than it lies in",
        relations::other_host,
    ),
    // Entities.
    known(
        "other kind, unfit",
        "an entity becomes a thing of a kind that one of its relations does not allow",
        entities::other_kind_unfit,
    ),
    unknowable(
        "other kind, fit",
        "an entity becomes a thing of another kind that all of its relations allow",
        "Nothing that is recorded of it tells the two kinds apart.",
        entities::other_kind_fit,
    ),
    known(
        "swapped ids, two natures",
        "two entities of different natures swap their ids",
        entities::ids_of_two_natures,
    ),
    unknowable(
        "swapped ids, one nature",
        "two entities of one nature swap their ids",
        BOTH_CAN_BE,
        entities::ids_of_one_nature,
    ),
    known("entity twice", "an entity is recorded again under another id", entities::twice),
    known("entity removed", "an entity that others refer to is removed", entities::removed),
    known("moved article", "an article is moved to another instrument", entities::moved_article),
    known("renumbered article", "an article gets another number", entities::renumbered_article),
    known("article of nothing", "an article loses its instrument", entities::article_of_nothing),
    // Commitments.
    known("no obligor", "a commitment loses its only obligor", commitments::without_obligor),
    known(
        "owed to itself",
        "of two who owe each other something, one alone owes it",
        commitments::owed_to_itself,
    ),
    unknowable(
        "one obligor less",
        "a commitment loses one of several obligors",
        "Who else owes it is told by the source alone, unless who is left would owe it to itself.",
        commitments::one_obligor_less,
    ),
    known(
        "obligor that can't act",
        "an obligor or beneficiary is replaced by what can't act",
        commitments::obligor_that_cannot_act,
    ),
    unknowable(
        "other obligor",
        "an obligor is replaced by another actor",
        "Any actor may owe something; only of commitments in law are the parties known.",
        commitments::other_obligor,
    ),
    known("obligor twice", "an obligor is named twice", commitments::obligor_twice),
    unknowable(
        "turned round",
        "obligors and beneficiaries are swapped",
        BOTH_CAN_BE,
        commitments::turned_round,
    ),
    known("under no text", "the instrument is replaced by an actor", commitments::under_no_text),
    known(
        "resting on nothing",
        "a commitment loses its only instrument or occasion",
        commitments::resting_on_nothing,
    ),
    unknowable(
        "other obligation",
        "the kind of obligation is replaced by another",
        "Any of them may be owed; only those that contradict another of the same two sides are found.",
        commitments::other_kind,
    ),
    known(
        "wish as commitment",
        "what is recommended or expected becomes agreed or in force",
        commitments::wish_as_in_force,
    ),
    known(
        "commitment as wish",
        "what is agreed or in force becomes recommended or expected",
        commitments::in_force_as_wish,
    ),
    known("no history", "a commitment loses its history", commitments::without_history),
    known(
        "step past source",
        "a step is dated after the text that tells it",
        commitments::step_past_source,
    ),
    known(
        "due too early",
        "a commitment is due before anybody spoke of it",
        commitments::due_too_early,
    ),
    known(
        "policy as law",
        "what no text with legal force contains becomes legal",
        commitments::policy_as_law,
    ),
    known(
        "pact as one-sided",
        "what several owe becomes unilateral",
        commitments::pact_as_one_sided,
    ),
    unknowable(
        "law as policy",
        "what is legal becomes political",
        "A treaty may also contain what binds in honour alone.",
        commitments::law_as_policy,
    ),
    known(
        "commitment twice",
        "a commitment is recorded again under another id",
        commitments::twice,
    ),
    known(
        "part of its part",
        "a commitment becomes a part of its own part",
        commitments::part_of_its_part,
    ),
    // Citations and figures.
    known(
        "dropped word",
        "the first or last word of a citation is dropped",
        spelling::dropped_word,
    ),
    known("other word", "a word of a citation is changed", spelling::other_word),
    known("no citation", "a record loses its citations", spelling::no_citation),
    known("citation twice", "a record cites a passage twice", spelling::citation_twice),
    known("wrong unit", "a figure gets a unit of another kind of measure", spelling::wrong_unit),
    known("impossible figure", "a figure leaves what its kind allows", spelling::impossible_figure),
    unknowable(
        "other figure",
        "a figure is changed by a few units",
        "Only the source tells the figure.",
        spelling::other_figure,
    ),
];
