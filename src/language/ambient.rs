//! The language of the request at hand. A hundred view functions need no parameter for it, and none can forget it.

use super::Language;
use std::cell::Cell;
use std::future::Future;

tokio::task_local! {
    static SPOKEN: Cell<Language>;
}

/// Has a future speak that language. What it spawns does not: give that the language by another [`scope`].
pub async fn scope<F: Future>(language: Language, future: F) -> F::Output {
    SPOKEN.scope(Cell::new(language), future).await
}

/// From here on the future around this speaks another language: who is asking has become known.
pub fn speak(language: Language) {
    // Outside a scope there is nobody to speak to.
    let _ = SPOKEN.try_with(|spoken| spoken.set(language));
}

/// What is spoken here.
pub fn current() -> Language {
    SPOKEN.try_with(Cell::get).unwrap_or_default()
}
