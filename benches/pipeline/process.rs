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
    let start = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut run = Run { wall: Duration::ZERO, processor: Duration::ZERO, memory: 0.0 };
    let process = format!("/proc/{}", child.id());
    while !has_ended(&process) {
        if let Ok(status) = std::fs::read_to_string(format!("{process}/status")) {
            run.memory = field(&status, "VmHWM:").map_or(run.memory, |kib| run.memory.max(kib / 1024.0));
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    // Until somebody waits for it, what has ended still tells what it took.
    run.processor = std::fs::read_to_string(format!("{process}/stat")).map_or(Duration::ZERO, |stat| processor(&stat));
    assert!(child.wait().unwrap().success(), "{arguments:?} on {}", root.display());
    run.wall = start.elapsed();
    run
}

/// Whether a process is a zombie; on other systems it is waited for at once.
fn has_ended(process: &str) -> bool {
    let stat = std::fs::read_to_string(format!("{process}/stat"));
    stat.map_or(true, |stat| stat.rsplit(')').next().is_none_or(|rest| rest.trim_start().starts_with('Z')))
}

/// User and system time, which the kernel counts in hundredths of a second.
fn processor(stat: &str) -> Duration {
    let fields: Vec<u64> =
        stat.rsplit(')').next().unwrap_or("").split(' ').filter_map(|field| field.parse().ok()).collect();
    // Behind the name and the state come ten fields, then these two.
    Duration::from_millis(fields.get(10..12).map_or(0, |times| times.iter().sum::<u64>() * 10))
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
