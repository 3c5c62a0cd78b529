//! `qadam schema`: the JSON Schemas of the encodings and of the data, from the structs that read and write them.

use std::path::PathBuf;

use clap::Args;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::{Global, Outcome, Terminal};
use crate::diagnostic::{Code, Diagnostic};
use crate::export::contract;
use crate::lang::Locale;
use crate::output;
use crate::source::link_on_the_way;
use crate::source::schema::{
    ActFile, GlossaryFile, PlacesFile, RegulationFile, ServicesFile, SiteFile, TranslationFile,
};

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Folder to write them into, instead of `regulations/schema`
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// Runs `schema`.
pub fn run(global: &Global, args: &SchemaArgs, locale: Locale, terminal: Terminal) -> Outcome {
    let inside = "regulations/schema";
    let folder = args.out.clone().unwrap_or_else(|| global.root.join(inside));
    let failed = |fault| Outcome::could_not(fault, locale, terminal);
    // A project of somebody else must not lead the program to write elsewhere; who names a folder knows it.
    if let Some(link) = link_on_the_way(&global.root, inside).filter(|_| args.out.is_none()) {
        return failed(Diagnostic::nowhere(Code::Symlink).with("path", link));
    }
    for (name, text) in schemas() {
        let path = folder.join(name);
        if let Err(error) = output::write_file(&path, text.as_bytes()) {
            return failed(output::cannot_write(&path, &error));
        }
    }
    Outcome::default()
}

/// Every schema, by file name.
pub fn schemas() -> Vec<(&'static str, String)> {
    vec![
        ("act.schema.json", reading::<ActFile>()),
        ("regulation.schema.json", reading::<RegulationFile>()),
        ("places.schema.json", reading::<PlacesFile>()),
        ("services.schema.json", reading::<ServicesFile>()),
        ("glossary.schema.json", reading::<GlossaryFile>()),
        ("translation.schema.json", reading::<TranslationFile>()),
        ("site.schema.json", reading::<SiteFile>()),
        ("data-index.schema.json", writing::<contract::Index>()),
        ("data-act.schema.json", writing::<contract::Act>()),
        ("data-regulation.schema.json", writing::<contract::Regulation>()),
        ("data-difference.schema.json", writing::<contract::Difference>()),
    ]
}

/// The schema of what is read.
fn reading<T: JsonSchema>() -> String {
    text(SchemaSettings::draft07().for_deserialize().into_generator().into_root_schema_for::<T>())
}

/// The schema of what is written.
fn writing<T: JsonSchema>() -> String {
    text(SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>())
}

fn text(schema: Schema) -> String {
    // A schema is a JSON value: writing it to memory cannot fail.
    let mut text = serde_json::to_string_pretty(&schema.to_value()).unwrap_or_default();
    text.push('\n');
    text
}
