/// What codes look like when they are written, and when a program has spoilt them.
enum CodeForm {
  /// Whether a text is a number as spreadsheets show long ones: `9.12E+17`.
  static func isScientific(_ cell: CellBytes) -> Bool {
    guard cell.count >= 4, cell.count <= 24, let first = cell.bytes.first, isDigit(first),
      let mark = cell.bytes.firstIndex(where: { $0 | 0x20 == 0x65 })
    else { return false }
    let exponent = cell.bytes[(mark + 1)...].drop { $0 == 0x2B }
    let mantissa = cell.bytes[..<mark]
    // An E may stand within a code: a point or a sign makes a number of it.
    return mantissa.allSatisfy { isDigit($0) || $0 == 0x2E } && !exponent.isEmpty
      && exponent.allSatisfy(isDigit) && cell.bytes.contains { $0 == 0x2E || $0 == 0x2B }
  }

  /// Whether a code of 18 digits ends in three noughts, as one does that was a number once.
  static func isRound(_ cell: CellBytes) -> Bool {
    cell.count == 18 && cell.bytes.allSatisfy(isDigit)
      && cell.bytes[15...].allSatisfy { $0 == 0x30 }
  }

  /// The class of GB/T 4754 at the beginning of a text, or alone in the brackets at its end: `C2614`,
  /// `2614 有机化学原料制造`, `C制造业`; `nil` where there is none.
  static func industry(_ cell: CellBytes) -> CellBytes? {
    if let code = leadingIndustry(cell) { return code }
    let isWide = cell.hasSuffix("）")
    guard isWide || cell.hasSuffix(")") else { return nil }
    let end = cell.count - (isWide ? 3 : 1)
    var start = end
    while start > 0, cell.bytes[start - 1] < 0x80, cell.bytes[start - 1] != 0x28 { start -= 1 }
    guard start > 0, start < end, cell.bytes[start - 1] == 0x28 || cell.bytes[start - 1] == 0x88
    else { return nil }
    let inside = cell.part(start, end)
    return leadingIndustry(inside).flatMap { $0.count == inside.count ? $0 : nil }
  }

  private static func leadingIndustry(_ cell: CellBytes) -> CellBytes? {
    var position = 0
    guard let first = cell.bytes.first else { return nil }
    let letter = first & 0xDF
    let hasLetter = (0x41...0x54).contains(letter) && !isDigit(first)
    if hasLetter { position = 1 }
    let start = position
    while position < cell.count, isDigit(cell.bytes[position]) { position += 1 }
    let digits = position - start
    guard digits == 0 ? hasLetter : (2...4).contains(digits) else { return nil }
    guard position < cell.count else { return cell }
    // Another letter, digit or point makes it some other text: C++, 3D打印, 26.5万元.
    let next = cell.bytes[position]
    guard next >= 0x80 || [0x20, 0x2D, 0x5F, 0x28, 0x3A, 0x2F, 0x2C, 0x3B, 0x0A].contains(next)
    else { return nil }
    // Of 20万吨 the number is none either: a code is parted from its words, or has its letter.
    guard next < 0x80 || hasLetter || digits >= 3 else { return nil }
    return cell.part(0, position)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
