//! Many clients at once, on bare sockets: the generator must be lighter than what it loads.

use super::html;
use super::http::Visitor;
use super::panel::Panel;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Answers by status; 0 is a connection that ended without one.
pub type Counts = BTreeMap<u16, u64>;

fn host(panel: &Panel) -> String {
    panel.url.strip_prefix("http://").unwrap().to_owned()
}

/// Clients that send a head a byte at a time and begin anew when they are turned away. They end with the value.
pub fn slow_clients(panel: &Panel, count: usize, pause: Duration) -> JoinSet<()> {
    let host = host(panel);
    let mut clients = JoinSet::new();
    for number in 0..count {
        let host = host.clone();
        clients.spawn(async move {
            tokio::time::sleep(pause * u32::try_from(number % 16).unwrap() / 16).await;
            let request = format!("GET /login HTTP/1.1\r\nHost: {host}\r\nX-Slow: {}\r\n\r\n", "z".repeat(10_000));
            loop {
                let Ok(mut stream) = TcpStream::connect(&host).await else {
                    tokio::time::sleep(pause).await;
                    continue;
                };
                for byte in request.as_bytes() {
                    if stream.write_all(&[*byte]).await.is_err() {
                        break;
                    }
                    tokio::time::sleep(pause).await;
                }
            }
        });
    }
    clients
}

/// Connections on which one page was fetched and which then rest; only those that got it.
pub async fn resting(panel: &Panel, count: usize) -> Vec<TcpStream> {
    let host = host(panel);
    let request = format!("GET /healthz HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let (mut open, mut opening) = (Vec::new(), JoinSet::new());
    for _ in 0..count {
        let (host, request) = (host.clone(), request.clone());
        opening.spawn(async move {
            let mut stream = TcpStream::connect(&host).await.ok()?;
            (exchange(&mut stream, &request).await?.0 == 200).then_some(stream)
        });
        if opening.len() >= 200 {
            open.extend(opening.join_next().await.and_then(Result::ok).flatten());
        }
    }
    while let Some(opened) = opening.join_next().await {
        open.extend(opened.ok().flatten());
    }
    open
}

/// Sends a request and reads the answer to its end: its status and text.
async fn exchange(stream: &mut TcpStream, request: &str) -> Option<(u16, String)> {
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut bytes = Vec::with_capacity(16 << 10);
    loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            let length: usize = length.and_then(|length| length.trim().parse().ok()).unwrap_or(0);
            if bytes.len() >= end + 4 + length {
                let status = head.split(' ').nth(1)?.parse().ok()?;
                return Some((status, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
}

/// Tries to sign in so often a second for so long, from ever other addresses (the panel must trust this machine as a
/// proxy): wrong passwords, for these emails in turn. Each sender waits for its answer.
pub async fn sign_ins(panel: &Panel, emails: &[String], rate: u32, senders: u32, time: Duration) -> (Counts, Duration) {
    let host = host(panel);
    let mut first = TcpStream::connect(&host).await.unwrap();
    let page = exchange(&mut first, &format!("GET /login HTTP/1.1\r\nHost: {host}\r\n\r\n")).await.unwrap().1;
    let token = html::field_value(&page, "csrf_token").unwrap();
    let cookie = page.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let (sent, slowest) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicU64::new(0)));
    let (counts, emails) = (Arc::new(Mutex::new(Counts::new())), Arc::new(emails.to_vec()));
    let end = Instant::now() + time;
    let mut senders_running = JoinSet::new();
    for sender in 0..senders {
        let (host, token, cookie) = (host.clone(), token.clone(), cookie.clone());
        let (sent, slowest, counts, emails) = (sent.clone(), slowest.clone(), counts.clone(), emails.clone());
        senders_running.spawn(async move {
            let mut pace = tokio::time::interval(Duration::from_secs(1) * senders / rate);
            pace.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Skip);
            let mut stream = None;
            while Instant::now() < end {
                pace.tick().await;
                let number = sent.fetch_add(1, Ordering::Relaxed);
                let email = emails[number % emails.len()].replace('@', "%40");
                let body = format!("csrf_token={token}&email={email}&password=wrong-{number}");
                let address = format!("10.{}.{}.{}", sender % 256, number / 256 % 256, number % 256);
                let request = format!(
                    "POST /login HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nX-Forwarded-For: {address}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
                    body.len()
                );
                let began = Instant::now();
                if stream.is_none() {
                    stream = TcpStream::connect(&host).await.ok();
                }
                let answer = match &mut stream {
                    Some(stream) => exchange(stream, &request).await,
                    None => None,
                };
                let status = answer.map_or(0, |(status, _)| status);
                if status == 0 {
                    stream = None;
                }
                slowest.fetch_max(u64::try_from(began.elapsed().as_millis()).unwrap(), Ordering::Relaxed);
                *counts.lock().unwrap().entry(status).or_default() += 1;
            }
        });
    }
    senders_running.join_all().await;
    let counts = counts.lock().unwrap().clone();
    (counts, Duration::from_millis(slowest.load(Ordering::Relaxed)))
}

/// Milliseconds that a signed-in person waits for a page, in order, one after the other.
pub async fn pages(visitor: &Visitor, path: &str, count: usize) -> Vec<f64> {
    let mut times = Vec::new();
    for _ in 0..count {
        let began = Instant::now();
        visitor.get(path).await.expect_status(200);
        times.push(began.elapsed().as_secs_f64() * 1000.0);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    times.sort_by(f64::total_cmp);
    times
}

/// Memory of the panel now, in MiB.
pub fn memory(panel: &Panel) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", panel.pid())).unwrap();
    let now = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    now.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

/// Files and connections that the panel has open.
pub fn open_files(panel: &Panel) -> usize {
    std::fs::read_dir(format!("/proc/{}/fd", panel.pid())).unwrap().count()
}
