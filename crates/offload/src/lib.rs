//! Offload.
pub mod r#async;
pub mod backpressure;
pub mod desk;
pub mod disk;
pub mod encode;
pub mod fs;
pub mod gaps;
pub mod heartbeat;
pub mod image;
pub mod plan;
pub mod pool;
pub mod program;
pub mod save;
pub mod show;
pub mod thread;
pub mod trial;
pub mod versions;
mod words;
pub mod writer;

pub use desk::Desk;
pub use disk::Disk;
pub use gaps::{Gaps, Millis};
pub use heartbeat::Pulse;
pub use image::{Image, Shelf};
pub use plan::Plan;
pub use save::Saved;
pub use trial::{Seen, Trial, Version};
