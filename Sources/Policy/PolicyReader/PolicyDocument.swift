/// What was read from a policy document: facts with their places, and what a person must look at.
///
/// The facts hold no sentence of the document: names are those of the text, and names of tasks are its
/// headings or a few words. The text itself is kept beside them.
///
/// ```swift
/// let document = try PolicyDocument(bytes: bytes, format: PolicyFormat(path: "plan.docx"))
/// for entry in document.review { print(entry.line, entry.about, entry.reason.message.en) }
/// let draft = PolicyDraft(of: document, path: "plan.docx")
/// for file in draft.files { print(file.name, file.text.count) }
/// ```
public struct PolicyDocument: Sendable {
  /// The title, the issuer and what else stands in the head.
  public let head: DocumentHead
  /// In the order of the text.
  package let statements: [Statement]
  /// In the order of the text.
  package let targets: [Target]
  /// In the order of the text.
  package let clusters: [ClusterEntity]
  /// In the order of the text; those that projects name come last.
  package let enterprises: [EnterpriseEntity]
  /// In the order of the text.
  package let projects: [ProjectEntity]
  /// In the order of the text.
  package let parks: [ParkEntity]
  /// The reference chains that the clusters were matched to; `nil` where no library was given.
  package private(set) var matching: ChainMatching?
  /// How many places speak of who answers for something: of which it was read, and of which it was not.
  package let places: (read: Int, unread: Int)
  /// What is uncertain, in the order of the lines.
  public private(set) var review: [ReviewEntry]

  /// The document as a text, a line for each of its own or for each paragraph and row; lines are counted in it.
  package let text: String
  let outline: Outline
  let units: UnitRegistry
  let clusterOfItem: [Int: Int]

  /// Reads a document; a line that cannot be understood goes to `review`.
  ///
  /// - Throws: A fault when the bytes are no text of the format.
  /// - Complexity: O(*n*) over the bytes.
  public init(bytes: [UInt8], format: PolicyFormat) throws(PolicyFault) {
    try self.init(bytes: bytes, format: format, firms: .none, chains: nil)
  }

  /// Reads a document, knowing names that may stand in it.
  ///
  /// - Parameters:
  ///   - firms: Firms that are looked for by their names.
  ///   - chains: Reference chains that clusters are matched to.
  package init(
    bytes: [UInt8],
    format: PolicyFormat,
    firms: KnownFirms,
    chains: ChainLexicon?
  ) throws(PolicyFault) {
    let (text, doubts) = try format.text(of: bytes)
    self.init(text: text, doubts: doubts, firms: firms, chains: chains)
  }

  /// Whether nothing at all was read.
  package var isEmpty: Bool {
    statements.isEmpty && targets.isEmpty && clusters.isEmpty && enterprises.isEmpty
      && projects.isEmpty && parks.isEmpty
  }

  /// Reads a document given as plain text.
  public init(text: String) { self.init(text: text, doubts: [], firms: .none, chains: nil) }

  private init(text: String, doubts: [ReviewEntry], firms: KnownFirms, chains: ChainLexicon?) {
    self.text = text
    let lines = PolicyLine.lines(of: text)
    var review = doubts
    let read = OutlineReader.read(lines, review: &review)
    head = DocumentHead(lines, read)
    if head.isIncomplete {
      review.append(ReviewEntry(line: 1, place: "", about: head.title, reason: .missingHead))
    }
    if head.date == nil {
      let about = head.year ?? DocumentHead.unknownYear
      review.append(ReviewEntry(line: 1, place: "", about: about, reason: .guessedDate))
    }

    let reader = StatementReader(read, Conventions(in: lines))
    outline = reader.outline
    review += reader.review
    places = (reader.placesRead, reader.placesUnread)
    var units = UnitRegistry()
    for statement in reader.statements + reader.forDocument {
      for mention in statement.mentions { units.add(mention) }
    }
    units.merge()
    self.units = units
    statements = Self.finished(reader, outline, units)
    for (kept, other) in units.merges {
      let line = reader.statements.first { $0.mentions.contains { $0.name == other } }?.line ?? 1
      review.append(
        ReviewEntry(line: line, place: "", about: "\(other) = \(kept)", reason: .mergedNames)
      )
    }

    var ranges = reader.ranges
    for (position, paragraph) in outline.paragraphs.enumerated() {
      // What stands above the title repeats the text or addresses its readers.
      guard paragraph.item == 0, paragraph.line.line(at: 0) < head.line else { break }
      ranges[position] = [0..<paragraph.line.characters.count]
    }
    let targets = TargetReader(outline, besides: ranges)
    review += targets.review
    let documentYear = head.date.map { String($0.prefix(4)) }
    var kept: [Target] = []
    for target in targets.targets {
      let isPast = target.deadline.map { deadline in
        documentYear.map { deadline.prefix(4) < $0 } ?? false
      }
      let isSum =
        target.unit.hasSuffix("元") && target.metric.hasSuffix("总投资")
        // 谋划项目160个,总投资1000亿元 plans the sum of all.
        && !targets.targets.contains { $0.line == target.line && !$0.unit.hasSuffix("元") }
      guard isPast == true || isSum else {
        kept.append(target)
        continue
      }
      review.append(
        ReviewEntry(
          line: target.line,
          place: target.place,
          about: "\(target.metric) \(target.value) \(target.unit)",
          reason: isSum ? .projectSum : .pastFigure
        )
      )
    }
    self.targets = kept
    let clusters = ClusterReader(outline, stated: Set(statements.map(\.item)))
    let title = head.title
    let titled = chains.flatMap { chains in
      ClusterReader.cluster(ofTitle: title, isKnown: chains.isNamed)
    }
    self.clusters = clusters.clusters.isEmpty ? [titled].compactMap(\.self) : clusters.clusters
    clusterOfItem = clusters.ofItem

    var enterprises = EnterpriseReader(outline, besides: ranges, firms: firms)
    var projects = ProjectReader(outline, besides: ranges)
    let names = projects.projects.map(\.name)
    let guess = BuilderGuess(projects: names, regions: Regions.stems(in: lines))
    for project in projects.projects
    where project.builder == nil && !project.hasRow && enterprises.builder(of: project.name) == nil
    {
      if let name = project.named ?? guess.enterprise(of: project.name) {
        enterprises.add(guessed: name, at: project)
      }
    }
    projects.name(enterprises.builder(of:))
    review += enterprises.review + projects.review
    self.enterprises = enterprises.enterprises
    self.projects = projects.projects
    parks = ParkReader(outline, besides: ranges).parks
    let timeless = Set(
      clusterOfItem.keys + self.projects.filter(\.hasRow).map(\.item)
        + self.enterprises.filter(\.hasRow).map(\.item)
    )
    for statement in statements where timeless.contains(statement.item) {
      guard let deadline = statement.deadline else { continue }
      review.append(
        ReviewEntry(
          line: statement.line,
          place: statement.place,
          about: deadline,
          reason: .unreadTerm
        )
      )
    }
    self.review = Self.inOrder(review)
    guard let chains else { return }
    let matching = ChainMatching(self, chains)
    self.review = Self.inOrder(review + matching.review)
    self.matching = matching
  }

  private static func inOrder(_ review: [ReviewEntry]) -> [ReviewEntry] {
    var seen: Set<ReviewEntry> = []
    return review.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element).filter { seen.insert($0).inserted }
  }

  private static func finished(
    _ reader: StatementReader,
    _ outline: Outline,
    _ units: UnitRegistry
  ) -> [Statement] {
    var counts: [Int: Int] = [:]
    for statement in reader.statements where !statement.isProse {
      counts[statement.item, default: 0] += 1
    }
    var parts: [Int: Int] = [:]
    var statements: [Statement] = []
    for open in reader.forDocument + reader.statements {
      var part: Int?
      if !open.isProse, counts[open.item, default: 0] > 1 {
        parts[open.item, default: 0] += 1
        part = parts[open.item]
      }
      var seen: Set<Party> = []
      let parties = open.mentions.map { Party(role: $0.role, name: units.name(of: $0.name)) }
        .filter { seen.insert($0).inserted }
      var known: Set<LeaderPart> = []
      let leaders = open.leaders.map {
        LeaderPart(role: $0.role, name: $0.name, titles: $0.titles)
      }.filter { known.insert($0).inserted }
      statements.append(
        Statement(
          place: outline.items[open.item].place,
          part: part,
          parties: parties,
          leaders: leaders,
          openRoles: open.openRoles,
          deadline: open.deadline,
          line: open.line,
          item: open.item
        )
      )
    }
    return statements
  }
}
