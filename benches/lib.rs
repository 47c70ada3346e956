//! Criterion benches, a file for each lesson where a measure makes
//! sense.
//!
//! ```shell
//! cargo bench -p benches --bench download
//! cargo bench -p benches --bench download -- --quick
//! cargo bench -p benches --bench '*' -- --test   # each once
//! ```
//!
//! # What the names mean
//!
//! A criterion group is named after its lesson, `LESSON` or
//! `LESSON/WHAT`. In it an id is `WHO` or `WHO/AT`:
//!
//! - `WHO` is `thread`; `async`, which is always tokio's
//!   current-thread runtime; `async_multi_thread`, its multi-thread
//!   one with two threads, as many on every machine; `sequential`;
//!   or one of the names that the head of the file explains.
//! - `AT` is where on the axis: units, connections, requests at
//!   once, flags.
//!
//! A throughput is set where one iteration does many times the same
//! thing: the head of the file says what it counts.
//!
//! # The files
//!
//! - `download`, `as_completed`, `countries`: flags from a server
//!   inside
//! - `clients`: the HTTP client libraries, and what they hide
//! - `spawn`, `handover`: units begun and ended, and switched; they
//!   belong to the lesson `futures-vs-tasks`
//! - `semaphore`: permits and locks
//! - `offload`: files, and handing them to another thread
//! - `callbacks`: the four forms of three stages
//! - `event_loop`: our loop, tokio's, and threads
//! - `char_finder`: a server's answers a second; and, as an example
//!   beside it, `char_finder_latency`, since percentiles of single
//!   answers are nothing that criterion has
//!
//! What they share is in `support/`.
//!
//! # Lessons without a bench
//!
//! - `spinner`: it takes the time that it sleeps. Who starves
//!   beside a prime test, and for how long, is what its step
//!   `cpu_bound` prints.
//! - `futures-vs-tasks` itself: it is about what runs at all; what
//!   its units cost is in `spawn` and `handover`.
//! - `cancellation`: how long a unit takes to stop is the length
//!   of the wait that it is in, which the lesson chooses and
//!   prints.
//! - `critical-section`: it is about what goes wrong, and its gap
//!   is made long so that it does. What a lock costs is in
//!   `semaphore`.
//! - `footprint`: memory is no time; each of its points is a child
//!   process, which the lesson starts and reads by itself.
//! - `latency`: it is a measure itself.
//!
//! # How to read them
//!
//! The two HTTP libraries differ by more than threads and tasks do;
//! where they are compared, the pair on bare streams stands beside
//! them. Ids run one after another while the machine drifts: a
//! ratio that is to be believed comes from several whole runs, one
//! after the other (`just bench`).
