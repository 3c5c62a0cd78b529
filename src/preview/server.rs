//! HTTP: what is asked for, and by whom.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, Method, Request, Response, StatusCode, header};

use super::dress::{OWN, dress, faults_alone};
use super::{Board, State};

/// How long a request for the next state is kept waiting before it is told to ask again.
const PATIENCE: Duration = Duration::from_secs(25);

/// A server that is bound to its address, and answers once it runs.
#[derive(Debug)]
pub struct Server {
    listener: std::net::TcpListener,
    address: SocketAddr,
}

/// What every request needs.
#[derive(Debug, Clone)]
struct Context {
    board: Board,
    port: u16,
}

impl Server {
    /// Takes a port of the loopback address; 0 is any that is free.
    ///
    /// # Errors
    /// Where another program has it.
    pub fn bind(port: u16) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    /// The address to type.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers until the process ends.
    ///
    /// # Errors
    /// Where the system takes the port away.
    pub fn run(self, board: Board) -> io::Result<()> {
        let context = Context { board, port: self.address.port() };
        let router = Router::new().fallback(answer).with_state(context);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async { axum::serve(tokio::net::TcpListener::from_std(self.listener)?, router).await })
    }
}

/// Opens an address in the browser of the desktop.
///
/// # Errors
/// Where there is none.
pub fn open_browser(url: &str) -> io::Result<()> {
    open::that_detached(url)
}

async fn answer(Shared(context): Shared<Context>, request: Request<Body>) -> Response<Body> {
    if !is_own_name(request.headers(), context.port) {
        return plain(StatusCode::MISDIRECTED_REQUEST, "this server answers to 127.0.0.1 and localhost only\n");
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered\n");
    }
    let path = request.uri().path();
    if let Some(version) = path.strip_prefix(OWN).and_then(|own| own.strip_prefix("wait/")) {
        return wait(&context.board, version).await;
    }
    match path.strip_prefix(OWN) {
        Some("preview.js") => respond(StatusCode::OK, kind("js"), include_str!("preview.js")),
        Some("preview.css") => respond(StatusCode::OK, kind("css"), include_str!("preview.css")),
        Some(_) => plain(StatusCode::NOT_FOUND, "there is nothing here\n"),
        None => {
            let state = context.board.state();
            let path = path.to_owned();
            // A page takes some milliseconds; those who wait must not wait for it.
            let made = tokio::task::spawn_blocking(move || show(&state, &path)).await;
            made.unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "the page could not be made\n"))
        }
    }
}

/// Whether a request is for us. A name of the web that leads to the loopback address does not make us its server.
fn is_own_name(headers: &HeaderMap, port: u16) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next().and_then(|host| host.to_str().ok()), hosts.next()) else { return false };
    let (name, asked) = host.rsplit_once(':').map_or((host, Some(80)), |(name, port)| (name, port.parse().ok()));
    asked == Some(port) && ["127.0.0.1", "localhost"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// Answers when there is another state than the one that is known, or after a while without one.
async fn wait(board: &Board, known: &str) -> Response<Body> {
    let mut states = board.0.subscribe();
    let another = states.wait_for(|state| state.version != known);
    match tokio::time::timeout(PATIENCE, another).await {
        Ok(Ok(state)) => plain(StatusCode::OK, &state.version.clone()),
        _ => respond(StatusCode::NO_CONTENT, kind("txt"), ""),
    }
}

/// What stands at an address.
fn show(state: &State, path: &str) -> Response<Body> {
    let Some(address) = decode(path) else {
        return plain(StatusCode::BAD_REQUEST, "this is no address\n");
    };
    let Some(site) = &state.site else {
        return match &state.faults {
            Some(faults) => page(StatusCode::INTERNAL_SERVER_ERROR, faults_alone(faults, &state.version)),
            None => plain(StatusCode::NOT_FOUND, "there is no site yet\n"),
        };
    };
    let is_folder = address.is_empty() || address.ends_with('/');
    let address = if is_folder { format!("{address}index.html") } else { address };
    match site.file(&address) {
        Some(Ok(bytes)) => file(StatusCode::OK, &address, bytes, state),
        Some(Err(faults)) => page(StatusCode::INTERNAL_SERVER_ERROR, faults_alone(&faults, &state.version)),
        // Links are relative, so a folder without its stroke would lead astray.
        None if !is_folder && site.file(&format!("{address}/index.html")).is_some() => {
            let mut response = plain(StatusCode::PERMANENT_REDIRECT, "");
            if let Ok(place) = format!("{path}/").parse() {
                response.headers_mut().insert(header::LOCATION, place);
            }
            response
        }
        // Browsers ask for it by themselves.
        None if address == "favicon.ico" => respond(StatusCode::NO_CONTENT, kind("ico"), ""),
        None => match site.file("404.html") {
            Some(Ok(bytes)) => file(StatusCode::NOT_FOUND, "404.html", bytes, state),
            _ => plain(StatusCode::NOT_FOUND, "there is nothing here\n"),
        },
    }
}

fn file(status: StatusCode, address: &str, bytes: Vec<u8>, state: &State) -> Response<Body> {
    let extension = address.rsplit_once('.').map_or("", |(_, extension)| extension);
    match String::from_utf8(bytes) {
        Ok(text) if extension == "html" => page(status, dress(&text, state)),
        Ok(text) => respond(status, kind(extension), text),
        Err(error) => respond(status, kind(extension), error.into_bytes()),
    }
}

/// The path of a request as an address of the site; `None` where it is none. The site is asked by exact names, so that
/// `..` and the like are no more than names it does not have.
fn decode(path: &str) -> Option<String> {
    let path = path.strip_prefix('/')?;
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let byte = if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            u8::from_str_radix(str::from_utf8(&digits).ok()?, 16).ok()?
        } else {
            byte
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok().filter(|address| !address.contains(char::is_control))
}

fn kind(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn page(status: StatusCode, text: String) -> Response<Body> {
    respond(status, kind("html"), text)
}

fn plain(status: StatusCode, text: &str) -> Response<Body> {
    respond(status, kind("txt"), text.to_owned())
}

fn respond(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Response<Body> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let fields = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in fields {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    let own = header::HeaderName::from_static("cross-origin-resource-policy");
    response.headers_mut().insert(own, header::HeaderValue::from_static("same-origin"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_are_answered() {
        let asked = |hosts: &[&str]| {
            let mut headers = HeaderMap::new();
            for host in hosts {
                headers.append(header::HOST, host.parse().unwrap());
            }
            is_own_name(&headers, 4000)
        };
        assert!(asked(&["127.0.0.1:4000"]) && asked(&["localhost:4000"]) && asked(&["LocalHost:4000"]));
        for hosts in [
            &[][..],
            &["127.0.0.1"],
            &["127.0.0.1:4001"],
            &["evil.example:4000"],
            &["127.0.0.1.evil.example:4000"],
            &["localhost:4000", "evil.example:4000"],
            &["localhost:"],
            &[":4000"],
            &[""],
        ] {
            assert!(!asked(hosts), "{hosts:?}");
        }
    }

    #[test]
    fn paths_are_decoded_once_and_whole() {
        assert_eq!(decode("/ru/").as_deref(), Some("ru/"));
        assert_eq!(decode("/a%20b%2Fc").as_deref(), Some("a b/c"));
        assert_eq!(decode("/%252e").as_deref(), Some("%2e"));
        for path in ["", "ru", "/%", "/%4", "/%zz", "/%ff", "/%00", "/%0d%0a"] {
            assert_eq!(decode(path), None, "{path:?}");
        }
    }
}
