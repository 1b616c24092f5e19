//! Several servers: the next one is tried when one cannot be reached, and only then.

use crate::reader::{access, failure, to};
use crate::support::entries::Entries;
use crate::support::openldap::OpenLdap;
use crate::support::process::free_ports;
use crate::support::scripted::{Answer, ScriptedLdap, bind_result};
use ldap3_proto::proto::LdapResultCode;
use muster::ldap::{Depth, check};
use muster::model::{ConnectionFailure, StepName, StepOutcome};

#[tokio::test]
async fn servers_that_cannot_be_reached_are_passed_over_and_said_to_be() {
    let server = Entries::people(&["anna"]).serve().await;
    let [closed] = free_ports();
    let hosts = format!("127.0.0.1:{closed}, no-such-host.invalid, 127.0.0.1:{}", server.port);
    let report = check(&access(&hosts, 1), Depth::Full).await;
    assert_eq!(report.problem(), None, "{report:#?}");
    for step in &report.steps {
        let passed_over = [StepName::Resolve, StepName::Connect].contains(&step.name);
        assert_eq!(step.outcome == StepOutcome::Warning, passed_over, "{step:?}");
    }
}

#[tokio::test]
async fn of_several_servers_in_vain_the_one_that_came_furthest_is_told() {
    let [closed] = free_ports();
    let address = format!("127.0.0.1:{closed}");
    let failed = failure(&access(&format!("{address}, no-such-host.invalid"), 1)).await;
    assert_eq!(failed, ConnectionFailure::ConnectionRefused { address });
}

#[tokio::test]
async fn a_server_that_was_reached_has_the_last_word() {
    let second = Entries::people(&["anna"]).serve().await;
    for (answer, expected) in [
        (bind_result(LdapResultCode::InvalidCredentials, ""), ConnectionFailure::WrongCredentials),
        (bind_result(LdapResultCode::Busy, ""), ConnectionFailure::ServerBusy { result_code: 51 }),
        (Answer::Close, ConnectionFailure::ConnectionLost { doing: "signing in".into() }),
    ] {
        let said = answer.clone();
        let first = ScriptedLdap::start(move |_| vec![said.clone()]).await;
        let hosts = format!("127.0.0.1:{}, 127.0.0.1:{}", first.port, second.port);
        assert_eq!(failure(&access(&hosts, 1)).await, expected, "{answer:?}");
        assert_eq!((first.requests().len(), second.connections()), (1, 0), "{answer:?}");
    }
}

#[tokio::test]
async fn a_service_account_that_is_no_dn_is_told() {
    let directory = OpenLdap::builder().start().await;
    let mut access = to(&directory);
    access.settings.bind_dn = "no dn".into();
    assert_eq!(failure(&access).await, ConnectionFailure::BadBindDn);
}
