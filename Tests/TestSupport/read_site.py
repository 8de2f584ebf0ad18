"""Reads a page of the explorer, or a report, as a browser would, and prints what is in it, as JSON."""

import base64
import hashlib
import json
import sys
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img", "hr"}
NAMED = {"a", "button", "select", "summary"}


class Site(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = {
            "language": "", "title": "", "headings": [], "tags": [], "attributes": [], "ids": [],
            "links": [], "actions": [], "tables": [], "unnamed": [], "scripts": [], "styles": [],
            "templates": [], "policies": [], "cards": [], "links_drawn": 0, "faults": [],
            "landmarks": [], "text": "",
        }
        self.open, self.labels, self.inputs = [], set(), []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        found = self.found
        found["tags"].append(tag)
        found["attributes"] += [name for name, _ in attributes]
        if len(given) != len(attributes):
            found["faults"].append(f"an attribute twice: {tag}")
        if "id" in given and not any(name == "template" for name, _, _ in self.open):
            found["ids"].append(given["id"])
        if tag == "html":
            found["language"] = given.get("lang", "")
        if "href" in given and tag == "a":
            found["links"].append({"href": given["href"] or "", "isDownload": "download" in given,
                                   "node": given.get("data-node")})
        if "action" in given:
            found["actions"].append(given["action"] or "")
        if tag == "template":
            found["templates"].append({"page": given.get("data-page"), "panel": given.get("data-panel")})
        if given.get("http-equiv") == "Content-Security-Policy":
            found["policies"].append(given["content"])
        if tag == "table":
            found["tables"].append([])
        if tag == "tr":
            found["tables"][-1].append({"cells": [], "isHidden": "hidden" in given, "node": given.get("data-node")})
        if tag in ("td", "th"):
            found["tables"][-1][-1]["cells"].append("")
        if tag in ("main", "nav", "header", "aside", "footer", "search") or given.get("role") == "search":
            found["landmarks"].append(given.get("role") or tag)
            if tag in ("nav", "aside") and not given.get("aria-label"):
                found["unnamed"].append(tag)
        if tag == "g" and "data-card" in given:
            found["cards"].append({"number": int(given["data-card"]), "node": given.get("data-node"),
                                   "classes": given.get("class", "")})
        if tag == "g" and "data-from" in given:
            found["links_drawn"] += 1
        if tag == "label" and "for" in given:
            self.labels.add(given["for"])
        if tag in ("input", "select") and given.get("type") != "hidden":
            within = any(name == "label" for name, _, _ in self.open)
            self.inputs.append((given.get("id"), within or "aria-label" in given, tag))
        if given.get("role") == "group" and not given.get("aria-label"):
            found["unnamed"].append(tag)
        if tag not in VOID:
            self.open.append([tag, given, ""])

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open[-1][0] != tag:
            self.found["faults"].append(f"</{tag}> closes {self.open[-1][0] if self.open else 'nothing'}")
            while self.open and self.open[-1][0] != tag:
                self.open.pop()
        if not self.open:
            return
        name, given, text = self.open.pop()
        found = self.found
        if self.open and name not in ("script", "style"):
            self.open[-1][2] += text
        if name in NAMED and name != "select" and "href" in given | ({"href": ""} if name != "a" else {}):
            if not (text.strip() or given.get("aria-label") or given.get("title")):
                found["unnamed"].append(f"{name} {given}")
        if name == "h1":
            found["headings"].append(text)
        if name == "title" and not found["title"]:
            found["title"] = text
        if name == "script":
            found["scripts"].append({"type": given.get("type"), "id": given.get("id"), "src": given.get("src"),
                                     "text": text, "hash": digest(text)})
        if name == "style":
            found["styles"].append({"text": text, "hash": digest(text)})
        if name == "p" and given.get("class") == "fault":
            found["text"] += text

    def handle_data(self, data):
        if self.open:
            self.open[-1][2] += data
        if any(name in ("td", "th") for name, _, _ in self.open):
            self.found["tables"][-1][-1]["cells"][-1] += data

    def finish(self):
        self.close()
        for name, is_named, tag in self.inputs:
            if not is_named and name not in self.labels:
                self.found["unnamed"].append(f"{tag} {name}")
        if self.open:
            self.found["faults"].append(f"left open: {[part[0] for part in self.open]}")
        for key in ("tags", "attributes"):
            self.found[key] = sorted(set(self.found[key]))
        return self.found


def digest(text):
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


site = Site()
site.feed(open(sys.argv[1], encoding="utf-8", newline="").read())
print(json.dumps(site.finish()))
