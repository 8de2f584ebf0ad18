package import Bilingual
public import ChainModel
import GraphKernel
package import PolicyReader
import ProgressLoop

/// The pages over one data set: what a server sends and what a report holds. An immutable value.
public struct Explorer: Sendable {
  /// The data set.
  package let dataset: Dataset
  let editions: Editions

  /// The pages over `dataset`.
  ///
  /// - Complexity: O(*v* + *e*), and the stages and the verdicts of every chain.
  public init(_ dataset: Dataset) {
    self.init(dataset, PlanAndJournal(dataset, LoopFiles()))
  }

  /// The pages over `dataset` with its plan and its journal, which homes tell of, and the texts of its documents,
  /// which citations open.
  ///
  /// - Complexity: That of ``init(_:)``; the files are read when the first home is asked for.
  package init(
    _ dataset: Dataset,
    _ progress: PlanAndJournal,
    _ texts: DocumentTexts = .none
  ) {
    self.dataset = dataset
    editions = Editions(dataset, progress, texts)
  }

  /// The language of the page at `address`.
  package func language(at address: PageAddress) -> Language {
    address.language ?? dataset.language
  }

  /// The data set that the page at `address` speaks of: without general knowledge where it is left
  /// out.
  package func dataset(at address: PageAddress) -> Dataset {
    editions[address.isStatedAlone].dataset
  }

  /// The style sheet, sent as `/explorer.css`.
  package static let styleSheet: [UInt8] = PackageResources.explorer_css
  /// The script, sent as `/explorer.js`.
  package static let script: [UInt8] = PackageResources.explorer_js
  /// The page's mark, sent as `/explorer.svg`.
  package static let icon: [UInt8] = PackageResources.explorer_svg
}
