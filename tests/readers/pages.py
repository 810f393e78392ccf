"""Pages of Markdown, as parsers of CommonMark and YAML read them: of each node its front matter, and
what its page holds."""

from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin


def book(folder):
    folder = Path(folder)
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    markdown.use(front_matter_plugin).use(footnote_plugin)
    pages = {path: markdown.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.md"))}
    known = {path.resolve() for path in pages}
    nodes = {}
    for path, tokens in pages.items():
        for link in links(tokens):
            assert (path.parent / link).resolve() in known, f"{path}: {link} leads nowhere"
        if tokens[0].type == "front_matter":
            front = yaml.safe_load(tokens[0].content)
            if front["sort"] != "source":
                nodes[front["id"]] = front | page(tokens)
    listed = set(links(pages[folder / "index.md"]))
    assert listed == {str(path.relative_to(folder)) for path in pages} - {"index.md"}, "the index lists every page"
    return nodes, []


def inline(tokens):
    for token in tokens:
        yield token
        yield from inline(token.children or [])


def links(tokens):
    return [token.attrGet("href") for token in inline(tokens) if token.type == "link_open"]


def plain(token):
    return "".join(child.content if child.type != "softbreak" else " " for child in token.children)


def page(tokens):
    """Its heading, how many ties it lists and how many footnotes it has; HTML is never among it."""
    assert not any(token.type.startswith("html") for token in inline(tokens)), "no HTML"
    headings = [(t.tag, plain(tokens[n + 1])) for n, t in enumerate(tokens) if t.type == "heading_open"]
    ties, section = 0, None
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            section = plain(tokens[number + 1])
        if token.type == "list_item_open" and section == "Ties":
            ties += 1
    notes = sum(token.type == "footnote_open" for token in tokens)
    return {"heading": headings[0][1], "headings": [f"{tag} {text}" for tag, text in headings[1:]], "ties": ties, "notes": notes}
