//! The demo directory as a client sees it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use ldap3::adapters::{Adapter, EntriesOnly, PagedResults};
use ldap3::{Ldap, LdapConnAsync, Scope, SearchEntry, SearchOptions};

struct Demo {
    directory: DemoDirectory,
    people_file: PathBuf,
    _folder: tempfile::TempDir,
}

impl Demo {
    async fn start() -> Demo {
        let folder = tempfile::tempdir().unwrap();
        let people_file = folder.path().join("people.json");
        DemoDirectory::write_people_file(&people_file).unwrap();
        let directory = DemoDirectory::start(&people_file).await.unwrap();
        Demo { directory, people_file, _folder: folder }
    }

    async fn connect(&self) -> Ldap {
        let url = format!("ldap://127.0.0.1:{}", self.directory.port());
        let (connection, ldap) = LdapConnAsync::new(&url).await.unwrap();
        ldap3::drive!(connection);
        ldap
    }

    async fn reader(&self) -> Ldap {
        let mut ldap = self.connect().await;
        assert_eq!(ldap.simple_bind(BIND_DN, BIND_PASSWORD).await.unwrap().rc, 0);
        ldap
    }

    async fn bind(&self, dn: &str, password: &str) -> (u32, String) {
        let result = self.connect().await.simple_bind(dn, password).await.unwrap();
        (result.rc, result.text)
    }

    fn edit(&self, from: &str, to: &str) {
        let text = std::fs::read_to_string(&self.people_file).unwrap();
        assert!(text.contains(from), "the people file lacks {from}");
        std::fs::write(&self.people_file, text.replace(from, to)).unwrap();
    }
}

async fn search(ldap: &mut Ldap, filter: &str, attributes: &[&str]) -> Vec<SearchEntry> {
    let result = ldap.search(PEOPLE_DN, Scope::Subtree, filter, attributes.to_vec()).await.unwrap();
    let (entries, _) = result.success().unwrap();
    entries.into_iter().map(SearchEntry::construct).collect()
}

async fn paged(ldap: &mut Ldap, size: i32) -> (usize, u32) {
    let adapters: Vec<Box<dyn Adapter<'_, &str, Vec<&str>>>> =
        vec![Box::new(EntriesOnly::new()), Box::new(PagedResults::new(size))];
    let search = ldap.streaming_search_with(adapters, PEOPLE_DN, Scope::Subtree, "(uid=*)", vec!["uid"]);
    let mut stream = search.await.unwrap();
    let mut count = 0;
    while stream.next().await.unwrap().is_some() {
        count += 1;
    }
    (count, stream.finish().await.rc)
}

#[tokio::test]
async fn the_root_dse_tells_what_the_directory_is() {
    let demo = Demo::start().await;
    let mut ldap = demo.connect().await;
    let result = ldap.search("", Scope::Base, "(objectClass=*)", vec!["*", "+"]).await.unwrap();
    let entry = SearchEntry::construct(result.success().unwrap().0.remove(0));
    assert_eq!(entry.attrs["vendorName"], ["Muster demo directory"]);
    assert_eq!(entry.attrs["namingContexts"], [BASE_DN]);
    assert_eq!(entry.attrs["supportedControl"], ["1.2.840.113556.1.4.319"]);
    assert!(!entry.attrs.contains_key("entryUUID"));
}

#[tokio::test]
async fn the_sample_agent_is_in_the_directory_and_can_bind() {
    let demo = Demo::start().await;
    let (email, password) = demo.directory.sample_agent();
    let found = search(&mut demo.reader().await, &format!("(mail={email})"), &["cn"]).await;
    assert_eq!(found.len(), 1);
    assert_eq!(demo.bind(&found[0].dn, password).await.0, 0);
}

#[tokio::test]
async fn binds_are_refused_with_the_right_code() {
    let demo = Demo::start().await;
    let anna = format!("uid=anna,{PEOPLE_DN}");
    assert_eq!(demo.bind(BIND_DN, "wrong").await.0, 49);
    assert_eq!(demo.bind(BIND_DN, "").await.0, 53);
    assert_eq!(demo.bind(&anna, "").await.0, 53);
    assert_eq!(demo.bind(&anna, "wrong").await.0, 49);
    assert_eq!(demo.bind(&format!("uid=nobody,{PEOPLE_DN}"), "x").await.0, 49);
    assert_eq!(demo.bind(PEOPLE_DN, "x").await.0, 49);
    assert_eq!(demo.bind("no name", "x").await.0, 34);
    assert_eq!(demo.bind("", "").await.0, 0);
}

#[tokio::test]
async fn a_disabled_person_is_marked_and_cannot_bind() {
    let demo = Demo::start().await;
    let found = search(&mut demo.reader().await, "(nsAccountLock=TRUE)", &["uid"]).await;
    assert_eq!(found.len(), 1);
    let (code, text) = demo.bind(&found[0].dn, "welcome-oldjan").await;
    assert_eq!(code, 53);
    assert!(text.starts_with("account inactivated"), "{text}");
}

#[tokio::test]
async fn anonymous_clients_and_refused_binds_read_nothing() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    assert_eq!(ldap.simple_bind(BIND_DN, "wrong").await.unwrap().rc, 49);
    let result = ldap.search(PEOPLE_DN, Scope::Subtree, "(uid=*)", vec!["uid"]).await.unwrap();
    assert_eq!((result.0.len(), result.1.rc), (0, 50));
}

#[tokio::test]
async fn operational_attributes_come_only_when_asked_for() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    let mut names = async |asked: &[&str]| {
        let entry = search(&mut ldap, "(uid=anna)", asked).await.remove(0);
        let mut names: Vec<String> = entry.attrs.into_keys().collect();
        names.sort();
        names.join(" ")
    };
    let user = "cn displayName mail objectClass sn telephoneNumber uid";
    assert_eq!(names(&[]).await, user);
    assert_eq!(names(&["*"]).await, user);
    assert_eq!(names(&["+"]).await, "entryUUID memberOf");
    assert_eq!(names(&["MAIL", "entryUUID", "userPassword"]).await, "entryUUID mail");
    assert_eq!(names(&["1.1"]).await, "");
}

#[tokio::test]
async fn a_password_can_be_neither_read_nor_guessed_by_a_filter() {
    let demo = Demo::start().await;
    assert_eq!(search(&mut demo.reader().await, "(userPassword=*)", &["*"]).await.len(), 0);
}

#[tokio::test]
async fn pages_of_every_size_bring_everyone_once() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    let everyone = search(&mut ldap, "(uid=*)", &["uid"]).await.len();
    assert!(everyone >= 60);
    for size in [1, 7, everyone as i32, 1000] {
        assert_eq!(paged(&mut ldap, size).await, (everyone, 0), "pages of {size}");
    }
}

#[tokio::test]
async fn an_edit_between_two_pages_hides_nobody() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    let everyone = search(&mut ldap, "(uid=*)", &["uid"]).await.len();
    let adapters: Vec<Box<dyn Adapter<'_, &str, Vec<&str>>>> = vec![Box::new(PagedResults::new(5))];
    let search = ldap.streaming_search_with(adapters, PEOPLE_DN, Scope::Subtree, "(uid=*)", vec!["uid"]);
    let mut stream = search.await.unwrap();
    let mut seen = std::collections::HashSet::new();
    while let Some(entry) = stream.next().await.unwrap() {
        if seen.is_empty() {
            demo.edit("\"uid\": \"anna\"", "\"uid\": \"anna2\"");
            demo.edit("\"people\": [", "\"people\": [{\"uid\": \"first\", \"name\": \"First\"},");
        }
        seen.insert(SearchEntry::construct(entry).dn);
    }
    assert_eq!((seen.len(), stream.finish().await.rc), (everyone, 0));
}

#[tokio::test]
async fn a_size_limit_is_said_to_be_reached() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    ldap.with_search_options(SearchOptions::new().sizelimit(3));
    let result = ldap.search(PEOPLE_DN, Scope::Subtree, "(uid=*)", vec!["uid"]).await.unwrap();
    assert_eq!((result.0.len(), result.1.rc), (3, 4));
}

#[tokio::test]
async fn an_unknown_base_is_no_such_object() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    let result = ldap.search("ou=nowhere,dc=demo,dc=test", Scope::Subtree, "(uid=*)", vec!["uid"]).await.unwrap();
    assert_eq!(result.1.rc, 32);
}

#[tokio::test]
async fn the_next_search_sees_an_edit_of_the_file() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    demo.edit("Anna Lindqvist", "Anna Lindqvist-Holm");
    demo.edit("\"uid\": \"bjorn\"", "\"uid\": \"bjorn2\"");
    assert_eq!(search(&mut ldap, "(cn=Anna Lindqvist-Holm)", &["uid"]).await.len(), 1);
    assert_eq!(search(&mut ldap, "(uid=bjorn)", &["uid"]).await.len(), 0);
    assert_eq!(search(&mut ldap, "(uid=bjorn2)", &["uid"]).await.len(), 1);
}

#[tokio::test]
async fn a_broken_edit_fails_the_search_and_names_the_line() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    demo.edit("\"uid\": \"bjorn\",", "\"uid\": \"bjorn\"");
    let result = ldap.search(PEOPLE_DN, Scope::Subtree, "(uid=*)", vec!["uid"]).await.unwrap();
    assert_eq!((result.0.len(), result.1.rc), (0, 80));
    assert!(result.1.text.contains("broken at line 4"), "{}", result.1.text);
    assert_eq!(demo.bind(BIND_DN, BIND_PASSWORD).await.0, 0);
    assert_eq!(demo.bind(&format!("uid=anna,{PEOPLE_DN}"), "welcome-anna").await.0, 80);
}

#[tokio::test]
async fn the_nested_group_names_its_members() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    let group = format!("cn=support,{GROUPS_DN}");
    let result = ldap.search(&group, Scope::Base, "(objectClass=groupOfNames)", vec!["member"]).await.unwrap();
    let entry = SearchEntry::construct(result.success().unwrap().0.remove(0));
    assert!(entry.attrs["member"].contains(&format!("cn=night-shift,{GROUPS_DN}")));
    let anna = search(&mut ldap, &format!("(memberOf={})", group.to_uppercase()), &["uid"]).await;
    assert!(anna.iter().any(|entry| entry.dn == format!("uid=anna,{PEOPLE_DN}")));
}

#[tokio::test]
async fn who_am_i_answers_the_bound_name() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    let (answer, _) = ldap.extended(ldap3::exop::WhoAmI).await.unwrap().success().unwrap();
    assert_eq!(answer.val.unwrap(), format!("dn:{BIND_DN}").into_bytes());
}

#[tokio::test]
async fn changes_are_refused() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    assert_eq!(ldap.delete(&format!("uid=anna,{PEOPLE_DN}")).await.unwrap().rc, 53);
}

#[tokio::test]
async fn dropping_the_directory_ends_it_and_its_connections() {
    let demo = Demo::start().await;
    let mut ldap = demo.reader().await;
    let port = demo.directory.port();
    drop(demo);
    assert!(ldap.simple_bind(BIND_DN, BIND_PASSWORD).await.is_err());
    let closed = async {
        while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), closed).await.expect("the port should be closed");
}

#[tokio::test]
async fn a_broken_file_at_the_start_is_refused_with_the_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.json");
    std::fs::write(&path, "{\n\"people\": 3}").unwrap();
    let error = DemoDirectory::start(&path).await.unwrap_err();
    assert!(error.to_string().contains("line 2"), "{error}");
}

#[tokio::test]
async fn ldapsearch_reads_everyone_page_by_page() {
    let demo = Demo::start().await;
    let url = format!("ldap://127.0.0.1:{}", demo.directory.port());
    let arguments =
        ["-x", "-LLL", "-H", &url, "-D", BIND_DN, "-w", BIND_PASSWORD, "-b", PEOPLE_DN, "-E", "pr=20/noprompt"];
    let command = tokio::process::Command::new("ldapsearch").args(arguments).args(["(uid=*)", "dn"]).output().await;
    let output = match command {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return, // OpenLDAP's client is not installed
        output => output.unwrap(),
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let people = String::from_utf8(output.stdout).unwrap().matches("dn: uid=").count();
    assert_eq!(people, search(&mut demo.reader().await, "(uid=*)", &["uid"]).await.len());
}
