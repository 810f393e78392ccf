//! temporary
#![allow(missing_docs)]
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    pub section: String,
    pub paragraph: u32,
}
#[derive(Debug, Clone, PartialEq)]
pub enum Unresolved {
    NotFound { nearest: Option<String> },
    Ambiguous { places: Vec<String> },
    EndNotFound { section: String },
}
#[derive(Debug, Clone)]
pub struct Document {
    p: Vec<String>,
}
impl Document {
    pub fn problems(&self) -> &[String] {
        &self.p
    }
}
#[derive(Debug, Clone)]
pub struct Lock;
impl std::fmt::Display for Lock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("")
    }
}
