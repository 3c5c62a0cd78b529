//! What only some may do: mounts, and runs as another user.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;

use super::support::binary::{Call, Run};

/// A user without rights of his own on anything.
const NOBODY: u32 = 65534;

/// Whether root runs the tests.
pub static IS_ROOT: LazyLock<bool> = LazyLock::new(|| {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout == b"0\n"
});

/// Somebody to whom the rights of files mean something: root is above them. Who is not root is somebody himself.
#[derive(Debug)]
pub struct Somebody {
    /// A copy of the binary that everybody can read: the folder of the package may be closed to others.
    folder: TempDir,
}

impl Somebody {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        open(folder.path());
        std::fs::copy(env!("CARGO_BIN_EXE_qadam"), folder.path().join("qadam")).unwrap();
        Self { folder }
    }

    /// Runs the binary.
    #[track_caller]
    pub fn qadam(&self, folder: &Path, arguments: &[&str]) -> Run {
        let call = Call::new(folder, arguments).bounded();
        if *IS_ROOT { call.by_user(NOBODY, &self.folder.path().join("qadam")).run() } else { call.run() }
    }
}

/// Lets everybody into a folder.
pub fn open(folder: &Path) {
    set_rights(folder, 0o755);
}

pub fn set_rights(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// A mounted file system, until it goes out of scope.
#[derive(Debug)]
pub struct Mount(PathBuf);

impl Mount {
    /// Mounts with arguments of `mount`; `None`, and a line that says so, where that is not allowed.
    pub fn new(arguments: &[&str], at: &Path) -> Option<Self> {
        let output = Command::new("mount").args(arguments).arg(at).output();
        let failure = match output {
            Ok(output) if output.status.success() => return Some(Self(at.to_owned())),
            Ok(output) => String::from_utf8_lossy(&output.stderr).into_owned(),
            Err(error) => error.to_string(),
        };
        println!("not tested here, since a mount is not allowed ({}): {}", arguments.join(" "), failure.trim());
        None
    }

    /// A file system in memory of some KiB.
    pub fn memory(kib: u32, at: &Path) -> Option<Self> {
        Self::new(&["-t", "tmpfs", "-o", &format!("size={kib}k"), "none"], at)
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let umount = |arguments: &[&str]| Command::new("umount").args(arguments).arg(&self.0).status();
        if !umount(&[]).is_ok_and(|status| status.success()) {
            let _ = umount(&["-l"]);
        }
    }
}
