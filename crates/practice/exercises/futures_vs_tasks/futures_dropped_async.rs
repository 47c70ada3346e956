//! # Cancelled, and sold
//!
//! A shop sells flags. A customer waits for a second at most, is
//! told that nothing was bought, and goes home. A few seconds
//! later the flag is sold to him all the same.
//!
//! Mend `order`, so that it is true what it tells: if it returns
//! `false`, nothing is sold, then or later.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{task, time};

/// How long a customer waits.
const PATIENCE: Duration = Duration::from_secs(1);

/// The flags that were sold.
#[derive(Clone, Default)]
struct Shop(Arc<Mutex<Vec<&'static str>>>);

impl Shop {
    /// Sells the flag of a country, which takes so much `time`.
    async fn sell(self, code: &'static str, time: Duration) {
        time::sleep(time).await;
        self.0.lock().expect("no panic").push(code);
    }

    fn sold(&self) -> Vec<&'static str> {
        self.0.lock().expect("no panic").clone()
    }
}

/// Orders a flag; returns whether it was bought.
async fn order(
    shop: &Shop,
    code: &'static str,
    time: Duration,
) -> bool {
    let sale = task::spawn(shop.clone().sell(code, time));
    // TODO: when the time is over, what is dropped?
    time::timeout(PATIENCE, sale).await.is_ok()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    time::pause(); // the clock leaps: no need to wait here
    let shop = Shop::default();
    let bought = order(&shop, "CN", 3 * PATIENCE).await;
    println!("The customer hears: bought is {bought}.");
    time::sleep(9 * PATIENCE).await;
    println!("Ten seconds later, sold: {:?}.", shop.sold());
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    /// Orders a flag that takes so much `time`. Returns whether it
    /// was bought, and what the shop has sold an hour later.
    fn ordered(time: Duration) -> (bool, Vec<&'static str>) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let shop = Shop::default();
        runtime.block_on(async {
            let bought = order(&shop, "CN", time).await;
            time::sleep(3600 * PATIENCE).await;
            (bought, shop.sold())
        })
    }

    #[test]
    #[timeout(10_000)]
    fn what_was_cancelled_is_never_sold() {
        let (bought, sold) = ordered(3 * PATIENCE);
        assert!(!bought, "the customer waits for a second only");
        assert!(
            sold.is_empty(),
            "the customer heard that nothing was bought, and the \
             shop sold {sold:?}: only the handle was dropped when \
             the time was over, and its task went on without it"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn what_is_there_in_time_is_sold_once() {
        let (bought, sold) = ordered(PATIENCE / 2);
        assert!(bought, "it was there after half a second");
        assert_eq!(sold, ["CN"], "it should be sold once");
    }
}
