//! Servers with the limits and habits of those that cannot be started here: everyone is imported exactly, and
//! nobody is removed where the reading was not whole.

use crate::house::House;
use crate::support::habits::{Habits, Habitual, Item, Paging, group_dn};
use crate::support::openldap::{BASE_DN, PEOPLE_DN};
use crate::support::scripted::{ScriptedLdap, done};
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{LdapFilter, LdapMsg, LdapOp, LdapResultCode};
use muster::ldap::{Access, Connection, Depth, check};
use muster::model::{ConnectionFailure, Dn, LdapSettings, RunState, TransportSecurity};

fn people(count: usize) -> Vec<Item> {
    (0..count).map(Item::person).collect()
}

fn dns(numbers: impl Iterator<Item = usize>) -> Vec<String> {
    numbers.map(|number| Item::person(number).dn).collect()
}

fn of_group(name: &str) -> impl FnOnce(&mut LdapSettings) + use<> {
    let dn = Dn::parse(&group_dn(name)).unwrap();
    |settings| settings.group_dn = Some(dn)
}

/// Whether the answers to any search would have to be compared by size.
fn asks_for_order(requests: &[LdapMsg]) -> bool {
    fn orders(filter: &LdapFilter) -> bool {
        match filter {
            LdapFilter::And(parts) | LdapFilter::Or(parts) => parts.iter().any(orders),
            LdapFilter::Not(inner) => orders(inner),
            filter => matches!(filter, LdapFilter::GreaterOrEqual(..) | LdapFilter::LessOrEqual(..)),
        }
    }
    requests.iter().any(|request| matches!(&request.op, LdapOp::SearchRequest(search) if orders(&search.filter)))
}

/// One person leaves: they alone are removed.
async fn one_leaves(house: &House, directory: &Habitual, server: &ScriptedLdap, number: usize) {
    directory.remove(&Item::person(number).dn);
    let run = house.import_from(server.port).await;
    let counts = run.counts;
    assert_eq!((run.state, counts.removed, counts.added, counts.updated), (RunState::Done, 1, 0, 0), "{run:?}");
    assert_eq!(counts.unchanged, house.size() - 1, "{run:?}");
}

#[tokio::test]
async fn lldap_is_read_whole_though_it_gives_no_pages() {
    let directory = Habitual::new(Habits::lldap(), people(2_500));
    let server = directory.serve().await;
    let house = House::of(server.port).await;
    assert_eq!(house.size(), 2_500);
    house.find_unchanged().await;
    one_leaves(&house, &directory, &server, 1_700).await;
    assert!(!asks_for_order(&server.requests()));
}

#[tokio::test]
async fn a_group_of_lldap_lets_in_its_members_alone() {
    let group = Item::group("support", &dns(100..160));
    let directory = Habitual::new(Habits::lldap(), people(300).into_iter().chain([group]).collect());
    let server = directory.serve().await;
    let house = House::with(server.port, of_group("support")).await;
    assert_eq!(house.size(), 60);
    house.find_unchanged().await;
    one_leaves(&house, &directory, &server, 120).await;
}

#[tokio::test]
async fn lldap_is_recognised_as_what_it_says_it_is_and_refuses_starttls_in_words() {
    let server = Habitual::new(Habits::lldap(), people(3)).serve().await;
    let report = check(&access(server.port), Depth::Full).await;
    assert_eq!(report.problem(), None);
    assert_eq!(report.steps[3].learned, ["LDAP server (LLDAP lldap_0.6.1)"]);
    let mut access = access(server.port);
    access.settings.security = TransportSecurity::StartTls;
    let failed = Connection::open(&access).await.map(|_| ()).unwrap_err().failure;
    assert_eq!(failed, ConnectionFailure::StartTlsRefused { result_code: 2 });
}

fn access(port: u16) -> Access {
    Access::new(crate::house::settings_for(port), crate::support::openldap::BIND_PASSWORD.into())
}

#[tokio::test]
async fn active_directory_gives_a_thousand_a_page_and_everyone_is_read() {
    let directory = Habitual::new(Habits::active_directory(), people(2_345));
    let server = directory.serve().await;
    let house = House::of(server.port).await;
    assert_eq!(house.size(), 2_345);
    let searches = server
        .requests()
        .into_iter()
        .filter(|request| request.ctrl.iter().any(|control| matches!(control, LdapControl::SimplePagedResults { .. })));
    assert_eq!(searches.count(), 3);
    one_leaves(&house, &directory, &server, 1_000).await;
}

#[tokio::test]
async fn a_thousand_entries_and_a_limit_are_no_whole_directory() {
    let directory = Habitual::new(Habits::active_directory(), people(1_200));
    let server = directory.serve().await;
    let house = House::of(server.port).await;
    // The same people at a server that does not give pages, and at its limit.
    let habits = Habits { paging: Paging::Ignored, ..Habits::active_directory() };
    let limited = Habitual::new(habits, people(1_200)).serve().await;
    let words = house.withstand_failing(limited.port, "a limit").await;
    assert!(words.contains("after 1000 entries (result code 4)"), "{words}");
    house.find_unchanged().await;
}

#[tokio::test]
async fn a_group_of_more_than_1500_values_comes_in_ranges_and_everyone_in_it_is_imported() {
    // The second group, with ranges of its own, is within the first; whoever is in neither stays out.
    let outer = [dns(0..1_600), vec![group_dn("inner")], dns(1_600..3_100)].concat();
    let groups = [Item::group("outer", &outer), Item::group("inner", &dns(1_600..3_200))];
    let items: Vec<Item> = people(3_300).into_iter().chain(groups).collect();
    let directory = Habitual::new(Habits::active_directory(), items);
    let server = directory.serve().await;
    let house = House::with(server.port, of_group("outer")).await;
    assert_eq!(house.size(), 3_200);
    let asked = server.requests().into_iter().filter_map(|request| match request.op {
        LdapOp::SearchRequest(search) => search.attrs.into_iter().find(|name| name.starts_with("member;range=")),
        _ => None,
    });
    let asked: Vec<String> = asked.collect();
    let wanted = ["member;range=1500-*", "member;range=3000-*", "member;range=1500-*"];
    assert_eq!(asked, wanted);
    house.find_unchanged().await;
    one_leaves(&house, &directory, &server, 3_150).await;
}

#[tokio::test]
async fn a_range_that_does_not_come_is_no_end_of_the_group() {
    let group = Item::group("outer", &dns(0..3_100));
    let directory = Habitual::new(Habits::active_directory(), people(3_200).into_iter().chain([group]).collect());
    let server = directory.serve().await;
    let house = House::with(server.port, of_group("outer")).await;
    assert_eq!(house.size(), 3_100);
    for code in [LdapResultCode::Busy, LdapResultCode::AdminLimitExceeded, LdapResultCode::Other] {
        let (healthy, said) = (directory.clone(), code.clone());
        let broken = ScriptedLdap::start(move |request: &LdapMsg| match &request.op {
            LdapOp::SearchRequest(search) if search.attrs.iter().any(|name| name == "member;range=3000-*") => {
                vec![done(said.clone(), "the server's words")]
            }
            _ => healthy.answer(request),
        })
        .await;
        let words = house.withstand_failing(broken.port, &format!("{code:?}")).await;
        assert!(words.contains("the server's words"), "{words}");
    }
    house.find_unchanged().await;
}

#[tokio::test]
async fn a_server_without_root_dse_paging_and_schema_is_read_whole() {
    use LdapResultCode::{InsufficentAccessRights, NoSuchObject, Success, UnwillingToPerform};
    for (root, paging) in [
        (NoSuchObject, Paging::Refused),
        (InsufficentAccessRights, Paging::Ignored),
        (UnwillingToPerform, Paging::Refused),
        (Success, Paging::Ignored),
    ] {
        let directory = Habitual::new(Habits::minimal(root.clone(), paging), people(1_100));
        let server = directory.serve().await;
        let house = House::with(server.port, |settings| settings.base_dn = Some(Dn::parse(PEOPLE_DN).unwrap())).await;
        assert_eq!(house.size(), 1_100, "{root:?} {paging:?}");
        // Nothing is said to it before the bind.
        let requests = server.requests();
        assert!(matches!(requests[0].op, LdapOp::BindRequest(_)), "{:?}", requests[0]);
        house.find_unchanged().await;
        one_leaves(&house, &directory, &server, 1_050).await;
    }
}

#[tokio::test]
async fn a_group_at_a_minimal_server_is_read_whole() {
    let members = [dns(0..40), vec![group_dn("inner")]].concat();
    let groups = [Item::group("outer", &members), Item::group("inner", &dns(30..60))];
    for paging in [Paging::Refused, Paging::Ignored] {
        let items = people(100).into_iter().chain(groups.clone()).collect();
        let directory = Habitual::new(Habits::minimal(LdapResultCode::NoSuchObject, paging), items);
        let server = directory.serve().await;
        let house = House::with(server.port, |settings| {
            settings.base_dn = Some(Dn::parse(BASE_DN).unwrap());
            of_group("outer")(settings);
        })
        .await;
        assert_eq!(house.size(), 60, "{paging:?}");
        one_leaves(&house, &directory, &server, 55).await;
    }
}

#[tokio::test]
async fn without_root_dse_and_base_it_is_said_what_is_missing() {
    let server = Habitual::new(Habits::minimal(LdapResultCode::NoSuchObject, Paging::Ignored), people(3)).serve().await;
    let report = check(&access(server.port), Depth::Full).await;
    assert_eq!(report.problem().map(|problem| &problem.failure), Some(&ConnectionFailure::NoBase));
}
