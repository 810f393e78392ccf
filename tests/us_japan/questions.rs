//! What a reader of the paper would ask: who, when, under which article, how connected, what status, and
//! which passage says so.

use super::ask::{answers, json, questions, silent, tells};
use serde_json::Value;
use std::collections::BTreeSet;

questions! {
    // Who, and in which office?

    fn who_began_the_diplomacy_before_the_summit_and_who_went_on_with_it {
        answers "neighbors summit-diplomacy --kinds Began,Continued" => "
            joseph-nye Began summit-diplomacy (before April 1996) [An Historic Summit ¶3]
            kurt-campbell Continued summit-diplomacy (before May 1996) [An Historic Summit ¶3]
            tom-hubbard Continued summit-diplomacy (before May 1996) [An Historic Summit ¶3]
        ";
    }

    fn how_long_did_that_diplomacy_last {
        tells "show summit-diplomacy" => "Length: 18 months [An Historic Summit ¶3]";
    }

    fn which_office_did_nye_hold {
        answers "neighbors 'Joseph Nye' --kinds HoldsOffice" => "
            joseph-nye HoldsOffice assistant-secretary-of-defense (ended before May 1996) [An Historic Summit ¶3]
        ";
    }

    fn does_nye_still_hold_it_when_the_paper_appears {
        silent "neighbors 'Joseph Nye' --kinds HoldsOffice --as-of 1996-05";
    }

    fn what_were_campbell_and_hubbard_when_the_paper_appeared {
        answers "neighbors kurt-campbell --kinds HoldsOffice --as-of 1996-05 --certain" => "
            kurt-campbell HoldsOffice deputy-assistant-secretary-of-defense (attested May 1996) [An Historic Summit ¶3]
        ";
        answers "neighbors tom-hubbard --kinds HoldsOffice --as-of 1996-05 --certain" => "
            tom-hubbard HoldsOffice deputy-assistant-secretary-of-state (attested May 1996) [An Historic Summit ¶3]
        ";
    }

    fn who_is_armitage_and_what_did_he_want {
        answers "neighbors 'Richard Armitage' --kinds HoldsOffice,MemberOf,Advocates" => "
            richard-armitage HoldsOffice ambassador (attested May 1996) [An Historic Summit ¶4]
            richard-armitage HoldsOffice assistant-secretary-of-defense (ended before May 1996) [An Historic Summit ¶4]
            richard-armitage MemberOf reagan-administration (ended before May 1996) [An Historic Summit ¶4]
            richard-armitage MemberOf republican-specialists [An Historic Summit ¶4]
            richard-armitage Advocates redefinition-of-the-alliance (assessment) [An Historic Summit ¶4]
        ";
    }

    fn who_was_prime_minister_of_japan_in_november_1995_and_who_at_the_summit {
        answers "neighbors prime-minister-of-japan --kinds HoldsOffice --as-of 1995-11 --certain" => "
            tomiichi-murayama HoldsOffice prime-minister-of-japan (attested November 1995) [An Historic Summit ¶4]
        ";
        answers "neighbors prime-minister-of-japan --kinds HoldsOffice --as-of 1996-04 --certain" => "
            ryutaro-hashimoto HoldsOffice prime-minister-of-japan (attested April 1996) [Conclusions ¶1]
        ";
    }

    fn to_which_party_did_murayama_belong {
        answers "neighbors 'Prime Minister Murayama' --kinds MemberOf" => "
            tomiichi-murayama MemberOf social-democratic-party-of-japan (attested November 1995) [An Historic Summit ¶4]
        ";
    }

    fn who_advised_the_democratic_administration {
        answers "neighbors democratic-administration --kinds Advises" => "
            republican-specialists Advises democratic-administration [An Historic Summit ¶4]
        ";
    }

    fn who_wrote_published_and_edited_the_paper {
        answers "neighbors strategic-forum-75 --kinds Wrote,PartOf" => "
            patrick-cronin Wrote strategic-forum-75 (in May 1996) [The U.S.-Japan Alliance Redefined ¶1]
            strategic-forum-75 PartOf strategic-forum [STRATEGIC FORUM ¶2]
        ";
        answers "neighbors strategic-forum --kinds Edits,Publishes" => "
            hans-binnendijk Edits strategic-forum [Recommendations ¶11]
            jonathan-pierce Edits strategic-forum [Recommendations ¶12]
            national-defense-university Publishes strategic-forum [front matter ¶1]
            institute-for-national-strategic-studies Publishes strategic-forum [STRATEGIC FORUM ¶1; Recommendations ¶10]
        ";
    }

    // The summit and what came of it.

    fn when_was_the_summit_and_who_was_there {
        tells "show 'the security summit'" => "time: on some day in April 1996";
        answers "neighbors april-1996-summit --kinds ParticipatedIn" => "
            bill-clinton ParticipatedIn april-1996-summit (in April 1996) [Conclusions ¶1]
            ryutaro-hashimoto ParticipatedIn april-1996-summit (in April 1996) [Conclusions ¶1]
        ";
    }

    fn why_did_the_summit_succeed {
        answers "neighbors april-1996-summit --kinds LedTo --as-of 1996-05" => "
            overlapping-national-interests LedTo april-1996-summit (assessment) [An Historic Summit ¶1]
            summit-diplomacy LedTo april-1996-summit (in April 1996) [An Historic Summit ¶3]
            political-consensus LedTo april-1996-summit (assessment) [An Historic Summit ¶4]
            murayama-gore-meeting LedTo april-1996-summit (assessment) [An Historic Summit ¶4]
            april-1996-summit LedTo joint-declaration-on-security (in April 1996) [Trust and Reciprocity ¶4]
        ";
    }

    fn who_issued_the_joint_declaration {
        answers "neighbors joint-declaration-on-security --kinds Issued" => "
            bill-clinton Issued joint-declaration-on-security (in April 1996) [Trust and Reciprocity ¶4; Conclusions ¶3]
            ryutaro-hashimoto Issued joint-declaration-on-security (in April 1996) [Trust and Reciprocity ¶4; Conclusions ¶3]
        ";
    }

    fn what_did_the_leaders_agree_on {
        answers "commitments --status agreed" => "
            reexamination-of-the-1978-guidelines (agreed) united-states, japan → united-states, japan
        ";
    }

    fn what_does_the_declaration_commit_the_allies_to {
        answers "commitments --under joint-declaration-on-security" => "
            reaffirmed-security-relationship (announced) united-states, japan → united-states, japan
            common-security-objectives (announced) united-states, japan → united-states, japan
            stable-and-prosperous-asia-pacific (announced) united-states, japan → united-states, japan
            provide-regional-stability (announced) united-states, japan → united-states, japan
            build-a-security-architecture (announced) united-states, japan → united-states, japan
        ";
    }

    fn what_had_worn_trust_down {
        answers "neighbors trust --kinds Weakens" => "
            disappearance-of-the-soviet-threat Weakens trust (ended before May 1996; assessment) [Trust and Reciprocity ¶2]
            rise-of-trade-tensions Weakens trust (ended before May 1996; assessment) [Trust and Reciprocity ¶2]
            inattention-to-the-alliance Weakens trust (ended before May 1996; assessment) [Trust and Reciprocity ¶2]
        ";
    }

    fn what_was_the_initiative_of_1994_for {
        tells "show security-initiative" => "time: since 1994";
        answers "neighbors security-initiative --kinds Strengthens" => "
            security-initiative Strengthens us-japan-dialogue [Trust and Reciprocity ¶2]
        ";
    }

    fn how_did_the_press_come_to_write_of_the_alliance {
        tells "show national-defense-program-outline" => "time: since November 1995";
        answers "path us-japan-dialogue japanese-press --avoid japan" => "
            us-japan-dialogue LedTo national-defense-program-outline [Trust and Reciprocity ¶7]
            national-defense-program-outline Precedes japanese-public-debate (assessment; probable) [Trust and Reciprocity ¶7]
            japanese-press ParticipatedIn japanese-public-debate (after November 1995) [Trust and Reciprocity ¶7]
        ";
    }

    // Okinawa.

    fn when_was_saco_set_up_and_what_for {
        tells "show SACO" => "
            time: since November 1995
            special-action-committee-on-okinawa Concerns consolidation-of-us-forces [Trust and Reciprocity ¶3]
            special-action-committee-on-okinawa Issued saco-interim-report (in April 1996) [Conclusions ¶2]
        ";
    }

    fn what_does_the_committee_ask_for_and_is_it_agreed {
        answers "commitments --under saco-interim-report" => "
            return-of-one-fifth-of-the-acreage (recommended) united-states → japan, okinawa
            return-of-futenma (recommended) united-states → japan, okinawa
            more-restrictive-practices (recommended) united-states → okinawans
        ";
    }

    fn when_is_futenma_to_be_returned_and_who_says_so {
        tells "show return-of-futenma" => "
            status: recommended
            due: 5 years to 7 years after April 1996
            recommended: April 1996 by Special Action Committee on Okinawa [Trust and Reciprocity ¶3]
            cited: [Conclusions ¶2; Trust and Reciprocity ¶3]
        ";
    }

    fn how_much_land_and_how_does_it_compare {
        tells "show return-of-one-fifth-of-the-acreage" => "
            Share: 20 percent, April 1996 in okinawa [Conclusions ¶2; Trust and Reciprocity ¶3]
        ";
        answers "path saco-interim-report-item-1 united-states --kinds Exceeds,Began" => "
            saco-interim-report-item-1 Exceeds return-of-okinawan-land [Trust and Reciprocity ¶3]
            united-states Began return-of-okinawan-land (in 1972) [Trust and Reciprocity ¶3]
        ";
    }

    fn what_made_support_fall_and_what_made_it_rise {
        answers "neighbors public-support --kinds Weakens,Strengthens" => "
            rape-of-a-japanese-schoolgirl Weakens public-support (attested 1995) [Trust and Reciprocity ¶3]
            saco-interim-report Strengthens public-support (assessment) [Trust and Reciprocity ¶3]
        ";
        tells "show us-japan-alliance" => "
            Support: about 80 percent, 1996 in japan [Trust and Reciprocity ¶3]
        ";
    }

    // The treaty, the constitution, the Guidelines.

    fn on_which_treaty_does_the_alliance_rest {
        answers "find MST" => "
            mutual-security-treaty
            mutual-security-treaty-article-5
            mutual-security-treaty-article-6
            mutual-security-treaty-article-9
        ";
        answers "path us-japan-alliance MST" => "
            mutual-security-treaty LegalBasisOf us-japan-alliance [Trust and Reciprocity ¶4]
        ";
    }

    fn which_articles_have_weight_when_the_paper_appears_and_which_had_it_first_of_all {
        answers "neighbors us-japan-alliance --kinds EmphasizesProvision --as-of 1996-05" => "
            us-japan-alliance EmphasizesProvision mutual-security-treaty-article-5 (attested May 1996; assessment) [Trust and Reciprocity ¶5]
            us-japan-alliance EmphasizesProvision mutual-security-treaty-article-6 (attested May 1996; assessment) [Trust and Reciprocity ¶5]
        ";
        tells "neighbors us-japan-alliance --kinds EmphasizesProvision" => "
            us-japan-alliance EmphasizesProvision mutual-security-treaty-article-5 (ended before May 1996; assessment) [Trust and Reciprocity ¶5]
        ";
    }

    fn under_which_article_is_japan_defended {
        tells "show defense-of-japan" => "
            kind: Defense
            status: in force
            binding: legal
            in force: before April 1996 [Trust and Reciprocity ¶5]
            united-states Obligor defense-of-japan (before April 1996) [Trust and Reciprocity ¶5; Trust and Reciprocity ¶6]
        ";
        answers "commitments --under mutual-security-treaty-article-5" => "
            defense-of-japan (in force) united-states → japan
        ";
    }

    fn does_article_6_reach_the_persian_gulf {
        answers "path mutual-security-treaty-article-6 persian-gulf --kinds Covers,Excludes --directed" => "
            mutual-security-treaty-article-6 Covers far-east [Misperception and Miscalculation ¶2]
            far-east Excludes persian-gulf [Misperception and Miscalculation ¶2]
        ";
    }

    fn what_did_the_guidelines_of_1978_call_for {
        tells "show '1978 Guidelines'" => "time: since 1978";
        answers "neighbors '1978 Guidelines' --kinds Whole" => "
            guidelines-1978-item-1 Whole guidelines-1978 [Trust and Reciprocity ¶9]
            guidelines-1978-item-2 Whole guidelines-1978 [Trust and Reciprocity ¶10]
            guidelines-1978-item-3 Whole guidelines-1978 [Trust and Reciprocity ¶11]
        ";
    }

    fn who_reviews_the_guidelines {
        tells "show reexamination-of-the-1978-guidelines" => "
            status: agreed
            agreed: April 1996 [Trust and Reciprocity ¶8]
            security-consultative-committee Channel reexamination-of-the-1978-guidelines (in April 1996) [Trust and Reciprocity ¶8; Trust and Reciprocity ¶13]
        ";
    }

    fn when_are_the_statement_of_direction_and_the_new_guidelines_expected {
        tells "show statement-of-direction-for-guidelines" => "
            status: expected
            due: in autumn 1996 (uncertain)
        ";
        tells "show new-guidelines-in-1997" => "
            status: expected
            due: in 1997
            expected: May 1996 by Patrick M. Cronin [Trust and Reciprocity ¶12]
        ";
    }

    fn which_commitments_stay_within_treaty_and_constitution {
        answers "neighbors constitution-of-japan --kinds Condition" => "
            constitution-of-japan Condition some-operational-cooperation (in May 1996) [Trust and Reciprocity ¶13]
            constitution-of-japan Condition within-treaty-and-constitution (before May 1996) [Misperception and Miscalculation ¶3]
        ";
    }

    fn who_has_to_interpret_the_constitution {
        answers "neighbors constitution-of-japan --kinds Decides" => "
            japanese-public Decides constitution-of-japan (assessment) [Misperception and Miscalculation ¶3]
        ";
    }

    // Who sees it how?

    fn how_does_china_see_the_summit_and_how_may_it_see_the_alliance {
        answers "neighbors china --kinds Perceives" => "
            china Perceives april-1996-summit (perception; probable; held by china) [External Challenges ¶3]
            china Perceives us-japan-alliance (prediction; possible; held by china) [Conclusions ¶4]
        ";
    }

    fn who_gained_most_from_the_stability_of_the_alliance {
        answers "neighbors us-japan-alliance --kinds BenefitsFrom" => "
            china BenefitsFrom us-japan-alliance (from about 1976 to May 1996; assessment) [External Challenges ¶3]
        ";
    }

    fn what_do_the_revisionists_believe {
        answers "neighbors revisionists --kinds Believes" => "
            revisionists Believes japan-as-free-rider (perception; held by revisionists) [Economic Clashes--Security Partners ¶2]
            revisionists Believes policeman-without-profit (perception; held by revisionists) [Economic Clashes--Security Partners ¶2]
        ";
    }

    fn what_does_the_author_answer_them {
        answers "path april-1996-summit japan-as-free-rider --directed" => "
            april-1996-summit Strengthens japanese-contributions (assessment) [Economic Clashes--Security Partners ¶2]
            japanese-contributions Weakens japan-as-free-rider (assessment) [Economic Clashes--Security Partners ¶2]
        ";
    }

    fn what_did_nishihiro_worry_about {
        answers "neighbors 'Seiki Nishihiro' --kinds ConcernedAbout" => "
            seiki-nishihiro ConcernedAbout us-japan-alliance (ended before May 1996) [External Challenges ¶4]
        ";
        tells "show 'Seiki Nishihiro'" => "time: ended before May 1996";
    }

    fn how_may_the_two_publics_see_a_crisis_over_taiwan {
        answers "neighbors taiwan-strait-crisis --kinds Perceives" => "
            japanese-public Perceives taiwan-strait-crisis (prediction; probable; held by japanese-public) [Misperception and Miscalculation ¶2]
            american-public Perceives taiwan-strait-crisis (prediction; possible; held by american-public) [Misperception and Miscalculation ¶2]
        ";
    }

    fn what_hurt_civility_between_japan_and_south_korea {
        answers "neighbors civility-between-japan-and-rok --kinds Weakens" => "
            korean-elections Weakens civility-between-japan-and-rok (from about May 1995 to May 1996; assessment) [External Challenges ¶2]
            chinese-diplomacy-with-the-rok Weakens civility-between-japan-and-rok (from about May 1995 to May 1996; assessment) [External Challenges ¶2]
        ";
    }

    // How are they connected?

    fn how_did_murayama_bring_about_the_summit {
        answers "path tomiichi-murayama april-1996-summit --directed --kinds ParticipatedIn,LedTo" => "
            tomiichi-murayama ParticipatedIn murayama-gore-meeting (in November 1995) [An Historic Summit ¶4]
            murayama-gore-meeting LedTo april-1996-summit (assessment) [An Historic Summit ¶4]
        ";
    }

    fn how_are_nye_and_armitage_connected_through_offices {
        answers "path 'Joseph Nye' 'Richard Armitage' --kinds HoldsOffice" => "
            joseph-nye HoldsOffice assistant-secretary-of-defense (ended before May 1996) [An Historic Summit ¶3]
            richard-armitage HoldsOffice assistant-secretary-of-defense (ended before May 1996) [An Historic Summit ¶4]
        ";
    }

    fn did_murayama_and_gore_meet_anywhere_else {
        silent "path 'Tomiichi Murayama' 'Al Gore' --kinds ParticipatedIn --avoid murayama-gore-meeting";
    }

    fn how_would_japan_and_russia_meet_over_korea {
        silent "path japan russia --kinds ParticipatedIn";
        answers "path japan russia --kinds ParticipatedIn --stance prediction" => "
            japan ParticipatedIn two-plus-two-mechanism-for-korea (after May 1996; prediction; possible) [External Challenges ¶2]
            russia ParticipatedIn two-plus-two-mechanism-for-korea (after May 1996; prediction; possible) [External Challenges ¶2]
        ";
    }

    fn what_links_the_two_alliances {
        answers "path us-japan-alliance us-rok-alliance --kinds AllyIn" => "
            united-states AllyIn us-japan-alliance (attested April 1996) [Conclusions ¶1]
            united-states AllyIn us-rok-alliance (attested May 1996) [Recommendations ¶5]
        ";
    }

    // What is asked for?

    fn which_role_has_japan_announced_for_itself {
        answers "commitments --under national-defense-program-outline" => "
            larger-regional-role (announced) japan → united-states
            larger-international-role (announced) japan → nobody named
        ";
    }

    fn is_anything_overdue {
        silent "commitments --overdue --certain";
        silent "commitments --overdue --as-of 2010";
    }
}

#[test]
fn what_are_the_six_recommendations() {
    let document = json("commitments --under strategic-forum-75 --status recommended");
    let graph = json("export");
    let is_part = |id: &Value| {
        let mut links = graph["links"].as_array().unwrap().iter();
        links.any(|link| link["kind"] == "Part" && link["source"] == *id)
    };
    let all = document["answer"]["commitments"].as_array().unwrap();
    let listed = |one: &&Value| one["cites"][0]["section"] == "Recommendations";
    let found: BTreeSet<(u64, &str)> = all
        .iter()
        .filter(listed)
        .filter(|one| !is_part(&one["id"]))
        .map(|one| (one["cites"][0]["paragraph"].as_u64().unwrap(), one["id"].as_str().unwrap()))
        .collect();
    let expected = [
        (1, "review-the-guidelines-seriously"),
        (2, "avoid-asking-too-much-of-japan"),
        (3, "avert-public-misperceptions"),
        (4, "implement-the-saco-recommendations"),
        (5, "harmonize-the-two-alliances"),
        (6, "integrate-china"),
    ];
    assert_eq!(found, BTreeSet::from(expected));
}

#[test]
fn does_every_sentence_of_the_body_back_a_record() {
    let document = json("coverage");
    let source = &document["answer"]["sources"][0];
    assert_eq!((&source["source"], &source["percent"]), (&"sf75".into(), &100.into()));
    assert_eq!(source["tally"]["missed"], 0);
    assert_eq!(source["problems"], Value::Null);
}

#[test]
fn who_is_in_the_drawing_of_those_who_prepared_the_summit() {
    let (drawing, people) =
        (json("export --view summit"), ["joseph-nye", "kurt-campbell", "tom-hubbard"]);
    let nodes = drawing["nodes"].as_array().unwrap();
    for person in people {
        assert!(nodes.iter().any(|node| node["id"] == person), "{person}");
    }
    assert!(drawing["links"].as_array().unwrap().len() >= people.len());
}
