//! The engine's pairs against those made by hand (`pairs/*.yaml`): precision and recall, which may not fall.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
use std::path::Path;

use qadam::catalog::Catalog;
use qadam::diff::{Difference, diff};
use qadam::lang::Lang;
use serde::Deserialize;

use super::{corpus, regulation};

/// A file of pairs.
#[derive(Debug, Deserialize)]
struct Made {
    old: String,
    new: String,
    regulation: Vec<MadeField>,
    processes: Vec<MadeTelling>,
}

#[derive(Debug, Deserialize)]
struct MadeField {
    field: String,
    change: String,
}

#[derive(Debug, Deserialize)]
struct MadeTelling {
    old: Option<String>,
    new: Option<String>,
    /// The steps, or that all of them were added or removed.
    steps: yaml_serde::Value,
}

/// A step as one side or the other tells what became of it.
#[derive(Debug, Clone, Deserialize)]
struct Told {
    change: String,
    old: Vec<String>,
    new: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
}

/// What a difference claims, in a form in which it can be counted.
#[derive(Debug, Default)]
struct Claims {
    tellings: BTreeSet<String>,
    fields: BTreeSet<String>,
    steps: Vec<Told>,
}

impl Claims {
    fn of_hand(made: &Made) -> Self {
        let both = made.processes.iter().filter_map(|telling| Some((telling.old.as_ref()?, telling.new.as_ref()?)));
        let changed = made.regulation.iter().filter(|field| field.change == "changed");
        let steps = made.processes.iter().filter(|telling| telling.steps.is_sequence());
        Self {
            tellings: both.map(|(old, new)| format!("{old} → {new}")).collect(),
            fields: changed.map(|field| field.field.clone()).collect(),
            steps: steps
                .flat_map(|telling| yaml_serde::from_value::<Vec<Told>>(telling.steps.clone()).unwrap())
                .collect(),
        }
    }

    fn of_engine(difference: &Difference, made: &Made) -> Self {
        let both =
            difference.tellings.iter().filter_map(|telling| Some((telling.old.as_ref()?, telling.new.as_ref()?)));
        let changed = difference.fields.iter().filter(|field| field.changed == Some(true));
        let asked = |name: &&str| made.regulation.iter().any(|field| field.field == **name);
        let steps = difference.tellings.iter().flat_map(|telling| &telling.steps);
        Self {
            tellings: both.map(|(old, new)| format!("{old} → {new}")).collect(),
            fields: changed.map(|field| field.field.as_str()).filter(asked).map(str::to_owned).collect(),
            steps: steps
                .map(|step| Told {
                    change: step.change.as_str().to_owned(),
                    old: step.old.clone(),
                    new: step.new.clone(),
                    also: step.also.iter().map(|also| also.as_str().to_owned()).collect(),
                })
                .collect(),
        }
    }

    fn pairs(&self) -> BTreeSet<String> {
        let pairs = |told: &Told| {
            let of = |old: &String| told.new.iter().map(|new| format!("{old} → {new}")).collect::<Vec<_>>();
            told.old.iter().flat_map(of).collect::<Vec<_>>()
        };
        self.steps.iter().flat_map(pairs).collect()
    }

    /// What it says of the pairs that the other has too: kinds, and what else changed.
    fn of_common(&self, other: &Self) -> [BTreeSet<String>; 2] {
        let is_common = |told: &&Told| {
            let same = |theirs: &Told| (&theirs.old, &theirs.new) == (&told.old, &told.new);
            !told.old.is_empty() && !told.new.is_empty() && other.steps.iter().any(same)
        };
        let place = |told: &Told| format!("{} → {}", told.old.join("+"), told.new.join("+"));
        let common = || self.steps.iter().filter(is_common);
        let also = common().flat_map(|told| told.also.iter().map(move |also| format!("{} {also}", place(told))));
        [common().map(|told| format!("{} {}", place(told), told.change)).collect(), also.collect()]
    }
}

/// How much of what was claimed is true, and how much of what is true was claimed.
#[derive(Debug, Default)]
struct Score {
    both: usize,
    claimed: usize,
    truth: usize,
}

impl Score {
    /// Counts one file, and tells where the sides differ: `+` the engine alone, `-` the hand alone.
    fn count(&mut self, what: &str, claimed: &BTreeSet<String>, truth: &BTreeSet<String>, report: &mut String) {
        self.both += claimed.intersection(truth).count();
        self.claimed += claimed.len();
        self.truth += truth.len();
        for (sign, alone) in [("+", claimed.difference(truth)), ("-", truth.difference(claimed))] {
            for claim in alone {
                let _ = writeln!(report, "  {sign} {what} {claim}");
            }
        }
    }

    fn precision(&self) -> usize {
        self.both * 100 / self.claimed.max(1)
    }

    fn recall(&self) -> usize {
        self.both * 100 / self.truth.max(1)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { both, claimed, truth } = self;
        write!(
            f,
            "precision {} % ({both} of {claimed}), recall {} % ({both} of {truth})",
            self.precision(),
            self.recall()
        )
    }
}

#[test]
fn pairs_made_by_hand_are_found() {
    let corpus = corpus();
    let catalog = Catalog::new(&corpus);
    let folder = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff/pairs")).unwrap();
    let paths = folder.map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect();
    files.sort();
    let mut report = String::new();
    let [mut pairs, mut acts, mut tellings, mut fields, mut kinds, mut also] = [const { Score::new() }; 6];
    for file in files {
        let made: Made = yaml_serde::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let [old, new] = [&made.old, &made.new].map(|name| {
            let mut regulation = regulation(&catalog, name);
            // What the engine finds by itself is counted, not what an editor told it.
            regulation.pairs.clear();
            regulation
        });
        let difference = diff(&old, &new, &corpus.terms, Lang::Ru);
        let (engine, hand) = (Claims::of_engine(&difference, &made), Claims::of_hand(&made));
        let _ = writeln!(report, "{}", file.file_stem().unwrap().display());
        pairs.count("pair", &engine.pairs(), &hand.pairs(), &mut report);
        if old.act != new.act {
            acts.count("", &engine.pairs(), &hand.pairs(), &mut String::new());
        }
        tellings.count("telling", &engine.tellings, &hand.tellings, &mut report);
        fields.count("field", &engine.fields, &hand.fields, &mut report);
        let ([kind, what], [true_kind, truly_what]) = (engine.of_common(&hand), hand.of_common(&engine));
        kinds.count("kind", &kind, &true_kind, &mut report);
        also.count("also", &what, &truly_what, &mut report);
    }
    let counted = [
        ("pairs of steps", &pairs),
        ("those between two acts", &acts),
        ("pairs of tellings", &tellings),
        ("changed fields", &fields),
        ("kinds", &kinds),
        ("what else", &also),
    ];
    for (what, score) in counted {
        let _ = writeln!(report, "{what}: {score}");
    }
    println!("{report}");
    let floors = [
        (&pairs, 95, 92),
        (&acts, 88, 80),
        (&tellings, 100, 100),
        (&fields, 94, 100),
        (&kinds, 100, 100),
        (&also, 88, 69),
    ];
    for (score, precision, recall) in floors {
        assert!(score.precision() >= precision && score.recall() >= recall, "{score}");
    }
}

impl Score {
    const fn new() -> Self {
        Self { both: 0, claimed: 0, truth: 0 }
    }
}
