//! # Flags that were never saved
//!
//! A program saves three flags in a folder. It ends without an
//! error, it says that three flags are saved, and the folder is
//! empty. The compiler had warned of the line that calls `save`;
//! somebody silenced it with `let _ =`.
//!
//! Mend `save_many`, so that all flags are in the folder when it
//! returns their number.

use std::{sync::Mutex, time::Duration};
use tokio::time;

/// A folder in memory: the names of its files.
#[derive(Default)]
struct Folder(Mutex<Vec<String>>);

impl Folder {
    fn add(&self, name: String) {
        self.0.lock().expect("no panic").push(name);
    }

    fn files(&self) -> Vec<String> {
        self.0.lock().expect("no panic").clone()
    }
}

/// Saves the flag of a country; to write takes a while.
async fn save(folder: &Folder, code: &str) {
    time::sleep(Duration::from_millis(10)).await;
    folder.add(format!("{code}.gif"));
}

/// Saves the flags of all `codes`; returns how many were saved.
async fn save_many(folder: &Folder, codes: &[&str]) -> usize {
    let mut saved = 0;
    for code in codes {
        // The call only makes a future; awaiting it runs it.
        save(folder, code).await;
        saved += 1;
    }
    saved
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = Folder::default();
    let saved = save_many(&folder, &["CN", "IN", "US"]).await;
    println!("Saved: {saved}. Files: {:?}.", folder.files());
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn what_is_said_to_be_saved_is_in_the_folder() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let folder = Folder::default();
        let codes = ["CN", "IN", "US"];
        let saved = runtime.block_on(save_many(&folder, &codes));
        let mut files = folder.files();
        files.sort();
        assert_eq!(
            files,
            ["CN.gif", "IN.gif", "US.gif"],
            "{saved} flags were said to be saved, and {} files are \
             there: to call `save` only makes a future, and \
             nobody ran it",
            files.len()
        );
        assert_eq!(saved, 3, "each flag is saved once");
    }
}
