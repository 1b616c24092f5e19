//! How long a failed sign-in takes, by why it failed, as somebody outside sees it: they should not be able to tell.
//! Prints medians and ratios; never fails for being slow.
//!
//! `BENCH_ACCOUNTS` (default 500) changes how many of each kind there are. Each account is tried once, from an address
//! of its own, so that nothing is slowed down.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../support/mod.rs"]
mod support;

use futures::future::join_all;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use support::company::Company;
use support::html;
use support::http::Visitor;
use support::openldap::{BASE_DN, OpenLdap, PEOPLE_DN};
use support::people::ldif;

/// Who fails to come in, with the place of the answer's time in the table.
const KINDS: [&str; 7] = [
    "unknown email",
    "not imported",
    "removed",
    "disabled",
    "blocked",
    "wrong password, LDAP",
    "wrong password, local",
];
/// Visitors at once.
const VISITORS: usize = 6;

#[tokio::main]
async fn main() {
    let accounts = std::env::var("BENCH_ACCOUNTS").ok().and_then(|text| text.parse().ok()).unwrap_or(500);
    let directory = directory(accounts).await;
    let company = Company::with(&[("MUSTER_TRUSTED_PROXIES", "127.0.0.1")]).await;
    company.admin.connect_directory(&directory).await;
    prepare(&company, &directory, accounts).await;
    println!(
        "{accounts} accounts of each kind on slapd with ppolicy, {VISITORS} visitors at once, each account tried once"
    );
    let times = tried(&company, accounts).await;
    report(&times);
}

fn mail(kind: &str, number: usize) -> String {
    let kind: String = kind.chars().filter(char::is_ascii_alphabetic).collect();
    format!("{}{number}@example.test", kind.to_lowercase())
}

fn entry(mail: &str, more: &[(&'static str, &str)]) -> String {
    let uid = mail.split('@').next().unwrap();
    let password = format!("pw-{uid}");
    let own = [("uid", uid), ("cn", uid), ("sn", uid), ("mail", mail), ("userPassword", &password)];
    let all = [("objectClass", "inetOrgPerson")].into_iter().chain(own).chain(more.iter().copied());
    let all: Vec<(&str, String)> = all.map(|(name, value)| (name, value.to_owned())).collect();
    ldif(&format!("uid={uid},{PEOPLE_DN}"), &all)
}

async fn directory(accounts: usize) -> OpenLdap {
    let policy = [
        ("objectClass", "device"),
        ("objectClass", "pwdPolicy"),
        ("cn", "policy"),
        ("pwdAttribute", "userPassword"),
        ("pwdLockout", "TRUE"),
        ("pwdMaxFailure", "5"),
        ("pwdFailureCountInterval", "1800"),
    ];
    let mut text = ldif(&format!("cn=policy,{BASE_DN}"), &policy.map(|(name, value)| (name, value.to_owned())));
    for number in 0..accounts {
        for kind in [KINDS[2], KINDS[4], KINDS[5]] {
            text.push_str(&entry(&mail(kind, number), &[]));
        }
        text.push_str(&entry(&mail(KINDS[3], number), &[("pwdAccountLockedTime", "000001010000Z")]));
        // So that those who are removed are not so many that the panel asks first.
        text.push_str(&entry(&mail("beside", number), &[]));
        text.push_str(&entry(&mail("beside", accounts + number), &[]));
    }
    OpenLdap::builder()
        .global_directive("moduleload ppolicy")
        .database_directive(&format!("overlay ppolicy\nppolicy_default cn=policy,{BASE_DN}"))
        .ldif(&text)
        .start()
        .await
}

async fn prepare(company: &Company, directory: &OpenLdap, accounts: usize) {
    company.import().await;
    for number in 0..accounts {
        let uid = mail(KINDS[2], number);
        directory.delete(&format!("uid={},{PEOPLE_DN}", uid.split('@').next().unwrap())).await;
    }
    let run = company.import().await;
    assert_eq!(run["removed"], accounts, "{run}");
    let agents: BTreeMap<String, String> = company
        .agents()
        .await
        .into_iter()
        .map(|agent| (agent["email"].as_str().unwrap().to_owned(), agent["id"].as_str().unwrap().to_owned()))
        .collect();
    for number in 0..accounts {
        let path = format!("/agents/{}", agents[&mail(KINDS[4], number)]);
        let block = [("blocked_shown", "1"), ("blocked", "1")];
        company.admin.submit(&format!("{path}/edit"), &path, &block).await.expect_status(303);
        let email = mail(KINDS[6], number);
        let local =
            [("name", "Local"), ("email", email.as_str()), ("role", "employee"), ("password", "a walk by the sea")];
        company.admin.submit("/agents/new", "/agents", &local).await.expect_status(303);
        let late = mail(KINDS[1], number);
        directory.add_person(late.split('@').next().unwrap(), "Late", &late).await;
    }
}

/// Milliseconds of every try, by kind. The kinds take turns, so that nothing that changes meanwhile is of one.
async fn tried(company: &Company, accounts: usize) -> [Vec<f64>; KINDS.len()] {
    let next = Arc::new(AtomicUsize::new(0));
    let visitors = (0..VISITORS).map(|_| {
        let (visitor, next) = (Visitor::new(&company.panel), next.clone());
        tokio::spawn(async move {
            let mut times: [Vec<f64>; KINDS.len()] = Default::default();
            let login = visitor.get("/login").await.expect_status(200).text;
            let token = html::field_value(&login, "csrf_token").unwrap();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= accounts {
                    return times;
                }
                for turn in 0..KINDS.len() {
                    let kind = (number + turn) % KINDS.len();
                    times[kind].push(once(&visitor, &token, kind, number).await);
                }
            }
        })
    });
    let mut all: [Vec<f64>; KINDS.len()] = Default::default();
    for times in join_all(visitors).await {
        for (all, some) in all.iter_mut().zip(times.unwrap()) {
            all.extend(some);
        }
    }
    all
}

async fn once(visitor: &Visitor, token: &str, kind: usize, number: usize) -> f64 {
    let email = mail(KINDS[kind], number);
    let fields = [("csrf_token", token), ("email", &email), ("password", "not the password")];
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let address = format!("10.{}.{}.{}", kind + 1, number / 250, number % 250 + 1);
    let request = visitor.request("POST", "/login").header("x-forwarded-for", address);
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(body);
    let began = Instant::now();
    let answer = request.send().await.unwrap();
    let status = answer.status();
    let _ = answer.bytes().await.unwrap();
    let took = began.elapsed().as_secs_f64() * 1000.0;
    assert_eq!(status, 422, "{email}");
    took
}

fn report(times: &[Vec<f64>; KINDS.len()]) {
    let at = |times: &[f64], part: f64| {
        let mut times = times.to_vec();
        times.sort_by(f64::total_cmp);
        times[((times.len() - 1) as f64 * part) as usize]
    };
    let all: Vec<f64> = times.iter().flatten().copied().collect();
    let middle = at(&all, 0.5);
    println!("{:<24}{:>6} {:>12} {:>9} {:>12} {:>12}", "", "tries", "median", "x all", "p10", "p90");
    for (kind, times) in KINDS.iter().zip(times) {
        let [tenth, median, ninetieth] = [0.1, 0.5, 0.9].map(|part| at(times, part));
        let (tries, ratio) = (times.len(), median / middle);
        println!("{kind:<24}{tries:>6} {median:>9.1} ms {ratio:>9.3} {tenth:>9.1} ms {ninetieth:>9.1} ms");
    }
    let medians: Vec<f64> = times.iter().map(|times| at(times, 0.5)).collect();
    let (least, most) = medians.iter().fold((f64::MAX, 0.0_f64), |(l, m), value| (l.min(*value), m.max(*value)));
    println!("the longest median is {:.3} of the shortest", most / least);
}
