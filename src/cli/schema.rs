//! `qadam schema`: the JSON Schemas of the encodings and of the data, from the structs that read and write them.

use std::path::PathBuf;

use clap::Args;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::{Global, Outcome};
use crate::export::contract;
use crate::output;
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
pub fn run(global: &Global, args: &SchemaArgs) -> Outcome {
    let folder = args.out.clone().unwrap_or_else(|| global.root.join("regulations/schema"));
    for (name, text) in schemas() {
        if let Err(error) = output::write_file(&folder.join(name), text.as_bytes()) {
            return Outcome {
                err: format!("{}: {error}\n", folder.join(name).display()),
                code: 2,
                ..Outcome::default()
            };
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
