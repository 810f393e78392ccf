//! PDF, of the SVG: one page, text as text.

use super::svg::svg;
use super::{Exporter, Input, Writer, font};
use crate::layout::arrange;
use svg2pdf::{ConversionOptions, PageOptions};

pub(super) const EXPORTER: Exporter = Exporter {
    name: "pdf",
    extension: "pdf",
    media_type: "application/pdf",
    summary: "PDF, a page for print",
    write: Writer::File(write),
};

fn write(input: Input<'_>) -> Vec<u8> {
    let text = svg(input.scene, &arrange(input.scene), input.theme);
    pdf(&text).unwrap_or_default()
}

/// The PDF of an SVG, on a page of its size.
pub(super) fn pdf(svg: &str) -> Result<Vec<u8>, String> {
    let tree = font::read(svg)?;
    svg2pdf::to_pdf(&tree, ConversionOptions::default(), PageOptions::default())
        .map_err(|error| error.to_string())
}
