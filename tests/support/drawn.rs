//! Cases that are drawn at random.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::{FileFailurePersistence, RngSeed};

/// So many cases, the same ones every time. `PROPTEST_RNG_SEED` and `PROPTEST_CASES` go hunting for others; what fails is
/// recorded beside the test, with its seed.
pub fn drawn(cases: u32) -> ProptestConfig {
    let failure_persistence = Some(Box::new(FileFailurePersistence::WithSource("regressions")) as _);
    let default = ProptestConfig::default();
    let rng_seed = if default.rng_seed == RngSeed::Random { RngSeed::Fixed(20_190_425) } else { default.rng_seed };
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, rng_seed, failure_persistence, max_shrink_iters: 200, ..default }
}
