//! Folders of a project that hold what is no file, or that cannot be entered.

use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::support::folders::{put, read_all};
use super::system::{IS_ROOT, Somebody, open, set_rights};
use super::{REGULATION, SERVICES, base, check, qadam};

/// Files and folders of the base that commands read.
const READ: [&str; 7] = [
    REGULATION,
    SERVICES,
    "site/site.yaml",
    "site/pages/about.ru.md",
    "regulations",
    "regulations/almaty",
    "site/pages",
];

/// Moves something out of a project and puts a link to it in its place.
fn link_out(project: &TempDir, path: &str) -> TempDir {
    let elsewhere = TempDir::new().unwrap();
    let (inside, outside) = (project.path().join(path), elsewhere.path().join("moved"));
    let moved = Command::new("mv").arg(&inside).arg(&outside).status().unwrap();
    assert!(moved.success());
    symlink(&outside, &inside).unwrap();
    elsewhere
}

/// Once `fmt` followed a link in the place of `site.yaml`, and put a file there instead. Once what stood behind a link
/// was said to be missing as well.
#[test]
fn no_link_leads_out_of_the_project() {
    for path in READ {
        let project = base();
        let elsewhere = link_out(&project, path);
        let before = read_all(elsewhere.path());
        let run = check(&project);
        run.ends(1, &[]);
        assert_eq!(run.out, format!("symlink: `{path}` is a link to another place\n"));
        qadam(project.path(), &["build"]).ends(1, &["links are not followed", "nothing was published"]);
        if !path.ends_with(".md") && path != "site/pages" {
            qadam(project.path(), &["fmt"]).ends(1, &["symlink", path]);
        }
        assert!(project.path().join(path).is_symlink());
        assert!(read_all(elsewhere.path()) == before);
    }
}

#[test]
fn links_to_nothing_to_themselves_and_upwards_are_told() {
    let targets = [("nowhere", "broken"), ("loop", "loop"), ("..", "up"), ("/etc/passwd", "out"), ("almaty", "inside")];
    let folders = ["regulations", "site/pages", "site/assets", "site/locales", "templates"];
    for folder in folders {
        let project = base();
        std::fs::create_dir_all(project.path().join(folder)).unwrap();
        for (target, name) in targets {
            symlink(target, project.path().join(folder).join(name)).unwrap();
        }
        let run = check(&project);
        run.ends(1, &[]);
        assert_eq!(run.out.lines().count(), targets.len(), "{}", run.out);
        for (_, name) in targets {
            run.ends(1, &[&format!("symlink: `{folder}/{name}`")]);
        }
    }
}

#[test]
fn the_folder_of_the_project_itself_may_be_a_link() {
    let (project, elsewhere) = (base(), TempDir::new().unwrap());
    let link = elsewhere.path().join("link");
    symlink(project.path(), &link).unwrap();
    qadam(elsewhere.path(), &["check", "--root", link.to_str().unwrap()]).ends(0, &[]);
    qadam(elsewhere.path(), &["build", "--root", link.to_str().unwrap()]).ends(0, &[]);
}

/// Once `schema` wrote through it.
#[test]
fn schemas_are_not_written_through_a_link() {
    let (project, elsewhere) = (base(), TempDir::new().unwrap());
    symlink(elsewhere.path(), project.path().join("regulations/schema")).unwrap();
    qadam(project.path(), &["schema"]).ends(2, &["symlink", "regulations/schema"]);
    assert!(read_all(elsewhere.path()).is_empty());
}

/// Once what stood in a folder without rights was said to be missing, and an act in it to be unknown.
#[test]
fn what_may_not_be_read_is_told_alone() {
    let somebody = Somebody::new();
    let read = [
        REGULATION,
        SERVICES,
        "site/site.yaml",
        "site/pages/about.ru.md",
        "site/pages",
        "regulations",
        "regulations/almaty",
        "regulations/almaty/2019-1",
        "regulations/translations",
    ];
    for path in read {
        let project = base();
        open(project.path());
        set_rights(&project.path().join(path), 0o000);
        let [check, build] =
            [&["check", "--format=short"][..], &["build"]].map(|call| somebody.qadam(project.path(), call));
        set_rights(&project.path().join(path), 0o755);
        assert_eq!(check.out, format!("unreadable: cannot read `{path}` (Permission denied (os error 13))\n"));
        check.ends(1, &[]);
        build.ends(1, &["unreadable", path, "you have the right to read it", "nothing was published"]);
    }
    // A folder that may not even be looked into: of everything in it the same is said.
    let project = base();
    open(project.path());
    set_rights(&project.path().join("site"), 0o000);
    let run = somebody.qadam(project.path(), &["check", "--format=short"]);
    set_rights(&project.path().join("site"), 0o755);
    assert!(
        run.out.contains("unreadable: cannot read `site/site.yaml`") && !run.out.contains("missing"),
        "{}",
        run.out
    );
    if *IS_ROOT {
        // Root is above rights: the same project is sound to him.
        check(&project).ends(0, &[]);
    }
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Once a pipe in the place of `site.yaml` held up every command for ever.
#[test]
fn a_pipe_a_socket_or_a_device_is_no_file_and_holds_up_nobody() {
    for path in [
        REGULATION,
        SERVICES,
        "site/site.yaml",
        "site/pages/about.ru.md",
        "site/assets/a.txt",
        "templates/base.html",
        "site/locales/kk/a.ftl",
    ] {
        let project = base();
        put(project.path(), path, "");
        std::fs::remove_file(project.path().join(path)).unwrap();
        pipe(&project.path().join(path));
        let run = check(&project);
        run.ends(1, &[]);
        assert_eq!(run.out, format!("unreadable: cannot read `{path}` (not a regular file)\n"));
        qadam(project.path(), &["build"]).ends(1, &[path, "nothing was published"]);
        if path.ends_with(".yaml") {
            qadam(project.path(), &["fmt"]).ends(1, &["unreadable", path]);
        }
    }
    let project = base();
    let socket = project.path().join("regulations/socket.yaml");
    let _socket = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    check(&project).ends(1, &["unreadable: cannot read `regulations/socket.yaml`"]);
    std::fs::remove_file(socket).unwrap();
    let device = project.path().join("site/assets/zero");
    let made = Command::new("mknod").arg(&device).args(["c", "1", "5"]).output().unwrap();
    if made.status.success() {
        check(&project).ends(1, &["unreadable: cannot read `site/assets/zero`"]);
    } else {
        println!("not tested here, since making a device is not allowed");
    }
}

/// Once a folder in the place of a file, and a file in the place of a folder, were passed over.
#[test]
fn a_file_in_the_place_of_a_folder_is_told() {
    for folder in ["templates", "site/assets", "site/locales"] {
        let project = base();
        put(project.path(), folder, "no folder");
        check(&project).ends(1, &[&format!("unreadable: cannot read `{folder}` (not a directory)")]);
    }
    let project = base();
    std::fs::remove_file(project.path().join(SERVICES)).unwrap();
    std::fs::create_dir(project.path().join(SERVICES)).unwrap();
    check(&project).ends(1, &["missing-file: the file `regulations/services.yaml`"]);
    let nowhere = qadam(project.path(), &["check", "--root", "nowhere"]);
    nowhere.ends(2, &["missing-file", "nowhere", "--root"]);
}

/// A text that the user names is his to choose: another program may write it.
#[test]
fn a_published_text_may_come_from_a_pipe() {
    let project = base();
    let run = super::Call::new(project.path(), &["check", "--source", "/dev/stdin"])
        .bounded()
        .after("exec < sources/2019-1.txt")
        .run();
    run.ends(0, &["repeats the published text word for word"]);
    qadam(project.path(), &["check", "--source", "/dev/zero"]).ends(2, &["too-large", "/dev/zero"]);
    qadam(project.path(), &["check", "--source", "."]).ends(2, &["unreadable"]);
}
