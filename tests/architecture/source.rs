//! The product's source files, without comments, texts and tests, and the paths they name.

use super::tokens::{self, Token, Written};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// One file of `src`.
pub(super) struct Source {
    /// Its path below `src`, e.g. `web/agents/form.rs`.
    pub(super) path: String,
    /// Lines that are no tests.
    pub(super) lines: usize,
    tokens: Vec<Token>,
}

/// All of them, or a few made up ones.
pub(super) struct Sources(pub(super) Vec<Source>);

impl Sources {
    /// Those of this package.
    pub(super) fn read() -> Sources {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let files = files_below(&root, &|path| path.ends_with(".rs"));
        Sources::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
    }

    /// Files by path and text. Those that only tests use are left out.
    pub(super) fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Sources {
        let mut sources = Vec::new();
        let mut of_tests = BTreeSet::new();
        for (path, text) in files {
            let mut tokens = tokens::of(text);
            let (modules, lines) = take_tests(&mut tokens);
            let folder = module_of(path).join("/");
            of_tests.extend(modules.iter().map(|module| format!("{folder}/{module}").trim_matches('/').to_owned()));
            sources.push(Source { path: path.into(), lines: text.lines().count() - lines, tokens });
        }
        let only_tests = |path: &str| {
            let mut module = String::new();
            module_of(path).iter().any(|part| {
                module = format!("{module}/{part}").trim_matches('/').to_owned();
                of_tests.contains(&module)
            })
        };
        sources.retain(|source| !only_tests(&source.path));
        Sources(sources)
    }
}

impl Source {
    /// The module in `src` that it belongs to: `web`, `monitor`, `lib`.
    pub(super) fn top(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Whether it is one of these: a file or folder below `src`, without `.rs`.
    pub(super) fn is_in(&self, places: &[&str]) -> bool {
        places
            .iter()
            .any(|place| self.path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/') || rest == ".rs"))
    }

    /// Every path it names, from the crate's root (`crate::…`) or a library's: of `use` items each leaf.
    pub(super) fn paths(&self) -> BTreeSet<String> {
        let written = tokens::paths(&self.tokens);
        let children = self.tokens.windows(2).filter(|pair| pair[0].text == "mod").map(|pair| pair[1].text.clone());
        let children: BTreeSet<String> = children.collect();
        let named = written.iter().filter_map(|written| Some((written.name.clone()?, &written.path)));
        let names: HashMap<String, Vec<String>> =
            named.map(|(name, path)| (name, self.absolute(path, &children))).collect();
        let paths = written.iter().map(|Written { path, name }| match names.get(&path[0]) {
            Some(start) if name.is_none() => start.iter().chain(&path[1..]).cloned().collect(),
            _ => self.absolute(path, &children),
        });
        paths.map(|path| path.join("::")).collect()
    }

    /// Every word of the code.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().filter(|token| token.is_word()).map(|token| token.text.as_str())
    }

    /// `super::x`, `self::x` and a module of its own → `crate::…::x`.
    fn absolute(&self, path: &[String], children: &BTreeSet<String>) -> Vec<String> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let relative = ups > 0 || path[0] == "self" || children.contains(&path[0]);
        if !relative {
            return path.to_vec();
        }
        let here = module_of(&self.path);
        let here = here[..here.len().saturating_sub(ups)].iter();
        let rest = path.iter().skip(ups.max(usize::from(path[0] == "self")));
        ["crate".to_owned()].iter().chain(here).chain(rest).cloned().collect()
    }
}

/// Every file below a folder, by its path there, in order.
pub(super) fn files_below(root: &Path, wanted: &dyn Fn(&str) -> bool) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if wanted(&name) {
                files.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// `web/agents/form.rs` and `web/agents/form/mod.rs` → web, agents, form. The roots have no name.
fn module_of(path: &str) -> Vec<String> {
    let parts = path.trim_end_matches(".rs").split('/');
    parts.filter(|part| !matches!(*part, "mod" | "lib" | "main")).map(str::to_owned).collect()
}

/// How code that is not in the product begins: tests, and what fuzzers call.
const NOT_IN_THE_PRODUCT: [&[&str]; 2] = [
    &["#", "[", "cfg", "(", "test", ")", "]"],
    &["#", "[", "cfg", "(", "any", "(", "test", ",", "fuzzing", ")", ")", "]"],
];

/// Takes out what stands under `#[cfg(test)]` and the like: the names of modules in files of their own, and how
/// many lines went.
fn take_tests(tokens: &mut Vec<Token>) -> (Vec<String>, usize) {
    let (mut modules, mut lines) = (Vec::new(), 0);
    while let Some(start) = NOT_IN_THE_PRODUCT.iter().find_map(|begin| tokens::find(tokens, begin)) {
        let end = tokens::end_of_item(tokens, start);
        let item = &tokens[start..end];
        if item.last().is_some_and(|last| last.text == ";")
            && let Some(at) = item.iter().position(|token| token.text == "mod")
        {
            modules.push(item[at + 1].text.clone());
        }
        lines += item.last().map_or(0, |last| last.line - item[0].line + 1);
        tokens.drain(start..end);
    }
    (modules, lines)
}
