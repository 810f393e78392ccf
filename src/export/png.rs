//! PNG, of the SVG.

use super::svg::svg;
use super::{Exporter, Input, Writer, font};
use crate::layout::arrange;
use resvg::tiny_skia::{Pixmap, Transform};

pub(super) const EXPORTER: Exporter = Exporter {
    name: "png",
    extension: "png",
    media_type: "image/png",
    summary: "PNG, a picture in pixels",
    write: Writer::File(write),
};

fn write(input: Input<'_>) -> Vec<u8> {
    let text = svg(input.scene, &arrange(input.scene), input.theme);
    png(&text, None).unwrap_or_default()
}

/// The PNG of an SVG, so many pixels wide; twice as wide as the SVG says where no width is given.
pub(super) fn png(svg: &str, width: Option<u32>) -> Result<Vec<u8>, String> {
    let tree = font::read(svg)?;
    let size = tree.size();
    let scale = width.map_or(2.0, |width| width as f32 / size.width());
    let across = (size.width() * scale).round() as u32;
    let down = (size.height() * scale).round() as u32;
    let mut pixels = Pixmap::new(across.max(1), down.max(1))
        .ok_or_else(|| format!("{across} by {down} pixels are too many for a PNG"))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}
