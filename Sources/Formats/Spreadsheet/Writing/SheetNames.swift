/// Gives sheets names that Excel takes and that differ from each other.
struct SheetNames {
  /// Excel keeps one name for itself.
  private var taken: Set<String> = ["history"]

  private static let longest = 31
  private static let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]

  /// `wanted` with what Excel forbids replaced, cut to its length, and numbered when it is taken in
  /// upper or lower case; `Sheet` for a name of nothing.
  mutating func next(_ wanted: String) -> String {
    let name = Self.allowed(wanted)
    var candidate = Self.cut(name, to: Self.longest)
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let ending = " \(number)"
      candidate = Self.cut(name, to: Self.longest - ending.utf16.count) + ending
      number += 1
    }
    return candidate
  }

  private static func allowed(_ wanted: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in wanted.unicodeScalars {
      if forbidden.contains(scalar) {
        scalars.append("-")
      } else {
        scalars.append(scalar.isAllowedInCell ? scalar : " ")
      }
    }
    return String(scalars)
  }

  /// The beginning that fits, without blanks and apostrophes at either end.
  private static func cut(_ name: String, to length: Int) -> String {
    var rest = name.unicodeScalars.drop { isEdge($0) }
    var used = rest.reduce(0) { $0 + UTF16.width($1) }
    while let last = rest.last, used > length || isEdge(last) {
      used -= UTF16.width(last)
      rest.removeLast()
    }
    return rest.isEmpty ? "Sheet" : String(rest)
  }

  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar.properties.isWhitespace
  }
}
