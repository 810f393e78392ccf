//! `foedera export`.

use super::args::{Global, date};
use super::{Failure, Outcome, output};
use crate::diagnostic::nearest;
use crate::export::{
    EXPORTERS, Exporter, Input, Passages, Writer, by_file_name, by_name, document, page, picture,
    svg,
};
use crate::graph::{Graph, Scope};
use crate::layout::{Drawing, arrange, engine, placed, request};
use crate::record::{Filed, GroupBy, Layout, View};
use crate::scene::{Scene, Theme, build, whole};
use crate::workspace;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;
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
    /// The title of the drawing
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// By what the nodes of a drawing are put together
    #[arg(long, value_name = "BY")]
    group_by: Option<GroupArg>,
    /// How the drawing is laid out
    #[arg(long, value_name = "NAME")]
    layout: Option<LayoutArg>,
    /// The width of a PNG in pixels
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(16..=32_000))]
    size: Option<u32>,
    /// Let the explorer show the cited passages of the sources' texts; not to be handed on where those
    /// are under copyright
    #[arg(long)]
    passages: bool,
}

/// By what nodes are put together.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum GroupArg {
    /// Their kind
    Kind,
    /// The state that they belong to
    Polity,
    /// The instrument that they belong to
    Instrument,
    /// The status of commitments
    Status,
}

impl From<GroupArg> for GroupBy {
    fn from(by: GroupArg) -> Self {
        match by {
            GroupArg::Kind => Self::Kind,
            GroupArg::Polity => Self::Polity,
            GroupArg::Instrument => Self::Instrument,
            GroupArg::Status => Self::Status,
        }
    }
}

/// How a drawing is laid out.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum LayoutArg {
    /// In layers along the direction of the relations
    Layered,
    /// By forces, as a map
    Force,
    /// In columns by distance from what the view names first
    Columns,
    /// Along time
    Timeline,
    /// By Graphviz's dot
    Dot,
    /// By Graphviz's neato
    Neato,
    /// By Graphviz's fdp
    Fdp,
}

impl From<LayoutArg> for Layout {
    fn from(layout: LayoutArg) -> Self {
        match layout {
            LayoutArg::Layered => Self::Layered,
            LayoutArg::Force => Self::Force,
            LayoutArg::Columns => Self::Columns,
            LayoutArg::Timeline => Self::Timeline,
            LayoutArg::Dot => Self::Dot,
            LayoutArg::Neato => Self::Neato,
            LayoutArg::Fdp => Self::Fdp,
        }
    }
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
    let scope = Scope { as_of, certain: args.certain, ..Scope::default() };
    let scene = scene(graph, args, scope)?;
    let theme = match args.theme {
        ThemeArg::Light => Theme::Light,
        ThemeArg::Dark => Theme::Dark,
    };
    let input = Input { graph, scene: &scene, theme };
    if args.passages {
        return with_passages(exporter, args, input);
    }
    let bytes = match (picture(exporter.name), exporter.write) {
        (Some(convert), _) => {
            convert(svg(&scene, &drawing(&scene), theme), args.size).map_err(Failure)?
        }
        (None, Writer::File(write)) => write(input),
        (None, Writer::Folder(write)) => return write_folder(exporter, args, &write(input)),
    };
    deliver(args, &bytes)
}

/// Writes the explorer with the texts of the sources in it.
fn with_passages(exporter: &Exporter, args: &ExportArgs, input: Input<'_>) -> super::Result {
    if exporter.extension != "html" {
        let name = exporter.name;
        return Err(Failure(format!("`{name}` holds no passages: --passages is for the explorer")));
    }
    let document = document(input.graph, Passages::Shown, Some(&input.scene.id));
    let page = page(&document).into_bytes();
    deliver(args, &page)
}

fn deliver(args: &ExportArgs, bytes: &[u8]) -> super::Result {
    match &args.output {
        Some(path) => workspace::replace_file(path, bytes)?,
        None => output::print_raw(bytes)?,
    }
    Ok(Outcome::Good)
}

/// Writes a folder of its own; one that is there and holds anything else is left alone.
fn write_folder(
    exporter: &Exporter,
    args: &ExportArgs,
    files: &BTreeMap<String, Vec<u8>>,
) -> super::Result {
    let name = exporter.name;
    let Some(folder) = &args.output else {
        return Err(Failure(format!("`{name}` is a folder of files: name it with `-o DIR`")));
    };
    let others =
        workspace::list_folder(folder)?.into_iter().filter(|file| !files.contains_key(file));
    if let Some(other) = others.into_iter().next() {
        let folder = folder.display();
        return Err(Failure(format!(
            "{folder} holds {other}, which is not of this export: name another folder"
        )));
    }
    workspace::replace_folder(folder, files)?;
    Ok(Outcome::Good)
}

fn exporter(args: &ExportArgs) -> Result<&'static Exporter, Failure> {
    if let Some(name) = &args.format {
        return by_name(name).ok_or_else(|| Failure(format!("there is no format `{name}`")));
    }
    let Some(path) = &args.output else {
        return by_name("dot").ok_or_else(|| Failure("there is no format `dot`".into()));
    };
    let file_name = path.file_name().map(|e| e.to_string_lossy()).unwrap_or_default();
    by_file_name(&file_name).ok_or_else(|| {
        let files = EXPORTERS.iter().filter(|format| matches!(format.write, Writer::File(_)));
        let known: Vec<&str> = files.map(|format| format.extension).collect();
        let known = known.join(", .");
        Failure(format!("no format has the extension of {}; known are .{known}", path.display()))
    })
}

/// Where everything stands: by Graphviz where the scene asks for it and it is there.
fn drawing(scene: &Scene) -> Drawing {
    let Some(engine) = engine(scene.layout) else { return arrange(scene) };
    let dot = request(scene);
    let answer = workspace::run_with_input(engine, &["-Tjson0"], dot.as_bytes());
    match answer {
        Ok(answer) => placed(scene, &answer).unwrap_or_else(|| {
            output::say(&format!("note: Graphviz's `{engine}` gave no positions; {NEAREST}"));
            arrange(scene)
        }),
        Err(error) => {
            output::say(&format!("note: {error}; {NEAREST}"));
            arrange(scene)
        }
    }
}

const NEAREST: &str = "the nearest built-in layout is used";

fn scene(graph: &Graph, args: &ExportArgs, scope: Scope) -> Result<Scene, Failure> {
    let group_by = args.group_by.map(GroupBy::from);
    let mut scene = match &args.view {
        None => whole(graph, scope, group_by),
        Some(id) => {
            let mut view = view(graph, id)?.clone();
            view.group_by = group_by.or(view.group_by);
            build(graph, &view, scope)
        }
    };
    if let Some(title) = &args.title {
        scene.title.clone_from(title);
    }
    if let Some(layout) = args.layout {
        scene.layout = layout.into();
    }
    Ok(scene)
}

fn view<'g>(graph: &'g Graph, id: &str) -> Result<&'g View, Failure> {
    let views = &graph.records().views;
    match views.iter().find(|view| view.id == id) {
        Some(view) => Ok(&view.record),
        None => Err(Failure(unknown_view(views, id))),
    }
}

fn unknown_view(views: &[Filed<View>], id: &str) -> String {
    match nearest(id, views.iter().map(|view| view.id.as_str())).first() {
        Some(near) => format!("there is no view `{id}`; did you mean `{near}`?"),
        None => format!("there is no view `{id}`; `foedera list views` lists them"),
    }
}
