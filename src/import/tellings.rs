//! Which lists tell what is done, by whom, in which order.
//!
//! A list is known by what leads it: the contents of procedures, their results, their sequence, the order of applying. Where
//! the lead says nothing, a list is a telling if most of its items say who does something, or are labelled as processes and
//! conditions are.

use std::collections::BTreeSet;

use super::cast::Cast;
use super::courses;
use super::draft::{Fields, Value};
use super::lists::{all_paragraphs, are_variants, heads_list, is_labelled, is_remark, leads_variant, list_end};
use super::nesting::{Kind, Node, each_mut};
use super::steps;
use super::words::{Case, says};
use super::{Doubt, Rule};
use crate::lang::Lang;

/// Turns the lists that tell something into tellings.
pub(super) fn find(text: &mut [Node], cast: &mut Cast, lang: Lang) {
    let mut finder = Finder { cast, lang, names: BTreeSet::new(), found: Vec::new() };
    for section in text.iter_mut() {
        finder.within(section, "", None);
    }
    let found = finder.found;
    link(text, &found);
}

/// Least words that tell what somebody does.
const LEAST_WORDS: usize = 6;

/// A telling that was found.
#[derive(Debug, Clone)]
struct Telling {
    name: String,
    role: &'static str,
    channel: String,
    steps: usize,
    object: Option<&'static str>,
}

struct Finder<'a> {
    cast: &'a mut Cast,
    lang: Lang,
    names: BTreeSet<String>,
    found: Vec<Telling>,
}

impl Finder<'_> {
    /// `inherited` is what a list of variants tells, below one of them.
    fn within(&mut self, node: &mut Node, point: &str, inherited: Option<&'static str>) {
        let point =
            if matches!(node.kind, Kind::Point | Kind::LostPoint) { node.text.clone() } else { point.to_owned() };
        let leads = if matches!(node.kind, Kind::Section | Kind::SectionAsParagraph) {
            String::new()
        } else {
            node.text.clone()
        };
        // Where something is handed out place by place, the places are no steps one after the other.
        if super::handing::of(node, self.lang).is_some() {
            return;
        }
        let mut at = 0;
        while at < node.body.len() {
            if inherited.is_some() && leads_variant(&node.body[at]) {
                self.within(&mut node.body[at], &point, inherited);
                at += 1;
                continue;
            }
            let end = if inherited.is_some() && at == 0 && node.body[0].kind != Kind::Item {
                all_paragraphs(&node.body)
            } else {
                list_end(&node.body, at, &leads)
            };
            let is_list = end > at + 1 || (end == at + 1 && self.leads_one(&leads, &node.body[at]));
            if !is_list {
                self.within(&mut node.body[at], &point, None);
                at += 1;
                continue;
            }
            // A paragraph between the point and its list is its lead.
            let lead = if at > 0 && node.body[at - 1].kind == Kind::Paragraph && node.body[at - 1].text.ends_with(':') {
                node.body[at - 1].text.clone()
            } else {
                leads.clone()
            };
            let role = inherited.or_else(|| self.role(&lead, &node.body[at..end]));
            match role {
                Some(role) if are_variants(&node.body[at..end]) => {
                    let leads = format!("{point} {lead}");
                    for child in &mut node.body[at..end] {
                        self.within(child, &leads, Some(role));
                    }
                    at = end;
                }
                Some(role) => {
                    let telling = self.telling(role, &lead, &point, node.body.splice(at..end, []).collect());
                    node.body.insert(at, telling);
                    at += 1;
                }
                None => {
                    for child in &mut node.body[at..end] {
                        self.within(child, &point, None);
                    }
                    at = end;
                }
            }
        }
    }

    /// Whether a lead of a sequence has a single paragraph for it, or a single variant.
    fn leads_one(&self, lead: &str, only: &Node) -> bool {
        let is_one = only.kind == Kind::Paragraph && only.text.starts_with(char::is_lowercase);
        let is_variant = only.kind == Kind::Item && are_variants(std::slice::from_ref(only)) || heads_list(only);
        lead.ends_with(':') && (is_one || is_variant) && self.said_role(lead) == Some("sequence")
    }

    /// What a list tells; nothing where it tells nothing.
    fn role(&self, lead: &str, items: &[Node]) -> Option<&'static str> {
        let lower = lead.to_lowercase();
        let is_other = match self.lang {
            Lang::Ru => [
                "перечен",
                "указанием",
                "сведени",
                "включает",
                "результат оказания",
                "через",
                "срок",
                "поняти",
                "термин",
                "следующие документы",
            ]
            .iter()
            .any(|stem| says(&lower, &[stem]) && !says(&lower, &["процедур"])),
            Lang::Kk => ["тізбесі", "тізімі", "жатады", "мерзімі", "қабылдау", "нәтижесі"]
                .iter()
                .any(|stem| says(&lower, &[stem]) && !says(&lower, &["рәсім"])),
        };
        self.said_role(lead).or_else(|| {
            if is_other && !items.iter().any(|item| is_labelled(&item.text)) {
                return None;
            }
            let acts = |item: &&Node| {
                let mentions = self.cast.mentions(&item.text);
                mentions.iter().any(|mention| {
                    matches!(mention.case, Case::Nominative | Case::Instrumental)
                        && !mention.is_aside
                        && mention.at.start < 90
                })
            };
            let labelled = items.iter().filter(|item| is_labelled(&item.text)).count();
            let is_sentence = |item: &&Node| item.text.split_whitespace().count() >= LEAST_WORDS;
            let acting = items.iter().filter(acts).filter(is_sentence).count();
            let is_told = labelled > 1 || (items.len() > 2 && acting * 2 >= items.len());
            is_told.then_some("sequence")
        })
    }

    fn said_role(&self, lead: &str) -> Option<&'static str> {
        let lower = lead.to_lowercase();
        let rules: &[(&[&str], &str)] = match self.lang {
            Lang::Ru => &[
                (&["процедур", "входящ"], "contents"),
                (&["содержани", "процедур"], "contents"),
                (&["результат", "процедур"], "results"),
                (&["последовательност", "процедур"], "sequence"),
                (&["порядк", "обращени"], "sequence"),
                (&["процесс", "получени"], "sequence"),
                (&["этап", "оказани"], "sequence"),
                (&["следующ", "процедур"], "terms"),
            ],
            Lang::Kk => &[
                (&["рәсім", "мазмұн"], "contents"),
                (&["рәсім", "реттіліг"], "sequence"),
                (&["рәсім", "бірізділі"], "sequence"),
                (&["рәсім", "қажетт"], "sequence"),
                (&["жүгіну", "тәртібі"], "sequence"),
                (&["қадамдық"], "sequence"),
                (&["процесінің", "сипаттамасы"], "sequence"),
                (&["жолдау", "тәртібі"], "sequence"),
            ],
        };
        rules.iter().find(|(stems, _)| says(&lower, stems)).map(|(_, role)| *role)
    }

    fn telling(&mut self, role: &'static str, lead: &str, point: &str, mut steps: Vec<Node>) -> Node {
        let line = steps.first().map_or(0, |step| step.line);
        unfold(&mut steps);
        steps::read(&mut steps, self.cast, self.lang);
        if role == "terms" {
            self.led([lead, point], &mut steps);
        }
        let channel = self.channel(lead, point, &steps);
        let object = (steps.len() > 1).then(|| self.object(lead)).flatten();
        let base = match (role, object) {
            ("sequence", Some(object)) if channel == "provider" => object.to_owned(),
            ("sequence", _) => channel.clone(),
            (role, _) => role.to_owned(),
        };
        let mut name = base.clone();
        let mut count = 1;
        while !self.names.insert(name.clone()) {
            count += 1;
            name = format!("{base}-{count}");
        }
        let mut scope = Fields::default();
        let with_akim = steps.iter().any(|step| Self::acts(step, "akim"));
        let channels: Vec<Value> = if with_akim && channel == "provider" {
            vec!["provider".into(), "akim".into()]
        } else if let Some(both) = courses::either_place(&mut steps, self.lang) {
            both.map(Value::from).to_vec()
        } else {
            vec![channel.as_str().into()]
        };
        if with_akim && channels.len() > 1 {
            for step in &mut steps {
                let is_of_akim =
                    matches!(step.fields.get("by"), Some(Value::Text(by)) if by == "akim" || by.starts_with("akim-"));
                if is_of_akim {
                    step.fields.set("only", "akim");
                }
            }
            courses::past_akim(&mut steps);
        }
        scope.set("channel", Value::one_or_many(channels));
        if let Some(object) = object {
            scope.set("object", object);
        }
        let mut fields = Fields::default();
        fields.set("role", role);
        fields.set("for", scope);
        self.found.push(Telling { name: name.clone(), role, channel, steps: steps.len(), object });
        Node { kind: Kind::Process, number: Some(name), line, body: steps, fields, ..Node::default() }
    }

    /// «осуществляется X по следующей процедуре: принимает …; выдает …»: X does what has nobody else to do it.
    fn led(&mut self, leads: [&str; 2], steps: &mut [Node]) {
        let doer = |lead| self.cast.mentions(lead).into_iter().find(|mention| mention.case == Case::Instrumental);
        let Some(doer) = leads.into_iter().find_map(doer) else { return };
        for step in steps {
            let first = step.text.split(' ').next().unwrap_or_default();
            if step.fields.get("by").is_none() && super::limits::is_verb(first) {
                let id = self.cast.id(doer.person);
                step.fields.set("by", id);
            }
        }
    }

    /// Whether a participant of such an id acts in a step.
    fn acts(step: &Node, id: &str) -> bool {
        fn has(value: &Value, id: &str) -> bool {
            match value {
                Value::Text(text) => text == id || text.starts_with(&format!("{id}-")),
                Value::List(items) => items.iter().any(|(_, value)| has(value, id)),
                Value::Map(fields) => fields.0.iter().any(|(_, value)| has(value, id)),
                Value::Number(_) | Value::Null => false,
            }
        }
        step.fields.get("by").is_some_and(|by| has(by, id))
    }

    /// Where one applies: by the lead, by who acts first, by what the steps speak of.
    fn channel(&self, lead: &str, point: &str, steps: &[Node]) -> String {
        let of = |text: &str| {
            let lower = text.to_lowercase();
            let words: [(&[&str], &str); 3] = match self.lang {
                Lang::Ru => [
                    (&["портал", "веб-портал", "пэп"], "portal"),
                    (&["корпораци"], "corporation"),
                    (&["цон", "центр обслуживани"], "centre"),
                ],
                Lang::Kk => {
                    [(&["портал", "эүп"], "portal"), (&["корпораци"], "corporation"), (&["хқко", "орталы"], "centre")]
                }
            };
            let found = words.iter().find(|(stems, _)| stems.iter().any(|stem| says(&lower, &[stem])));
            found.map(|(_, channel)| (*channel).to_owned())
        };
        let lower = lead.to_lowercase();
        let is_inner = says(&lower, &["структурн"]) || says(&lower, &["құрылымдық"]) || says(&lower, &["входящ"]);
        let of_point = point.to_lowercase();
        let is_inner = is_inner || (says(&of_point, &["структурн"]) && of(lead).is_none());
        // A heading «через Центр:» names the centre by one word; that of employment is the provider itself.
        let is_centre = self.lang == Lang::Ru && says(&lower, &["центр"]) && !says(&lower, &["занятост"]);
        let by_lead = of(lead)
            .or_else(|| is_centre.then(|| "centre".to_owned()))
            .filter(|_| !is_inner || says(&lower, &["арқылы"]));
        by_lead
            .or_else(|| is_inner.then(|| "provider".to_owned()))
            .or_else(|| {
                let mut counts = std::collections::BTreeMap::new();
                for channel in steps.iter().filter_map(|step| of(&step.text)) {
                    *counts.entry(channel).or_insert(0) += 1;
                }
                let first =
                    steps.first().filter(|step| Self::acts(step, "centre") || Self::acts(step, "centre-worker"));
                let most = counts.into_iter().max_by_key(|(_, count)| *count);
                let begins = steps.first().and_then(|step| of(&step.text));
                first
                    .map(|_| "centre".to_owned())
                    .or_else(|| most.filter(|(_, count)| *count > 2).map(|(channel, _)| channel))
                    .or_else(|| begins.filter(|channel| channel == "portal"))
            })
            .or_else(|| of(point))
            .unwrap_or_else(|| "provider".to_owned())
    }

    /// What is asked for, where the lead names one thing.
    fn object(&self, lead: &str) -> Option<&'static str> {
        let lower = lead.to_lowercase();
        let words: [(&str, &str); 3] = match self.lang {
            Lang::Ru => [("переоформлени", "reissue"), ("продлени", "extend"), ("выдач", "issue")],
            Lang::Kk => [("қайта рәсімдеу", "reissue"), ("ұзарту", "extend"), ("рұқсат беру", "issue")],
        };
        let named: Vec<&'static str> =
            words.iter().filter(|(stem, _)| says(&lower, &[stem])).map(|(_, object)| *object).collect();
        let is_inner = says(&lower, &["процедур"]) || says(&lower, &["рәсім"]);
        (named.len() == 1 && !is_inner && lower.chars().count() < 120).then(|| named[0])
    }
}

/// An item that opens a list of what is done: its paragraphs are steps of their own.
fn unfold(steps: &mut [Node]) {
    for step in steps {
        let is_step = |part: &Node| part.kind == Kind::Paragraph && part.text.starts_with(char::is_lowercase);
        let is_fact = |part: &Node| {
            let lower = part.text.to_lowercase();
            says(&lower, &["мерзімі"]) || says(&lower, &["нәтижесі"])
        };
        step.has_steps = step.text.ends_with(':')
            && step.body.len() > 1
            && step.body.iter().all(is_step)
            && !step.body.iter().any(is_fact);
        if step.kind == Kind::Note || is_remark(&step.text) {
            step.kind = Kind::Aside;
        }
    }
}

/// Links tellings of the same: the contents of procedures and their sequence, lists of results and what they are of.
fn link(text: &mut [Node], found: &[Telling]) {
    let sequence = found
        .iter()
        .find(|telling| telling.role == "sequence" && telling.channel == "provider" && telling.object.is_none());
    let contents = found.iter().find(|telling| telling.role == "contents");
    each_mut(text, &mut |node| {
        if node.kind == Kind::Process {
            let Some(name) = node.number.clone() else { return };
            let Some(telling) = found.iter().find(|telling| telling.name == name) else { return };
            match (telling.role, sequence, contents) {
                ("contents", Some(sequence), _) => {
                    if telling.steps == sequence.steps {
                        node.fields.set("retells", sequence.name.as_str());
                    } else {
                        node.doubts.push(Doubt { line: node.line, rule: Rule::Pairs });
                    }
                }
                ("results", _, Some(contents)) => node.fields.set("of", contents.name.as_str()),
                _ => {}
            }
        }
    });
}
