/// Writes a text so that a reader of a format takes none of its characters for something else: the
/// one place where characters are escaped, with a table for each format.
///
/// ```swift
/// Escaper.html.escaped("a < b")  // a &lt; b
/// ```
///
/// It goes by scalars, not by characters: a combining mark may join a bracket to one character,
/// and a reader of the format sees the bracket all the same.
package struct Escaper: Sendable {
  private struct Entry {
    let scalars: ClosedRange<UInt32>
    let bytes: [UInt8]
  }

  /// What is replaced, by the byte of UTF-8 that it begins with.
  private let entries: [[Entry]]
  /// Whether there are entries for a byte, which nearly every byte of a text is asked.
  private let mayBegin: [Bool]

  /// - Parameter rules: of several that speak of a scalar, the first counts; what none speaks of
  ///   stays.
  package init(_ rules: [Rule]) {
    var entries = [[Entry]](repeating: [], count: 256)
    for rule in rules {
      for (scalars, text) in rule.replacements {
        let leads = Self.lead(of: scalars.lowerBound)...Self.lead(of: scalars.upperBound)
        // Between them lie the bytes that only follow others.
        for lead in leads where lead & 0xC0 != 0x80 {
          entries[Int(lead)].append(Entry(scalars: scalars, bytes: Array(text.utf8)))
        }
      }
    }
    self.entries = entries
    mayBegin = entries.map { !$0.isEmpty }
  }

  /// The text as the format has it; the same where nothing is replaced.
  ///
  /// - Complexity: O(*n*).
  package func escaped(_ text: String) -> String {
    guard replacesAny(of: text) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 5 / 4)
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text as the format has it, in UTF-8; stretches that stay are copied whole.
  ///
  /// - Complexity: O(*n*).
  package func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { text in
      var copied = 0
      var position = 0
      while let found = next(in: text, from: position) {
        bytes.append(contentsOf: text[copied..<found.place.lowerBound])
        bytes.append(contentsOf: found.bytes)
        copied = found.place.upperBound
        position = copied
      }
      bytes.append(contentsOf: text[copied...])
    }
  }

  /// Whether the text has a character that is replaced.
  package func replacesAny(of text: String) -> Bool {
    var text = text
    return text.withUTF8 { next(in: $0, from: 0) != nil }
  }

  /// The first scalar from `start` on that is replaced, and by what.
  private func next(
    in text: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> (place: Range<Int>, bytes: [UInt8])? {
    var position = start
    while position < text.count {
      let lead = text[position]
      guard mayBegin[Int(lead)] else {
        position += 1
        continue
      }
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var value = length == 1 ? UInt32(lead) : UInt32(lead) & 0xFF >> UInt32(length + 1)
      for byte in text[position + 1..<position + length] {
        value = value << 6 | UInt32(byte & 0x3F)
      }
      if let entry = entries[Int(lead)].first(where: { $0.scalars.contains(value) }) {
        return (position..<position + length, entry.bytes)
      }
      position += length
    }
    return nil
  }

  /// The first byte of a scalar in UTF-8.
  private static func lead(of value: UInt32) -> UInt8 {
    switch value {
    case ..<0x80: UInt8(value)
    case ..<0x800: 0xC0 | UInt8(value >> 6)
    case ..<0x1_0000: 0xE0 | UInt8(value >> 12)
    default: 0xF0 | UInt8(value >> 18)
    }
  }
}
