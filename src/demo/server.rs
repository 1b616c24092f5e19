//! Accepts connections.

use super::session::Session;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

/// Connections at a time; more wait for one to end.
const CONNECTIONS: usize = 64;

/// Serves until `stop`, which also ends the connections.
pub(super) async fn serve(listener: TcpListener, people_file: PathBuf, stop: CancellationToken) {
    let people_file: Arc<std::path::Path> = people_file.into();
    let slots = Arc::new(Semaphore::new(CONNECTIONS));
    let accept = async {
        while let Ok(slot) = slots.clone().acquire_owned().await {
            let socket = match listener.accept().await {
                Ok((socket, _)) => socket,
                Err(error) => {
                    tracing::debug!(%error, "the demo directory could not accept a connection");
                    // Mostly "too many open files", which would come again at once.
                    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
                    continue;
                }
            };
            let session = Session::new(socket, people_file.clone());
            let stop = stop.clone();
            tokio::spawn(async move {
                let _slot = slot;
                if let Some(Err(error)) = stop.run_until_cancelled(session.run()).await {
                    tracing::debug!(%error, "a connection to the demo directory broke");
                }
            });
        }
    };
    stop.run_until_cancelled(accept).await;
}
