//! Assets in the codings that browsers take, made once when the first one is asked for.

use actix_web::HttpRequest;
use actix_web::http::header::{AcceptEncoding, Encoding, Header};
use actix_web::web::Bytes;
use std::io::Write;

/// One asset in each coding.
pub(super) struct Packed {
    brotli: Bytes,
    gzip: Bytes,
}

impl Packed {
    pub(super) fn of(body: &[u8]) -> Packed {
        let mut brotli = Vec::new();
        // Unoptimised, the best level takes seconds.
        let quality = if cfg!(debug_assertions) { 5 } else { 11 };
        let settings = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        let whole = brotli::BrotliCompress(&mut &*body, &mut brotli, &settings).is_ok();
        let gzip = gzip.write_all(body).and_then(|()| gzip.finish()).unwrap_or_default();
        Packed { brotli: if whole { brotli.into() } else { Bytes::new() }, gzip: gzip.into() }
    }

    #[cfg(test)]
    pub(super) fn brotli(&self) -> &Bytes {
        &self.brotli
    }

    /// The smallest that the browser takes, and its name. `None`: it takes it bare.
    pub(super) fn choose(&self, request: &HttpRequest) -> Option<(&'static str, &Bytes)> {
        let accepted =
            AcceptEncoding::parse(request).ok().filter(|_| request.headers().contains_key("accept-encoding"))?;
        let offered = [Encoding::brotli(), Encoding::gzip(), Encoding::identity()];
        let chosen = accepted.negotiate(offered.iter())?;
        let (name, body) = match chosen {
            chosen if chosen == Encoding::brotli() => ("br", &self.brotli),
            chosen if chosen == Encoding::gzip() => ("gzip", &self.gzip),
            _ => return None,
        };
        (!body.is_empty()).then_some((name, body))
    }
}
