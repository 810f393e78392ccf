//! `foedera check`.

use super::args::Global;
use super::{Failure, Outcome, fix, output};
use crate::check as checks;
use crate::diagnostic::render::{FORMATS, Report, Style, format};
use crate::diagnostic::{Level, Levels, Selector, nearest};
use crate::pipeline::{Analysis, Options, analyse};
use clap::Args;
use clap::builder::PossibleValuesParser;

/// The most findings that are printed.
const LIMIT: usize = 1_000;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The form of the findings
    #[arg(long, value_name = "FORM", default_value = "human")]
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
    /// Do not show these: a check, a group such as F02, `warnings` or `all`
    #[arg(short = 'A', long, value_name = "CHECK")]
    allow: Vec<String>,
    /// Show these as warnings
    #[arg(short = 'W', long, value_name = "CHECK")]
    warn: Vec<String>,
    /// Show these as errors
    #[arg(short = 'D', long, value_name = "CHECK")]
    deny: Vec<String>,
    /// Mend what has one right answer: misspelt names, what is stated twice, needless waivers, a
    /// stale citations.lock
    #[arg(long)]
    fix: bool,
    /// With --fix, change nothing, and print as a diff what would change
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// With --fix, also change files that hold changes which git has not recorded
    #[arg(long, requires = "fix")]
    allow_dirty: bool,
}

impl CheckArgs {
    fn levels(&self) -> Result<Levels, Failure> {
        let lists =
            [(&self.allow, Level::Allow), (&self.warn, Level::Warn), (&self.deny, Level::Deny)];
        let mut levels = Levels::default();
        for (names, level) in lists {
            for name in names {
                let selector = Selector::parse(name);
                if !checks::rules().any(|rule| selector.matches(rule, Level::Warn)) {
                    return Err(unknown(name));
                }
                levels.0.push((selector, level));
            }
        }
        Ok(levels)
    }
}

fn unknown(name: &str) -> Failure {
    let names = checks::rules().flat_map(|rule| [rule.code, rule.name]);
    let hint = match nearest(name, names).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`foedera list checks` lists them".into(),
    };
    Failure(format!("there is no check `{name}`; {hint}"))
}

pub(super) fn run(global: &Global, args: &CheckArgs) -> super::Result {
    let mut workspace = global.open()?;
    let options = Options { levels: args.levels()? };
    let mut analysis = analyse(&workspace.files, &options);
    if args.fix {
        let mending = fix::Mending::of(&workspace, &analysis)?;
        if args.dry_run {
            output::print(mending.diff().as_bytes())?;
            return Ok(outcome(&analysis));
        }
        mending.write(args.allow_dirty)?;
        workspace = global.open()?;
        analysis = analyse(&workspace.files, &options);
        if let Some(lock) = fix::Mending::of_lock(&workspace, &analysis) {
            lock.write(true)?;
            workspace = global.open()?;
            analysis = analyse(&workspace.files, &options);
        }
    }
    let rules: Vec<_> = checks::rules().collect();
    let report = Report {
        files: &workspace.files,
        findings: &analysis.diagnostics,
        rules: &rules,
        style: Style { color: true, width: width() },
        limit: LIMIT,
    };
    let format = format(&args.format).ok_or_else(|| unknown(&args.format))?;
    let mut text = Vec::new();
    (format.write)(&report, &mut text)?;
    output::print(&text)?;
    Ok(outcome(&analysis))
}

fn outcome(analysis: &Analysis) -> Outcome {
    let denied = analysis.diagnostics.iter().any(|finding| finding.level == Level::Deny);
    if denied { Outcome::Bad } else { Outcome::Good }
}

/// The width of the terminal; wide where there is none, so that no line is cut.
fn width() -> usize {
    let is_terminal = std::io::IsTerminal::is_terminal(&std::io::stdout());
    if is_terminal { textwrap::termwidth().clamp(60, 160) } else { 160 }
}
