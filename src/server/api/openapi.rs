//! The description of all that is served, as an OpenAPI 3.1 document, made of the table of questions and
//! of the types of their answers.

use super::params::{Form, Parameter};
use super::{API, Operation};
use crate::export::ExplorerDocument;
use crate::server::findings::FindingsBody;
use crate::server::refusal::ErrorBody;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// The document, as JSON.
pub fn openapi() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schemas = settings
        .with(|settings| {
            settings.definitions_path = "/components/schemas".into();
            settings.meta_schema = None;
        })
        .into_generator();
    let error = content("application/json", schemas.subschema_for::<ErrorBody>());
    let mut paths = served(&mut schemas);
    for operation in API {
        paths.insert(operation.path(), path(asked(operation, &mut schemas)));
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "foedera serve",
            "version": "1.0.0",
            "summary": "The live explorer of a data set, and the questions that it asks.",
            "description": "Only GET and HEAD are answered. Whatever goes wrong is told as `{\"error\": \"...\"}`.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "http://127.0.0.1:3633", "description": "the default" }],
        "paths": paths,
        "components": {
            "schemas": schemas.take_definitions(true),
            "responses": { "Error": { "description": "Why there is no answer.", "content": error } },
        },
    });
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// What is served without a question.
fn served(schemas: &mut SchemaGenerator) -> Map<String, Value> {
    let text = Schema::try_from(json!({ "type": "string" })).unwrap_or_default();
    let description = Schema::try_from(json!({ "type": "object" })).unwrap_or_default();
    let mut paths = Map::new();
    let mut add = |at: &str, operation: Value| paths.insert(at.into(), path(operation));
    add("/", tagged("page", "The page", content("text/html", text.clone())));
    let graph = of::<ExplorerDocument>(schemas);
    add("/api/graph", tagged("graph", "The graph, as the page reads it", graph));
    let findings = of::<FindingsBody>(schemas);
    add("/api/findings", tagged("findings", "What is wrong with the data", findings));
    let events = content("text/event-stream", text);
    let about = "Events named `revision`, whose data is the revision of the data: the present one at \
                 once, and each new one when it is there";
    add("/events", operation("events", about, &[], events));
    let description = content("application/json", description);
    add("/openapi.json", operation("description", "This document", &[], description));
    paths
}

fn of<T: JsonSchema>(schemas: &mut SchemaGenerator) -> Value {
    content("application/json", schemas.subschema_for::<T>())
}

fn path(get: Value) -> Value {
    json!({ "get": get })
}

fn content(media: &str, schema: Schema) -> Value {
    json!({ media: { "schema": schema } })
}

/// A question.
fn asked(question: &Operation, schemas: &mut SchemaGenerator) -> Value {
    let answer = content("application/json", (question.schema)(schemas));
    let parameters: Vec<Value> = question.parameters().map(parameter).collect();
    operation(question.name, question.about, &parameters, answer)
}

fn operation(name: &str, about: &str, parameters: &[Value], answer: Value) -> Value {
    json!({
        "operationId": name,
        "summary": about,
        "parameters": parameters,
        "responses": {
            "200": { "description": "The answer.", "content": answer },
            "default": { "$ref": "#/components/responses/Error" },
        },
    })
}

/// What has a revision, and is not sent again to a client that has it.
fn tagged(name: &str, about: &str, answer: Value) -> Value {
    let if_none_match = json!({
        "name": "If-None-Match",
        "in": "header",
        "description": "The ETag of what the client has",
        "schema": { "type": "string" },
    });
    let mut operation = operation(name, about, &[if_none_match], answer);
    operation["responses"]["304"] = json!({ "description": "The client has it." });
    operation["responses"]["200"]["headers"] = json!({
        "ETag": { "description": "The revision, in quotes.", "schema": { "type": "string" } },
    });
    operation
}

fn parameter(parameter: &Parameter) -> Value {
    let list = |items: Value| json!({ "type": "array", "items": items });
    let schema = match parameter.form {
        Form::Text | Form::Date => json!({ "type": "string" }),
        Form::Texts => list(json!({ "type": "string" })),
        Form::Flag => json!({ "type": "boolean", "default": false }),
        Form::Number(most) => json!({ "type": "integer", "minimum": 1, "maximum": most }),
        Form::Word(words) => json!({ "type": "string", "enum": words() }),
        Form::Words(words) => list(json!({ "type": "string", "enum": words() })),
    };
    let mut described = json!({
        "name": parameter.name,
        "in": "query",
        "description": parameter.about,
        "required": parameter.required,
        "schema": schema,
    });
    if matches!(parameter.form, Form::Texts | Form::Words(_)) {
        // Items between commas, not one parameter each.
        described["style"] = "form".into();
        described["explode"] = false.into();
    }
    described
}
