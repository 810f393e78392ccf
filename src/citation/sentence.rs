//! Where the sentences of a paragraph end.
//!
//! A sentence ends at a full stop, question mark or exclamation mark, with the quotation marks,
//! brackets and footnote marks that close it, where a space and then something other than a
//! lower-case letter follow; and at the end of its paragraph, whatever stands there. A full stop
//! ends nothing after a title (`Mr.`), an initial (`Ada M. Oak`), the letter or number of an
//! item (`A. Title`, `1. First`). After an abbreviation that may end a sentence or not (`U.S.`,
//! `No.`), it does where the next word is one that hardly ever follows them within a sentence,
//! such as `The`.

use std::ops::Range;

/// Titles and others that always go on.
const NEVER_LAST: &str = "\
    Adm Amb Brig Capt Cmdr Col Cpl Dr Fr Ft Gen Gov Hon Lt Maj Messrs Mr Mrs Ms Mt Mme Pres Prof \
    Rep Reps Rev Sen Sens Sgt St Supt approx ca cf viz vs";

/// Abbreviations that may end a sentence or not; most of them mostly stand before a number or a
/// name.
const MAYBE_LAST: &str = "\
    Apr Art Arts Assn Aug Ave Blvd Bros Ch Co Corp Dec Dept Feb Fig Figs Inc Jan Jr Jul Jun Ltd \
    Mar No Nos Nov Oct Op Para Paras Pt Sec Secs Sep Sept Sr Tel Univ Vol Vols al art arts ch chap \
    ed eds etc ext fax fig figs n no nos p para paras pp pt sec tel trans vol vols";

/// Words that, with a capital, nearly always start a sentence.
const STARTERS: &str = "\
    A After All Also Although An And Any As At Because Before Both But By Can Despite Does During \
    Each Even Every Few For From Had Has Have He Hence Her Here His How However I If In Indeed \
    Instead Is It Its Like Many Moreover Most Neither Nevertheless Nor Not Now Of On Once One Only \
    Or Other Others Our Over Perhaps She Should Since So Some Still Such That The Their Then There \
    Therefore These They This Those Though Through Thus To Under Unless Until We What When Where \
    Whether Which While Who Why Will With Within Without Yet You";

const OPENERS: [char; 5] = ['\'', '(', '[', '{', '-'];
const CLOSERS: [char; 4] = ['\'', ')', ']', '}'];
const STOPS: [char; 3] = ['.', '?', '!'];

/// The sentences of a folded paragraph, in order. Each is a range of its bytes; together they hold
/// all of it but the spaces between them.
pub(super) fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let (mut start, mut word) = (0, 0);
    for space in paragraph.match_indices(' ').map(|(at, _)| at) {
        let token = paragraph.get(word..space).unwrap_or_default();
        let rest = paragraph.get(space + 1..).unwrap_or_default();
        let next = rest.split(' ').next().unwrap_or_default();
        let has_word =
            || paragraph.get(start..space).is_some_and(|s| s.contains(char::is_alphanumeric));
        if starts(next) && ends(token, word == start, next) && has_word() {
            sentences.push(start..space);
            start = space + 1;
        }
        word = space + 1;
    }
    if start < paragraph.len() {
        sentences.push(start..paragraph.len());
    }
    sentences
}

/// Whether a sentence may start with this token.
fn starts(token: &str) -> bool {
    let first = token.trim_start_matches(OPENERS).chars().next();
    first.is_some_and(|char| char.is_alphanumeric() && !char.is_lowercase())
}

/// Whether a sentence ends with this token, `first` if it is also its first, when `next` follows.
fn ends(token: &str, first: bool, next: &str) -> bool {
    let token = without_footnote(token).trim_end_matches(CLOSERS);
    let word = token.trim_end_matches(STOPS);
    match token.get(word.len()..).unwrap_or_default() {
        "" => false,
        "." => ends_at_full_stop(word.trim_start_matches(OPENERS), first, next),
        _ => !word.is_empty(),
    }
}

/// Whether the full stop after a word ends the sentence.
fn ends_at_full_stop(word: &str, first: bool, next: &str) -> bool {
    let last = word.rsplit(['-', '/', '(']).next().unwrap_or(word);
    if last.is_empty() || is_in(NEVER_LAST, last) || first && is_enumerator(word) {
        return false;
    }
    if is_in(MAYBE_LAST, last) || is_dotted(last) || is_initial(last) {
        return is_starter(next);
    }
    true
}

/// The token without the mark of a footnote after its full stop: `[12]`, `12` or superscripts.
fn without_footnote(token: &str) -> &str {
    let bracketed = token.strip_suffix(']').and_then(|token| token.rsplit_once('['));
    let mark = bracketed.map_or(token.trim_end_matches(char::is_numeric), |(stem, number)| {
        if number.chars().all(char::is_numeric) { stem } else { token }
    });
    let closed = mark.trim_end_matches(CLOSERS);
    let word = closed.trim_end_matches(STOPS);
    let is_sentence = word.len() < closed.len() && word.ends_with(char::is_alphabetic);
    if is_sentence && !is_in(MAYBE_LAST, word) { mark } else { token }
}

/// What an item is called by: a letter, a number of up to three digits, a roman number to XXXIX.
fn is_enumerator(word: &str) -> bool {
    let short = word.len() <= 3 && word.chars().all(|c| c.is_ascii_digit());
    let roman = word.len() <= 6 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let mut chars = word.chars();
    let letter = chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none();
    short || roman || letter
}

/// `U.S`, `e.g`, `Ph.D`: letters in ones and twos between full stops.
fn is_dotted(word: &str) -> bool {
    let part = |part: &str| part.len() <= 2 && part.starts_with(char::is_alphabetic);
    word.contains('.') && word.split('.').all(part)
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

fn is_starter(token: &str) -> bool {
    let word = token.trim_start_matches(OPENERS);
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    let (word, rest) = word.split_at_checked(end).unwrap_or_default();
    is_in(STARTERS, word) && !(is_initial(word) && rest.starts_with('.'))
}
