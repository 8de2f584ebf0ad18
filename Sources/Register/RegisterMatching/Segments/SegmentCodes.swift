/// The industry classes of segments, by GB/T 4754: a class contains those that begin with it.
struct SegmentCodes: Sendable {
  struct Match: Sendable {
    let segment: Int
    /// How many digits of the segment's class agree.
    let digits: Int
    let written: String
  }

  private struct Code: Sendable {
    let digits: String
    let written: String
  }

  private let codes: [(segment: Int, code: Code)]

  init(_ segments: [SegmentWords]) {
    codes = segments.enumerated().flatMap { position, segment in
      segment.industryCodes.compactMap { text in
        Self.digits(text).map { (position, Code(digits: $0, written: text)) }
      }
    }
  }

  /// The segments one of whose classes contains `code`, ascending, each with its narrowest class.
  func matches(_ code: String) -> [Match] {
    guard !codes.isEmpty, let digits = Self.digits(code) else { return [] }
    var found: [Match] = []
    for (segment, code) in codes where digits.hasPrefix(code.digits) {
      let match = Match(segment: segment, digits: code.digits.utf8.count, written: code.written)
      if let last = found.last, last.segment == segment {
        if last.digits < match.digits { found[found.count - 1] = match }
      } else {
        found.append(match)
      }
    }
    return found
  }

  /// Two to four digits, without the letter in front; `nil` for anything else.
  private static func digits(_ text: String) -> String? {
    var bytes = text.utf8[...]
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    if let first = bytes.first, (0x41...0x5A).contains(first & 0xDF) { bytes.removeFirst() }
    guard (2...4).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return String(Substring(bytes))
  }
}
