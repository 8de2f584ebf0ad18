package import ChainModel
package import ProgressLoop

/// What the homes on pages are made of: a data set as it is on all days, its files of plan and journal, and the
/// day that is asked about.
package struct PlanAndJournal: Sendable {
  let dataset: Dataset
  let files: LoopFiles
  let day: Day?

  /// - Parameters:
  ///   - dataset: The facts with whatever holds on any day.
  ///   - day: `nil` for the last on which anything was recorded.
  package init(_ dataset: Dataset, _ files: LoopFiles, at day: Day? = nil) {
    (self.dataset, self.files, self.day) = (dataset, files, day)
  }

  /// The same, of what documents state alone.
  var statedByDocuments: PlanAndJournal {
    PlanAndJournal(dataset.statedByDocuments(), files, at: day)
  }
}
