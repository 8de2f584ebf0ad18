/// The lines of a journal by item, and what became of each.
struct JournalIndex: Sendable {
  typealias Entry = Journal.Entry

  let journal: Journal
  /// By line: the item; -1 where nothing is called so.
  let items: [Int32]
  /// By line: the party.
  let parties: [Int32]
  /// By line: the day on which another was recorded that takes its place or withdraws it.
  let replaced: [Day]
  /// By line: when the first of the lines that it corrects came in.
  let firstReceived: [Day]
  /// By line: the line that it corrects or withdraws; -1 for none.
  let targets: [Int32]
  /// By line, of those that answer or follow a notice: the line that they name.
  let answered: [Int32: Int32]
  /// Lines, those of an item together and in the order in which they were recorded.
  private let order: [Int32]
  /// By item: where its lines begin in `order`.
  private let starts: [Int32]
  /// By item a bit for each type of its lines, and one where a line says when a milestone was passed: most
  /// items have reports alone, and are not searched for anything else.
  private let marks: [UInt8]
  let lastRecorded: Day?

  /// - Complexity: O(*n*) where no line is recorded before the one in front of it.
  init(_ journal: Journal, items itemCount: Int, _ names: NameFinder, _ finder: inout PartyFinder) {
    self.journal = journal
    let entries = journal.entries
    var resolver = LineResolver(journal.texts)
    var (items, parties) = ([Int32](), [Int32]())
    items.reserveCapacity(entries.count)
    parties.reserveCapacity(entries.count)
    var isOrdered = true
    var last = Day.distantPast
    for entry in entries {
      if entry.recorded < last { isOrdered = false }
      last = max(last, entry.recorded)
      items.append(resolver.item(entry, names))
      parties.append(resolver.party(entry, &finder))
    }
    lastRecorded = entries.isEmpty ? nil : last
    var sequence: [Int32]?
    if !isOrdered {
      sequence = (0..<Int32(entries.count)).sorted {
        (entries[Int($0)].recorded, $0) < (entries[Int($1)].recorded, $1)
      }
    }
    (starts, order) = Self.grouped(items, count: itemCount, sequence)
    var marks = [UInt8](repeating: 0, count: itemCount)
    for (entry, item) in zip(entries, items) where item >= 0 {
      marks[Int(item)] |= 1 << entry.type.rawValue | (entry.milestone >= 0 ? Self.milestoneMark : 0)
    }
    self.marks = marks
    let links = Self.links(journal)
    (targets, answered) = links
    var replaced = Array(repeating: Day.distantFuture, count: entries.count)
    var firstReceived = entries.map(\.received)
    for (offset, entry) in entries.enumerated() where targets[offset] >= 0 {
      let target = Int(targets[offset])
      replaced[target] = min(replaced[target], entry.recorded)
      if entry.type != .withdraw { firstReceived[offset] = firstReceived[target] }
    }
    (self.items, self.parties) = (items, parties)
    (self.replaced, self.firstReceived) = (replaced, firstReceived)
  }

  private static func grouped(
    _ items: [Int32],
    count: Int,
    _ sequence: [Int32]?
  ) -> (starts: [Int32], order: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 2)
    for item in items where item >= 0 { starts[Int(item) + 2] += 1 }
    for item in starts.indices.dropFirst() { starts[item] += starts[item - 1] }
    var order = [Int32](repeating: 0, count: Int(starts[count + 1]))
    for position in 0..<items.count {
      let line = sequence.map { Int($0[position]) } ?? position
      let item = items[line]
      guard item >= 0 else { continue }
      order[Int(starts[Int(item) + 1])] = Int32(line)
      starts[Int(item) + 1] += 1
    }
    return (starts, order)
  }

  /// By line, the earlier lines that it names: what it corrects, and what it answers.
  private static func links(
    _ journal: Journal
  ) -> (corrected: [Int32], answered: [Int32: Int32]) {
    var lines = [Int32](repeating: -1, count: journal.texts.count)
    var answered: [Int32: Int32] = [:]
    let corrected = journal.entries.enumerated().map { offset, entry -> Int32 in
      let own = Int(entry.line.offset)
      if lines[own] < 0 { lines[own] = Int32(offset) }
      let earlier = { (name: TextNumber) -> Int32? in
        let line = lines[Int(name.offset)]
        return name.isEmpty || line < 0 || line == Int32(offset) ? nil : line
      }
      if let line = earlier(entry.answers) { answered[Int32(offset)] = line }
      return earlier(entry.corrects) ?? -1
    }
    return (corrected, answered)
  }

  /// A line and those that it corrects, the last first: who answers one of them answers it.
  func versions(of line: Int) -> [Int32] {
    var versions = [Int32(line)]
    while let last = versions.last, targets[Int(last)] >= 0 { versions.append(targets[Int(last)]) }
    return versions
  }

  private static let milestoneMark: UInt8 = 1 << 7

  /// Whether an item has any line of a type.
  func has(_ type: JournalType, _ item: Int) -> Bool { marks[item] & 1 << type.rawValue != 0 }

  /// Whether a line of an item names a milestone.
  func hasMilestones(_ item: Int) -> Bool { marks[item] & Self.milestoneMark != 0 }

  /// The lines of an item, in the order in which they were recorded.
  func lines(of item: Int) -> ArraySlice<Int32> {
    order[Int(starts[item])..<Int(starts[item + 1])]
  }

  /// Whether a line was known on a day and nothing had taken its place.
  @inline(__always)
  func isStanding(_ line: Int, known: Day) -> Bool {
    journal.entries[line].recorded <= known && replaced[line] > known
  }

  subscript(line: Int) -> Entry { journal.entries[line] }

  /// Whether a line is called so already.
  func hasLine(_ name: String) -> Bool {
    guard let text = journal.texts.find(name) else { return false }
    return journal.entries.contains { $0.line == text }
  }

  /// What the line is called.
  func name(of line: Int) -> String { journal.texts[journal.entries[line].line] }
}

/// Finds the items and parties of lines; a name that always means the same is looked up once.
private struct LineResolver {
  private static let unseen: Int32 = -2
  private static let varies: Int32 = -3

  private let texts: TextPool
  private var items: [Int32]
  private var parties: [Int32]

  init(_ texts: TextPool) {
    self.texts = texts
    items = Array(repeating: Self.unseen, count: texts.count)
    parties = items
  }

  mutating func item(_ entry: Journal.Entry, _ names: NameFinder) -> Int32 {
    let known = items[Int(entry.item.offset)]
    if known > Self.unseen { return known }
    let name = texts[entry.item]
    if known == Self.unseen {
      if let item = names.steady(name) {
        items[Int(entry.item.offset)] = Int32(item)
        return Int32(item)
      }
      items[Int(entry.item.offset)] = Self.varies
    }
    return (try? names.find(name, on: entry.recorded).get()).map { Int32($0) } ?? -1
  }

  mutating func party(_ entry: Journal.Entry, _ finder: inout PartyFinder) -> Int32 {
    let known = parties[Int(entry.by.offset)]
    if known > Self.unseen { return known }
    let name = texts[entry.by]
    let party = Int32(finder.find(name, on: entry.recorded))
    let isSteady = finder.names.steady(name) ?? -1 == Int(party)
    parties[Int(entry.by.offset)] = isSteady ? party : Self.varies
    return party
  }
}
