//! Which formats are pictures, and how each is made of an SVG that has been drawn already.

/// Turns an SVG into a picture, a PNG of so many pixels where a width is given.
pub type Convert = fn(String, Option<u32>) -> Result<Vec<u8>, String>;

/// How a format is made of an SVG; none where it is no picture.
///
/// It fails, in words, when a PNG of the width asked for would be too large.
pub fn picture(format: &str) -> Option<Convert> {
    match format {
        "svg" => Some(|svg, _| Ok(svg.into_bytes())),
        #[cfg(feature = "raster")]
        "png" => Some(|svg, width| super::png::png(&svg, width)),
        #[cfg(feature = "raster")]
        "pdf" => Some(|svg, _| super::pdf::pdf(&svg)),
        _ => None,
    }
}
