//! SVG: a page with a title, the drawing, a legend and its sources, in text that stays text.

mod edges;
mod legend;
mod marks;
mod nodes;
mod shapes;
mod style;
mod xml;

use super::{Exporter, Input, Writer};
use crate::layout::{Drawing, MARGIN, Point, Wrapping, arrange, measure, wrap};
use crate::scene::{Scene, Theme};
use legend::Legend;
use style::{FONTS, Look};
use xml::{Xml, number};

pub(super) const EXPORTER: Exporter = Exporter {
    name: "svg",
    extension: "svg",
    media_type: "image/svg+xml",
    summary: "SVG, a picture that needs no other program",
    write: Writer::File(write),
};

fn write(input: Input<'_>) -> Vec<u8> {
    svg(input.scene, &arrange(input.scene), input.theme).into_bytes()
}

/// The type of titles, in pixels.
const TITLE: f64 = 19.0;

/// The type of the sentence below a title, in pixels.
const SAYS: f64 = 13.0;

/// The narrowest that a page is, in pixels.
const NARROWEST: f64 = 420.0;

/// A line of text on the page.
struct Row {
    class: &'static str,
    text: String,
    y: f64,
}

/// What stands where on the page.
struct Page {
    rows: Vec<Row>,
    drawing: Point,
    legend: (Legend, Point),
    width: f64,
    height: f64,
}

impl Page {
    fn of(scene: &Scene, drawing: &Drawing) -> Self {
        let inner = drawing.size.width.max(NARROWEST);
        let mut rows = Vec::new();
        let mut y = MARGIN;
        let mut set = |class, text: &str, size: f64, y: &mut f64| {
            let wrapping = Wrapping { size, width: inner, widest: inner, lines: 1, most: 6 };
            for text in wrap(text, wrapping).into_iter().filter(|line| !line.is_empty()) {
                rows.push(Row { class, text, y: *y + size });
                *y += (size * 1.3).ceil();
            }
        };
        set("title", &scene.title, TITLE, &mut y);
        set("says", &scene.says, SAYS, &mut y);
        y += 14.0;
        let at = Point::new(MARGIN + (inner - drawing.size.width) / 2.0, y);
        y += drawing.size.height + if drawing.ticks.is_empty() { 16.0 } else { 40.0 };
        let legend = Legend::of(scene, drawing, inner);
        let corner = Point::new(MARGIN, y);
        y += legend.height + 6.0;
        set("foot", &scene.footer, measure::SMALL, &mut y);
        let (width, height) = (inner + 2.0 * MARGIN, y + MARGIN);
        Self { rows, drawing: at, legend: (legend, corner), width, height }
    }
}

/// The SVG of a scene that has been placed.
pub fn svg(scene: &Scene, drawing: &Drawing, theme: Theme) -> String {
    let look = Look(theme);
    let page = Page::of(scene, drawing);
    let mut xml = Xml::default();
    head(&mut xml, scene, &page, look);
    for row in &page.rows {
        let muted = if row.class == "title" { "" } else { look.muted() };
        let at = Point::new(MARGIN, row.y);
        let attributes = [("class", row.class), ("fill", muted)];
        xml.lines(&attributes, at, 0.0, std::slice::from_ref(&row.text));
    }
    let place = format!("translate({} {})", number(page.drawing.x), number(page.drawing.y));
    xml.open("g", &[("class", "drawing"), ("transform", &place)]);
    body(&mut xml, scene, drawing, look);
    xml.close();
    page.legend.0.write(&mut xml, look, page.legend.1);
    xml.finish()
}

/// Opens the document: its size, its names for readers, its ground and the styles of its text.
fn head(xml: &mut Xml, scene: &Scene, page: &Page, look: Look) {
    let (width, height) = (number(page.width.ceil()), number(page.height.ceil()));
    let view = format!("0 0 {width} {height}");
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("width", width.as_str()),
        ("height", &height),
        ("viewBox", &view),
        ("role", "graphics-document"),
        ("aria-label", &scene.title),
        ("font-family", FONTS),
        ("fill", look.ink()),
        ("font-size", "11"),
    ];
    xml.open("svg", &attributes);
    xml.text("title", &[], &scene.title);
    xml.text("desc", &[], &format!("{} {}", scene.says, scene.footer));
    xml.text(
        "style",
        &[],
        ".title{font-size:19px;font-weight:600}.says{font-size:13px}\
         .name{font-size:12px;font-weight:600}.group{font-weight:600}",
    );
    let ground = look.background();
    xml.empty("rect", &[("width", &width), ("height", &height), ("fill", ground)]);
}

/// Lines first, then what stands on them.
fn body(xml: &mut Xml, scene: &Scene, drawing: &Drawing, look: Look) {
    for tick in &drawing.ticks {
        axis(xml, drawing, look, tick);
    }
    for frame in &drawing.groups {
        nodes::group(xml, look, frame);
    }
    for route in &drawing.edges {
        edges::line(xml, look, scene, route);
    }
    for frame in &drawing.groups {
        nodes::group_title(xml, look, frame);
    }
    for placed in &drawing.nodes {
        nodes::node(xml, look, scene, placed);
    }
    for route in &drawing.edges {
        edges::label(xml, look, route);
    }
}

/// A mark of the time axis: a thin line across the drawing, and a year below.
fn axis(xml: &mut Xml, drawing: &Drawing, look: Look, tick: &crate::layout::Tick) {
    let (x, bottom) = (number(tick.x), drawing.size.height + 4.0);
    let end = number(bottom);
    let line = [("x1", x.as_str()), ("x2", &x), ("y1", "0"), ("y2", &end)];
    let mut attributes = line.to_vec();
    attributes.extend([("stroke", look.muted()), ("stroke-width", "0.5"), ("opacity", "0.5")]);
    xml.empty("line", &attributes);
    let at = Point::new(tick.x, bottom + measure::SMALL_LINE);
    let attributes = [("class", "tick"), ("text-anchor", "middle"), ("fill", look.muted())];
    xml.lines(&attributes, at, 0.0, std::slice::from_ref(&tick.text));
}
