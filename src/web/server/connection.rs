//! What a connection may take its time with. actix has a deadline for the head of the first request and for a
//! connection that rests, and none for later heads, nor for a client that does not read its answer.

use std::io::{Error, ErrorKind, Result};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

/// A whole head must be here this long after its first byte. A little more than actix's own deadline for the
/// first head of a connection, which is answered with 408.
pub(super) const HEAD: Duration = Duration::from_secs(12);
/// And this long after the answer before. A little more than actix keeps a connection that rests.
pub(super) const REST: Duration = Duration::from_secs(75);
/// From a head, or what was sent last, to what is sent next. No page takes nearly as long.
pub(super) const ANSWER: Duration = Duration::from_secs(300);
/// Whoever gets an answer must take [`PROGRESS`] bytes in this time, else they are slower than anything
/// a browser is used with.
pub(super) const WINDOW: Duration = Duration::from_secs(30);
pub(super) const PROGRESS: usize = 16 << 10;

/// A longer head is cut off unanswered; one that is shorter and still too long gets its answer in `web::limits`.
pub(super) const LONGEST_HEAD: usize = 48 << 10;

const CONTINUE: &[u8] = b"HTTP/1.1 100 ";
const BLANK_LINE: &[u8] = b"\r\n\r\n";

/// A stream with these deadlines. Past one, reads or writes fail, and the connection ends.
pub(super) struct Connection<T> {
    stream: T,
    reading: Reading,
    /// When what is being waited for from the client must be here.
    due: Pin<Box<Sleep>>,
    /// Running while the client does not take what is written.
    writing: Option<Writing>,
}

enum Reading {
    /// Nothing of a head is here.
    Rest,
    /// Some of it, of this length, with so many bytes at its end of the blank line.
    Head { seen: usize, length: usize },
    /// A whole one: the panel works, or reads a body, which has its own deadline.
    Answer,
}

struct Writing {
    until: Pin<Box<Sleep>>,
    moved: usize,
}

impl<T> Connection<T> {
    pub(super) fn new(stream: T) -> Connection<T> {
        let due = Box::pin(sleep_until(Instant::now() + REST));
        Connection { stream, reading: Reading::Rest, due, writing: None }
    }

    fn wait_for(&mut self, reading: Reading, at_most: Duration) {
        self.reading = reading;
        self.due.as_mut().reset(Instant::now() + at_most);
    }

    fn heard(&mut self, bytes: &[u8]) -> Result<()> {
        let (mut seen, length) = match self.reading {
            _ if bytes.is_empty() => return Ok(()),
            Reading::Answer => return Ok(()),
            Reading::Head { seen, length } => (seen, length + bytes.len()),
            Reading::Rest => {
                self.due.as_mut().reset(Instant::now() + HEAD);
                (0, bytes.len())
            }
        };
        for byte in bytes {
            seen = if BLANK_LINE[seen] == *byte { seen + 1 } else { usize::from(*byte == BLANK_LINE[0]) };
            if seen == BLANK_LINE.len() {
                self.wait_for(Reading::Answer, ANSWER);
                return Ok(());
            }
        }
        self.reading = Reading::Head { seen, length };
        if length > LONGEST_HEAD { Err(Error::new(ErrorKind::InvalidData, "the head is too long")) } else { Ok(()) }
    }

    /// What came of a write, or that the client is too slow.
    fn taken<R>(&mut self, context: &mut Context<'_>, outcome: Poll<Result<R>>, bytes: usize) -> Poll<Result<R>> {
        if let Some(writing) = &mut self.writing {
            writing.moved += bytes;
        }
        if outcome.is_ready() {
            return outcome;
        }
        let until = || Box::pin(sleep_until(Instant::now() + WINDOW));
        let writing = self.writing.get_or_insert_with(|| Writing { until: until(), moved: 0 });
        while writing.until.as_mut().poll(context).is_ready() {
            if writing.moved < PROGRESS {
                return Poll::Ready(Err(too_slow()));
            }
            *writing = Writing { until: until(), moved: 0 };
        }
        Poll::Pending
    }
}

fn too_slow() -> Error {
    Error::new(ErrorKind::TimedOut, "the client is too slow")
}

impl<T: AsyncRead + Unpin> AsyncRead for Connection<T> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        let before = buffer.filled().len();
        match Pin::new(&mut self.stream).poll_read(context, buffer) {
            Poll::Pending => {
                ready!(self.due.as_mut().poll(context));
                Poll::Ready(Err(too_slow()))
            }
            ready => {
                self.heard(&buffer.filled()[before..])?;
                ready
            }
        }
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Connection<T> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(context, bytes);
        let moved = match &outcome {
            Poll::Ready(Ok(moved)) => *moved,
            _ => 0,
        };
        match moved > 0 {
            // No answer yet: what comes now is the body that was announced (`Expect`, RFC 9110 §10.1.1), and no head.
            true if bytes.starts_with(CONTINUE) => self.wait_for(Reading::Answer, ANSWER),
            true => self.wait_for(Reading::Rest, REST),
            false => {}
        }
        self.taken(context, outcome, moved)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        let outcome = Pin::new(&mut self.stream).poll_flush(context);
        if outcome.is_ready() {
            self.writing = None;
        }
        self.taken(context, outcome, 0)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        let outcome = Pin::new(&mut self.stream).poll_shutdown(context);
        self.taken(context, outcome, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

    fn pair(room: usize) -> (DuplexStream, Connection<DuplexStream>) {
        let (client, server) = duplex(room);
        (client, Connection::new(server))
    }

    /// Reads until it ends or fails, and says after how many seconds.
    async fn read_on(connection: &mut Connection<DuplexStream>) -> u64 {
        let began = Instant::now();
        let mut buffer = [0; 64];
        while connection.read(&mut buffer).await.is_ok_and(|read| read > 0) {}
        began.elapsed().as_secs()
    }

    #[tokio::test(start_paused = true)]
    async fn a_head_that_trickles_ends_the_connection_also_after_an_answer() {
        let (mut client, mut connection) = pair(1024);
        let dripping = tokio::spawn(async move {
            while client.write_all(b"X").await.is_ok() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        });
        assert_eq!(read_on(&mut connection).await, HEAD.as_secs());
        drop(connection);
        dripping.await.expect("the client");

        let (mut client, mut connection) = pair(1024);
        client.write_all(b"GET / HTTP/1.1\r\n\r\n").await.expect("sent");
        let mut head = [0; 18];
        connection.read_exact(&mut head).await.expect("a head");
        tokio::time::sleep(ANSWER - Duration::from_secs(1)).await; // the panel may think
        connection.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.expect("an answer");
        client.write_all(b"GET").await.expect("sent");
        assert_eq!(read_on(&mut connection).await, HEAD.as_secs());
    }

    #[tokio::test(start_paused = true)]
    async fn a_connection_without_a_word_or_an_answer_ends() {
        let (_client, mut connection) = pair(1024);
        assert_eq!(read_on(&mut connection).await, REST.as_secs());
        let (mut client, mut connection) = pair(1024);
        client.write_all(b"GET / HTTP/1.1\r").await.expect("sent");
        client.write_all(b"\n\r\n").await.expect("sent");
        assert_eq!(read_on(&mut connection).await, ANSWER.as_secs());
    }

    #[tokio::test(start_paused = true)]
    async fn a_head_that_does_not_end_takes_no_memory() {
        let (mut client, mut connection) = pair(LONGEST_HEAD * 2);
        client.write_all(&[b'x'; LONGEST_HEAD + 1]).await.expect("sent");
        assert_eq!(read_on(&mut connection).await, 0);
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_was_asked_for_is_no_head() {
        let (mut client, mut connection) = pair(LONGEST_HEAD * 4);
        client.write_all(b"POST / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n").await.expect("sent");
        let mut head = [0; 41];
        connection.read_exact(&mut head).await.expect("a head");
        connection.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await.expect("asked");
        client.write_all(&[b'x'; LONGEST_HEAD * 2]).await.expect("sent");
        let mut body = vec![0; LONGEST_HEAD * 2];
        connection.read_exact(&mut body).await.expect("the body");
        assert_eq!(read_on(&mut connection).await, ANSWER.as_secs());
    }

    #[tokio::test(start_paused = true)]
    async fn who_does_not_read_the_answer_is_let_go() {
        let (_client, mut connection) = pair(1024);
        let began = Instant::now();
        let failed = connection.write_all(&[0; 100_000]).await.expect_err("nobody reads");
        assert_eq!((failed.kind(), began.elapsed()), (ErrorKind::TimedOut, WINDOW));
    }

    #[tokio::test(start_paused = true)]
    async fn who_reads_slowly_but_steadily_gets_all_of_it_and_who_reads_a_byte_at_a_time_does_not() {
        async fn take(each: usize, every: Duration) -> Result<()> {
            let (mut client, mut connection) = pair(1024);
            let reading = tokio::spawn(async move {
                let mut buffer = vec![0; each];
                while client.read_exact(&mut buffer).await.is_ok() {
                    tokio::time::sleep(every).await;
                }
            });
            let outcome = connection.write_all(&[0; 200_000]).await;
            drop(connection);
            reading.await.expect("the client");
            outcome
        }
        assert!(take(1000, Duration::from_secs(1)).await.is_ok());
        assert!(take(1, Duration::from_secs(1)).await.is_err());
    }
}
