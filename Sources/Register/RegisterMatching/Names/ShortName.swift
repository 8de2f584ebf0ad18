/// A name as it is looked for: without what a stock exchange adds, its tail apart.
struct ShortName {
  /// What must be found in a full name, in order.
  let core: [UInt32]
  /// 股份, 集团 or 控股 at the end, which must stand somewhere in the full name; empty for none.
  let tail: [UInt32]
  /// Whether the name ends in a legal form, and is a full name itself.
  let isFull: Bool

  /// The name to look for; `nil` where fewer than two characters are left, or a place.
  init?(_ key: FirmKey, _ cutter: NameCutter) {
    let bare = Self.withoutSuffixes(Array(Self.withoutMarks(key.scalars)), cutter)
    isFull = Self.endings.contains { bare.count > $0.count && bare.suffix($0.count) == $0 }
    let tail =
      isFull ? nil : Self.tails.first { bare.count >= $0.count + 2 && bare.suffix($0.count) == $0 }
    core = Array(bare.dropLast(tail?.count ?? 0))
    self.tail = tail.map { Array($0) } ?? []
    // A place alone is no firm.
    let isPlace = cutter.parts(of: core).allSatisfy { $0.role == .place }
    guard core.count >= 2, !isPlace else { return nil }
  }

  /// ST双环 and 京东方A without the marks of the exchange. The key has lost the asterisk.
  private static func withoutMarks(_ scalars: [UInt32]) -> ArraySlice<UInt32> {
    var rest = scalars[...]
    for mark in prefixes
    where rest.starts(with: mark) && rest.dropFirst(mark.count).first.map(isIdeograph) == true {
      rest = rest.dropFirst(mark.count)
      break
    }
    for mark in suffixes
    where rest.suffix(mark.count) == mark && rest.dropLast(mark.count).last.map(isIdeograph) == true
    {
      rest = rest.dropLast(mark.count)
      break
    }
    return rest
  }

  /// 深圳市科达 as 深圳科达: the full name has its place either way.
  private static func withoutSuffixes(_ name: [UInt32], _ cutter: NameCutter) -> [UInt32] {
    cutter.parts(of: name).flatMap { part in
      let range = part.range
      return part.role == .place ? name[range].prefix(part.length) : name[range]
    }
  }

  private static func isIdeograph(_ scalar: UInt32) -> Bool { (0x3400...0x9FFF).contains(scalar) }

  private static let prefixes = slices(["sst", "st", "xd", "xr", "dr", "s", "n", "c"])
  private static let suffixes = slices(["-uw", "-u", "-w", "a", "b"])
  private static let tails = slices(["股份", "集团", "控股"])
  private static let endings = slices(["公司", "分厂", "总厂", "合作社"])

  private static func slices(_ texts: [String]) -> [ArraySlice<UInt32>] {
    texts.map { $0.unicodeScalars.map(\.value)[...] }
  }
}
