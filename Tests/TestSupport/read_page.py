"""Reads a page twice, as strict XML and as HTML, and prints what is in it, as JSON."""

import base64
import hashlib
import json
import sys
import xml.etree.ElementTree as xml
from html.parser import HTMLParser


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements, self.attributes, self.ids = [], set(), []
        self.rows, self.styles, self.metas, self.text = [], [], [], {}
        self.inside = None

    def handle_starttag(self, tag, attributes):
        self.elements.append(tag)
        self.attributes |= {name for name, _ in attributes}
        self.ids += [value for name, value in attributes if name == "id"]
        if tag == "meta":
            self.metas.append(dict(attributes))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        self.inside = tag

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside in ("td", "th"):
            self.rows[-1][-1] += data
        elif self.inside == "style":
            self.styles.append(data)
        elif self.inside:
            self.text[self.inside] = self.text.get(self.inside, "") + data

    def handle_decl(self, decl):
        self.text["doctype"] = decl


raw = open(sys.argv[1], encoding="utf-8", newline="").read()
tree = xml.fromstring(raw.encode("utf-8"))
page = Page()
page.feed(raw)
page.close()
style = "".join(page.styles)
print(json.dumps({
    "xml": [e.tag for e in tree.iter()],
    "language": tree.get("lang"),
    "elements": page.elements,
    "attributes": sorted(page.attributes),
    "ids": page.ids,
    "rows": page.rows,
    "metas": page.metas,
    "text": page.text,
    "styleHash": base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode(),
}))
