//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::{
    collections::HashMap,
    sync::{
        Arc, Barrier, Mutex, PoisonError,
        mpsc::{self, Receiver, Sender},
    },
    time::Duration,
};

use flag_server::EmbeddedServer;
use flags::{
    Code, Job, Outcome,
    dest::Dest,
    server::{Delay, Embedded, Kind, Wanted},
};
use testing::{Canned, canned_server};
pub(crate) use testing::{DEADLINE, in_time};

const IMAGE: &[u8] = b"GIF89a and so on;";

/// Starts a server that answers nothing before it has been asked
/// for `all`; returns its base address.
pub(crate) fn gathering_server(all: usize) -> String {
    let all = Barrier::new(all);
    canned_server(move |_| {
        all.wait();
        Canned::ok("image/gif", IMAGE)
    })
}

/// A server that answers for a code when it is told to: XX with
/// 404, all others with a flag.
#[derive(Clone)]
pub(crate) struct Gates {
    pub(crate) base: String,
    gates: Arc<HashMap<Code, Sender<()>>>,
}

impl Gates {
    pub(crate) fn of(codes: &[Code]) -> Self {
        let mut gates = HashMap::new();
        let mut waiting = HashMap::new();
        for code in codes {
            let (open, gate) = mpsc::channel();
            gates.insert(*code, open);
            waiting.insert(*code, Mutex::new(gate));
        }
        let base = canned_server(move |path| {
            let code = path["/flags/".len()..][..2].parse();
            let code: Code = code.expect("a code");
            let gate = waiting[&code].lock();
            let gate = gate.unwrap_or_else(PoisonError::into_inner);
            gate.recv_timeout(DEADLINE).ok();
            match code.as_str() {
                "XX" => Canned::status(404),
                _ => Canned::ok("image/gif", IMAGE),
            }
        });
        Self { base, gates: Arc::new(gates) }
    }

    pub(crate) fn open(&self, code: Code) {
        self.gates[&code].send(()).expect("the server runs");
    }

    pub(crate) fn open_all(&self) {
        self.gates.keys().for_each(|code| self.open(*code));
    }
}

/// Opens the gates in the order of `codes`: the first one now, and
/// the next one whenever a result is taken.
pub(crate) fn in_order_of(
    gates: &Gates,
    order: &[Code],
) -> impl FnMut(Outcome) -> Vec<Code> + use<> {
    let (gates, order) = (gates.clone(), order.to_vec());
    gates.open(order[0]);
    let mut taken = Vec::new();
    move |outcome| {
        taken.push(outcome.code);
        if let Some(next) = order.get(taken.len()) {
            gates.open(*next);
        }
        taken.clone()
    }
}

pub(crate) fn codes(text: &str) -> Vec<Code> {
    let codes = text.split(' ').map(|code| code.parse());
    codes.collect::<Result<_, _>>().expect("codes")
}

pub(crate) fn job(base: &str, codes: &[Code]) -> Arc<Job> {
    let site = base.parse().expect("a site");
    let count = codes.len();
    Arc::new(Job::new(
        codes.to_vec(),
        count,
        count,
        site,
        Dest::Nowhere,
        DEADLINE,
    ))
}

/// Starts a server that takes so many milliseconds to answer.
pub(crate) fn server(delay: &str, seed: u64) -> EmbeddedServer {
    let wanted = Wanted {
        kind: Kind::Delay,
        delay: delay.parse().ok(),
        seed,
        codes: Vec::new(),
    };
    EmbeddedServer::start(&wanted).expect("a server starts")
}

/// Returns what `work` returns, which runs on a current-thread
/// runtime.
pub(crate) fn awaited<T: Send + 'static>(
    what: &str,
    work: impl AsyncFnOnce() -> T + Send + 'static,
) -> T {
    in_time(what, move || {
        let mut runtime =
            tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_all().build();
        runtime.expect("a runtime starts").block_on(work())
    })
}

/// Waits until the server says so.
pub(crate) fn until(
    what: &str,
    is_so: impl Fn() -> bool + Send + 'static,
) {
    in_time(what, move || {
        while !is_so() {
            std::thread::sleep(Duration::from_millis(1));
        }
    });
}
