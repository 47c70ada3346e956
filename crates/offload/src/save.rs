//! The ways to save, as those who download see them.

use flags::Error;

use crate::Image;

/// How many bytes were saved, or why they were not.
pub type Saved = Result<usize, Error>;

/// A way to save, for threads.
pub trait Save: Clone + Send + 'static {
    /// Saves `image`, and returns its size in bytes.
    ///
    /// # Errors
    ///
    /// If it cannot be saved.
    fn save(&self, image: Image) -> Saved;
}

/// A way to save, for tasks.
pub trait AsyncSave: Clone + Send + Sync + 'static {
    /// Saves `image`, and returns its size in bytes.
    ///
    /// # Errors
    ///
    /// If it cannot be saved.
    fn save(
        &self,
        image: Image,
    ) -> impl Future<Output = Saved> + Send;
}
