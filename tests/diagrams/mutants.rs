//! Good pictures with one thing changed. Each change is found, and taken for nothing else than it is.

use std::collections::BTreeSet;

use crate::support::picture::Kind;
use crate::{faults, good, listed};

/// Its name; the good picture; what stands there once, each with what it becomes; what is wrong with it then.
struct Mutant(&'static str, &'static str, &'static [(&'static str, &'static str)], Kind);

/// Pieces of the pictures that several mutants change.
const REFUSAL: &str = r#"<path class="d-line d-stated" d="M 390 320 H 540"/>"#;
const REFUSAL_HEAD: &str = r#"<path class="d-head" d="M 540 320 L 532 316 L 532 324 Z"/>"#;
const BACK: &str = "M 330 320 H 220 V 108 H 120 V 130";
const DOT: &str = r#"<circle class="d-junction" cx="360" cy="465" r="3"/>"#;

/// The document.
const DOCUMENT: [Mutant; 19] = [
    Mutant("an element left open", "choice", &[("</svg>", "")], Kind::Xml),
    Mutant("an image instead of a group", "straight", &[("role=\"group\"", "role=\"img\"")], Kind::Root),
    Mutant("an empty title", "kazakh", &[("Портал арқылы өтініш", " ")], Kind::Root),
    Mutant(
        "another size",
        "kazakh",
        &[("width=\"480\" height=\"330\" role", "width=\"480\" height=\"331\" role")],
        Kind::Root,
    ),
    Mutant("a duplicate id", "straight", &[("desc id=\"registration-desc", "desc id=\"registration-title")], Kind::Id),
    Mutant("an id without prefix", "kazakh", &[("id=\"portal-desc\"", "id=\"desc\"")], Kind::Id),
    Mutant(
        "a reference to nothing",
        "choice",
        &[("describedby=\"centre-desc\"", "describedby=\"centre-text\"")],
        Kind::Id,
    ),
    Mutant("a script", "choice", &[("<g class=\"d-lines\">", "<script/><g class=\"d-lines\">")], Kind::Script),
    Mutant("an event", "choice", &[("<g class=\"d-lines\">", "<g class=\"d-lines\" onclick=\"f()\">")], Kind::Script),
    Mutant("a style", "choice", &[("<g class=\"d-lines\">", "<g class=\"d-lines\" style=\"top:3px\">")], Kind::Script),
    Mutant("a foreign href", "straight", &[("#p2", "https://example.org/#p2")], Kind::Link),
    Mutant(
        "a box for the keyboard",
        "choice",
        &[("#centre.4\" tabindex=\"-1\"", "#centre.4\" tabindex=\"0\"")],
        Kind::Link,
    ),
    Mutant("a fractional number", "straight", &[("M 120 96 V 130", "M 120 96 V 129.5")], Kind::Number),
    Mutant(
        "a picture moved as a whole",
        "choice",
        &[("g class=\"d-shapes\"", "g transform=\"translate(3)\" class=\"d-shapes\"")],
        Kind::Form,
    ),
    Mutant(
        "an unknown element",
        "choice",
        &[("<g class=\"d-lines\">", "<ellipse rx=\"9\" ry=\"9\"/><g class=\"d-lines\">")],
        Kind::Form,
    ),
    Mutant("a space between lines of text", "straight", &[("Подает</tspan>", "Подает</tspan> ")], Kind::Form),
    Mutant(
        "a text that stands lower than it says",
        "straight",
        &[(r#"<tspan x="70" y="150">Подает"#, r#"<tspan x="70" y="150" dy="40">Подает"#)],
        Kind::Form,
    ),
    Mutant("an arrow of no kind", "choice", &[(REFUSAL, r#"<path class="d-line" d="M 390 320 H 540"/>"#)], Kind::Form),
    Mutant("a diagonal line", "straight", &[("M 360 290 V 330", "M 360 290 L 363 330")], Kind::Diagonal),
];

/// Where things stand.
const PLACES: [Mutant; 20] = [
    Mutant(
        "a picture cut off below",
        "straight",
        &[("480 400\" width=\"480\" height=\"400", "480 399\" width=\"480\" height=\"399")],
        Kind::Outside,
    ),
    Mutant("two strips that overlap", "kazakh", &[("lane\" x=\"240\"", "lane\" x=\"239\"")], Kind::Lanes),
    Mutant(
        "a short strip",
        "choice",
        &[("x=\"480\" y=\"0\" width=\"240\" height=\"650\"", "x=\"480\" y=\"0\" width=\"240\" height=\"649\"")],
        Kind::Lanes,
    ),
    Mutant(
        "a box over the border of its strip",
        "straight",
        &[("x=\"280\" y=\"230\" width=\"160\"", "x=\"235\" y=\"230\" width=\"205\"")],
        Kind::OutOfLane,
    ),
    Mutant(
        "a box at the border of its strip",
        "straight",
        &[("x=\"280\" y=\"230\" width=\"160\"", "x=\"240\" y=\"230\" width=\"200\"")],
        Kind::OutOfLane,
    ),
    Mutant("a heading between two strips", "straight", &[("x=\"360\" y=\"26\"", "x=\"260\" y=\"26\"")], Kind::Heading),
    Mutant("a heading on a shape", "straight", &[("x=\"120\" y=\"26\"", "x=\"120\" y=\"58\"")], Kind::Heading),
    Mutant(
        "two shapes that touch",
        "choice",
        &[("x=\"540\" y=\"302\" width=\"120\" height=\"36\"", "x=\"540\" y=\"180\" width=\"120\" height=\"158\"")],
        Kind::Touch,
    ),
    Mutant("a dot over a head", "choice", &[("cy=\"108\" r=\"3\"", "cy=\"108\" r=\"15\"")], Kind::Touch),
    Mutant("a text too wide", "straight", &[("Принимает", "Принимает документы")], Kind::TextFit),
    Mutant("a text in a rounded corner", "straight", &[("x=\"360\" y=\"352\"", "x=\"324\" y=\"344\"")], Kind::TextFit),
    Mutant(
        "lines of text that overlap",
        "straight",
        &[("x=\"70\" y=\"167\"", "x=\"70\" y=\"163\"")],
        Kind::TextOverlap,
    ),
    Mutant("a text squeezed", "kazakh", &[("textLength=\"140\"", "textLength=\"130\"")], Kind::TextLength),
    Mutant("a label on a line", "choice", &[("x=\"368\" y=\"362\"", "x=\"350\" y=\"362\"")], Kind::Label),
    Mutant("a label at a box", "choice", &[("x=\"368\" y=\"362\"", "x=\"368\" y=\"387\"")], Kind::Label),
    Mutant(
        "a label over the border of a strip",
        "choice",
        &[("x=\"242\" y=\"312\"", "x=\"232\" y=\"312\"")],
        Kind::Label,
    ),
    Mutant("a label at a text", "choice", &[("x=\"440\" y=\"312\"", "x=\"300\" y=\"312\"")], Kind::Label),
    Mutant("a label by itself", "choice", &[("x=\"440\" y=\"312\"", "x=\"580\" y=\"260\"")], Kind::LabelFar),
    Mutant("a forward arrow upward", "choice", &[("d-line d-stated d-back", "d-line d-stated")], Kind::Upward),
    Mutant(
        "an arrow back that goes aside",
        "choice",
        &[(REFUSAL, r#"<path class="d-line d-stated d-back" d="M 390 320 H 540"/>"#)],
        Kind::NotBack,
    ),
];

/// Lines and where they lead.
const LINES: [Mutant; 30] = [
    Mutant("a piece of no length", "straight", &[("H 360 V 230", "H 360 H 360 V 230")], Kind::Piece),
    Mutant("a line in two pieces", "straight", &[("M 360 290 V 330", "M 360 290 V 310 V 330")], Kind::Piece),
    Mutant(
        "a line across itself",
        "choice",
        &[(BACK, "M 330 320 H 215 V 250 H 225 V 330 H 210 V 108 H 120 V 130")],
        Kind::Piece,
    ),
    Mutant("a line along a box", "choice", &[(BACK, "M 330 320 H 200 V 108 H 120 V 130")], Kind::ThroughShape),
    Mutant("a line through a box", "choice", &[(BACK, "M 330 320 H 195 V 108 H 120 V 130")], Kind::ThroughShape),
    Mutant(
        "a line through a text",
        "choice",
        &[(BACK, "M 330 320 H 220 V 26 H 190 V 108 H 120 V 130")],
        Kind::ThroughText,
    ),
    Mutant("a box moved down by 3 pixels", "choice", &[("x=\"520\" y=\"490\"", "x=\"520\" y=\"493\"")], Kind::LooseEnd),
    Mutant(
        "a box moved aside by 3 pixels",
        "choice",
        &[("x=\"520\" y=\"130\"", "x=\"523\" y=\"130\"")],
        Kind::LooseEnd,
    ),
    Mutant(
        "a choice moved by 3 pixels",
        "choice",
        &[("M 360 300 L 390 320 L 360 340 L 330 320 Z", "M 363 300 L 393 320 L 363 340 L 333 320 Z")],
        Kind::LooseEnd,
    ),
    Mutant("a line ending short of its box", "choice", &[("M 390 320 H 540", "M 390 320 H 537")], Kind::LooseEnd),
    Mutant(
        "a line into a rounded corner",
        "choice",
        &[("M 390 320 H 540", "M 390 320 H 500 V 325 H 540"), (REFUSAL_HEAD, "")],
        Kind::LooseEnd,
    ),
    Mutant("an arrow without head", "choice", &[(REFUSAL_HEAD, "")], Kind::HeadMissing),
    Mutant(
        "a head without arrow",
        "choice",
        &[(
            DOT,
            r#"<circle class="d-junction" cx="360" cy="465" r="3"/><path class="d-head" d="M 400 390 L 396 382 L 404 382 Z"/>"#,
        )],
        Kind::HeadStray,
    ),
    Mutant("a head reversed", "choice", &[("L 532 316 L 532 324 Z", "L 548 316 L 548 324 Z")], Kind::HeadWrong),
    Mutant("a head askew", "choice", &[("L 532 316 L 532 324 Z", "L 532 316 L 532 325 Z")], Kind::HeadWrong),
    Mutant("a head longer than its piece", "straight", &[("V 210 H 360 V 230", "V 223 H 360 V 230")], Kind::HeadWrong),
    Mutant(
        "two strangers on one track",
        "choice",
        &[(BACK, "M 330 320 H 225 V 205 H 220 V 108 H 120 V 130")],
        Kind::Track,
    ),
    Mutant(
        "two strangers side by side",
        "choice",
        &[(BACK, "M 330 320 H 225 V 207 H 216 V 108 H 120 V 130")],
        Kind::Track,
    ),
    Mutant(
        "two strangers turn at one point",
        "choice",
        &[(BACK, "M 330 320 H 120 V 205 H 30 V 108 H 120 V 130")],
        Kind::Track,
    ),
    Mutant(
        "a stranger who goes on where another turns away",
        "choice",
        &[
            ("M 120 180 V 205 H 360 V 230", "M 120 180 V 205 H 205 V 217 H 360 V 230"),
            (BACK, "M 330 320 H 230 V 205 H 220 V 108 H 120 V 130"),
        ],
        Kind::Track,
    ),
    Mutant("a missing dot", "choice", &[(DOT, "")], Kind::DotMissing),
    Mutant(
        "a dot where strangers cross",
        "choice",
        &[(
            DOT,
            r#"<circle class="d-junction" cx="360" cy="465" r="3"/><circle class="d-junction" cx="220" cy="205" r="3"/>"#,
        )],
        Kind::DotStray,
    ),
    Mutant(
        "strangers cross where others part",
        "choice",
        &[
            (
                r#"<path class="d-line d-stated d-back" d="M 330 320 H 220 V 108 H 120 V 130"/>"#,
                r#"<path class="d-line d-stated" d="M 330 320 H 220 V 465 H 600 V 490"/>"#,
            ),
            (r#"<circle class="d-junction" cx="120" cy="108" r="3"/>"#, ""),
        ],
        Kind::DotStray,
    ),
    Mutant(
        "a dot at a mere corner",
        "choice",
        &[(
            DOT,
            r#"<circle class="d-junction" cx="360" cy="465" r="3"/><circle class="d-junction" cx="600" cy="465" r="3"/>"#,
        )],
        Kind::DotStray,
    ),
    Mutant("a box nothing leads to", "kazakh", &[("class=\"d-box d-loose\"", "class=\"d-box\"")], Kind::Unreached),
    Mutant(
        "a box nothing leaves",
        "choice",
        &[
            (r#"<path class="d-line d-stated" d="M 600 540 V 565 H 360 V 590"/>"#, ""),
            (r#"<circle class="d-junction" cx="360" cy="565" r="3"/>"#, ""),
        ],
        Kind::DeadEnd,
    ),
    Mutant(
        "a choice with one way out",
        "choice",
        &[
            (r#"<path class="d-line d-stated d-back" d="M 330 320 H 220 V 108 H 120 V 130"/>"#, ""),
            (r#"<circle class="d-junction" cx="120" cy="108" r="3"/>"#, ""),
            (r#"<text class="d-label"><tspan x="242" y="312">на доработку</tspan></text>"#, ""),
            ("M 390 320 H 540", "M 420 280 V 320 H 540"),
        ],
        Kind::Choice,
    ),
    Mutant("an unjoined twin", "choice", &[(r#"<path class="d-join" d="M 440 155 H 520"/>"#, "")], Kind::Twins),
    Mutant("two steps joined", "straight", &[("d-box d-twin", "d-box d-loose")], Kind::Twins),
    Mutant(
        "a twin of nobody",
        "choice",
        &[("d-box\" href=\"#centre.1\"", "d-box d-twin\" href=\"#centre.1\"")],
        Kind::Twins,
    ),
];

fn mutants() -> impl Iterator<Item = &'static Mutant> {
    DOCUMENT.iter().chain(&PLACES).chain(&LINES)
}

#[test]
fn every_mutant_is_found_and_called_what_it_is() {
    let mut wrong = Vec::new();
    for Mutant(name, of, edits, kind) in mutants() {
        let mut svg = good(of);
        assert!(faults(&svg).is_empty(), "{of} is not clean");
        for (from, to) in *edits {
            assert_eq!(svg.matches(from).count(), 1, "{name}: `{from}` stands once in {of}");
            svg = svg.replace(from, to);
        }
        let found = faults(&svg);
        let kinds: BTreeSet<Kind> = found.iter().map(|fault| fault.kind).collect();
        if kinds != BTreeSet::from([*kind]) {
            wrong.push(format!("{name} is {kind:?}, but taken for:\n{}", listed(&found)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_of_fault_has_a_mutant() {
    let kinds = include_str!("../support/picture/mod.rs").split("pub enum Kind {").nth(1).unwrap();
    let kinds = kinds.split('}').next().unwrap().lines().filter_map(|line| line.trim().strip_suffix(','));
    let known: BTreeSet<String> = mutants().map(|mutant| format!("{:?}", mutant.3)).collect();
    let missing: Vec<&str> = kinds.filter(|kind| !known.contains(*kind)).collect();
    assert!(missing.is_empty(), "no mutant has {missing:?}");
}
