/// Which of the files that were written goes where, and which files go away: a line each, by their
/// numbers.
struct Journal {
  /// What becomes of one file.
  struct Step: Equatable {
    let target: String
    /// Whether the file goes away; otherwise the one of this number takes its place.
    let isRemoval: Bool
  }

  private(set) var steps: [Step] = []

  var count: Int { steps.count }

  mutating func add(_ target: String, isRemoval: Bool = false) {
    steps.append(Step(target: target, isRemoval: isRemoval))
  }

  init() {}

  private static let heading = "liantu-pending 1"
  /// A program that knows nothing of removals must not take such a journal for one it can finish.
  private static let headingWithRemovals = "liantu-pending 2"
  private static let ending = "end"
  /// No escaped name begins so.
  private static let removal = "\\-"

  /// A line for each file; a name holds no line feed, since it is escaped.
  var bytes: [UInt8] {
    let heading = steps.contains(where: \.isRemoval) ? Self.headingWithRemovals : Self.heading
    let names = steps.map { ($0.isRemoval ? Self.removal : "") + Self.escaped($0.target) }
    return Array(([heading] + names + [Self.ending, ""]).joined(separator: "\n").utf8)
  }

  /// Reads a journal; `nil` for what is none, or is cut.
  init?(bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    guard lines.count >= 3, lines[0] == Self.heading || lines[0] == Self.headingWithRemovals,
      lines[lines.count - 2] == Self.ending, lines[lines.count - 1].isEmpty
    else { return nil }
    let mayRemove = lines[0] == Self.headingWithRemovals
    steps = lines[1..<(lines.count - 2)].map { line in
      let isRemoval = mayRemove && line.hasPrefix(Self.removal)
      let name = isRemoval ? line.dropFirst(Self.removal.count) : line
      return Step(target: Self.unescaped(name), isRemoval: isRemoval)
    }
  }

  private static func escaped(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ line: Substring) -> String {
    var result = ""
    var isEscape = false
    for scalar in line.unicodeScalars {
      if isEscape {
        result.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
