/// An inverted index of names by character.
///
/// Whatever holds a short name holds its rarest character, so that few names need a closer look.
struct NameIndex: Sendable {
  /// The keys one behind the other.
  private let scalars: [UInt32]
  /// Where each key begins, and where the last ends.
  private let starts: [Int32]
  /// The names of each scalar, ascending.
  private let postings: [UInt32: [Int32]]

  /// The index of some keys, numbered in order.
  ///
  /// - Complexity: O(*n*) for *n* scalars.
  init(_ keys: [FirmKey]) {
    var scalars: [UInt32] = []
    var starts: [Int32] = [0]
    var postings: [UInt32: [Int32]] = [:]
    for (number, key) in keys.enumerated() {
      for scalar in key.scalars {
        // One entry a name, however often it has the scalar.
        if postings[scalar]?.last != Int32(number) {
          postings[scalar, default: []].append(Int32(number))
        }
      }
      scalars += key.scalars
      starts.append(Int32(scalars.count))
    }
    self.scalars = scalars
    self.starts = starts
    self.postings = postings
  }

  /// The key of a name.
  func key(_ number: Int) -> [UInt32] {
    Array(scalars[Int(starts[number])..<Int(starts[number + 1])])
  }

  /// The names that hold `some` in this order, ascending.
  ///
  /// - Complexity: O(*p* *n*) for the *p* names of the rarest scalar and *n* scalars a name.
  func names(holding some: ArraySlice<UInt32>) -> [Int] {
    var rarest: [Int32]?
    for scalar in some {
      guard let names = postings[scalar] else { return [] }
      if names.count < rarest?.count ?? .max { rarest = names }
    }
    return (rarest ?? []).lazy.map { Int($0) }.filter { holds($0, some) }
  }

  private func holds(_ number: Int, _ some: ArraySlice<UInt32>) -> Bool {
    scalars.withUnsafeBufferPointer { all in
      some.withUnsafeBufferPointer { wanted in
        var found = 0
        for place in Int(starts[number])..<Int(starts[number + 1]) where all[place] == wanted[found]
        {
          found += 1
          if found == wanted.count { return true }
        }
        return wanted.isEmpty
      }
    }
  }
}
