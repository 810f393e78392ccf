//! A client as simple as can be: bytes out, bytes in.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long a test waits before it gives up; nothing is decided by it but that a test hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// A response.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// By name in lower case.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The message of a refusal, which has nothing beside it.
    pub(crate) fn error(&self) -> String {
        let json = self.json();
        assert_eq!(json.as_object().unwrap().len(), 1, "{json}");
        json["error"].as_str().unwrap().to_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// Reads a response that ends with the connection.
    pub(crate) fn read(stream: TcpStream) -> Self {
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let status = line.split(' ').nth(1).unwrap_or_else(|| panic!("{line:?}")).parse().unwrap();
        let headers = head(&mut reader);
        let mut body = Vec::new();
        reader.read_to_end(&mut body).unwrap();
        Self { status, headers, body }
    }
}

/// Reads the headers of a response.
fn head(reader: &mut impl BufRead) -> BTreeMap<String, String> {
    let lines = reader.lines().map(Result::unwrap).take_while(|line| !line.is_empty());
    let header = |line: String| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.to_lowercase(), value.to_owned())
    };
    lines.map(header).collect()
}

pub(crate) fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Sends bytes, and reads the response to them.
pub(crate) fn send(address: SocketAddr, bytes: &str) -> Reply {
    let mut stream = connect(address);
    stream.write_all(bytes.as_bytes()).unwrap();
    Reply::read(stream)
}

/// A request, with further header lines, each ending in a line end.
pub(crate) fn request(method: &str, target: &str, address: SocketAddr, headers: &str) -> String {
    format!("{method} {target} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}\r\n")
}

pub(crate) fn get(address: SocketAddr, target: &str) -> Reply {
    send(address, &request("GET", target, address, ""))
}

/// Events as they come.
pub(crate) struct Events(BufReader<TcpStream>);

impl Events {
    /// Listens; the server must take it.
    pub(crate) fn listen(address: SocketAddr) -> Self {
        let mut stream = connect(address);
        let request = format!("GET /events HTTP/1.1\r\nHost: {address}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        assert!(line.starts_with("HTTP/1.1 200"), "{line}");
        assert_eq!(head(&mut reader)["content-type"], "text/event-stream");
        Self(reader)
    }

    /// The next line that starts so, without its start; none where the stream ends before it.
    pub(crate) fn next(&mut self, start: &str) -> Option<String> {
        let mut line = String::new();
        while self.0.read_line(&mut line).unwrap() > 0 {
            if let Some(rest) = line.trim_end().strip_prefix(start) {
                return Some(rest.to_owned());
            }
            line.clear();
        }
        None
    }

    /// The revision that the next event tells.
    pub(crate) fn revision(&mut self) -> String {
        assert_eq!(self.next("event: ").unwrap(), "revision");
        self.next("data: ").unwrap()
    }
}
