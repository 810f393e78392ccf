//! Processor time, so that what else runs on the machine matters little.
//!
//! Linux tells it to the nanosecond for each thread; elsewhere the time of day stands in.

use criterion::Throughput;
use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use std::time::{Duration, Instant};

/// Measures the processor time of all threads together.
#[derive(Debug)]
pub struct Processor;

/// The processor time so far, where it is told, and the time of day.
#[derive(Debug)]
pub struct Started(Option<Duration>, Instant);

/// Linux counts the time of a running thread up to its last switch, hence the yield.
fn used() -> Option<Duration> {
    std::thread::yield_now();
    let threads = std::fs::read_dir("/proc/self/task").ok()?;
    let of = |thread: std::fs::DirEntry| {
        let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<u64>().ok()
    };
    Some(Duration::from_nanos(threads.flatten().filter_map(of).sum()))
}

impl Measurement for Processor {
    type Intermediate = Started;
    type Value = Duration;

    fn start(&self) -> Started {
        Started(used(), Instant::now())
    }

    fn end(&self, Started(before, day): Started) -> Duration {
        used().zip(before).map_or_else(|| day.elapsed(), |(now, before)| now - before)
    }

    fn add(&self, a: &Duration, b: &Duration) -> Duration {
        *a + *b
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, value: &Duration) -> f64 {
        value.as_nanos() as f64
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        &Nanoseconds
    }
}

/// Formats as criterion formats the time of day.
struct Nanoseconds;

impl ValueFormatter for Nanoseconds {
    fn scale_values(&self, typical: f64, values: &mut [f64]) -> &'static str {
        WallTime.formatter().scale_values(typical, values)
    }

    fn scale_throughputs(&self, typical: f64, t: &Throughput, values: &mut [f64]) -> &'static str {
        WallTime.formatter().scale_throughputs(typical, t, values)
    }

    fn scale_for_machines(&self, values: &mut [f64]) -> &'static str {
        WallTime.formatter().scale_for_machines(values)
    }
}
