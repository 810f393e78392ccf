//! Error-tolerant RON tree in one arena + serde Deserializer with spans. Prototype.
use crate::text::Step;
use std::borrow::Cow;
use std::ops::Range;
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum K {
    Ident,
    Num,
    Str,
    RawStr,
    BStr,
    Char,
    Byte,
    List,
    Map,
    Paren,
    Field,
    Entry,
    Name,
    Error,
}
#[derive(Clone, Copy, Debug)]
pub struct RawN {
    pub k: K,
    pub esc: bool,
    pub s: u32,
    pub e: u32,
    pub child: u32,
    pub next: u32,
}
const NIL: u32 = u32::MAX;
pub type Span = (u32, u32);
#[derive(Debug, Clone)]
pub struct SynErr {
    pub span: Span,
    pub msg: &'static str,
    pub open: Option<Span>,
}
pub struct Tree<'de> {
    pub src: &'de str,
    pub n: Vec<RawN>,
    pub root: u32,
    errs: Vec<SyntaxError>,
    pub com: Vec<Span>,
}
struct P<'de> {
    s: &'de str,
    b: &'de [u8],
    i: usize,
    n: Vec<RawN>,
    errs: Vec<SynErr>,
    com: Vec<Span>,
    depth: u32,
}
fn idc(c: u8) -> bool {
    c.is_ascii_alphanumeric() || c == b'_' || c >= 0x80
}
impl<'de> P<'de> {
    fn ws(&mut self) {
        loop {
            match self.b.get(self.i) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.i += 1,
                Some(b'/') if self.b.get(self.i + 1) == Some(&b'/') => {
                    let s = self.i;
                    while self.i < self.b.len() && self.b[self.i] != b'\n' {
                        self.i += 1
                    }
                    self.com.push((s as u32, self.i as u32));
                }
                Some(b'/') if self.b.get(self.i + 1) == Some(&b'*') => {
                    let s = self.i;
                    self.i += 2;
                    let mut d = 1;
                    while d > 0 && self.i < self.b.len() {
                        if self.b[self.i..].starts_with(b"*/") {
                            d -= 1;
                            self.i += 2
                        } else if self.b[self.i..].starts_with(b"/*") {
                            d += 1;
                            self.i += 2
                        } else {
                            self.i += 1
                        }
                    }
                    if d > 0 {
                        self.err(s, s + 2, "unclosed block comment")
                    }
                    self.com.push((s as u32, self.i as u32));
                }
                _ => return,
            }
        }
    }
    fn err(&mut self, s: usize, e: usize, msg: &'static str) {
        self.errs.push(SynErr { span: (s as u32, e as u32), msg, open: None })
    }
    fn mk(&mut self, k: K, s: usize) -> u32 {
        self.n.push(RawN { k, esc: false, s: s as u32, e: self.i as u32, child: NIL, next: NIL });
        (self.n.len() - 1) as u32
    }
    fn value(&mut self) -> u32 {
        self.ws();
        let s = self.i;
        let Some(&c) = self.b.get(s) else {
            self.err(s, s, "expected a value, found end of file");
            return self.mk(K::Error, s);
        };
        match c {
            b'"' => self.string(s, K::Str),
            b'r' if self.raw_at(s + 1) => self.raw(s, 1, K::RawStr),
            b'b' if self.b.get(s + 1) == Some(&b'"') => {
                self.i += 1;
                self.string(s, K::BStr)
            }
            b'b' if self.b.get(s + 1) == Some(&b'\'') => {
                self.i += 1;
                self.ch(s, K::Byte)
            }
            b'\'' => self.ch(s, K::Char),
            b'[' => self.group(s, K::List, b']'),
            b'{' => self.group(s, K::Map, b'}'),
            b'(' => self.group(s, K::Paren, b')'),
            b'0'..=b'9' | b'+' | b'-' | b'.' => {
                self.i += 1;
                while self.i < self.b.len()
                    && (idc(self.b[self.i])
                        || self.b[self.i] == b'.'
                        || (matches!(self.b[self.i], b'+' | b'-')
                            && matches!(self.b[self.i - 1], b'e' | b'E')))
                {
                    self.i += 1
                }
                self.mk(K::Num, s)
            }
            _ if idc(c) => {
                if self.b[s..].starts_with(b"r#") {
                    self.i += 2
                }
                while self.i < self.b.len() && idc(self.b[self.i]) {
                    self.i += 1
                }
                let e = self.i;
                let id = self.mk(K::Ident, s);
                self.ws();
                if self.b.get(self.i) == Some(&b'(') {
                    let g = {
                        let p = self.i;
                        self.group(p, K::Paren, b')')
                    };
                    self.n[id as usize].k = K::Name;
                    self.n[id as usize].next = self.n[g as usize].child;
                    self.n[g as usize].child = id;
                    self.n[g as usize].s = s as u32;
                    g
                } else {
                    self.i = e;
                    id
                }
            }
            _ => {
                self.err(s, s + 1, "expected a value");
                self.mk(K::Error, s)
            }
        }
    }
    fn raw_at(&self, mut j: usize) -> bool {
        while self.b.get(j) == Some(&b'#') {
            j += 1
        }
        self.b.get(j) == Some(&b'"')
    }
    fn raw(&mut self, s: usize, pre: usize, k: K) -> u32 {
        let mut h = 0;
        self.i = s + pre;
        while self.b[self.i] == b'#' {
            h += 1;
            self.i += 1
        }
        self.i += 1;
        loop {
            match self.b[self.i..].iter().position(|&c| c == b'"') {
                None => {
                    self.i = self.b.len();
                    self.err(s, s + 1, "unclosed raw string");
                    break;
                }
                Some(p) => {
                    self.i += p + 1;
                    if self.b[self.i..].iter().take(h).filter(|&&c| c == b'#').count() == h {
                        self.i += h;
                        break;
                    }
                }
            }
        }
        self.mk(k, s)
    }
    fn string(&mut self, s: usize, k: K) -> u32 {
        self.i += 1;
        let mut esc = false;
        loop {
            match self.b.get(self.i) {
                None => {
                    // recovery: end the string at the end of its first line
                    let nl = self.s[s..].find('\n').map_or(self.b.len(), |p| s + p);
                    self.i = nl;
                    self.err(s, nl, "unclosed string");
                    return self.mk(K::Error, s);
                }
                Some(b'"') => {
                    self.i += 1;
                    break;
                }
                Some(b'\\') => {
                    esc = true;
                    self.i += 2
                }
                Some(_) => self.i += 1,
            }
        }
        let id = self.mk(k, s);
        self.n[id as usize].esc = esc;
        id
    }
    fn ch(&mut self, s: usize, k: K) -> u32 {
        self.i += 1;
        if self.b.get(self.i) == Some(&b'\\') {
            self.i += 2
        }
        while self.i < self.b.len() && self.b[self.i] != b'\'' && self.b[self.i] != b'\n' {
            self.i += 1
        }
        self.i = (self.i + 1).min(self.b.len());
        self.mk(k, s)
    }
    fn group(&mut self, s: usize, k: K, close: u8) -> u32 {
        self.i += 1;
        self.depth += 1;
        let g = self.mk(k, s);
        let mut last = NIL;
        let open = (s as u32, s as u32 + 1);
        loop {
            self.ws();
            match self.b.get(self.i) {
                Some(&c) if c == close => {
                    self.i += 1;
                    break;
                }
                None => {
                    self.errs.push(SynErr {
                        span: (self.i as u32, self.i as u32),
                        msg: "unclosed delimiter",
                        open: Some(open),
                    });
                    break;
                }
                Some(b')' | b']' | b'}') => {
                    self.errs.push(SynErr {
                        span: (self.i as u32, self.i as u32 + 1),
                        msg: "mismatched closing delimiter",
                        open: Some(open),
                    });
                    break;
                } // leave it to an outer group
                Some(b',') => {
                    let p = self.i;
                    self.err(p, p + 1, "unexpected comma");
                    self.i += 1;
                    continue;
                }
                _ => {}
            }
            let p0 = self.i;
            let item = if self.depth > 200 {
                self.err(p0, p0 + 1, "nested too deeply");
                self.i = self.b.len();
                self.mk(K::Error, p0)
            } else {
                self.item(k)
            };
            if last == NIL {
                self.n[g as usize].child = item
            } else {
                self.n[last as usize].next = item
            }
            last = item;
            let end = self.i;
            self.ws();
            match self.b.get(self.i) {
                Some(b',') => self.i += 1,
                Some(&c) if c == close => {}
                None | Some(b')' | b']' | b'}') => {}
                Some(_) => {
                    self.err(end, end, "expected a comma");
                    if self.i == p0 {
                        self.i += 1;
                        while !self.s.is_char_boundary(self.i) {
                            self.i += 1
                        }
                    }
                }
            }
        }
        self.depth -= 1;
        self.n[g as usize].e = self.i as u32;
        g
    }
    fn item(&mut self, k: K) -> u32 {
        let s = self.i;
        let v = self.value();
        let e = self.i;
        self.ws();
        if k != K::List && self.b.get(self.i) == Some(&b':') {
            self.i += 1;
            self.ws();
            let w = if matches!(self.b.get(self.i), Some(b',' | b')' | b'}')) {
                let p = self.i;
                self.err(p, p, "expected a value");
                self.mk(K::Error, p)
            } else {
                self.value()
            };
            let f = self.mk(if k == K::Map { K::Entry } else { K::Field }, s);
            self.n[f as usize].child = v;
            self.n[v as usize].next = w;
            if k == K::Paren && self.n[v as usize].k == K::Ident {
                self.n[v as usize].k = K::Name
            }
            f
        } else {
            self.i = e;
            if k == K::Map {
                self.err(s, e, "expected `key: value`")
            }
            v
        }
    }
}
pub fn parse(src: &str) -> Tree<'_> {
    let mut p = P {
        s: src,
        b: src.as_bytes(),
        i: 0,
        n: Vec::with_capacity(src.len() / 12),
        errs: vec![],
        com: vec![],
        depth: 0,
    };
    if src.starts_with('\u{feff}') {
        p.i = 3
    }
    let mut implicit_some = false;
    loop {
        p.ws();
        if p.b[p.i..].starts_with(b"#![") {
            let s = p.i;
            while p.i < p.b.len() && p.b[p.i] != b']' {
                p.i += 1
            }
            p.i = (p.i + 1).min(p.b.len());
            implicit_some |= src[s..p.i].contains("implicit_some")
        } else {
            break;
        }
    }
    let root = p.value();
    p.ws();
    if p.i < p.b.len() {
        let i = p.i;
        p.err(i, p.b.len(), "unexpected text after the value")
    }
    let _ = implicit_some;
    Tree {
        src,
        n: p.n,
        root,
        errs: p
            .errs
            .into_iter()
            .map(|e| SyntaxError {
                range: e.span.0 as usize..e.span.1 as usize,
                message: e.msg.into(),
                opened: None,
                record: None,
            })
            .collect(),
        com: p.com,
    }
}

pub struct SyntaxError {
    pub range: Range<usize>,
    pub message: String,
    pub opened: Option<Range<usize>>,
    pub record: Option<usize>,
}
#[derive(Clone, Copy)]
pub struct Node<'t> {
    t: &'t Tree<'t>,
    id: u32,
}
impl<'de> Tree<'de> {
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errs
    }
    pub fn records<'t>(&'t self) -> impl Iterator<Item = Node<'t>> {
        let r = Node { t: self, id: self.root };
        if self.n[self.root as usize].k == K::List { r.kids().collect::<Vec<_>>() } else { vec![r] }
            .into_iter()
    }
    pub fn locate(&self, record: usize, steps: &[Step]) -> Range<usize> {
        let Some(mut at) = self.records().nth(record) else { return 0..0 };
        let mut r = at.nm().map_or(at.range(), |n| n.range());
        for s in steps {
            let nx = match s {
                Step::Field(f) | Step::Key(f) => at.field(f),
                Step::Item(i) => at.body().nth(*i as usize),
            };
            let Some(n) = nx else { break };
            at = n;
            r = at.range();
        }
        r
    }
}
impl<'t> Node<'t> {
    fn n(self) -> RawN {
        self.t.n[self.id as usize]
    }
    fn kids(self) -> impl Iterator<Item = Node<'t>> {
        let mut c = self.n().child;
        let t = self.t;
        std::iter::from_fn(move || {
            if c == NIL {
                None
            } else {
                let r = Node { t, id: c };
                c = r.n().next;
                Some(r)
            }
        })
    }
    fn nm(self) -> Option<Node<'t>> {
        self.kids().next().filter(|c| c.n().k == K::Name && self.n().k == K::Paren)
    }
    fn body(self) -> impl Iterator<Item = Node<'t>> {
        let skip = usize::from(self.nm().is_some());
        self.kids().skip(skip)
    }
    pub fn range(self) -> Range<usize> {
        let n = self.n();
        n.s as usize..n.e as usize
    }
    pub fn text(self) -> &'t str {
        &self.t.src[self.range()]
    }
    pub fn name(self) -> Option<&'t str> {
        self.nm().map(|n| n.text())
    }
    pub fn fields(self) -> impl Iterator<Item = (Node<'t>, Node<'t>)> {
        self.body().filter(|c| c.n().k == K::Field).filter_map(|f| {
            let mut k = f.kids();
            Some((k.next()?, k.next()?))
        })
    }
    pub fn field(self, name: &str) -> Option<Node<'t>> {
        self.fields().find(|(k, _)| k.text() == name).map(|x| x.1)
    }
    pub fn str(self) -> Option<Cow<'t, str>> {
        let t = self.text();
        t.strip_prefix('"')?.strip_suffix('"').map(Cow::Borrowed)
    }
}
