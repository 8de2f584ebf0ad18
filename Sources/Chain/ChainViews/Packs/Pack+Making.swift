public import Bilingual
public import ChainDrawing
public import ChainModel
import ChainQueries
public import Diagnostics
public import GraphKernel

extension Pack {
  /// One set of a pack: its pictures and lists, not yet drawn.
  public struct Answers: Sendable {
    /// The folder of the set: the cluster's name, or nothing for a set that is made once.
    public let folder: String?
    /// The heading of the set.
    public let title: BilingualText
    /// The pictures with the names of their files, without an ending.
    public let pictures: [(name: String, picture: Picture)]
    /// The lists with the names of their sheets.
    public let lists: [(name: String, list: Answer)]
  }
}

extension Pack {
  /// The sets of the pack on a data set, one for each cluster or one in all.
  ///
  /// - Parameters:
  ///   - dataset: The facts.
  ///   - clusters: The clusters to make sets for; `nil` for all that have a chain.
  ///   - language: That of the pictures.
  /// - Returns: The sets; none when an entry does not fit the data set, which the diagnostics tell.
  ///   What an entry finds nothing for is no fault: it becomes a form to fill in.
  public func sets(
    on dataset: Dataset,
    clusters: [NodeIndex]? = nil,
    language: Language
  ) -> (sets: [Pack.Answers], diagnostics: [Diagnostic]) {
    let graph = dataset.graph
    let scopes: [NodeIndex?] =
      switch repetition {
      case .once: [nil]
      case .eachCluster: clusters ?? graph.clustersWithChain()
      }
    var diagnostics: [Diagnostic] = []
    var seen: Set<Diagnostic> = []
    var folders = FolderNames()
    let sets = scopes.map { cluster -> Pack.Answers in
      func made(_ entry: ViewEntry) -> ChainView? {
        do {
          return try view(of: entry, for: cluster, on: dataset, language: language)
        } catch {
          let diagnostic = entry.diagnostic(error)
          if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
          return nil
        }
      }
      let name = cluster.map { graph.name(of: $0) }
      return Pack.Answers(
        folder: name.map { folders.name(for: $0) },
        title: name.map { BilingualText(zh: "\($0) · \(title.zh)", en: "\($0): \(title.en)") }
          ?? title,
        pictures: pictures.compactMap { entry in made(entry).map { (entry.name, $0.picture) } },
        lists: lists.compactMap { entry in made(entry).map { (entry.name, $0.list) } }
      )
    }
    return diagnostics.isEmpty ? (sets, []) : ([], diagnostics)
  }

  private func view(
    of entry: ViewEntry,
    for cluster: NodeIndex?,
    on dataset: Dataset,
    language: Language
  ) throws(QuestionFault) -> ChainView {
    let wording = entry.title ?? BilingualText(same: entry.name)
    let name = cluster.map { dataset.graph.name(of: $0) } ?? dataset.jurisdiction
    // The cluster stays in sight: 泳装产业集群 · 技术路线图.
    let title = BilingualText(zh: "\(name) · \(wording.zh)", en: "\(name): \(wording.en)")
    guard let written = entry.words else {
      return .form(entry.fill, title: title, on: dataset, language: language)
    }
    do throws(QuestionFault) {
      return try dataset.view(
        Self.meant(written, for: cluster, on: dataset),
        language: language
      ).filling(entry.fill, title: title, language: language)
    } catch {
      // That there is nothing to show is an answer, and so is that the data does not know the region
      // it is about; that a name means nothing is a fault.
      guard error.category == .notFound, Self.isAnswer(error.part, to: written) else { throw error }
      return .form(
        entry.fill,
        title: title,
        reason: error.message,
        on: dataset,
        language: language
      )
    }
  }

  private static func isAnswer(_ part: QuestionFault.Part, to words: QuestionWords) -> Bool {
    switch part {
    case .question: true
    case .subject(let position):
      words.subjects.indices.contains(position) && words.subjects[position] == jurisdictionWord
    case .option: false
    }
  }

  /// The words with the cluster and the data set's region in place of what stands for them.
  private static func meant(
    _ words: QuestionWords,
    for cluster: NodeIndex?,
    on dataset: Dataset
  ) -> QuestionWords {
    let clusterID = cluster.map { dataset.graph.id(of: $0) }
    func meaning(_ word: String) -> String {
      switch word {
      case clusterWord: clusterID ?? word
      case jurisdictionWord: dataset.jurisdiction
      default: word
      }
    }
    return QuestionWords(
      words.question,
      of: words.subjects.map(meaning),
      options: words.options.mapValues { $0.map(meaning) }
    )
  }

  /// What stands for the region whose clusters a data set describes.
  public static let jurisdictionWord = "$jurisdiction"
}

extension ChainView {
  /// A page to fill in: one card, and a list of one row.
  fileprivate static func form(
    _ fields: [BilingualText],
    title: BilingualText,
    reason: BilingualText? = nil,
    on dataset: Dataset,
    language: Language
  ) -> ChainView {
    let blank = BilingualText(zh: "待填", en: "to fill in")
    let named = fields.isEmpty ? [BilingualText(zh: "内容", en: "content")] : fields
    let lines = named.map {
      Picture.Line(
        text: BilingualText(zh: "\($0.zh)：待填", en: "\($0.en): to fill in")[language],
        role: .muted
      )
    }
    let context = ViewContext(dataset: dataset, language: language, options: QuestionOptions())
    return ChainView(
      title: title,
      picture: Picture(
        name: "form",
        language: language.rawValue,
        title: title[language],
        subtitle: reason?[language] ?? "",
        columns: [Picture.Column(id: "form", heading: blank[language])],
        cards: [
          Picture.Card(
            id: "form",
            column: "form",
            heading: blank[language],
            badge: "1",
            lines: lines
          )
        ],
        footnotes: [context.sourceNote]
      ),
      list: .form(named, title: title, named: "form")
    )
  }
}
