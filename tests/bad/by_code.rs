//! Codes that no text of a project provokes, each with what does.

use std::path::Path;
use std::sync::LazyLock;

use qadam::diagnostic::{Code, Diagnostic};
use qadam::lang::Locale;
use qadam::output::{self, Site};
use qadam::source::{MAX_BYTES, format_project, read_project};
use tempfile::TempDir;

use super::fixture;
use super::run::Run;
use super::support::folders;

/// What was said, wherever it was said.
#[derive(Clone)]
pub struct Provoked {
    pub code: String,
    /// Message and help in each locale.
    pub texts: Vec<(Locale, String, Option<String>)>,
    /// The arguments, where they can be seen from outside.
    pub args: Option<Vec<(&'static str, String)>>,
}

type Provoke = fn() -> Vec<Provoked>;

/// The codes, and what provokes them.
pub const ALL: &[(&str, Provoke)] = &[
    ("unreadable", unreadable),
    ("not-utf8", not_utf8),
    ("too-large", too_large),
    #[cfg(unix)]
    ("symlink", symlink),
    ("too-many-quotations", too_many_quotations),
    ("bad-locale", bad_locale),
    ("vanished-address", vanished_address),
    ("foreign-folder", foreign_folder),
    ("foreign-file", foreign_file),
    ("bad-path", bad_path),
    ("path-clash", path_clash),
    ("locked", locked),
    ("cannot-listen", cannot_listen),
    ("cannot-write", cannot_write),
    ("cannot-format", cannot_format),
    ("unknown-code", unknown_code),
    ("unknown-regulation", unknown_regulation),
    ("ambiguous-name", ambiguous_name),
    ("already-there", already_there),
    ("bad-name", bad_name),
    ("no-project", no_project),
    ("act-first", act_first),
    ("ordinal-taken", ordinal_taken),
    ("source-missing", source_missing),
    ("source-surplus", source_surplus),
    ("source-digest", source_digest),
    ("source-moved", source_moved),
];

impl Provoked {
    pub fn of(diagnostic: &Diagnostic) -> Self {
        let code = diagnostic.code.as_str();
        let texts = Locale::ALL.into_iter().map(|locale| {
            let messages = qadam::cli::messages(locale);
            let help = messages.attribute(code, "help", &diagnostic.args);
            (locale, messages.format(code, &diagnostic.args), help)
        });
        Self { code: code.to_owned(), texts: texts.collect(), args: Some(diagnostic.args.clone()) }
    }
}

fn all(diagnostics: &[Diagnostic]) -> Vec<Provoked> {
    diagnostics.iter().map(Provoked::of).collect()
}

/// What the binary reports in JSON, in every locale.
fn said(project: &TempDir, arguments: &[&str]) -> Vec<Provoked> {
    let mut provoked: Vec<Provoked> = Vec::new();
    for locale in Locale::ALL {
        let lang = format!("--lang={}", locale.as_str());
        let run = Run::of(project, &[&["check", "--format=json", &lang], arguments].concat());
        for (index, row) in run.rows().into_iter().enumerate() {
            if provoked.len() <= index {
                provoked.push(Provoked { code: row.code.clone(), texts: Vec::new(), args: None });
            }
            assert_eq!(provoked[index].code, row.code);
            provoked[index].texts.push((locale, row.message, row.help));
        }
    }
    provoked
}

/// The base with one more file.
fn base_with(path: &str, bytes: &[u8]) -> TempDir {
    let base = fixture::base();
    let path = base.path().join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
    base
}

fn unreadable() -> Vec<Provoked> {
    let base = fixture::base();
    std::fs::remove_file(base.path().join("site/site.yaml")).unwrap();
    std::fs::create_dir(base.path().join("site/site.yaml")).unwrap();
    all(&read_project(base.path()).1)
}

fn not_utf8() -> Vec<Provoked> {
    // «қ» has no place in windows-1251; «тіркеу» has.
    let windows_1251 = b"title: \xf2\xb3\xf0\xea\xe5\xf3\n";
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain("title: тіркеу\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut provoked = Vec::new();
    for (bytes, encoding) in [(windows_1251.as_slice(), "windows-1251"), (&utf16, "UTF-16")] {
        let diagnostics = read_project(base_with("regulations/services.yaml", bytes).path()).1;
        assert!(diagnostics[0].args.contains(&("encoding", encoding.to_owned())), "{diagnostics:?}");
        provoked.extend(all(&diagnostics));
    }
    provoked
}

fn too_large() -> Vec<Provoked> {
    let bytes = vec![b'#'; usize::try_from(MAX_BYTES).unwrap() + 1];
    assert!(read_project(base_with("regulations/services.yaml", &bytes[1..]).path()).1[0].code.as_str() != "too-large");
    all(&read_project(base_with("regulations/services.yaml", &bytes).path()).1)
}

fn too_many_quotations() -> Vec<Provoked> {
    // Three tests ask for it, and it takes a while.
    static SAID: LazyLock<Vec<Diagnostic>> = LazyLock::new(|| super::large::check(&super::large::quotations()).0);
    let told = SAID.iter().find(|diagnostic| diagnostic.code == Code::TooManyQuotations);
    told.into_iter().map(Provoked::of).collect()
}

#[cfg(unix)]
fn symlink() -> Vec<Provoked> {
    let base = fixture::base();
    let elsewhere = base_with("stray.yaml", b"service: registration\n");
    let link = base.path().join("regulations/almaty/2019-1/02-stray.yaml");
    std::os::unix::fs::symlink(elsewhere.path().join("stray.yaml"), link).unwrap();
    all(&read_project(base.path()).1)
}

fn bad_locale() -> Vec<Provoked> {
    said(&base_with("site/locales/kk/own.ftl", "home = Басты бет\nқате\n".as_bytes()), &[])
}

fn site(files: &[&str]) -> Site {
    let files = files.iter().map(|path| ((*path).to_owned(), path.as_bytes().to_vec())).collect();
    Site { files, ..Site::default() }
}

/// Publishes into a folder that something is done to before.
fn publish(files: &[&str], before: impl Fn(&Path)) -> Vec<Provoked> {
    let folder = TempDir::new().unwrap();
    let target = folder.path().join("public");
    before(&target);
    all(&output::publish(&site(files), &target).unwrap_err())
}

fn vanished_address() -> Vec<Provoked> {
    publish(&["kk/index.html"], |target| {
        output::publish(&site(&["kk/a.html", "kk/index.html"]), target).unwrap();
    })
}

fn foreign_folder() -> Vec<Provoked> {
    publish(&["kk/index.html"], |target| {
        std::fs::create_dir(target).unwrap();
        std::fs::write(target.join("photo.jpg"), "dear").unwrap();
    })
}

fn foreign_file() -> Vec<Provoked> {
    publish(&["kk/index.html"], |target| {
        output::publish(&site(&["kk/index.html"]), target).unwrap();
        std::fs::write(target.join("photo.jpg"), "dear").unwrap();
    })
}

fn bad_path() -> Vec<Provoked> {
    publish(&["assets/белгі.png"], |_| {})
}

fn path_clash() -> Vec<Provoked> {
    publish(&["assets/Logo.png", "assets/logo.png"], |_| {})
}

fn locked() -> Vec<Provoked> {
    let folder = TempDir::new().unwrap();
    let lock = std::fs::File::create(folder.path().join(".public-qadam.lock")).unwrap();
    lock.lock().unwrap();
    all(&output::publish(&site(&["index.html"]), &folder.path().join("public")).unwrap_err())
}

fn cannot_write() -> Vec<Provoked> {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    all(&output::publish(&site(&["index.html"]), &folder.path().join("file/public")).unwrap_err())
}

fn cannot_format() -> Vec<Provoked> {
    let text = std::fs::read_to_string(fixture::base().path().join("regulations/services.yaml")).unwrap();
    let base = base_with("regulations/services.yaml", format!("%YAML 1.2\n---\n{text}").as_bytes());
    assert!(read_project(base.path()).1.is_empty());
    all(&format_project(base.path()).1)
}

fn unknown_code() -> Vec<Provoked> {
    let base = fixture::base();
    let near = said(&base, &["--deny=unknown-stop"]);
    assert_eq!(near[0].texts[2].2.as_deref(), Some("did you mean `unknown-step`?"));
    near.into_iter().chain(said(&base, &["--deny=қате"])).collect()
}

/// What a command says in every locale whose report has no form for machines.
fn refused(project: &TempDir, arguments: &[&str]) -> Vec<Provoked> {
    let said = Locale::ALL.map(|locale| {
        let lang = format!("--lang={}", locale.as_str());
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_qadam"))
            .args([arguments, &[&lang]].concat())
            .current_dir(project.path())
            .env("COLUMNS", "1000")
            .output()
            .unwrap();
        assert_ne!(run.status.code(), Some(0), "{arguments:?}");
        let text = String::from_utf8(run.stderr).unwrap();
        let (head, help) = text.trim_end().split_once('\n').unwrap();
        let (code, message) = head.split_once('[').unwrap().1.split_once("]: ").unwrap();
        let help = help.split_once(": ").unwrap().1;
        (code.to_owned(), (locale, message.to_owned(), Some(help.to_owned())))
    });
    let code = said[0].0.clone();
    vec![Provoked { code, texts: said.into_iter().map(|(_, text)| text).collect(), args: None }]
}

fn unknown_regulation() -> Vec<Provoked> {
    let base = fixture::base();
    ["almaty/2019-1/01-registratoin", "nothing"]
        .into_iter()
        .flat_map(|name| refused(&base, &["diff", name, "01-registration"]))
        .collect()
}

fn ambiguous_name() -> Vec<Provoked> {
    let project = folders::copy(&folders::fixture("cases"));
    refused(&project, &["diff", "17-foreign-labour-permit", "06-child-allowance"])
}

fn already_there() -> Vec<Provoked> {
    let folder = TempDir::new().unwrap();
    let files = |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), b"new".to_vec())).collect();
    output::write_new(folder.path(), &files(&["a/one", "two"])).unwrap();
    let of = |names: &[&str]| all(&output::write_new(folder.path(), &files(names)).unwrap_err());
    [of(&["a/one"]), of(&["a/one", "a/three", "two"])].concat()
}

fn bad_name() -> Vec<Provoked> {
    let base = fixture::base();
    let names = [["new", "act", "almaty/2019"], ["new", "regulation", "almaty/2019-1/first"]];
    names.iter().flat_map(|arguments| refused(&base, arguments)).collect()
}

/// At a port that somebody else has.
fn cannot_listen() -> Vec<Provoked> {
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    refused(&fixture::base(), &["serve", "--port", &taken.local_addr().unwrap().port().to_string()])
}

fn no_project() -> Vec<Provoked> {
    refused(&TempDir::new().unwrap(), &["new", "act", "almaty/2019-1"])
}

fn act_first() -> Vec<Provoked> {
    refused(&fixture::base(), &["new", "regulation", "almaty/2020-7/01-registration"])
}

fn ordinal_taken() -> Vec<Provoked> {
    refused(&fixture::base(), &["new", "regulation", "almaty/2019-1/01-other"])
}

/// Holds the base against its published text with something done to it.
fn collate(old: &str, new: &str) -> Vec<Provoked> {
    let base = fixture::base();
    let path = base.path().join("sources/2019-1.txt");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(Run::of(&base, &["check", "--format=json", "--source=sources/2019-1.txt"]).rows().is_empty());
    assert_eq!(text.matches(old).count(), 1);
    std::fs::write(&path, text.replace(old, new)).unwrap();
    said(&base, &["--source=sources/2019-1.txt"])
}

fn source_missing() -> Vec<Provoked> {
    let provoked = collate("басшы шешімге қол қояды", "басшы сол күні шешімге қол қояды");
    let missing = provoked.iter().find(|provoked| provoked.code == "source-missing").unwrap();
    let message = &missing.texts[2].1;
    assert!(["сол күні", "14", "sources/2019-1.txt"].iter().all(|words| message.contains(words)), "{message}");
    provoked
}

fn source_surplus() -> Vec<Provoked> {
    let provoked = collate("басшы шешімге қол қояды", "басшы қол қояды");
    let surplus = provoked.iter().find(|provoked| provoked.code == "source-surplus").unwrap();
    let message = &surplus.texts[2].1;
    assert!(["шешімге", "p3.2"].iter().all(|words| message.contains(words)), "{message}");
    provoked
}

fn source_moved() -> Vec<Provoked> {
    let provoked = collate("басшы шешімге қол қояды", "шешімге басшы қол қояды");
    assert!(provoked.iter().any(|provoked| provoked.code == "source-moved"));
    provoked
}

fn source_digest() -> Vec<Provoked> {
    collate("Алматы қаласының әкімі", "Алматы қаласының әкімі.")
}
