//! The binary, started as its users start it, with bounds on what it may take.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long a run may take. The longest here takes some seconds of it.
const PATIENCE: Duration = Duration::from_mins(2);

/// A run to be started.
pub struct Call {
    program: PathBuf,
    folder: PathBuf,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    /// What a shell does before it becomes the binary.
    before: String,
    user: Option<u32>,
    patience: Duration,
}

/// What the binary said, and how it ended.
#[derive(Debug)]
pub struct Run {
    pub out: String,
    pub err: String,
    /// 255 where a signal ended it.
    pub code: u8,
}

/// A run that has been started.
pub struct Started {
    pub child: Child,
    out: JoinHandle<Vec<u8>>,
    err: JoinHandle<Vec<u8>>,
    deadline: Instant,
    call: String,
}

impl Call {
    /// A run in a folder, in an environment of which nothing is set: it speaks English.
    pub fn new(folder: &Path, arguments: &[&str]) -> Self {
        Self {
            program: env!("CARGO_BIN_EXE_qadam").into(),
            folder: folder.to_owned(),
            arguments: arguments.iter().map(ToString::to_string).collect(),
            environment: Vec::new(),
            before: String::new(),
            user: None,
            patience: PATIENCE,
        }
    }

    /// With variables of the environment.
    pub fn with(mut self, environment: &[(&str, &str)]) -> Self {
        self.environment.extend(environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self
    }

    /// With 1 GiB of addresses and 20 seconds. Two threads, since each one takes addresses that it does not use.
    pub fn bounded(mut self) -> Self {
        if cfg!(target_os = "linux") {
            self.before += "ulimit -v 1048576; ";
        }
        self.patience = Duration::from_secs(20);
        self.with(&[("RAYON_NUM_THREADS", "2"), ("COLUMNS", "400")])
    }

    /// With something that a shell does before.
    pub fn after(mut self, commands: &str) -> Self {
        self.before += commands;
        self.before += "; ";
        self
    }

    /// As another user, by a copy of the binary that he can read.
    pub fn by_user(mut self, user: u32, program: &Path) -> Self {
        self.user = Some(user);
        program.clone_into(&mut self.program);
        self
    }

    /// Starts it.
    pub fn start(self) -> Started {
        let mut command = if self.before.is_empty() {
            Command::new(&self.program)
        } else {
            let mut shell = Command::new("/bin/sh");
            shell.args(["-c", &format!("{}exec \"$0\" \"$@\"", self.before)]).arg(&self.program);
            shell
        };
        command.args(&self.arguments).current_dir(&self.folder).env_clear().envs(self.environment);
        #[cfg(unix)]
        if let Some(user) = self.user {
            use std::os::unix::process::CommandExt as _;
            command.uid(user).gid(user);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (out, err) = (listen(child.stdout.take().unwrap()), listen(child.stderr.take().unwrap()));
        let call = format!("qadam {} ({})", self.arguments.join(" "), self.before);
        Started { child, out, err, deadline: Instant::now() + self.patience, call }
    }

    /// Starts it and waits for its end.
    #[track_caller]
    pub fn run(self) -> Run {
        self.start().end()
    }
}

impl Started {
    /// Waits for the end, but not for ever. Whatever the binary meets, it must not panic.
    #[track_caller]
    pub fn end(mut self) -> Run {
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            if Instant::now() > self.deadline {
                self.child.kill().unwrap();
                panic!("{} does not end", self.call);
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        let text = |bytes: JoinHandle<Vec<u8>>| String::from_utf8(bytes.join().unwrap()).unwrap();
        let code = status.code().map_or(255, |code| u8::try_from(code).unwrap());
        let run = Run { out: text(self.out), err: text(self.err), code };
        let words = ["panicked at", "RUST_BACKTRACE", "stack overflow", "memory allocation"];
        assert!(words.iter().all(|words| !run.err.contains(words)), "{}: {}", self.call, run.err);
        run
    }
}

/// Reads what is said while it is said: a full pipe would hold up who speaks.
fn listen(mut pipe: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).unwrap();
        bytes
    })
}

impl Run {
    /// Asserts the exit code, and that something is said in these words, whatever the width of the lines.
    #[track_caller]
    pub fn ends(&self, code: u8, words: &[&str]) {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        let said = format!("{} {}", self.out, self.err).replace('│', " ");
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in words {
            assert!(said.contains(words), "nobody says `{words}`:\n{}{}", self.out, self.err);
        }
    }
}
