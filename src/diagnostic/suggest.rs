//! "Did you mean": the nearest of the names that would have been right.

/// How alike two names are, from 0 (nothing in common) to 1 (equal), ignoring case.
pub fn similarity(a: &str, b: &str) -> f64 {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let longest = a.chars().count().max(b.chars().count());
    if longest == 0 {
        return 1.0;
    }
    let edits = u32::try_from(strsim::osa_distance(&a, &b)).unwrap_or(u32::MAX);
    1.0 - f64::from(edits) / u32::try_from(longest).map_or(f64::MAX, f64::from)
}

/// The candidates near enough to `name` to be worth suggesting, the nearest first, at most three.
///
/// A candidate is near when at most a third of the longer name must be edited (Damerau's optimal
/// string alignment), when it begins as the name does and one edit makes the one of the other, or
/// when it holds every word of the name.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let words: Vec<String> = words_of(name).collect();
    let score = |candidate: &str| {
        let has: Vec<String> = words_of(candidate).collect();
        let holds = !words.is_empty() && words.iter().all(|word| has.contains(word));
        let slipped = begins_alike(name, candidate) && strsim::osa_distance(name, candidate) == 1;
        let least = if holds {
            0.7
        } else if slipped {
            0.67
        } else {
            0.0
        };
        similarity(name, candidate).max(least)
    };
    let mut scored: Vec<(f64, &str)> =
        candidates.into_iter().map(|c| (score(c), c)).filter(|(score, _)| *score >= 0.66).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.dedup_by_key(|(_, candidate)| *candidate);
    scored.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

fn begins_alike(a: &str, b: &str) -> bool {
    a.chars().next() == b.chars().next()
}

fn words_of(name: &str) -> impl Iterator<Item = String> + '_ {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_comes_first_and_strangers_are_left_out() {
        let ids = ["joseph-nye", "joseph-biden", "kurt-campbell", "united-states"];
        assert_eq!(nearest("josef-nye", ids), ["joseph-nye"]);
        assert_eq!(nearest("unitedstates", ids), ["united-states"]);
        assert_eq!(nearest("nye", ids), ["joseph-nye"]);
        assert_eq!(nearest("t", ["to", "at", "id"]), ["to"]);
        assert_eq!(nearest("completely-different", ids), [] as [&str; 0]);
        assert!((similarity("ab", "ba") - 0.5).abs() < 1e-9);
    }
}
