//! x
fn main() {
    let (p, d) = qadam::source::read_project(std::path::Path::new("."));
    let (c, e) = qadam::resolve::resolve(&p);
    for x in d.iter().chain(&e) { println!("{} {:?} {:?}", x.code.as_str(), x.span.map(|s| (p.files[s.file.0 as usize].path.clone(), p.files[s.file.0 as usize].line_and_column(s.start))), x.args); }
    for a in &c.acts { for r in &a.regulations { for pr in &r.processes { let g = qadam::flow::graph(pr); println!("{} {} {:?} entries {:?} unreach {:?} endless {:?}", r.name, pr.name, pr.role, g.entries, g.unreachable, g.endless); for e in &g.edges { println!("   {} -> {:?} {:?}", pr.steps[e.from].id, e.to, e.label.as_ref().map(|t| t.words.clone())); } } } }
}
