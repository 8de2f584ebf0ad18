/// Which of the files that were written goes where: a line each, by their numbers.
struct Journal {
  private(set) var targets: [String] = []

  var count: Int { targets.count }

  mutating func add(_ target: String) { targets.append(target) }

  init() {}

  private static let heading = "liantu-pending 1"
  private static let ending = "end"

  /// A line for each file; a name holds no line feed, since it is escaped.
  var bytes: [UInt8] {
    let lines = [Self.heading] + targets.map(Self.escaped) + [Self.ending, ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Reads a journal; `nil` for what is none, or is cut.
  init?(bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    guard lines.count >= 3, lines[0] == Self.heading, lines[lines.count - 2] == Self.ending,
      lines[lines.count - 1].isEmpty
    else { return nil }
    targets = lines[1..<(lines.count - 2)].map { Self.unescaped($0) }
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
