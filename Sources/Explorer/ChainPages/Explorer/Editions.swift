import ChainModel

/// A data set with and without what is general knowledge, and what pages keep asking of each.
struct Editions: Sendable {
  private let whole: Edition
  private let stated: Edition

  init(_ dataset: Dataset, _ progress: PlanAndJournal) {
    whole = Edition(dataset, progress)
    stated =
      dataset.isStatedAlone
      ? whole : Edition(dataset.statedByDocuments(), progress.statedByDocuments)
  }

  subscript(isStatedAlone: Bool) -> Edition { isStatedAlone ? stated : whole }
}
