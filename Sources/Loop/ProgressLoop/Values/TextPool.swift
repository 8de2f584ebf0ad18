import CPrefetch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The number of a text in a ``TextPool``.
package struct TextNumber: Hashable, Sendable {
  let offset: Int32

  /// The empty text.
  package static let empty = TextNumber(offset: 0)
  package var isEmpty: Bool { offset == 0 }
}

/// Texts kept once each as bytes (string interning), so that the lines of a journal are made of numbers.
package struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text begins; one more than there are texts.
  private var starts: [Int] = [0, 0]
  /// Open addressing; 0 for a free place, since the empty text is never looked for.
  private var places: [Int32] = Array(repeating: 0, count: 1 << 10)
  private var kept = 1

  package init() {}

  /// Makes room for texts that are interned and bytes altogether.
  mutating func reserve(texts: Int, bytes count: Int) {
    bytes.reserveCapacity(bytes.count + count)
    while (kept + texts) * 2 > places.count { grow() }
  }

  /// How many numbers have been given out.
  package var count: Int { starts.count - 1 }

  package subscript(text: TextNumber) -> String {
    let offset = Int(text.offset)
    return String(decoding: bytes[starts[offset]..<starts[offset + 1]], as: UTF8.self)
  }

  /// The number of a text; the same for the same bytes.
  ///
  /// - Complexity: O(*n*) over the bytes, on average.
  package mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> TextNumber {
    guard let base = text.baseAddress else { return .empty }
    return intern(Announced(text: text, hash: Self.hash(base, text.count)))
  }

  /// A text that will be interned soon.
  struct Announced {
    let text: UnsafeBufferPointer<UInt8>
    fileprivate let hash: Int
  }

  /// Begins to load the place of a text, for whoever has something to do meanwhile: of 60,000 names in no
  /// order, an eighth of all reading was waiting for them.
  func announce(_ text: UnsafeBufferPointer<UInt8>) -> Announced {
    guard let base = text.baseAddress else { return Announced(text: text, hash: 0) }
    let hash = Self.hash(base, text.count)
    places.withUnsafeBufferPointer { places in
      if let first = places.baseAddress {
        prefetch_for_writing(first + (hash & (places.count - 1)))
      }
    }
    return Announced(text: text, hash: hash)
  }

  /// The number of a text that was announced.
  mutating func intern(_ announced: Announced) -> TextNumber {
    guard !announced.text.isEmpty, let base = announced.text.baseAddress else { return .empty }
    if kept * 2 > places.count { grow() }
    let place = place(of: base, announced.text.count, hash: announced.hash)
    guard places[place] == 0 else { return TextNumber(offset: places[place]) }
    let number = keep(announced.text)
    places[place] = number.offset
    kept += 1
    return number
  }

  /// The same, where the text is likely the one of `guess`: that is compared before anything is looked for.
  package mutating func intern(
    _ text: UnsafeBufferPointer<UInt8>,
    likely guess: TextNumber
  ) -> TextNumber {
    let start = starts[Int(guess.offset)]
    guard let base = text.baseAddress, starts[Int(guess.offset) + 1] - start == text.count,
      bytes.withUnsafeBufferPointer({ own in
        own.baseAddress.map { memcmp($0 + start, base, text.count) == 0 } ?? false
      })
    else { return intern(text) }
    return guess
  }

  /// Where a text stands in the table, or would.
  private func place(of base: UnsafePointer<UInt8>, _ count: Int, hash: Int) -> Int {
    let mask = places.count - 1
    var place = hash & mask
    bytes.withUnsafeBufferPointer { own in
      guard let bytes = own.baseAddress else { return }
      while places[place] != 0 {
        let found = Int(places[place])
        let start = starts[found]
        if starts[found + 1] - start == count, memcmp(bytes + start, base, count) == 0 { return }
        place = (place + 1) & mask
      }
    }
    return place
  }

  /// The number of a text that was interned; `nil` for another.
  package func find(_ text: String) -> TextNumber? {
    var text = text
    return text.withUTF8 { text in
      guard let base = text.baseAddress, !text.isEmpty else { return .empty }
      let place = place(of: base, text.count, hash: Self.hash(base, text.count))
      return places[place] == 0 ? nil : TextNumber(offset: places[place])
    }
  }

  package mutating func intern(_ text: String) -> TextNumber {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// A number of its own for a text that hardly comes twice; ``intern(_:)`` does not find it.
  package mutating func keep(_ text: UnsafeBufferPointer<UInt8>) -> TextNumber {
    guard !text.isEmpty else { return .empty }
    bytes.append(contentsOf: text)
    starts.append(bytes.count)
    return TextNumber(offset: Int32(starts.count - 2))
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: 0, count: old.count * 4)
    let mask = places.count - 1
    bytes.withUnsafeBufferPointer { own in
      guard let base = own.baseAddress else { return }
      for number in old where number != 0 {
        let start = starts[Int(number)]
        var place = Self.hash(base + start, starts[Int(number) + 1] - start) & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = number
      }
    }
  }

  private static func hash(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var position = 0
    while position + 8 <= count {
      let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
      hash = mix(hash ^ word)
      position += 8
    }
    var rest: UInt64 = 0
    while position < count {
      rest = rest << 8 | UInt64(base[position])
      position += 1
    }
    return Int(truncatingIfNeeded: mix(hash ^ rest) >> 1)
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
