package import ChainLoop
package import ChainModel
import Columns
package import ProgressLoop

/// What the homes on pages are made of: a data set as it is on all days, its files of plan and journal, and the
/// day that is asked about.
package struct PlanAndJournal: Sendable {
  private let dataset: Dataset
  private let files: LoopFiles
  let day: Day?
  private let read: Late<DatasetLoop>

  /// - Parameters:
  ///   - dataset: The facts with whatever holds on any day.
  ///   - day: `nil` for the last on which anything was recorded.
  ///   - loop: What reading them came to, where that is known already.
  package init(
    _ dataset: Dataset,
    _ files: LoopFiles,
    at day: Day? = nil,
    loop: DatasetLoop? = nil
  ) {
    (self.dataset, self.files, self.day) = (dataset, files, day)
    read = Late { loop ?? DatasetLoop(dataset, files) }
  }

  /// The data set with what was planned and reported, read when it is first asked for.
  package var loop: DatasetLoop { read.value }

  /// The same, of what documents state alone.
  package var statedByDocuments: PlanAndJournal {
    PlanAndJournal(dataset.statedByDocuments(), files, at: day)
  }
}
