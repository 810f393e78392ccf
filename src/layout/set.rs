//! Small sets of small numbers, as bits.

use std::ops::{BitOr, BitXor, Sub};

/// How many words a set has.
const WORDS: usize = 5;

/// A set of numbers below [`Set::LIMIT`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Set([u64; WORDS]);

impl Set {
    /// What every number is below.
    pub(super) const LIMIT: usize = 64 * WORDS;

    /// Adds a number, or takes it out where it is in; whether it is in now.
    pub(super) fn toggle(&mut self, number: usize) -> bool {
        let bit = 1 << (number % 64);
        self.0[number / 64] ^= bit;
        self.0[number / 64] & bit != 0
    }

    /// Adds a number.
    pub(super) fn insert(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    /// The numbers, in their order.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(place, mut word)| {
            std::iter::from_fn(move || {
                let bit = (word != 0).then(|| word.trailing_zeros() as usize)?;
                word &= word - 1;
                Some(64 * place + bit)
            })
        })
    }

    fn zip(self, other: Self, join: impl Fn(u64, u64) -> u64) -> Self {
        Self(std::array::from_fn(|place| join(self.0[place], other.0[place])))
    }
}

/// What is in either.
impl BitOr for Set {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.zip(other, |a, b| a | b)
    }
}

/// What is in one of the two only.
impl BitXor for Set {
    type Output = Self;

    fn bitxor(self, other: Self) -> Self {
        self.zip(other, |a, b| a ^ b)
    }
}

/// What is in this but not in the other.
impl Sub for Set {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(numbers: &[usize]) -> Set {
        let mut set = Set::default();
        numbers.iter().for_each(|number| set.insert(*number));
        set
    }

    #[test]
    fn sets_are_joined_and_compared() {
        let (a, b) = (set(&[319, 0, 64]), set(&[64, 65]));
        assert_eq!(a.iter().collect::<Vec<_>>(), [0, 64, 319]);
        assert_eq!(a | b, set(&[0, 64, 65, 319]));
        assert_eq!(a ^ b, set(&[0, 65, 319]));
        assert_eq!(a - b, set(&[0, 319]));
    }

    #[test]
    fn a_number_goes_in_and_out() {
        let mut set = Set::default();
        assert!(set.toggle(130));
        assert_eq!(set.iter().collect::<Vec<_>>(), [130]);
        assert!(!set.toggle(130));
        assert_eq!(set, Set::default());
    }
}
