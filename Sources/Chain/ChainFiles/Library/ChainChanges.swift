import Bilingual
import ChainModel
package import Diagnostics

/// What became of segments from edition to edition of the chains in a folder: `changes.yaml` beside them.
///
/// ```yaml
/// changes:
///   - chain: swimwear
///     from: "2026.1"
///     to: "2026.2"
///     rename: {针织泳装: 泳装成衣}
///     split: {弹力运动服: [瑜伽服, 骑行服]}
/// ```
///
/// Segments and flows that are new, and flows that are gone, are seen in the editions themselves.
package struct ChainChanges {
  typealias Word = ChainUse.Word

  /// What became of a segment.
  struct Statement {
    enum Kind: String, CaseIterable {
      case rename, merge, split, narrow, widen, move, retire
    }

    let kind: Kind
    /// The segment of the old edition; under `merge` the one that is kept, in the new edition.
    let key: Word
    /// The new name, those merged or split into, the other chain, or words.
    let values: [Word]

    /// The names of the old edition.
    var old: [Word] { kind == .merge ? values : [key] }

    /// The names of the new edition.
    var new: [Word] {
      switch kind {
      case .rename, .split: values
      case .merge: [key]
      case .narrow, .widen, .move, .retire: []
      }
    }

    /// What is said of it in words, or the names in its place.
    var texts: [String] { values.map(\.text) }
  }

  /// What became of the segments of a chain from one edition to the next.
  struct Change {
    let chain: Word
    let from: Word
    let to: Word
    /// In the order of ``Statement/Kind``, then of the file.
    let statements: [Statement]
  }

  /// In the order of the file.
  let changes: [Change]
  /// The file, whether it is there or not.
  let path: String
  /// What is wrong with the file by itself.
  package let diagnostics: [Diagnostic]
  /// Its text, for carets; `nil` without a file.
  package let source: SourceText?

  /// Reads the changes of the library in `folder`; none where there is no such file.
  package init(library folder: String) {
    path = folder + "/" + ChainLibrary.changes
    guard let file = ChainLibrary(folders: [folder]).file(path) else {
      (changes, diagnostics, source) = ([], [], nil)
      return
    }
    var log = FaultLog(path: path)
    changes = file.root.map { Self.read($0, &log) } ?? []
    diagnostics = file.diagnostics + log.diagnostics
    source = file.source
  }

  private static func read(_ root: EntryNode, _ log: inout FaultLog) -> [Change] {
    guard let top = FieldReader(root, log: &log) else { return [] }
    top.allow(["changes"], of: BilingualText(zh: "变化", en: "the changes"), log: &log)
    var told: Set<[String]> = []
    return (top["changes"]?.items ?? []).compactMap { item in
      guard let change = Change(item, log: &log) else { return nil }
      guard told.insert([change.chain.text, change.to.text]).inserted else {
        let place = log.location(of: change.to.node)
        log.report(.repeatedChange(change.chain.text, to: change.to.text, at: place))
        return nil
      }
      return change
    }
  }

  /// What is said of a chain that leads to `edition`.
  func change(of chain: ReferenceChain, to edition: String) -> Change? {
    changes.first {
      [chain.id, chain.name].contains($0.chain.text) && $0.to.text == edition
    }
  }
}

extension ChainChanges.Change {
  fileprivate init?(_ item: EntryNode, log: inout FaultLog) {
    guard let fields = FieldReader(item, log: &log) else { return nil }
    let kinds = ChainChanges.Statement.Kind.allCases
    fields.allow(
      ["chain", "from", "to"] + kinds.map(\.rawValue),
      of: BilingualText(zh: "版本变化", en: "a change of edition"),
      log: &log
    )
    func word(_ field: String) -> ChainUse.Word? {
      fields.requiredText(field, log: &log).flatMap { text in
        fields[field].map { ChainUse.Word(text: text, node: $0) }
      }
    }
    let (chain, from, to) = (word("chain"), word("from"), word("to"))
    statements = kinds.flatMap { kind in
      fields[kind.rawValue].map { Self.statements(kind, $0, &log) } ?? []
    }
    guard let chain, let from, let to else { return nil }
    self.chain = chain
    self.from = from
    self.to = to
  }

  private static func statements(
    _ kind: ChainChanges.Statement.Kind,
    _ node: EntryNode,
    _ log: inout FaultLog
  ) -> [ChainChanges.Statement] {
    guard let fields = FieldReader(node, log: &log) else { return [] }
    return fields.pairs.compactMap { field, pair in
      let takesSeveral = kind == .merge || kind == .split
      let values = (takesSeveral ? pair.value.items : [pair.value]).compactMap { node in
        FieldReader.text(node, log: &log).map { ChainUse.Word(text: $0, node: node) }
      }
      guard !values.isEmpty else { return nil }
      if kind == .split, values.count == 1 {
        log.report(.splitIntoOne(field, at: log.location(of: pair.value)))
      }
      return ChainChanges.Statement(
        kind: kind,
        key: ChainUse.Word(text: field.trimmingSpace(), node: pair.key),
        values: values
      )
    }
  }
}
