/// SHA-256 (FIPS 180-4), by which the report's policy knows its script and its style sheet.
enum SHA256 {
  /// The digest of `bytes`: 32 bytes.
  static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var message = bytes + [0x80]
    while message.count % 64 != 56 { message.append(0) }
    let length = UInt64(bytes.count) * 8
    message += (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
    var hash: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
      0x5be0_cd19,
    ]
    for start in stride(from: 0, to: message.count, by: 64) {
      mix(message[start..<start + 64], into: &hash)
    }
    return hash.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }

  private static func mix(_ block: ArraySlice<UInt8>, into hash: inout [UInt32]) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { start in
      block[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for place in 16..<64 {
      let (far, near) = (words[place - 15], words[place - 2])
      let first = rotated(far, 7) ^ rotated(far, 18) ^ far >> 3
      let second = rotated(near, 17) ^ rotated(near, 19) ^ near >> 10
      words.append(words[place - 16] &+ first &+ words[place - 7] &+ second)
    }
    var state = hash
    for place in 0..<64 {
      let (a, b, c, e) = (state[0], state[1], state[2], state[4])
      let turned = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = e & state[5] ^ ~e & state[6]
      let first = state[7] &+ turned &+ choice &+ constants[place] &+ words[place]
      let majority = a & b ^ a & c ^ b & c
      let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
      state = [first &+ second, a, b, c, state[3] &+ first, e, state[5], state[6]]
    }
    for place in hash.indices { hash[place] &+= state[place] }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = {
    var primes: [UInt64] = []
    var number: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ number % $0 != 0 }) { primes.append(number) }
      number += 1
    }
    return primes.map { UInt32(truncatingIfNeeded: cubeRoot(of: $0)) }
  }()

  /// The cube root of `prime` times 2^32, cut to a whole number; by bisection, since a floating-point
  /// number has too few bits to be sure.
  private static func cubeRoot(of prime: UInt64) -> UInt64 {
    var (low, high): (UInt64, UInt64) = (1 << 32, 8 << 32)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isCubeAtMost(middle, prime) { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether the cube of `root` is at most `prime` times 2^96.
  private static func isCubeAtMost(_ root: UInt64, _ prime: UInt64) -> Bool {
    let square = root.multipliedFullWidth(by: root)
    let low = square.low.multipliedFullWidth(by: root)
    let (middle, carry) = low.high.addingReportingOverflow(square.high &* root)
    let top = square.high.multipliedFullWidth(by: root).high &+ (carry ? 1 : 0)
    // The cube is top · 2^128 + middle · 2^64 + low; the bound is prime · 2^96.
    let bound = (top: prime >> 32, middle: prime << 32)
    if top != bound.top { return top < bound.top }
    if middle != bound.middle { return middle < bound.middle }
    return low.low == 0
  }
}
