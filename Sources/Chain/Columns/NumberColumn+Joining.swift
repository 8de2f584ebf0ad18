extension NumberColumn {
  /// The elements of all parts, one part behind the other.
  package init(joining parts: [[Element]]) {
    self.init(count: parts.reduce(0) { $0 + $1.count }) { joined in
      var place = 0
      for part in parts {
        place = joined[place...].initialize(fromContentsOf: part)
      }
    }
  }

  /// The elements of all parts, each part freed as soon as it is copied.
  package init(consuming parts: inout [[Element]]) {
    self.init(count: parts.reduce(0) { $0 + $1.count }) { joined in
      var place = 0
      for number in parts.indices {
        place = joined[place...].initialize(fromContentsOf: parts[number])
        parts[number] = []
      }
    }
  }
}

extension NumberColumn<UInt32> {
  /// Where things begin that lie one behind the other, and where the last one ends: of each part
  /// the ends are given, counted from the part's first.
  ///
  /// - Precondition: All together end below 2³².
  package init(joiningEnds parts: [[UInt32]]) {
    self.init(count: parts.reduce(1) { $0 + $1.count }) { joined in
      joined[0] = 0
      var place = 1
      var before: UInt32 = 0
      for part in parts {
        for end in part {
          joined[place] = before + end
          place += 1
        }
        before += part.last ?? 0
      }
    }
  }
}
