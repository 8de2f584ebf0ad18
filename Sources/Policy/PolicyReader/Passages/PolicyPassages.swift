/// The text of a document, and where in it each place stands: what a citation opens.
///
/// ```swift
/// let passages = PolicyPassages(text: "一、任务\n（一）攻关。（责任单位：市科技局）")
/// for line in passages.lines(at: "一/(一)") { print(line.number, line.text) }
/// ```
public struct PolicyPassages: Sendable {
  /// A line of the text, or the part of it that stands at a place.
  public struct Line: Hashable, Sendable {
    /// From 1, in the text that was kept.
    public let number: Int
    /// As the text has it.
    public let text: String
  }

  private let texts: [Substring]
  private var linesOfPlace: [String: [Line]] = [:]

  /// The most lines that one place is shown with.
  private static let most = 40

  /// Reads the text of a document as an import does.
  ///
  /// - Complexity: O(*n*) over the text.
  public init(text: String) {
    texts = PolicyLine.texts(of: text)
    let counts = texts.map { text in text.unicodeScalars.count { !$0.properties.isWhitespace } }
    var review: [ReviewEntry] = []
    let lines = PolicyLine.lines(of: text)
    let outline = OutlineReader.read(lines, review: &review)
    for row in outline.rows {
      add([row.line.line(at: 0)], outline.items[row.item].place)
    }
    for paragraph in outline.paragraphs {
      let line = paragraph.line
      let numbers = line.numbers
      // Of a document in one line a place is a part of it.
      let whole = numbers.filter { texts.indices.contains($0 - 1) }
        .reduce(0) { $0 + counts[$1 - 1] }
      let isWhole = whole <= line.characters.count + 4
      let place = outline.items[paragraph.item].place
      if isWhole {
        add(numbers, place)
      } else {
        append(Line(number: numbers[0], text: line.characters.string), place)
      }
    }
  }

  /// The lines that stand at a place; none for a place that the text does not have.
  ///
  /// No more than forty are given. What stands below the place is not among them, nor is the part of a statement (第1段) told apart.
  ///
  /// - Complexity: O(1) in the size of the text.
  public func lines(at place: String) -> [Line] {
    if let lines = linesOfPlace[place] { return lines }
    if place == "序言" { return linesOfPlace[""] ?? [] }
    // 二/(一)/第2段 is one of several statements at 二/(一).
    guard let slash = place.lastIndex(of: "/"), place.hasSuffix("段"),
      place[place.index(after: slash)...].hasPrefix("第")
    else { return [] }
    return linesOfPlace[String(place[..<slash])] ?? []
  }

  private mutating func add(_ numbers: [Int], _ place: String) {
    for number in numbers where texts.indices.contains(number - 1) {
      append(
        Line(number: number, text: String(texts[number - 1]).replacing("\t", with: " | ")),
        place
      )
    }
  }

  private mutating func append(_ line: Line, _ place: String) {
    let lines = linesOfPlace[place] ?? []
    guard lines.count < Self.most, lines.last != line, !lines.contains(line) else { return }
    linesOfPlace[place, default: []].append(line)
  }
}
