//! The `foedera` command: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    foedera::cli::run(std::env::args_os())
}
