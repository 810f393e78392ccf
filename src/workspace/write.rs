//! Writes files and folders whole or not at all.

use super::Error;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Replaces a file by `bytes`, or leaves it as it was.
///
/// # Errors
/// What the system says.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = parent(path);
    std::fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
    let mut file = tempfile::Builder::new()
        .prefix(".foedera-")
        .permissions_like(path)
        .tempfile_in(&folder)
        .map_err(Error::io("write in", &folder))?;
    file.write_all(bytes).map_err(Error::io("write", path))?;
    file.as_file().sync_all().map_err(Error::io("write", path))?;
    file.persist(path).map_err(|e| Error::io("write", path)(e.error))?;
    Ok(())
}

/// Replaces a folder by one that holds just these files, by relative path with `/`, or leaves it as
/// it was.
///
/// # Errors
/// What the system says.
pub fn replace_folder(path: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    let above = parent(path);
    std::fs::create_dir_all(&above).map_err(Error::io("make the folder", &above))?;
    let fresh = tempfile::Builder::new()
        .prefix(".foedera-")
        .tempdir_in(&above)
        .map_err(Error::io("write in", &above))?;
    let made = fresh.path().join("new");
    for (name, bytes) in files {
        let file = made.join(name);
        let folder = parent(&file);
        std::fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
        std::fs::write(&file, bytes).map_err(Error::io("write", &file))?;
    }
    let old = fresh.path().join("old");
    let replaces = path.exists();
    if replaces {
        std::fs::rename(path, &old).map_err(Error::io("replace", path))?;
    }
    if let Err(error) = std::fs::rename(&made, path) {
        if replaces {
            std::fs::rename(&old, path).map_err(Error::io("restore", path))?;
        }
        return Err(Error::io("write", path)(error));
    }
    Ok(())
}

fn parent(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Lets a temporary file have the permissions of the file that it is to replace.
trait PermissionsLike {
    fn permissions_like(&mut self, path: &Path) -> &mut Self;
}

impl PermissionsLike for tempfile::Builder<'_, '_> {
    fn permissions_like(&mut self, path: &Path) -> &mut Self {
        match std::fs::metadata(path) {
            Ok(data) => self.permissions(data.permissions()),
            Err(_) => self.permissions(default_permissions()),
        }
    }
}

#[cfg(unix)]
fn default_permissions() -> std::fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o644)
}
