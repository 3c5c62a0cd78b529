//! Diagrams as graphs for Graphviz, and its `dot`, which draws them.
//!
//! A graph has all that the diagram has: a cluster for each column, boxes with the same lines, a diamond under each
//! choice, ovals for beginnings and ends, joins to further participants, the words of arrows.
//!
//! `dot` is given boxes of one width, those of the picture suit their texts; on the whole their lines are as many. Sizes
//! of the diagram are not public, and so stand here once more: [`graph`] panics where the lines of a box are not those of
//! a picture with boxes of that width.
//!
//! The words of arrows are `xlabel`s, as `dot` itself advises for orthogonal lines.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use qadam::diagram::text::{Face, Weight, wrap};
use qadam::diagram::{Block, Part, Phrase, Shape, Sketch};

const TEXT: Face = Face { size: 13, weight: Weight::Regular };
const STRONG: Face = Face { size: 13, weight: Weight::Bold };
const SMALL: Face = Face { size: 12, weight: Weight::Regular };
/// Width of the boxes.
const WIDTH: u32 = 256;
/// Longest run of `dot` on one graph that is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A diagram for `dot`.
pub fn graph(sketch: &Sketch) -> String {
    let mut graph = String::new();
    let uniform = Sketch { widths: Some(vec![i32::try_from(WIDTH).unwrap(); sketch.chart.lanes]), ..sketch.clone() };
    // Writing to a string does not fail.
    let _ = write_graph(&mut graph, sketch, &uniform.svg().text);
    graph
}

fn write_graph(out: &mut String, sketch: &Sketch, svg: &str) -> std::fmt::Result {
    let (chart, words) = (&sketch.chart, &sketch.words);
    let width = WIDTH;
    writeln!(out, "digraph {{\ngraph [splines=ortho, fontname=Arial, fontsize={}]", STRONG.size)?;
    writeln!(out, "node [shape=box, fontname=Arial, fontsize={}]", TEXT.size)?;
    writeln!(out, "edge [fontname=Arial, fontsize={}]", SMALL.size)?;
    let mut lanes = vec![String::new(); chart.lanes];
    let mut edges = String::new();
    for (index, (node, own)) in chart.nodes.iter().zip(&words.nodes).enumerate() {
        let lane = &mut lanes[node.lane];
        if node.shape == Shape::Begin {
            let name = own.blocks.first().map(|block| lines(&block.phrase, SMALL, width - 16)).unwrap_or_default();
            writeln!(lane, "b{index} [shape=oval, label={}]", quoted(&name))?;
        } else {
            writeln!(lane, "b{index} [label={}]", quoted(&lines_of(&own.blocks, width, svg)))?;
        }
        let leaving = chart.arrows.iter().filter(|arrow| arrow.from == index).count();
        let chooses = node.choice && leaving + node.ends.len() > 1;
        if chooses {
            writeln!(lane, "c{index} [shape=diamond, label=\"\"]")?;
            writeln!(edges, "b{index} -> c{index} [dir=none]")?;
        }
        let from = if chooses { "c" } else { "b" };
        let is_last = leaving == 0 && node.ends.len() == 1;
        let aside = width / 2 - if chooses { 24 } else { 12 };
        for (end, (name, label)) in own.ends.iter().enumerate() {
            let name = lines(name, SMALL, if is_last { width - 16 } else { width / 2 - 60 });
            writeln!(lane, "e{index}_{end} [shape=oval, label={}]", quoted(&name))?;
            writeln!(edges, "{from}{index} -> e{index}_{end}{}", labelled(label.as_ref(), aside))?;
        }
        for (arrow, label) in chart.arrows.iter().zip(&words.labels).filter(|(arrow, _)| arrow.from == index) {
            writeln!(edges, "{from}{index} -> b{}{}", arrow.to, labelled(label.as_ref(), aside))?;
        }
        let mut row = vec![(node.lane, format!("b{index}"))];
        for (lane, blocks) in node.twins.iter().zip(&own.twins) {
            let name = format!("t{index}_{lane}");
            writeln!(lanes[*lane], "{name} [label={}]", quoted(&lines_of(blocks, width, svg)))?;
            row.push((*lane, name));
        }
        row.sort();
        for pair in row.windows(2) {
            writeln!(edges, "{} -> {} [dir=none, constraint=false]", pair[0].1, pair[1].1)?;
        }
    }
    for (index, (lane, name)) in lanes.iter().zip(&words.lanes).enumerate() {
        let name = quoted(&lines(name, STRONG, width));
        write!(out, "subgraph cluster_{index} {{\nlabel={name}\n{lane}}}\n")?;
    }
    writeln!(out, "{edges}}}")
}

/// The lines of a box.
fn lines_of(blocks: &[Block], width: u32, svg: &str) -> Vec<String> {
    let lines: Vec<String> = blocks
        .iter()
        .flat_map(|block| {
            let face = match block.part {
                Part::Number | Part::Limit => STRONG,
                Part::Doer => SMALL,
                Part::Action => TEXT,
            };
            lines(&block.phrase, face, width - 16)
        })
        .collect();
    for line in lines.iter().filter(|line| !line.contains(['&', '<', '>', '"', '\''])) {
        assert!(svg.contains(&format!(">{line}</tspan>")), "no line of the picture: {line}");
    }
    lines
}

fn lines(phrase: &Phrase, face: Face, width: u32) -> Vec<String> {
    wrap(&phrase.text, face, width).into_iter().map(|line| line.text).collect()
}

fn labelled(label: Option<&Phrase>, width: u32) -> String {
    label.map(|label| format!(" [xlabel={}]", quoted(&lines(label, SMALL, width)))).unwrap_or_default()
}

fn quoted(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| line.replace('\\', "\\\\").replace('"', "\\\"")).collect();
    format!("\"{}\"", lines.join("\\n"))
}

/// Whether there is a `dot`.
pub fn is_there() -> bool {
    Command::new("dot").arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|end| end.success())
}

/// What is wrong when `dot` draws a graph by itself; `None` where it draws all of it.
pub fn fault(graph: &str) -> Option<String> {
    let (svg, ended) = draw(graph, Some(PATIENCE));
    let Some(ended) = ended else { return Some(format!("nothing after {} s", PATIENCE.as_secs())) };
    let (drawn, wanted) = (svg.matches("class=\"edge\"").count(), graph.matches(" -> ").count());
    if !ended.success() {
        Some(ended.to_string())
    } else if drawn < wanted {
        Some(format!("{drawn} arrows of {wanted}"))
    } else {
        None
    }
}

/// Draws graphs that stand one after the other, in one process: the pictures, and how it ended. `None` where it was
/// stopped because it took too long.
pub fn draw(graphs: &str, patience: Option<Duration>) -> (String, Option<ExitStatus>) {
    let (mut input, mut output) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
    input.write_all(graphs.as_bytes()).unwrap();
    input.rewind().unwrap();
    let written = Stdio::from(output.try_clone().unwrap());
    let mut dot = Command::new("dot").arg("-Tsvg").stdin(input).stdout(written).stderr(Stdio::null()).spawn().unwrap();
    let start = Instant::now();
    let ended = loop {
        let Some(patience) = patience else { break Some(dot.wait().unwrap()) };
        if let Some(ended) = dot.try_wait().unwrap() {
            break Some(ended);
        }
        if start.elapsed() > patience {
            dot.kill().unwrap();
            dot.wait().unwrap();
            break None;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    (read(&mut output), ended)
}

fn read(file: &mut File) -> String {
    file.rewind().unwrap();
    std::io::read_to_string(file).unwrap()
}
