//! What the binary carries: templates, assets and locales, so that a new project needs no file of them, and the skeletons
//! of the files that it does need.

use include_dir::{Dir, File, include_dir};

/// `templates/`.
pub static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
/// `site/assets/`.
pub static ASSETS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/site/assets");
/// `site/locales/`.
pub static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/site/locales");
/// `skeletons/`: what `new` makes files from.
pub static SKELETONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/skeletons");
/// `regulations/README.md`: the guide for those who encode.
pub static GUIDE: &str = include_str!("../../regulations/README.md");

/// Every file of a folder and of the folders in it.
pub fn files(folder: &'static Dir<'static>) -> Vec<&'static File<'static>> {
    let mut all: Vec<_> = folder.files().collect();
    all.extend(folder.dirs().flat_map(files));
    all
}
