//! SHA-256, as hexadecimal digits.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of a text's bytes as 64 lower-case hexadecimal digits, as `sha256sum` prints it.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The first 16 hexadecimal digits of a text's SHA-256: 64 bits show every change that happens by
/// itself, and keep a line of the lock short. They are no defence against forgery.
pub(super) fn fingerprint(text: &str) -> String {
    let mut digits = sha256(text);
    digits.truncate(16);
    digits
}
