//! The course of every telling that tells a sequence, as a text: which step leads to which, on which condition, and who
//! says so. The record is to be read like a picture: `fixtures/graphs.txt`.

use std::fmt::Write as _;

use qadam::flow::{self, Edge, Goal, Graph};
use qadam::model::{Origin, Process, Scope};
use qadam::vocabulary::Role;

use super::{assert_recorded, corpus, projects};

#[test]
fn courses_are_as_recorded() {
    let mut text = String::new();
    for root in projects() {
        for act in &corpus(&root).acts {
            for regulation in &act.regulations {
                for process in regulation.processes.iter().filter(|process| process.role == Role::Sequence) {
                    let graph = flow::graph(process);
                    let _ = writeln!(text, "{}: {}", regulation.id(), process.name);
                    draw(&mut text, process, &graph);
                }
            }
        }
    }
    assert_recorded("graphs.txt", &text);
}

fn draw(text: &mut String, process: &Process, graph: &Graph) {
    let names = |steps: &[usize]| steps.iter().map(|step| name(process, *step)).collect::<Vec<_>>().join(" ");
    let lists = [
        ("enters at", &graph.entries),
        ("never reached", &graph.unreachable),
        ("never ends", &graph.endless),
        ("main path", &flow::main_path(process, graph)),
    ];
    for (what, steps) in lists.into_iter().filter(|(_, steps)| !steps.is_empty()) {
        let _ = writeln!(text, "  {what}: {}", names(steps));
    }
    for (index, step) in process.steps.iter().enumerate() {
        let ways: Vec<String> = graph.out(index).map(|edge| way(process, edge)).collect();
        let _ = writeln!(text, "  {} {} → {}", name(process, index), step.kind.as_str(), ways.join("; "));
    }
}

fn name(process: &Process, step: usize) -> String {
    process.steps[step].id.clone()
}

fn way(process: &Process, edge: &Edge) -> String {
    let mut way = match edge.to {
        Goal::Step(step) => name(process, step),
        Goal::End => "end".to_owned(),
        Goal::Refused => "end-refused".to_owned(),
        Goal::Unknown => "unknown".to_owned(),
    };
    if let Some(label) = &edge.label {
        let _ = write!(way, " if «{}»", label.words);
    }
    if let Some(only) = &edge.only {
        let _ = write!(way, " for {}", scope(only));
    }
    if let Some(round) = edge.round {
        let _ = write!(way, " round {}", name(process, round));
    }
    if let Origin::Stated(place) = &edge.origin {
        let _ = write!(way, " by {place}");
    }
    way
}

fn scope(scope: &Scope) -> String {
    let channels = scope.channels.iter().map(|channel| channel.as_str().to_owned());
    let all = channels.chain(scope.objects.iter().cloned()).chain(scope.applicants.iter().cloned());
    all.chain(scope.variant.map(|variant| variant.as_str().to_owned())).collect::<Vec<_>>().join("+")
}

/// What holds for every course, whoever encoded it.
#[test]
fn courses_keep_to_their_rules() {
    let mut seen = 0;
    for root in projects() {
        let corpus = corpus(&root);
        let regulations = corpus.acts.iter().flat_map(|act| &act.regulations);
        for process in regulations.flat_map(|regulation| &regulation.processes).filter(|one| !one.steps.is_empty()) {
            seen += 1;
            let graph = flow::graph(process);
            assert!(!graph.entries.is_empty(), "{} has no entry", process.name);
            let mut order = graph.order.clone();
            order.sort_unstable();
            assert_eq!(order, (0..process.steps.len()).collect::<Vec<_>>(), "{}", process.name);
            for edge in &graph.edges {
                if let Goal::Step(to) = edge.to {
                    assert!(to < process.steps.len() && to != edge.from || edge.written, "{}", process.name);
                }
                // A refusal ends the process by itself.
                let refusal = process.steps[edge.from].kind.as_str() == "refusal";
                assert!(!refusal || edge.written || edge.to == Goal::Refused, "{}", process.name);
            }
        }
    }
    assert!(seen > 30, "only {seen} tellings");
}
