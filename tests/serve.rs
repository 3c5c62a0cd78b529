//! `qadam serve`, asked as a browser asks it, while its project is edited as editors do it.
//!
//! Each test has a server of its own, at any free port, over a copy of the small sound project. A change is waited for as
//! the pages wait for it: by a request that is answered when there is another state.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and fail by panicking")]

mod support;

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::binary::Call;
use support::folders::{copy, fixture, put};
use tempfile::TempDir;

const ACT: &str = "regulations/almaty/2019-1/act.yaml";
const REGULATION: &str = "regulations/almaty/2019-1/01-registration.yaml";
const SERVICES: &str = "regulations/services.yaml";
const PAGE: &str = "/kk/acts/almaty/2019-1/01-registration/";

/// How long a change may take to be seen before the test fails. How long it does take is for the benchmark.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server and its project.
struct Preview {
    project: TempDir,
    child: Child,
    port: u16,
}

/// What was answered.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Preview {
    fn start() -> Self {
        Self::of(copy(&fixture("bad/base")))
    }

    fn of(project: TempDir) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_qadam"));
        command.args(["serve", "--port", "0", "--lang", "en"]).current_dir(project.path()).env_clear();
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = loop {
            let line = lines.next().expect("the server said where it is").unwrap();
            // Which address it is, is for a test to say.
            if let Some((_, behind)) = line.split_once("http://") {
                let host = behind.split('/').next().unwrap();
                break host.rsplit(':').next().unwrap().parse().unwrap();
            }
        };
        // Whoever speaks into a pipe that nobody reads is held up.
        std::thread::spawn(move || lines.for_each(drop));
        Self { project, child, port }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.project.path().join(path)
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[("Host", &format!("127.0.0.1:{}", self.port))])
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut request = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        for (name, value) in headers {
            write!(request, "{name}: {value}\r\n").unwrap();
        }
        stream.write_all((request + "\r\n").as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).unwrap_or("0").parse().unwrap();
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// The version of the page, as its script knows it.
    fn version(&self) -> String {
        let page = self.get(PAGE).body;
        let (_, behind) = page.split_once("data-version=\"").expect("the page has the script");
        behind.split('"').next().unwrap().to_owned()
    }

    /// Does something to the project, and waits until the page is as it should be.
    #[track_caller]
    fn after(&self, change: impl FnOnce(), holds: impl Fn(&Answer) -> bool) -> Answer {
        let mut version = self.version();
        change();
        let deadline = Instant::now() + PATIENCE;
        loop {
            let page = self.get(PAGE);
            if holds(&page) {
                return page;
            }
            assert!(Instant::now() < deadline, "after {PATIENCE:?}: {} {}", page.status, page.body);
            let waited = self.get(&format!("/.qadam/wait/{version}"));
            if waited.status == 200 {
                version = waited.body;
            }
        }
    }

    fn edit(&self, path: &str, from: &str, to: &str) -> String {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "{text}");
        text.replacen(from, to, 1)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn has_faults(answer: &Answer) -> bool {
    answer.body.contains("class=\"qadam-faults\"")
}

/// The register with another name of the service, and what the page shows of it.
fn renamed(preview: &Preview) -> (String, &'static str) {
    (preview.edit(SERVICES, "kk: Жұмыс", "kk: Жаңа жұмыс"), "Жаңа жұмыс")
}

#[test]
fn pages_are_dressed_and_other_files_are_not() {
    let preview = Preview::start();
    let page = preview.get(PAGE);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("script src=\"/.qadam/preview.js\"") && !has_faults(&page), "{}", page.body);
    assert!(page.body.contains("script-src 'self'; connect-src 'self'; style-src 'self'"), "{}", page.body);
    for (path, kind) in [
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/data/index.json", "application/json"),
        ("/.qadam/preview.js", "text/javascript; charset=utf-8"),
        ("/.qadam/preview.css", "text/css; charset=utf-8"),
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.head.contains(&format!("content-type: {kind}")), "{path}: {}", answer.head);
        assert!(answer.head.contains("nosniff") && answer.head.contains("no-store"), "{}", answer.head);
    }
    let moved = preview.get(PAGE.trim_end_matches('/'));
    assert!(moved.status == 308 && moved.head.contains(&format!("location: {PAGE}")), "{}", moved.head);
    let missing = preview.get("/kk/nothing/");
    assert!(missing.status == 404 && missing.body.contains("preview.js"), "{}", missing.body);
}

#[test]
fn the_published_folder_is_left_alone() {
    let preview = Preview::start();
    assert_eq!(preview.get(PAGE).status, 200);
    assert!(!preview.path("site/public").exists());
}

#[test]
fn only_its_own_names_are_answered_and_nothing_but_reading() {
    let preview = Preview::start();
    let port = preview.port;
    for host in [format!("127.0.0.1:{port}"), format!("localhost:{port}")] {
        assert_eq!(preview.ask("GET", "/", &[("Host", &host)]).status, 200, "{host}");
    }
    for host in [format!("evil.example:{port}"), "127.0.0.1".to_owned(), format!("127.0.0.1.evil.example:{port}")] {
        let answer = preview.ask("GET", PAGE, &[("Host", &host)]);
        assert_eq!(answer.status, 421, "{host}");
        assert!(!answer.body.contains('<'), "{}", answer.body);
    }
    let own = format!("127.0.0.1:{port}");
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"] {
        assert!([405, 400].contains(&preview.ask(method, "/", &[("Host", &own)]).status), "{method}");
    }
    let head = preview.ask("HEAD", "/", &[("Host", &own)]);
    assert!(head.status == 200 && head.body.is_empty());
    // It listens at the loopback address, not at every one.
    if let Ok(listening) = fs::read_to_string("/proc/net/tcp") {
        assert!(listening.contains(&format!(" 0100007F:{port:04X} ")), "{listening}");
        assert!(!listening.contains(&format!(" 00000000:{port:04X} ")), "{listening}");
    }
}

#[test]
fn no_address_leads_out_of_the_site() {
    let preview = Preview::start();
    fs::write(preview.path("secret"), "geheim").unwrap();
    for path in [
        "/../secret",
        "/kk/../../secret",
        "/..%2fsecret",
        "/%2e%2e/secret",
        "//etc/passwd",
        "/assets/../../../secret",
        "/assets//etc/passwd",
        "/.qadam/../secret",
        "/regulations/places.yaml",
        "/.qadam",
        "/%00",
        "/a%",
        "/%ff%fe",
    ] {
        let answer = preview.get(path);
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.body.contains("geheim") && !answer.body.contains("root:"), "{path}");
    }
}

#[test]
fn a_save_is_seen_however_an_editor_saves() {
    let preview = Preview::start();
    // In place.
    let (text, new) = renamed(&preview);
    preview.after(|| fs::write(preview.path(SERVICES), text).unwrap(), |page| page.body.contains(new));
    // Beside, then over it by a rename.
    let text = preview.edit(SERVICES, new, "Жаңа екі жұмыс");
    let beside = preview.path("regulations/.services.yaml.swp");
    let save = || {
        fs::write(&beside, text).unwrap();
        fs::rename(&beside, preview.path(SERVICES)).unwrap();
    };
    preview.after(save, |page| page.body.contains("Жаңа екі жұмыс"));
    // The old one away first, then a new one.
    let text = preview.edit(SERVICES, "Жаңа екі жұмыс", "Жаңа үш жұмыс");
    let save = || {
        fs::rename(preview.path(SERVICES), preview.path("regulations/services.bak")).unwrap();
        fs::write(preview.path(SERVICES), text).unwrap();
    };
    preview.after(save, |page| page.body.contains("Жаңа үш жұмыс") && !has_faults(page));
}

#[test]
fn faults_stand_above_the_page_with_their_places_until_they_are_mended() {
    let preview = Preview::start();
    let sound = fs::read_to_string(preview.path(REGULATION)).unwrap();
    let broken = sound.clone() + "nonsense: 1\n";
    let line = broken.lines().count();
    let page = preview.after(|| fs::write(preview.path(REGULATION), &broken).unwrap(), has_faults);
    assert!(page.status == 200 && page.body.contains("<main"), "the page as it was stands below");
    assert!(page.body.contains(&format!("{REGULATION}:{line}:1")), "{}", page.body);
    assert!(page.body.contains("unknown-field"), "{}", page.body);
    preview.after(|| fs::write(preview.path(REGULATION), &sound).unwrap(), |page| !has_faults(page));
}

#[test]
fn half_saved_and_vanished_files_are_survived() {
    let preview = Preview::start();
    let sound = fs::read_to_string(preview.path(REGULATION)).unwrap();
    let middle = sound.floor_char_boundary(sound.len() / 2);
    for half in ["", "title: \"", &sound[..middle]] {
        preview.after(|| fs::write(preview.path(REGULATION), half).unwrap(), has_faults);
        preview.after(|| fs::write(preview.path(REGULATION), &sound).unwrap(), |page| !has_faults(page));
    }
    preview.after(|| fs::remove_file(preview.path(ACT)).unwrap(), has_faults);
    let away = preview.path("away");
    put(preview.project.path(), ACT, fs::read(fixture("bad/base").join(ACT)).unwrap());
    preview.after(|| (), |page| !has_faults(page));
    preview.after(|| fs::rename(preview.path("regulations"), &away).unwrap(), has_faults);
    preview.after(|| fs::rename(&away, preview.path("regulations")).unwrap(), |page| !has_faults(page));
    // The watch of the former folder is gone with it; the next change is seen all the same.
    let (text, new) = renamed(&preview);
    preview.after(|| fs::write(preview.path(SERVICES), text).unwrap(), |page| page.body.contains(new));
}

#[test]
fn a_folder_that_comes_later_is_seen() {
    let preview = Preview::start();
    assert!(!preview.path("templates").exists());
    let template = fs::read_to_string(support::folders::package().join("templates/regulation.html")).unwrap();
    let template = template.replacen("{% block content %}", "{% block content %}<p>OVERRIDDEN</p>", 1);
    assert!(template.contains("OVERRIDDEN"));
    let save = || put(preview.project.path(), "templates/regulation.html", template);
    preview.after(save, |page| page.body.contains("OVERRIDDEN"));
    let broken = || put(preview.project.path(), "templates/regulation.html", "{% block");
    let page = preview.after(broken, has_faults);
    assert!(page.body.contains("bad-template"), "{}", page.body);
}

#[test]
fn a_project_that_is_broken_from_the_start_is_shown_when_it_is_mended() {
    let project = copy(&fixture("bad/base"));
    let path = project.path().join(REGULATION);
    let sound = fs::read(&path).unwrap();
    fs::write(&path, "title: [").unwrap();
    let preview = Preview::of(project);
    let page = preview.get(PAGE);
    assert!(page.status == 500 && has_faults(&page), "{}", page.body);
    preview.after(|| fs::write(&path, sound).unwrap(), |page| page.status == 200 && !has_faults(page));
}

#[test]
fn a_port_that_is_taken_is_told() {
    let preview = Preview::start();
    let port = preview.port.to_string();
    let run = Call::new(Path::new(preview.project.path()), &["serve", "--port", &port]).run();
    run.ends(2, &["cannot-listen", &format!("`127.0.0.1:{port}`"), "name another port"]);
}
