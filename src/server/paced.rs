//! A connection whose client must take what it is sent: one that reads a byte now and then would hold
//! its slot for ever otherwise.

use super::limits::Limits;
use std::future::Future;
use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// A stream that fails when, while there is something to send, the client does not accept
/// [`Limits::PORTION`] bytes in time.
#[derive(Debug)]
pub(super) struct Paced<S> {
    stream: S,
    patience: Duration,
    /// Runs from when the client first made the server wait, until a portion or all is sent.
    deadline: Option<Pin<Box<Sleep>>>,
    taken: usize,
}

impl<S> Paced<S> {
    /// Lets a client take `patience` for each portion.
    pub(super) fn new(stream: S, patience: Duration) -> Self {
        Self { stream, patience, deadline: None, taken: 0 }
    }

    fn rest(&mut self) {
        self.deadline = None;
        self.taken = 0;
    }

    /// Keeps the time of a write.
    fn pace(
        &mut self,
        cx: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        match written {
            Poll::Ready(Ok(bytes)) => {
                self.taken += bytes;
                if self.taken >= Limits::PORTION {
                    self.rest();
                }
                written
            }
            Poll::Ready(Err(_)) => written,
            Poll::Pending => {
                let patience = self.patience;
                let deadline = self.deadline.get_or_insert_with(|| Box::pin(sleep(patience)));
                ready!(deadline.as_mut().poll(cx));
                Poll::Ready(Err(ErrorKind::TimedOut.into()))
            }
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Paced<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Paced<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.pace(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.pace(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// Called once all that there is was written.
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.rest();
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    /// Sends four portions to a client that takes `sip` bytes every 10 ms, by a clock that runs only while
    /// nobody works, and that is given a second for each portion.
    async fn sent(sip: usize) -> io::Result<()> {
        let (server, mut client) = duplex(sip);
        tokio::spawn(async move {
            let mut taken = vec![0; sip];
            while client.read_exact(&mut taken).await.is_ok() {
                sleep(Duration::from_millis(10)).await;
            }
        });
        let mut paced = Paced::new(server, Duration::from_secs(1));
        paced.write_all(&vec![0; 4 * Limits::PORTION]).await
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_may_be_slow_but_not_too_slow() {
        let least = Limits::PORTION / 100;
        assert!(sent(2 * least).await.is_ok(), "half a second for each portion");
        let error = sent(least / 2).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TimedOut, "two seconds for each, though always moving");
    }
}
