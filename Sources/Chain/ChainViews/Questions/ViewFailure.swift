public import Bilingual
public import ChainModel
public import ChainQueries
public import GraphKernel

/// Why a question has no answer, or a view no picture, though its words mean something.
public enum ViewFailure: Error, Sendable, Hashable {
  /// The question is of something, and too little was named.
  case needsSubject(QuestionName)
  /// More was named than the question is of.
  case hasTooManySubjects(QuestionName)
  /// The question has no picture.
  case hasNoPicture(QuestionName)
  /// The cluster has no segments.
  case hasNoSegments(NodeIndex)
  /// There is more to show than a page can hold: how much, and the most.
  case isTooLarge(Int, limit: Int)
  /// There is nothing to show; why.
  case isEmpty(BilingualText)
  /// The expression has faults.
  case query(QueryFaults)
}

extension ViewFailure {
  /// The failure as a fault of the words that asked.
  public func fault(in graph: ChainGraph) -> QuestionFault {
    switch self {
    case .needsSubject(let view): return .missingSubject(of: view.definition)
    case .hasTooManySubjects(let view): return .tooManySubjects(of: view.definition)
    case .hasNoPicture(let question): return .hasNoPicture(question.definition)
    case .hasNoSegments(let cluster):
      let name = graph.name(of: cluster)
      return QuestionFault(
        .question,
        .notFound,
        BilingualText(zh: "“\(name)”没有产业链环节", en: "'\(name)' has no segments")
      )
    case .isTooLarge(let count, let limit):
      return QuestionFault(
        .question,
        .usage,
        BilingualText(
          zh: "有 \(count) 个对象，一张图至多画 \(limit) 个；请缩小范围",
          en: "there are \(count) nodes, and a picture holds \(limit) at most; narrow the question"
        )
      )
    case .query(let faults): return QuestionFault(faults)
    case .isEmpty(let reason): return QuestionFault(.question, .notFound, reason)
    }
  }
}
