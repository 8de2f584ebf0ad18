import Bilingual
package import ChainFiles
package import ChainModel
package import Diagnostics
import GraphKernel

/// An edited workbook and the data set as it is now, put together.
package struct WorkbookMerge {
  /// What is known of the state that both set out from.
  package enum Ground: Hashable, Sendable {
    /// It is the data set as it is now.
    case current
    /// The data set has moved on, and the workbook carries what it was made from.
    case exported
    /// The data set has moved on, and what the workbook was made from is not in it any more: every
    /// difference is a conflict.
    case lost
    /// The workbook says nothing of it: it is an old one, or no export wrote it. It counts as made from
    /// the data set as it is now.
    case unstated
  }

  /// What is known of the base.
  package let ground: Ground
  /// The facts of all three.
  package let merge: DatasetMerge
  private let workbook: EditedWorkbook
  private let current: Loaded

  /// Compares the two with what the workbook was made from.
  ///
  /// - Parameters:
  ///   - mine: what the workbook says.
  ///   - current: what came of reading the data set as it is now, for the places of its nodes.
  ///   - theirs: that data set.
  ///
  /// - Throws: ``MergeFault/foreign(mine:theirs:)`` for a workbook of another data set.
  package init(
    _ workbook: EditedWorkbook,
    _ mine: Dataset,
    _ current: Loaded,
    _ theirs: Dataset
  ) throws(MergeFault) {
    (self.workbook, self.current) = (workbook, current)
    var base: Dataset?
    var part: Dataset?
    if let fingerprint = workbook.fingerprint {
      let whole = try? ExportedState(of: theirs).fingerprint
      let stated = theirs.statedByDocuments()
      // Older exports did not say of which part they are, but have its fingerprint.
      let ofPart = whole == fingerprint ? nil : try? ExportedState(of: stated).fingerprint
      let isPart = workbook.exported?.isStatedAlone == true || ofPart == fingerprint
      if isPart { part = stated }
      let now = isPart ? ofPart ?? whole : whole
      base = now == fingerprint ? part ?? theirs : workbook.exported
      ground = now == fingerprint ? .current : base == nil ? .lost : .exported
    } else {
      (base, ground) = (theirs, .unstated)
    }
    if ground != .current { try Self.refuseForeign(workbook.exported ?? mine, theirs) }
    merge = DatasetMerge(base: base, mine: mine, theirs: theirs, part: part) { $0.asCellText() }
  }

  /// Refuses the workbook of another data set: one of another title or region, which shares less than
  /// half of the identities that it could share. Who corrects a title has the same nodes still, and who
  /// copies a data set for another city sets out from them.
  private static func refuseForeign(_ own: Dataset, _ theirs: Dataset) throws(MergeFault) {
    let isSameRegion = NameKey(own.jurisdiction) == NameKey(theirs.jurisdiction)
    let isSameTitle =
      NameKey(own.title.zh) == NameKey(theirs.title.zh)
      || NameKey(own.title.en) == NameKey(theirs.title.en)
    guard !isSameRegion || !isSameTitle else { return }
    let graph = theirs.graph
    let shared = own.graph.nodes.count { graph.node(id: own.graph.id(of: $0)) != nil }
    guard shared * 2 < min(own.graph.nodes.count, graph.nodes.count) else { return }
    func name(_ dataset: Dataset) -> BilingualText {
      isSameRegion ? dataset.title : BilingualText(same: dataset.jurisdiction)
    }
    throw .foreign(mine: name(own), theirs: name(theirs))
  }

  // MARK: Choices

  /// The choices that words mean: identities, rows as `企业:12` or `企业!C12`, `all`.
  ///
  /// A row that nobody contests may be chosen, so that a command can be given again.
  ///
  /// - Throws: A word that means no row, and a row that is chosen for both sides.
  package func choices(
    mine: [String],
    theirs: [String]
  ) throws(ChoiceFault) -> [DatasetMerge.Row: DatasetMerge.Side] {
    let rows = merge.conflicts.union(merge.joined).map { (row: $0, words: words(of: $0)) }
    var choices: [DatasetMerge.Row: DatasetMerge.Side] = [:]
    let chosen: [(words: [String], side: DatasetMerge.Side)] = [(mine, .mine), (theirs, .theirs)]
    for (words, side) in chosen {
      for word in words where !Self.isAll(word) {
        let form = Self.form(word)
        let meant = rows.filter { $0.words.contains(word) || $0.words.contains(form) }
        guard !meant.isEmpty || isKnown(word) else {
          throw .unknown(word, rows: contested)
        }
        for (row, _) in meant where choices.updateValue(side, forKey: row) == side.other {
          throw .twice(word)
        }
      }
    }
    for (words, side) in chosen where words.contains(where: Self.isAll) {
      let isBoth = mine.contains(where: Self.isAll) && theirs.contains(where: Self.isAll)
      if isBoth { throw .twice("all") }
      for (row, _) in rows where choices[row] == nil { choices[row] = side }
    }
    return choices
  }

  private static func isAll(_ word: String) -> Bool { ["all", "全部"].contains(word) }

  /// `企业!C12` as `企业:12`.
  private static func form(_ word: String) -> String {
    guard let mark = word.lastIndex(where: { "!！:：".contains($0) }) else { return word }
    let row = word[word.index(after: mark)...].drop { $0.isASCII && $0.isLetter }
    return "\(word[..<mark]):\(row)"
  }

  private static let wholeWords = ["dataset", "dataset.yaml", "数据集", "data set"]

  private func words(of row: DatasetMerge.Row) -> Set<String> {
    switch row {
    case .whole: return Set(Self.wholeWords)
    case .query(let name): return ["query:\(name)", "查询:\(name)", "queries:\(name)"]
    case .node(let number):
      let unit = merge.units[number]
      var words: Set<String> = []
      if let node = unit.base { words.insert(merge.base.graph.id(of: node)) }
      if let node = unit.theirs { words.insert(merge.theirs.graph.id(of: node)) }
      if let node = unit.mine {
        words.insert(merge.mine.graph.id(of: node))
        if let row = workbook.row(of: node) { words.insert(row) }
      }
      return words
    }
  }

  private func isKnown(_ word: String) -> Bool {
    let form = Self.form(word)
    return [merge.mine, merge.theirs, merge.base].contains { $0.graph.node(id: word) != nil }
      || merge.mine.graph.nodes.contains { workbook.row(of: $0) == form }
      || Self.wholeWords.contains(word)
      || (merge.mine.queries + merge.theirs.queries).contains { query in
        words(of: .query(query.name)).contains(word)
      }
  }

  /// The word by which a message names a row.
  private func word(for row: DatasetMerge.Row) -> String {
    switch row {
    case .whole: "dataset"
    case .query(let name): "query:\(name)"
    case .node: merge.id(of: row) ?? ""
    }
  }

  private var contested: [String] { merge.conflicts.map { word(for: $0) }.sorted() }

  // MARK: Conflicts

  /// What waits for a choice, each at its cell, in the order of the workbook; cut with a count where
  /// there is more than one can use.
  package func conflicts(
    choosing choices: [DatasetMerge.Row: DatasetMerge.Side]
  ) -> [Diagnostic] {
    let open = merge.changes.filter { $0.part == .conflict && choices[$0.row] == nil }
    var log = FaultLog(path: workbook.whole.path, room: Self.mostConflicts)
    for change in open.prefix(Self.mostConflicts) {
      let place = place(of: change)
      let word = word(for: change.row)
      log.report(
        .conflict(
          change,
          choose: word,
          other: place.other,
          isBaseKnown: ground != .lost,
          at: place.own
        )
      )
    }
    var diagnostics = log.diagnostics.inReadingOrder()
    if open.count > Self.mostConflicts {
      diagnostics.append(.moreConflicts(open.count - Self.mostConflicts, at: workbook.whole))
    }
    return diagnostics
  }

  private static let mostConflicts = 50

  /// Names that mean several nodes in what is to be written, and did not before.
  package func warnings(of merged: DatasetMerge.Merged) -> [Diagnostic] {
    merge.namesakes(in: merged).prefix(Self.mostConflicts).map { name, units in
      func bears(_ node: NodeIndex?, _ graph: ChainGraph) -> Bool {
        guard let node else { return false }
        return ([graph.name(of: node)] + graph.aliases(of: node))
          .contains { NameKey($0) == NameKey(name) }
      }
      let new = units.filter { !bears(merge.units[$0].theirs, merge.theirs.graph) }
      let own = new.compactMap { merge.units[$0].mine }.first { bears($0, merge.mine.graph) }
      return .namesakes(
        name,
        units.map { merge.name(of: $0) },
        at: own.map { workbook.place(of: $0, "name") } ?? workbook.whole
      )
    }
  }

  /// How many rows wait for a choice.
  package func refused(choosing choices: [DatasetMerge.Row: DatasetMerge.Side]) -> Int {
    merge.conflicts.count { choices[$0] == nil }
  }

  /// Where a change stands in the workbook, and in the data set where that is another place.
  private func place(
    of change: DatasetMerge.Change
  ) -> (own: Diagnostic.Location, other: Diagnostic.Location?) {
    guard case .node(let number) = change.row else { return (workbook.whole, nil) }
    let unit = merge.units[number]
    let other = unit.theirs.map { current.place(of: $0) }
    guard let node = unit.mine else { return (other ?? workbook.whole, nil) }
    return (workbook.place(of: node, change.field), other)
  }
}

extension WorkbookMerge {
  /// Why choices are none.
  package enum ChoiceFault: LiantuError, Hashable {
    /// A word means no row; those that wait for a choice.
    case unknown(String, rows: [String])
    /// A row is chosen for both sides.
    case twice(String)
  }
}

extension DatasetMerge.Side {
  fileprivate var other: Self { self == .mine ? .theirs : .mine }
}
