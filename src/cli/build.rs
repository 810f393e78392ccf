//! `foedera build`.

use super::args::Global;
use super::{Failure, Outcome, output};
use crate::check as checks;
use crate::diagnostic::Level;
use crate::diagnostic::render::{Report, Style, format};
use crate::export::site;
use crate::pipeline::{Options, analyse};
use crate::workspace;
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    /// The folder to write [default: exports/NAME beside the folder that the data set is in]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write nothing; only tell whether the folder is up to date
    #[arg(long)]
    check: bool,
}

pub(super) fn run(global: &Global, args: &BuildArgs) -> super::Result {
    let workspace = global.open()?;
    let analysis = analyse(&workspace.files, &Options::default());
    if !analysis.diagnostics.is_empty() {
        let rules: Vec<_> = checks::rules().collect();
        let style = Style { color: true, width: 100 };
        let findings = &analysis.diagnostics;
        let report = Report { files: &workspace.files, findings, rules: &rules, style, limit: 20 };
        let human = format("human").ok_or_else(|| Failure("no human format".into()))?;
        let mut text = Vec::new();
        (human.write)(&report, &mut text)?;
        output::say(String::from_utf8_lossy(&text).trim_end());
    }
    if analysis.diagnostics.iter().any(|finding| finding.level == Level::Deny) {
        output::say("nothing was built: mend the errors first");
        return Ok(Outcome::Bad);
    }
    let out = match &args.out {
        Some(out) => out.clone(),
        None => default_folder(&workspace.folder)?,
    };
    let progress = Progress::new();
    let files = site(&analysis.graph, &|made, of| progress.tell(made, of));
    progress.end();
    if args.check {
        return compare(&out, &files);
    }
    workspace::replace_folder(&out, &files)?;
    output::print(format!("wrote {} files to {}\n", files.len(), out.display()).as_bytes())?;
    Ok(Outcome::Good)
}

/// A bar on the terminal once the work takes longer than a reader waits without asking.
struct Progress {
    bar: ProgressBar,
    started: Instant,
}

/// How long nothing is shown.
const PATIENCE: Duration = Duration::from_secs(1);

impl Progress {
    fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self { bar, started: Instant::now() }
    }

    fn tell(&self, made: usize, of: usize) {
        if self.started.elapsed() < PATIENCE {
            return;
        }
        if self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_length(u64::try_from(of).unwrap_or(u64::MAX));
        self.bar.set_position(u64::try_from(made).unwrap_or(u64::MAX));
    }

    fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// `exports/NAME` beside the data set's folder, or beside `data/` where it lies in one.
fn default_folder(dataset: &Path) -> Result<PathBuf, Failure> {
    let absolute = std::path::absolute(dataset)?;
    let absolute: PathBuf = absolute.components().collect();
    let name =
        absolute.file_name().ok_or_else(|| Failure("the data set has no folder name".into()))?;
    let above = absolute.parent().unwrap_or(&absolute);
    let base = match above.file_name() {
        Some(folder) if folder == "data" => above.parent().unwrap_or(above),
        _ => above,
    };
    let here = std::env::current_dir()?;
    let base = base.strip_prefix(&here).unwrap_or(base);
    Ok(base.join("exports").join(name))
}

fn compare(out: &Path, files: &BTreeMap<String, Vec<u8>>) -> super::Result {
    let there = workspace::list_folder(out)?;
    let mut stale: Vec<String> = Vec::new();
    for (name, bytes) in files {
        match workspace::read_bounded(&out.join(name)) {
            Ok(old) if old == *bytes => {}
            Ok(_) => stale.push(format!("{name} differs")),
            Err(_) => stale.push(format!("{name} is missing")),
        }
    }
    let extra = there.into_iter().filter(|name| !files.contains_key(name));
    stale.extend(extra.map(|name| format!("{name} is no export")));
    if stale.is_empty() {
        return Ok(Outcome::Good);
    }
    let list = stale.join("\n  ");
    output::say(&format!("{} is not up to date; run `foedera build`:\n  {list}", out.display()));
    Ok(Outcome::Bad)
}
