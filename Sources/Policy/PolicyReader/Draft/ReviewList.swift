/// What a person must look at, as a page and as a spreadsheet.
struct ReviewList {
  private let document: PolicyDocument
  private let path: String
  private let textFile: String
  private let lines: [Substring]

  /// - Parameter text: The file that keeps the document's text, in which lines are counted.
  init(_ document: PolicyDocument, path: String, text: String) {
    self.document = document
    self.path = path
    textFile = text
    lines = PolicyLine.texts(of: document.text)
  }

  /// How much of a line stands beside a doubt.
  private static let quoted = 30

  /// The first words of a line of the document.
  private func words(ofLine number: Int) -> String {
    guard lines.indices.contains(number - 1) else { return "" }
    let line = lines[number - 1].drop(while: \.isWhitespace).prefix(Self.quoted + 1)
      .map { $0 == "\t" ? " " : $0 }
    return String(line.prefix(Self.quoted)) + (line.count > Self.quoted ? "…" : "")
  }

  /// A page with a row for each doubt, in the order of the lines.
  var markdown: String {
    var text = """
      # 核对清单 · To review

      \(Self.cell(path)): 责任分工 \(document.statements.count) 条，目标 \(document.targets.count) 个，\
      集群 \(document.clusters.count) 个，企业 \(document.enterprises.count) 家，\
      项目 \(document.projects.count) 个，园区 \(document.parks.count) 个；\
      待核对 \(document.review.count) 处。

      行号是 \(Self.cell(textFile)) 的行。 Lines are those of \(Self.cell(textFile)).

      | 行 line | 该行开头 words | 出处 place | 内容 about | 原因 | reason |
      |---:|---|---|---|---|---|

      """
    for entry in document.review {
      let message = entry.reason.message
      text += "| \(entry.line) | \(Self.cell(words(ofLine: entry.line))) "
      text += "| \(Self.cell(entry.place)) | \(Self.cell(entry.about)) "
      text += "| \(message.zh) | \(message.en) |\n"
    }
    return text
  }

  /// The same rows with a code for each reason.
  var csv: String {
    var text = "line,words,place,about,code,原因,reason\n"
    for entry in document.review {
      let message = entry.reason.message
      let fields = [
        String(entry.line), words(ofLine: entry.line), entry.place, entry.about,
        entry.reason.rawValue, message.zh, message.en,
      ]
      text += fields.map(Self.field).joined(separator: ",") + "\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    var cell = ""
    for character in text.unicodeScalars {
      if "|\\`*_<>[]".unicodeScalars.contains(character) { cell += "\\" }
      cell.unicodeScalars.append(character)
    }
    return cell
  }

  /// A field; one that a spreadsheet would compute is kept a text.
  private static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { "\",\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
