public import Bilingual
public import GraphKernel

/// A graph and what is known of it as a whole.
public struct Dataset: Sendable {
  /// What the data set is about.
  public let title: BilingualText
  /// The region whose clusters it describes, by name.
  public let jurisdiction: String
  /// The language of its names and labels.
  public let language: Language
  /// The day on which its facts stood as written.
  public let date: CalendarDate
  /// The documents that facts are cited from; the first is meant where no other is named.
  public let documents: [NodeIndex]
  /// The facts.
  public let graph: ChainGraph
  /// The queries that have names, in the order of their file.
  public let queries: [NamedQuery]
  /// The registers that are attached, in the order of their files.
  package let attachments: [Attachment]
  /// Whether general knowledge has been left out.
  public let isStatedAlone: Bool

  /// A data set; see the properties.
  public init(
    title: BilingualText,
    jurisdiction: String,
    language: Language,
    date: CalendarDate,
    documents: [NodeIndex],
    graph: ChainGraph,
    queries: [NamedQuery] = [],
    isStatedAlone: Bool = false,
    day: CalendarDate? = nil
  ) {
    self.init(
      title: title,
      jurisdiction: jurisdiction,
      language: language,
      date: date,
      documents: documents,
      graph: graph,
      queries: queries,
      attachments: [],
      isStatedAlone: isStatedAlone,
      day: day
    )
  }

  /// The same with registers attached.
  package init(
    title: BilingualText,
    jurisdiction: String,
    language: Language,
    date: CalendarDate,
    documents: [NodeIndex],
    graph: ChainGraph,
    queries: [NamedQuery],
    attachments: [Attachment],
    isStatedAlone: Bool = false,
    day: CalendarDate? = nil
  ) {
    self.title = title
    self.jurisdiction = jurisdiction
    self.language = language
    self.date = date
    self.documents = documents
    var graph = graph
    graph.day = day ?? date
    graph.firstDocument = documents.first
    self.graph = graph
    self.queries = queries
    self.attachments = attachments
    self.isStatedAlone = isStatedAlone
  }
}

extension Dataset {
  /// The day that is asked about: that of the data, or another.
  public var day: CalendarDate { graph.day ?? date }

  /// The data set asked about another day: surveys that have run out by then hold no longer, nor do
  /// relations, entries and editions; who succeeded a party stands in its place.
  ///
  /// - Complexity: O(1) where everything holds always, else O(*v* + *e*).
  public func asked(on day: CalendarDate) -> Dataset {
    graph.isDated ? replacing(graph: graph.inForce(on: day), day: day) : replacing(day: day)
  }

  /// The data set as questions see it: of one day, where anything in it holds for some days alone. Where
  /// nobody said which, it is the data set's date, or that of the newest of its documents.
  package var asOneDay: Dataset {
    guard graph.standing == nil, graph.isDated else { return self }
    let dates = documents.compactMap { graph.date(.date, of: $0) }.map(\.firstDay)
    let newest = ([day.lastDay] + dates).max() ?? day
    return asked(on: newest == day.lastDay ? day : newest)
  }

  /// The data set with registers attached to it, in place of those that it had.
  package func attaching(_ attachments: [Attachment]) -> Dataset {
    replacing(attachments: attachments)
  }

  /// The data set without what is general knowledge; see ``ChainGraph/statedByDocuments()``.
  public func statedByDocuments() -> Dataset {
    replacing(graph: graph.statedByDocuments(), isStatedAlone: true)
  }

  /// The data set with what passes `filter` alone; see ``ChainGraph/keeping(_:)``.
  public func keeping(_ filter: GraphFilter) -> Dataset { replacing(graph: graph.keeping(filter)) }

  /// The same but for what is given; of another graph the documents that it has are found again by their
  /// identities.
  package func replacing(
    graph part: ChainGraph? = nil,
    attachments: [Attachment]? = nil,
    isStatedAlone: Bool? = nil,
    day: CalendarDate? = nil
  ) -> Dataset {
    Dataset(
      title: title,
      jurisdiction: jurisdiction,
      language: language,
      date: date,
      documents: part.map { part in
        documents.compactMap { part.node(id: graph.id(of: $0)) }
      } ?? documents,
      graph: part ?? graph,
      queries: queries,
      attachments: attachments ?? self.attachments,
      isStatedAlone: isStatedAlone ?? self.isStatedAlone,
      day: day ?? graph.day
    )
  }
}
