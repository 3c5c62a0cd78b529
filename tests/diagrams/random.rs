//! Random processes, the same ones every time: the shapes that people write, and those that nobody would.

use std::collections::BTreeSet;
use std::path::Path;

use fastrand::Rng;
use qadam::diagram::{Arrow, Block, Chart, End, EndKind, Node, NodeWords, Part, Phrase, Shape, Words};
use qadam::lang::Lang;

/// A chart with its words in both languages.
pub struct Case {
    pub chart: Chart,
    pub words: [(Lang, Words); 2],
}

/// What a generator has made, for its report.
#[derive(Debug, Default)]
pub struct Mix {
    pub cases: usize,
    pub joins: usize,
    pub back: usize,
    pub wide: usize,
    pub twins: usize,
    pub choices: usize,
    pub ends: usize,
    pub long: usize,
}

/// Words of the law in one language, in the order in which they are printed.
pub struct Law(pub Lang, pub Vec<String>);

/// Words of the law in Kazakh and in Russian, from encodings below the folder of the package.
pub fn laws(package: &Path) -> [Law; 2] {
    let kazakh = [
        "tests/fixtures/cases/regulations/karaganda/2014-34-05/01-targeted-social-assistance.yaml",
        "tests/fixtures/cases/regulations/karaganda/2014-34-05/18-foreign-labour-permit.yaml",
    ];
    let russian = [
        "regulations/almaty/2019-2-260/01-job-seeker-registration.yaml",
        "tests/fixtures/cases/regulations/almaty/2014-2-236/06-child-allowance.yaml",
    ];
    [(Lang::Kk, kazakh), (Lang::Ru, russian)].map(|(lang, files)| {
        // What stands above is the editor's as much as the law's.
        let printed = |file: &&str| {
            let text = std::fs::read_to_string(package.join(file)).unwrap();
            text[text.find("\ntext:").unwrap()..].to_owned()
        };
        let text: String = files.iter().map(printed).collect();
        let is_of_law = |word: &&str| !word.is_ascii() && !word.contains(['{', '}']);
        Law(lang, text.split_whitespace().filter(is_of_law).map(str::to_owned).collect())
    })
}

/// Words of 40 letters and more, which no law has.
const LONGEST: [&str; 2] = ["қанағаттандырылмағандықтарыңыздандыр-мысшы", "электрокардиостимуляторовысокочастотного"];

/// The number of a case in which fourteen participants act at once.
pub const FAN: usize = usize::MAX;

/// The number of a case with a step of some four thousand letters.
pub const LONG: usize = usize::MAX - 1;

/// A random case. The first ones are the hard ones: thirty choices in a row, sixty steps, many columns.
pub fn case(number: usize, law: &[Law; 2]) -> Case {
    let mut rng = Rng::with_seed(0x9ada_0000_u64.wrapping_add(number as u64));
    match number {
        FAN => {
            let mut case = drawn(&mut rng, &Form { steps: 15, lanes: 14, choice: 0, twins: 0, back: 0 }, law);
            for (at, node) in case.chart.nodes.iter_mut().enumerate() {
                node.lane = at.saturating_sub(1) % 14;
            }
            case.chart.arrows.iter_mut().for_each(|arrow| (arrow.from, arrow.labelled) = (0, false));
            case.words.iter_mut().for_each(|(_, words)| words.labels.iter_mut().for_each(|label| *label = None));
            return case;
        }
        LONG => {
            let mut case = drawn(&mut rng, &Form { steps: 4, lanes: 3, choice: 0, twins: 0, back: 0 }, law);
            for ((_, words), law) in case.words.iter_mut().zip(law) {
                words.nodes[2].blocks[1].phrase.text = law.1[..500].join(" ");
            }
            return case;
        }
        _ => {}
    }
    let form = match number {
        0..20 => Form { steps: 31, lanes: rng.usize(1..6), choice: 100, twins: 5, back: 10 },
        20..40 => Form { steps: 60, lanes: rng.usize(2..15), choice: 25, twins: 10, back: 10 },
        _ => Form {
            steps: if rng.u8(..10) == 0 { rng.usize(15..40) } else { rng.usize(3..15) },
            lanes: if rng.u8(..6) == 0 { rng.usize(8..16) } else { rng.usize(1..8) },
            choice: rng.u8(0..60),
            twins: rng.u8(0..25),
            back: rng.u8(0..30),
        },
    };
    drawn(&mut rng, &form, law)
}

/// A random case of a form.
pub fn drawn(rng: &mut Rng, form: &Form, law: &[Law; 2]) -> Case {
    let chart = chart(rng, form);
    let seed = rng.u64(..);
    let words = [0, 1].map(|lang| {
        // The words differ, what has some does not.
        let mut rng = Rng::with_seed(seed);
        (law[lang].0, words(&mut rng, &chart, &law[lang], LONGEST[lang]))
    });
    Case { chart, words }
}

/// What a chart is to look like; chances in percent.
pub struct Form {
    pub steps: usize,
    pub lanes: usize,
    pub choice: u8,
    pub twins: u8,
    pub back: u8,
}

fn chance(rng: &mut Rng, percent: u8) -> bool {
    rng.u8(..100) < percent
}

fn chart(rng: &mut Rng, form: &Form) -> Chart {
    let begins = if chance(rng, 8) { 2 } else { 1 };
    let mut lane = rng.usize(..form.lanes);
    let mut nodes = Vec::new();
    for _ in 0..begins {
        nodes.push(Node {
            shape: Shape::Begin,
            lane: rng.usize(..form.lanes),
            twins: vec![],
            part: false,
            choice: false,
            ends: vec![],
        });
    }
    for _ in 0..form.steps {
        if chance(rng, 60) {
            lane = rng.usize(..form.lanes);
        }
        let mut twins = Vec::new();
        if chance(rng, form.twins) {
            let others: Vec<usize> = (0..form.lanes).filter(|other| *other != lane).collect();
            let count = rng.usize(1..3).min(others.len());
            twins = rng.choose_multiple(others, count);
        }
        let choice = chance(rng, form.choice);
        let part = chance(rng, 10);
        nodes.push(Node { shape: Shape::Procedure, lane, twins, part, choice, ends: vec![] });
    }
    let mut arrows = Vec::new();
    for at in 0..nodes.len() {
        leave(rng, form, begins, at, &mut nodes, &mut arrows);
    }
    // The same transition twice is one.
    let mut known = BTreeSet::new();
    arrows.retain(|arrow: &Arrow| arrow.labelled || known.insert((arrow.from, arrow.to)));
    Chart { lanes: form.lanes, nodes, arrows }
}

/// The ways out of a node.
fn leave(rng: &mut Rng, form: &Form, begins: usize, at: usize, nodes: &mut [Node], arrows: &mut Vec<Arrow>) {
    let last = nodes.len() - 1;
    let arrow = |rng: &mut Rng, to: usize, labelled: bool| Arrow {
        from: at,
        to,
        labelled,
        stated: rng.bool(),
        main: to == at + 1 && rng.u8(..4) > 0,
    };
    let onward = |rng: &mut Rng| if rng.u8(..3) > 0 { at + 1 } else { rng.usize(at + 1..=last) };
    if at < begins {
        let to = if begins == 1 { 1 } else { rng.usize(begins..=last.min(begins + 2)) };
        arrows.push(arrow(rng, to, false));
        return;
    }
    let end = |rng: &mut Rng, labelled: bool| End {
        kind: [EndKind::End, EndKind::Refused, EndKind::Unknown][rng.usize(..3)],
        labelled,
        stated: rng.bool(),
    };
    if at == last || chance(rng, 5) {
        nodes[at].choice = false;
        let labelled = chance(rng, 20);
        nodes[at].ends.push(end(rng, labelled));
        return;
    }
    if !nodes[at].choice {
        let to = onward(rng);
        let labelled = chance(rng, 10);
        arrows.push(arrow(rng, to, labelled));
        if chance(rng, 10) {
            let to = onward(rng);
            arrows.push(arrow(rng, to, false));
        }
        return;
    }
    let ways = if chance(rng, 10) { rng.usize(3..8) } else { 2 };
    for way in 0..ways {
        let labelled = chance(rng, 85);
        if way > 0 && chance(rng, 30) {
            let end = end(rng, labelled);
            nodes[at].ends.push(end);
        } else if chance(rng, form.back) && at > begins {
            let to = rng.usize(begins..=at);
            arrows.push(arrow(rng, to, labelled));
        } else {
            let to = onward(rng);
            arrows.push(arrow(rng, to, labelled));
        }
    }
}

fn words(rng: &mut Rng, chart: &Chart, law: &Law, longest: &str) -> Words {
    let mut text = |least: usize, most: usize| {
        let count = rng.usize(least..=most).min(law.1.len());
        let start = rng.usize(..=law.1.len() - count);
        let mut text = law.1[start..start + count].join(" ");
        if rng.u8(..40) == 0 {
            text = format!("{longest} {text}");
        }
        Phrase { text, lang: None }
    };
    let lanes = (0..chart.lanes).map(|_| text(1, 6)).collect();
    let labels = chart.arrows.iter().map(|arrow| {
        let words = text(1, 9);
        arrow.labelled.then_some(words)
    });
    let labels = labels.collect();
    let nodes = chart.nodes.iter().enumerate().map(|(index, node)| {
        let begin = node.shape == Shape::Begin;
        let block = |part: Part, phrase: Phrase| Block { part, phrase };
        let number = Phrase { text: format!("{index})"), lang: None };
        let (doer, action, limit) = (text(1, 4), text(3, 40), text(2, 5));
        let blocks = match (begin, index % 3) {
            (true, _) => vec![block(Part::Action, text(1, 6))],
            (false, 0) => vec![block(Part::Number, number.clone()), block(Part::Action, action)],
            (false, 1) => vec![block(Part::Doer, doer), block(Part::Action, action)],
            _ => vec![
                block(Part::Number, number.clone()),
                block(Part::Doer, doer),
                block(Part::Action, action),
                block(Part::Limit, limit),
            ],
        };
        let ends = node.ends.iter().map(|end| {
            let (name, words) = (text(1, 2), text(1, 9));
            (name, end.labelled.then_some(words))
        });
        NodeWords {
            anchor: if begin { String::new() } else { format!("s-{index}") },
            ends: ends.collect(),
            twins: node.twins.iter().map(|_| vec![block(Part::Number, number.clone())]).collect(),
            blocks,
            likely: index % 7 == 3,
            change: None,
        }
    });
    let nodes = nodes.collect();
    Words { title: text(2, 8), description: text(2, 8), lanes, nodes, labels }
}

impl Mix {
    /// Counts a case.
    pub fn add(&mut self, chart: &Chart) {
        let mut into = vec![0; chart.nodes.len()];
        chart.arrows.iter().for_each(|arrow| into[arrow.to] += 1);
        self.cases += 1;
        self.joins += usize::from(into.iter().any(|count| *count > 1));
        self.back += usize::from(chart.arrows.iter().any(Arrow::goes_back));
        self.wide += usize::from(chart.lanes >= 8);
        self.twins += usize::from(chart.nodes.iter().any(|node| !node.twins.is_empty()));
        self.choices += chart.nodes.iter().filter(|node| node.choice).count();
        self.ends += chart.nodes.iter().map(|node| node.ends.len()).sum::<usize>();
        self.long += usize::from(chart.nodes.len() >= 60);
    }

    /// Whether it is as hard as it is meant to be.
    pub fn assert_hard(&self) {
        let share = |count: usize| count * 100 / self.cases;
        assert!(share(self.joins) >= 30 && share(self.back) >= 20 && share(self.wide) >= 10, "{self:?}");
        assert!(share(self.twins) >= 10 && self.long >= 10, "{self:?}");
    }
}
