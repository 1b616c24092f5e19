use crate::support::company::Company;
use crate::town::{Kind, Server};
#[tokio::test]
async fn probe() {
    for kind in Kind::ALL {
        let server = kind.company().await;
        let company = Company::with(&[("MUSTER_LOG", "muster=debug")]).await;
        let page = company.admin.connect_port(server.port(), &[("host", server.host())]).await;
        println!("{} {}", kind.name(), page.status);
        let run = company.admin.import_and_wait().await;
        println!("{run}");
        for a in company.agents().await {
            println!("  {} {} {}", a["email"], a["state"], a["guid"]);
        }
        for c in company.changes(&run).await {
            if c["kind"] == "skipped" {
                println!("  {c}");
            }
        }
        server.lock(&kind.dn("locked")).await;
        for uid in ["u000000", "disabled", "expired", "locked", "must-change", "aged"] {
            let rc = server.bind(&kind.dn(uid), &format!("pw-{uid}")).await;
            let rcw = server.bind(&kind.dn(uid), "wrong").await;
            let (_, page) = company.try_sign_in(&format!("{uid}@example.test"), &format!("pw-{uid}")).await;
            println!("{uid}: right {rc} wrong {rcw} sign-in {}", page.status);
        }
        for l in company.panel.log.text().lines() {
            if l.contains("refused") {
                println!("   {l}");
            }
        }
        if let Server::ActiveDirectory(_) = server {}
    }
}
