//! The test servers themselves: each starts, answers and is read.

use crate::support::company::Company;
use crate::support::ds389::Ds389;
use crate::support::openldap::OpenLdap;
use crate::support::samba::Samba;

#[tokio::test]
async fn openldap_is_read() {
    let directory = OpenLdap::builder().people(3).start().await;
    let company = Company::of(&directory).await;
    assert_eq!(company.import().await["added"], 3);
    company.sign_in("u000000@example.test", "pw-u000000").await;
}

#[tokio::test]
async fn ds389_is_read() {
    let mut directory = Ds389::builder().people(3).start().await;
    let company = Company::new().await;
    company.admin.connect_port(directory.port, &[]).await.expect_status(303);
    assert_eq!(company.import().await["added"], 3);
    company.sign_in("u000000@example.test", "pw-u000000").await;
    directory.stop();
    company.import_in_vain().await;
    directory.start_again().await;
    assert_eq!(company.import().await["unchanged"], 3);
}

#[tokio::test]
async fn active_directory_is_read() {
    let mut directory = Samba::builder().people(3).start().await;
    let company = Company::new().await;
    let fields = [("host", directory.address.as_str()), ("base_dn", "ou=people,dc=example,dc=test")];
    company.admin.connect_port(389, &fields).await.expect_status(303);
    assert_eq!(company.import().await["added"], 3);
    company.sign_in("u000000@example.test", "pw-u000000").await;
    directory.stop();
    company.import_in_vain().await;
    directory.start_again().await;
    assert_eq!(company.import().await["unchanged"], 3);
}
