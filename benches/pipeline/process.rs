//! Processes, and what they take.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a run took.
pub struct Run {
    /// From its start to its end.
    pub wall: Duration,
    /// Of all its threads, as far as the system tells.
    pub processor: Duration,
    /// The most it held, in MiB, as far as the system tells.
    pub memory: f64,
}

/// Runs the binary on a project. It must succeed, or the figures would be of something else.
pub fn qadam(root: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qadam"));
    command.arg("--root").arg(root).args(arguments).stdout(Stdio::null());
    let (start, before) = (Instant::now(), of_children());
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut memory: f64 = 0.0;
    let ended = loop {
        if let Ok(status) = std::fs::read_to_string(&status) {
            memory = field(&status, "VmHWM:").map_or(memory, |kib| memory.max(kib / 1024.0));
        }
        if let Some(ended) = child.try_wait().unwrap() {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    let wall = start.elapsed();
    assert!(ended.success(), "{arguments:?} on {}", root.display());
    Run { wall, processor: of_children().saturating_sub(before), memory }
}

/// User and system time of all processes that were waited for; the kernel counts in hundredths of a second.
fn of_children() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Some of them are negative; the state is no number.
    let fields: Vec<i64> =
        stat.rsplit(')').next().unwrap_or("").split(' ').filter_map(|field| field.parse().ok()).collect();
    // Behind the name and the state come twelve fields, then these two.
    let ticks = fields.get(12..14).map_or(0, |times| times.iter().sum::<i64>());
    Duration::from_millis(u64::try_from(ticks).unwrap_or(0) * 10)
}

fn field(status: &str, name: &str) -> Option<f64> {
    status.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
}

pub fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

pub fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

pub fn copy(from: &Path, to: &Path) {
    run("cp", &["-r".as_ref(), from, to]);
}

pub fn link(from: &Path, to: &Path) {
    run("cp", &["-rl".as_ref(), from, to]);
}

pub fn remove(path: &Path) {
    run("rm", &["-rf".as_ref(), path]);
}

fn run(program: &str, arguments: &[&Path]) {
    assert!(Command::new(program).args(arguments).status().unwrap().success());
}
