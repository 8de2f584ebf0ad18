/// Numbers grams densely: single scalars through pages of 256, pairs through a hash table with
/// open addressing whose hash is the same in every run.
struct GramTable: Sendable {
  private static let none = UInt32.max
  private static let pageSize = 256

  private(set) var count = 0
  /// Of each page of scalars, where it begins in `singles`; page 0 is the empty one.
  private var pages: [UInt32]
  private var singles: [UInt32]
  private var keys: [UInt64]
  private var values: [UInt32]
  private var pairCount = 0

  init() {
    pages = [UInt32](repeating: 0, count: 0x11_0000 / Self.pageSize)
    singles = [UInt32](repeating: Self.none, count: Self.pageSize)
    keys = [UInt64](repeating: 0, count: 64)
    values = [UInt32](repeating: Self.none, count: 64)
  }

  @inline(__always)
  func single(_ scalar: UInt32) -> UInt32? {
    guard scalar < 0x11_0000 else { return nil }
    let value = singles[Int(pages[Int(scalar >> 8)]) + Int(scalar & 0xFF)]
    return value == Self.none ? nil : value
  }

  @inline(__always)
  func pair(_ first: UInt32, _ second: UInt32) -> UInt32? {
    let value = values[slot(of: UInt64(first) << 32 | UInt64(second))]
    return value == Self.none ? nil : value
  }

  mutating func insert(scalar: UInt32) -> UInt32 {
    let scalar = min(scalar, 0x10_FFFF)
    if let value = single(scalar) { return value }
    let page = Int(scalar >> 8)
    if pages[page] == 0 {
      pages[page] = UInt32(singles.count)
      singles.append(contentsOf: repeatElement(Self.none, count: Self.pageSize))
    }
    let value = UInt32(count)
    singles[Int(pages[page]) + Int(scalar & 0xFF)] = value
    count += 1
    return value
  }

  mutating func insert(pair first: UInt32, _ second: UInt32) -> UInt32 {
    if let value = pair(first, second) { return value }
    if (pairCount + 1) * 2 > keys.count { grow() }
    let key = UInt64(first) << 32 | UInt64(second)
    let place = slot(of: key)
    keys[place] = key
    values[place] = UInt32(count)
    count += 1
    pairCount += 1
    return values[place]
  }

  /// The slot that holds `key`, or the free one where it belongs.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while values[place] != Self.none, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    values = [UInt32](repeating: Self.none, count: oldKeys.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where value != Self.none {
      let place = slot(of: key)
      keys[place] = key
      values[place] = value
    }
  }
}
