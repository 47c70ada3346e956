//! Whatever a server says a country is called, the name of the
//! file is one that every file system takes.

use std::collections::HashSet;

use countries::{FileName, name::MAX_BYTES};
use flags::{Code, country};
use icu_normalizer::ComposingNormalizerBorrowed;

fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

fn name(country: &str) -> String {
    let name = FileName::new(country, code("BR"));
    name.map_or("none".into(), |name| name.to_string())
}

#[test]
fn names_of_countries_survive() {
    for (cc, expected) in [
        ("CI", "Côte_d'Ivoire--CI.gif"),
        ("AX", "Åland_Islands--AX.gif"),
        ("KN", "Saint_Kitts_&_Nevis--KN.gif"),
        ("TL", "Timor-Leste--TL.gif"),
        ("ST", "São_Tomé_&_Príncipe--ST.gif"),
    ] {
        let cc = code(cc);
        let country = cc.country().expect("a country");
        let name = FileName::new(country, cc).expect("a name");
        assert_eq!(name.as_str(), expected);
    }
    assert_eq!(name("Myanmar (Burma)"), "Myanmar_(Burma)--BR.gif");
    assert_eq!(name("St. Kitts"), "St._Kitts--BR.gif");
    assert_eq!(name("中国"), "中国--BR.gif");
    assert_eq!(name("مصر"), "مصر--BR.gif");
    assert_eq!(name("भारत"), "भारत--BR.gif");
}

#[test]
fn all_countries_only_exchange_spaces_for_underscores() {
    for cc in country::all() {
        let country = cc.country().expect("a country");
        let name = FileName::new(country, cc).expect("a name");
        let expected =
            format!("{}--{cc}.gif", country.replace(' ', "_"));
        assert_eq!(name.as_str(), expected);
    }
}

#[test]
fn what_is_no_name_becomes_a_harmless_one() {
    for (country, expected) in [
        // Ways to somewhere else.
        ("../../etc/passwd", "etc_passwd--BR.gif"),
        ("/etc/passwd", "etc_passwd--BR.gif"),
        (r"..\..\boot.ini", "boot.ini--BR.gif"),
        (r"C:\Windows", "C_Windows--BR.gif"),
        ("a/../b", "a_.._b--BR.gif"),
        // Hidden files, options, streams, wild cards.
        (".bashrc", "bashrc--BR.gif"),
        ("-rf", "rf--BR.gif"),
        ("x:stream", "x_stream--BR.gif"),
        ("a*?\"<>|b", "a_b--BR.gif"),
        // What cannot be seen, or turns round what can.
        ("a\0b\nc\td\u{1b}[2Je", "a_b_c_d_2Je--BR.gif"),
        ("Bra\u{202e}fig.liz", "Bra_fig.liz--BR.gif"),
        ("Bra\u{200b}\u{feff}\u{3164}zil", "Bra_zil--BR.gif"),
        ("Brazil\u{fe0f}\u{e0001}", "Brazil--BR.gif"),
        // Devices of Windows.
        ("CON.", "CON--BR.gif"),
        ("nul.x", "nul_x--BR.gif"),
        ("Com1.gif", "Com1_gif--BR.gif"),
        ("LPT².a.b", "LPT²_a.b--BR.gif"),
        ("Cone.x", "Cone.x--BR.gif"),
        ("COM12.x", "COM12.x--BR.gif"),
        // Spaces of all kinds.
        ("  two   words \u{a0}", "two_words--BR.gif"),
        ("🇧🇷 Brazil", "Brazil--BR.gif"),
    ] {
        assert_eq!(name(country), expected, "{country:?}");
    }
}

#[test]
fn a_country_of_which_nothing_may_stay_has_no_name() {
    for country in
        ["", " ", ".", "..", "///", "\0", "\u{202e}", "🇧🇷"]
    {
        assert_eq!(name(country), "none", "{country:?}");
    }
    let long = "/".repeat(1 << 14);
    let error = FileName::new(&long, code("BR"));
    let error = error.expect_err("no name").to_string();
    assert!(error.len() < 200, "it does not quote all: {error}");
}

#[test]
fn a_long_name_is_cut_between_characters() {
    for letter in
        ["a", "é", "中", "𝒳", "e\u{323}\u{301}", "a ", "a."]
    {
        for before in ["", "x", "xy", "xyz"] {
            let long = before.to_owned() + &letter.repeat(1 << 10);
            let name = name(&long);
            assert!(name.len() <= MAX_BYTES, "{name}");
            assert!(name.len() > MAX_BYTES - 8, "{name}");
            assert!(name.ends_with("--BR.gif"), "{name}");
        }
    }
}

#[test]
fn one_country_in_two_unicode_forms_is_one_file() {
    let composed = "C\u{f4}te d'Ivoire";
    let decomposed = "Co\u{302}te d'Ivoire";
    assert_ne!(composed, decomposed);
    assert_eq!(name(composed), name(decomposed));
}

/// What file systems take for the same: some do not tell capitals
/// from small letters, some compare one Unicode form.
fn folded(name: &str) -> String {
    let form = ComposingNormalizerBorrowed::new_nfkc();
    let name = form.normalize(&name.to_uppercase()).to_lowercase();
    form.normalize(&name).into_owned()
}

#[test]
fn no_two_codes_get_names_that_any_file_system_confuses() {
    let nasty = [
        "Brazil",
        "BRAZIL",
        "brazil--AA",
        "x--BR.gif",
        "straße",
        "STRASSE",
        "Côte",
        "Co\u{302}te",
        "ſ",
        "K",
        "ı",
        "İ",
    ];
    let codes: Vec<Code> = country::every().collect();
    for country in nasty {
        let names: HashSet<String> = codes
            .iter()
            .map(|code| FileName::new(country, *code))
            .map(|name| folded(name.expect("a name").as_str()))
            .collect();
        assert_eq!(names.len(), codes.len(), "{country}");
    }
}

/// Pieces of which nasty names are made.
const PIECES: &[&str] = &[
    "/",
    "\\",
    "..",
    ".",
    "\0",
    "\n",
    "\r",
    "\u{7f}",
    "\u{85}",
    ":",
    "*",
    "?",
    "\"",
    "<",
    ">",
    "|",
    " ",
    "_",
    "-",
    "CON",
    "nul",
    "aux",
    "COM1",
    "LPT¹",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{2028}",
    "\u{3164}",
    "\u{e0041}",
    "é",
    "e\u{301}",
    "\u{301}",
    "中",
    "ß",
    "İ",
    "👩\u{200d}👧",
    "%2e%2e%2f",
    "$HOME",
    "`id`",
    "~",
    "a",
    "Brazil",
    "'",
    "(",
    "&",
    "\u{fffd}",
    "\u{e000}",
];

#[test]
fn whatever_the_pieces_the_name_is_fit_for_every_file_system() {
    let mut random = 1_u64;
    let mut draw = |below: usize| {
        // Numbers that look random, the same in each run.
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % below
    };
    let form = ComposingNormalizerBorrowed::new_nfc();
    let mut names = 0;
    for _ in 0..4_000 {
        let length = draw(60);
        let country: String = (0..length)
            .map(|_| PIECES[draw(PIECES.len())])
            .collect();
        let Ok(name) = FileName::new(&country, code("BR")) else {
            continue;
        };
        names += 1;
        let name = name.as_str();
        let told = format!("{country:?} became {name:?}");
        assert!(name.len() <= MAX_BYTES, "{told}");
        assert!(form.is_normalized(name), "{told}");
        assert!(name.ends_with("--BR.gif"), "{told}");
        assert!(!name.starts_with(['.', '-', '_']), "{told}");
        let bad = |it: char| {
            "/\\:*?\"<>|%$`~ ".contains(it)
                || it.is_control()
                || "\u{202e}\u{2066}\u{200b}\u{200d}\u{feff}"
                    .contains(it)
        };
        assert!(!name.contains(bad), "{told}");
        let stem = name.split('.').next().unwrap_or_default();
        let stem = stem.to_ascii_lowercase();
        let devices = ["con", "nul", "aux", "com1", "lpt¹"];
        assert!(!devices.contains(&&*stem), "{told}");
    }
    assert!(names > 2_000, "{names}");
}
