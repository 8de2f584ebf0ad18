package import ChainModel
import Diagnostics
import YAML

/// What the present editions of the library would change for a data set: a plan, and the data set as it
/// would read with them.
package struct ChainUpdate {
  /// What follows, what is to be looked at, what is new, what is to be written.
  package private(set) var plan = ChainUpdatePlan()
  /// Where former identities lead, for who compares the data set with both editions.
  package private(set) var following: [String: String] = [:]
  /// The files of the data set that name editions, with the present ones, by their paths.
  private(set) var rewritten: [String: [UInt8]] = [:]

  /// A use of a chain that is told in the plan.
  private struct Use {
    let use: ChainUse
    let path: String
    let old: ReferenceChain
    let editions: ChainEditions
    /// The step from which on changes are younger than the statements.
    let first: Int
  }

  private let folder: String
  private let library: ChainLibrary
  private let paths: [String]
  private let texts: [[UInt8]]
  private let mentions: SegmentMentions
  private var used: UsedChains
  /// The statements of a segment are told once, however many uses its chain has.
  private var told: Set<String> = []

  /// Plans for the data set in `folder`; `nil` where what it uses cannot be read.
  ///
  /// - Parameter library: where the chains are; `nil` for where the data set finds them.
  package init?(_ folder: String, library: ChainLibrary? = nil) {
    var diagnostics: [Diagnostic] = []
    let contents = FolderContents(folder: folder)
    paths = contents.yamlFiles(diagnostics: &diagnostics)
    texts = paths.compactMap { path in
      YAMLFile.bytes(of: path, limits: YAMLLimits(), diagnostics: &diagnostics)
    }
    let roots = zip(paths, texts).compactMap { YAMLFile.read($1, path: $0).root }
    guard roots.count == paths.count else { return nil }
    var reader = DatasetReader(contents)
    let ontology = reader.readOntology()
    self.folder = folder
    self.library = library ?? ChainLibrary(of: folder)
    mentions = SegmentMentions(roots, ontology)
    used = UsedChains(self.library, ontology, among: roots)
    for (file, (path, root)) in zip(paths, roots).enumerated() {
      var log = FaultLog(path: path)
      var edits: [SourceEdit] = []
      for item in root["uses"]?.items ?? [] {
        guard let use = ChainUse(item, file: file, log: &log) else { return nil }
        guard let found = find(use, path) else { continue }
        tell(found, &edits)
      }
      if !edits.isEmpty { rewritten[path] = SourceEdit.applied(edits, to: texts[file]) }
    }
    plan.reviews.sort { ($0.path, $0.line) < ($1.path, $1.line) }
  }

  private mutating func find(_ use: ChainUse, _ path: String) -> Use? {
    guard let present = used.present(use.chain.text) else { return nil }
    let editions = used.editions(of: present)
    let written = use.edition?.text ?? present.edition
    let base = use.after?.text ?? written
    guard let first = editions.steps(after: base),
      let old = base == present.edition ? present : used.past(present.id, edition: base)
    else { return nil }
    return Use(use: use, path: path, old: old, editions: editions, first: first)
  }

  // MARK: Telling

  private mutating func tell(_ use: Use, _ edits: inout [SourceEdit]) {
    let present = use.editions.present
    let isFirst = told.insert(present.id).inserted
    if isFirst { tellSegments(of: use) }
    guard let edition = use.use.edition, edition.text != present.edition,
      edition.node.style != .alias
    else { return }
    if isFirst {
      let changes = ChainDifference(use.old, use.editions).changes()
      let news: Set<EditionChange.Kind> = [.added, .flowAdded, .flowRemoved]
      plan.news += changes.filter { news.contains($0.kind) }
        .map { ChainUpdatePlan.News(chain: present.id, change: $0) }
    }
    tellLines(of: use, edition, &edits)
  }

  private mutating func tellSegments(of use: Use) {
    let chain = use.editions.present.id
    let labels = use.use.renamed
    for segment in use.old.segments {
      let called =
        segment.spellings
        + labels.filter { segment.isCalled(NameKey($0.segment.text)) }
        .map(\.label.text)
      let keys = Set(called.map { SegmentMentions.key($0) })
      let found = mentions.mentions.filter { keys.contains($0.key) }
      switch use.editions.place(of: segment.id, from: use.first) {
      case .ended(let end):
        let kind = end.statement?.change ?? .lost
        let why = end.instead.isEmpty ? end.statement?.texts.joined() ?? "" : ""
        review(found, EditionChange(kind, [segment.name], end.instead, words: why), of: chain)
      case .elsewhere(let other, let home):
        following[segment.id] = other.id
        follow(
          found,
          EditionChange(.moved, [segment.name], [other.name], words: home.id),
          of: chain
        )
      case .here(let id):
        guard let other = use.editions.present.segments.first(where: { $0.id == id }) else {
          continue
        }
        if id != segment.id {
          following[segment.id] = id
          follow(found, EditionChange(.merged, [segment.name], [other.name]), of: chain)
        } else if NameKey(other.name) != NameKey(segment.name) {
          let names = Set([segment.name].map { SegmentMentions.key($0) })
          let byName = found.filter { names.contains($0.key) }
          follow(byName, EditionChange(.renamed, [segment.name], [other.name]), of: chain)
        }
        reviewCovering(segment, other, found, use)
      }
    }
  }

  private mutating func follow(
    _ found: [SegmentMentions.Mention],
    _ change: EditionChange,
    of chain: String
  ) {
    let counts = Dictionary(grouping: found, by: \.sort).mapValues(\.count)
    plan.follows.append(ChainUpdatePlan.Follow(chain: chain, change: change, counts: counts))
  }

  private mutating func review(
    _ found: [SegmentMentions.Mention],
    _ change: EditionChange,
    of chain: String
  ) {
    plan.reviews += found.map { mention in
      ChainUpdatePlan.Review(
        chain: chain,
        change: change,
        sort: mention.sort,
        speaker: mention.speaker,
        path: paths[mention.file],
        line: mention.range.start.line
      )
    }
  }

  /// What covers more or less since, unless it was looked at.
  private mutating func reviewCovering(
    _ segment: ReferenceChain.Segment,
    _ other: ReferenceChain.Segment,
    _ found: [SegmentMentions.Mention],
    _ use: Use
  ) {
    let isSettled = use.use.settled.contains { word in
      [segment, other].contains { $0.isCalled(NameKey(word.text)) }
    }
    guard !isSettled else { return }
    for (_, statement) in use.editions.statements(on: segment.id, from: use.first) {
      // What was found or said of a part is not found or said of the whole.
      if statement.kind == .merge, segment.id != other.id {
        let change = EditionChange(statement.change, [segment.name], [other.name])
        review(found.filter(\.isJudgement), change, of: use.editions.present.id)
      }
      guard statement.kind == .narrow || statement.kind == .widen else { continue }
      let words = statement.texts.joined()
      let change = EditionChange(statement.change, [segment.name], [other.name], words: words)
      review(found, change, of: use.editions.present.id)
    }
  }

  /// The lines to be written, and the same as edits.
  private mutating func tellLines(
    of use: Use,
    _ edition: ChainUse.Word,
    _ edits: inout [SourceEdit]
  ) {
    let present = use.editions.present
    func line(_ text: String) {
      let line = edition.node.range.start.line
      plan.lines.append(.init(chain: present.id, path: use.path, line: line, text: text))
    }
    line("edition: \"\(present.edition)\"")
    let needsAfter =
      use.use.after == nil
      && plan.reviews.contains { $0.chain == present.id }
    if needsAfter { line("after: \"\(use.old.edition)\"") }
    var text = "\"\(present.edition)\""
    if use.use.after == nil {
      // In brackets behind it, else on a line of its own below.
      let isFlow = use.use.item.style == .flow
      let start = use.use.item.pairs.first?.key.range.start.column ?? 1
      let indent = String(repeating: " ", count: start - 1)
      text += (isFlow ? ", " : "\n" + indent) + "after: \"\(use.old.edition)\""
    }
    edits.append(SourceEdit(range: edition.node.extent, text: text))
  }
}

/// A stretch of a text, in Unicode scalars, with what is to stand there.
struct SourceEdit {
  let range: Range<Int>
  let text: String

  /// The text with all of the edits.
  static func applied(_ edits: [SourceEdit], to bytes: [UInt8]) -> [UInt8] {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      scalars.replaceSubrange(edit.range, with: edit.text.unicodeScalars)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Array(String(text).utf8)
  }
}

extension ChainUpdate {
  /// The data set as it is, and as it would be with the present editions of its chains.
  package func datasets() -> (pinned: Loaded, present: Loaded) {
    var contents: [String: [UInt8]] = [:]
    for (path, bytes) in zip(paths, texts) { contents[name(of: path)] = bytes }
    let pinned = load(contents)
    for (path, bytes) in rewritten { contents[name(of: path)] = bytes }
    return (pinned, load(contents))
  }

  private func name(of path: String) -> String { String(path.dropFirst(folder.count + 1)) }

  private func load(_ files: [String: [UInt8]]) -> Loaded {
    var reader = DatasetReader(FolderContents(folder: folder, files: files))
    reader.library = library
    return reader.read()
  }
}
