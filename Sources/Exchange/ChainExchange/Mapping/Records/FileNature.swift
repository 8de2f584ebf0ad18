import Bilingual
import Diagnostics

/// What a file is by how it begins, whatever it is called: people give a file to the wrong command,
/// and a fault of syntax at its first byte would not tell them.
enum FileNature {
  /// A format that `import` reads, and by which command.
  case graph(ForeignGraph.Form)
  case workbook
  /// A format of other programs that no command reads.
  case foreign(String)
  /// A data set's own file.
  case yaml

  /// - Complexity: O(1).
  init?(_ bytes: [UInt8]) {
    if WorkbookTables.isOne(bytes) {
      self = .workbook
      return
    }
    let head = bytes.prefix(4_096)
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    let start = text.prefix(64).lowercased()
    if start.hasPrefix("<") {
      let isPage = ["<html", "<table", "<!doctype html"].contains { start.hasPrefix($0) }
      guard !isPage else { return nil }
      let isGraph = text.contains("<graphml") || text.contains("<gexf") || text.contains(":graphml")
      self = isGraph ? .graph(.graphml) : .foreign("XML")
    } else if Self.isJSON(text) {
      self = .graph(.jsongraph)
    } else if let name = Self.foreign(start, text) {
      self = .foreign(name)
    } else if Self.isYAML(text.prefix { !$0.isNewline }) {
      self = .yaml
    } else {
      return nil
    }
  }

  private static func isJSON(_ text: Substring) -> Bool {
    guard let first = text.first, first == "{" || first == "[" else { return false }
    // A heading may stand in brackets: [序号].
    let second = text.dropFirst().first { !$0.isWhitespace }
    return first == "{" ? second == "\"" || second == "}" : "{[\"]".contains(second ?? " ")
  }

  /// Whether a first line is that of a data set or a mapping; a heading of Neo4j has a colon too.
  private static func isYAML(_ line: Substring) -> Bool {
    line == "dataset:" || line.hasPrefix("dataset: {") || line.hasPrefix("title: ")
  }

  /// The format of another program that begins so.
  private static func foreign(_ start: String, _ text: Substring) -> String? {
    let words = start.split { $0.isWhitespace || $0 == "{" }.prefix(2).map(String.init)
    guard let first = words.first else { return nil }
    let line = text.prefix { !$0.isNewline }
    switch first {
    case "digraph", "strict": return "DOT"
    case "graph" where line.contains("{"): return "DOT"
    case "graph" where text.prefix(200).contains("["): return "GML"
    case "graph", "flowchart":
      return ["td", "tb", "lr", "rl", "bt"].contains(words.last) ? "Mermaid" : nil
    case "creator" where text.prefix(400).contains("["): return "GML"
    case "*vertices", "*network": return "Pajek"
    case "@prefix", "@base": return "Turtle"
    case "create", "merge", "match": return line.contains("(") ? "Cypher" : nil
    case "nodedef>name": return "GDF"
    default: return nil
    }
  }

  /// The fault of a file of this nature that is given to the command of `form`; `nil` where that
  /// command reads it, or tells better what is amiss.
  func fault(for form: ForeignGraph.Form, path: String) -> Diagnostic? {
    let place = Diagnostic.Location(path: path, range: nil)
    switch self {
    case .workbook: return form == .csv ? nil : .workbook(at: place)
    case .graph(let own): return own == form ? nil : .otherForm(own, at: place)
    case .yaml: return .ownFile(at: place)
    // Of a page or another text in XML the readers tell the root element.
    case .foreign("XML"): return form == .jsongraph ? .foreignFormat("XML", at: place) : nil
    case .foreign(let name): return .foreignFormat(name, at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func otherForm(_ form: ForeignGraph.Form, at location: Location) -> Self {
    let name = form == .graphml ? "GraphML / GEXF" : "JSON"
    return Diagnostic(
      .error,
      code: "other-format",
      message: BilingualText(zh: "这是 \(name)", en: "this is \(name)"),
      help: BilingualText(
        zh: "用 liantu import \(form.rawValue) 读取",
        en: "read it with liantu import \(form.rawValue)"
      ),
      at: location
    )
  }

  fileprivate static func foreignFormat(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "other-format",
      message: BilingualText(
        zh: "这是 \(name)，import 不读",
        en: "this is \(name), which import does not read"
      ),
      help: BilingualText(
        zh: "在画它的程序里（或用 Gephi、networkx）另存为 GEXF 或 GraphML，再用 liantu import graphml；"
          + "若是 liantu 自己写的，改用 export jsongraph 或 export graphml",
        en:
          "save it as GEXF or GraphML in the program that made it, or with Gephi or networkx, for "
          + "liantu import graphml; if liantu wrote it, write it anew with export jsongraph or export "
          + "graphml"
      ),
      at: location
    )
  }

  fileprivate static func ownFile(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "other-format",
      message: BilingualText(
        zh: "这是 YAML：数据集自己的文件，或映射文件",
        en: "this is YAML: a file of a data set, or a mapping"
      ),
      help: BilingualText(
        zh: "数据集不必导入，用 --dataset 指明它的文件夹；映射写在 --mapping 之后",
        en:
          "a data set needs no import: name its folder with --dataset; a mapping follows --mapping"
      ),
      at: location
    )
  }
}
