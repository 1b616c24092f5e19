//! What browsers do not send: said to the real binary on a bare socket.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::support::http::Visitor;
use super::support::panel::Panel;
use super::support::process::free_ports;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// For what the panel should do at once.
const SOON: Duration = Duration::from_secs(60);

/// All that is answered until the panel closes, or until `enough` holds.
async fn until(stream: &mut TcpStream, enough: impl Fn(&str) -> bool) -> String {
    let mut answer = Vec::new();
    let reading = async {
        while !enough(&String::from_utf8_lossy(&answer)) {
            match stream.read_buf(&mut answer).await {
                Ok(read) if read > 0 => {}
                _ => break,
            }
        }
    };
    let done = tokio::time::timeout(SOON, reading).await;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    done.unwrap_or_else(|_| panic!("no end after {answer}"));
    answer
}

async fn connect(panel: &Panel) -> TcpStream {
    TcpStream::connect(panel.url.strip_prefix("http://").unwrap()).await.unwrap()
}

/// What is answered to these bytes on a connection of their own, which the client then ends.
async fn say(panel: &Panel, text: &str) -> String {
    say_at(panel.url.strip_prefix("http://").unwrap(), text).await
}

async fn say_at(address: &str, text: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    // The panel may answer and close before all of it is sent.
    let _ = stream.write_all(text.as_bytes()).await;
    let _ = stream.shutdown().await;
    until(&mut stream, |_| false).await
}

fn status(answer: &str) -> u16 {
    answer
        .strip_prefix("HTTP/1.1 ")
        .or_else(|| answer.strip_prefix("HTTP/1.0 "))
        .and_then(|rest| rest[..3].parse().ok())
        .unwrap_or(0)
}

/// Either a page with every header, or a bare answer that has nothing in it to read, frame or keep.
fn assert_harmless(what: &str, answer: &str) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{what}: {answer:?}"));
    let head = head.to_lowercase();
    if head.contains("content-security-policy: default-src 'none'") {
        for header in ["x-content-type-options: nosniff", "cache-control: no-store", "referrer-policy: same-origin"] {
            assert!(head.contains(header), "{what} has no {header}:\n{head}");
        }
    } else {
        assert_eq!(body, "", "{what}");
    }
}

#[tokio::test]
async fn whatever_a_request_is_the_answer_is_a_right_one_and_the_panel_goes_on() {
    let panel = Panel::start().await;
    let visitor = Visitor::setup_administrator(&panel).await;
    let host = panel.url.strip_prefix("http://").unwrap().to_owned();
    let with = |line: &str, headers: &str| format!("{line}\r\nHost: {host}\r\n{headers}\r\n");
    let many = |count: usize, size: usize| -> String {
        (0..count).map(|number| format!("X-{number}: {}\r\n", "v".repeat(size))).collect()
    };
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    let cases: Vec<(&str, String, &[u16])> = vec![
        ("an honest one", with("GET /healthz HTTP/1.1", ""), &[200]),
        ("nonsense", "\x01\x02\x03 nonsense\r\n\r\n".into(), &[400]),
        ("another protocol", with("GET / HTTP/3.7", ""), &[400]),
        ("a space before the colon", with("GET / HTTP/1.1", "X-A : b\r\n"), &[400]),
        ("a length that is none", with("POST /login HTTP/1.1", &format!("{form}Content-Length: -1\r\n")), &[400]),
        ("two lengths", with("POST /login HTTP/1.1", "Content-Length: 5\r\nContent-Length: 6\r\n"), &[400]),
        (
            "a length and pieces",
            with("POST /login HTTP/1.1", &format!("{form}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")),
            &[400],
        ),
        (
            "pieces twice",
            with("POST /login HTTP/1.1", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
            &[400],
        ),
        ("an unknown coding", with("POST /login HTTP/1.1", "Transfer-Encoding: gzip\r\n"), &[400]),
        ("too long a target", with(&format!("GET /login?next=/{} HTTP/1.1", "a".repeat(9_000)), ""), &[414]),
        ("too many headers", with("GET /login HTTP/1.1", &many(80, 1)), &[431]),
        ("far too many headers", with("GET /login HTTP/1.1", &many(200, 1)), &[400, 431]),
        ("too large headers", with("GET /login HTTP/1.1", &many(10, 4_000)), &[431]),
        ("far too large headers", with("GET /login HTTP/1.1", &many(10, 20_000)), &[0, 431]),
        ("no host", "GET /login HTTP/1.1\r\n\r\n".into(), &[400, 421]),
        ("no host in HTTP/1.0", "GET /login HTTP/1.0\r\n\r\n".into(), &[421]),
        ("another host", "GET /login HTTP/1.1\r\nHost: evil.test\r\n\r\n".into(), &[421]),
        ("two hosts", with("GET /login HTTP/1.1", "Host: evil.test\r\n"), &[400]),
        ("an absolute target", with(&format!("GET {}/healthz HTTP/1.1", panel.url), ""), &[200]),
        ("a foreign absolute target", with("GET http://evil.test/login HTTP/1.1", ""), &[421]),
        (
            "an absolute target under a foreign host",
            format!("GET {}/login HTTP/1.1\r\nHost: evil.test\r\n\r\n", panel.url),
            &[421],
        ),
        ("TRACE", with("TRACE /login HTTP/1.1", ""), &[405]),
        ("CONNECT", format!("CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n"), &[404, 405]),
        ("OPTIONS *", with("OPTIONS * HTTP/1.1", ""), &[404, 405]),
        ("a method of one's own", with("BREW /login HTTP/1.1", ""), &[405]),
        ("PUT", with("PUT /agents HTTP/1.1", "Content-Length: 0\r\n"), &[405]),
        ("GET where only forms go", with("GET /logout HTTP/1.1", ""), &[405]),
        ("a range", with("GET /static/css/app.css HTTP/1.1", "Range: bytes=999999999-\r\n"), &[200, 404, 416]),
        ("an upgrade", with("GET /login HTTP/1.1", "Connection: upgrade\r\nUpgrade: websocket\r\n"), &[200, 303]),
        (
            "h2c",
            with(
                "GET /healthz HTTP/1.1",
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
            ),
            &[200],
        ),
        ("HTTP/2 at once", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into(), &[400, 404, 405, 421]),
        (
            "a file upload",
            with("POST /login HTTP/1.1", "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 0\r\n"),
            &[415],
        ),
        (
            "another alphabet",
            with(
                "POST /login HTTP/1.1",
                "Content-Type: application/x-www-form-urlencoded; charset=utf-16\r\nContent-Length: 0\r\n",
            ),
            &[415],
        ),
        ("no kind", with("POST /login HTTP/1.1", "Content-Length: 0\r\n"), &[415]),
        (
            "too long a form",
            with("POST /login HTTP/1.1", &format!("{form}Content-Length: 300000\r\n")) + &"x".repeat(300_000),
            &[413],
        ),
        ("a form cut off", with("POST /login HTTP/1.1", &format!("{form}Content-Length: 100\r\n")) + "email=a", &[400]),
        ("a way out of the files", with("GET /static/..%2f..%2fCargo.toml HTTP/1.1", ""), &[404]),
    ];
    let mut wrong = Vec::new();
    for (what, request, expected) in cases {
        let answer = say(&panel, &request).await;
        let found = status(&answer);
        if !expected.contains(&found) {
            wrong.push(format!("{what}: {found}, not {expected:?}: {}", answer.chars().take(300).collect::<String>()));
        } else if found != 0 {
            assert_harmless(what, &answer);
        }
        if found == 405 {
            assert!(
                answer.to_lowercase().contains("\r\nallow: ") || what == "OPTIONS *" || what == "CONNECT",
                "{what}: {answer}"
            );
        }
        assert!(!answer.contains("evil.test"), "{what} gives the name back: {answer}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    visitor.get("/agents").await.expect_status(200);
}

#[tokio::test]
async fn a_second_request_hidden_in_the_first_is_never_answered() {
    let panel = Panel::start().await;
    let host = panel.url.strip_prefix("http://").unwrap();
    let hidden = format!("0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: {host}\r\n\r\n");
    for headers in [
        format!("Content-Length: {}\r\nTransfer-Encoding: chunked\r\n", hidden.len()),
        format!("Transfer-Encoding: chunked\r\nContent-Length: {}\r\n", hidden.len()),
        format!("Transfer-Encoding: xchunked\r\nContent-Length: {}\r\n", hidden.len()),
        format!("Content-Length: {}\r\nTransfer-Encoding:\x0bchunked\r\n", hidden.len()),
        "Transfer-Encoding: identity, chunked\r\nContent-Length: 3\r\n".into(),
    ] {
        let request = format!("POST /login HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n{hidden}");
        let answer = say(&panel, &request).await;
        assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{headers:?}: {answer}");
        assert_ne!(status(&answer), 200, "{headers:?}: {answer}");
    }
}

#[tokio::test]
async fn a_form_is_asked_for_before_it_is_sent_and_many_requests_may_come_at_once() {
    let panel = Panel::start().await;
    let host = panel.url.strip_prefix("http://").unwrap();
    let mut stream = connect(&panel).await;
    let head = format!(
        "POST /login HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\nExpect: 100-continue\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    assert_eq!(status(&until(&mut stream, |answer| answer.contains("\r\n\r\n")).await), 100);
    stream.write_all(b"email=a").await.unwrap();
    assert_eq!(status(&until(&mut stream, |answer| answer.contains("\r\n\r\n")).await), 403, "no token");

    let one = format!("GET /healthz HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let answer = say(&panel, &one.repeat(40)).await;
    assert_eq!(answer.matches("HTTP/1.1 200").count(), 40, "{answer}");
}

/// A panel that says another address than the one it listens on, and the latter.
async fn behind(environment: &[(&str, &str)]) -> (Panel, String) {
    let [port] = free_ports();
    let listen = format!("127.0.0.1:{port}");
    (Panel::with(&[environment, &[("MUSTER_LISTEN", &listen)]].concat()).await, listen)
}

#[tokio::test]
async fn only_a_trusted_proxy_says_how_the_browser_came() {
    let (https, trust) = (("MUSTER_PUBLIC_URL", "https://muster.test"), ("MUSTER_TRUSTED_PROXIES", "127.0.0.1"));
    let ask = |line: &str, headers: &str| format!("{line} HTTP/1.1\r\nHost: muster.test\r\n{headers}\r\n");
    let plain = "X-Forwarded-Proto: http\r\n";
    let (_panel, trusting) = behind(&[https, trust]).await;
    let moved = say_at(&trusting, &ask("GET /agents?q=a%20b", plain)).await;
    assert_eq!(status(&moved), 308, "{moved}");
    assert!(moved.to_lowercase().contains("location: https://muster.test/agents?q=a%20b\r\n"), "{moved}");
    assert!(moved.to_lowercase().contains("strict-transport-security: max-age=31536000"), "{moved}");
    assert_eq!(status(&say_at(&trusting, &ask("POST /login", plain)).await), 403);
    assert_eq!(status(&say_at(&trusting, &ask("GET /healthz", plain)).await), 200);
    for fine in ["", "X-Forwarded-Proto: https\r\n", "X-Forwarded-Proto: https, http\r\n", "Forwarded: proto=http\r\n"]
    {
        assert_eq!(status(&say_at(&trusting, &ask("GET /agents", fine)).await), 303, "{fine}");
    }
    let (_panel, alone) = behind(&[https]).await;
    assert_eq!(status(&say_at(&alone, &ask("GET /agents", plain)).await), 303, "a stranger's word");
    let (_panel, http) = behind(&[("MUSTER_PUBLIC_URL", "http://muster.test"), trust]).await;
    assert_eq!(status(&say_at(&http, &ask("GET /agents", plain)).await), 303);
}
