//! Guesses what was meant by a text in no ISO form: "April 1996" is `1996-04`, "18 months" `P18M`.
//!
//! A guess is offered only where the text has one sensible meaning and the guess parses.

use super::date::Season;
use super::words::MONTHS;
use super::{duration, interval, parse};

/// Longer texts are prose, not dates.
const LONGEST: usize = 60;

/// The date that an English or wrongly punctuated text means.
pub(super) fn date(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let mut parts = Parts::default();
    for token in tokens(text) {
        parts.take(&token)?;
    }
    let guess = parts.spell()?;
    (guess != text && parse::read(&guess).is_ok()).then_some(guess)
}

/// The interval that a text such as "since 1960", "1960 to 1970" or "1960-1970" means.
pub(super) fn interval(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let (start, end) = sides(text.trim())?;
    let guess = format!("{start}/{end}");
    (guess != text && interval::read(&guess).is_ok()).then_some(guess)
}

/// The duration that a text such as "18 months" or "p18m" means.
pub(super) fn duration(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let guess = spell_duration(&text.to_lowercase()).unwrap_or_else(|| text.to_uppercase());
    (guess != text && duration::read(&guess).is_ok()).then_some(guess)
}

fn spell_duration(text: &str) -> Option<String> {
    let mut spelt = String::from("P");
    for word in text.split([' ', ',']).filter(|word| *word != "and") {
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
        spelt.push_str(&word[..word.len() - letters.len()]);
        spelt.push_str(match letters {
            "year" | "years" | "y" => "Y",
            "month" | "months" | "m" => "M",
            "week" | "weeks" | "w" => "W",
            "day" | "days" | "d" => "D",
            "" => "",
            _ => return None,
        });
    }
    Some(spelt)
}

fn sides(text: &str) -> Option<(String, String)> {
    for word in ["until ", "till ", "up to "] {
        if let Some(end) = strip_word(text, word) {
            return Some(("..".into(), exact_or_guess(end)?));
        }
    }
    let (text, stated) = match strip_word(text, "since ").or_else(|| strip_word(text, "from ")) {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let ways = ["/", " to ", " until ", " till ", "--", "–", "—", " - "];
    let halves = ways.iter().find_map(|way| text.split_once(way)).or_else(|| {
        let (start, end) = text.split_once('-')?;
        (start.len() == 4 && end.len() == 4).then_some((start, end))
    });
    match halves {
        Some((start, end)) => Some((exact_or_guess(start)?, exact_or_guess(end)?)),
        None if stated => Some((exact_or_guess(text)?, "..".into())),
        None => None,
    }
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
}

fn exact_or_guess(text: &str) -> Option<String> {
    let text = text.trim();
    let open = ["now", "present", "today", "the present", ".."];
    if open.iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return Some("..".into());
    }
    if parse::read(text).is_ok() { Some(text.into()) } else { date(text) }
}

/// Runs of letters and digits, in lower case; each `~`, `?`, `%` by itself.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = vec![String::new()];
    for c in text.chars() {
        match (c, tokens.last_mut()) {
            ('~' | '?' | '%', _) => tokens.extend([c.to_string(), String::new()]),
            (_, Some(token)) if c.is_alphanumeric() => token.extend(c.to_lowercase()),
            _ => tokens.push(String::new()),
        }
    }
    tokens.retain(|token| !token.is_empty());
    tokens
}

/// What the words of a date say.
#[derive(Default)]
struct Parts {
    numbers: Vec<String>,
    month: Option<String>,
    years: Option<String>,
    approximate: bool,
    uncertain: bool,
}

impl Parts {
    /// Takes in a word; `None` where it has no place in a date.
    fn take(&mut self, token: &str) -> Option<()> {
        match token {
            "on" | "in" | "of" | "the" => return Some(()),
            "about" | "around" | "approximately" | "circa" | "ca" | "c" | "~" => {
                self.approximate = true;
                return Some(());
            }
            "perhaps" | "possibly" | "probably" | "?" => {
                self.uncertain = true;
                return Some(());
            }
            "%" => {
                (self.approximate, self.uncertain) = (true, true);
                return Some(());
            }
            _ => {}
        }
        if let Some(code) = month_code(token) {
            return self.month.replace(code).is_none().then_some(());
        }
        if let Some(years) = years_code(token) {
            return self.years.replace(years).is_none().then_some(());
        }
        let number = ["st", "nd", "rd", "th"].iter().find_map(|end| token.strip_suffix(end));
        let number = number.unwrap_or(token);
        number.bytes().all(|byte| byte.is_ascii_digit()).then(|| self.numbers.push(number.into()))
    }

    /// The EDTF date that says the same.
    fn spell(&self) -> Option<String> {
        let numbers: Vec<&str> = self.numbers.iter().map(String::as_str).collect();
        let stem = match (&self.years, &self.month, numbers.as_slice()) {
            (Some(years), None, []) => years.clone(),
            (None, Some(month), [year]) => format!("{}-{month}", full_year(year)?),
            (None, Some(month), [day, year] | [year, day]) if is_year(year) => {
                format!("{year}-{month}-{day:0>2}")
            }
            (None, None, [all]) if all.len() == 8 => {
                format!("{}-{}-{}", all.get(..4)?, all.get(4..6)?, all.get(6..)?)
            }
            (None, None, [year]) => full_year(year)?.to_owned(),
            (None, None, [year, month]) => format!("{}-{month:0>2}", full_year(year)?),
            (None, None, [year, month, day]) => {
                format!("{}-{month:0>2}-{day:0>2}", full_year(year)?)
            }
            _ => return None,
        };
        let mark = match (self.approximate, self.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        Some(format!("{stem}{mark}"))
    }
}

fn is_year(number: &str) -> bool {
    number.len() == 4
}

fn full_year(number: &str) -> Option<&str> {
    is_year(number).then_some(number)
}

/// `04` for "april" and "apr", `21` for "spring".
fn month_code(word: &str) -> Option<String> {
    if word == "fall" {
        return Some("23".into());
    }
    if let Some(season) = Season::ALL.into_iter().find(|season| season.name() == word) {
        return Some((season as u8).to_string());
    }
    let named = |month: &str| month.to_lowercase().starts_with(word);
    let index = MONTHS.iter().position(|month| named(month)).filter(|_| word.len() >= 3)?;
    Some(format!("{:02}", index + 1))
}

/// `199X` for "1990s" and "199x", `19XX` for "19xx".
fn years_code(word: &str) -> Option<String> {
    let decade =
        word.strip_suffix("0s").filter(|digits| digits.len() == 3 && !digits.ends_with('0'));
    if let Some(digits) = decade {
        return Some(format!("{digits}X"));
    }
    word.ends_with('x').then(|| word.to_uppercase())
}
