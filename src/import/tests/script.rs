//! A directory that does what a test says.

use crate::import::reading::{Directory, Looked, Reading};
use crate::ldap::{Access, Whereabouts};
use crate::model::*;
use crate::test_store::person;
use async_trait::async_trait;
use futures::future::BoxFuture;
use std::future::pending;
use std::sync::Arc;
use tokio::sync::mpsc;

/// What a scripted directory does with one reading.
type Act = dyn Fn(Access, mpsc::Sender<Found>) -> BoxFuture<'static, Result<(), DirectoryProblem>> + Send + Sync;
/// What it says of one GUID, asked again.
type Again = dyn Fn(&Guid) -> Option<Whereabouts> + Send + Sync;

#[derive(Clone)]
pub(super) struct Script {
    act: Arc<Act>,
    /// `None`: it falls silent.
    again: Arc<Again>,
    lost_again: bool,
    /// What becomes of the LDAP groups of rules; all are read where it says nothing.
    rules: Option<Result<Vec<Option<DirectoryProblem>>, DirectoryProblem>>,
}

impl Script {
    pub(super) fn new(act: Box<Act>) -> Script {
        Script {
            act: act.into(),
            again: Arc::new(|_| Some(Whereabouts::Outside(RemovalCause::Gone))),
            lost_again: false,
            rules: None,
        }
    }

    /// Asked for the LDAP groups of rules, it says this.
    pub(super) fn with_rules(self, rules: Result<Vec<Option<DirectoryProblem>>, DirectoryProblem>) -> Script {
        Script { rules: Some(rules), ..self }
    }

    /// Asked again, it says this.
    pub(super) fn but_again(self, again: impl Fn(&Guid) -> Option<Whereabouts> + Send + Sync + 'static) -> Script {
        Script { again: Arc::new(again), ..self }
    }

    /// Asked again, the connection ends.
    pub(super) fn lost_again(self) -> Script {
        Script { lost_again: true, ..self }
    }
}

#[async_trait]
impl Directory for Script {
    async fn open(&self, access: Access) -> Result<Box<dyn Reading>, DirectoryProblem> {
        Ok(Box::new(Opened { script: self.clone(), access }))
    }
}

struct Opened {
    script: Script,
    access: Access,
}

#[async_trait]
impl Reading for Opened {
    fn resolved(&self) -> Resolved {
        let name = |name: &Option<AttributeName>, usual| name.clone().or(AttributeName::parse(usual).ok()).unwrap();
        let settings = &self.access.settings;
        Resolved {
            vendor: Vendor::Other,
            base_dn: settings.base_dn.clone().or(Dn::parse("dc=x").ok()).unwrap(),
            user_filter: settings.user_filter.clone().or(Filter::parse("(cn=*)").ok()).unwrap(),
            guid_attribute: name(&settings.guid_attribute, "entryUUID"),
            cn_attribute: name(&settings.cn_attribute, "cn"),
            mail_attribute: name(&settings.mail_attribute, "mail"),
            phone_attribute: name(&settings.phone_attribute, "telephoneNumber"),
        }
    }

    async fn rules(&mut self) -> Result<Vec<Option<DirectoryProblem>>, DirectoryProblem> {
        self.script.rules.clone().unwrap_or_else(|| Ok(vec![None; self.access.settings.rules.len()]))
    }

    async fn everyone(&mut self, tell: mpsc::Sender<Found>) -> Result<Filled, DirectoryProblem> {
        (self.script.act)(self.access.clone(), tell).await.map(|()| Filled::default())
    }

    async fn again(&mut self, wanted: Vec<Guid>, tell: mpsc::Sender<Looked>) -> Result<(), DirectoryProblem> {
        if self.script.lost_again {
            return Err(lost());
        }
        for guid in wanted {
            match (self.script.again)(&guid) {
                Some(place) => tell.send(vec![(guid, place)]).await.unwrap(),
                None => pending().await,
            }
        }
        Ok(())
    }

    async fn close(self: Box<Self>) {}
}

pub(super) fn lost() -> DirectoryProblem {
    let failure = ConnectionFailure::ConnectionLost { doing: "reading people".into() };
    DirectoryProblem { failure, details: Some("page 2".into()) }
}

pub(super) async fn answer(tell: &mpsc::Sender<Found>, names: &[&str]) {
    for name in names {
        tell.send(Found::Person(person(name))).await.unwrap();
    }
}

/// Answers these people and ends well.
pub(super) fn holds(names: &'static [&'static str]) -> Script {
    Script::new(Box::new(move |_, news| {
        Box::pin(async move {
            answer(&news, names).await;
            Ok(())
        })
    }))
}

/// Answers these people and then falls silent.
pub(super) fn hangs_after(names: &'static [&'static str]) -> Script {
    Script::new(Box::new(move |_, news| {
        Box::pin(async move {
            answer(&news, names).await;
            pending().await
        })
    }))
}
