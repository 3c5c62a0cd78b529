//! Small courses, each with what it leads to. The steps are called by their anchors in point 1.

use qadam::flow::{self, Goal};

use super::{corpus, package};

/// The arrows of a telling of these steps: `1>2 1>3?` says that step 1 leads to 2, and to 3 round something.
#[track_caller]
fn course(steps: &str) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    let base = package().join("tests/fixtures/bad/base");
    for entry in walkdir::WalkDir::new(&base).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file()) {
        let path = folder.path().join(entry.path().strip_prefix(&base).unwrap());
        if path.components().any(|part| part.as_os_str() == "translations") {
            continue;
        }
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::copy(entry.path(), path).unwrap();
    }
    let text = format!(
        "service: registration\nordinal: 1\ntitle: Жұмыссыздарды тіркеу\nparticipants: {{}}\ntext:\n  - point: \"1\"\n    \
         text: \"Рәсімдер:\"\n    body:\n      - {{ process: a, for: {{ channel: [provider, portal] }}, steps: [{steps}] }}\n"
    );
    std::fs::write(folder.path().join("regulations/almaty/2019-1/01-registration.yaml"), text).unwrap();
    let corpus = corpus(folder.path());
    let process = &corpus.acts[0].regulations[0].processes[0];
    let graph = flow::graph(process);
    let mut order = graph.order.clone();
    order.sort_unstable();
    assert_eq!(order, (0..process.steps.len()).collect::<Vec<_>>(), "each step has its place, and one");
    let name = |step: usize| process.steps[step].id.trim_start_matches("p1.").to_owned();
    let arrow = |edge: &flow::Edge| {
        let to = match edge.to {
            Goal::Step(step) => name(step),
            Goal::End => "end".to_owned(),
            Goal::Refused => "refused".to_owned(),
            Goal::Unknown => "unknown".to_owned(),
        };
        format!("{}>{to}{}", name(edge.from), if edge.round.is_some() { "?" } else { "" })
    };
    graph.edges.iter().map(arrow).collect::<Vec<_>>().join(" ")
}

/// A step: its number, its text, further fields.
fn step(n: &str, fields: &str) -> String {
    format!("{{ n: \"{n}\", text: \"{n} егер болса\"{fields} }}")
}

fn steps(all: &[(&str, &str)]) -> String {
    all.iter().map(|(n, fields)| step(n, fields)).collect::<Vec<_>>().join(", ")
}

/// Once the way round a step led to the first part of that step.
#[test]
fn the_way_round_a_step_leads_past_its_parts() {
    let parts = format!(", when: егер болса, steps: [{}]", steps(&[("а", ""), ("б", "")]));
    let course = course(&steps(&[("1", ""), ("2", &parts), ("3", "")]));
    assert_eq!(course, "1>2 1>3? 2>2.a 2.a>2.b 2.b>3 3>end");
}

/// Once a refusal ended before its own parts, and the good way ran through them.
#[test]
fn a_refusal_ends_with_its_last_part() {
    let parts = format!(", kind: refusal, steps: [{}]", steps(&[("а", ""), ("б", "")]));
    let course = course(&steps(&[("1", ", kind: condition"), ("2", &parts), ("3", "")]));
    assert_eq!(course, "1>2 1>3 2>2.a 2.a>2.b 2.b>refused 3>end");
}

/// Once a step was moved and its parts stayed where they were printed.
#[test]
fn parts_go_where_their_step_goes() {
    let parts = |rest: &str| format!("{rest}, steps: [{}]", steps(&[("а", ""), ("б", "")]));
    let moved = course(&steps(&[("1", ""), ("2", &parts(", happens_after: \"3\"")), ("3", "")]));
    assert_eq!(moved, "1>3 2>2.a 2.a>2.b 2.b>end 3>2");
    let behind = course(&steps(&[("1", ""), ("2", ", happens_after: \"3\""), ("3", &parts(""))]));
    assert_eq!(behind, "1>3 2>end 3>3.a 3.a>3.b 3.b>2");
}

/// Once a part whose place is not told was in no order at all, and the diagram had no box for it.
#[test]
fn a_part_whose_place_is_not_told_is_a_step_too() {
    let parts = format!(", steps: [{}]", steps(&[("а", ", happens_after: unknown"), ("б", "")]));
    assert_eq!(course(&steps(&[("1", ""), ("2", &parts), ("3", "")])), "1>2 2>2.b 2.b>3 3>end");
}

/// Once a variant was one only where it stood directly below its original.
#[test]
fn a_variant_happens_where_its_original_does() {
    let far = course(&steps(&[("1", ""), ("2", ""), ("3", ""), ("4", ", variant_of: \"2\""), ("5", "")]));
    assert_eq!(far, "1>2 1>4? 2>3 3>5 4>3 5>end");
    let two =
        course(&steps(&[("1", ""), ("2", ""), ("3", ", variant_of: \"2\""), ("4", ", variant_of: \"2\""), ("5", "")]));
    assert_eq!(two, "1>2 1>3? 1>4? 2>5 3>5 4>5 5>end");
}

/// Once only what fell into a conditional step could go round it.
#[test]
fn an_arrow_to_a_conditional_step_has_a_way_round_it() {
    let sent = course(&steps(&[("1", ", next: \"3\""), ("2", ", doubt: x"), ("3", ", when: егер болса"), ("4", "")]));
    assert_eq!(sent, "1>3 1>4? 2>3 2>4? 3>4 4>end");
    let both = course(&steps(&[("1", ", next: [\"2\", \"3\"]"), ("2", ", when: егер болса, next: end"), ("3", "")]));
    assert_eq!(both, "1>2 1>3 2>end 3>end");
}
