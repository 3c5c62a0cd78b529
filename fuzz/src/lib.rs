//! What the fuzz targets share: a small project in memory, the stages over it, and judges of what comes out.

pub mod hostile;
pub mod markup;
pub mod project;
pub mod stages;

/// Makes the thread that fuzzes the only one of rayon's pool: what a case costs and covers is then its own.
pub fn on_one_thread() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    pool.build_global().expect("nothing else has made the pool");
}
