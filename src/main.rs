//! The `foedera` command.
fn main() {}
