//! Small programs that stand in for the server and the downloads.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    path::Path,
    thread,
    time::Duration,
};

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder of programs, and of what they write down.
pub(crate) struct StandIns {
    folder: TempDir,
}

impl StandIns {
    /// Makes an empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// Makes a server, and downloads which all save the same.
    pub(crate) fn new() -> Self {
        let stand_ins = Self::empty();
        let site = format!("http://{}/flags", stats_site());
        stand_ins.program(
            "flag_server",
            &format!(
                r#"printf '%s\n' {site} {site} {site}
cat
echo ended >> "$(dirname "$0")/servers""#
            ),
        );
        for name in ["sequential", "thread", "async"] {
            stand_ins.download(name, "bytes", 20, 0);
        }
        stand_ins
    }

    /// Makes a download that saves these bytes, and counts so.
    pub(crate) fn download(
        &self,
        name: &str,
        bytes: &str,
        ok: u32,
        error: u32,
    ) {
        let failures = match error {
            0 => "",
            _ => r#"{"cc": "BR", "error": "it was refused"}"#,
        };
        let exit = i32::from(error > 0);
        self.program(
            &format!("download_{name}"),
            &format!(
                r#"echo {name} "$@" >> "$(dirname "$0")/calls"
while [ $# -gt 0 ]; do
    if [ "$1" = --dest ]; then printf {bytes} > "$2/br.gif"; fi
    shift
done
echo '{{"version": "{name}", "asked": 20, "ok": {ok},
    "not_found": 0, "error": {error}, "wall_s": 1.0,
    "dest": null, "failures": [{failures}]}}'
exit {exit}"#
            ),
        );
    }

    /// Makes a program of this shell script.
    pub(crate) fn program(&self, name: &str, script: &str) {
        // Another process writes it: what this one holds open for
        // writing, a program that another test starts at the same
        // time may inherit, and then it cannot be run.
        let mut shell = Command::new("sh");
        shell
            .args(["-c", r#"cat > "$0" && chmod +x "$0""#])
            .arg(self.path().join(name))
            .write_stdin(format!("#!/bin/sh\n{script}\n"))
            .assert()
            .success();
    }

    /// Returns the folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Returns what the programs wrote down in a file there.
    pub(crate) fn notes(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Returns compare, about to run these programs.
    pub(crate) fn compare(&self) -> Command {
        let mut command = compare();
        command.arg("--bin-dir").arg(self.path());
        command
    }

    /// Returns compare, about to have them save files, too.
    pub(crate) fn compare_saving(&self) -> Command {
        let mut command = self.compare();
        command.arg("--dest").arg(self.path().join("saved"));
        command
    }
}

/// Returns compare, with a deadline.
pub(crate) fn compare() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_compare"));
    command.timeout(Duration::from_secs(60));
    command
}

/// Starts a site that tells figures, whatever it is asked, and
/// returns where it is. It ends with the tests.
fn stats_site() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let request = stream.try_clone().unwrap();
            BufReader::new(request)
                .lines()
                .map_while(Result::ok)
                .take_while(|line| !line.is_empty())
                .for_each(drop);
            let mut stats = flag_server::Stats::default();
            stats.delay_ms.mean = 250.0;
            let body = serde_json::to_string(&stats).unwrap();
            // Who asked may be gone.
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\
                 Connection: close\r\n\r\n{body}",
                body.len(),
            );
        }
    });
    address
}
