//! Builds that are killed, builds at once, and projects that change while they are read.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime};

use super::sites::{Place, SITES};
use super::support::folders::{copy, read_all};
use super::{REGULATION, SERVICES};

/// Random numbers with a seed that a failure shows and `QADAM_SEED` repeats.
pub struct Random(u64);

impl Random {
    pub fn new() -> Self {
        let clock = || SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
        let seed = std::env::var("QADAM_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(clock);
        println!("QADAM_SEED={seed}");
        Self(seed)
    }

    /// A moment before some time.
    pub fn before(&mut self, time: Duration) -> Duration {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let part = u32::try_from((mixed ^ (mixed >> 31)) >> 40).unwrap();
        time.mul_f64(f64::from(part) / f64::from(1 << 24))
    }
}

/// Kills a build at a random moment: of all of it or, as `writing` says, of the part that writes.
pub fn kill_at_random(place: &Place, site: usize, random: &mut Random, writing: Option<Duration>) {
    static WHOLE: std::sync::OnceLock<Duration> = std::sync::OnceLock::new();
    let whole = *WHOLE.get_or_init(|| {
        let (other, start) = (Place::new(), Instant::now());
        other.publish(1).ends(0, &[]);
        start.elapsed()
    });
    let mut started = place.build(site).start();
    match writing {
        None => std::thread::sleep(random.before(whole)),
        Some(part) => {
            let start = Instant::now();
            while place.leftovers().is_empty() && start.elapsed() < whole * 3 {
                std::thread::yield_now();
            }
            std::thread::sleep(random.before(part));
        }
    }
    started.child.kill().unwrap();
    started.end();
}

/// Half of the moments are of the whole build, half of the part that writes.
#[test]
fn a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one() {
    let (place, mut random) = (Place::new(), Random::new());
    let (mut left, mut replaced) = (0, 0);
    for kill in 0..50 {
        let before = place.site().unwrap();
        let writing = (kill % 2 == 1).then_some(Duration::from_millis(40));
        kill_at_random(&place, 1 - before, &mut random, writing);
        place.holds(&[0, 1]);
        left += usize::from(!place.leftovers().is_empty());
        replaced += usize::from(place.site() != Some(before));
        // The next build is killed too, or tidies up.
        if kill % 4 == 3 {
            place.publish(before).ends(0, &[]);
            place.is_tidy(&[before]);
        }
    }
    println!("of 50 killed builds {left} left something, {replaced} had replaced the site");
    // Were all killed before they write, or after, nothing would be tested.
    assert!(left >= 5, "{left}");
    place.publish(1).ends(0, &[]);
    place.is_tidy(&[1]);
}

#[test]
fn builds_at_once_all_end_and_the_site_is_whole() {
    let place = Place::new();
    let (mut locked, mut published) = (0, 0);
    for round in 0..20 {
        let started: Vec<_> = (0..2 + round % 2).map(|build| place.build((build + round) % 2).start()).collect();
        let runs: Vec<_> = started.into_iter().map(super::support::binary::Started::end).collect();
        for run in &runs {
            match run.code {
                0 => published += 1,
                _ => {
                    run.ends(2, &["error[locked]", "another build is writing to", "wait until it has ended"]);
                    locked += 1;
                }
            }
        }
        assert!(runs.iter().any(|run| run.code == 0));
        place.is_tidy(&[0, 1]);
    }
    println!("{published} builds published, {locked} found the place locked");
    assert!(locked > 0);
}

/// Stops a thread, also when a test fails meanwhile.
struct Stopping<'a>(&'a AtomicBool);

impl Drop for Stopping<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn files_that_vanish_while_they_are_read_stop_the_build_or_do_not() {
    let place = Place::new();
    let project = copy(SITES[0].project.path());
    let vanishing =
        [REGULATION, SERVICES, "regulations/almaty/2019-1/act.yaml", "site/pages/about.ru.md", "site/site.yaml"];
    let (stop, root) = (AtomicBool::new(false), project.path());
    let stopped: Vec<bool> = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                for path in vanishing.map(|path| root.join(path)) {
                    // A name that is no part of the project, and from which the file comes back in one step.
                    let aside = path.with_file_name(".aside");
                    std::fs::rename(&path, &aside).unwrap();
                    std::thread::sleep(Duration::from_millis(3));
                    std::fs::rename(&aside, &path).unwrap();
                    std::thread::sleep(Duration::from_millis(3));
                }
            }
        });
        let _stopping = Stopping(&stop);
        let stopped = (0..30).map(|_| {
            let run = super::sites::build(&project, &place.target()).run();
            if run.code != 0 {
                run.ends(1, &["nothing was published"]);
                let named = ["regulations/", "site/", "acts/", "about/", "services/"];
                assert!(named.iter().any(|path| run.err.contains(path)), "{}", run.err);
            }
            place.is_tidy(&[0]);
            run.code == 1
        });
        stopped.collect()
    });
    let met = stopped.iter().filter(|stopped| **stopped).count();
    println!("{met} of {} builds met a file that had vanished", stopped.len());
    assert!(met > 0);
    assert!(read_all(root) == read_all(SITES[0].project.path()));
    super::sites::build(&project, &place.target()).run().ends(0, &[]);
    place.is_tidy(&[0]);
}
