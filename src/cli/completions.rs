//! `foedera completions SHELL` and `foedera man`.

use super::args::Cli;
use super::{Outcome, output};
use crate::workspace;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::path::PathBuf;

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// Write a page for each command into this folder; without it, the page of foedera to standard
    /// output
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Prints a script that completes commands in a shell.
pub(super) fn run(args: &CompletionsArgs) -> super::Result {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "foedera", &mut script);
    output::print_raw(&script)?;
    Ok(Outcome::Good)
}

/// Prints or writes man pages, in troff.
pub(super) fn man(args: &ManArgs) -> super::Result {
    let mut command = Cli::command();
    command.build();
    let Some(folder) = &args.out else {
        output::print_raw(&page(command)?)?;
        return Ok(Outcome::Good);
    };
    let subs = command.get_subcommands().filter(|sub| !sub.is_hide_set());
    let all: Vec<clap::Command> = subs.cloned().chain([command.clone()]).collect();
    let count = all.len();
    for command in all {
        let name = command.get_display_name().unwrap_or("foedera").to_owned();
        workspace::replace_file(&folder.join(format!("{name}.1")), &page(command)?)?;
    }
    output::print(format!("wrote {count} pages to {}\n", folder.display()).as_bytes())?;
    Ok(Outcome::Good)
}

fn page(command: clap::Command) -> Result<Vec<u8>, super::Failure> {
    let mut text = Vec::new();
    clap_mangen::Man::new(command).render(&mut text)?;
    Ok(text)
}
