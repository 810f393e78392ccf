"""Nodes and edges from FollowTheMoney, as its own package reads and validates it."""

import json

from followthemoney import model


def graph(path):
    with open(path, encoding="utf-8") as file:
        proxies = [valid(json.loads(line)) for line in file]
    by_id = {proxy.id: proxy for proxy in proxies}
    assert len(by_id) == len(proxies), "no id is used twice"
    for proxy in proxies:
        refers_soundly(proxy, by_id)
    bare = lambda id: id.split(".", 1)[1]
    backs = {proxy.id for proxy in proxies if ".source." in proxy.id}
    things = [p for p in proxies if not p.schema.edge and p.id not in backs]
    links = [p for p in proxies if p.schema.edge and p.schema.name != "Documentation"]
    nodes = {bare(proxy.id): node(proxy) for proxy in things}
    return nodes, [link(proxy, bare) for proxy in links]


def valid(data):
    proxy = model.get_proxy(data)
    proxy.schema.validate(data)
    unknown = set(data["properties"]) - set(proxy.schema.properties)
    assert not unknown, f"{proxy.schema.name} has no {unknown}"
    return proxy


def refers_soundly(proxy, by_id):
    """What a property refers to is there, and of the schema that it takes."""
    for prop, value in proxy.itervalues():
        if prop.type.name == "entity":
            other = by_id[value].schema
            assert other.is_a(prop.range), f"{proxy.schema.name}.{prop.name} takes no {other.name}"


def dates(proxy):
    names = ["startDate", "endDate", "date"]
    return {name: proxy.get(name) for name in names if name in proxy.schema.properties}


def node(proxy):
    return dates(proxy) | {
        "label": proxy.first("summary") or proxy.first("name"),
        "gloss": proxy.first("description"),
        "kind": proxy.get("keywords")[-1],
        "status": proxy.get("status") if proxy.schema.name == "Project" else None,
        "schema": proxy.schema.name,
    }


def link(proxy, bare):
    status = proxy.get("status")
    return dates(proxy) | {
        "source": bare(proxy.first(proxy.schema.edge_source)),
        "target": bare(proxy.first(proxy.schema.edge_target)),
        "kind": proxy.first("recordId"),
        "label": proxy.first("summary") or proxy.first("role"),
        "stance": status[0],
        "certainty": status[1],
        "schema": proxy.schema.name,
        "proof": [bare(id) for id in proxy.get("proof")],
    }
