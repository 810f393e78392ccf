//! Connections: accepted one by one, as many as there are slots, each with its time limits.

use super::hosts::Hosts;
use super::limits::Limits;
use super::live::Live;
use super::paced::Paced;
use super::routes::{Site, router};
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket, TcpStream, lookup_host};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// How long to wait where no connection can be accepted, such as for want of file descriptors.
const PAUSE: Duration = Duration::from_millis(100);

/// A server that is bound to its address and not answering yet.
#[derive(Debug)]
pub struct Server {
    runtime: Runtime,
    listener: TcpListener,
    address: SocketAddr,
    hosts: Hosts,
    limits: Limits,
}

impl Server {
    /// Binds to a port of a host, given as an address or a name; port 0 means any that is free.
    ///
    /// # Errors
    /// When the address can't be had.
    pub fn bind(host: &str, port: u16, limits: Limits) -> io::Result<Self> {
        let runtime = Builder::new_multi_thread().enable_all().build()?;
        let listener = runtime.block_on(listen(host, port))?;
        let address = listener.local_addr()?;
        Ok(Self { runtime, listener, address, hosts: Hosts::new(host, address), limits })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until `stop` is there; then ends what is open, and returns.
    pub fn run(self, live: Live, stop: impl Future<Output = ()>) {
        let Self { runtime, listener, hosts, limits, .. } = self;
        runtime.block_on(serve(listener, hosts, limits, live, stop));
        runtime.shutdown_background();
    }

    /// Answers until the process is told to stop: by Ctrl-C, or by SIGTERM where there is such.
    pub fn run_until_signalled(self, live: Live) {
        self.run(live, signalled());
    }
}

/// Listens at the first address of a host that can be had.
async fn listen(host: &str, port: u16) -> io::Result<TcpListener> {
    let mut last = io::Error::new(io::ErrorKind::NotFound, "the host has no address");
    for address in lookup_host((host, port)).await? {
        match listen_at(address) {
            Ok(listener) => return Ok(listener),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Listens with a longer queue than sockets have by default, as a client for whom there is no place in it
/// would try again only a second later; and with a smaller buffer for each connection.
fn listen_at(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // On Unix, lets a server have the address of one that has just ended; elsewhere it means more.
    socket.set_reuseaddr(cfg!(unix))?;
    socket.set_send_buffer_size(Limits::SEND_BUFFER)?;
    socket.bind(address)?;
    socket.listen(Limits::WAITING)
}

async fn serve(
    listener: TcpListener,
    hosts: Hosts,
    limits: Limits,
    live: Live,
    stop: impl Future<Output = ()>,
) {
    let (stopping, is_stopping) = watch::channel(false);
    let site = Site {
        live,
        limits: limits.clone(),
        listeners: Arc::new(Semaphore::new(limits.listeners)),
        workers: Arc::new(Semaphore::new(limits.workers)),
        stopping: is_stopping,
    };
    let graceful = GracefulShutdown::new();
    tokio::select! {
        // First, so that it is listened for before the first connection is accepted.
        biased;
        () = stop => {}
        () = accept(&listener, router(site, hosts), &limits, &graceful) => {}
    }
    drop(listener);
    stopping.send_replace(true);
    // What has not ended by then is cut off.
    tokio::time::timeout(limits.stop, graceful.shutdown()).await.unwrap_or_default();
}

/// Accepts connections for ever.
async fn accept(
    listener: &TcpListener,
    router: Router,
    limits: &Limits,
    graceful: &GracefulShutdown,
) {
    let slots = Arc::new(Semaphore::new(limits.connections));
    let service = TowerToHyperService::new(router);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(Limits::HEAD);
    loop {
        let Ok((stream, slot)) = next(listener, &slots).await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let io = TokioIo::new(Paced::new(stream, limits.take));
        let connection = graceful.watch(http.serve_connection(io, service.clone()));
        tokio::spawn(async move {
            let _slot = slot;
            // A connection that fails is the client's loss, and nobody else's concern.
            connection.await.unwrap_or_default();
        });
    }
}

/// The next connection, once there is a slot for it.
async fn next(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> io::Result<(TcpStream, OwnedSemaphorePermit)> {
    let slot = slots.clone().acquire_owned().await.map_err(io::Error::other)?;
    let (stream, _) = listener.accept().await?;
    stream.set_nodelay(true)?;
    Ok((stream, slot))
}

#[cfg(unix)]
async fn signalled() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminated) = signal(SignalKind::terminate()) else {
        return interrupted().await;
    };
    tokio::select! {
        _ = terminated.recv() => {}
        () = interrupted() => {}
    }
}

#[cfg(not(unix))]
async fn signalled() {
    interrupted().await;
}

/// Waits for Ctrl-C; for ever where it can't be heard, as it then ends the process at once.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
