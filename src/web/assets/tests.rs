use super::*;
use actix_web::body::to_bytes;
use actix_web::test::TestRequest;

async fn get(name: &str, query: &str, known: Option<&str>) -> HttpResponse {
    let mut request = TestRequest::with_uri(&format!("/static/{name}{query}"));
    if let Some(tag) = known {
        request = request.insert_header(("if-none-match", tag));
    }
    show(request.to_http_request(), web::Path::from(name.to_string())).await
}

fn header<'a>(response: &'a HttpResponse, name: &str) -> &'a str {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[actix_web::test]
async fn an_asset_under_its_own_hash_may_be_kept_for_ever() {
    let url = asset_url(APP_CSS);
    let response = get(APP_CSS, url.split_at(url.find('?').unwrap_or(0)).1, None).await;
    assert_eq!(response.status(), 200);
    assert!(header(&response, "cache-control").contains("immutable"));
    assert_eq!(header(&response, "x-content-type-options"), "nosniff");
    assert_eq!(header(&response, "content-type"), "text/css; charset=utf-8");
    assert_eq!(to_bytes(response.into_body()).await.unwrap_or_default(), STYLESHEET.as_bytes());
}

#[actix_web::test]
async fn an_asset_under_another_hash_is_asked_for_again() {
    for query in ["", "?v=", "?v=000000000000"] {
        assert_eq!(header(&get(APP_JS, query, None).await, "cache-control"), "no-cache", "{query}");
    }
}

#[actix_web::test]
async fn a_known_asset_is_not_sent_again() {
    let first = get(HTMX_JS, "", None).await;
    let tag = header(&first, "etag").to_string();
    assert!(tag.starts_with('"'), "strong: {tag}");
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_string()] {
        let again = get(HTMX_JS, "", Some(&known)).await;
        assert_eq!(again.status(), 304, "{known}");
        assert_eq!(header(&again, "etag"), tag);
    }
    assert_eq!(get(HTMX_JS, "", Some("\"other\"")).await.status(), 200);
}

#[actix_web::test]
async fn an_asset_is_sent_in_the_smallest_coding_that_is_taken() {
    let mut sizes = Vec::new();
    for (takes, coding) in
        [("identity", ""), ("gzip", "gzip"), ("gzip, deflate, br, zstd", "br"), ("br;q=0, gzip", "gzip")]
    {
        let request = TestRequest::default().insert_header(("accept-encoding", takes)).to_http_request();
        let response = show(request, web::Path::from(HTMX_JS.to_string())).await;
        assert_eq!(
            header(&response, "content-encoding"),
            if coding.is_empty() { "identity" } else { coding },
            "{takes}"
        );
        assert_eq!(header(&response, "vary"), "accept-encoding");
        let tag = header(&response, "etag").to_owned();
        assert!(tag.trim_matches('"').ends_with(coding), "{takes}: {tag}");
        assert_eq!(get(HTMX_JS, "", Some(&tag)).await.status(), 304, "{tag} is the same content");
        sizes.push(to_bytes(response.into_body()).await.unwrap_or_default().len());
    }
    assert!(sizes[0] > 3 * sizes[1] && sizes[1] > sizes[2], "{sizes:?}");
}

#[actix_web::test]
async fn a_bare_asset_stays_bare() {
    use actix_web::{App, middleware::Compress, test};
    let app = App::new().wrap(Compress::default()).route("/static/{path:.*}", web::get().to(show));
    let app = test::init_service(app).await;
    for takes in ["deflate", "zstd", "identity"] {
        let request = TestRequest::with_uri(&format!("/static/{HTMX_JS}")).insert_header(("accept-encoding", takes));
        let response = test::call_service(&app, request.to_request()).await;
        assert_eq!(response.headers().get("content-encoding").unwrap(), "identity", "{takes}");
        assert_eq!(test::read_body(response).await, ASSETS[HTMX_JS].body, "{takes}");
    }
}

#[test]
fn what_the_first_page_needs_is_small() {
    let packed: usize = ASSETS.values().map(|asset| asset.packed.brotli().len()).sum();
    assert!(packed < 40_000, "{packed} bytes of assets, of 60 KB for everything");
}

#[actix_web::test]
async fn what_is_not_an_asset_is_not_found() {
    for name in ["", "js", "js/live.js", "js/README.md", "css/tokens.css", "../Cargo.toml", "js/../app.css"] {
        assert_eq!(get(name, "", None).await.status(), 404, "{name}");
    }
}

#[test]
fn every_asset_a_page_names_exists() {
    for name in [APP_CSS, APP_JS, LIST_JS, THEME_JS, HTMX_JS, FAVICON] {
        assert!(asset_url(name).contains("?v="), "{name}");
    }
}
