import Foundation

/// How long tests with random input go on; one setting for all of them.
///
/// The environment's `LIANTU_FUZZ` says how many times as many rounds there are as in a usual run:
/// `make fuzz` sets it to 10. Seeds go on where a usual run ends, so that more rounds see more.
public enum Fuzzing {
  /// How many times as long as usual.
  public static let scale: Int = {
    let word = ProcessInfo.processInfo.environment["LIANTU_FUZZ"]
    return max(1, word.flatMap(Int.init) ?? 1)
  }()

  /// The rounds that are `count` in a usual run.
  public static func rounds(_ count: Int) -> Range<Int> { 0..<count * scale }

  /// The seeds that are `count` in a usual run.
  public static func seeds(_ count: Int) -> Range<UInt64> { 0..<UInt64(count * scale) }
}

/// Fuzzing by mutation: bytes that nearly are what a reader expects.
public struct Mutator: Sendable {
  private let tokens: [[UInt8]]

  /// - Parameter tokens: what means something to the reader, and is put in at random places.
  public init(tokens: [String]) { self.tokens = tokens.map { Array($0.utf8) } }

  /// `bytes` with one to four changes: a byte or a bit of it changed, a part removed, repeated or moved, a
  /// token put in, the end cut off.
  public func changed(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.number(below: 4) {
      let place = random.number(below: bytes.count)
      guard place < bytes.count else { return bytes }
      let part = place..<min(bytes.count, place + 1 + random.number(below: 24))
      switch random.number(below: 8) {
      case 0: bytes[place] = UInt8(random.number(below: 256))
      case 1: bytes[place] ^= 1 << UInt8(random.number(below: 8))
      case 2: bytes.removeSubrange(part)
      case 3: bytes.insert(contentsOf: Array(bytes[part]), at: random.number(below: bytes.count))
      case 4:
        let moved = Array(bytes[part])
        bytes.removeSubrange(part)
        bytes.insert(contentsOf: moved, at: random.number(below: bytes.count))
      case 5 where random.oneIn(4): bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: tokens.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }
}
