/// Whether bytes are UTF-8, eight at a time where they are ASCII.
package enum UTF8Check {
  package enum Outcome: Hashable, Sendable {
    case valid
    /// The bytes end inside of a scalar that begins here.
    case cut(at: Int)
    case invalid(at: Int)
  }

  /// Checks `bytes` from `start` on.
  ///
  /// - Complexity: O(*n*).
  package static func check(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Outcome {
    var position = start
    let count = bytes.count
    while position < count {
      if bytes[position] < 0x80 {
        position += 1
        while position + 8 <= count {
          let word = UnsafeRawBufferPointer(bytes)
            .loadUnaligned(fromByteOffset: position, as: UInt64.self)
          if word & 0x8080_8080_8080_8080 != 0 { break }
          position += 8
        }
        continue
      }
      // Almost every scalar of Chinese is one of three bytes; looked at together they are told from others
      // in a third of the time.
      if position + 4 <= count {
        let word = UInt32(
          littleEndian: UnsafeRawBufferPointer(bytes)
            .loadUnaligned(fromByteOffset: position, as: UInt32.self)
        )
        let isThree = word & 0x00C0_C0F0 == 0x0080_80E0
        // E0 and ED bound their second byte, and go the way of the table.
        if isThree, word & 0xF != 0, word & 0xF != 0xD {
          position += 3
          continue
        }
      }
      guard let form = Form(lead: bytes[position]) else { return .invalid(at: position) }
      for offset in 1..<form.width {
        guard position + offset < count else { return .cut(at: position) }
        let bounds = offset == 1 ? form.second : 0x80...0xBF
        guard bounds.contains(bytes[position + offset]) else { return .invalid(at: position) }
      }
      position += form.width
    }
    return .valid
  }

  /// What may follow a first byte: table 3-7 of the Unicode Standard.
  private struct Form {
    let width: Int
    let second: ClosedRange<UInt8>

    @inline(__always)
    init?(lead: UInt8) {
      switch lead {
      case 0xE1...0xEC, 0xEE...0xEF: (width, second) = (3, 0x80...0xBF)
      case 0xC2...0xDF: (width, second) = (2, 0x80...0xBF)
      case 0xE0: (width, second) = (3, 0xA0...0xBF)
      case 0xED: (width, second) = (3, 0x80...0x9F)
      case 0xF0: (width, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: (width, second) = (4, 0x80...0xBF)
      case 0xF4: (width, second) = (4, 0x80...0x8F)
      default: return nil
      }
    }
  }
}
