import ChainModel
import Escapes
import XML

extension PictureMarkup {
  struct Writer {
    let picture: PictureMarkup
    var html = ""
    private var hasStarted = false
    private var hasEnded = false
    /// What ends each open element that can hold others.
    private var ends: [String] = []
    /// The group whose title is still to come.
    private var waiting: String?
    /// Whether a link is being written.
    private var isLink = false
    /// The beginning of a text whose words are still to come.
    private var beginning: String?
    /// Whether the tag written last has no end yet, since its element may hold nothing.
    private var isTagOpen = false
    /// How many elements of other vocabularies are open; nothing of them is taken.
    private var foreign = 0
    private var card: CardFacts?
    private var title: String?

    init(picture: PictureMarkup) { self.picture = picture }

    var isComplete: Bool { hasStarted && hasEnded && ends.isEmpty }

    mutating func take(_ event: XMLEvent) {
      switch event {
      case .start(let element):
        guard foreign == 0, element.name.namespace == Self.svg else {
          foreign += 1
          break
        }
        finishTag()
        open(element)
      case .end(let name):
        if foreign > 0 { foreign -= 1 } else { close(name.local) }
      case .text(let text):
        if foreign == 0 { take(text) }
      }
    }

    private mutating func take(_ text: String) {
      if title != nil {
        title?.append(text)
      } else if hasStarted, !ends.isEmpty,
        text.contains(where: { !$0.isWhitespace || $0 == "\u{A0}" })
      {
        finishTag()
        html += (beginning ?? "") + Self.words.escaped(text)
        beginning = nil
      }
    }

    private mutating func finishTag() {
      if isTagOpen { html += ">" }
      isTagOpen = false
    }

    private static let svg = "http://www.w3.org/2000/svg"
    private static let xlink = "http://www.w3.org/1999/xlink"

    /// Texts as Graphviz writes them, so that those of a page are those of the picture.
    private static let words = Escaper(
      .references + [.one("'", "&#39;"), .one("-", "&#45;"), .one("\u{A0}", "&#160;")]
    )

    private mutating func open(_ element: XMLElement) {
      let name = element.name.local
      switch name {
      case "svg":
        hasStarted = true
        html +=
          "<svg class=\"drawing\" role=\"group\" aria-label=\"\(Markup(text: picture.label).html)\""
        for key in ["lang", "viewBox"] {
          if let value = element[key] { html += Self.attribute(key, value) }
        }
        html += ">"
        ends.append("</svg>")
      case "g":
        let className = element["class"] ?? ""
        if ["node", "edge"].contains(className) {
          waiting = className
          ends.append("</g>")
        } else if className == "graph", let transform = element["transform"] {
          html += "<g\(Self.attribute("transform", transform))>"
          ends.append("</g>")
        } else {
          ends.append("")
        }
      case "title": title = ""
      case "a":
        let tooltip =
          element["title", in: Self.xlink].map { "<title>\(Self.words.escaped($0))</title>" } ?? ""
        if let card {
          let here = card.isChosen ? " aria-current=\"true\"" : ""
          html += "<a href=\"\(Markup(text: card.href).html)\"\(here)>" + tooltip
          ends.append("</a>")
        } else {
          html += "<g>" + tooltip
          ends.append("</g>")
        }
      default:
        let kept = Self.attributes(of: element).filter { !Self.isDropped($0) }.map(Self.shortened)
        if name == "path", !isLink, let d = element["d"], let box = RoundedBox(path: d) {
          let paint = kept.filter { $0.name != "d" }.map { Self.attribute($0.name, $0.value) }
          html += "<rect\(box.attributes)\(paint.joined())/>"
          ends.append("")
          return
        }
        // A text of nothing but space, which Graphviz writes to move the next one, is left out.
        if name == "text" {
          beginning = "<text" + kept.map { Self.attribute($0.name, $0.value) }.joined() + ">"
          return
        }
        html += "<\(name)" + kept.map { Self.attribute($0.name, $0.value) }.joined()
        isTagOpen = true
        ends.append("</\(name)>")
      }
    }

    private static func attribute(_ name: String, _ value: String) -> String {
      " \(name)=\"\(Escaper.html.escaped(value))\""
    }

    /// The attributes by the names that HTML has for them; those of other vocabularies are left out.
    private static func attributes(of element: XMLElement) -> [(name: String, value: String)] {
      element.attributes.compactMap { attribute in
        switch attribute.name.namespace {
        case "": (attribute.name.local, attribute.value)
        case "http://www.w3.org/XML/1998/namespace":
          ("xml:" + attribute.name.local, attribute.value)
        case xlink: ("xlink:" + attribute.name.local, attribute.value)
        default: nil
        }
      }
    }

    private static func isDropped(_ attribute: (name: String, value: String)) -> Bool {
      // What a browser takes for granted.
      attribute == ("text-anchor", "start") || attribute == ("stroke", "transparent")
        || ["id", "style", "font-family", "class"].contains(attribute.name)
    }

    /// Coordinates to a tenth of a point: more cannot be seen, and takes a sixth of a report.
    private static func shortened(
      _ attribute: (name: String, value: String)
    ) -> (name: String, value: String) {
      guard ["d", "points", "x", "y", "rx", "ry", "cx", "cy", "font-size"].contains(attribute.name)
      else {
        return attribute
      }
      var result: [UInt8] = []
      var decimals: Int?
      for byte in attribute.value.utf8 {
        if byte == UInt8(ascii: ".") {
          decimals = 0
          continue
        } else if let count = decimals, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
          decimals = count + 1
          if count > 0 || byte == UInt8(ascii: "0") { continue }
          result.append(UInt8(ascii: "."))
        } else {
          decimals = nil
        }
        result.append(byte)
      }
      return (attribute.name, String(decoding: result, as: UTF8.self))
    }

    private mutating func close(_ name: String) {
      guard name != "title" else { return endTitle() }
      if name == "text" {
        if beginning == nil { html += "</text>" }
        beginning = nil
        return
      }
      guard let end = ends.popLast() else { return }
      html += isTagOpen ? "/>" : end
      isTagOpen = false
      if name == "a" { card = nil }
      if name == "svg" { hasEnded = true }
    }

    private mutating func endTitle() {
      let text = title ?? ""
      title = nil
      guard let waiting else { return }
      self.waiting = nil
      isLink = waiting == "edge"
      if isLink {
        html += "<g class=\"edge\""
        if let link = picture.links[text] {
          html += " data-from=\"\(link.from)\" data-to=\"\(link.to)\""
          if link.isGeneral { html += " data-is=\"- - - \(Basis.industryKnowledge.rawValue)\"" }
        }
        html += ">"
        return
      }
      guard let number = picture.cards[text] else {
        html += "<g class=\"node\">"
        return
      }
      guard let facts = picture.facts(number) else {
        html += "<g class=\"node\" data-card=\"\(number)\">"
        return
      }
      card = facts
      let classes = "node" + (facts.isOff ? " off" : "") + (facts.isChosen ? " chosen" : "")
      html += "<g class=\"\(classes)\" data-card=\"\(number)\""
      html += " data-node=\"\(Markup(text: facts.mark).html)\""
      html += " data-is=\"\(Markup(text: facts.tokens).html)\">"
    }
  }
}
