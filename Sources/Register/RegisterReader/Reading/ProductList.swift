/// Tells a cell apart into its products: 烧碱（31%）、聚氯乙烯：0.2；环氧丙烷.
///
/// Products are parted by 、；，;, and line ends; not by what stands inside brackets, nor by a comma
/// between two digits, as in 1,2-二氯乙烷. Where brackets do not match they part nothing.
enum ProductList {
  /// Adds the products of `cell` to `products`.
  ///
  /// - Returns: how many of them end in a number that could be a share and is none that can be read; it
  ///   stays in the name.
  /// - Complexity: O(*n*).
  static func add(_ cell: CellBytes, to products: inout [RegisterRow.Product]) -> Int {
    var unclear = 0
    parts(of: cell) { part in
      if let product = product(part, &unclear) { products.append(product) }
    }
    return unclear
  }

  /// The parts of a list that hold something.
  static func parts(of cell: CellBytes, _ body: (CellBytes) -> Void) {
    let heedsBrackets = hasPairs(cell.bytes)
    var start = 0
    var position = 0
    var depth = 0
    let bytes = cell.bytes
    while position < bytes.count {
      let sign = Sign(bytes, at: position)
      switch sign.kind {
      case .open: depth += 1
      case .close: depth -= 1
      case .separator, .comma:
        let isNumber =
          sign.kind == .comma && position > 0 && isDigit(bytes[position - 1])
          && position + sign.width < bytes.count && isDigit(bytes[position + sign.width])
        if !isNumber, depth == 0 || !heedsBrackets {
          emit(cell.part(start, position), body)
          start = position + sign.width
        }
      case .other: break
      }
      position += sign.width
    }
    emit(cell.part(start, bytes.count), body)
  }

  private static func emit(_ part: CellBytes, _ body: (CellBytes) -> Void) {
    var part = part
    while part.hasSuffix("。") { part = part.part(0, part.count - 3) }
    if !part.isEmpty, !part.saysNothing { body(part) }
  }

  // MARK: Signs

  private struct Sign {
    enum Kind { case open, close, separator, comma, other }

    let kind: Kind
    let width: Int

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
      let first = bytes[position]
      if first < 0x80 {
        width = 1
        switch first {
        case 0x28, 0x5B: kind = .open
        case 0x29, 0x5D: kind = .close
        case 0x3B, 0x0A, 0x0D: kind = .separator
        case 0x2C: kind = .comma
        default: kind = .other
        }
        return
      }
      guard position + 2 < bytes.count, first == 0xE3 || first == 0xEF else {
        (kind, width) = (.other, 1)
        return
      }
      switch (first, bytes[position + 1], bytes[position + 2]) {
      case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x9B): (kind, width) = (.separator, 3)
      case (0xEF, 0xBC, 0x8C): (kind, width) = (.comma, 3)
      case (0xE3, 0x80, 0x90), (0xEF, 0xBC, 0x88): (kind, width) = (.open, 3)
      case (0xE3, 0x80, 0x91), (0xEF, 0xBC, 0x89): (kind, width) = (.close, 3)
      default: (kind, width) = (.other, 1)
      }
    }
  }

  private static func hasPairs(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var depth = 0
    var position = 0
    while position < bytes.count {
      let sign = Sign(bytes, at: position)
      if sign.kind == .open { depth += 1 }
      if sign.kind == .close { depth -= 1 }
      if depth < 0 { return false }
      position += sign.width
    }
    return depth == 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: Shares

  private static func product(_ part: CellBytes, _ unclear: inout Int) -> RegisterRow.Product? {
    let bytes = part.bytes
    let last = bytes[bytes.count - 1]
    // A share ends in a digit, a per cent sign or a bracket: 0x25, ％ EF BC 85, ）EF BC 89.
    guard isDigit(last) || last == 0x25 || last == 0x85 || last == 0x29 || last == 0x89 else {
      return RegisterRow.Product(name: part.text)
    }
    guard let (name, number) = split(part), !name.isEmpty else {
      return RegisterRow.Product(name: part.text)
    }
    guard let share = share(number) else {
      if isFigure(number) { unclear += 1 }
      return RegisterRow.Product(name: part.text)
    }
    return RegisterRow.Product(name: name.text, share: share)
  }

  /// The name and what stands in the brackets, behind the colon or behind the blank at its end.
  private static func split(_ part: CellBytes) -> (name: CellBytes, number: CellBytes)? {
    let isWide = part.hasSuffix("）")
    if isWide || part.hasSuffix(")") {
      let end = part.count - (isWide ? 3 : 1)
      var position = end - 1
      while position > 0 {
        let sign = Sign(part.bytes, at: position)
        if sign.kind == .open {
          return (part.part(0, position), part.part(position + sign.width, end))
        }
        position -= 1
      }
      return nil
    }
    var position = part.count - 1
    while position > 0 {
      let byte = part.bytes[position]
      if byte == 0x3A || byte == 0x20 {
        return (part.part(0, position), part.part(position + 1, part.count))
      }
      // ：EF BC 9A
      if byte == 0xEF, position + 2 < part.count, part.bytes[position + 1] == 0xBC,
        part.bytes[position + 2] == 0x9A
      {
        return (part.part(0, position), part.part(position + 3, part.count))
      }
      position -= 1
    }
    return nil
  }

  /// A share: `31%`, `31.5％`, `占比31%`, `0.31`; a bare number above 1 is none.
  private static func share(_ text: CellBytes) -> Double? {
    var text = text
    for lead in ["占比", "占", "约"] as [StaticString] where text.hasPrefix(lead) {
      text = text.part(lead.utf8CodeUnitCount, text.count)
    }
    var scale = 1.0
    if text.hasSuffix("%") {
      (text, scale) = (text.part(0, text.count - 1), 100)
    } else if text.hasSuffix("％") {
      (text, scale) = (text.part(0, text.count - 3), 100)
    }
    guard isDecimal(text), let number = Double(text.text) else { return nil }
    return number <= scale ? number / scale : nil
  }

  private static func isDecimal(_ text: CellBytes) -> Bool {
    text.count <= 12 && text.bytes.contains(where: isDigit)
      && text.bytes.allSatisfy { isDigit($0) || $0 == 0x2E }
  }

  /// Whether a person could mean a share by it: a number alone, or with a per cent sign.
  private static func isFigure(_ text: CellBytes) -> Bool {
    var text = text
    if text.hasSuffix("%") { text = text.part(0, text.count - 1) }
    if text.hasSuffix("％") { text = text.part(0, text.count - 3) }
    return isDecimal(text)
  }
}
