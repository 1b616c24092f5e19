#![allow(clippy::unwrap_used)]
use super::*;
use crate::test_store::{TestStore, agent};
use std::net::Ipv4Addr;
use std::sync::Arc;

const HOME: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
/// The secret of RFC 6238, appendix B: "12345678901234567890".
const RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(seconds).unwrap()
}

fn code_at(secret: &SecretString, seconds: i64) -> SecretString {
    let secret = Secret::Encoded(secret.expose_secret().into()).to_bytes().unwrap();
    let totp = TOTP::new(Algorithm::SHA1, 6, 0, 30, secret).unwrap();
    totp.generate(u64::try_from(seconds).unwrap()).into()
}

struct Scene {
    store: Arc<TestStore>,
    factors: SecondFactors,
    agent: AgentId,
    secret: SecretString,
    codes: RecoveryCodes,
}

/// Set up at 1,000,000 seconds.
async fn scene() -> Scene {
    let store = Arc::new(TestStore::default());
    let agent = store.keep(agent("owner", Some("hash")));
    let factors = SecondFactors::new(store.clone(), SecretKey::random());
    let secret = SecondFactors::new_secret();
    let codes = factors.set_up(agent, &secret, &code_at(&secret, NOW), at(NOW)).await.unwrap();
    Scene { store, factors, agent, secret, codes }
}

const NOW: i64 = 1_000_000;

impl Scene {
    async fn verify(&self, code: &SecretString, seconds: i64) -> Result<Used, CodeError> {
        // Not about the throttle.
        self.store.lock().attempts.clear();
        self.factors.verify(self.agent, code, HOME, at(seconds)).await
    }
}

#[test]
fn codes_are_those_of_rfc_6238() {
    let secret = RFC.into();
    for (seconds, code) in
        [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037"), (20_000_000_000, "353130")]
    {
        assert_eq!(step_of(&secret, code, at(seconds), 0), Some(seconds as u64 / 30), "{seconds}");
    }
}

#[tokio::test]
async fn a_code_counts_in_its_period_and_the_one_before_and_after() {
    let scene = scene().await;
    let later = NOW + 600;
    let code = code_at(&scene.secret, later);
    for off in [-61, 61] {
        assert!(matches!(scene.verify(&code, later + off).await, Err(CodeError::Wrong)), "{off}");
    }
    assert!(matches!(scene.verify(&code, later - 30).await, Ok(Used::App)));
    let next = code_at(&scene.secret, later + 300);
    assert!(matches!(scene.verify(&next, later + 330).await, Ok(Used::App)));
}

#[tokio::test]
async fn no_code_is_accepted_twice_nor_one_of_before() {
    let scene = scene().await;
    let set_up = code_at(&scene.secret, NOW);
    assert!(matches!(scene.verify(&set_up, NOW).await, Err(CodeError::Wrong)), "the one that switched it on");
    let (earlier, code) = (code_at(&scene.secret, NOW + 570), code_at(&scene.secret, NOW + 600));
    scene.verify(&code, NOW + 600).await.unwrap();
    for spent in [&code, &earlier] {
        assert!(matches!(scene.verify(spent, NOW + 600).await, Err(CodeError::Wrong)));
    }
}

#[tokio::test]
async fn of_many_at_once_with_one_code_one_comes_in() {
    let scene = scene().await;
    let code = code_at(&scene.secret, NOW + 600);
    let tries = (0..8).map(|_| scene.factors.spend(scene.agent, code.expose_secret(), at(NOW + 600)));
    let outcomes = futures::future::join_all(tries).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
}

#[tokio::test]
async fn each_recovery_code_counts_once_as_people_type_it() {
    let scene = scene().await;
    assert_eq!(scene.codes.len(), CODES);
    let shouted = scene.codes[3].expose_secret().to_uppercase().replace('-', " ").replace('0', "O");
    assert_eq!(scene.verify(&shouted.into(), NOW).await.unwrap(), Used::Recovery { left: 9 });
    assert!(matches!(scene.verify(&scene.codes[3], NOW).await, Err(CodeError::Wrong)));
    assert_eq!(scene.verify(&scene.codes[0], NOW).await.unwrap(), Used::Recovery { left: 8 });
    let fresh = scene.factors.renew_codes(scene.agent).await.unwrap();
    assert!(matches!(scene.verify(&scene.codes[1], NOW).await, Err(CodeError::Wrong)), "an old one");
    assert_eq!(scene.verify(&fresh[1], NOW).await.unwrap(), Used::Recovery { left: 9 });
}

#[tokio::test]
async fn neither_the_secret_nor_a_recovery_code_is_kept_as_it_is() {
    let scene = scene().await;
    let factor = scene.store.lock().second_factors[&scene.agent].clone();
    let kept = serde_json::to_string(&factor).unwrap();
    assert!(!kept.contains(scene.secret.expose_secret()), "{kept}");
    for code in &scene.codes {
        assert!(!kept.contains(&code.expose_secret().replace('-', "")) && !kept.contains(code.expose_secret()));
    }
    let other = SecondFactors::place(AgentId(uuid::Uuid::nil()));
    assert!(scene.factors.secrets.open(&other, &factor.secret).is_err(), "it opens for another agent");
}

#[tokio::test]
async fn guesses_are_slowed_down_and_a_right_code_ends_that() {
    let scene = scene().await;
    let now = Timestamp::now_utc();
    let guess = async || scene.factors.verify(scene.agent, &"000000".into(), HOME, at(NOW + 600)).await;
    let mut guesses = 0;
    while !matches!(guess().await, Err(CodeError::Throttled { .. })) {
        guesses += 1;
        assert!(guesses < 40, "nothing slows them down");
    }
    let code = code_at(&scene.secret, now.unix_timestamp());
    assert!(matches!(scene.factors.verify(scene.agent, &code, HOME, now).await, Err(CodeError::Throttled { .. })));
    scene.verify(&code, now.unix_timestamp()).await.unwrap();
}

#[tokio::test]
async fn what_is_off_lets_nobody_in() {
    let scene = scene().await;
    let store: Store = scene.store.clone();
    assert!(switch_off(&store, scene.agent).await.unwrap());
    assert!(!switch_off(&store, scene.agent).await.unwrap());
    let code = code_at(&scene.secret, NOW + 600);
    assert!(matches!(scene.verify(&code, NOW + 600).await, Err(CodeError::Off)));
}
