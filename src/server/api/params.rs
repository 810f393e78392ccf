//! The parameters of a question: declared once, for reading requests and for the OpenAPI document.

use crate::server::refusal::Refusal;
use axum::extract::Query;
use axum::http::Uri;
use std::collections::BTreeMap;

/// A parameter of a question.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What it does, in a sentence without a full stop.
    pub about: &'static str,
    /// What it holds.
    pub form: Form,
    /// Whether the question can't be asked without it.
    pub required: bool,
}

/// What a parameter holds.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Any text.
    Text,
    /// Texts between commas.
    Texts,
    /// A date in EDTF.
    Date,
    /// `true` or `false`; false where not given.
    Flag,
    /// A whole number from 1 to this.
    Number(u32),
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// Some of these words, between commas.
    Words(fn() -> Vec<&'static str>),
}

/// A parameter that must be given.
pub(super) const fn required(name: &'static str, form: Form, about: &'static str) -> Parameter {
    Parameter { name, about, form, required: true }
}

/// A parameter that may be given.
pub(super) const fn optional(name: &'static str, form: Form, about: &'static str) -> Parameter {
    Parameter { name, about, form, required: false }
}

/// The parameters that a request gives: only those that the question has, each once, each of its form.
#[derive(Debug, Default)]
pub(in crate::server) struct Given(BTreeMap<String, String>);

impl Given {
    /// Reads the query of a request.
    ///
    /// # Errors
    /// When a parameter is unknown, given twice, not of its form, or missing.
    pub(in crate::server) fn read<'p>(
        uri: &Uri,
        parameters: impl Iterator<Item = &'p Parameter> + Clone,
    ) -> Result<Self, Refusal> {
        let pairs: Query<Vec<(String, String)>> = Query::try_from_uri(uri)
            .map_err(|_| Refusal::bad("the part of the address after `?` can't be read"))?;
        let mut given = BTreeMap::new();
        for (name, value) in pairs.0 {
            let parameter = parameters.clone().find(|parameter| parameter.name == name);
            let parameter =
                parameter.ok_or_else(|| Refusal::bad(format!("there is no parameter `{name}`")))?;
            parameter.form.check(&name, &value)?;
            if given.insert(name, value).is_some() {
                return Err(Refusal::bad(format!("`{}` is given twice", parameter.name)));
            }
        }
        match parameters.into_iter().find(|p| p.required && !given.contains_key(p.name)) {
            Some(missing) => Err(Refusal::bad(format!("`{}` is missing", missing.name))),
            None => Ok(Self(given)),
        }
    }

    /// A text, where it is given.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// A text that must be given.
    pub(super) fn must(&self, name: &str) -> Result<&str, Refusal> {
        self.text(name).ok_or_else(|| Refusal::bad(format!("`{name}` is missing")))
    }

    /// Whether a flag is set.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.text(name) == Some("true")
    }

    /// A number, where it is given.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.text(name)?.parse().ok()
    }

    /// The parts between commas; none where it is not given.
    pub(super) fn list(&self, name: &str) -> impl Iterator<Item = &str> {
        self.text(name).into_iter().flat_map(|list| list.split(',')).filter(|part| !part.is_empty())
    }
}

impl Form {
    /// Refuses a value that is not of this form; dates are read where they are used.
    fn check(self, name: &str, value: &str) -> Result<(), Refusal> {
        let one_of = |words: &[&str], value: &str| {
            let is_one = words.contains(&value);
            is_one.then_some(()).ok_or_else(|| {
                Refusal::bad(format!("{name}={value}: it is one of {}", words.join(", ")))
            })
        };
        match self {
            Self::Text | Self::Texts | Self::Date => Ok(()),
            Self::Flag => one_of(&["true", "false"], value),
            Self::Number(most) => match value.parse::<u32>() {
                Ok(number) if (1..=most).contains(&number) => Ok(()),
                _ => Err(Refusal::bad(format!("{name}={value}: it is a number from 1 to {most}"))),
            },
            Self::Word(words) => one_of(&words(), value),
            Self::Words(words) => value.split(',').try_for_each(|word| one_of(&words(), word)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAMETERS: [Parameter; 4] = [
        required("name", Form::Text, "N"),
        optional("all", Form::Flag, "A"),
        optional("k", Form::Number(9), "K"),
        optional("is", Form::Words(|| vec!["so", "not so"]), "I"),
    ];

    fn read(query: &str) -> Result<Given, Refusal> {
        Given::read(&format!("/api/x?{query}").parse().unwrap(), PARAMETERS.iter())
    }

    #[test]
    fn what_is_asked_is_read() {
        let given = read("name=Kadena%20Air+Base&all=true&k=9&is=so,not+so").unwrap();
        assert_eq!(given.must("name").unwrap(), "Kadena Air Base");
        assert!(given.flag("all"));
        assert_eq!(given.number("k"), Some(9));
        assert_eq!(given.list("is").collect::<Vec<_>>(), ["so", "not so"]);
        assert!(!read("name=x&all=false").unwrap().flag("all"));
    }

    #[test]
    fn what_can_not_be_asked_is_refused() {
        let refused = [
            ("", "`name` is missing"),
            ("name=x&named=y", "there is no parameter `named`"),
            ("name=x&name=y", "`name` is given twice"),
            ("name=x&all=yes", "all=yes: it is one of true, false"),
            ("name=x&k=10", "k=10: it is a number from 1 to 9"),
            ("name=x&k=-1", "k=-1: it is a number from 1 to 9"),
            ("name=x&is=so,so+so", "is=so so: it is one of so, not so"),
        ];
        for (query, error) in refused {
            assert_eq!(read(query).unwrap_err(), Refusal::bad(error), "{query}");
        }
    }
}
