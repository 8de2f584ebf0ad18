import Diagnostics
import XML

/// Finds the bytes that a position of an XML text means, from front to back.
struct ByteCursor {
  private let bytes: [UInt8]
  private var line = 1
  private var column = 1
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The bytes of `text` from a position on, without blanks before it, as far as one line goes.
  ///
  /// - Complexity: O(*n*) over what lies behind the position asked for before; all together, O(*n*)
  ///   over the text, where positions come in order.
  mutating func range(from position: SourcePosition, of text: String) -> Range<Int> {
    move(to: position)
    var start = offset
    while start < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start]) { start += 1 }
    if start >= bytes.count { start = max(0, bytes.count - 1) }
    let line = text.trimmingSpace().prefix { !$0.isNewline }
    var end = start
    var left = line.unicodeScalars.count
    while end < bytes.count, left > 0, bytes[end] != 0x0A, bytes[end] != 0x3C || end == start {
      end += 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      left -= 1
    }
    return start..<max(end, min(start + 1, bytes.count))
  }

  private mutating func move(to position: SourcePosition) {
    if (position.line, position.column) < (line, column) {
      (line, column, offset) = (1, 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }
    while offset < bytes.count, (line, column) < (position.line, position.column) {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
        line += 1
        column = 1
        continue
      }
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
  }
}

extension Diagnostic {
  init(_ fault: XMLFault, at place: Location) {
    let code =
      switch fault.reason {
      case .malformed: "xml-syntax"
      case .declaration: "xml-declaration"
      case .tooDeep: "too-deep"
      case .tooLarge: "file-too-large"
      }
    self.init(.error, code: code, message: fault.message, at: place)
  }
}
