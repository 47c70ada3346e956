//! # Two transfers, facing each other
//!
//! Each account has a lock, and a transfer takes two of them. Ann
//! pays Ben while Ben pays Ann. It compiles, no balance is touched
//! without its lock, and both transfers wait for ever.
//!
//! Mend `transfer`, so that both are carried out. Each account
//! keeps its own lock. `pause` makes the two transfers meet, which
//! would otherwise happen once in a thousand runs; it waits a
//! moment for the other one, and stays between the locks.

use std::{
    sync::{Arc, Condvar, Mutex, mpsc},
    thread,
    time::Duration,
};

/// A place where two transfers meet, if both come.
#[derive(Default)]
struct Gap {
    entered: Mutex<usize>,
    both: Condvar,
}

impl Gap {
    /// Waits a moment for the other transfer.
    fn pause(&self) {
        let mut entered = self.entered.lock().expect("no panic");
        *entered += 1;
        self.both.notify_all();
        let alone = |entered: &mut usize| *entered < 2;
        let moment = Duration::from_millis(500);
        let pause =
            self.both.wait_timeout_while(entered, moment, alone);
        drop(pause.expect("no panic"));
    }
}

const ANN: usize = 0;
const BEN: usize = 1;
const NO_PANIC: &str = "no transfer panics";

/// The balances of Ann and Ben, each in a lock.
struct Bank {
    balances: [Mutex<i64>; 2],
    gap: Gap,
}

/// Locks both accounts, then moves `amount` between them.
fn transfer(bank: &Bank, from: usize, to: usize, amount: i64) {
    // TODO: which lock does each of the two take first?
    let mut payer = bank.balances[from].lock().expect(NO_PANIC);
    bank.gap.pause();
    let mut payee = bank.balances[to].lock().expect(NO_PANIC);
    *payer -= amount;
    *payee += amount;
}

/// Carries out two transfers at the same time. Returns how many
/// ended in time, and if both did, the balances.
fn face(patience: Duration) -> (usize, Option<[i64; 2]>) {
    let balances = [100, 100].map(Mutex::new);
    let bank = Arc::new(Bank { balances, gap: Gap::default() });
    let (sender, ends) = mpsc::channel();
    for (from, to, amount) in [(ANN, BEN, 30), (BEN, ANN, 10)] {
        let (bank, sender) = (bank.clone(), sender.clone());
        thread::spawn(move || {
            transfer(&bank, from, to, amount);
            sender.send(())
        });
    }
    let in_time = |_: &_| ends.recv_timeout(patience).is_ok();
    let done = [ANN, BEN].iter().take_while(in_time).count();
    let read =
        |name: usize| *bank.balances[name].lock().expect(NO_PANIC);
    (done, (done == 2).then(|| [ANN, BEN].map(read)))
}

fn main() {
    let (done, balances) = face(Duration::from_secs(1));
    println!("Done: {done} of 2 transfers.");
    if let Some([ann, ben]) = balances {
        println!("Ann has {ann}, Ben has {ben}.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn transfers_that_face_each_other_are_carried_out() {
        let patience = Duration::from_secs(3);
        let (done, balances) = face(patience);
        assert_eq!(
            done, 2,
            "{done} of 2 transfers were done within {patience:?}: \
             one has Ann's lock and waits for Ben's, the other has \
             Ben's and waits for Ann's, and neither lets go"
        );
        assert_eq!(
            balances,
            Some([80, 120]),
            "Ann pays Ben 30, and Ben pays Ann 10"
        );
    }
}
