import ChainModel

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
    private var card: CardFacts?
    private var title: String?

    init(picture: PictureMarkup) { self.picture = picture }

    var isComplete: Bool { hasStarted && hasEnded && ends.isEmpty }

    mutating func take(_ piece: TagScanner.Piece) {
      switch piece {
      case .text(let text):
        if title != nil {
          title?.append(text)
        } else if hasStarted, !ends.isEmpty, text.contains(where: { !$0.isWhitespace }) {
          html += (beginning ?? "") + text
          beginning = nil
        }
      case .open(let name, let attributes, let isEmpty): open(name, attributes, isEmpty)
      case .close(let name): close(name)
      }
    }

    private mutating func open(
      _ name: String,
      _ attributes: [(name: String, value: String)],
      _ isEmpty: Bool
    ) {
      let value = { (key: String) in attributes.first { $0.name == key }?.value }
      switch name {
      case "svg":
        hasStarted = true
        html +=
          "<svg class=\"drawing\" role=\"group\" aria-label=\"\(Markup(text: picture.label).html)\""
        for key in ["lang", "viewBox"] {
          if let value = value(key) { html += " \(key)=\"\(value)\"" }
        }
        html += ">"
        ends.append("</svg>")
      case "g":
        let className = value("class") ?? ""
        if ["node", "edge"].contains(className) {
          waiting = className
          ends.append("</g>")
        } else if className == "graph", let transform = value("transform") {
          html += "<g transform=\"\(transform)\">"
          ends.append("</g>")
        } else {
          ends.append("")
        }
      case "title": title = ""
      case "a":
        let tooltip = value("xlink:title").map { "<title>\($0)</title>" } ?? ""
        if let card {
          let here = card.isChosen ? " aria-current=\"true\"" : ""
          html += "<a href=\"\(Markup(text: card.href).html)\"\(here)>" + tooltip
          ends.append("</a>")
        } else {
          html += "<g>" + tooltip
          ends.append("</g>")
        }
      default:
        let kept = attributes.filter { !Self.isDropped($0) }.map(Self.shortened)
        if name == "path", !isLink, let d = value("d"), let box = RoundedBox(path: d) {
          let paint = kept.filter { $0.name != "d" }.map { " \($0.name)=\"\($0.value)\"" }
          html += "<rect\(box.attributes)\(paint.joined())/>"
          if !isEmpty { ends.append("") }
          return
        }
        // A text of nothing but space, which Graphviz writes to move the next one, is left out.
        if name == "text" {
          beginning = "<text" + kept.map { " \($0.name)=\"\($0.value)\"" }.joined() + ">"
          return
        }
        html += "<\(name)" + kept.map { " \($0.name)=\"\($0.value)\"" }.joined()
        html += isEmpty ? "/>" : ">"
        if !isEmpty { ends.append("</\(name)>") }
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
      html += end
      if name == "a" { card = nil }
      if name == "svg" { hasEnded = true }
    }

    private mutating func endTitle() {
      let text = TagScanner.unescaped(title ?? "")
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
