import ChainModel

/// A data set with and without what is general knowledge, and what pages keep asking of each.
struct Editions: Sendable {
  private let whole: Edition
  private let stated: Edition

  init(_ dataset: Dataset) {
    whole = Edition(dataset)
    stated = dataset.isStatedAlone ? whole : Edition(dataset.statedByDocuments())
  }

  subscript(isStatedAlone: Bool) -> Edition { isStatedAlone ? stated : whole }
}
