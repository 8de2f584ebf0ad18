#if canImport(Glibc)
  import Glibc
#endif

/// The encodings in which programs write texts and tables: UTF-8, what Excel calls Unicode text, and
/// what programs for Chinese Windows write.
package enum TextEncodings {
  /// What `bytes` say, as UTF-8: they themselves where they are that, else read as UTF-16, else as
  /// GB 18030; `nil` where they are none of these, or where lines of one stand among those of
  /// another.
  ///
  /// A byte order mark of UTF-8 stays.
  ///
  /// - Complexity: O(*n*).
  package static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    if case .read(let text, _) = reading(bytes) { text } else { nil }
  }

  /// What `bytes` say and how that was found out, or where they stop to say something.
  ///
  /// - Complexity: O(*n*).
  package static func reading(_ bytes: [UInt8]) -> Reading {
    if let text = marked32(bytes) { return .read(text, guess: nil) }
    if let order = byteOrder(of: bytes) {
      if let text = utf8(bytes.dropFirst(2), in: order) { return .read(text, guess: nil) }
      let whole =
        bytes.count.isMultiple(of: 2) ? nil : utf8(bytes.dropFirst(2).dropLast(), in: order)
      return .unreadable(Fault(encoding: .utf16, text: whole ?? [], offset: bytes.count - 1))
    }
    let invalid = SourceText.firstInvalidByte(in: bytes)
    if bytes.contains(0) {
      if let text = unmarkedUTF16(bytes, isSound: invalid == nil) {
        return .read(text, guess: Guess(name: "UTF-16", others: []))
      }
    } else if let invalid, !isMixed(bytes) {
      if let text = nationalStandard(bytes) {
        return .read(text, guess: Guess(name: "GB 18030", others: TextGuess(bytes).others))
      }
      // Characters of UTF-8 before the first fault are no chance; without any it is the other one.
      let isOther = bytes[..<invalid].allSatisfy { $0 < 0x80 }
      if isOther, let (text, offset) = readable(bytes, from: "GB18030") {
        return .unreadable(Fault(encoding: .nationalStandard, text: text, offset: offset))
      }
    }
    guard let invalid else { return .read(bytes, guess: nil) }
    return .unreadable(Fault(encoding: .utf8, text: Array(bytes[..<invalid]), offset: invalid))
  }

  /// What came of reading bytes.
  package enum Reading: Sendable {
    /// The text, as UTF-8; with a guess where nothing in the bytes says how they are written.
    case read([UInt8], guess: Guess?)
    /// No text as a whole.
    case unreadable(Fault)
  }

  /// How bytes were read that do not say it.
  package struct Guess: Hashable, Sendable {
    /// The encoding, as people know it.
    package let name: String
    /// Others that would make a text of the same bytes, by the names that ``utf8(_:from:)`` takes.
    package let others: [String]
  }

  /// Where bytes stop to be a text.
  package struct Fault: Hashable, Sendable {
    /// What they are up to there.
    package enum Encoding: Hashable, Sendable { case utf8, utf16, nationalStandard }

    package let encoding: Encoding
    /// What they say up to there, as UTF-8.
    package let text: [UInt8]
    /// The byte of the file.
    package let offset: Int
  }

  /// What `bytes` say in the encoding that goes by `name`, as UTF-8; `nil` when they say nothing in
  /// it, or where the system does not know it.
  package static func utf8(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    switch name.lowercased() {
    case "utf-8", "utf8": return SourceText.firstInvalidByte(in: bytes) == nil ? bytes : nil
    case "utf-16", "utf16":
      guard let order = byteOrder(of: bytes) else { return utf8(bytes[...], in: .bigEndian) }
      return utf8(bytes.dropFirst(2), in: order)
    case "utf-16le": return utf8(bytes[...], in: .littleEndian)
    case "utf-16be": return utf8(bytes[...], in: .bigEndian)
    // What calls itself the smaller sets holds characters of the larger one as a rule.
    case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "windows-936", "ms936":
      return nationalStandard(bytes)
    default: return converted(bytes, from: name)
    }
  }

  // MARK: UTF-32

  /// What a text with the byte order mark of UTF-32 says.
  private static func marked32(_ bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE, 0, 0])
    guard isLittle || bytes.starts(with: [0, 0, 0xFE, 0xFF]), bytes.count.isMultiple(of: 4) else {
      return nil
    }
    let units = stride(from: 4, to: bytes.count, by: 4).map { position in
      (0..<4).reduce(UInt32(0)) { unit, byte in
        unit << 8 | UInt32(bytes[position + (isLittle ? 3 - byte : byte)])
      }
    }
    return String(validating: units, as: UTF32.self).map { Array($0.utf8) }
  }

  // MARK: UTF-16

  private enum ByteOrder { case littleEndian, bigEndian }

  private static func byteOrder(of bytes: [UInt8]) -> ByteOrder? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .littleEndian }
    return bytes.starts(with: [0xFE, 0xFF]) ? .bigEndian : nil
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>, in order: ByteOrder) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { position in
      let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      return order == .littleEndian ? first | second << 8 : first << 8 | second
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  /// UTF-16 without a mark: commas and line ends have a byte of zero on the same side, where few other
  /// characters have one on the other, and what comes out is Latin or Chinese. Anything else read so
  /// comes out as all scripts at once.
  private static func unmarkedUTF16(_ bytes: [UInt8], isSound: Bool) -> [UInt8]? {
    var zeros = [0, 0]
    for (position, byte) in bytes.enumerated() where byte == 0 { zeros[position & 1] += 1 }
    guard !isSound || (zeros[0] + zeros[1]) * 4 >= bytes.count,
      let text = utf8(bytes[...], in: zeros[1] >= zeros[0] ? .littleEndian : .bigEndian)
    else { return nil }
    let isPlain = String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x24F, 0x2000...0x206F, 0x20A0...0x27BF,
        0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
        true
      default: false
      }
    }
    return isPlain ? text : nil
  }

  // MARK: GB 18030

  /// Whether lines that are plainly Chinese in UTF-8 stand in a text that is not UTF-8: read as one
  /// encoding, one part or the other would come out as other characters, without a word.
  private static func isMixed(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0A).contains { line in
      guard line.count(where: { (0xE4...0xE9).contains($0) }) >= 2,
        let text = String(validating: line, as: UTF8.self)
      else { return false }
      let rare = text.unicodeScalars.filter { $0.value >= 0x80 }
      return rare.count >= 2 && rare.allSatisfy { $0.value >= 0x2E80 }
    }
  }

  private static func nationalStandard(_ bytes: [UInt8]) -> [UInt8]? {
    if let text = converted(bytes, from: "GB18030") { return text }
    return withEuro(bytes).flatMap { converted($0, from: "GB18030") }
  }

  /// With the euro sign of Windows, a byte of 0x80, as GB 18030 writes it; `nil` where there is none.
  private static func withEuro(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(0x80) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 16)
    var position = 0
    while position < bytes.count {
      let isLast = position + 1 >= bytes.count
      switch bytes[position] {
      case 0x80:
        text += [0xA2, 0xE3]
        position += 1
      case 0x81...0xFE where !isLast:
        let width = (0x30...0x39).contains(bytes[position + 1]) ? 4 : 2
        let end = min(position + width, bytes.count)
        text += bytes[position..<end]
        position = end
      default:
        text.append(bytes[position])
        position += 1
      }
    }
    return text
  }

  /// The beginning that an encoding makes a text of, and the byte at which it ends.
  private static func readable(_ bytes: [UInt8], from name: String) -> (text: [UInt8], end: Int)? {
    var end = 0
    guard converted(bytes, from: name, end: &end) == nil else { return nil }
    return converted(Array(bytes[..<end]), from: name).map { ($0, end) }
  }

  static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    var end = 0
    return converted(bytes, from: name, end: &end)
  }

  /// - Parameter end: becomes the number of bytes that could be read.
  private static func converted(_ bytes: [UInt8], from name: String, end: inout Int) -> [UInt8]? {
    // A slash would ask the system to put other characters in place of those that there are not.
    guard !name.isEmpty, name.utf8.count <= 40,
      name.unicodeScalars.allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.:".unicodeScalars.contains($0))
      })
    else { return nil }
    #if canImport(Glibc)
      guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
        return nil
      }
      defer { iconv_close(converter) }
      var input = bytes.map { CChar(bitPattern: $0) }
      // No byte, and no two, become more than three; four become four.
      var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
      var rest = bytes.count
      let written: Int? = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
          // The C call moves both pointers; the buffers outlive it.
          var from = source.baseAddress
          var to = target.baseAddress
          var (left, room) = (source.count, target.count)
          let outcome = iconv(converter, &from, &left, &to, &room)
          rest = left
          return outcome == -1 || left > 0 ? nil : target.count - room
        }
      }
      end = bytes.count - rest
      guard let written else { return nil }
      return output[..<written].map { UInt8(bitPattern: $0) }
    #else
      return nil
    #endif
  }
}
