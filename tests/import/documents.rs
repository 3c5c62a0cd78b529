//! Web pages and DOCX: their paragraphs are whole, and the draft is that of the plain text.

use std::io::Write as _;

use qadam::import::{Doubt, Draft, Form, Lexicon, Request, drafted, language, paragraphs_of};
use qadam::lang::Lang;
use zip::write::SimpleFileOptions;

/// The paragraphs of a small act, and whether each is a heading.
const ACT: [(&str, bool); 12] = [
    ("Об утверждении регламента", true),
    ("Постановление акимата города от 1 марта 2030 года № 1/1", false),
    ("1. Утвердить прилагаемый регламент.", false),
    ("Утвержден постановлением акимата города", true),
    ("Регламент государственной услуги «Выдача справок»", true),
    ("1. Общие положения", true),
    ("1. Услуга оказывается отделом.", false),
    ("2. Порядок действий", true),
    ("2. Описание последовательности процедур (действий):", false),
    ("1) специалист отдела <регистрирует> заявление в течение 10 минут & передает руководителю;", false),
    ("2) руководитель отдела подписывает справку;", false),
    ("3) специалист отдела выдает справку.", false),
];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn html() -> Vec<u8> {
    let blocks = ACT.map(|(text, is_heading)| {
        let text = escaped(text);
        if is_heading {
            format!("<h3>{text}</h3>\n")
        } else {
            format!("<div><p>\n  {}</p></div>\n", text.replacen(' ', "\n<b>", 1) + "</b>")
        }
    });
    format!(
        "<!DOCTYPE html><html><head><title>t</title><style>p {{}}</style></head><body><script>var x;</script>{}</body></html>",
        blocks.concat()
    )
    .into_bytes()
}

fn docx() -> Vec<u8> {
    let paragraphs = ACT.map(|(text, is_heading)| {
        let style = if is_heading { r#"<w:pPr><w:jc w:val="center"/></w:pPr>"# } else { "" };
        let (first, rest) = text.split_at(text.char_indices().nth(3).unwrap().0);
        let run = |text: &str| format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(text));
        format!("<w:p>{style}{}{}</w:p>", run(first), run(rest))
    });
    let xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>"#,
        paragraphs.concat()
    );
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

fn text() -> Vec<u8> {
    ACT.map(|(text, is_heading)| if is_heading { format!("\n{text}\n\n") } else { format!("      {text}\n") })
        .concat()
        .into_bytes()
}

fn draft(bytes: &[u8]) -> Draft {
    let form = Form::of(bytes);
    let text = if form == Form::Docx { String::new() } else { String::from_utf8(bytes.to_vec()).unwrap() };
    let (paragraphs, lang) = paragraphs_of(form, bytes, &text, None).unwrap();
    let request = Request { act: "almaty/2030-1-1", lang, digest: "sha256:0", form: "any" };
    drafted(paragraphs, &request, &Lexicon::empty(), &[], &|_: &Doubt| String::new())
}

#[test]
fn a_web_page_and_a_docx_make_the_draft_of_the_plain_text() {
    let plain = draft(&text());
    assert_eq!(plain.counts, [1, 1, 3]);
    assert_eq!(draft(&html()).files, plain.files);
    assert_eq!(draft(&docx()).files, plain.files);
}

#[test]
fn the_form_of_a_file_is_told_by_its_first_bytes() {
    assert_eq!(Form::of(&text()), Form::Text);
    assert_eq!(Form::of(&html()), Form::Html);
    assert_eq!(Form::of(&docx()), Form::Docx);
    assert_eq!(Form::of(b""), Form::Text);
}

#[test]
fn a_broken_docx_is_refused_with_its_reason() {
    let whole = docx();
    for length in [5, whole.len() / 2, whole.len() - 1] {
        assert!(paragraphs_of(Form::Docx, &whole[..length], "", None).is_err(), "{length} bytes");
    }
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    archive.write_all(b"<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>").unwrap();
    let bomb = archive.finish().unwrap().into_inner();
    assert!(paragraphs_of(Form::Docx, &bomb, "", None).is_err());
}

#[test]
fn the_language_is_told_by_its_letters() {
    assert_eq!(language("Государственная услуга; газета «Алматы ақшамы»"), Lang::Ru);
    assert_eq!(language("Көрсетілетін қызметті беруші өтінішті тіркейді"), Lang::Kk);
    assert_eq!(language(""), Lang::Ru);
}

/// Once a sign that a page writes by its number made a draft that could not be read.
#[test]
fn signs_that_no_text_has_part_words() {
    let page = "<html><body><p>1. Утвердить&#1;прилагаемый&#65535;регламент.</p></body></html>";
    let (paragraphs, _) = paragraphs_of(Form::Html, page.as_bytes(), page, Some(Lang::Ru)).unwrap();
    assert_eq!(
        paragraphs.into_iter().map(|paragraph| paragraph.text).collect::<Vec<_>>(),
        ["1. Утвердить прилагаемый регламент."]
    );
}
