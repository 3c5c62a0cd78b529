//! Judges of HTML: what a browser's tokenizer makes of it, and where its links lead.

use std::cell::RefCell;
use std::collections::BTreeSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use url::Url;

/// What a browser sees in a page.
#[derive(Debug, Default)]
pub struct Seen {
    /// Names of elements, and of attributes as `element@attribute`.
    pub names: BTreeSet<String>,
    /// Values of `href` and `src`.
    pub links: Vec<String>,
    /// Texts, one after the other.
    pub text: String,
    /// What is against the rules.
    pub faults: Vec<String>,
    open: Vec<String>,
}

/// Elements that have no end.
const VOID: [&str; 6] = ["br", "col", "hr", "img", "link", "meta"];

impl Seen {
    fn tag(&mut self, tag: &html5ever::tokenizer::Tag) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        if tag.kind == TagKind::EndTag {
            if self.open.pop().as_ref() != Some(&name) {
                self.faults.push(format!("</{name}> closes something else"));
            }
            return TokenSinkResult::Continue;
        }
        for attribute in &tag.attrs {
            let own = attribute.name.local.to_string();
            if matches!(own.as_str(), "href" | "src") {
                self.links.push(attribute.value.to_string());
            }
            self.names.insert(format!("{name}@{own}"));
        }
        self.names.insert(name.clone());
        let is_title = name == "title";
        if !VOID.contains(&name.as_str()) && !tag.self_closing {
            self.open.push(name);
        }
        // What stands in a title is text, as a browser's tree builder tells the tokenizer.
        if is_title { TokenSinkResult::RawData(RawKind::Rcdata) } else { TokenSinkResult::Continue }
    }
}

struct Sink(RefCell<Seen>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut seen = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return seen.tag(&tag),
            Token::CharacterTokens(text) => seen.text.push_str(&text),
            Token::CommentToken(text) => seen.faults.push(format!("a comment: {text}")),
            Token::NullCharacterToken => seen.faults.push("a NUL".to_owned()),
            Token::ParseError(fault) => seen.faults.push(fault.into_owned()),
            Token::DoctypeToken(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

/// What a browser sees in a page or in a part of one. Every element that is open at the end is a fault.
pub fn see(html: &str) -> Seen {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), Default::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut seen = tokenizer.sink.0.into_inner();
    let open = std::mem::take(&mut seen.open);
    seen.faults.extend(open.into_iter().map(|name| format!("<{name}> is not closed")));
    seen
}

/// Why a link that stands on a page of the site must not be there.
///
/// A browser decides where it leads. What it cannot read leads nowhere.
pub fn bad_link(link: &str, address: &str) -> Option<String> {
    let base = Url::parse(&format!("https://site.example/folder/{address}")).expect("an address of the site");
    let Ok(url) = base.join(link) else { return None };
    if !["https", "http", "mailto"].contains(&url.scheme()) {
        return Some(format!("`{link}` has the scheme {}", url.scheme()));
    }
    let says_so = ["https:", "http:", "mailto:"]
        .iter()
        .any(|scheme| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let is_own = url.host_str() == Some("site.example");
    if !says_so && !is_own {
        return Some(format!("`{link}` leads to another host without saying so"));
    }
    None
}
