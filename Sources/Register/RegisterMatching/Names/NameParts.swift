/// A part of a firm's name.
struct NamePart: Hashable {
  /// What a part is.
  enum Role: UInt8 {
    /// A place at the front.
    case place
    /// A word of the trade.
    case trade
    /// A legal form.
    case form
    /// What is none of these: the firm's own word, or a part of it.
    case own
  }

  let role: Role
  /// Where it stands in the key.
  let range: Range<Int>
  /// How many of its scalars make the bare word: without 市 or 省.
  let length: Int
}

/// Maximal munch: cuts the keys of names into parts, the longest word first from left to right.
///
/// - Complexity: O(*n* *l*) a name, for words of at most *l* scalars.
struct NameCutter: Sendable {
  /// By their first scalar, the longest first.
  private let places: [UInt32: [[UInt32]]]
  private let words: [UInt32: [(word: [UInt32], isForm: Bool)]]

  /// The cutter that knows the places of the whole country alone.
  static let country = NameCutter(places: [])

  /// A cutter that knows `places` beside those of the whole country.
  init(places: [String]) {
    let given = places.map { FirmKey($0).scalars }.filter { $0.count > 1 }
    self.places = Dictionary(grouping: Set(NameWords.places + given), by: { $0[0] })
      .mapValues { $0.sorted(by: Self.isBefore) }
    let trades = NameWords.trades.map { (word: $0, isForm: false) }
    let forms = NameWords.forms.map { (word: $0, isForm: true) }
    words = Dictionary(grouping: trades + forms, by: { $0.word[0] })
      .mapValues { $0.sorted { Self.isBefore($0.word, $1.word) } }
  }

  private static func isBefore(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count > b.count
  }

  /// The parts of a key, in order; together they are the key.
  func parts(of key: [UInt32]) -> [NamePart] {
    var parts: [NamePart] = []
    var place = 0
    // Where the own word began that is not at its end yet.
    var own: Int?
    while place < key.count {
      if let part = part(of: key, at: place, placesMayStand: own == nil && isAtFront(parts)) {
        if let start = own {
          parts.append(NamePart(role: .own, range: start..<place, length: place - start))
        }
        own = nil
        parts.append(part)
        place = part.range.upperBound
      } else {
        own = own ?? place
        place += 1
      }
    }
    if let start = own {
      parts.append(NamePart(role: .own, range: start..<place, length: place - start))
    }
    return parts
  }

  /// A place is one at the front alone, and no name has more than three: 辽宁省葫芦岛市兴城市.
  private func isAtFront(_ parts: [NamePart]) -> Bool {
    parts.count < 3 && parts.allSatisfy { $0.role == .place }
  }

  private func part(of key: [UInt32], at place: Int, placesMayStand: Bool) -> NamePart? {
    let rest = key[place...]
    if placesMayStand, let found = places[key[place]]?.first(where: { rest.starts(with: $0) }) {
      let tail = rest.dropFirst(found.count)
      let suffix = Self.suffixes.first { tail.starts(with: $0) }?.count ?? 0
      return NamePart(
        role: .place,
        range: place..<(place + found.count + suffix),
        length: found.count
      )
    }
    guard let found = words[key[place]]?.first(where: { rest.starts(with: $0.word) }) else {
      return nil
    }
    return NamePart(
      role: found.isForm ? .form : .trade,
      range: place..<(place + found.word.count),
      length: found.word.count
    )
  }

  private static let suffixes = ["自治区", "市", "省", "县", "区"].map { $0.unicodeScalars.map(\.value) }
}
