//! What is answered to whom.

mod common;

use std::collections::HashMap;

use common::{Client, Server};
use flag_server::EmbeddedServer;
use flags::{
    Code, country,
    server::{Embedded, Kind, Wanted},
};

fn local() -> (EmbeddedServer, Client) {
    let (kind, codes) = (Kind::Local, Vec::new());
    let wanted = Wanted { kind, delay: None, seed: 0, codes };
    let server = EmbeddedServer::start(&wanted).unwrap();
    let client = Client::connect(server.base());
    (server, client)
}

#[test]
fn a_flag_is_a_gif_with_its_length_and_its_name() {
    let (_server, mut client) = local();
    let flag = client.get("/flags/br/br.gif");
    assert_eq!(flag.status, 200);
    assert_eq!(flag.headers["content-type"], "image/gif");
    let length: usize =
        flag.headers["content-length"].parse().unwrap();
    assert_eq!(length, flag.body.len());
    assert!(flag.body.starts_with(b"GIF89a"));
    let etag = &flag.headers["etag"];
    assert!(etag.starts_with('"') && etag.ends_with('"'), "{etag}");
}

#[test]
fn all_249_flags_are_images_of_one_size_and_each_its_own() {
    let (_server, mut client) = local();
    let mut alike: HashMap<String, Vec<Code>> = HashMap::new();
    for code in country::all() {
        let cc = code.lower();
        let flag = client.get(&format!("/flags/{cc}/{cc}.gif"));
        assert_eq!(flag.status, 200, "{code}");
        let (width, height, _) = pixels(&flag.body);
        assert_eq!((width, height), (288, 208), "{code}");
        let etag = flag.headers["etag"].clone();
        alike.entry(etag).or_default().push(code);
    }
    assert_eq!(alike.values().flatten().count(), 249);
    // Only islands without a flag of their own share one.
    alike.retain(|_, codes| codes.len() > 1);
    let mut alike: Vec<String> = alike
        .values()
        .map(|codes| codes.iter().map(Code::to_string).collect())
        .collect();
    alike.sort();
    assert_eq!(alike, ["AUHM", "FRMF", "NOSJ", "UMUS"]);
}

#[test]
fn the_flag_of_japan_is_a_red_disc_on_white() {
    let (_server, mut client) = local();
    let flag = client.get("/flags/jp/jp.gif").body;
    let (width, height, pixels) = pixels(&flag);
    let at = |x: usize, y: usize| pixels[y * width + x];
    let [red, green, blue] = at(width / 2, height / 2);
    assert!(red > 200 && green < 100 && blue < 100);
    let field = at(width / 8, height / 2);
    assert!(field.iter().all(|colour| *colour > 200));
    // Nothing of the emoji's margin is left.
    assert_eq!(at(width / 2, 0), field);
    assert_eq!(at(width / 2, height - 1), field);
    assert_eq!(at(0, 0), [255; 3], "cut off, and laid on white");
}

/// Reads width, height and colours of a GIF.
fn pixels(gif: &[u8]) -> (usize, usize, Vec<[u8; 3]>) {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut image = options.read_info(gif).unwrap();
    let frame = image.read_next_frame().unwrap().unwrap();
    let colours =
        frame.buffer.chunks(4).map(|c| [c[0], c[1], c[2]]);
    let (width, height) = (frame.width.into(), frame.height.into());
    (width, height, colours.collect())
}

#[test]
fn metadata_names_the_country_in_utf_8() {
    let (_server, mut client) = local();
    let metadata = client.get("/flags/ad/metadata.json");
    assert_eq!(metadata.status, 200);
    let json = "application/json";
    assert_eq!(metadata.headers["content-type"], json);
    let value: serde_json::Value =
        serde_json::from_slice(&metadata.body).unwrap();
    let expected = serde_json::json!({
        "tld_cc": ".ad", "iso_cc": "AD", "country": "Andorra"
    });
    assert_eq!(value, expected);

    let metadata = client.get("/flags/ci/metadata.json");
    let text = String::from_utf8(metadata.body).unwrap();
    assert!(text.contains("Côte d'Ivoire"), "{text}");
}

#[test]
fn the_index_lists_the_code_of_every_country() {
    let (_server, mut client) = local();
    let index = client.get("/flags/index.json");
    assert_eq!(index.headers["content-type"], "application/json");
    let codes: Vec<String> =
        serde_json::from_slice(&index.body).unwrap();
    let all = flags::country::all();
    let all: Vec<_> = all.iter().map(|it| it.as_str()).collect();
    assert_eq!(codes, all);
}

#[test]
fn what_the_client_has_is_not_sent_again() {
    let (_server, mut client) = local();
    for path in ["/flags/br/br.gif", "/flags/br/metadata.json"] {
        let etag = client.get(path).headers["etag"].clone();
        for names in [&etag, "*", &format!("\"other\", W/{etag}")] {
            let header = format!("If-None-Match: {names}\r\n");
            let answer = client.ask("GET", path, &header);
            assert_eq!(answer.status, 304, "{names}");
            assert_eq!(answer.headers["etag"], etag);
            assert!(answer.body.is_empty());
        }
        let header = "If-None-Match: \"other\"\r\n";
        assert_eq!(client.ask("GET", path, header).status, 200);
    }
}

#[test]
fn the_name_of_a_content_is_the_same_in_every_run() {
    let (_server, mut client) = local();
    let other_run = Server::start(&[]);
    let path = "/flags/br/br.gif";
    let etag = &client.get(path).headers["etag"];
    assert_eq!(&other_run.local().get(path).headers["etag"], etag);
    let other = "/flags/cn/cn.gif";
    assert_ne!(&client.get(other).headers["etag"], etag);
}

#[test]
fn head_is_get_without_the_body() {
    let (_server, mut client) = local();
    let path = "/flags/br/br.gif";
    let head = client.ask("HEAD", path, "");
    // On the same connection: a body would be taken for an answer.
    let get = client.get(path);
    assert_eq!(head.status, 200);
    for name in ["content-type", "content-length", "etag"] {
        assert_eq!(head.headers[name], get.headers[name]);
    }
    assert_eq!(client.ask("HEAD", "/", "").status, 200);
}

#[test]
fn what_does_not_exist_is_not_found() {
    let (_server, mut client) = local();
    for path in [
        "/flags/zz/zz.gif",
        "/flags/zz/metadata.json",
        "/flags/br/cn.gif",
        "/flags/br/br.png",
        "/flags/br/",
        "/flags/br",
        "/flags/BR/BR.gif",
        "/flags/br/BR.gif",
        "/flags/BR/metadata.json",
        "/flags/b/b.gif",
        "/flags/bra/bra.gif",
        "/flags/%62r/br.gif",
        "/flags/../stats",
        "/flags/é",
        "/flagsbr",
        "/elsewhere",
    ] {
        let answer = client.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.headers["content-type"].contains("text"));
        assert!(answer.body.len() < 40, "{path}");
    }
}

#[test]
fn other_methods_are_told_which_there_are() {
    let (_server, mut client) = local();
    for path in ["/flags/br/br.gif", "/", "/stats", "/healthz"] {
        for method in ["POST", "DELETE"] {
            let length = "Content-Length: 0\r\n";
            let answer = client.ask(method, path, length);
            assert_eq!(answer.status, 405, "{method} {path}");
            assert_eq!(answer.headers["allow"], "GET, HEAD");
        }
    }
}

#[test]
fn the_server_says_that_it_is_there() {
    let (_server, mut client) = local();
    let answer = client.get("/healthz");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, b"ok\n");
}

#[test]
fn the_index_page_shows_every_flag_and_asks_nobody_else() {
    let (_server, mut client) = local();
    let answer = client.get("/");
    assert_eq!(answer.status, 200);
    let html = "text/html; charset=utf-8";
    assert_eq!(answer.headers["content-type"], html);
    let page = String::from_utf8(answer.body).unwrap();
    for code in country::all() {
        let cc = code.lower();
        let source = format!("src=\"/flags/{cc}/{cc}.gif\"");
        assert!(page.contains(&source), "{code}");
        let country = code.country().unwrap().replace('&', "&amp;");
        let caption = format!("<b>{code}</b> {country}<");
        assert!(page.contains(&caption), "{code}");
    }
    let outside = ["src=\"http", "url(", "@import", "<script"];
    for asked in outside {
        assert!(!page.contains(asked), "{asked}");
    }
    for told in ["/stats", "/healthz", "metadata.json", "CC-BY"] {
        assert!(page.contains(told), "{told}");
    }
    for blank in ["{site}", "{manner}", "{number}", "{flags}"] {
        assert!(!page.contains(blank), "{blank} is not filled in");
    }
}

#[test]
fn the_printed_address_itself_leads_to_the_index_page() {
    let (_server, mut client) = local();
    for path in ["/flags", "/flags/"] {
        let answer = client.get(path);
        assert_eq!(answer.status, 307);
        assert_eq!(answer.headers["location"], "/");
    }
}
