//! The font that is shipped: Inter, under the SIL Open Font License (assets/fonts/OFL.txt). On a
//! machine without a font that an SVG asks for, all text would vanish without a word.

use resvg::usvg::{self, Options, Tree, fontdb};
use std::sync::{Arc, LazyLock};

/// Inter in the two weights that drawings use.
const FACES: [&[u8]; 2] = [
    include_bytes!("../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
];

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for face in FACES {
        fonts.load_font_data(face.to_vec());
    }
    fonts.set_sans_serif_family("Inter");
    Arc::new(fonts)
});

/// An SVG, read with the shipped font alone.
pub(super) fn read(svg: &str) -> Result<Tree, String> {
    let options: Options<'_> =
        Options { font_family: "Inter".into(), fontdb: FONTS.clone(), ..Options::default() };
    Tree::from_str(svg, &options).map_err(|error: usvg::Error| error.to_string())
}
