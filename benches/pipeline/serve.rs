//! From the save of a file to the page that shows it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{ROUNDS, edit, ms};

/// A page that shows what [`edit::STEP`] changes.
const PAGE: &str = "/ru/acts/almaty/2019-2-260/01-job-seeker-registration/";

pub fn measure(root: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qadam"));
    command.arg("--root").arg(root).args(["serve", "--port", "0", "--lang", "en"]).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let port = loop {
        let line = lines.next().unwrap().unwrap();
        if let Some((_, behind)) = line.split_once("http://127.0.0.1:") {
            break behind.split('/').next().unwrap().parse::<u16>().unwrap();
        }
    };
    std::thread::spawn(move || lines.for_each(drop));
    let mut times = Vec::new();
    for round in 0..ROUNDS * 2 {
        // The watcher is to be at rest.
        std::thread::sleep(Duration::from_millis(700));
        let page = get(port, PAGE);
        let (_, behind) = page.split_once("data-version=\"").unwrap();
        let version = behind.split('"').next().unwrap().to_owned();
        let waiting = std::thread::spawn(move || {
            get(port, &format!("/.qadam/wait/{version}"));
            get(port, PAGE);
            Instant::now()
        });
        std::thread::sleep(Duration::from_millis(50));
        let saved = Instant::now();
        edit::apply(root, edit::STEP, round % 2 == 0);
        times.push(waiting.join().unwrap() - saved);
    }
    child.kill().unwrap();
    child.wait().unwrap();
    times.sort();
    println!(
        "serve: from save to page {}   slowest of {} {}\n",
        ms(times[times.len() / 2]),
        times.len(),
        ms(times[times.len() - 1])
    );
}

fn get(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}
