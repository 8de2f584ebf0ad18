/// The difference of two texts line by line, in the unified form.
package enum LineDifference {
  private static let context = 3

  /// The hunks by which `before` becomes `after`, each line with its mark; empty for equal texts.
  ///
  /// - Parameters:
  ///   - before: the bytes that were; `nil` for a file that is new.
  ///   - after: the bytes that are.
  ///   - name: what the file is called.
  package static func unified(_ before: [UInt8]?, _ after: [UInt8], name: String) -> String {
    let old = lines(before ?? [])
    let new = lines(after)
    let difference = new.difference(from: old)
    guard !difference.isEmpty else { return "" }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var marked: [(mark: Character, line: String, old: Int, new: Int)] = []
    var (a, b) = (0, 0)
    while a < old.count || b < new.count {
      if a < old.count, removed.contains(a) {
        marked.append(("-", old[a], a, b))
        a += 1
      } else if b < new.count, inserted.contains(b) {
        marked.append(("+", new[b], a, b))
        b += 1
      } else {
        marked.append((" ", old[a], a, b))
        (a, b) = (a + 1, b + 1)
      }
    }
    var text = before == nil ? "--- /dev/null\n" : "--- \(name)\n"
    text += "+++ \(name)\n"
    for hunk in hunks(marked.map { $0.mark != " " }) {
      let lines = marked[hunk]
      let counts = (lines.count { $0.mark != "+" }, lines.count { $0.mark != "-" })
      guard let first = lines.first else { continue }
      // Of a stretch without lines, the line before it is named.
      let starts = (first.old + (counts.0 > 0 ? 1 : 0), first.new + (counts.1 > 0 ? 1 : 0))
      text += "@@ -\(starts.0),\(counts.0) +\(starts.1),\(counts.1) @@\n"
      for line in lines { text += "\(line.mark)\(line.line)\n" }
    }
    return text
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The stretches around changes; those that meet are one.
  private static func hunks(_ isChanged: [Bool]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for position in isChanged.indices where isChanged[position] {
      let range = max(0, position - context)..<min(isChanged.count, position + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }
}
