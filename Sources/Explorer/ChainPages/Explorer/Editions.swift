import ChainModel
import PolicyReader

/// A data set with and without what is general knowledge, and what pages keep asking of each.
struct Editions: Sendable {
  private let whole: Edition
  private let stated: Edition

  init(_ dataset: Dataset, _ progress: PlanAndJournal, _ texts: DocumentTexts) {
    whole = Edition(dataset, progress, texts)
    stated =
      dataset.isStatedAlone
      ? whole : Edition(dataset.statedByDocuments(), progress.statedByDocuments, texts)
  }

  subscript(isStatedAlone: Bool) -> Edition { isStatedAlone ? stated : whole }
}
