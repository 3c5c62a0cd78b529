//! A drawing as SVG.
//!
//! The writer decides nothing: every number is there. Colours are attributes, so that the picture holds by itself; the
//! style of a page overrides them by class.

use std::fmt::Write as _;

use super::Sketch;
use super::draw::{Anchor, Drawing, Figure, Letters};
use super::lines::{Path, Point, head};
use super::measures::{DIAMOND, ROUND, held, leading};
use super::text::Weight;

/// The fonts in whose widths the texts were measured.
pub(super) const FONTS: &str = "Arial, 'Liberation Sans', Roboto, 'Noto Sans', sans-serif";

/// Writes a drawing of a sketch.
pub(super) fn write(drawing: &Drawing, sketch: &Sketch) -> String {
    let mut svg = String::new();
    // Writing to a string does not fail.
    let _ = write_all(&mut svg, drawing, sketch);
    svg
}

fn write_all(out: &mut String, drawing: &Drawing, sketch: &Sketch) -> std::fmt::Result {
    let (width, height, prefix, words) = (drawing.width, drawing.height, &sketch.id, &sketch.words);
    let root = if sketch.page.is_some() { " xmlns=\"http://www.w3.org/2000/svg\"" } else { "" };
    writeln!(
        out,
        "<svg{root} class=\"diagram\" id=\"{prefix}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" lang=\"{}\" \
         role=\"group\" aria-labelledby=\"{prefix}-title\" aria-describedby=\"{prefix}-desc\" text-rendering=\"geometricPrecision\" font-family=\"{FONTS}\" fill=\"none\" stroke=\"none\">",
        sketch.lang.as_str(),
    )?;
    writeln!(out, "<title id=\"{prefix}-title\">{}</title>", escape(&words.title.text))?;
    writeln!(out, "<desc id=\"{prefix}-desc\">{}</desc>", escape(&words.description.text))?;
    write_lanes(out, drawing)?;
    write_lines(out, drawing)?;
    for (figure, class) in &drawing.terminals {
        write!(out, "<g class=\"d-terminal d-{class}\">")?;
        write_rect(out, figure, ROUND)?;
        write_texts(out, &figure.texts)?;
        writeln!(out, "</g>")?;
    }
    for figure in &drawing.boxes {
        write_box(out, figure, sketch)?;
    }
    writeln!(out, "<g class=\"d-choices\" fill=\"#fff\" stroke=\"#333\" stroke-width=\"1\">")?;
    for (x, y) in &drawing.choices {
        let d = DIAMOND;
        writeln!(
            out,
            "<g class=\"d-choice\"><path class=\"d-shape\" d=\"M {x} {} L {} {y} L {x} {} L {} {y} Z\"/></g>",
            y - d,
            x + d,
            y + d,
            x - d
        )?;
    }
    writeln!(out, "</g>")?;
    writeln!(out, "<g class=\"d-labels\" fill=\"#333\">")?;
    for label in &drawing.labels {
        write_text(out, label, "label")?;
    }
    writeln!(out, "</g>")?;
    writeln!(out, "</svg>")
}

fn write_lanes(out: &mut String, drawing: &Drawing) -> std::fmt::Result {
    writeln!(out, "<g class=\"d-lanes\" stroke=\"#bbb\">")?;
    for lane in &drawing.lanes {
        let (x, width, height) = (lane.x, lane.width, drawing.height);
        writeln!(out, "<rect class=\"d-lane\" x=\"{x}\" y=\"0\" width=\"{width}\" height=\"{height}\"/>")?;
    }
    writeln!(out, "</g>")?;
    writeln!(out, "<g class=\"d-headings\" fill=\"#111\">")?;
    for lane in &drawing.lanes {
        write_text(out, &lane.heading, "heading")?;
    }
    writeln!(out, "</g>")
}

fn write_lines(out: &mut String, drawing: &Drawing) -> std::fmt::Result {
    writeln!(out, "<g class=\"d-lines\" stroke=\"#333\" stroke-width=\"1\">")?;
    for line in &drawing.lines {
        let origin = if line.stated { "stated" } else { "inferred" };
        let back = if line.back { " d-back" } else { "" };
        let dash = if line.stated { "" } else { " stroke-dasharray=\"2\"" };
        writeln!(out, "<path class=\"d-line d-{origin}{back}\"{dash} d=\"{}\"/>", path(line))?;
    }
    for line in &drawing.joins {
        writeln!(out, "<path class=\"d-join\" d=\"{}\"/>", path(line))?;
    }
    for line in &drawing.stems {
        writeln!(out, "<path class=\"d-stem\" d=\"{}\"/>", path(line))?;
    }
    writeln!(out, "</g>")?;
    writeln!(out, "<g class=\"d-heads\" fill=\"#333\">")?;
    for (tip, way) in &drawing.heads {
        let [tip, one, other] = head(*tip, *way).map(|(x, y)| format!("{x} {y}"));
        writeln!(out, "<path class=\"d-head\" d=\"M {tip} L {one} L {other} Z\"/>")?;
    }
    for (x, y) in &drawing.junctions {
        writeln!(out, "<circle class=\"d-junction\" cx=\"{x}\" cy=\"{y}\" r=\"2\"/>")?;
    }
    writeln!(out, "</g>")
}

fn path(line: &Path) -> String {
    let mut path = String::new();
    let mut last: Option<Point> = None;
    for (x, y) in line.points.iter().copied() {
        let _ = match last {
            None => write!(path, "M {x} {y}"),
            Some((_, before)) if before == y => write!(path, " H {x}"),
            Some(_) => write!(path, " V {y}"),
        };
        last = Some((x, y));
    }
    path
}

fn write_box(out: &mut String, figure: &Figure, sketch: &Sketch) -> std::fmt::Result {
    let own = &sketch.words.nodes[figure.node];
    let page = sketch.page.as_deref().unwrap_or_default();
    let mut class = "d-box".to_owned();
    for (is, name) in [(figure.twin, " d-twin"), (own.likely, " d-likely"), (figure.loose, " d-loose")] {
        if is {
            class += name;
        }
    }
    if let Some(change) = &own.change {
        class += " d-";
        class += change;
    }
    write!(out, "<a class=\"{class}\" href=\"{page}#{}\" tabindex=\"-1\">", own.anchor)?;
    write_rect(out, figure, 0)?;
    write_texts(out, &figure.texts)?;
    writeln!(out, "</a>")
}

fn write_rect(out: &mut String, figure: &Figure, radius: i32) -> std::fmt::Result {
    let Figure { x, y, width, height, .. } = figure;
    let round = if radius > 0 { format!(" rx=\"{radius}\"") } else { String::new() };
    write!(
        out,
        "<rect class=\"d-shape\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round} fill=\"#fff\" stroke=\"#333\"/>"
    )
}

fn write_texts(out: &mut String, texts: &[Letters]) -> std::fmt::Result {
    for text in texts {
        write_text(out, text, text.words.part.map_or("name", super::words::Part::as_str))?;
    }
    Ok(())
}

fn write_text(out: &mut String, letters: &Letters, class: &str) -> std::fmt::Result {
    let Letters { words, x, y, .. } = letters;
    let anchor = match letters.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if words.face.weight == Weight::Bold { " font-weight=\"bold\"" } else { "" };
    let lang = words.lang.map(|lang| format!(" lang=\"{}\"", lang.as_str())).unwrap_or_default();
    let size = words.face.size;
    write!(out, "<text class=\"d-{class}\" font-size=\"{size}\"{weight}{anchor}{lang} fill=\"#111\">")?;
    // Lines below the first are told apart by their words alone, which packs well.
    let next = format!("dy=\"{}\"", leading(words.face));
    for (index, line) in words.lines.iter().enumerate() {
        let down = if index == 0 { &format!("y=\"{y}\"") } else { &next };
        let length = held(line.width, words.face, letters.room);
        let length = length.map(|length| format!(" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\""));
        let length = length.unwrap_or_default();
        write!(out, "<tspan x=\"{x}\" {down}{length}>{}</tspan>", escape(&line.text))?;
    }
    writeln!(out, "</text>")
}

pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
    out
}
