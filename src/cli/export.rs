//! `foedera export`.

use super::args::{Global, date};
use super::{Failure, Outcome, output};
use crate::diagnostic::nearest;
use crate::export::{EXPORTERS, Exporter, Input, by_extension, by_name};
use crate::graph::{Graph, Scope};
use crate::record::{Filed, View};
use crate::scene::{Scene, Theme, build, whole};
use crate::workspace;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Arguments of `export`.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// A named diagram of the data set; the whole graph where not given
    #[arg(long, value_name = "ID")]
    view: Option<String>,
    /// The format [default: by the file's extension, else dot]
    #[arg(long, value_name = "NAME")]
    #[arg(value_parser = PossibleValuesParser::new(EXPORTERS.iter().map(|format| format.name)))]
    format: Option<String>,
    /// The file to write; standard output where not given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Show it as of this date (EDTF: 1996, 1996-04, 1996-04-17)
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Leave out what can't be told
    #[arg(long)]
    certain: bool,
    /// The colours
    #[arg(long, value_name = "THEME", default_value = "light")]
    theme: ThemeArg,
}

/// The colours of a drawing.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum ThemeArg {
    /// Dark ink on a light ground
    Light,
    /// Light ink on a dark ground
    Dark,
}

pub(super) fn run(global: &Global, args: &ExportArgs) -> super::Result {
    let exporter = exporter(args)?;
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let as_of = args.as_of.as_deref().map(date).transpose()?;
    let scene = scene(
        graph,
        args.view.as_deref(),
        Scope { as_of, certain: args.certain, ..Scope::default() },
    )?;
    let theme = match args.theme {
        ThemeArg::Light => Theme::Light,
        ThemeArg::Dark => Theme::Dark,
    };
    let bytes = (exporter.write)(Input { graph, scene: &scene, theme });
    match &args.output {
        Some(path) => workspace::replace_file(path, &bytes)?,
        None => output::print_raw(&bytes)?,
    }
    Ok(Outcome::Good)
}

fn exporter(args: &ExportArgs) -> Result<&'static Exporter, Failure> {
    if let Some(name) = &args.format {
        return by_name(name).ok_or_else(|| Failure(format!("there is no format `{name}`")));
    }
    let Some(path) = &args.output else {
        return by_name("dot").ok_or_else(|| Failure("there is no format `dot`".into()));
    };
    let extension = path.extension().map(|e| e.to_string_lossy()).unwrap_or_default();
    by_extension(&extension).ok_or_else(|| {
        let known: Vec<&str> = EXPORTERS.iter().map(|format| format.extension).collect();
        let known = known.join(", .");
        Failure(format!("no format has the extension of {}; known are .{known}", path.display()))
    })
}

fn scene(graph: &Graph, view: Option<&str>, scope: Scope) -> Result<Scene, Failure> {
    let Some(id) = view else { return Ok(whole(graph, scope, None)) };
    let views = &graph.records().views;
    match views.iter().find(|view| view.id == id) {
        Some(view) => Ok(build(graph, &view.record, scope)),
        None => Err(Failure(unknown_view(views, id))),
    }
}

fn unknown_view(views: &[Filed<View>], id: &str) -> String {
    match nearest(id, views.iter().map(|view| view.id.as_str())).first() {
        Some(near) => format!("there is no view `{id}`; did you mean `{near}`?"),
        None => format!("there is no view `{id}`; `foedera list views` lists them"),
    }
}
