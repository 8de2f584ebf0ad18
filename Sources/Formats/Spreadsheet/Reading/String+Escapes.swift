extension String {
  /// With each `_x0041_`, by which Excel writes what XML cannot hold, replaced by the UTF-16 unit that
  /// it stands for, and with line ends made one.
  var withoutEscapes: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 == 0x0D }) else { return self }
    var units: [UInt16] = []
    var rest = Array(utf16)[...]
    while let unit = rest.popFirst() {
      var unit = unit
      if unit == 0x5F, let escaped = Self.escape(rest) {
        unit = escaped
        rest.removeFirst(6)
      }
      if unit == 0x0A, units.last == 0x0D { units.removeLast() }
      units.append(unit)
    }
    for place in units.indices where units[place] == 0x0D { units[place] = 0x0A }
    return String(decoding: units, as: UTF16.self)
  }

  /// What stands behind the underscore: `x`, four digits, an underscore.
  private static func escape(_ rest: ArraySlice<UInt16>) -> UInt16? {
    let next = rest.prefix(6)
    guard next.count == 6, next.first == 0x78, next.last == 0x5F else { return nil }
    var value: UInt16 = 0
    for unit in next.dropFirst().dropLast() {
      guard let digit = Unicode.Scalar(unit).flatMap({ Character($0).hexDigitValue }), unit < 0x80
      else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
