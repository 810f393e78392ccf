//! Starts other programs.

use super::Error;
use std::io::Write;
use std::process::{Command, Stdio};

/// Runs a program with `input` on its standard input, and returns its standard output.
///
/// # Errors
/// When the program can't be started or does not end well; then with what it said.
pub fn run_with_input(name: &str, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, Error> {
    let failed = |message: String| Error::Program { name: name.into(), message };
    let mut child = Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(error.to_string()))?;
    let mut pipe = child.stdin.take();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || match pipe.as_mut() {
        Some(pipe) => pipe.write_all(&input),
        None => Ok(()),
    });
    let output = child.wait_with_output().map_err(|error| failed(error.to_string()))?;
    let written = writer.join().unwrap_or(Ok(()));
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    written.map_err(|error| failed(error.to_string()))?;
    Ok(output.stdout)
}

/// Opens an address in the user's browser, and does not wait for it.
///
/// # Errors
/// When nothing opens it.
#[cfg(feature = "serve")]
pub fn open_in_browser(url: &str) -> Result<(), Error> {
    open::that_detached(url)
        .map_err(|error| Error::Program { name: "the browser".into(), message: error.to_string() })
}
