//! Child processes, free ports and waiting.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::watch;

/// A child that is killed and reaped when dropped.
#[derive(Debug)]
pub struct Guarded(pub Child);

impl Drop for Guarded {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Guarded {
    /// Sends a signal by its name, e.g. `TERM`.
    pub fn signal(&self, name: &str) {
        assert!(signal_all(name, &[self.0.id()]), "the process {} is gone", self.0.id());
    }

    /// Waits for the end.
    pub async fn ended(&mut self, limit: Duration) -> std::process::ExitStatus {
        let mut status = None;
        within(limit, "the process to end", async || {
            status = self.0.try_wait().unwrap();
            status.is_some()
        })
        .await;
        status.unwrap()
    }
}

/// Sends a signal to processes by their ids. `false`: one of them is gone.
pub fn signal_all(name: &str, processes: &[u32]) -> bool {
    let ids: Vec<String> = processes.iter().map(u32::to_string).collect();
    let mut kill = Command::new("sh");
    kill.args(["-c", &format!("kill -{name} {}", ids.join(" "))]).stderr(Stdio::null());
    kill.status().unwrap().success()
}

/// The processes that this one has started and that still run.
pub fn children(parent: u32) -> Vec<u32> {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let is_child = |id: &u32| {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        // Behind the name in brackets: the state, and the parent.
        let parent_of = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1));
        parent_of.is_some_and(|of| of == parent.to_string())
    };
    ids.filter(is_child).collect()
}

/// Lines that a process prints, collected by threads, so that it never waits for a reader.
#[derive(Debug, Clone)]
pub struct Output {
    lines: Arc<Mutex<Vec<String>>>,
    count: watch::Sender<usize>,
}

impl Default for Output {
    fn default() -> Self {
        Output { lines: Arc::default(), count: watch::Sender::new(0) }
    }
}

impl Output {
    /// Collects what comes from here, too.
    pub fn collect(&self, from: impl std::io::Read + Send + 'static) {
        let output = self.clone();
        std::thread::spawn(move || {
            use std::io::BufRead;
            let mut reader = std::io::BufReader::new(from);
            let mut line = Vec::new();
            while reader.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
                output.lines.lock().unwrap().push(String::from_utf8_lossy(&line).trim_end().to_owned());
                output.count.send_modify(|count| *count += 1);
                line.clear();
            }
        });
    }

    /// Everything so far.
    pub fn text(&self) -> String {
        self.lines.lock().unwrap().join("\n")
    }

    /// What comes after `mark` in the first line that has it, up to the next space; waits for that line.
    pub async fn word_after(&self, mark: &str, limit: Duration) -> Option<String> {
        let mut count = self.count.subscribe();
        let find = || {
            let lines = self.lines.lock().unwrap();
            let rest = lines.iter().find_map(|line| line.split_once(mark).map(|(_, rest)| rest.to_owned()))?;
            rest.split_whitespace().next().map(str::to_owned)
        };
        let wait = async {
            loop {
                if let Some(word) = find() {
                    return word;
                }
                if count.changed().await.is_err() {
                    std::future::pending::<()>().await;
                }
            }
        };
        tokio::time::timeout(limit, wait).await.ok()
    }
}

/// Asks again and again, 20 ms apart, until the answer is yes.
pub async fn within(limit: Duration, what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let end = tokio::time::Instant::now() + limit;
    while !is_so().await {
        assert!(tokio::time::Instant::now() < end, "waited {limit:?} for {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Most memory this process has had so far, in MiB.
pub fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

/// Loopback ports that nobody listens on at the moment; all different.
pub fn free_ports<const N: usize>() -> [u16; N] {
    let held = [(); N].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    held.map(|listener| listener.local_addr().unwrap().port())
}
