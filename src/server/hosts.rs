//! Which names the server answers to. A page of another site can make a browser send requests here under
//! a name of its own that leads to this machine (DNS rebinding); such a name is not among them.

use axum::http::uri::Authority;
use std::net::{IpAddr, SocketAddr};

/// The names that a request may call the server by, whatever the port: a port forwarded by the user
/// differs, and no name of another site becomes acceptable by it.
#[derive(Debug, Clone)]
pub(super) struct Hosts {
    named: String,
    bound: IpAddr,
}

impl Hosts {
    /// The names of a server that was told to listen as `named`, and listens at `bound`.
    pub(super) fn new(named: &str, bound: SocketAddr) -> Self {
        Self { named: named.to_ascii_lowercase(), bound: bound.ip() }
    }

    /// Whether the server answers to a name: to the one that it was given, its own address, `localhost`
    /// where that leads to it, and to any address where it listens at all of them.
    pub(super) fn admits(&self, authority: &Authority) -> bool {
        let host = authority.host().to_ascii_lowercase();
        let everywhere = self.bound.is_unspecified();
        let address: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
        match address {
            Some(address) => everywhere || address == self.bound,
            None => {
                host == self.named
                    || host == "localhost" && (everywhere || self.bound.is_loopback())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admits(named: &str, bound: &str, host: &str) -> bool {
        Hosts::new(named, bound.parse().unwrap()).admits(&host.parse().unwrap())
    }

    #[test]
    fn only_own_names_are_admitted() {
        let loopback = |host| admits("127.0.0.1", "127.0.0.1:3633", host);
        assert!(loopback("127.0.0.1:3633") && loopback("localhost:3633") && loopback("LOCALHOST"));
        assert!(!loopback("evil.example:3633") && !loopback("192.168.0.9:3633"));
        assert!(!loopback("localhost.evil.example") && !loopback("127.0.0.1.evil.example"));
        assert!(!loopback("localhost@evil.example"));
        assert!(admits("::1", "[::1]:1", "[::1]:1") && !admits("::1", "[::1]:1", "127.0.0.1:1"));
    }

    #[test]
    fn a_server_on_every_address_answers_to_addresses_and_its_given_name() {
        let everywhere = |host| admits("0.0.0.0", "0.0.0.0:1", host);
        assert!(everywhere("192.168.0.9:1") && everywhere("localhost:1"));
        assert!(!everywhere("evil.example:1"));
        assert!(admits("Atlas.local", "192.168.0.9:1", "atlas.local:1"));
        assert!(!admits("atlas.local", "192.168.0.9:1", "localhost:1"));
    }
}
